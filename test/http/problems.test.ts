import { expect } from 'chai';
import { FAILURE_CODES } from '../../src/base/failure.ts';
import { createApp } from '../../src/http/express-app.ts';
import { problemOf, STATUS } from '../../src/http/problem.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { type Answer, ask, askRaw } from './client.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { routesOver } from './routes-over.ts';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('problemOf', () => {
  for (const code of FAILURE_CODES) {
    it(`gives ${code} a status and a title`, () => {
      const problem = problemOf(code, 'found nothing');
      expect(problem.status).to.equal(STATUS[code]);
      expect(problem.status).to.be.within(400, 599);
      expect(problem.title).to.not.equal('The request failed');
    });
  }
});

describe('problem documents (RFC 9457, H-02, H-38 … H-40)', () => {
  let running: RunningService;

  before(async () => {
    const clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(LANTERN_FILES, { clock });
    clock.set('2025-10-01T11:00:00Z');
  });
  after(() => running.end());

  const cases: [
    what: string,
    method: string,
    path: string,
    headers: Record<string, string>,
    status: number,
    code: string,
  ][] = [
    ['an address that never was', 'GET', '/nothing', {}, 404, 'address-unknown'],
    ['a feed that never was', 'GET', '/tags/nothing/rss.xml', {}, 404, 'address-unknown'],
    ['a negotiated feed that never was', 'GET', '/tags/nothing/feed', {}, 404, 'address-unknown'],
    ['the home of a feed that never was', 'GET', '/sections/nothing/', {}, 404, 'address-unknown'],
    ['that home without its slash', 'GET', '/sections/nothing', {}, 404, 'address-unknown'],
    ['a document that no feed has', 'GET', '/sections/harbour/index.html', {}, 404, 'address-unknown'],
    ['a name of an object', 'GET', '/__proto__', {}, 404, 'address-unknown'],
    ['an address in capitals', 'GET', '/RSS.XML', {}, 404, 'address-unknown'],
    ['an article that never was', 'GET', '/articles/nothing', {}, 404, 'address-unknown'],
    ['a path into the data folder', 'GET', '/assets/../ledger.db', {}, 404, 'address-unknown'],
    ['a path that climbs out', 'GET', '/../../../etc/passwd', {}, 404, 'address-unknown'],
    ['an article at a broken percent-encoding', 'GET', '/articles/%zz', {}, 400, 'request-malformed'],
    ['an article at half a character', 'GET', '/articles/%E0%A4', {}, 400, 'request-malformed'],
    ['a file at a broken percent-encoding', 'GET', '/assets/%zz/a.png', {}, 400, 'request-malformed'],
    [
      'codings that all are ruled out',
      'GET',
      '/rss.xml',
      { 'Accept-Encoding': 'identity;q=0, *;q=0' },
      406,
      'coding-not-acceptable',
    ],
    ['a page in no coding', 'GET', '/', { 'Accept-Encoding': '*;q=0' }, 406, 'coding-not-acceptable'],
    ['POST to a feed', 'POST', '/rss.xml', {}, 405, 'method-not-allowed'],
    ['PUT to an article', 'PUT', '/articles/the-lamp-is-lit', {}, 405, 'method-not-allowed'],
    ['DELETE of the home', 'DELETE', '/', {}, 405, 'method-not-allowed'],
    ['PATCH of nothing', 'PATCH', '/nothing', {}, 405, 'method-not-allowed'],
    ['PROPFIND', 'PROPFIND', '/healthz', {}, 405, 'method-not-allowed'],
    ['POST to readyz', 'POST', '/readyz', {}, 405, 'method-not-allowed'],
  ];

  for (const [what, method, path, headers, status, code] of cases) {
    it(`tells a program about ${what}`, async () => {
      for (const time of ['first', 'second']) {
        const answer = await running.ask(path, { method, headers });
        expect(answer.status, time).to.equal(status);
        expect(answer.headers['content-type'], time).to.match(/^application\/problem\+json/);
        expect(answer.headers['x-content-type-options'], time).to.equal('nosniff');
        expect(answer.headers['access-control-allow-origin'], time).to.equal('*');
        expect(answer.headers, time).to.not.have.any.keys(
          'set-cookie',
          'x-powered-by',
          'etag',
          'last-modified',
        );
        const problem = JSON.parse(answer.body.toString());
        expect(problem).to.include({ status, code, type: 'about:blank' });
        expect(problem.title).to.be.a('string').and.not.equal('');
        expect(problem.detail).to.be.a('string').and.not.equal('');
        expect(answer.body.toString()).to.not.match(/node_modules|at file:|Error:/);
      }
    });

    it(`shows a person a page about ${what}`, async () => {
      for (const time of ['first', 'second']) {
        const answer = await running.ask(path, { method, headers: { ...headers, Accept: BROWSER } });
        expect(answer.status, time).to.equal(status);
        expect(answer.headers['content-type'], time).to.equal('text/html; charset=utf-8');
        expect(answer.headers['content-security-policy'], time).to.include("default-src 'none'");
        expect(answer.headers.vary, time).to.match(/\bAccept\b/);
        expect(answer.body.toString(), time).to.match(/^<!doctype html>/i);
      }
    });
  }

  it('names the methods that there are (H-18)', async () => {
    const { headers } = await running.ask('/rss.xml', { method: 'POST' });
    expect(headers.allow).to.equal('GET, HEAD, OPTIONS');
  });

  for (const path of ['/rss.xml', '/feed', '/', '/articles/the-lamp-is-lit', '/nothing'])
    it(`tells scripts of other origins what they may send to ${path} (H-54)`, async () => {
      const { status, headers, body } = await running.ask(path, { method: 'OPTIONS' });
      expect(status).to.equal(204);
      expect(body).to.have.length(0);
      expect(headers.allow).to.equal('GET, HEAD, OPTIONS');
      expect(headers['access-control-allow-origin']).to.equal('*');
      expect(headers['access-control-allow-methods']).to.equal('GET, HEAD, OPTIONS');
      expect(headers['access-control-allow-headers']).to.equal('If-None-Match, If-Modified-Since, A-IM');
      expect(headers['access-control-max-age']).to.match(/^\d+$/);
    });

  it('shows nothing of a stranger’s address as markup', async () => {
    const answer = await running.get('/articles/%3Cscript%3Ealert(1)%3C%2Fscript%3E', { Accept: BROWSER });
    expect(answer.status).to.equal(404);
    expect(answer.body.toString()).to.not.include('<script>alert');
  });

  it('answers HEAD as it answers GET', async () => {
    const full = await running.get('/nothing');
    const head = await running.ask('/nothing', { method: 'HEAD' });
    expect(head.status).to.equal(404);
    expect(head.body).to.have.length(0);
    expect(head.headers['content-length']).to.equal(full.headers['content-length']);
  });

  const malformed: [what: string, head: string, expected: RegExp][] = [
    ['no request at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['a head of 32 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(32_768)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['a request without a host', 'GET /rss.xml HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['half a head', 'GET /rss.xml HTTP/1.1\r\nHost', /^(?:HTTP\/1\.1 400 |$)/],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    [
      'an absolute address',
      'GET http://elsewhere.example/rss.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 200 /,
    ],
    [
      'OPTIONS of everything',
      'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 204 /,
    ],
    ['an old client', 'GET /rss.xml HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 200 /],
    [
      'an address that is no URL',
      'GET //[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 40[04] /,
    ],
  ];
  for (const [what, head, expected] of malformed) {
    it(`survives ${what}`, async () => {
      expect(await askRaw(running.service.port, head)).to.match(expected);
      expect((await running.get('/healthz')).status).to.equal(200);
    });
  }
});

describe('articles that moved or are gone (H-02, H-38)', () => {
  let running: RunningService;
  const clock = new HandClock('2025-10-01T10:00:00Z');

  beforeEach(async () => {
    running = await RunningService.over(LANTERN_FILES, { clock });
  });
  afterEach(() => running.end());

  const article = (slug: string) =>
    `---\ntitle: The lamp is lit\ndate: 2025-09-05T12:00:00Z\nslug: ${slug}\n---\n\nIt shines.\n`;

  it('answers 301 from an old slug, however many ask, and never in a loop', async () => {
    running.write('harbour/lamp.md', article('lamp-one'));
    await until('the new slug answers', async () => (await running.get('/articles/lamp-one')).status === 200);
    running.write('harbour/lamp.md', article('lamp-two'));
    await until(
      'the newer slug answers',
      async () => (await running.get('/articles/lamp-two')).status === 200,
    );
    for (const slug of ['the-lamp-is-lit', 'lamp-one']) {
      const { status, headers } = await running.get(`/articles/${slug}`, { 'If-None-Match': '*' });
      expect(status).to.equal(301);
      expect(headers.location).to.equal('/articles/lamp-two');
    }
    const head = 'GET /articles/lamp-one HTTP/1.1\r\nHost: a\r\n';
    const answers = await askRaw(
      running.service.port,
      `${head}\r\n${head}\r\n${head}Connection: close\r\n\r\n`,
    );
    expect(answers.match(/HTTP\/1\.1 301 /g), 'three at once').to.have.length(3);
    running.write('harbour/lamp.md', article('the-lamp-is-lit'));
    await until(
      'the first slug answers again',
      async () => (await running.get('/articles/the-lamp-is-lit')).status === 200,
    );
    expect((await running.get('/articles/lamp-two')).headers.location).to.equal('/articles/the-lamp-is-lit');
  });

  it('answers 410 to programs and people when the file is gone, and 200 when it is back', async () => {
    const gone = async (accept: string): Promise<Answer> =>
      running.get('/articles/the-lamp-is-lit', { Accept: accept, 'If-None-Match': '*' });
    const content = LANTERN_FILES['harbour/lamp.md']!;
    const id = /<guid[^>]*>([^<]*lamp[^<]*)</.exec(await running.text('/rss.xml'))?.[1];
    running.remove('harbour/lamp.md');
    await until('the article is gone', async () => (await gone('*/*')).status === 410);
    const problem = await gone('*/*');
    expect(problem.headers['content-type']).to.match(/^application\/problem\+json/);
    expect(JSON.parse(problem.body.toString())).to.include({ status: 410, code: 'article-withdrawn' });
    const page = await gone(BROWSER);
    expect(page.status).to.equal(410);
    expect(page.headers['content-type']).to.equal('text/html; charset=utf-8');
    expect(page.headers['cache-control']).to.match(/^public, max-age=\d+$/);
    expect(await running.text('/rss.xml')).to.not.include('The lamp is lit');
    expect((await running.get('/tags/light/rss.xml')).status, 'a feed without articles').to.equal(200);
    running.write('harbour/lamp.md', content);
    await until('the article is back', async () => (await gone('*/*')).status === 304);
    expect(id).to.be.a('string');
    expect(await running.text('/rss.xml')).to.include(id);
  });

  it('answers 404 for a draft, and 410 for an article that became one', async () => {
    running.write('harbour/secret.md', '---\ntitle: Secret\ndate: 2025-09-01\ndraft: true\n---\n\nHush.\n');
    running.write('harbour/open.md', '---\ntitle: Open\ndate: 2025-09-01\n---\n\nAll may read.\n');
    await until('the open one answers', async () => (await running.get('/articles/open')).status === 200);
    expect((await running.get('/articles/secret')).status).to.equal(404);
    running.write(
      'harbour/open.md',
      '---\ntitle: Open\ndate: 2025-09-01\ndraft: true\n---\n\nAll may read.\n',
    );
    await until('it is no longer there', async () => (await running.get('/articles/open')).status !== 200);
    expect(await running.text('/rss.xml')).to.not.include('All may read');
  });

  for (const home of ['/sections/harbour', '/tags/boats', '/authors/ada-quill'])
    it(`answers 301 from ${home} to its home`, async () => {
      const { status, headers } = await running.get(home);
      expect(status).to.equal(301);
      expect(headers.location).to.equal(`${home}/`);
      expect((await running.get(`${home}/`)).status).to.equal(200);
    });
});

describe('a service that starts for the first time (H-39)', () => {
  let listening: Listening;
  before(async () => {
    // Nobody asks the edition before there is something to serve.
    const { routes, table } = routesOver({}, () => false);
    listening = await listen(
      createApp(() => routes),
      table,
      '127.0.0.1',
      0,
    );
  });
  after(() => listening.close());

  it('answers 503 with Retry-After until there are feeds to serve, and lives all the while', async () => {
    const [feed, alive, ready] = await Promise.all(
      ['/rss.xml', '/healthz', '/readyz'].map((path) => ask(listening.port, path)),
    );
    expect(feed!.status).to.equal(503);
    expect(feed!.headers['retry-after']).to.match(/^\d+$/);
    expect(feed!.headers['cache-control']).to.equal('no-store');
    expect(JSON.parse(feed!.body.toString())).to.include({ code: 'not-ready' });
    expect(alive!.status).to.equal(200);
    expect(ready!.status).to.equal(503);
  });

  it('is ready when the folder is taken in', async () => {
    const running = await RunningService.over({ 'a.md': '---\ntitle: A\n---\nText.\n' });
    try {
      expect((await running.get('/readyz')).status).to.equal(200);
      expect((await running.get('/rss.xml')).status).to.equal(200);
    } finally {
      await running.end();
    }
  });
});
