/**
 * Files and addresses of strangers, within limits.
 */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { oldFeedBytes } from '../../src/adopt/old-feed-bytes.ts';
import { Failure } from '../../src/base/failure.ts';

const HUGE = 15_000_001;

describe('oldFeedBytes', () => {
  let server: Server;
  let base: string;
  let folder: string;
  const asked: string[] = [];

  const answers: Readonly<Record<string, RequestListener>> = {
    '/feed': (request, response) => response.end(`<rss/> for ${request.headers['user-agent']}`),
    '/moved': (_, response) => response.writeHead(301, { Location: '/feed' }).end(),
    '/round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
    '/away': (_, response) => response.writeHead(302, { Location: 'file:///feed.xml' }).end(),
    '/none': (_, response) => response.writeHead(404).end('gone'),
    '/silent': () => {},
    '/slow': (_, response) => response.write('<rss>'),
    '/large': (_, response) => response.end(Buffer.alloc(HUGE)),
    '/bomb': (_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(HUGE))),
    '/broken': (_, response) => response.destroy(),
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'feedwright-adopt-'));
    server = createServer((request, response) => {
      asked.push(request.url!);
      answers[request.url!]!(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  async function failureOf(source: string, timeoutMs?: number): Promise<Failure> {
    try {
      await oldFeedBytes(source, 'Feedwright/0', timeoutMs);
    } catch (cause) {
      if (cause instanceof Failure) return cause;
      throw cause;
    }
    throw new Error('expected a failure');
  }

  it('reads a file', async () => {
    writeFileSync(join(folder, 'feed.xml'), '<rss/>');
    expect(Buffer.from(await oldFeedBytes(join(folder, 'feed.xml'), 'x')).toString()).to.equal('<rss/>');
  });

  it('follows a redirect, and says who asks', async () => {
    const bytes = await oldFeedBytes(`${base}/moved`, 'Feedwright/0');
    expect(Buffer.from(bytes).toString()).to.equal('<rss/> for Feedwright/0');
  });

  it('follows five redirects at most', async () => {
    asked.length = 0;
    expect((await failureOf(`${base}/round`)).message).to.match(/more than 5 redirects/);
    expect(asked).to.have.length(6);
  });

  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['a redirect to a file', '/away', /redirects to file:\/\/\/feed\.xml, which is no http\(s\) address/],
    ['another status', '/none', /expected 200 at .*\/none, found 404/],
    ['an answer that is too large', '/large', /expected 15 MB at most/],
    ['an answer that is too large when it is unpacked', '/bomb', /expected 15 MB at most/],
    ['a connection that breaks', '/broken', /cannot fetch http/],
    ['no answer', '/silent', /expected an answer within 0\.3 seconds/],
    ['an answer without an end', '/slow', /expected an answer within 0\.3 seconds/],
  ];
  for (const [what, path, message] of cases) {
    it(`refuses ${what}`, async () => {
      const isLate = path === '/silent' || path === '/slow';
      const failure = await failureOf(base + path, isLate ? 300 : undefined);
      expect(failure.code).to.equal('old-feed-unreachable');
      expect(failure.message).to.match(message);
    });
  }

  it('refuses a file that is not there, a folder, and a file that is too large', async () => {
    writeFileSync(join(folder, 'large'), '');
    truncateSync(join(folder, 'large'), HUGE);
    expect((await failureOf(join(folder, 'none'))).message).to.match(/cannot read .*none/);
    expect((await failureOf(folder)).message).to.match(/expected a file or an http\(s\) address/);
    expect((await failureOf(join(folder, 'large'))).message).to.match(/expected 15 MB at most/);
    expect((await failureOf('http://')).code).to.equal('old-feed-unreachable');
  });
});
