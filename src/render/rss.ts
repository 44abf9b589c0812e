/**
 * RSS 2.0: one article as an `<item>`, and the document around the items.
 *
 * The package `feed` writes each item alone and the empty channel; what it cannot write, or writes in a way that
 * validators refuse (F-03, F-04, F-08), is put in here. Everything handed to it is escaped so that it comes out right.
 *
 * Source: RSS 2.0, the RSS Advisory Board's profile; rules R-01 … R-51.
 */
import { Feed as FeedDocument } from 'feed';
import { rssDate } from '../base/instant.ts';
import type { Site } from '../base/site.ts';
import { escapeMarkup, withoutCdataEnd } from '../base/text.ts';
import type { FeedHead, FeedMedia } from '../feeds/feed.ts';
import { GENERATOR } from './generator.ts';
import { FEED_HISTORY, historyLinks } from './history-links.ts';
import { type Item, isRecording } from './item.ts';
import { cut, escapeForFeed, escapeText, replaceOnce } from './shell.ts';

/** Only with exactly this address does the W3C validator accept extensions without a remark (R-08, R-30). */
const DOCS = 'http://www.rssboard.org/rss-specification';

/** The customary prefixes (R-09), all known to the validator (R-10); one set for every feed, so that items fit any. */
const NAMESPACES =
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"' +
  ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/"';

/** One article as it stands in every RSS document. */
export function rssItem(item: Item): string {
  const { article, url } = item;
  const document = new FeedDocument({ title: '-', link: url, updated: article.updated, generator: false });
  document.addItem({
    title: '-',
    link: url,
    guid: escapeForFeed(item.ids.rss),
    date: article.published,
    // A content:encoded without a description before it is refused (R-40); an article of one picture has no summary.
    description: escapeMarkup(article.summary === '' ? article.headline : article.summary),
    content: item.html && withoutCdataEnd(item.html),
  });
  const fragment = cut(document.rss2(), '        <item>', '</item>');
  const titled = replaceOnce(
    fragment,
    '<title><![CDATA[-]]></title>',
    `<title>${escapeText(article.headline)}</title>`,
  );
  const named = item.isPermalink
    ? replaceOnce(titled, '<guid isPermaLink="false">', '<guid isPermaLink="true">')
    : titled;
  return replaceOnce(named, '        </item>', `${completion(item)}        </item>`);
}

/** What `feed` has no field for, or escapes otherwise: sections and tags, people, the last change, the place, the picture. */
function completion(item: Item): string {
  const { article, authors } = item;
  const lines = item.categories.map((name) => `<category>${escapeText(name)}</category>`);
  const [author] = authors;
  // A parenthesis or a backslash in the name would end or quote the comment that holds it (RFC 822 §3.4.3).
  if (authors.length === 1 && author?.email !== undefined && !/[()\\]/.test(author.name))
    lines.push(`<author>${escapeText(`${author.email} (${author.name})`)}</author>`);
  else lines.push(...authors.map(({ name }) => `<dc:creator>${escapeText(name)}</dc:creator>`));
  lines.push(`<dcterms:modified>${item.updated}</dcterms:modified>`);
  if (article.dateline !== undefined)
    lines.push(`<dcterms:spatial>${escapeText(article.dateline.place)}</dcterms:spatial>`);
  lines.push(...mediaLines(item));
  return lines.map((line) => `            ${line}\n`).join('');
}

/** The first recording as the one enclosure (R-46), the picture and everything else as Media RSS (EXT-02, EXT-03). */
function mediaLines({ picture, media }: Item): readonly string[] {
  const [first, ...others] = media;
  const enclosed = first !== undefined && isRecording(first) ? first : undefined;
  const lines =
    enclosed === undefined
      ? []
      : [
          `<enclosure${attributes({ url: enclosed.url, length: String(enclosed.bytes), type: enclosed.type })}/>`,
        ];
  if (picture !== undefined) {
    const { url, width, height, alt, credit } = picture;
    const medium = { ...picture, medium: 'image', fileSize: picture.bytes };
    const words =
      (alt ? `<media:description type="plain">${escapeText(alt)}</media:description>` : '') +
      (credit ? `<media:credit>${escapeText(credit)}</media:credit>` : '');
    lines.push(
      words === ''
        ? `<media:content${attributes(mediaFacts(medium))}/>`
        : `<media:content${attributes(mediaFacts(medium))}>${words}</media:content>`,
    );
    lines.push(`<media:thumbnail${attributes({ url, width, height })}/>`);
  }
  for (const file of enclosed === undefined ? media : others) {
    lines.push(
      `<media:content${attributes(mediaFacts({ ...file, medium: mediumOf(file.type), fileSize: file.bytes }))}/>`,
    );
  }
  return lines;
}

function mediaFacts(
  file: Partial<FeedMedia> & { readonly medium: string; readonly fileSize?: number | undefined },
) {
  const { url, medium, type, fileSize, width, height, seconds } = file;
  return { url, medium, type, fileSize, width, height, duration: seconds };
}

function mediumOf(type: string): string {
  return /^(?:image|audio|video)/.exec(type)?.[0] ?? 'document';
}

/** Attributes in the order given; what is not known, or nothing, is left out. */
function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value ? [` ${name}="${escapeMarkup(String(value))}"`] : []))
    .join('');
}

/** The document: the channel, with the items given as they are. */
export function rssDocument(
  feed: FeedHead,
  items: readonly string[],
  site: Site,
  ttlMinutes: number,
): string {
  const document = new FeedDocument({
    title: '-',
    description: '-',
    link: feed.homeUrl,
    updated: feed.modified,
    generator: `${GENERATOR.name} ${GENERATOR.version}`,
    language: feed.language,
    ttl: ttlMinutes,
    docs: DOCS,
    copyright: site.copyright && '-',
    feedLinks: { rss: feed.documentUrls.rss },
  });
  const body = items.length === 0 ? '' : `${items.join('\n')}\n`;
  const replacements: [string | RegExp, string][] = [
    [
      /<rss version="2.0"[^>]*>/,
      `<rss version="2.0"${NAMESPACES}${feed.archive === undefined ? '' : FEED_HISTORY}>`,
    ],
    ['<title>-<', `<title>${escapeText(feed.title)}<`],
    ['<description>-<', `<description>${escapeText(feed.description)}<`],
    [/<lastBuildDate>[^<]*</, `<lastBuildDate>${rssDate(feed.modified)}<`],
  ];
  if (site.copyright) replacements.push(['<copyright>-<', `<copyright>${escapeText(site.copyright)}<`]);
  replacements.push(['    </channel>', `${historyLines(feed)}${body}    </channel>`]);
  return `${replacements.reduce((text, [what, by]) => replaceOnce(text, what, by), document.rss2())}\n`;
}

/** Where older and newer articles are; feeds without an archive have none of it. */
function historyLines(feed: FeedHead): string {
  const lines = historyLinks(feed, 'rss').map(
    ({ rel, href }) => `<atom:link rel="${rel}" type="application/rss+xml" href="${escapeMarkup(href)}"/>`,
  );
  if (feed.archive !== undefined) lines.push('<fh:archive/>');
  return lines.map((line) => `        ${line}\n`).join('');
}
