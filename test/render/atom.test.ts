import type { Element } from '@xmldom/xmldom';
import { expect } from 'chai';
import { SITE_MARK } from '../../src/base/address.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import {
  childNames,
  documentsOf,
  elementsOf,
  NAMESPACES,
  parseXml,
  sampleArticle,
  sampleSite,
  textsOf,
} from './sample-documents.ts';

const site = sampleSite({ copyright: '© The Lantern', description: 'Q&A1' });
const articles = [
  sampleArticle({
    headline: plainLine('Q&A1 on <head> &lt;'),
    summary: plainLine('5 < 6 &amp; 7'),
    authors: [
      { name: plainLine('Ada & Bo'), email: 'ada@lantern.example.org', url: 'https://ada.example/?a=1&b=2' },
    ],
    section: plainLine('Harbour'),
    tags: [plainLine('"ferry"')],
    language: 'de',
    picture: { url: `${SITE_MARK}/assets/1/a.png`, type: 'image/png', bytes: 2048 },
    body: `<p><a href="${SITE_MARK}/x">x</a> &amp;amp; ]]&gt;</p>` as SafeHtml,
  }),
  sampleArticle({
    id: 'tag:lantern.example.org,2025-09-01:two',
    slug: 'two',
    authors: [{ name: plainLine('Ada'), email: 'not an address' }],
    language: 'en',
    picture: { url: 'https://elsewhere.example/b' },
    updated: new Date('2025-09-05T12:00:00Z'),
    tie: 1,
  }),
];
const text = documentsOf(articles, site).atom;
const feed = parseXml(text).documentElement!;
const [first, second] = elementsOf(feed, 'entry') as [Element, Element];
const own = (parent: Element, name: string) =>
  [...parent.childNodes].filter(({ nodeName }) => nodeName === name).map((node) => node.textContent);
const links = (parent: Element) =>
  ([...parent.childNodes] as Element[])
    .filter(({ nodeName }) => nodeName === 'link')
    .map((link) => Object.fromEntries([...link.attributes].map(({ name, value }) => [name, value])));

describe('atomDocument: the feed (A-01 … A-07, A-14 … A-25)', () => {
  const cases: [what: string, found: unknown, expected: unknown][] = [
    [
      'starts with the declaration at byte 0 (R-01)',
      text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n'),
      true,
    ],
    [
      'has the root feed in the default namespace, and no prefix (A-01)',
      [feed.nodeName, feed.namespaceURI, /xmlns:/.test(text)],
      ['feed', NAMESPACES.atom, false],
    ],
    [
      'has one id, title and updated (A-02)',
      ['id', 'title', 'updated'].map((name) => own(feed, name)),
      [['tag:lantern.example.org,2025:feed'], ['The Lantern'], ['2025-09-06T08:00:00Z']],
    ],
    ['has an author of its own (A-03)', textsOf(elementsOf(feed, 'author')[0]!, 'name'), ['The Lantern']],
    [
      'has one self and one alternate link (A-04, A-05)',
      links(feed),
      [
        { rel: 'self', type: 'application/atom+xml', href: 'https://lantern.example.org/atom.xml' },
        { rel: 'alternate', type: 'text/html', href: 'https://lantern.example.org/' },
      ],
    ],
    [
      'has one generator, subtitle and rights (A-06)',
      ['generator', 'subtitle', 'rights'].map((name) => own(feed, name).length),
      [1, 1, 1],
    ],
    ['places its own elements before the entries (A-07)', childNames(feed).slice(-2), ['entry', 'entry']],
    ['says its language (A-24)', feed.getAttribute('xml:lang'), 'en'],
    ['uses no xml:base (A-25)', text.includes('xml:base'), false],
    ['escapes the subtitle in hexadecimal (A-26)', text.includes('<subtitle>Q&#x26;A1</subtitle>'), true],
  ];
  for (const [what, found, expected] of cases) {
    it(what, () => {
      expect(found).to.deep.equal(expected);
    });
  }
  it('leaves out a subtitle and rights that are not stated (FV:NotBlank)', () => {
    const bare = documentsOf([], sampleSite({ description: '' })).atom;
    expect(bare).not.to.match(/<(subtitle|rights)/);
  });
});

describe('atomEntry (A-08 … A-34)', () => {
  const cases: [what: string, found: unknown, expected: unknown][] = [
    [
      'has one id, title, updated, content, published and summary (A-08, A-12)',
      ['id', 'title', 'updated', 'content', 'published', 'summary'].map((name) => own(first, name).length),
      [1, 1, 1, 1, 1, 1],
    ],
    [
      'has an alternate link and the picture as enclosure with type and length (A-09, A-33, A-34)',
      links(first),
      [
        { rel: 'alternate', type: 'text/html', href: 'https://lantern.example.org/articles/the-lamp-is-lit' },
        {
          rel: 'enclosure',
          type: 'image/png',
          length: '2048',
          href: 'https://lantern.example.org/assets/1/a.png',
        },
      ],
    ],
    ['offers no enclosure of unknown type (A-34)', links(second).map(({ rel }) => rel), ['alternate']],
    [
      'says the last change to the microsecond, apart from every other (A-18, A-21)',
      own(second, 'updated'),
      ['2025-09-05T12:00:00.000001Z'],
    ],
    ['never says published after updated (A-23)', own(first, 'published'), ['2025-09-05T12:00:00Z']],
    ['says a language other than the feed’s (A-24)', first.getAttribute('xml:lang'), 'de'],
    ['does not repeat the feed’s language', second.getAttribute('xml:lang'), null],
    [
      'has plain titles without a type, escaped in hexadecimal, once (A-26, C-31)',
      /<title>(Q.*)<\/title>/.exec(text)?.[1],
      'Q&#x26;A1 on &#x3C;head&#x3E; &#x26;lt;',
    ],
    ['reads back the title as it is (A-26)', own(first, 'title'), ['Q&A1 on <head> &lt;']],
    [
      'has a plain summary (A-26)',
      [own(first, 'summary'), elementsOf(first, 'summary')[0]?.getAttribute('type')],
      [['5 < 6 &amp; 7'], null],
    ],
    [
      'has HTML escaped once, every address absolute (A-27, R-43)',
      [own(first, 'content'), elementsOf(first, 'content')[0]?.getAttribute('type')],
      [['<p><a href="https://lantern.example.org/x">x</a> &amp;amp; ]]&gt;</p>'], 'html'],
    ],
    [
      'names an author with e-mail and IRI (A-31)',
      childNames(elementsOf(first, 'author')[0]!),
      ['name', 'email', 'uri'],
    ],
    [
      'leaves out an e-mail that is none (A-31, FV:InvalidAddrSpec)',
      childNames(elementsOf(second, 'author')[0]!),
      ['name'],
    ],
    [
      'names section and tags as terms of empty categories (A-32)',
      elementsOf(first, 'category').map((category) => [category.getAttribute('term'), category.textContent]),
      [
        ['Harbour', ''],
        ['"ferry"', ''],
      ],
    ],
    ['has no source', own(first, 'source'), []],
  ];
  for (const [what, found, expected] of cases) {
    it(what, () => {
      expect(found).to.deep.equal(expected);
    });
  }
  it('leaves out an empty summary (FV:NotBlank)', () => {
    expect(documentsOf([sampleArticle({ summary: plainLine('') })]).atom).not.to.include('<summary');
  });
});
