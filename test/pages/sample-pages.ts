/**
 * A small site, and every page made of it, for the tests of this room.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { articlePage } from '../../src/pages/article-page.ts';
import { feedPage } from '../../src/pages/feed-page.ts';
import { homePage } from '../../src/pages/home.ts';
import { noticePage } from '../../src/pages/notice-page.ts';
import type { ArticleView, FeedKind, FeedLink, PageSite } from '../../src/pages/page-model.ts';

/** An element of a parsed page. */
export type Element = DefaultTreeAdapterTypes.Element;

/** The site, with `overrides`. */
export function sampleSite(overrides: Partial<PageSite> = {}): PageSite {
  return {
    title: 'The Lantern',
    description: 'News of the harbour.',
    language: 'en',
    baseUrl: 'https://lantern.example.org',
    authority: 'lantern.example.org',
    author: 'The Lantern',
    copyright: '© The Lantern',
    ...overrides,
  };
}

/** A feed as http would describe it. */
export function sampleFeed(kind: FeedKind, title: string, slug = title.toLowerCase(), count = 3): FeedLink {
  const home = kind === 'main' ? '/' : `/${kind}s/${slug}/`;
  const root = `https://lantern.example.org${home}`;
  return {
    kind,
    title,
    home,
    rss: `${root}rss.xml`,
    atom: `${root}atom.xml`,
    json: `${root}feed.json`,
    count,
  };
}

/** An article, with `overrides`. */
export function sampleArticle(overrides: Partial<ArticleView> = {}): ArticleView {
  return {
    title: 'The lamp is lit',
    url: '/articles/the-lamp-is-lit',
    published: new Date('2025-09-05T12:00:00Z'),
    updated: new Date('2025-09-05T12:00:00Z'),
    summary: 'It shines again.',
    section: { name: 'Harbour', home: '/sections/harbour/' },
    authors: ['Ada Quill'],
    authorsLinked: [{ name: 'Ada Quill', home: '/authors/ada-quill/' }],
    tags: [{ name: 'ferry', home: '/tags/ferry/' }],
    picture: { url: '/assets/1/lamp.png', alt: 'The lamp' },
    language: 'en',
    body: '<p>It shines again.</p>',
    ...overrides,
  };
}

/** The main feed and one of each other kind. */
export const SAMPLE_FEEDS: readonly FeedLink[] = [
  sampleFeed('main', 'The Lantern'),
  sampleFeed('section', 'Harbour'),
  sampleFeed('tag', 'ferry'),
  sampleFeed('author', 'Ada Quill', 'ada-quill'),
];

/** Every kind of page, by name. */
export function samplePages(site: PageSite, article: ArticleView): Readonly<Record<string, string>> {
  const [main, section] = SAMPLE_FEEDS as [FeedLink, FeedLink];
  return {
    home: homePage(site, SAMPLE_FEEDS, [article]),
    'a feed page': feedPage(site, section, main, [article]),
    'an article page': articlePage(site, article, [section, main]),
    'a notice': noticePage(site, main, { title: 'Nothing here', message: 'It never was.' }),
  };
}

/** Every element of the page with this name, in document order. */
export function elements(html: string, name: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === name) found.push(child);
      visit(child);
    }
  };
  visit(parse(html));
  return found;
}

/** The value of an attribute; undefined where it is missing. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text inside an element. */
export function text(element: Element): string {
  return element.childNodes
    .map((child) => ('tagName' in child ? text(child) : 'value' in child ? child.value : ''))
    .join('');
}

/** The content of the page's `meta` element with this name or property. */
export function meta(html: string, name: string): string | undefined {
  const found = elements(html, 'meta').find(
    (element) => attribute(element, 'name') === name || attribute(element, 'property') === name,
  );
  return found && attribute(found, 'content');
}
