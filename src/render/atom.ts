/**
 * Atom 1.0: one article as an `<entry>`, and the document around the entries.
 *
 * As in rss.ts, the package `feed` writes each entry alone and the empty feed. Titles and summaries become
 * `type="text"`, which every reader shows rightly (C-31, F-06); ids are written as they are.
 *
 * Source: RFC 4287; rules A-01 … A-41.
 */
import { Feed as FeedDocument } from 'feed';
import { isoDate } from '../base/instant.ts';
import type { Site } from '../base/site.ts';
import { escapeMarkup, withoutCdataEnd } from '../base/text.ts';
import type { FeedHead } from '../feeds/feed.ts';
import { GENERATOR } from './generator.ts';
import { FEED_HISTORY, historyLinks } from './history-links.ts';
import { filesOf, type Item } from './item.ts';
import { cut, escapeText, replaceOnce } from './shell.ts';

/** Stands where an id will stand: `feed` would normalise a foreign id, and throw on one that is no URL. */
const ID = 'urn:id';

/** One article as it stands in every Atom document. */
export function atomEntry(item: Item): string {
  const { article, url } = item;
  const document = new FeedDocument({
    title: '-',
    id: ID,
    link: url,
    updated: article.updated,
    generator: false,
  });
  document.addItem({
    title: '-',
    id: ID,
    link: url,
    date: article.updated,
    published: article.published,
    description: '-',
    content: item.html && withoutCdataEnd(item.html),
  });
  const fragment = cut(document.atom1(), '    <entry>', '</entry>');
  const summary = article.summary === '' ? '' : `<summary>${escapeText(article.summary)}</summary>`;
  const language = item.language === undefined ? '' : ` xml:lang="${escapeMarkup(item.language)}"`;
  const replacements: readonly [string | RegExp, string][] = [
    ['<entry>', `<entry${language}>`],
    ['<title type="html"><![CDATA[-]]></title>', `<title>${escapeText(article.headline)}</title>`],
    [`<id>${ID}</id>`, `<id>${escapeMarkup(item.ids.atom)}</id>`],
    [/<link href="[^"]*"\/>/, `<link rel="alternate" type="text/html" href="${escapeMarkup(url)}"/>`],
    [/<updated>[^<]*</, `<updated>${item.updated}<`],
    [/\s*<summary type="html"><!\[CDATA\[-\]\]><\/summary>/, summary === '' ? '' : `\n        ${summary}`],
  ];
  const settled = replacements.reduce((text, [what, by]) => replaceOnce(text, what, by), fragment);
  // The last `<published>`: the content before it may hold the same characters.
  const at = settled.lastIndexOf('<published>');
  return `${settled.slice(0, at)}<published>${item.published}</published>\n${completion(item)}    </entry>`;
}

/** People, categories and files, with the types and lengths that `feed` gets wrong (F-07). */
function completion(item: Item): string {
  const { authors, categories } = item;
  const lines = authors.map(({ name, email, url }) => {
    const rest =
      (email === undefined ? '' : `<email>${escapeMarkup(email)}</email>`) +
      (url === undefined ? '' : `<uri>${escapeMarkup(url)}</uri>`);
    return `<author><name>${escapeText(name)}</name>${rest}</author>`;
  });
  for (const name of categories) lines.push(`<category term="${escapeMarkup(name)}"/>`);
  for (const { url, type, bytes } of filesOf(item)) {
    // nobody knows how long a picture elsewhere is, and 0 would be wrong
    const length = bytes === undefined ? '' : ` length="${bytes}"`;
    lines.push(`<link rel="enclosure" type="${type}"${length} href="${escapeMarkup(url)}"/>`);
  }
  return lines.map((line) => `        ${line}\n`).join('');
}

/** The document: the feed's head, with the entries given as they are. */
export function atomDocument(feed: FeedHead, entries: readonly string[], site: Site): string {
  const head = [
    `<id>${escapeMarkup(feed.id)}</id>`,
    `<title>${escapeText(feed.title)}</title>`,
    ...(feed.description === '' ? [] : [`<subtitle>${escapeText(feed.description)}</subtitle>`]),
    `<updated>${isoDate(feed.modified)}</updated>`,
    `<author><name>${escapeText(site.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.documentUrls.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(feed.homeUrl)}"/>`,
    ...historyLinks(feed, 'atom').map(
      ({ rel, href }) => `<link rel="${rel}" type="application/atom+xml" href="${escapeMarkup(href)}"/>`,
    ),
    ...(feed.archive === undefined ? [] : ['<fh:archive/>']),
    ...(site.copyright === undefined ? [] : [`<rights>${escapeText(site.copyright)}</rights>`]),
    `<generator version="${GENERATOR.version}">${GENERATOR.name}</generator>`,
  ];
  const shell = new FeedDocument({ title: '-', id: ID, updated: feed.modified, generator: false }).atom1();
  const start = replaceOnce(
    shell.slice(0, shell.indexOf('    <id>')),
    '<feed ',
    `<feed xml:lang="${escapeMarkup(feed.language)}"${feed.archive === undefined ? '' : FEED_HISTORY} `,
  );
  const lines = [...head.map((line) => `    ${line}`), ...entries].join('\n');
  return `${start}${lines}\n</feed>\n`;
}
