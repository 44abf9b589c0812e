/**
 * What the ledger remembers of each feed: that it exists, and which change its documents last showed.
 *
 * A feed once made is never forgotten: its address keeps answering when its last article is gone.
 */
import type { Kysely, Selectable } from 'kysely';
import { Failure } from '../base/failure.ts';
import { revisionsIn } from './read-articles.ts';
import { insertTogether } from './save-articles.ts';
import type { FeedTable, Tables } from './tables.ts';

/** One feed as the ledger knows it. */
export interface FeedRecord {
  readonly key: string;
  /** As people write it; empty for the main feed. */
  readonly name: string;
  /** The change after which its documents last differed. */
  readonly change: number;
  /** That change's instant: whole seconds. */
  readonly modified: Date;
}

/** A feed in a list, with how many live articles it has. */
export interface FeedCount {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** The feeds' own tables. */
export class FeedTables {
  readonly #db: Kysely<Tables>;
  /** What could not be written, as when the disk is full: polls are answered nevertheless, and always the same. */
  readonly #unsaved = new Map<string, Partial<FeedTable>>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Notes that a change concerned some feeds; whether their documents differ is settled by `settle`. */
  async touch(db: Kysely<Tables>, keys: readonly string[], change: number): Promise<void> {
    await insertTogether(keys, (some) =>
      db.updateTable('feed').set({ touched: change }).where('feed', 'in', some).execute(),
    );
  }

  /**
   * The feed, its change number brought up to date: it moves if and only if the articles it shows, their revisions
   * or `salt` differ from what it showed before.
   *
   * @param limit how many articles it shows
   * @param salt whatever else its documents are made of
   * @returns undefined for a feed that never existed
   */
  async settle(
    key: string,
    limit: number,
    salt: string,
    hash: (text: string) => string,
  ): Promise<FeedRecord | undefined> {
    const stored = await this.#db.selectFrom('feed').selectAll().where('feed', '=', key).executeTakeFirst();
    if (stored === undefined) return undefined;
    const known = { ...stored, ...this.#unsaved.get(key) };
    if (known.touched === known.checked) return recordOf(known);
    const revisions = await revisionsIn(this.#db, key, limit);
    const fingerprint = hash(
      `${salt}\n${known.name}\n${revisions.map(({ row, revision }) => `${row}.${revision}`).join(' ')}`,
    );
    if (fingerprint === known.fingerprint) {
      await this.#save(key, { checked: known.touched });
      return recordOf(known);
    }
    const { at } = await this.#db
      .selectFrom('change')
      .select('at')
      .where('number', '=', known.touched)
      .executeTakeFirstOrThrow();
    const settled = { checked: known.touched, fingerprint, change: known.touched, modified: at };
    await this.#save(key, settled);
    return recordOf({ ...known, ...settled });
  }

  async #save(key: string, settled: Partial<FeedTable>): Promise<void> {
    const all = { ...this.#unsaved.get(key), ...settled };
    try {
      await this.#db.updateTable('feed').set(all).where('feed', '=', key).execute();
      this.#unsaved.delete(key);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      this.#unsaved.set(key, all);
    }
  }

  /** Feeds whose key begins with `home` (`sections/`, `tags/`, `authors/`) and that have live articles, largest first. */
  async list(home: string, limit: number): Promise<readonly FeedCount[]> {
    const rows = await this.#db
      .selectFrom('feed')
      .innerJoin('membership', 'membership.feed', 'feed.feed')
      .select(({ fn }) => ['feed.feed as key', 'feed.name', fn.countAll<number>().as('count')])
      .where('feed.feed', '>=', home)
      .where('feed.feed', '<', `${home}\uffff`)
      .groupBy('feed.feed')
      .orderBy('count', 'desc')
      .orderBy('key')
      .limit(limit)
      .execute();
    return rows;
  }

  /** How many live articles a feed has. */
  async count(key: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('membership')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('feed', '=', key)
      .executeTakeFirstOrThrow();
    return count;
  }
}

function recordOf(row: Selectable<FeedTable>): FeedRecord {
  return { key: row.feed, name: row.name, change: row.change, modified: new Date(row.modified * 1000) };
}

/** Makes a feed known, so that its address answers. */
export async function ensureFeed(db: Kysely<Tables>, key: string, name: string): Promise<void> {
  await db
    .insertInto('feed')
    .values({ feed: key, name, touched: 0, checked: 0, fingerprint: '', change: 0, modified: 0 })
    .onConflict((conflict) => conflict.column('feed').doNothing())
    .execute();
}
