import { expect } from 'chai';
import { type Answer, askRaw, type Question } from './client.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService } from './running-service.ts';

/** Addresses that the table holds once they were asked for. */
const ADDRESSES = [
  '/rss.xml',
  '/atom.xml',
  '/feed.json',
  '/sections/harbour/rss.xml',
  '/tags/boats/atom.xml',
  '/authors/ada-quill/feed.json',
  '/',
  '/sections/harbour/',
  '/articles/the-lamp-is-lit',
  '/opml.xml',
  '/sitemap.xml',
  '/rss.xml?utm_source=x',
  '/rss.xml?%zz',
];

const QUESTIONS: Readonly<Record<string, Question>> = {
  'plain GET': {},
  'GET in gzip': { headers: { 'Accept-Encoding': 'gzip' } },
  'GET in br': { headers: { 'Accept-Encoding': 'br, gzip' } },
  'HEAD in zstd': { method: 'HEAD', headers: { 'Accept-Encoding': 'zstd' } },
  'GET of what it has': { headers: { 'If-None-Match': '*' } },
  'GET since tomorrow': { headers: { 'If-Modified-Since': 'Thu, 02 Oct 2025 10:00:00 GMT' } },
  'GET in no coding': { headers: { 'Accept-Encoding': '*;q=0' } },
  'GET in no coding, by a browser': { headers: { 'Accept-Encoding': '*;q=0', Accept: 'text/html' } },
  'a range (H-17)': { headers: { Range: 'bytes=0-9' } },
  POST: { method: 'POST' },
  OPTIONS: { method: 'OPTIONS' },
};

describe('the fast path (design §5)', () => {
  for (const [what, question] of Object.entries(QUESTIONS)) {
    it(`answers as Express does to ${what}`, async () => {
      // A service for each question: the first answer to an address is always Express's.
      const clock = new HandClock('2025-10-01T10:00:00Z');
      const running = await RunningService.over(LANTERN_FILES, { clock });
      clock.set('2025-10-01T11:00:00Z');
      try {
        for (const address of ADDRESSES) {
          const first = await running.ask(address, question);
          for (const time of ['second', 'third'])
            expect(told(await running.ask(address, question)), `${address}, ${time}`).to.deep.equal(
              told(first),
            );
        }
      } finally {
        await running.end();
      }
    });
  }

  it('answers requests that come in one go, in their order', async () => {
    const running = await RunningService.over(LANTERN_FILES);
    try {
      const head = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n`;
      const answers = await askRaw(
        running.service.port,
        `${head('/rss.xml')}\r\n${head('/nothing')}\r\n${head('/feed.json')}Connection: close\r\n\r\n`,
      );
      expect(answers.match(/^HTTP\/1\.1 \d+/gm)).to.deep.equal([
        'HTTP/1.1 200',
        'HTTP/1.1 404',
        'HTTP/1.1 200',
      ]);
    } finally {
      await running.end();
    }
  });
});

/** All of an answer but its date; headers in their order. */
function told({ status, rawHeaders, body }: Answer): object {
  const headers: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at] !== 'Date') headers.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  return { status, headers, body: body.toString('base64') };
}
