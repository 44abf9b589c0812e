/**
 * What the ledger remembers of each feed: that it exists, and which change its documents last showed.
 *
 * A feed once made is never forgotten: its address keeps answering when its last article is gone.
 */
import type { Kysely, Selectable } from 'kysely';
import { Failure } from '../base/failure.ts';
import { type ArchivePage, archiveBeyond, lastPage, markLate, takeBack } from './archive.ts';
import { forgetAgain, type WindowRow, type WindowTerms, windowOf } from './feed-window.ts';
import { insertTogether } from './insert-together.ts';
import { removalsSince } from './removals.ts';
import { ARCHIVES_BEGUN, type FeedTable, type Tables } from './tables.ts';

/** One feed as the ledger knows it. */
export interface FeedRecord {
  readonly key: string;
  /** As people write it; empty for the main feed. */
  readonly name: string;
  /** The change after which its documents last differed. */
  readonly change: number;
  /** That change's instant: whole seconds. */
  readonly modified: Date;
  /** The page on which its archive begins, for those who go back in time; undefined while it shows everything. */
  readonly archive?: ArchivePage | undefined;
}

/** A feed, and what was looked up to bring it up to date. */
export interface SettledFeed {
  readonly record: FeedRecord;
  /** The rows of the articles it shows, newest first; undefined where nothing had changed. */
  readonly window: readonly number[] | undefined;
}

/** What was found out about a feed. */
interface Found {
  readonly present: Partial<FeedTable>;
  readonly archive: ArchivePage | undefined;
  readonly window: readonly number[];
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

  #hasArchives = false;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The keys of all feeds, inside a transaction. */
  async all(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
    const feeds = await db.selectFrom('feed').select('feed').execute();
    return new Set(feeds.map(({ feed }) => feed));
  }

  /** Notes that a change concerned some feeds; whether their documents differ is settled by `settle`. */
  async touch(db: Kysely<Tables>, keys: readonly string[], change: number): Promise<void> {
    await insertTogether(keys, (some) =>
      db.updateTable('feed').set({ touched: change }).where('feed', 'in', some).execute(),
    );
  }

  /** What tells a change from another ledger's change of that number; undefined when there is none, or it is older than marks. */
  async markOf(change: number): Promise<string | undefined> {
    const known = this.#db.selectFrom('change').select('mark').where('number', '=', change);
    return (await known.executeTakeFirst())?.mark ?? undefined;
  }

  /**
   * The feed, its change number brought up to date: it moves if and only if the articles it shows, their revisions,
   * its archive or `salt` differ from what it showed before. What it shows no more goes to its archive pages.
   *
   * @param terms how many articles it shows
   * @param salt whatever else its documents are made of
   * @returns undefined for a feed that never existed
   */
  async settle(
    key: string,
    terms: WindowTerms,
    salt: string,
    hash: (text: string) => string,
  ): Promise<SettledFeed | undefined> {
    for (;;) {
      const known = await this.#known(key);
      if (known === undefined) return undefined;
      if (known.touched === known.checked)
        return { record: recordOf(known, await this.#lastPage(key)), window: undefined };
      const settled = await this.#settled(known, terms, salt, hash);
      // A change that came meanwhile is in what was read, but not in the number: it is looked at once more.
      if ((await this.#known(key))?.touched !== known.touched) continue;
      await this.#save(key, settled.present);
      return { record: recordOf({ ...known, ...settled.present }, settled.archive), window: settled.window };
    }
  }

  async #known(key: string): Promise<Selectable<FeedTable> | undefined> {
    const stored = await this.#db.selectFrom('feed').selectAll().where('feed', '=', key).executeTakeFirst();
    return stored && { ...stored, ...this.#unsaved.get(key) };
  }

  /** What a feed shows since the last change that touched it. */
  async #settled(
    known: Selectable<FeedTable>,
    terms: WindowTerms,
    salt: string,
    hash: (text: string) => string,
  ): Promise<Found> {
    const { feed: key } = known;
    const { at } = await this.#db
      .selectFrom('change')
      .select('at')
      .where('number', '=', known.touched)
      .executeTakeFirstOrThrow();
    const { window, isArchived } = await this.#window(known, terms, at);
    const shown = isArchived ? terms.articles : known.shown;
    const archive = await this.#lastPage(key);
    const articles = window.map(({ row, revision }) => `${row}.${revision}`).join(' ');
    const gone = await this.#gone(key, terms, at);
    const behind = archive === undefined ? '' : `\n${archive.page}.${archive.places}`;
    const fingerprint = hash(`${salt}\n${known.name}\n${articles}${behind}${gone}`);
    const settled = { checked: known.touched, shown };
    const isDifferent = fingerprint !== known.fingerprint;
    const present = isDifferent ? { ...settled, fingerprint, change: known.touched, modified: at } : settled;
    return { present, archive, window: window.map(({ row }) => row) };
  }

  async #gone(key: string, { gone }: WindowTerms, at: number): Promise<string> {
    if (gone === undefined) return '';
    const removals = await removalsSince(this.#db, key, at - gone.seconds, gone.articlesMax);
    return removals.map(({ article, change }) => `\n${article.row}.${change}`).join('');
  }

  /**
   * What the feed shows; whatever it shows no more goes to its page, unless there are no archives yet, or they cannot be
   * written now.
   */
  async #window(
    { feed, shown, checked, touched }: Selectable<FeedTable>,
    terms: WindowTerms,
    at: number,
  ): Promise<{ readonly window: readonly WindowRow[]; readonly isArchived: boolean }> {
    const db = this.#db;
    let window = await windowOf(db, feed, terms);
    const lookAgain = async (isOther: boolean) => {
      if (isOther) window = await windowOf(db, feed, terms);
    };
    try {
      if (!(await this.hasArchives())) return { window, isArchived: false };
      if (shown > 0 && shown < terms.articles) await lookAgain(await takeBack(db, feed, terms, window));
      if (shown > 0) await lookAgain(await markLate(db, feed, terms, window, checked, at));
      await lookAgain(await forgetAgain(db, feed, terms, window));
      await archiveBeyond(db, feed, terms, window, touched);
      return { window, isArchived: true };
    } catch (cause) {
      // The window is right without it; what could not be written is written after the next change.
      if (!(cause instanceof Failure)) throw cause;
      return { window: await windowOf(db, feed, terms), isArchived: false };
    }
  }

  /**
   * Sends what a feed shows no more to its pages before there are archives. Nobody sees them yet, so it takes its time
   * while the feed is served as it was, and goes on at the next start where it was ended.
   */
  async fillArchive(key: string, terms: WindowTerms, isWanted: () => boolean): Promise<void> {
    const known = await this.#known(key);
    if (known === undefined || known.touched === 0) return;
    const db = this.#db;
    try {
      if (known.shown > 0) await takeBack(db, key, terms, await windowOf(db, key, terms));
      await db.updateTable('feed').set({ shown: terms.articles }).where('feed', '=', key).execute();
      await archiveBeyond(db, key, terms, await windowOf(db, key, terms), known.touched, isWanted);
    } catch (cause) {
      // What could not be written is written once there are archives.
      if (!(cause instanceof Failure)) throw cause;
    }
  }

  /** The newest page of a feed's archive; pages that are filled before there are archives are not to be seen. */
  async #lastPage(key: string): Promise<ArchivePage | undefined> {
    return (await this.hasArchives()) ? lastPage(this.#db, key) : undefined;
  }

  /** True once all articles have been taken in: archive pages are made in the order of time, not in that of an import. */
  async hasArchives(): Promise<boolean> {
    if (this.#hasArchives) return true;
    const begun = this.#db.selectFrom('meta').select('key').where('key', '=', ARCHIVES_BEGUN);
    this.#hasArchives = (await begun.executeTakeFirst()) !== undefined;
    return this.#hasArchives;
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

  /** True for a feed that exists, or once had an article. */
  async has(key: string): Promise<boolean> {
    return (await this.#known(key)) !== undefined;
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

function recordOf(row: Selectable<FeedTable>, archive: ArchivePage | undefined): FeedRecord {
  const { feed: key, name, change, modified } = row;
  return { key, name, change, modified: new Date(modified * 1000), archive };
}
