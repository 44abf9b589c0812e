/**
 * `npm run test:caches`: the service behind real caches, configured as docs/caches says.
 *
 * One line a claim, then the counts; code 1 when one does not hold.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../bench/child-process.ts';
import { Checks } from '../conformance/checks.ts';
import { CachedSite } from './cached-site.ts';
import { claimHits } from './hit-claims.ts';
import { claimOutage } from './outage-claims.ts';
import { claimPurge } from './purge-claims.ts';
import { claimRevalidation } from './revalidation-claims.ts';
import { claimVariants } from './variant-claims.ts';

const checks = new Checks();
const nginx = program('nginx');
const varnishd = program('varnishd');
await checks.claim('nginx and Varnish are installed', async () => [
  ...(nginx === undefined ? ['install the Debian package nginx'] : []),
  ...(varnishd === undefined ? ['install the Debian package varnish'] : []),
]);
if (nginx !== undefined && varnishd !== undefined) {
  const scratch = mkdtempSync(join(tmpdir(), 'feedwright-caches-'));
  try {
    const site = await CachedSite.open({ nginx, varnishd }, scratch);
    try {
      for (const cache of site.caches) await claimHits(checks, site, cache);
      await claimPurge(checks, site);
      for (const cache of site.caches) await claimVariants(checks, site, cache);
      await claimRevalidation(checks, site);
      await claimOutage(checks, site);
    } finally {
      await site.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
process.stdout.write(`caches: ${checks.summary}\n`);
process.exit(checks.isPassed ? 0 : 1);
