/**
 * Readers notice nothing of a service that is being restarted.
 */
import type { Checks } from '../conformance/checks.ts';
import type { CachedSite } from './cached-site.ts';

/** Claims what is served when the service cannot be reached; it is ended by this. */
export async function claimOutage(checks: Checks, site: CachedSite): Promise<void> {
  const paths = ['/rss.xml', '/atom.xml', '/sections/science/atom.xml', '/'];
  for (const cache of site.caches) for (const path of paths) await cache.get(path);
  await site.stopService();
  for (const cache of site.caches) {
    await checks.claim(
      `${cache.name}: serves what it has while the service is away (RFC 5861 §4)`,
      async () => {
        const complaints: string[] = [];
        for (const path of paths) {
          const { status, headers } = await cache.get(path);
          if (status !== 200) complaints.push(`${path} was answered ${status}`);
          const again = await cache.get(path, { 'if-none-match': String(headers.etag) });
          if (again.status !== 304) complaints.push(`${path} again was answered ${again.status}`);
        }
        return complaints;
      },
    );
  }
}
