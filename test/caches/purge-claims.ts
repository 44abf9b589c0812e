/**
 * What a change made stale leaves Varnish at once, and nothing else does.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Checks } from '../conformance/checks.ts';
import { run } from '../conformance/programs.ts';
import type { CachedSite } from './cached-site.ts';
import { unless } from './hit-claims.ts';

/** How soon a change has to be seen through Varnish, in milliseconds; it may keep a feed for a day. */
const SEEN_MS_MAX = 2_000;

const FILE = 'harbour/purged.md';
const PAGE = '/articles/a-lamp-goes-out';

/** Claims what happens when something is published, corrected and withdrawn. */
export async function claimPurge(checks: Checks, site: CachedSite): Promise<void> {
  const { varnish, varnishPort } = site;
  const article = (text: string) => `---\ntitle: A lamp goes out\ndate: 2025-09-01\n---\n\n${text}\n`;

  /** Polls until it is so; says what took too long. */
  const seen = async (
    path: string,
    isSo: (status: number, text: string) => boolean,
  ): Promise<readonly string[]> => {
    const began = performance.now();
    while (performance.now() - began < SEEN_MS_MAX) {
      const { status, body } = await varnish.get(path);
      if (isSo(status, body.toString())) return [];
      await pause(10);
    }
    return [`${path} was not seen as it is in ${SEEN_MS_MAX} ms`];
  };

  await checks.claim(
    'Varnish: a new article is in its feeds at once, and other feeds stay (H-28)',
    async () => {
      for (const path of ['/rss.xml', '/sections/harbour/rss.xml', '/sections/science/rss.xml'])
        await varnish.get(path);
      site.write(FILE, article('It was blown out.'));
      const complaints = [
        ...(await seen('/rss.xml', (_, text) => text.includes('blown out'))),
        ...(await seen('/sections/harbour/rss.xml', (_, text) => text.includes('blown out'))),
      ];
      varnish.traffic();
      await varnish.get('/sections/science/rss.xml');
      return [
        ...complaints,
        ...unless(
          varnish.trafficOf('/sections/science/rss.xml').length,
          0,
          'requests for a feed that did not change',
        ),
      ];
    },
  );

  await checks.claim(
    'Varnish: a corrected article is corrected at once, in feeds and on its page',
    async () => {
      await varnish.get(PAGE);
      await varnish.get('/articles/how-fog-decides-where-to-stop');
      varnish.traffic();
      site.write(FILE, article('It was put out.'));
      const complaints = [
        ...(await seen('/atom.xml', (_, text) => text.includes('put out'))),
        ...(await seen(PAGE, (_, text) => text.includes('put out'))),
      ];
      varnish.traffic();
      await varnish.get('/articles/how-fog-decides-where-to-stop');
      return [
        ...complaints,
        ...unless(
          varnish.trafficOf('/articles/how-fog-decides-where-to-stop').length,
          0,
          'requests for a page that did not change',
        ),
      ];
    },
  );

  await checks.claim('Varnish: a withdrawn article is gone at once: 410', async () => {
    site.remove(FILE);
    return [
      ...(await seen('/rss.xml', (_, text) => !text.includes('A lamp goes out'))),
      ...(await seen(PAGE, (status) => status === 410)),
    ];
  });

  await checks.claim('Varnish: an article that comes back is there at once, where 410 was', async () => {
    site.write(FILE, article('It was found again.'));
    return seen(PAGE, (status, text) => status === 200 && text.includes('found again'));
  });

  await checks.claim('Varnish: after a change every coding is there, small and right', async () => {
    site.write(FILE, article('It was lit again.'));
    await seen('/rss.xml', (_, text) => text.includes('lit again'));
    const complaints: string[] = [];
    for (const coding of ['br', 'gzip']) {
      const { headers, body } = await varnish.get('/rss.xml', { 'accept-encoding': coding });
      const direct = await site.origin('/rss.xml', { 'accept-encoding': coding });
      complaints.push(...unless(headers['content-encoding'], coding, 'coding'));
      if (!body.equals(direct.body)) complaints.push(`found other bytes in ${coding}`);
    }
    return complaints;
  });

  await checks.claim('Varnish: a BAN without a proper key is refused', async () => {
    const { stdout } = await run('curl', [
      ...['-q', '-sS', '-o', '/dev/null', '-w', '%{http_code}', '-X', 'BAN', '-H', 'Surrogate-Key: .*'],
      `http://127.0.0.1:${varnishPort}/`,
    ]);
    return unless(stdout, '400', 'as its status');
  });
}
