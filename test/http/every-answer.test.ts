/**
 * What every answer has to have, whatever it answers: the checks of REDbot and of RFC 9110, over one address of each kind.
 */
import { expect } from 'chai';
import { basePath } from '../../src/base/site.ts';
import { type Answer, decoded } from './client.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES, markdown } from './lantern-files.ts';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

const XML = 'application/xml; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const PROBLEM = 'application/problem+json; charset=utf-8';

/** One address of each kind, with the type of its answer; those with a 200 have validators unless they are of the moment. */
const ADDRESSES: readonly [path: string, status: number, type: string][] = [
  ['/rss.xml', 200, 'application/rss+xml; charset=utf-8'],
  ['/atom.xml', 200, 'application/atom+xml; charset=utf-8'],
  ['/feed.json', 200, 'application/feed+json; charset=utf-8'],
  ['/tags/boats/rss.xml', 200, 'application/rss+xml; charset=utf-8'],
  ['/feed', 200, 'application/rss+xml; charset=utf-8'],
  ['/sections/harbour/feed', 200, 'application/rss+xml; charset=utf-8'],
  ['/archive/1/atom.xml', 200, 'application/atom+xml; charset=utf-8'],
  ['/archive/1/feed.json', 200, 'application/feed+json; charset=utf-8'],
  ['/', 200, HTML],
  ['/sections/harbour/', 200, HTML],
  ['/articles/the-lamp-is-lit', 200, HTML],
  ['/opml.xml', 200, 'text/x-opml; charset=utf-8'],
  ['/sitemap.xml', 200, XML],
  ['/robots.txt', 200, 'text/plain; charset=utf-8'],
  ['/favicon.svg', 200, 'image/svg+xml; charset=utf-8'],
  ['/favicon.ico', 200, 'image/svg+xml; charset=utf-8'],
  ['(a picture)', 200, 'image/png'],
  ['/sections/harbour', 301, 'text/plain; charset=utf-8'],
  ['/articles/lamp', 301, 'text/plain; charset=utf-8'],
  ['/articles/gone', 410, PROBLEM],
  ['/articles/never', 404, PROBLEM],
  ['/archive/99/rss.xml', 404, PROBLEM],
  ['/nothing', 404, PROBLEM],
  ['/articles/%E0%A4', 400, PROBLEM],
  ['/healthz', 200, 'text/plain; charset=utf-8'],
  ['/readyz', 200, 'application/json; charset=utf-8'],
  ['/metrics', 200, 'text/plain; version=0.0.4; charset=utf-8'],
  ['/faults', 200, HTML],
];

/** What a cache may never keep has no use for validators. */
const isOfTheMoment = ({ headers }: Answer) => headers['cache-control'] === 'no-store';

/** Each check answers what is wrong. */
const CHECKS: readonly [what: string, complaint: (answer: Answer) => unknown][] = [
  [
    'a Date (RFC 9110 §6.6.1)',
    ({ headers }) => !/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/.test(headers.date!),
  ],
  ['a length, and it is right (H-36)', ({ headers, body }) => headers['content-length'] !== `${body.length}`],
  ['nosniff (H-53)', ({ headers }) => headers['x-content-type-options'] !== 'nosniff'],
  [
    'terms for caches',
    ({ headers }) => !/^(?:public, max-age=\d|no-(?:store|cache)$)/.test(headers['cache-control']!),
  ],
  [
    'nothing that readers take for "never keep it" (H-23, H-24)',
    ({ headers }) => headers.expires ?? headers.pragma,
  ],
  [
    'no cookie and no boast (H-44)',
    ({ headers }) => headers['set-cookie'] ?? headers['x-powered-by'] ?? headers.server,
  ],
  [
    'nothing of a single hop but Connection (RFC 9110 §7.6.1)',
    ({ headers }) => headers['transfer-encoding'] ?? headers.te ?? headers.trailer ?? headers.upgrade,
  ],
  ['each header once', ({ rawHeaders }) => repeated(rawHeaders)],
  ['headers of visible ASCII', ({ rawHeaders }) => rawHeaders.find((text) => !/^[\x20-\x7e]+$/.test(text))],
  [
    'a strong entity-tag (H-01, H-09)',
    (answer) => answer.status === 200 && !isOfTheMoment(answer) && !/^"[^"\s]+"$/.test(answer.headers.etag!),
  ],
  [
    'Last-Modified, not later than Date (H-13)',
    (answer) =>
      answer.status === 200 &&
      !isOfTheMoment(answer) &&
      !(Date.parse(answer.headers['last-modified']!) <= Date.parse(answer.headers.date!)),
  ],
  [
    'what it varies on (H-31)',
    (answer) =>
      answer.status === 200 &&
      !isOfTheMoment(answer) &&
      !answer.headers['content-type']!.startsWith('image/png') &&
      !/\bAccept-Encoding\b/.test(answer.headers.vary ?? ''),
  ],
  [
    'no validators where there is nothing',
    ({ status, headers }) => status >= 300 && (headers.etag ?? headers['last-modified']),
  ],
];

describe('every answer (RFC 9110, H-01 … H-16)', () => {
  const clock = new HandClock('2025-10-01T10:00:00Z');
  let running: RunningService;
  let picture: string;

  before(async () => {
    running = await RunningService.over(
      {
        ...LANTERN_FILES,
        'harbour/gone.md': markdown({ title: 'Gone', date: '2025-09-02' }, 'It was here.'),
      },
      { clock, settings: { feeds: { limit: 2 } } },
    );
    const lamp = LANTERN_FILES['harbour/lamp.md'] as string;
    running.remove('harbour/gone.md');
    running.write('harbour/lamp.md', lamp.replace('---\n', '---\nslug: lamp\n'));
    await until('it moved', async () => (await running.get('/articles/lamp')).status === 200);
    running.write('harbour/lamp.md', lamp.replace('---\n', '---\nslug: the-lamp-is-lit\n'));
    await until('it moved back', async () => (await running.get('/articles/lamp')).status === 301);
    await until('it is gone', async () => (await running.get('/articles/gone')).status === 410);
    picture = /\/assets\/[0-9a-f]{32}\/lamp\.png/.exec(await running.text('/articles/the-lamp-is-lit'))![0];
    clock.set('2025-10-01T11:00:00Z');
  });
  after(() => running.end());

  for (const [address, status, type] of ADDRESSES) {
    describe(address, () => {
      const path = () => (address.startsWith('/') ? address : picture);

      it(`answers ${status} as ${type} (H-46, H-47)`, async () => {
        const answer = await running.get(path());
        expect([answer.status, answer.headers['content-type']]).to.deep.equal([status, type]);
      });

      for (const [what, complaint] of CHECKS)
        it(`has ${what}`, async () => {
          for (const acceptEncoding of [undefined, 'gzip', 'br', 'zstd']) {
            const answer = await running.get(path(), codingHeader(acceptEncoding));
            expect(complaint(answer), `for ${acceptEncoding}`).to.be.oneOf([undefined, false]);
          }
        });

      it('answers HEAD with the headers of GET (H-16)', async () => {
        if (address === '/metrics') return;
        const [got, head] = [await running.get(path()), await running.ask(path(), { method: 'HEAD' })];
        expect([head.status, head.body.length]).to.deep.equal([got.status, 0]);
        expect(stable(head)).to.deep.equal(stable(got));
      });

      it('is the same bytes in every coding, and twice (H-12)', async () => {
        if (address === '/metrics') return;
        const plain = await running.get(path());
        for (const acceptEncoding of ['gzip', 'br', 'zstd', 'x-gzip;q=0.5'])
          expect(
            decoded(await running.get(path(), codingHeader(acceptEncoding))).equals(plain.body),
          ).to.equal(true);
      });

      it('says in a 304 what the 200 says to caches, and no more (H-08, H-29)', async () => {
        for (const acceptEncoding of [undefined, 'gzip', 'br']) {
          const headers = codingHeader(acceptEncoding);
          const whole = await running.get(path(), headers);
          if (whole.headers.etag === undefined) continue;
          for (const condition of [
            { 'If-None-Match': whole.headers.etag },
            { 'If-Modified-Since': whole.headers['last-modified'] },
          ]) {
            const { status, headers: told, body } = await running.get(path(), { ...headers, ...condition });
            expect([status, body.length]).to.deep.equal([304, 0]);
            for (const name of ['etag', 'last-modified', 'cache-control', 'vary', 'content-location'])
              expect(told[name], name).to.equal(whole.headers[name]);
            expect(told).to.not.have.any.keys('content-length', 'content-encoding', 'content-type');
          }
        }
      });
    });
  }

  const WITHOUT_IDENTITY: readonly [acceptEncoding: string, coding: string][] = [
    ['gzip, identity;q=0', 'gzip'],
    ['*;q=0, br', 'br'],
    ['gzip;q=0.1, zstd;q=0.5, identity;q=0', 'zstd'],
  ];
  for (const [acceptEncoding, coding] of WITHOUT_IDENTITY)
    it(`is ${coding} for ${acceptEncoding}, however small it is (H-33, H-35, H-36)`, async () => {
      for (const path of ['/robots.txt', '/favicon.svg', '/rss.xml', '/feed', '/archive/1/atom.xml', '/']) {
        const plain = await running.get(path);
        const coded = await running.get(path, { 'Accept-Encoding': acceptEncoding });
        expect([path, coded.status, coded.headers['content-encoding']]).to.deep.equal([path, 200, coding]);
        expect(decoded(coded).equals(plain.body)).to.equal(true);
        expect(coded.headers.etag).to.not.equal(plain.headers.etag);
      }
      expect((await running.get('/robots.txt', { 'Accept-Encoding': 'gzip' })).headers).to.not.have.any.keys(
        'content-encoding',
      );
    });

  it('varies on Accept-Encoding where no coding is acceptable (H-31, H-35)', async () => {
    for (const path of ['/rss.xml', '/', '/feed', '/archive/1/atom.xml']) {
      const { status, headers } = await running.get(path, { 'Accept-Encoding': '*;q=0' });
      expect([status, headers.vary, headers['cache-control']]).to.deep.equal([
        406,
        'Accept, Accept-Encoding',
        'no-store',
      ]);
    }
  });
});

describe('a site that does not live at the root of its host (H-45)', () => {
  const site = { baseUrl: 'https://lantern.example.org/news' };
  let running: RunningService;
  before(async () => {
    running = await RunningService.over(LANTERN_FILES, { site, settings: { feeds: { limit: 2 } } });
  });
  after(() => running.end());

  it('has a path before all of its own', () => {
    expect(basePath(site)).to.equal('/news');
    expect(basePath({ baseUrl: 'https://lantern.example.org' })).to.equal('');
  });

  const POINTS: readonly [path: string, header: 'location' | 'content-location', to: string][] = [
    ['/sections/harbour', 'location', '/news/sections/harbour/'],
    ['/feed', 'content-location', '/news/rss.xml'],
    ['/tags/boats/feed', 'content-location', '/news/tags/boats/rss.xml'],
  ];
  for (const [path, header, to] of POINTS)
    it(`points from ${path} to ${to}, as readers ask for it`, async () => {
      expect((await running.get(path)).headers[header]).to.equal(to);
    });

  it('points to its page of the archive that is not full', async () => {
    const { status, headers } = await running.get('/archive/2/rss.xml');
    expect([status, headers.location]).to.deep.equal([307, '/news/archive/2-1/rss.xml']);
  });
});

function codingHeader(acceptEncoding: string | undefined): Readonly<Record<string, string>> {
  return acceptEncoding === undefined ? {} : { 'Accept-Encoding': acceptEncoding };
}

function repeated(rawHeaders: readonly string[]): string | undefined {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  return names.find((name, at) => names.indexOf(name) !== at);
}

/** All headers but the date. */
function stable({ rawHeaders }: Answer): readonly string[] {
  return rawHeaders.filter((_, at) => rawHeaders[at - (at % 2)] !== 'Date');
}
