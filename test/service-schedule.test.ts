import { expect } from 'chai';
import { HandClock } from './http/hand-clock.ts';
import { LANTERN_FILES, markdown } from './http/lantern-files.ts';
import { RunningService } from './http/running-service.ts';
import { until } from './http/until.ts';

const NOON = '2025-10-01T12:00:00Z';
const ADDRESSES = ['/rss.xml', '/atom.xml', '/feed.json', '/', '/sitemap.xml', '/sections/harbour/rss.xml'];

describe('a scheduled article (H-22)', () => {
  let running: RunningService;
  let clock: HandClock;
  const files = {
    ...LANTERN_FILES,
    'harbour/noon.md': markdown({ title: 'The noon gun', date: NOON, tags: '[guns]' }),
  };

  beforeEach(async () => {
    clock = new HandClock('2025-10-01T11:00:00Z');
    running = await RunningService.over(files, { clock });
  });
  afterEach(() => running.end());

  const isLive = async () => (await running.text('/rss.xml')).includes('The noon gun');

  async function maxAge(path = '/rss.xml'): Promise<number> {
    const { headers } = await running.get(path);
    return Number(/max-age=(\d+)/.exec(headers['cache-control']!)![1]);
  }

  it('is nowhere before its instant', async () => {
    clock.set('2025-10-01T11:59:59Z');
    for (const path of ADDRESSES) expect(await running.text(path), path).to.not.match(/noon gun|noon-gun/);
    for (const path of ['/articles/the-noon-gun', '/tags/guns/rss.xml', '/tags/guns/'])
      expect((await running.get(path)).status, path).to.equal(404);
    expect(await running.text('/opml.xml')).to.not.include('guns');
  });

  it('goes live by itself at its instant, everywhere', async () => {
    for (const path of ADDRESSES) await running.get(path);
    const before = await running.get('/rss.xml');
    clock.set(NOON);
    await until('it is live', isLive);
    for (const path of ADDRESSES) expect(await running.text(path), path).to.match(/noon gun|noon-gun/);
    expect((await running.get('/articles/the-noon-gun')).status).to.equal(200);
    expect(await running.text('/tags/guns/rss.xml')).to.include('The noon gun');
    const after = await running.get('/rss.xml', { 'If-None-Match': before.headers.etag });
    expect(after.status).to.equal(200);
    const [feed] = JSON.parse(await running.text('/feed.json')).items;
    expect(feed).to.include({ title: 'The noon gun', date_published: '2025-10-01T12:00:00Z' });
    clock.advance(60);
    expect((await running.get('/rss.xml')).headers['last-modified']).to.equal(
      'Wed, 01 Oct 2025 12:00:00 GMT',
    );
  });

  it('shortens what caches may keep of its own feeds alone', async () => {
    clock.set('2025-10-01T11:59:00Z');
    expect(await maxAge('/sections/harbour/rss.xml')).to.equal(60);
    expect(await maxAge('/rss.xml')).to.equal(60);
    expect(await maxAge('/'), 'a page may show any article').to.equal(60);
    expect(await maxAge('/authors/ada-quill/rss.xml')).to.equal(900);
  });

  const moments: [now: string, expected: number][] = [
    ['2025-10-01T11:00:00Z', 900],
    ['2025-10-01T11:45:00Z', 900],
    ['2025-10-01T11:45:01Z', 899],
    ['2025-10-01T11:50:00Z', 600],
    ['2025-10-01T11:59:30Z', 30],
    ['2025-10-01T11:59:59Z', 1],
    ['2025-10-01T11:59:59.500Z', 0],
  ];
  for (const [now, expected] of moments)
    it(`lets nobody keep a feed beyond its instant: ${expected} s at ${now}`, async () => {
      clock.set(now);
      for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/feed']) {
        expect(await maxAge(path), path).to.equal(expected);
        expect(await maxAge(path), `${path} again`).to.equal(expected);
        const { headers } = await running.get(path, { 'If-None-Match': '*' });
        expect(headers['cache-control'], `304 of ${path}`).to.match(new RegExp(`max-age=${expected}\\b`));
      }
      expect(await maxAge('/')).to.equal(Math.min(expected, 300));
    });

  const stales: [now: string, expected: string | undefined][] = [
    ['2025-10-01T11:00:00Z', '60'],
    ['2025-10-01T11:44:20Z', '40'],
    ['2025-10-01T11:45:00Z', undefined],
    ['2025-10-01T11:59:30Z', undefined],
  ];
  for (const [now, expected] of stales)
    it(`lets nobody answer with a stale feed beyond its instant: ${expected ?? 'not at all'} at ${now} (H-25)`, async () => {
      clock.set(now);
      const { headers } = await running.get('/rss.xml');
      expect(headers['cache-control']!.match(/stale-while-revalidate=(\d+)/)?.[1]).to.equal(expected);
    });

  it('frees the feeds again once it is live', async () => {
    clock.set(NOON);
    await until('it is live', isLive);
    expect(await maxAge()).to.equal(900);
  });

  it('is live at the first request after a stop over its instant', async () => {
    await running.stop();
    clock.set('2025-10-01T12:30:00Z');
    await running.start({ clock, isTakenIn: false });
    expect(await isLive()).to.equal(true);
  });

  it('stays back when it is put off, and is taken back when its file is gone', async () => {
    running.write('harbour/noon.md', markdown({ title: 'The noon gun', date: '2025-10-01T13:00:00Z' }));
    clock.set('2025-10-01T11:55:00Z');
    await until('the date has moved', async () => (await maxAge()) === 900);
    clock.set('2025-10-01T12:30:00Z');
    expect(await maxAge()).to.equal(900);
    running.remove('harbour/noon.md');
    clock.set('2025-10-01T12:59:00Z');
    await until('nothing is waited for', async () => (await maxAge()) === 900);
    clock.set('2025-10-01T13:00:01Z');
    expect(await isLive()).to.equal(false);
    expect((await running.get('/articles/the-noon-gun')).status).to.equal(404);
  });

  it('goes live at once when it is brought forward', async () => {
    running.write('harbour/noon.md', markdown({ title: 'The noon gun', date: '2025-10-01T10:59:00Z' }));
    await until('it is live', isLive);
  });
});
