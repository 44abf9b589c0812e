import { expect } from 'chai';
import { addSeconds } from 'date-fns/addSeconds';
import type { Format } from '../../src/feeds/feed.ts';
import { FORMATS } from '../../src/feeds/feed.ts';
import { documentPath } from '../../src/feeds/feed-address.ts';
import { CODINGS } from '../../src/render/representation.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService } from './running-service.ts';

/** What stands for the present tag and date in the table. */
interface Held {
  /** Without quotes, of the identity coding. */
  readonly tag: string;
  readonly modified: string;
}

type Conditions = (held: Held) => Record<string, string>;

const CASES: [what: string, conditions: Conditions, status: 200 | 304][] = [
  ['sends the body to a first-time reader', () => ({}), 200],
  ['matches its tag (H-05)', ({ tag }) => ({ 'If-None-Match': `"${tag}"` }), 304],
  ['matches a tag a proxy weakened (H-04)', ({ tag }) => ({ 'If-None-Match': `W/"${tag}"` }), 304],
  ['matches one tag of a list (H-04)', ({ tag }) => ({ 'If-None-Match': `"a", W/"b" ,"${tag}"` }), 304],
  [
    'matches a tag behind one with a comma in it (H-04)',
    ({ tag }) => ({ 'If-None-Match': `"a,b", "${tag}"` }),
    304,
  ],
  [
    'passes over empty elements of a list (RFC 9110 §5.6.1)',
    ({ tag }) => ({ 'If-None-Match': `, ,"${tag}", ,` }),
    304,
  ],
  ['takes a comma inside a tag as part of it', ({ tag }) => ({ 'If-None-Match': `"a,${tag}"` }), 200],
  ['matches any tag (H-04)', () => ({ 'If-None-Match': '*' }), 304],
  ['does not take "*" for any tag', () => ({ 'If-None-Match': '"*"' }), 200],
  ['matches -gzip at the end (H-07)', ({ tag }) => ({ 'If-None-Match': `"${tag}-gzip"` }), 304],
  ['matches --gzip at the end (H-07)', ({ tag }) => ({ 'If-None-Match': `"${tag}--gzip"` }), 304],
  ['matches ;gzip at the end (H-07)', ({ tag }) => ({ 'If-None-Match': `"${tag};gzip"` }), 304],
  ['matches -br at the end (H-07)', ({ tag }) => ({ 'If-None-Match': `W/"${tag}-br"` }), 304],
  ['matches a suffix on a suffix (H-07)', ({ tag }) => ({ 'If-None-Match': `"${tag}-br-gzip"` }), 304],
  ['does not match a longer tag', ({ tag }) => ({ 'If-None-Match': `"${tag}0"` }), 200],
  ['does not match a shorter tag', ({ tag }) => ({ 'If-None-Match': `"${tag.slice(0, -1)}"` }), 200],
  ['does not match another tag', () => ({ 'If-None-Match': '"old"' }), 200],
  ['does not match an empty tag', () => ({ 'If-None-Match': '""' }), 200],
  ['does not match a tag without quotes', ({ tag }) => ({ 'If-None-Match': tag }), 200],
  ['does not match an empty condition', () => ({ 'If-None-Match': '' }), 200],
  ['matches its own date (H-06)', ({ modified }) => ({ 'If-Modified-Since': modified }), 304],
  [
    'matches a later date (C-70)',
    ({ modified }) => ({ 'If-Modified-Since': shifted(modified, 86_400) }),
    304,
  ],
  ['does not match an earlier date', ({ modified }) => ({ 'If-Modified-Since': shifted(modified, -1) }), 200],
  ['reads the date of RFC 850', () => ({ 'If-Modified-Since': 'Wednesday, 01-Oct-25 12:00:00 GMT' }), 304],
  ['reads the date of asctime', () => ({ 'If-Modified-Since': 'Wed Oct  1 12:00:00 2025' }), 304],
  ['ignores a date that is none (H-06)', () => ({ 'If-Modified-Since': 'yesterday' }), 200],
  ['ignores a date of another shape (H-06)', () => ({ 'If-Modified-Since': '2030-01-01T00:00:00Z' }), 200],
  [
    'ignores a date of another zone (H-06)',
    () => ({ 'If-Modified-Since': 'Thu, 02 Oct 2025 10:00:00 CET' }),
    200,
  ],
  [
    'ignores an impossible date (H-06)',
    () => ({ 'If-Modified-Since': 'Thu, 42 Oct 2025 10:00:00 GMT' }),
    200,
  ],
  ['ignores an empty date (H-06)', () => ({ 'If-Modified-Since': '' }), 200],
  [
    'lets a tag mismatch overrule the date (H-03)',
    ({ modified }) => ({ 'If-None-Match': '"old"', 'If-Modified-Since': modified }),
    200,
  ],
  [
    'lets a matching tag overrule an old date (H-03)',
    ({ tag }) => ({ 'If-None-Match': `"${tag}"`, 'If-Modified-Since': 'Wed, 01 Oct 2014 10:00:00 GMT' }),
    304,
  ],
  [
    'still answers 304 to a reload (H-15)',
    ({ tag }) => ({ 'If-None-Match': `"${tag}"`, 'Cache-Control': 'no-cache', Pragma: 'no-cache' }),
    304,
  ],
  [
    'still answers 304 to a reload by date (H-15)',
    ({ modified }) => ({ 'If-Modified-Since': modified, 'Cache-Control': 'max-age=0' }),
    304,
  ],
];

describe('conditional requests (H-03 … H-08, H-15)', () => {
  let running: RunningService;

  before(async () => {
    const clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(LANTERN_FILES, { clock });
    clock.set('2025-10-01T11:00:00Z');
  });
  after(() => running.end());

  const addresses = [
    ...FORMATS.map((format) => documentPath('', format)),
    '/feed',
    '/',
    '/articles/the-lamp-is-lit',
    '/opml.xml',
  ];

  for (const path of addresses) {
    describe(path, () => {
      for (const [what, conditions, status] of CASES) {
        it(what, async () => {
          const { headers } = await running.get(path);
          const held = { tag: headers.etag!.slice(1, -1), modified: headers['last-modified']! };
          for (const method of ['GET', 'HEAD'])
            expect((await running.ask(path, { method, headers: conditions(held) })).status, method).to.equal(
              status,
            );
        });
      }
    });
  }

  for (const format of FORMATS) {
    it(`answers 304 for ${format} to the tag of any coding in any coding (H-10)`, async () => {
      const path = documentPath('', format);
      for (const held of CODINGS) {
        const { headers } = await running.get(path, { 'Accept-Encoding': held });
        for (const asked of CODINGS) {
          const answer = await running.get(path, { 'Accept-Encoding': asked, 'If-None-Match': headers.etag });
          expect(answer.status, `${held} then ${asked}`).to.equal(304);
        }
      }
    });
  }

  it('takes no tag of one format for another (H-10)', async () => {
    const tagOf = async (format: Format) => (await running.get(documentPath('', format))).headers.etag!;
    for (const held of FORMATS) {
      for (const asked of FORMATS.filter((format) => format !== held)) {
        const answer = await running.get(documentPath('', asked), { 'If-None-Match': await tagOf(held) });
        expect(answer.status, `${held} for ${asked}`).to.equal(200);
      }
    }
  });

  it('reads tags that come in two header lines as one list (H-04)', async () => {
    const { etag } = (await running.get('/rss.xml')).headers;
    const answer = await running.get('/rss.xml', { 'If-None-Match': ['"old"', etag!] });
    expect(answer.status).to.equal(304);
  });

  it('ignores a date that is given twice (H-06)', async () => {
    const modified = (await running.get('/rss.xml')).headers['last-modified']!;
    const answer = await running.get('/rss.xml', { 'If-Modified-Since': [modified, modified] });
    expect(answer.status).to.equal(200);
  });

  it('looks at no condition where there is nothing (H-02)', async () => {
    const answer = await running.get('/tags/unknown/rss.xml', { 'If-None-Match': '*' });
    expect(answer.status).to.equal(404);
  });
});

function shifted(date: string, seconds: number): string {
  return addSeconds(new Date(date), seconds).toUTCString();
}
