/**
 * What a change made stale leaves Varnish at once, and nothing else does.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../bench/http-get.ts';
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
    const isSeen = ({ status, body }: Answer) => isSo(status, body.toString());
    const last = await askedUntil(() => varnish.get(path), isSeen);
    return isSeen(last) ? [] : [`${path} was not seen as it is in ${SEEN_MS_MAX} ms`];
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
    const before = await site.origin('/rss.xml');
    site.write(FILE, article('It was lit again.'));
    await askedUntil(
      () => site.origin('/rss.xml'),
      ({ headers }) => headers.etag !== before.headers.etag,
    );
    const complaints: string[] = [];
    for (const coding of ['br', 'gzip']) {
      const headers = { 'accept-encoding': coding };
      // Who asks before the codings are there gets the change as it is; with them comes the purge.
      const [found, direct] = await askedUntil(
        () => Promise.all([varnish.get('/rss.xml', headers), site.origin('/rss.xml', headers)]),
        ([one, other]) => one.headers['content-encoding'] === coding && versionOf(one) === versionOf(other),
      );
      complaints.push(...unless(found.headers['content-encoding'], coding, 'coding'));
      if (found.headers.etag === direct.headers.etag && !found.body.equals(direct.body))
        complaints.push(`found other bytes in ${coding}`);
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

/** Asks until it is as wished, or `SEEN_MS_MAX` are over; what was answered last. */
async function askedUntil<T>(ask: () => Promise<T>, isWished: (answer: T) => boolean): Promise<T> {
  const began = performance.now();
  for (;;) {
    const answer = await ask();
    if (isWished(answer) || performance.now() - began > SEEN_MS_MAX) return answer;
    await pause(10);
  }
}

/** An entity-tag without its coding: two qualities of brotli are one version. */
function versionOf({ headers }: Answer): string {
  return String(headers.etag).replace(/-[a-z0-9]+"$/, '');
}
