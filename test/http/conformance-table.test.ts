/**
 * One table of requests over every feed, format and coding, asked of the fast path and of Express alike.
 *
 * Express is asked by a spelling of the address that the fast path's table does not hold: the first letter of the
 * document's name as its percent-encoding.
 */
import { expect } from 'chai';
import { addSeconds } from 'date-fns/addSeconds';
import { FORMATS } from '../../src/feeds/feed.ts';
import { documentPath } from '../../src/feeds/feed-address.ts';
import { CODINGS, type Coding } from '../../src/render/representation.ts';
import { type Answer, askRaw, decoded } from './client.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

const FEEDS = ['', 'sections/harbour', 'sections/town', 'tags/boats', 'authors/ada-quill'];

/** What a reader holds: the quoted tag of its coding, the tag of all codings, and the date. */
interface Held {
  readonly etag: string;
  readonly tag: string;
  readonly modified: string;
}

type Conditions = (held: Held) => Readonly<Record<string, string>>;

const LONG_AGO = 'Wed, 01 Oct 2014 10:00:00 GMT';

const CASES: [what: string, conditions: Conditions, status: number][] = [
  ['nothing', () => ({}), 200],
  ['its tag (H-05)', ({ etag }) => ({ 'If-None-Match': etag }), 304],
  ['its tag, weak (H-04)', ({ etag }) => ({ 'If-None-Match': `W/${etag}` }), 304],
  ['the tag of another coding', ({ tag }) => ({ 'If-None-Match': `"${tag}"` }), 304],
  ['several tags (H-04)', ({ etag }) => ({ 'If-None-Match': `"a", W/"b,c",${etag}` }), 304],
  [
    'its tag behind empty elements (RFC 9110 §5.6.1)',
    ({ etag }) => ({ 'If-None-Match': `, ,${etag}, ` }),
    304,
  ],
  ['several others', () => ({ 'If-None-Match': '"a", W/"b,c", "d"' }), 200],
  ['any tag (H-04)', () => ({ 'If-None-Match': '*' }), 304],
  ['-gzip behind it (H-07)', ({ tag }) => ({ 'If-None-Match': `"${tag}-gzip"` }), 304],
  ['--gzip behind it (H-07)', ({ tag }) => ({ 'If-None-Match': `W/"${tag}--gzip"` }), 304],
  [';gzip behind it (H-07)', ({ tag }) => ({ 'If-None-Match': `"${tag};gzip"` }), 304],
  ['-br behind it (H-07)', ({ tag }) => ({ 'If-None-Match': `"${tag}-br"` }), 304],
  ['a tag without quotes (H-09)', ({ tag }) => ({ 'If-None-Match': tag }), 200],
  ['its date (H-06)', ({ modified }) => ({ 'If-Modified-Since': modified }), 304],
  ['a later date (C-70)', ({ modified }) => ({ 'If-Modified-Since': shifted(modified, 3600) }), 304],
  ['an earlier date', ({ modified }) => ({ 'If-Modified-Since': shifted(modified, -1) }), 200],
  ['no date at all (H-06)', () => ({ 'If-Modified-Since': '2025-10-01 12:00' }), 200],
  [
    'another tag and its date (H-03)',
    ({ modified }) => ({ 'If-None-Match': '"old"', 'If-Modified-Since': modified }),
    200,
  ],
  [
    'its tag and an old date (H-03)',
    ({ etag }) => ({ 'If-None-Match': etag, 'If-Modified-Since': LONG_AGO }),
    304,
  ],
  ['no-cache (H-15)', () => ({ 'Cache-Control': 'no-cache', Pragma: 'no-cache' }), 200],
  [
    'its tag and no-cache (H-15)',
    ({ etag }) => ({ 'If-None-Match': etag, 'Cache-Control': 'no-cache' }),
    304,
  ],
  [
    'its tag and max-age=0 (H-15)',
    ({ etag }) => ({ 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }),
    304,
  ],
  [
    'its date and no-cache (H-15)',
    ({ modified }) => ({ 'If-Modified-Since': modified, Pragma: 'no-cache' }),
    304,
  ],
  ['that it is still so (RFC 9110 §13.1.1)', ({ etag }) => ({ 'If-Match': etag }), 200],
  ['that it is one of several', ({ etag }) => ({ 'If-Match': `"a", ${etag}` }), 200],
  ['that it is anything', () => ({ 'If-Match': '*' }), 200],
  ['that it is another (§13.1.1)', () => ({ 'If-Match': '"old"' }), 412],
  ['that it is so, weakly (§8.8.3.2)', ({ etag }) => ({ 'If-Match': `W/${etag}` }), 412],
  ['that it is another, and has it', ({ etag }) => ({ 'If-Match': '"old"', 'If-None-Match': etag }), 412],
  ['that it is so, and has it', ({ etag }) => ({ 'If-Match': etag, 'If-None-Match': etag }), 304],
  ['that it has not changed since (§13.1.4)', ({ modified }) => ({ 'If-Unmodified-Since': modified }), 200],
  ['that it has not changed for years', () => ({ 'If-Unmodified-Since': LONG_AGO }), 412],
  ['that it has not changed since no date', () => ({ 'If-Unmodified-Since': 'never' }), 200],
  [
    'that it is so, whenever it changed',
    ({ etag }) => ({ 'If-Match': etag, 'If-Unmodified-Since': LONG_AGO }),
    200,
  ],
  ['a range (H-17)', () => ({ Range: 'bytes=0-9' }), 200],
  ['a range of what it has (H-17)', ({ etag }) => ({ Range: 'bytes=0-9', 'If-Range': etag }), 200],
  ['a range behind the end (H-17)', () => ({ Range: 'bytes=99999999-' }), 200],
  ['a range, and has it', ({ etag }) => ({ Range: 'bytes=0-9', 'If-None-Match': etag }), 304],
  ['a delta to nothing (H-63)', ({ etag }) => ({ 'A-IM': 'feed', 'If-None-Match': etag }), 304],
  ['a delta to the unknown (H-66)', () => ({ 'A-IM': 'feed, gzip', 'If-None-Match': '"old"' }), 200],
];

describe('every feed, format and coding, by the fast path and by Express (H-01 … H-19, H-31 … H-35)', () => {
  let running: RunningService;

  before(async () => {
    const clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(LANTERN_FILES, { clock });
    clock.set('2025-10-01T11:00:00Z');
    const paths = FEEDS.flatMap((key) => FORMATS.map((format) => documentPath(key, format)));
    // The smallest brotli comes by itself, and with another tag: it should not come in the middle of a comparison.
    for (const path of paths) await running.get(path);
    for (const path of paths)
      await until(
        `${path} is as small as it gets`,
        async () => /-br\d+"$/.test((await running.get(path, accepting('br'))).headers.etag!),
        10_000,
      );
  });
  after(() => running.end());

  for (const key of FEEDS) {
    for (const format of FORMATS) {
      const path = documentPath(key, format);
      const byExpress = spelledOtherwise(path);

      for (const coding of CODINGS) {
        it(`${path} in ${coding}`, async () => {
          const headers = accepting(coding);
          const whole = await running.get(path, headers);
          const held = heldOf(whole);
          for (const [what, conditions, status] of CASES) {
            for (const method of ['GET', 'HEAD']) {
              const question = { method, headers: { ...headers, ...conditions(held) } };
              const [fast, slow, cruft] = await Promise.all([
                running.ask(path, question),
                running.ask(byExpress, question),
                running.ask(`${path}?utm_source=x`, question),
              ]);
              expect(fast.status, `${method} ${what}`).to.equal(status);
              expect(told(slow), `${method} ${what}, by Express`).to.deep.equal(told(fast));
              expect(told(cruft), `${method} ${what}, with a query (H-19)`).to.deep.equal(told(fast));
              if (status === 200 && method === 'GET')
                expect(fast.body.equals(whole.body), what).to.equal(true);
              if (status === 304) expect(fast.body, what).to.have.length(0);
              if (status !== 412) expectValidators(fast, whole);
            }
          }
        });
      }

      it(`${path} by HTTP/1.0`, async () => {
        const whole = await running.get(path);
        for (const address of [path, byExpress]) {
          const answer = await askRaw(running.service.port, `GET ${address} HTTP/1.0\r\n\r\n`);
          const [head = '', body = ''] = halves(answer);
          expect(head)
            .to.match(/^HTTP\/1\.1 200 /)
            .and.match(/^Connection: close$/im);
          expect(head).to.not.match(/^(?:Transfer-Encoding|Content-Encoding):/im);
          expect(body).to.equal(whole.body.toString());
          const again = await askRaw(
            running.service.port,
            `GET ${address} HTTP/1.0\r\nIf-None-Match: ${whole.headers.etag}\r\n\r\n`,
          );
          expect(again).to.match(/^HTTP\/1\.1 304 [\s\S]*\r\n\r\n$/);
        }
      });

      it(`${path} is not written to, whatever is known of it (H-02, H-18)`, async () => {
        for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
          for (const headers of [{}, { 'If-None-Match': '*' }, { 'If-Match': '"old"' }])
            expect((await running.ask(path, { method, headers })).status, method).to.equal(405);
        }
      });
    }
  }
});

/** What 200 and 304 have in common (H-01, H-08, H-13, H-29, H-31). */
function expectValidators({ headers }: Answer, whole: Answer): void {
  for (const name of ['etag', 'last-modified', 'cache-control', 'vary'])
    expect(headers[name], name).to.equal(whole.headers[name]);
  expect(headers.vary).to.match(/\bAccept-Encoding\b/);
  expect(Date.parse(headers['last-modified']!)).to.be.at.most(Date.parse(headers.date!));
}

function heldOf(whole: Answer): Held {
  expect(decoded(whole).length).to.be.greaterThan(1024);
  const etag = whole.headers.etag!;
  return {
    etag,
    tag: etag.slice(1, -1).replace(/-[a-z]+[0-9]*$/, ''),
    modified: whole.headers['last-modified']!,
  };
}

/** The same address in other letters: Express's alone to answer. */
function spelledOtherwise(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}%${path.charCodeAt(at).toString(16)}${path.slice(at + 1)}`;
}

function accepting(coding: Coding): Readonly<Record<string, string>> {
  return coding === 'identity' ? {} : { 'Accept-Encoding': coding };
}

/** All of an answer but its date, and the address in a problem's words. */
function told({ status, rawHeaders, body }: Answer): object {
  const headers = rawHeaders.map((text, at) => (at % 2 === 1 && rawHeaders[at - 1] === 'Date' ? '' : text));
  return { status, headers, body: body.toString('base64') };
}

function halves(answer: string): readonly string[] {
  const at = answer.indexOf('\r\n\r\n');
  return [answer.slice(0, at), answer.slice(at + 4)];
}

function shifted(date: string, seconds: number): string {
  return addSeconds(new Date(date), seconds).toUTCString();
}
