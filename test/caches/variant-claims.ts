/**
 * What is one reader's alone stays that reader's: a format that was negotiated, a difference to what it has.
 */
import type { Checks } from '../conformance/checks.ts';
import type { Cache, CachedSite } from './cached-site.ts';
import { unless } from './hit-claims.ts';

const ACCEPTED = ['application/rss+xml', 'application/atom+xml', 'application/feed+json', '*/*'];
const FILE = 'harbour/differing.md';
const FEED = '/sections/harbour/rss.xml';
const DECIDED_MS_MAX = 2_000;

/** Claims of one cache that it mixes no readers up. */
export async function claimVariants(checks: Checks, site: CachedSite, cache: Cache): Promise<void> {
  const { name } = cache;
  await checks.claim(`${name}: /feed is the format that each reader asks for (H-49, H-51)`, async () => {
    const complaints: string[] = [];
    for (const time of ['first', 'second']) {
      for (const accept of ACCEPTED) {
        const direct = await site.origin('/feed', { accept });
        const { body, headers } = await cache.get('/feed', { accept });
        const isSame = body.equals(direct.body) && headers['content-type'] === direct.headers['content-type'];
        if (!isSame) complaints.push(`${accept}, ${time}: found ${headers['content-type']}`);
        complaints.push(
          ...unless(headers['content-location'], direct.headers['content-location'], 'Content-Location'),
        );
      }
    }
    return complaints;
  });

  await checks.claim(`${name}: a difference reaches nobody who did not ask for it (H-67, H-68)`, async () => {
    const before = await site.origin(FEED);
    await cache.get(FEED);
    site.write(FILE, `---\ntitle: Told to ${name}\ndate: 2025-09-01\n---\n\nIt differs.\n`);
    const began = performance.now();
    let present = before;
    while (present.headers.etag === before.headers.etag && performance.now() - began < DECIDED_MS_MAX)
      present = await site.origin(FEED);
    const wish = { 'a-im': 'feed', 'if-none-match': String(before.headers.etag) };
    const asked = await cache.get(FEED, wish);
    const complaints = [
      ...(asked.status === 226 && asked.headers.im !== 'feed' ? ['found 226 without IM'] : []),
      // A cache that has what the reader has, and may still keep it, says so.
      ...([200, 226, 304].includes(asked.status) ? [] : [`a reader that asks was answered ${asked.status}`]),
    ];
    for (let poll = 0; poll < 3; poll++) {
      const { status, headers, body } = await cache.get(FEED);
      const isWhole = body.equals(before.body) || body.equals(present.body);
      if (status !== 200 || headers.im !== undefined || !isWhole)
        complaints.push(`others were answered ${status} with ${body.length} bytes`);
    }
    site.remove(FILE);
    return complaints;
  });
}
