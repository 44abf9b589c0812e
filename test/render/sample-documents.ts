/**
 * A site, articles and the three documents of a feed, for the tests of this room.
 */
import { DOMParser, type Document, type Element, onWarningStopParsing } from '@xmldom/xmldom';
import type { Site } from '../../src/base/site.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { type FeedHead, FORMATS, type Format } from '../../src/feeds/feed.ts';
import { feedHead } from '../../src/feeds/feed-head.ts';
import type { Article } from '../../src/ledger/article.ts';
import { FRAGMENTS, renderDocument } from '../../src/render/document.ts';
import { itemOf } from '../../src/render/item.ts';

/** What XML calls the prefixes that the tests ask for. */
export const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  media: 'http://search.yahoo.com/mrss/',
} as const;

/** The site, with `overrides`. */
export function sampleSite(overrides: Partial<Site> = {}): Site {
  return {
    title: 'The Lantern',
    description: 'News of the harbour',
    language: 'en',
    baseUrl: 'https://lantern.example.org',
    authority: 'lantern.example.org',
    author: 'The Lantern',
    copyright: undefined,
    ...overrides,
  };
}

/** An article as the ledger gives it out, with `overrides`. */
export function sampleArticle(overrides: Partial<Article> = {}): Article {
  return {
    row: 1,
    id: 'tag:lantern.example.org,2025-09-05:harbour/lamp',
    slug: 'the-lamp-is-lit',
    state: 'live',
    published: new Date('2025-09-05T12:00:00Z'),
    updated: new Date('2025-09-05T12:00:00Z'),
    tie: 0,
    revision: 1,
    change: 1,
    headline: plainLine('The lamp is lit'),
    summary: plainLine('It shines again.'),
    authors: [{ name: plainLine('Ada Quill') }],
    tags: [],
    feeds: [],
    body: '<p>It shines again.</p>' as SafeHtml,
    ...overrides,
  };
}

/** The head of the main feed, with `overrides`. */
export function sampleHead(site: Site, overrides: Partial<FeedHead> = {}): FeedHead {
  const record = { key: '', name: '', change: 7, modified: new Date('2025-09-06T08:00:00Z') };
  return { ...feedHead(record, site), ...overrides };
}

/** The feed of these articles in every format; `ttl` says 15 minutes. */
export function documentsOf(
  articles: readonly Article[],
  site: Site = sampleSite(),
  head: FeedHead = sampleHead(site),
): Readonly<Record<Format, string>> {
  const documentIn = (format: Format) => {
    const fragments = articles.map((article) => FRAGMENTS[format](itemOf(article, article.body, site)));
    return renderDocument(head, format, fragments, site, 15);
  };
  return Object.fromEntries(FORMATS.map((format) => [format, documentIn(format)])) as Record<Format, string>;
}

/** The document as a strict parser reads it. @throws {ParseError} when it is not well-formed */
export function parseXml(text: string): Document {
  return new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml');
}

/** The elements under `parent`, at any depth, by name (`title`, `dc:creator`). */
export function elementsOf(parent: Document | Element, name: string): readonly Element[] {
  const [local, prefix] = name.split(':').reverse() as [string, keyof typeof NAMESPACES | undefined];
  return [...parent.getElementsByTagName('*')].filter((element) =>
    prefix === undefined
      ? element.nodeName === local
      : element.localName === local && element.namespaceURI === NAMESPACES[prefix],
  );
}

/** The text of every such element. */
export function textsOf(parent: Document | Element, name: string): readonly string[] {
  return elementsOf(parent, name).map((element) => element.textContent ?? '');
}

/** The children's names, in order. */
export function childNames(parent: Element): readonly string[] {
  return [...parent.childNodes].filter(({ nodeType }) => nodeType === 1).map(({ nodeName }) => nodeName);
}
