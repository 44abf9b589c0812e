import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import { expect } from 'chai';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService } from './running-service.ts';

/** How long a connection that the service keeps open is listened to, in milliseconds. */
const QUIET_MS = 60;

const GET = 'GET /rss.xml HTTP/1.1\r\nHost: a\r\n';
const POST = 'POST /rss.xml HTTP/1.1\r\nHost: a\r\n';
/** What a smuggler hides behind another request; answered, it would be a 404. */
const HIDDEN = 'GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n';
const EMPTY_CHUNK = '0\r\n\r\n';
const MEGABYTE = 'a'.repeat(1 << 20);

/** One request each, as bytes, and the statuses of all that comes back. */
const CASES: [what: string, bytes: string, statuses: readonly number[]][] = [
  [
    'a length and chunks',
    `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`,
    [400],
  ],
  [
    'chunks and a length',
    `${POST}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`,
    [400],
  ],
  [
    'a GET with both',
    `${GET}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`,
    [400],
  ],
  ['one length twice', `${POST}Content-Length: 0\r\nContent-Length: 0\r\n\r\n${HIDDEN}`, [400]],
  ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: 38\r\n\r\n${HIDDEN}`, [400]],
  ['a list of lengths', `${POST}Content-Length: 0, 0\r\n\r\n${HIDDEN}`, [400]],
  ['a length with a sign', `${POST}Content-Length: +5\r\n\r\nhello${HIDDEN}`, [400]],
  ['a length in hexadecimal', `${POST}Content-Length: 0x5\r\n\r\nhello${HIDDEN}`, [400]],
  ['a length beyond all numbers', `${POST}Content-Length: 99999999999999999999\r\n\r\n${HIDDEN}`, [400]],
  ['a folded header', `${GET}X-A: b\r\n c\r\n\r\n`, [400]],
  [
    'a folded Transfer-Encoding',
    `${POST}Transfer-Encoding:\r\n chunked\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`,
    [400],
  ],
  ['lines that end in LF', 'GET /rss.xml HTTP/1.1\nHost: a\n\n', [400]],
  ['one line that ends in LF', 'GET /rss.xml HTTP/1.1\r\nHost: a\nX: b\r\n\r\n', [400]],
  ['a bare CR', 'GET /rss.xml HTTP/1.1\r\nHost: a\rX: b\r\n\r\n', [400]],
  ['a blank before the colon', `${POST}Content-Length : 5\r\n\r\nhello${HIDDEN}`, [400]],
  ['NUL in a header', `${GET}X: a\0b\r\n\r\n`, [400]],
  [
    'chunks that are not the last coding',
    `${POST}Transfer-Encoding: chunked, identity\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`,
    [400],
  ],
  [
    'two Transfer-Encodings',
    `${POST}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`,
    [400],
  ],
  ['a coding nobody knows', `${POST}Transfer-Encoding: xchunked\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`, [405]],
  [
    'chunks in HTTP/1.0',
    `POST /rss.xml HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n${EMPTY_CHUNK}${HIDDEN}`,
    [405],
  ],
  ['a chunk of no size', `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n${HIDDEN}`, [405]],
  ['a chunk that ends in LF', `${POST}Transfer-Encoding: chunked\r\n\r\n0;a\n\r\n\r\n${HIDDEN}`, [405]],
  ['a GET with a body, and what follows it', `${GET}Content-Length: 5\r\n\r\nhello${HIDDEN}`, [200, 404]],
  ['a request inside a body', `${GET}Content-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`, [200]],
  ['a request behind Connection: close', `${GET}Connection: close\r\n\r\n${HIDDEN}`, [200]],
  [
    'an Upgrade',
    `${GET}Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n`,
    [200],
  ],
  ['an expectation nobody meets', `${GET}Expect: 200-maybe\r\n\r\n`, [417]],
  ['two hosts', `${GET}Host: b\r\n\r\n`, [400]],
  ['no host', 'GET /rss.xml HTTP/1.1\r\n\r\n', [400]],
  ['HTTP/2.0 in plain text', 'GET /rss.xml HTTP/2.0\r\nHost: a\r\n\r\n', [505]],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['HTTP/0.9', 'GET /rss.xml\r\n\r\n', [505]],
  ['HTTP/1.0', 'GET /rss.xml HTTP/1.0\r\n\r\n', [200]],
  [
    'HTTP/1.0, kept alive, twice',
    'GET /rss.xml HTTP/1.0\r\nConnection: keep-alive\r\n\r\n'.repeat(2),
    [200, 200],
  ],
  ['20 requests in one go', `${GET}\r\n`.repeat(20), Array<number>(20).fill(200)],
  ['20 HEADs in one go', 'HEAD /rss.xml HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20), Array<number>(20).fill(200)],
  ['1000 requests in one go, of which it reads 21', `${GET}\r\n`.repeat(1_000), Array<number>(21).fill(200)],
  ['CONNECT', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', []],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n', [405]],
  ['a method in small letters', 'get / HTTP/1.1\r\nHost: a\r\n\r\n', [400]],
  ['the first bytes of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
  ['an address of 1 MB', `GET /${MEGABYTE} HTTP/1.1\r\nHost: a\r\n\r\n`, [431]],
  ['an address of 15 KB', `GET /${'a'.repeat(15_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, [404]],
  [
    'a feed with a query of 15 KB (H-19)',
    `GET /rss.xml?${'a'.repeat(15_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    [200],
  ],
  ['a header of 1 MB', `${GET}X: ${MEGABYTE}\r\n\r\n`, [431]],
  ['3000 headers', `${GET}${'a: b\r\n'.repeat(3_000)}\r\n`, [431]],
  ['a broken percent-encoding', 'GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n', [404]],
  ['half a character', 'GET /articles/%E0%A4 HTTP/1.1\r\nHost: a\r\n\r\n', [400]],
  ['an overlong slash', 'GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n', [404]],
  ['half a surrogate pair', 'GET /articles/%ed%a0%80 HTTP/1.1\r\nHost: a\r\n\r\n', [400]],
  ['NUL in an address', 'GET /articles/%00 HTTP/1.1\r\nHost: a\r\n\r\n', [404]],
  ['bytes that are no ASCII', 'GET /articles/\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n', [400]],
  ['a blank in an address', 'GET /a b HTTP/1.1\r\nHost: a\r\n\r\n', [400]],
];

describe('hostile requests (RFC 9112)', () => {
  let running: RunningService;

  before(async () => {
    running = await RunningService.over(LANTERN_FILES, { clock: new HandClock('2025-10-01T10:00:00Z') });
    await running.get('/rss.xml');
  });
  after(() => running.end());

  for (const [what, bytes, statuses] of CASES) {
    it(`answers ${what}: ${summary(statuses)}`, async () => {
      expect(await statusesOf(running.service.port, bytes, statuses.length)).to.deep.equal(statuses);
      expect((await running.get('/healthz')).status).to.equal(200);
    });
  }

  it('makes no objects of the requests behind those that it reads (RFC 9112 §9.3.2)', async () => {
    let made = 0;
    const count = () => {
      made += 1;
    };
    subscribe('http.server.request.start', count);
    try {
      await statusesOf(running.service.port, `${GET}\r\n`.repeat(1_000), 21);
    } finally {
      unsubscribe('http.server.request.start', count);
    }
    expect(made).to.equal(21);
  });

  it('logs no defect over any of them', () => {
    expect(running.events.filter(({ level }) => level >= 50)).to.deep.equal([]);
  });
});

function summary(statuses: readonly number[]): string {
  if (statuses.length > 2) return `${statuses.length} times ${statuses[0]}`;
  return statuses.join(', then ') || 'by hanging up';
}

/** The statuses that come back until the service hangs up, or has been quiet for a while after as many as expected. */
async function statusesOf(port: number, bytes: string, expected: number): Promise<readonly number[]> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect({ host: '127.0.0.1', port });
  let text = '';
  const found = () => [...text.matchAll(/^HTTP\/1\.1 (\d+) /gm)].map(([, status]) => Number(status));
  socket.on('data', (some: Buffer) => {
    text += some.toString('latin1');
    if (found().length >= expected) socket.setTimeout(QUIET_MS);
  });
  socket.setTimeout(5_000, () => socket.destroy());
  // The service need not read to its end what it has refused.
  socket.on('error', () => undefined);
  socket.on('close', () => resolve());
  socket.write(Buffer.from(bytes, 'latin1'));
  await promise;
  return found();
}
