import { expect } from 'chai';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { FORMATS, type Format } from '../../src/feeds/feed.ts';
import { documentsOf, elementsOf, parseXml, sampleArticle, sampleSite, textsOf } from './sample-documents.ts';

/** What every format must say alike of one article. */
interface Said {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly html: string | undefined;
  readonly published: string;
  readonly modified: string;
  readonly authors: readonly (string | undefined)[];
  readonly tags: readonly (string | undefined)[];
}

const articles = [
  sampleArticle({
    id: 'tag:lantern.example.org,2025-09-05:ferries',
    slug: 'ferries',
    headline: plainLine('Ferries & tides <again>'),
    summary: plainLine('5 > 3 & 2 < 4'),
    section: plainLine('R&D'),
    tags: [plainLine('Q&A'), plainLine('R&D'), plainLine('<tag>')],
    authors: [{ name: plainLine('Ada & Bo') }, { name: plainLine('C. <D>') }],
    body: '<p>5 &gt; 3 &amp; 2 &lt; 4 ]]&gt;</p>' as SafeHtml,
    updated: new Date('2025-09-05T13:00:00Z'),
    tie: 1,
  }),
  sampleArticle({ updated: new Date('2025-09-05T13:00:00Z') }),
  sampleArticle({
    id: 'urn:uuid:12345678-1234-1234-1234-123456789012',
    permalink: 'https://elsewhere.example/a?b=1&c=2',
    headline: plainLine('…the move – Putin'),
    authors: [],
    source: plainLine('The Harbour Wire'),
    published: new Date('2024-02-29T23:59:59Z'),
    updated: new Date('2024-02-29T23:59:59Z'),
  }),
];
const documents = documentsOf(articles);

/** An instant whatever its spelling; microseconds beyond the millisecond are compared in the raw text below. */
const instant = (written: string | undefined) => new Date(written ?? Number.NaN).toISOString();
const names = (people: readonly { name?: string | undefined }[] | undefined) =>
  people?.map(({ name }) => name) ?? [];
const unescaped = (html: string | undefined) =>
  html?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

const SAID: Readonly<Record<Format, () => readonly Said[]>> = {
  rss: () =>
    parseRssFeed(documents.rss).items!.map((item) => ({
      id: item.guid?.value,
      url: item.link,
      title: item.title,
      summary: unescaped(item.description),
      html: item.content?.encoded,
      published: instant(item.pubDate),
      modified: instant([item.dcterms?.modified].flat()[0]),
      authors: item.dc?.creators ?? [],
      tags: item.categories?.map(({ name }) => name) ?? [],
    })),
  atom: () =>
    parseAtomFeed(documents.atom).entries!.map((entry) => ({
      id: entry.id,
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      title: textOf(entry.title),
      summary: textOf(entry.summary),
      html: textOf(entry.content),
      published: instant(entry.published),
      modified: instant(entry.updated),
      authors: names(entry.authors),
      tags: entry.categories?.map(({ term }) => term) ?? [],
    })),
  json: () =>
    parseJsonFeed(documents.json).items!.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      html: item.content_html,
      published: instant(item.date_published),
      modified: instant(item.date_modified),
      authors: names(item.authors),
      tags: item.tags ?? [],
    })),
};

function textOf(construct: unknown): string | undefined {
  return typeof construct === 'string' ? construct : (construct as { value?: string } | undefined)?.value;
}

describe('one feed in three formats (J-25, A-17)', () => {
  const expected: readonly Said[] = articles.map((article) => ({
    id: article.id,
    url: article.permalink ?? `https://lantern.example.org/articles/${article.slug}`,
    title: article.headline,
    summary: article.summary,
    html: article.body,
    published: article.published.toISOString(),
    modified: article.updated.toISOString(),
    authors: article.authors.length > 0 ? names(article.authors) : [article.source],
    tags: [...new Set([...(article.section === undefined ? [] : [article.section]), ...article.tags])],
  }));
  for (const format of FORMATS) {
    it(`says the same of the same articles in the same order in ${format}, read by feedsmith`, () => {
      expect(SAID[format]()).to.deep.equal(expected);
    });
  }
  it('spells the last change alike, to the microsecond', () => {
    const spelled = ['2025-09-05T13:00:00.000001Z', '2025-09-05T13:00:00Z', '2024-02-29T23:59:59Z'];
    const atom = parseXml(documents.atom);
    const json = JSON.parse(documents.json) as { items: { date_modified: string }[] };
    expect(textsOf(parseXml(documents.rss), 'dcterms:modified')).to.deep.equal(spelled);
    expect(elementsOf(atom, 'entry').flatMap((entry) => textsOf(entry, 'updated'))).to.deep.equal(spelled);
    expect(json.items.map((item) => item.date_modified)).to.deep.equal(spelled);
  });
  for (const format of ['rss', 'atom'] as const) {
    it(`gives rss-parser the same ids, links and titles in ${format}`, async () => {
      const parsed = await new RssParser().parseString(documents[format]);
      const ids = parsed.items.map((item) => item.guid ?? (item as { id?: string }).id);
      expect(ids).to.deep.equal(articles.map(({ id }) => id));
      expect(parsed.items.map(({ title }) => title)).to.deep.equal(articles.map(({ headline }) => headline));
      expect(parsed.items.map(({ link }) => link)).to.deep.equal(expected.map(({ url }) => url));
      expect(parsed.feedUrl).to.equal(`https://lantern.example.org/${format}.xml`);
    });
  }
  it('gives the same bytes in every zone and every time', () => {
    const zone = process.env.TZ;
    for (const other of ['Pacific/Kiritimati', 'America/St_Johns']) {
      process.env.TZ = other;
      try {
        expect(documentsOf(articles)).to.deep.equal(documents);
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
    }
  });
  it('names a feed without articles in every format', () => {
    const empty = documentsOf([], sampleSite());
    expect(parseRssFeed(empty.rss).items ?? []).to.deep.equal([]);
    expect(parseAtomFeed(empty.atom).entries ?? []).to.deep.equal([]);
    expect((JSON.parse(empty.json) as { items: unknown[] }).items).to.deep.equal([]);
  });
});
