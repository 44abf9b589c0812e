/**
 * The frame around every page: head, masthead, main part, footer.
 *
 * Pure: same values, same bytes. One style sheet and one script stand in the page itself, so that a page is one
 * request, and the policy below can forbid everything else.
 */
import { createHash } from 'node:crypto';
import { escapeMarkup } from '../base/text.ts';
import { autodiscoveryLinks } from './autodiscovery.ts';
import { absoluteAddress, linkAddress } from './page-address.ts';
import { ourWords, rootLanguage } from './page-language.ts';
import type { FeedLink, PagePicture, PageSite } from './page-model.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';

/** The media type of all pages. */
export const pageMediaType = 'text/html; charset=utf-8';

/** The Content-Security-Policy that all pages keep: pictures and sound from anywhere, code and style only our own. */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  'img-src * data:',
  'media-src *',
  `style-src '${integrity(pageStyle)}'`,
  `script-src '${integrity(pageScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** What differs from page to page. All texts are plain, all addresses absolute or paths on this site. */
export interface Page {
  /** The page's own name; empty on the home page, whose name is the site's. */
  readonly title: string;
  readonly description: string;
  /** Where the page is to be found; undefined for a notice, which has no place and is not to be indexed. */
  readonly address: string | undefined;
  /** Those to advertise, the page's own first. */
  readonly feeds: readonly FeedLink[];
  /** OpenGraph's type; anything but an article is a website. */
  readonly article?: { readonly published: Date; readonly updated: Date } | undefined;
  readonly picture?: PagePicture | undefined;
  /** HTML. */
  readonly main: string;
  /** HTML for the footer, in front of the copyright; may be empty. */
  readonly footer?: string | undefined;
  /** Whether the masthead points to a subscribe box further down. */
  readonly pointsToSubscribeBox: boolean;
}

/** The whole document. */
export function layout(site: PageSite, page: Page): string {
  return `<!doctype html>
<html${rootLanguage(site.language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(page.title === '' ? site.title : `${page.title} · ${site.title}`)}</title>
${head(site, page)}<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#main"${ourWords(site)}>Skip to the main part</a>
${masthead(site, page)}<main id="main">
${page.main}</main>
<footer>
${page.footer ?? ''}${site.copyright === undefined ? '' : `<p>${escapeMarkup(site.copyright)}</p>\n`}<p${ourWords(site)}>Published with Feedwright</p>
</footer>
<script>${pageScript}</script>
</body>
</html>
`;
}

function head(site: PageSite, page: Page): string {
  const canonical = page.address === undefined ? undefined : absoluteAddress(site, page.address);
  return (
    named('description', page.description) +
    named('generator', 'Feedwright') +
    (canonical === undefined
      ? named('robots', 'noindex')
      : `<link rel="canonical" href="${escapeMarkup(canonical)}">\n`) +
    `<link rel="icon" type="image/svg+xml" href="${escapeMarkup(linkAddress(site, '/favicon.svg'))}">\n` +
    autodiscoveryLinks(site, page.feeds) +
    openGraph(site, page, canonical)
  );
}

function openGraph(site: PageSite, page: Page, canonical: string | undefined): string {
  const { article, picture } = page;
  return [
    property('og:site_name', site.title),
    property('og:title', page.title === '' ? site.title : page.title),
    property('og:description', page.description),
    property('og:type', article === undefined ? 'website' : 'article'),
    canonical === undefined ? '' : property('og:url', canonical),
    picture === undefined ? '' : property('og:image', absoluteAddress(site, picture.url)),
    picture?.alt === undefined ? '' : property('og:image:alt', picture.alt),
    article === undefined ? '' : property('article:published_time', article.published.toISOString()),
    article === undefined ? '' : property('article:modified_time', article.updated.toISOString()),
  ].join('');
}

function named(name: string, content: string): string {
  return content === '' ? '' : `<meta name="${name}" content="${escapeMarkup(content)}">\n`;
}

function property(name: string, content: string): string {
  return content === '' ? '' : `<meta property="${name}" content="${escapeMarkup(content)}">\n`;
}

/** The site's name is the home page's heading and, elsewhere, the way back to it. */
function masthead(site: PageSite, page: Page): string {
  const isHome = page.title === '';
  const level = isHome ? 'h1' : 'p';
  const current = isHome ? ' aria-current="page"' : '';
  const link = `<a href="${escapeMarkup(linkAddress(site, '/'))}"${current}>${escapeMarkup(site.title)}</a>`;
  const subscribe = page.pointsToSubscribeBox
    ? `<a class="jump" href="#subscribe"${ourWords(site)}>Subscribe</a>\n`
    : '';
  const motto =
    isHome && site.description !== '' ? `<p class="motto">${escapeMarkup(site.description)}</p>\n` : '';
  return `<header class="masthead">\n<${level} class="name">${link}</${level}>\n${subscribe}${motto}</header>\n`;
}

function integrity(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
