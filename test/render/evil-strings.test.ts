/**
 * Strangers' strings in every field: each document stays well-formed, and independent parsers read them back as they
 * went in, or cleaned as base/text.ts says.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { absoluteWebAddress } from '../../src/article/addresses.ts';
import { sanitizeHtml } from '../../src/article/sanitize.ts';
import { rssDate } from '../../src/base/instant.ts';
import { plainLine } from '../../src/base/text.ts';
import type { Article } from '../../src/ledger/article.ts';
import { documentsOf, elementsOf, parseXml, sampleArticle, sampleSite, textsOf } from './sample-documents.ts';

const ODDITIES = [
  ']]>',
  ']]>]]>',
  '<![CDATA[',
  '&amp;lt;',
  '&lt;b&gt;',
  '&#x26;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '</item>',
  '        </item>',
  '    </channel>',
  '</entry>',
  '<published>2000-01-01</published>',
  '<title><![CDATA[-]]></title>',
  '<id>urn:id</id>',
  '<description>-<',
  '<copyright>-<',
  '<summary type="html"><![CDATA[-]]></summary>',
  '<!-- -->',
  '<?xml?>',
  '$&',
  '$1',
  '$`',
  '\\',
  '(',
  ')',
  '\u0000',
  '\u0007',
  '\u000B',
  '\u001F',
  '\u007F',
  '\u0085',
  '\u0093',
  '\u00AD',
  '\u200D',
  '\u2028',
  '\u2029',
  '\u202E',
  '\u202B\u202C',
  '\u2066',
  '\uFDD0',
  '\uFEFF',
  '\uFFFD',
  '\uFFFE',
  '\uFFFF',
  '\u{1FFFE}',
  '\uD83D',
  '\uDE00',
  '👩‍🚀',
  'e\u0301',
  'עברית',
  ' ',
  '\n',
  '\r\n',
  '\t',
];

/** Text made of ordinary characters, of any UTF-16 units at all, and of what breaks documents. */
const evil = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ODDITIES) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const line = evil.map(plainLine);
const someLine = line.map((text) => (text === '' ? plainLine('-') : text));
const body = evil.map((text) => sanitizeHtml(text, { base: { folder: '' }, idPrefix: 'a-' }));
/** Addresses as readers give them on. */
const address = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .map((url) => absoluteWebAddress(url)!);
const person = fc.record({ name: someLine, email: evil, url: address }, { requiredKeys: ['name'] });
const id = fc
  .webPath()
  .map((path) => new URL(`tag:lantern.example.org,2025-01-01:${path.replace(/^\/+/, '')}`).href);

const evilArticle: fc.Arbitrary<Article> = fc
  .record(
    {
      id,
      headline: someLine,
      summary: line,
      authors: fc.array(person, { maxLength: 3 }),
      source: someLine,
      section: someLine,
      tags: fc.array(someLine, { maxLength: 3 }),
      correction: someLine,
      permalink: address,
      dateline: someLine.map((place) => ({ raw: place, place, city: place })),
      picture: fc.record({
        url: address,
        alt: line,
        type: fc.constant('image/png'),
      }),
      body,
    },
    { requiredKeys: ['id', 'headline', 'summary', 'authors', 'tags', 'body'] },
  )
  .map((fields) => sampleArticle(fields as Partial<Article>));

const evilSite = fc
  .record({ title: someLine, description: someLine, author: someLine, copyright: someLine })
  .map((fields) => sampleSite(fields));

/** Documents of two articles, so that what one holds could spill into the other. */
const evilFeed = fc.tuple(evilSite, fc.array(evilArticle, { minLength: 1, maxLength: 2 }));

const textsIn = (article: Article) => article.authors.map(({ name }) => name);
const unescaped = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const htmlOf = ({ correction, body }: Article) =>
  correction === undefined ? body : `<p><strong>Correction:</strong> ${escaped(correction)}</p>\n${body}`;
const authorsOf = (article: Article, author: string) =>
  article.authors.length > 0 ? textsIn(article) : [article.source ?? author];
const categoriesOf = ({ section, tags }: Article) => [
  ...new Set([...(section === undefined ? [] : [section]), ...tags]),
];
const urlOf = ({ permalink, slug }: Article) => permalink ?? `https://lantern.example.org/articles/${slug}`;

describe('evil strings in every field (R-05, R-07, R-41, A-26, A-27, J-14, J-22, F-03)', function () {
  this.timeout(60_000);

  it('come back from RSS through a strict XML parser', () => {
    fc.assert(
      fc.property(evilFeed, ([site, articles]) => {
        const document = parseXml(documentsOf(articles, site).rss);
        const channel = elementsOf(document, 'channel')[0]!;
        const head = (name: string) => textsOf(channel, name)[0];
        expect(head('title')).to.equal(site.title);
        expect(head('description')).to.equal(site.description);
        expect(head('copyright')).to.equal(site.copyright);
        const items = elementsOf(channel, 'item');
        expect(items).to.have.length(articles.length);
        items.forEach((item, at) => {
          const article = articles[at]!;
          const one = (name: string) => textsOf(item, name);
          expect(one('title')).to.deep.equal([article.headline]);
          expect(one('link')).to.deep.equal([urlOf(article)]);
          expect(one('guid')).to.deep.equal([article.id]);
          expect(one('description').map(unescaped)).to.deep.equal([article.summary || article.headline]);
          expect(one('content:encoded')).to.deep.equal(
            article.body === '' && !article.correction ? [] : [htmlOf(article)],
          );
          expect(one('category')).to.deep.equal(categoriesOf(article));
          expect(one('pubDate')).to.deep.equal([rssDate(article.published)]);
          expect(one('dcterms:spatial')).to.deep.equal(article.dateline ? [article.dateline.place] : []);
          const named = one('author').map((text) => text.slice(text.indexOf(' (') + 2, -1));
          expect([...named, ...one('dc:creator')]).to.deep.equal(authorsOf(article, site.author));
          const picture = elementsOf(item, 'media:content')[0];
          expect(picture?.getAttribute('url')).to.equal(article.picture?.url);
          expect(one('media:description')).to.deep.equal(article.picture?.alt ? [article.picture.alt] : []);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('come back from Atom through a strict XML parser', () => {
    fc.assert(
      fc.property(evilFeed, ([site, articles]) => {
        const document = parseXml(documentsOf(articles, site).atom);
        const feed = document.documentElement!;
        const head = (name: string) => textsOf(feed, name)[0];
        expect(head('title')).to.equal(site.title);
        expect(head('subtitle')).to.equal(site.description);
        expect(head('name')).to.equal(site.author);
        expect(head('rights')).to.equal(site.copyright);
        const entries = elementsOf(feed, 'entry');
        expect(entries).to.have.length(articles.length);
        entries.forEach((entry, at) => {
          const article = articles[at]!;
          const one = (name: string) => textsOf(entry, name);
          const links = (rel: string) =>
            elementsOf(entry, 'link')
              .filter((link) => link.getAttribute('rel') === rel)
              .map((link) => link.getAttribute('href'));
          expect(one('title')).to.deep.equal([article.headline]);
          expect(one('id')).to.deep.equal([article.id]);
          expect(one('summary')).to.deep.equal(article.summary === '' ? [] : [article.summary]);
          expect(one('content')).to.deep.equal(
            article.body === '' && !article.correction ? [] : [htmlOf(article)],
          );
          expect(one('published')).to.deep.equal(['2025-09-05T12:00:00Z']);
          expect(one('name')).to.deep.equal(authorsOf(article, site.author));
          expect(links('alternate')).to.deep.equal([urlOf(article)]);
          expect(links('enclosure')).to.deep.equal(article.picture ? [article.picture.url] : []);
          const terms = elementsOf(entry, 'category').map((category) => category.getAttribute('term'));
          expect(terms).to.deep.equal(categoriesOf(article));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('come back from JSON', () => {
    fc.assert(
      fc.property(evilFeed, ([site, articles]) => {
        const text = documentsOf(articles, site).json;
        expect(text.isWellFormed()).to.equal(true);
        expect(text).not.to.match(/[\u2028\u2029]/);
        const feed = JSON.parse(text);
        expect(feed.title).to.equal(site.title);
        expect(feed.description).to.equal(site.description);
        expect(feed.authors).to.deep.equal([{ name: site.author }]);
        expect(feed.items).to.have.length(articles.length);
        articles.forEach((article, at) => {
          const item = feed.items[at];
          expect(item.id).to.equal(article.id);
          expect(item.url).to.equal(urlOf(article));
          expect(item.title).to.equal(article.headline);
          expect(item.summary).to.equal(article.summary || undefined);
          expect(item.content_html).to.equal(htmlOf(article));
          expect(item.tags ?? []).to.deep.equal(categoriesOf(article));
          expect(item.authors.map(({ name }: { name: string }) => name)).to.deep.equal(
            authorsOf(article, site.author),
          );
          expect(item.image).to.equal(article.picture?.url);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keep the articles apart for a lenient parser, too', () => {
    fc.assert(
      fc.property(evilFeed, ([site, articles]) => {
        const { rss, atom, json } = documentsOf(articles, site);
        const ids = articles.map((article) => article.id);
        expect(parseRssFeed(rss).items?.map(({ guid }) => guid?.value)).to.deep.equal(ids);
        expect(parseAtomFeed(atom).entries?.map((entry) => entry.id)).to.deep.equal(ids);
        expect(parseJsonFeed(json).items?.map((item) => item.id)).to.deep.equal(ids);
      }),
      { numRuns: 100 },
    );
  });
});
