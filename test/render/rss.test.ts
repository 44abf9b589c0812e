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

const person = (name: string, email?: string) => ({ name: plainLine(name), email });
const site = sampleSite({ copyright: '© The Lantern & sons' });
const articles = [
  sampleArticle({
    headline: plainLine('Q&A1 on <head> &lt;'),
    authors: [person('Ada Quill', 'ada@lantern.example.org')],
    section: plainLine('R&D2'),
    tags: [plainLine('ferry'), plainLine('R&D2')],
    dateline: { raw: 'OOSTENDE', place: plainLine('Oostende'), city: plainLine('Oostende') },
    picture: {
      url: `${SITE_MARK}/assets/1/a.png`,
      alt: plainLine('Q&A1'),
      type: 'image/png',
      bytes: 0,
      width: 8,
    },
    body: `<p><a href="${SITE_MARK}/x">x</a></p>` as SafeHtml,
  }),
  sampleArticle({
    id: 'tag:lantern.example.org,2025-09-01:two',
    slug: 'two',
    authors: [person('A', 'a@lantern.example.org'), person('B', 'b@lantern.example.org')],
    summary: plainLine(''),
    source: plainLine('The Harbour Wire'),
    published: new Date('2025-01-01T00:00:00Z'),
    updated: new Date('2025-09-05T12:00:00Z'),
    tie: 1,
  }),
];
const text = documentsOf(articles, site).rss;
const document = parseXml(text);
const channel = elementsOf(document, 'channel')[0]!;
const [first, second] = elementsOf(channel, 'item') as [Element, Element];
const ofChannel = (name: string) =>
  [...channel.childNodes].filter(({ nodeName }) => nodeName === name).map((node) => node.textContent);

describe('rssDocument: the document and its channel (R-01 … R-30)', () => {
  const cases: [what: string, found: unknown, expected: unknown][] = [
    [
      'starts with the declaration at byte 0 (R-01)',
      text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n'),
      true,
    ],
    ['has its root in the first 512 bytes (R-03)', text.indexOf('<rss version="2.0"') < 200, true],
    ['has the root rss in no namespace (R-02)', document.documentElement?.namespaceURI ?? null, null],
    ['has one channel (R-02)', elementsOf(document, 'channel').length, 1],
    [
      'has no document type and no entities (R-04)',
      /<!DOCTYPE|<!ENTITY|&(?!(?:amp|lt|gt|quot|#x26|#x3C|#x3E);)/.test(withoutCdata(text)),
      false,
    ],
    [
      'binds only namespaces that the validator knows, to their customary prefixes (R-09, R-10)',
      Object.fromEntries(
        [...text.matchAll(/xmlns:(\w+)="([^"]*)"/g)].map(([, prefix, name]) => [prefix, name]),
      ),
      NAMESPACES,
    ],
    ['has one title (R-11)', ofChannel('title'), ['The Lantern']],
    ['has one link, to the page for people (R-11)', ofChannel('link'), ['https://lantern.example.org/']],
    ['has one description (R-11)', ofChannel('description'), ['News of the harbour']],
    [
      'repeats nothing (R-12)',
      childNames(channel).filter((name, at, all) => name !== 'item' && all.indexOf(name) !== at),
      [],
    ],
    ['places its own elements before the first item (R-13)', childNames(channel).slice(-2), ['item', 'item']],
    ['has a language (R-14)', ofChannel('language'), ['en']],
    [
      'says its own address in its one and first atom:link (R-15, R-16)',
      elementsOf(channel, 'atom:link').map((link) =>
        ['rel', 'type', 'href'].map((name) => link.getAttribute(name)),
      ),
      [['self', 'application/rss+xml', 'https://lantern.example.org/rss.xml']],
    ],
    ['says when it last changed (R-17, R-18)', ofChannel('lastBuildDate'), ['Sat, 06 Sep 2025 08:00:00 GMT']],
    ['says how long to wait, in minutes (R-21)', ofChannel('ttl'), ['15']],
    [
      'has no textInput, managingEditor or webMaster (R-24, R-26)',
      ['textInput', 'managingEditor', 'webMaster'].flatMap(ofChannel),
      [],
    ],
    [
      'has a plain copyright and no dc:rights (R-28)',
      [ofChannel('copyright'), textsOf(channel, 'dc:rights')],
      [['© The Lantern & sons'], []],
    ],
    [
      'names the specification exactly so (R-08, R-30)',
      ofChannel('docs'),
      ['http://www.rssboard.org/rss-specification'],
    ],
    [
      'names the software and its version (R-30)',
      /^Feedwright \d+\.\d+\.\d+$/.test(ofChannel('generator')[0] ?? ''),
      true,
    ],
  ];
  for (const [what, found, expected] of cases) {
    it(what, () => {
      expect(found).to.deep.equal(expected);
    });
  }
  it('claims no copyright where none is stated', () => {
    expect(documentsOf([]).rss).not.to.include('copyright');
  });
});

describe('rssItem (R-31 … R-47)', () => {
  const names = childNames(first);
  const cases: [what: string, found: unknown, expected: unknown][] = [
    [
      'repeats nothing but categories and people (R-32)',
      names.filter((name, at) => name !== 'category' && names.indexOf(name) !== at),
      [],
    ],
    [
      'says the id, which is no address (R-33, R-34)',
      [elementsOf(first, 'guid')[0]?.textContent, elementsOf(first, 'guid')[0]?.getAttribute('isPermaLink')],
      ['tag:lantern.example.org,2025-09-05:harbour/lamp', 'false'],
    ],
    [
      'has an absolute link (R-36)',
      textsOf(first, 'link'),
      ['https://lantern.example.org/articles/the-lamp-is-lit'],
    ],
    [
      'keeps pubDate at the first publication (R-37)',
      textsOf(second, 'pubDate'),
      ['Wed, 01 Jan 2025 00:00:00 GMT'],
    ],
    [
      'says the last change in dcterms:modified, apart from every other (R-37, A-21)',
      textsOf(second, 'dcterms:modified'),
      ['2025-09-05T12:00:00.000001Z'],
    ],
    [
      'names one author with an address as author (R-38)',
      textsOf(first, 'author'),
      ['ada@lantern.example.org (Ada Quill)'],
    ],
    ['never has author beside dc:creator (R-38, R-39)', textsOf(first, 'dc:creator'), []],
    ['names several authors as dc:creator, one each (R-38)', textsOf(second, 'dc:creator'), ['A', 'B']],
    [
      'pairs no core element with an extension of the same meaning (R-39)',
      names.filter((name) => /^dc:(subject|date|source)|^atom:/.test(name)),
      [],
    ],
    [
      'has the description before content:encoded (R-40)',
      names.indexOf('description') < names.indexOf('content:encoded'),
      true,
    ],
    [
      'describes an article without summary by its headline (R-40)',
      textsOf(second, 'description'),
      ['The lamp is lit'],
    ],
    [
      'escapes titles in hexadecimal, once (R-41, R-42)',
      /<title>(Q.*)<\/title>/.exec(text)?.[1],
      'Q&#x26;A1 on &#x3C;head&#x3E; &#x26;lt;',
    ],
    ['escapes categories in hexadecimal (R-41)', text.includes('<category>R&#x26;D2</category>'), true],
    ['names section and tags, each once (R-27)', textsOf(first, 'category'), ['R&D2', 'ferry']],
    [
      'makes every address in its HTML absolute (R-43)',
      textsOf(first, 'content:encoded'),
      ['<p><a href="https://lantern.example.org/x">x</a></p>'],
    ],
    [
      'tells the picture by media:content, never by enclosure (R-46)',
      [elementsOf(first, 'media:content')[0]?.getAttribute('url'), names.includes('enclosure')],
      ['https://lantern.example.org/assets/1/a.png', false],
    ],
    [
      'leaves out a size or a width that nobody knows (FV:InvalidPositiveInteger)',
      [...elementsOf(first, 'media:content')[0]!.attributes].map(({ name }) => name),
      ['url', 'medium', 'type', 'width'],
    ],
    ['says the place in dcterms:spatial (T-58)', textsOf(first, 'dcterms:spatial'), ['Oostende']],
    ['has no source, even where a source is credited (R-47, T-58)', textsOf(channel, 'source'), []],
  ];
  for (const [what, found, expected] of cases) {
    it(what, () => {
      expect(found).to.deep.equal(expected);
    });
  }
});

describe('rssItem: who is named, and how (R-38, T-42)', () => {
  const cases: [
    what: string,
    authors: ReturnType<typeof person>[],
    source: string | undefined,
    author: string[],
    creator: string[],
  ][] = [
    ['the site for an article that names nobody', [], undefined, [], ['The Lantern']],
    ['the organisation credited', [], 'The Harbour Wire', [], ['The Harbour Wire']],
    ['a person before the organisation', [person('Ada')], 'The Harbour Wire', [], ['Ada']],
    [
      'no address in parentheses that would end the comment',
      [person('Ada (AQ)', 'a@b.example')],
      undefined,
      [],
      ['Ada (AQ)'],
    ],
    ['no address that the validator would look up', [person('Ada', 'a%b@b.example')], undefined, [], ['Ada']],
    ['no address outside ASCII', [person('Ada', 'ä@b.example')], undefined, [], ['Ada']],
    ['markup as text', [person('A & <B>', 'a@b.example')], undefined, ['a@b.example (A & <B>)'], []],
  ];
  for (const [what, authors, source, author, creator] of cases) {
    it(`writes ${what}`, () => {
      const article = sampleArticle({
        authors,
        source: source === undefined ? undefined : plainLine(source),
      });
      const item = parseXml(documentsOf([article]).rss);
      expect(textsOf(item, 'author')).to.deep.equal(author);
      expect(textsOf(item, 'dc:creator')).to.deep.equal(creator);
    });
  }
});

describe('files that come with an article (R-46)', () => {
  const file = (name: string, type: string, bytes = 9) => ({
    url: `${SITE_MARK}/assets/1/${name}`,
    type,
    bytes,
  });
  const article = sampleArticle({
    media: [file('a.pdf', 'application/pdf'), file('b.mp3', 'audio/mpeg', 0), file('c.mp4', 'video/mp4')],
  });
  const { rss, atom, json } = documentsOf([article]);
  const of = (xml: string, name: string, attribute: string) =>
    elementsOf(parseXml(xml), name).map((element) => element.getAttribute(attribute));

  it('are one enclosure with all three attributes, the first recording, and media:content', () => {
    expect(of(rss, 'enclosure', 'url')).to.deep.equal(['https://lantern.example.org/assets/1/b.mp3']);
    expect(of(rss, 'enclosure', 'length')).to.deep.equal(['0']);
    expect(of(rss, 'enclosure', 'type')).to.deep.equal(['audio/mpeg']);
    expect(of(rss, 'media:content', 'medium')).to.deep.equal(['video', 'document']);
  });
  it('are so in Atom and JSON when a picture elsewhere tells its type by its name, without a length', () => {
    const picture = { url: 'https://elsewhere.example/quay.JPG?w=9#a' };
    const elsewhere = documentsOf([sampleArticle({ picture })]);
    expect(elsewhere.atom).to.contain(
      `<link rel="enclosure" type="image/jpeg" href="https://elsewhere.example/quay.JPG?w=9#a"/>`,
    );
    const [item] = JSON.parse(elsewhere.json).items as { image: string; attachments: unknown[] }[];
    expect(item!.image).to.equal(picture.url);
    expect(item!.attachments).to.deep.equal([{ url: picture.url, mime_type: 'image/jpeg' }]);
    expect(of(elsewhere.rss, 'media:content', 'type')).to.deep.equal(['image/jpeg']);
  });
  it('are enclosure links in Atom and attachments in JSON, recordings first (A-34, J-19)', () => {
    const types = ['audio/mpeg', 'video/mp4', 'application/pdf'];
    expect(of(atom, 'link', 'type').slice(-3)).to.deep.equal(types);
    const attachments = (JSON.parse(json).items as { attachments: { mime_type: string }[] }[])[0]!
      .attachments;
    expect(attachments.map(({ mime_type }) => mime_type)).to.deep.equal(types);
  });
});

function withoutCdata(xml: string): string {
  return xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
}
