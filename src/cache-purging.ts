/**
 * When a publisher's caches are told what a change made stale: once the new representations stand, in every coding.
 *
 * A page that is asked for after the change is new already; only those that were made before it can be stale.
 */

import type { Log } from './base/log.ts';
import { basePath } from './base/site.ts';
import type { Config } from './config.ts';
import type { Edition } from './edition/edition.ts';
import type { Change } from './ledger/change-sequence.ts';
import type { Ledger } from './ledger/ledger.ts';
import { Purger } from './purge/purger.ts';

/** Tells caches of changes. */
export interface CachePurging {
  /** Tells them of a change that the edition has learned. */
  tell(change: Change): void;
  /** Ends what is on its way. */
  close(): Promise<void>;
}

/** What tells caches, if they are to be told; at once everything is purged, since a change may have been missed. */
export function openCachePurging(
  { settings, site, purgeToken }: Config,
  ledger: Ledger,
  edition: Edition,
  log: Log,
): CachePurging | undefined {
  const { url, ...template } = settings.cache.purge;
  if (url === undefined) return undefined;
  const purger = new Purger({ url, ...template }, { token: purgeToken, basePath: basePath(site) }, log);
  let told = edition.change;
  let telling: Promise<void> = Promise.resolve();
  purger.purgeEverything();
  const tell = async ({ number, touched }: Change) => {
    const since = told;
    told = number;
    const revised = await ledger.articles.revisedSince(edition.read, since);
    await edition.completed();
    purger.purge(touched, revised);
  };
  return {
    tell: (change) => {
      telling = telling
        .then(() => tell(change))
        .catch((cause: unknown) => log.error({ err: cause }, 'caches were not told of a change'));
    },
    close: async () => {
      await purger.close();
      await telling;
    },
  };
}
