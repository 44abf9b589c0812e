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
import type { FeedHead } from '../feeds/feed.ts';
import { GENERATOR } from './generator.ts';
import type { Item } from './item.ts';
import { cut, escapeForFeed, replaceOnce } from './shell.ts';

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
    guid: escapeForFeed(article.id),
    date: article.published,
    // A content:encoded without a description before it is refused (R-40); an article of one picture has no summary.
    description: escapeMarkup(article.summary === '' ? article.headline : article.summary),
    content: withoutCdataEnd(item.html),
    category: item.categories.map((name) => ({ name: escapeForFeed(name) })),
  });
  const fragment = cut(document.rss2(), '        <item>', '</item>');
  const titled = replaceOnce(
    fragment,
    '<title><![CDATA[-]]></title>',
    `<title>${titleText(article.headline)}</title>`,
  );
  return replaceOnce(titled, '        </item>', `${completion(item)}        </item>`);
}

/** What `feed` has no field for: people without an address, the last change, the place, the picture. */
function completion(item: Item): string {
  const { article, authors, picture } = item;
  const [author] = authors;
  const lines =
    authors.length === 1 && author?.email !== undefined
      ? [`<author>${escapeMarkup(`${author.email} (${author.name})`)}</author>`]
      : authors.map(({ name }) => `<dc:creator>${escapeMarkup(name)}</dc:creator>`);
  lines.push(`<dcterms:modified>${item.updated}</dcterms:modified>`);
  if (article.dateline !== undefined)
    lines.push(`<dcterms:spatial>${escapeMarkup(article.dateline.place)}</dcterms:spatial>`);
  if (picture !== undefined) lines.push(mediaContent(picture));
  return lines.map((line) => `            ${line}\n`).join('');
}

function mediaContent(picture: NonNullable<Item['picture']>): string {
  const { url, type, bytes, width, height, alt } = picture;
  const attributes = [
    ['url', url],
    ['medium', 'image'],
    ['type', type],
    ['fileSize', bytes],
    ['width', width],
    ['height', height],
  ]
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeMarkup(String(value))}"`]))
    .join('');
  if (alt === undefined || alt === '') return `<media:content${attributes}/>`;
  return `<media:content${attributes}><media:description type="plain">${escapeMarkup(alt)}</media:description></media:content>`;
}

/** Plain text the way the profile asks for, so that readers that decode twice see the characters (R-41, R-42). */
function titleText(title: string): string {
  return title.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;').replace(/>/g, '&#x3E;');
}

/** The document: the channel, with the items given as they are. */
export function rssDocument(
  feed: FeedHead,
  items: readonly string[],
  site: Site,
  ttlMinutes: number,
): string {
  const document = new FeedDocument({
    title: escapeForFeed(feed.title),
    description: escapeForFeed(feed.description),
    link: feed.homeUrl,
    updated: feed.modified,
    generator: `${GENERATOR.name} ${GENERATOR.version}`,
    language: feed.language,
    ttl: ttlMinutes,
    docs: DOCS,
    copyright: site.copyright && escapeForFeed(site.copyright),
    feedLinks: { rss: feed.documentUrls.rss },
  });
  const shell = replaceOnce(document.rss2(), /<rss version="2.0"[^>]*>/, `<rss version="2.0"${NAMESPACES}>`);
  const dated = replaceOnce(shell, /<lastBuildDate>[^<]*</, `<lastBuildDate>${rssDate(feed.modified)}<`);
  const body = items.length === 0 ? '' : `${items.join('\n')}\n`;
  return `${replaceOnce(dated, '    </channel>', `${body}    </channel>`)}\n`;
}
