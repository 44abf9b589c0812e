import { expect } from 'chai';
import { KEYS_BYTES_MAX, keyHeader } from '../../src/http/cache-headers.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES, markdown } from './lantern-files.ts';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

describe('keyHeader (H-27)', () => {
  const keys = ['feed', 'feed-main'];
  const cases: [
    what: string,
    surrogateKeys: 'off' | 'surrogate-key' | 'cache-tag',
    expected: readonly string[],
  ][] = [
    ['says nothing unless it is wanted', 'off', []],
    ['separates by blanks for Fastly and Varnish', 'surrogate-key', ['Surrogate-Key', 'feed feed-main']],
    ['separates by commas for Cloudflare', 'cache-tag', ['Cache-Tag', 'feed,feed-main']],
  ];
  for (const [what, surrogateKeys, expected] of cases) {
    it(what, () => {
      expect(keyHeader({ surrogateKeys }, keys)).to.deep.equal(expected);
    });
  }

  it('leaves out whole keys beyond the bound', () => {
    const many = Array.from({ length: 40 }, (_, number) => `${number}`.padStart(1000, 'k'));
    const [, value] = keyHeader({ surrogateKeys: 'surrogate-key' }, many);
    expect(value!.length).to.be.at.most(KEYS_BYTES_MAX);
    expect(value!.split(' ')).to.deep.equal(many.slice(0, 16));
  });
});

describe('what caches are told (H-26, H-27)', () => {
  let running: RunningService;
  const clock = new HandClock('2025-10-01T10:00:00Z');

  before(async () => {
    const settings = { cache: { cdnMaxAgeSeconds: 86_400, surrogateKeys: 'surrogate-key' } };
    running = await RunningService.over(LANTERN_FILES, { clock, settings });
  });
  after(() => running.end());

  const KEYS: Readonly<Record<string, string>> = {
    '/rss.xml': 'feed feed-main',
    '/feed': 'feed feed-main',
    '/': 'feed feed-main',
    '/tags/boats/atom.xml': 'feed feed-tags-boats',
    '/sections/harbour/': 'feed feed-sections-harbour',
    '/articles/the-lamp-is-lit': 'article article-the-lamp-is-lit',
    '/opml.xml': 'index',
    '/sitemap.xml': 'index',
    '/articles/nothing-yet': 'index',
    '/tags/nothing-yet/rss.xml': 'index',
    '/sections/harbour': 'index',
  };
  for (const [path, expected] of Object.entries(KEYS)) {
    it(`names ${path} by its keys`, async () => {
      for (const time of ['first', 'second'])
        expect((await running.get(path)).headers['surrogate-key'], time).to.equal(expected);
    });
  }

  it('lets caches keep feeds longer than readers, also by a 304 (RFC 9213 §2.2)', async () => {
    const { headers } = await running.get('/rss.xml');
    expect(headers['cdn-cache-control']).to.match(/^public, max-age=86400(?:, [a-z-]+=\d+)*$/);
    expect(headers['cache-control']).to.match(/^public, max-age=900\b/);
    const again = await running.get('/rss.xml', { 'If-None-Match': headers.etag });
    expect(again.status).to.equal(304);
    expect(again.headers['cdn-cache-control']).to.equal(headers['cdn-cache-control']);
    expect((await running.get('/')).headers).to.not.have.property('cdn-cache-control');
  });

  it('never lets them keep a delta (H-67)', async () => {
    const { headers } = await running.get('/sections/town/rss.xml');
    running.write('town/news.md', markdown({ title: 'News', date: '2025-09-30' }));
    const ask = () =>
      running.get('/sections/town/rss.xml', { 'If-None-Match': headers.etag, 'A-IM': 'feed' });
    await until('there is a delta', async () => (await ask()).status === 226);
    const delta = await ask();
    expect(delta.headers['cache-control']).to.equal('no-store, im');
    expect(delta.headers).to.not.have.property('cdn-cache-control');
  });

  it('never lets them keep one beyond the next publication (H-22)', async () => {
    const maxAge = async (name: string) =>
      Number(/max-age=(\d+)/.exec(String((await running.get('/rss.xml')).headers[name]))?.[1]);
    running.write('town/later.md', markdown({ title: 'Later', date: '2025-10-01T11:00:00Z' }));
    await until('the article waits', async () => (await maxAge('cdn-cache-control')) < 86_400);
    expect(await maxAge('cdn-cache-control')).to.equal(3600);
    expect(await maxAge('cache-control')).to.equal(900);
    clock.set('2025-10-01T10:59:50Z');
    expect([await maxAge('cdn-cache-control'), await maxAge('cache-control')]).to.deep.equal([10, 10]);
  });

  it('says nothing of the kind unless it is told to', async () => {
    const plain = await RunningService.over(LANTERN_FILES);
    try {
      const { headers } = await plain.get('/rss.xml');
      expect(headers).to.not.have.any.keys('surrogate-key', 'cache-tag', 'cdn-cache-control');
    } finally {
      await plain.end();
    }
  });
});
