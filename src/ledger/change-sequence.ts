/**
 * The change sequence: every commit that a reader could notice, numbered. It is the clock of the whole service.
 *
 * Source: design §3; rule H-13.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../base/clock.ts';
import type { FeedTables } from './feed-tables.ts';
import type { NextChange } from './next-change.ts';
import type { Tables } from './tables.ts';

/** One numbered commit that a reader could notice. */
export interface Change {
  readonly number: number;
  /** Whole seconds; never before the one of an earlier change. */
  readonly at: Date;
  /** Keys of the feeds in which something may look different. */
  readonly touched: ReadonlySet<string>;
}

/** The changes of one ledger. */
export class ChangeSequence {
  readonly #db: Kysely<Tables>;
  readonly #feeds: FeedTables;
  readonly #clock: Clock;

  constructor(db: Kysely<Tables>, feeds: FeedTables, clock: Clock) {
    this.#db = db;
    this.#feeds = feeds;
    this.#clock = clock;
  }

  /** The last change; number 0, in 1970, before the first. */
  async last(): Promise<{ readonly number: number; readonly at: Date }> {
    const last = await this.#db
      .selectFrom('change')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { number: last?.number ?? 0, at: new Date((last?.at ?? 0) * 1000) };
  }

  /** One numbered commit: `work` answers which feeds it touched; none means that no reader could notice. */
  async commit(
    work: (db: Kysely<Tables>, next: NextChange) => Promise<ReadonlySet<string>>,
  ): Promise<Change | undefined> {
    return this.#db.transaction().execute(async (db) => {
      const last = await db
        .selectFrom('change')
        .selectAll()
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      const next = {
        number: (last?.number ?? 0) + 1,
        at: nextInstant(last?.at ?? 0, Math.floor(this.#clock.now().getTime() / 1000)),
      };
      const touched = await work(db, next);
      if (touched.size === 0) return undefined;
      // Six hexadecimal digits: edition/feed-documents.ts puts them into entity-tags.
      const mark = randomBytes(3).toString('hex');
      await db
        .insertInto('change')
        .values({ ...next, mark })
        .execute();
      await this.#feeds.touch(db, [...touched], next.number);
      return { number: next.number, at: new Date(next.at * 1000), touched };
    });
  }

  /** What `work` answers about the next commit from inside it; then all is taken back. */
  async tryOut<T>(work: (db: Kysely<Tables>, next: NextChange) => Promise<T>): Promise<T> {
    let answer: T | undefined;
    const over = new Error('it was tried out');
    await this.commit(async (db, next) => {
      answer = await work(db, next);
      throw over;
    }).catch((cause) => {
      if (cause !== over) throw cause;
    });
    return answer!;
  }
}

/**
 * The instant of a change, in whole seconds: now, but never one that a document was already served under (H-13).
 *
 * A second change within a second gets the next second. Until the clock is there, http sends the present second
 * instead (a Last-Modified may not lie ahead of Date), so further changes may share it: nobody has seen it yet.
 */
export function nextInstant(last: number, now: number): number {
  if (last > now) return last;
  return last === now ? now + 1 : now;
}
