/**
 * What is fresh costs the service nothing, and is the right bytes.
 */
import type { Answer } from '../bench/http-get.ts';
import type { Checks } from '../conformance/checks.ts';
import type { Cache, CachedSite } from './cached-site.ts';

const PATHS = ['/rss.xml', '/atom.xml', '/feed.json', '/tags/boats/rss.xml', '/', '/opml.xml'];

/** What readers send, and what they must get: Miniflux, a browser without zstd, newsboat, a script. */
const CODINGS: readonly [acceptEncoding: string | undefined, coding: string | undefined][] = [
  ['br,gzip', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['deflate, gzip;q=0.9, br;q=0', 'gzip'],
  [undefined, undefined],
];

/** Claims of one cache what holds between two changes. */
export async function claimHits(checks: Checks, site: CachedSite, cache: Cache): Promise<void> {
  const { name } = cache;
  await checks.claim(`${name}: 50 first polls at once are one request to the service`, async () => {
    cache.traffic();
    await Promise.all(Array.from({ length: 50 }, () => cache.get('/sections/science/rss.xml')));
    return unless(cache.traffic().length, 1, 'requests');
  });

  await checks.claim(`${name}: every coding is the service's bytes and entity-tag (H-10, H-31)`, async () => {
    const complaints: string[] = [];
    for (const path of PATHS) {
      for (const [acceptEncoding, coding] of CODINGS) {
        const headers = accepting(acceptEncoding);
        const direct = await site.origin(path, headers);
        for (const time of ['first', 'second']) {
          const found = difference(direct, await cache.get(path, headers), coding);
          if (found !== undefined) complaints.push(`${path} for ${acceptEncoding}, ${time}: ${found}`);
        }
      }
    }
    return complaints;
  });

  await checks.claim(
    `${name}: 20 more polls of each, whatever is hung on to the address, ask the service nothing`,
    async () => {
      cache.traffic();
      for (const path of PATHS) {
        for (const [acceptEncoding] of CODINGS)
          for (let poll = 0; poll < 20; poll++)
            await cache.get(`${path}?utm_source=${poll}`, accepting(acceptEncoding));
      }
      return cache.traffic().map(({ path }) => `the service was asked for ${path}`);
    },
  );

  await checks.claim(
    `${name}: conditional polls are answered 304 by the cache itself (H-05, H-08)`,
    async () => {
      const complaints: string[] = [];
      for (const path of PATHS) {
        for (const [acceptEncoding] of CODINGS) {
          const headers = accepting(acceptEncoding);
          const { headers: held } = await cache.get(path, headers);
          const conditions: readonly Record<string, string>[] = [
            { 'if-none-match': String(held.etag) },
            { 'if-none-match': `W/${held.etag}` },
            { 'if-modified-since': String(held['last-modified']) },
          ];
          for (const condition of conditions) {
            const { status, body } = await cache.get(path, { ...headers, ...condition });
            if (status !== 304 || body.length > 0)
              complaints.push(
                `${path} for ${acceptEncoding}: ${JSON.stringify(condition)} was answered ${status}`,
              );
          }
        }
      }
      return [...complaints, ...cache.traffic().map(({ path }) => `the service was asked for ${path}`)];
    },
  );

  await checks.claim(`${name}: a range of a picture comes from the cache (H-17)`, async () => {
    const [path] = /\/assets\/[0-9a-f]{32}\/[\w.-]+/.exec((await site.origin('/')).body.toString()) ?? [];
    if (path === undefined) return ['found no picture'];
    await cache.get(path);
    cache.traffic();
    const { status, body } = await cache.get(path, { range: 'bytes=0-7' });
    return [
      ...unless(status, 206, 'status'),
      ...unless(body.length, 8, 'bytes'),
      ...unless(cache.traffic().length, 0, 'requests'),
    ];
  });

  await checks.claim(`${name}: readers see neither keys nor what is meant for caches`, async () => {
    const { headers } = await cache.get('/rss.xml');
    return ['surrogate-key', 'cdn-cache-control'].filter((header) => header in headers);
  });
}

/** What was expected and is not so. */
export function unless(found: unknown, expected: unknown, what: string): readonly string[] {
  return found === expected ? [] : [`found ${found} ${what}, expected ${expected}`];
}

function accepting(acceptEncoding: string | undefined): Record<string, string> {
  return acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding };
}

function difference(direct: Answer, cached: Answer, coding: string | undefined): string | undefined {
  if (cached.status !== 200) return `answered ${cached.status}`;
  if (cached.headers['content-encoding'] !== coding)
    return `in ${cached.headers['content-encoding']}, not ${coding}`;
  if (cached.headers.etag !== direct.headers.etag)
    return `tag ${cached.headers.etag}, not ${direct.headers.etag}`;
  if (!String(cached.headers.vary).includes('Accept-Encoding')) return 'no Vary';
  return cached.body.equals(direct.body) ? undefined : 'other bytes';
}
