/**
 * The page of one article: who, where and when, the text, and the feed that brings the next one.
 *
 * The body is the only HTML taken as it is; it was sanitised when it was read (article/).
 */
import { escapeMarkup } from '../base/text.ts';
import { layout } from './layout.ts';
import { linkAddress } from './page-address.ts';
import { ourWords, partLanguage, siteWithin } from './page-language.ts';
import type { ArticleView, FeedLink, NamedLink, PageSite } from './page-model.ts';
import { pictureElement } from './picture.ts';
import { subscribeBox } from './subscribe-box.ts';
import { dayText, timeElement } from './time-element.ts';

/**
 * The article's page. `feeds` are those that carry the article, the one to recommend first and the main feed last;
 * the first gets the subscribe box, and all are advertised in this order (H-55).
 */
export function articlePage(site: PageSite, article: ArticleView, feeds: readonly FeedLink[]): string {
  const [recommended] = feeds;
  const within = siteWithin(site, article.language);
  return layout(site, {
    title: article.title,
    description: article.summary,
    address: article.url,
    feeds,
    article,
    picture: article.picture,
    main: `<article class="reading"${partLanguage(site, article.language)}>
<header>
${kicker(within, article)}<h1>${escapeMarkup(article.title)}</h1>
${subhead(article)}${byline(within, article)}<p class="facts">${facts(within, article)}</p>
</header>
${correction(within, article)}${picture(within, article)}<div class="body">
${article.body}
</div>
${credit(within, article)}${elsewhere(within, article)}${tags(within, article)}</article>
${recommended === undefined ? '' : subscribeBox(site, recommended)}`,
    pointsToSubscribeBox: recommended !== undefined,
  });
}

function kicker(site: PageSite, { section }: ArticleView): string {
  return section === undefined ? '' : `<p class="label">${namedLink(site, section)}</p>\n`;
}

function subhead({ subhead }: ArticleView): string {
  return subhead === undefined ? '' : `<p class="subhead">${escapeMarkup(subhead)}</p>\n`;
}

function byline(site: PageSite, { authorsLinked, source }: ArticleView): string {
  const names = authorsLinked.map((author) => namedLink(site, author));
  if (source !== undefined && !authorsLinked.some(({ name }) => name === source)) {
    names.push(escapeMarkup(source));
  }
  if (names.length === 0) return '';
  return `<p class="byline"><span${ourWords(site)}>By</span> ${names.join(', ')}</p>\n`;
}

/** Place and days; an update is worth saying when its day is another, or when it corrected something. */
function facts(site: PageSite, { correction, place, published, updated }: ArticleView): string {
  const isUpdated =
    updated > published && (correction !== undefined || dayText(updated) !== dayText(published));
  const parts = [
    place === undefined ? '' : `<span>${escapeMarkup(place)}</span>`,
    timeElement(site, published),
  ];
  if (isUpdated)
    parts.push(`<span><span${ourWords(site)}>Updated</span> ${timeElement(site, updated)}</span>`);
  return parts.filter((part) => part !== '').join(' ');
}

function correction(site: PageSite, { correction }: ArticleView): string {
  if (correction === undefined) return '';
  return `<p class="correction" role="note"><strong${ourWords(site)}>Correction</strong> ${escapeMarkup(correction)}</p>\n`;
}

/** The article's picture, unless the text shows it itself. */
function picture(site: PageSite, view: ArticleView): string {
  if (view.picture === undefined || isInText(view)) return '';
  const { alt = '', credit } = view.picture;
  const element = pictureElement(site, view.picture, { alt, className: 'lead', isLazy: false });
  if (credit === undefined) return `${element}\n`;
  return `<figure class="credited">${element}<figcaption>${creditLine(site, credit)}</figcaption></figure>\n`;
}

/** Who made the picture that the text shows itself. */
function credit(site: PageSite, view: ArticleView): string {
  const name = view.picture?.credit;
  return name === undefined || !isInText(view) ? '' : `<p class="by">${creditLine(site, name)}</p>\n`;
}

function creditLine(site: PageSite, credit: string): string {
  return `<span${ourWords(site)}>Picture:</span> ${escapeMarkup(credit)}`;
}

function isInText({ body, picture }: ArticleView): boolean {
  return picture !== undefined && body.includes(escapeMarkup(picture.url));
}

/** Points to the publisher's own page of an article that lives on another site. */
function elsewhere(site: PageSite, { isExternal, url }: ArticleView): string {
  if (isExternal !== true) return '';
  return `<p class="elsewhere"><a href="${escapeMarkup(url)}"${ourWords(site)}>Read this article at its own address</a></p>\n`;
}

function tags(site: PageSite, { tags }: ArticleView): string {
  if (tags.length === 0) return '';
  const lines = tags.map((tag) => `<li>${namedLink(site, tag)}</li>`).join('');
  return `<ul class="tags" aria-label="Tags">${lines}</ul>\n`;
}

function namedLink(site: PageSite, { home, name }: NamedLink): string {
  return `<a href="${escapeMarkup(linkAddress(site, home))}">${escapeMarkup(name)}</a>`;
}
