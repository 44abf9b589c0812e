/**
 * What the routes answer with: the parts that one set of settings puts together.
 */
import type { Log } from '../base/log.ts';
import type { ServedEdition } from '../edition/served-edition.ts';
import type { CacheTerms } from './cache-headers.ts';
import type { Nowhere } from './nowhere.ts';
import type { Observations } from './observations.ts';
import type { OperatorContext } from './operator-routes.ts';
import type { PageShelf } from './page-shelf.ts';
import type { PollTable } from './poll-table.ts';
import type { Moment } from './respond.ts';

/** What the routes serve. */
export interface AppContext extends OperatorContext {
  readonly edition: ServedEdition;
  readonly pages: PageShelf;
  readonly nowhere: Nowhere;
  /** Where the files behind `/assets/` are. */
  readonly assetsFolder: string;
  readonly table: PollTable;
  readonly moment: Moment;
  readonly log: Log;
  readonly observations: Observations;
  /** Cache-Control's max-age of feeds. */
  readonly maxAgeSeconds: number;
  /** What the publisher's own caches are told. */
  readonly caches: CacheTerms;
  /** True when those who ask for it get what has changed in a feed (RFC 3229). */
  readonly offersDeltas: boolean;
  /** False before the newest articles have been taken in for the first time. */
  readonly isServing: () => boolean;
}
