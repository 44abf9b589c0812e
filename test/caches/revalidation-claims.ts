/**
 * What is over is asked about once, while readers are served what there is.
 *
 * Max-age is short because something is due: until an article that is scheduled goes live, no answer of its feeds may be
 * kept longer (H-22). Put off, it leaves caches with a short max-age and nothing new to be told.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Checks } from '../conformance/checks.ts';
import type { Cache, CachedSite } from './cached-site.ts';
import { unless } from './hit-claims.ts';

const SAME = '/sections/harbour/atom.xml';
const OTHER = '/sections/harbour/feed.json';

/** How long until the article is due, and how long until everything is over for certain, in milliseconds. */
const DUE_MS = 4_000;
const OVER_MS = 5_500;
const LATER_MS = 3_600_000;

/** By then caches have been told of whatever was published before, in milliseconds. */
const TOLD_MS = 1_500;

/** How long a cache may take to renew behind its readers' backs, in milliseconds. */
const RENEWED_MS_MAX = 2_000;

/** Claims what happens when max-age is over. */
export async function claimRevalidation(checks: Checks, site: CachedSite): Promise<void> {
  const schedule = async (inMs: number) => {
    const due = new Date(Date.now() + inMs).toISOString();
    site.write('harbour/due.md', `---\ntitle: The tide turns\ndate: ${due}\n---\n\nAs it was told.\n`);
    await until(async () => (await maxAgeSeconds(site)) < 10 === inMs < 10_000);
  };
  await pause(TOLD_MS);
  await schedule(DUE_MS);
  for (const cache of site.caches) await cache.get(SAME);
  await schedule(LATER_MS);
  await pause(OVER_MS);
  for (const cache of site.caches) await claimAsked(checks, site, cache);
  await schedule(DUE_MS);
  for (const cache of site.caches) await cache.get(OTHER);
  await pause(OVER_MS);
  for (const cache of site.caches) {
    await checks.claim(`${cache.name}: what was due is there when max-age is over (H-22)`, async () => {
      await until(async () => (await cache.get(OTHER)).body.includes('The tide turns'));
      return [];
    });
  }
}

async function maxAgeSeconds(site: CachedSite): Promise<number> {
  return Number(/max-age=(\d+)/.exec(String((await site.origin(SAME)).headers['cache-control']))?.[1]);
}

async function claimAsked(checks: Checks, site: CachedSite, cache: Cache): Promise<void> {
  const { name } = cache;
  await checks.claim(
    `${name}: what is over is served at once and asked about once, 304 (RFC 5861 §3)`,
    async () => {
      cache.traffic();
      const before = await cache.get(SAME);
      const asked: { isConditional: boolean; status: number }[] = [];
      await until(() => {
        asked.push(...cache.traffic());
        return asked.length > 0;
      });
      await pause(100);
      for (let poll = 0; poll < 10; poll++) await cache.get(SAME);
      asked.push(...cache.traffic());
      const { headers } = await site.origin(SAME);
      return [
        ...unless(before.headers.etag, headers.etag, 'as its tag'),
        ...unless(asked.length, 1, 'requests'),
        ...asked.flatMap(({ isConditional, status }) =>
          isConditional && status === 304 ? [] : [`found ${status}, conditional: ${isConditional}`],
        ),
      ];
    },
  );
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > RENEWED_MS_MAX) throw new Error(`waited ${RENEWED_MS_MAX} ms in vain`);
    await pause(20);
  }
}
