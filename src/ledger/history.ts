/**
 * What happened, and why, as operators ask for it.
 *
 * Nothing here changes anything.
 */
import type { Kysely } from 'kysely';
import { type ExplainedFile, type Explanation, explain } from './explain.ts';
import { type Changes, changeAt, type HistoryEntry, historyOf } from './feed-history.ts';
import type { WindowTerms } from './feed-window.ts';
import type { Tables } from './tables.ts';

/** The history of everything in the ledger. */
export class History {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** What is known of the article, or file, that a path, a slug, an id or an address names. */
  explain(
    wish: string,
    termsOf: (feed: string) => WindowTerms,
  ): Promise<Explanation | ExplainedFile | undefined> {
    return explain(this.#db, wish, termsOf);
  }

  /** What happened in a feed between two changes, the latest last; the latest `limit` entries. */
  ofFeed(feed: string, changes: Changes, limit: number): Promise<readonly HistoryEntry[]> {
    return historyOf(this.#db, feed, changes, limit);
  }

  /** The number of the first change at or after an instant; beyond the last when there is none. */
  changeAt(instant: Date): Promise<number> {
    return changeAt(this.#db, instant);
  }
}
