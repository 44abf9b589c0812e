import { expect } from 'chai';
import { SITE_MARK } from '../../src/base/address.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { documentsOf, sampleArticle, sampleSite } from './sample-documents.ts';

const articles = [
  sampleArticle({
    headline: plainLine('Q&A on <head> &lt;'),
    authors: [{ name: plainLine('Ada'), email: 'ada@lantern.example.org', url: 'https://ada.example/' }],
    section: plainLine('Harbour'),
    tags: [plainLine('ferry'), plainLine('Harbour')],
    language: 'de',
    picture: { url: `${SITE_MARK}/assets/1/a.png`, alt: plainLine('A lamp'), type: 'image/png', bytes: 2048 },
    body: `<p><img src="${SITE_MARK}/assets/1/a.png"></p>` as SafeHtml,
    tie: 1,
  }),
  sampleArticle({
    id: 'tag:lantern.example.org,2025-09-01:two',
    language: 'en',
    authors: [],
    summary: plainLine(''),
    permalink: 'https://elsewhere.example/two',
    picture: { url: 'https://elsewhere.example/b' },
  }),
];
const text = documentsOf(articles).json;
const feed = JSON.parse(text);
const [first, second] = feed.items;

describe('jsonDocument (J-01 … J-23)', () => {
  const cases: [what: string, found: unknown, expected: unknown][] = [
    [
      'says version 1.1 first (J-01)',
      text.startsWith('{"version":"https://jsonfeed.org/version/1.1",'),
      true,
    ],
    ['has a title and items (J-02)', [feed.title, feed.items.length], ['The Lantern', 2]],
    [
      'says its page and its own address (J-03)',
      [feed.home_page_url, feed.feed_url],
      ['https://lantern.example.org/', 'https://lantern.example.org/feed.json'],
    ],
    ['has a plain description (J-04)', feed.description, 'News of the harbour'],
    [
      'names its author, and no deprecated one (J-07)',
      [feed.authors, feed.author],
      [[{ name: 'The Lantern' }], undefined],
    ],
    [
      'says its language, and an article’s only where it differs (J-08)',
      [feed.language, first.language, second.language],
      ['en', 'de', undefined],
    ],
    ['gives each item its id as a string (J-11)', [first.id, second.id], articles.map(({ id }) => id)],
    [
      'gives each item its address (J-12)',
      [first.url, second.url],
      ['https://lantern.example.org/articles/the-lamp-is-lit', 'https://elsewhere.example/two'],
    ],
    [
      'gives each item HTML with absolute addresses (J-13, J-15, R-43)',
      first.content_html,
      '<p><img src="https://lantern.example.org/assets/1/a.png"></p>',
    ],
    [
      'keeps title and summary plain (J-14)',
      [first.title, first.summary],
      ['Q&A on <head> &lt;', 'It shines again.'],
    ],
    [
      'has absolute images (J-15)',
      [first.image, second.image],
      ['https://lantern.example.org/assets/1/a.png', 'https://elsewhere.example/b'],
    ],
    [
      'says both dates, the last change apart from every other (J-16, A-21)',
      [first.date_published, first.date_modified],
      ['2025-09-05T12:00:00Z', '2025-09-05T12:00:00.000001Z'],
    ],
    [
      'names authors with what JSON Feed knows of them (J-17)',
      [first.authors, second.authors],
      [[{ name: 'Ada', url: 'https://ada.example/' }], [{ name: 'The Lantern' }]],
    ],
    ['has each tag once (J-18)', [first.tags, second.tags], [['Harbour', 'ferry'], undefined]],
    [
      'attaches the picture with type and size, and none of unknown type (J-19)',
      [first.attachments, second.attachments],
      [
        [
          {
            url: 'https://lantern.example.org/assets/1/a.png',
            mime_type: 'image/png',
            title: 'A lamp',
            size_in_bytes: 2048,
          },
        ],
        undefined,
      ],
    ],
    ['has no null and no empty text (J-21)', /:(null|"")/.test(text), false],
    ['leaves out an empty summary (J-21)', 'summary' in second, false],
    [
      'is well-formed, and ends with a line feed (J-22)',
      [text.isWellFormed(), text.endsWith('\n')],
      [true, true],
    ],
  ];
  for (const [what, found, expected] of cases) {
    it(what, () => {
      expect(found).to.deep.equal(expected);
    });
  }
  it('has an empty list for a feed without articles (J-02)', () => {
    expect(JSON.parse(documentsOf([], sampleSite()).json).items).to.deep.equal([]);
  });
});
