/**
 * When each feed changes next by itself.
 *
 * In: what is scheduled, the next first. Out: an instant for every feed, beyond which no answer may be kept (H-22).
 */
import type { Scheduled } from '../ledger/lifecycle.ts';

/** Scheduled articles that are looked ahead to. */
export const SCHEDULED_MAX = 100;

/** What comes. */
export class Upcoming {
  readonly scheduled: readonly Scheduled[];
  readonly #byFeed = new Map<string, Date>();
  /** Nothing is known of what comes after it; undefined when everything is known. */
  readonly #horizon: Date | undefined;

  /** @param scheduled the next ones, at most `SCHEDULED_MAX` */
  constructor(scheduled: readonly Scheduled[]) {
    this.scheduled = scheduled;
    for (const { at, feeds } of scheduled)
      for (const feed of feeds) if (!this.#byFeed.has(feed)) this.#byFeed.set(feed, at);
    this.#horizon = scheduled.length < SCHEDULED_MAX ? undefined : scheduled.at(-1)!.at;
  }

  /** The next instant at which a feed changes; every article is in the main feed, which stands for all that is no feed. */
  in(feed = ''): Date | undefined {
    return this.#byFeed.get(feed) ?? this.#horizon;
  }
}
