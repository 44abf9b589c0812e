/**
 * The only memory.
 *
 * In: readings of files. Out: articles with names and dates for life, numbered changes, and what was seen of each
 * file. It is the only room that knows a database; its interface is async, so that another database may stand behind
 * the same queries. It does not read the articles folder, and it renders nothing.
 */
import { randomBytes } from 'node:crypto';
import { Kysely } from 'kysely';
import type { Fault } from '../article/fault.ts';
import type { Clock } from '../base/clock.ts';
import type { Failure } from '../base/failure.ts';
import type { SafeHtml } from '../base/text.ts';
import { type Adoption, adoptIds } from './adopt-ids.ts';
import { type AdoptableArticle, adoptableArticles } from './adoptable-articles.ts';
import { holdersOf } from './adopted-ids.ts';
import { type ArchivePage, archivePage, pageRows } from './archive.ts';
import type { ArticleCard } from './article.ts';
import { AssetStore } from './asset-store.ts';
import { type ExplainedFile, type Explanation, explain } from './explain.ts';
import { type Changes, changeAt, type HistoryEntry, historyOf } from './feed-history.ts';
import { FeedTables } from './feed-tables.ts';
import { type WindowTerms, windowOf } from './feed-window.ts';
import {
  allFaults,
  type FileSignature,
  filesIn,
  foldersBelow,
  forgetFiles,
  heirs,
  isKnown,
} from './file-table.ts';
import { Holds } from './holds.ts';
import { expireLive, promoteScheduled, type Scheduled, scheduledNext, withdrawFiles } from './lifecycle.ts';
import { makeKnown } from './memberships.ts';
import type { NextChange } from './next-change.ts';
import { type OpenDatabase, openBeside, openDatabase } from './open-database.ts';
import { articleBySlug, bodiesOf, cardsOf, newestIn, referringTo, revisedSince } from './read-articles.ts';
import type { FileReading, IsGone, RecordContext } from './reading.ts';
import { type Recognised, recordReadings } from './record.ts';
import { type Rehearsal, rehearse } from './rehearse.ts';
import { type Removal, removalsSince, rowsRemovedAfter } from './removals.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { ARCHIVES_BEGUN, BODIES_AWAITED, type Tables } from './tables.ts';

/** One numbered commit that a reader could notice. */
export interface Change {
  readonly number: number;
  /** Whole seconds; never before the one of an earlier change. */
  readonly at: Date;
  /** Keys of the feeds in which something may look different. */
  readonly touched: ReadonlySet<string>;
}

/** What recording answered. */
export interface Recorded {
  readonly change: Change | undefined;
  readonly faults: readonly Fault[];
  /** Paths of files that link to an article which has its address only since now: to be read again. */
  readonly linking: readonly string[];
  /** Files at new paths that are articles known from elsewhere. */
  readonly recognised: readonly Recognised[];
}

/** An archive page with its articles, newest first. */
export interface ArchivedArticles {
  readonly page: ArchivePage;
  readonly articles: readonly ArticleCard[];
  /** The last change that made a difference to it, and that change's instant. */
  readonly change: number;
  readonly modified: Date;
}

/** The key in `meta` of the number of the change that brought the present settings. */
const SETTINGS_CHANGE = 'settings-change';

/** Faults that are listed at most. */
const FAULTS_MAX = 10_000;

/** The open ledger. */
export class Ledger {
  /** Random, made with the ledger: entity-tags of two ledgers never meet. */
  readonly epoch: string;
  readonly feeds: FeedTables;
  readonly assets: AssetStore;
  readonly holds: Holds;
  /** The data folder. */
  readonly folder: string;
  /** The authority of every id minted. */
  readonly authority: string;
  readonly #db: Kysely<Tables>;
  readonly #clock: Clock;
  readonly #close: () => void;
  #isDamaged = false;

  private constructor(
    db: Kysely<Tables>,
    epoch: string,
    folder: string,
    options: LedgerOptions,
    close: () => void,
  ) {
    this.#db = db;
    this.epoch = epoch;
    this.feeds = new FeedTables(db);
    this.holds = new Holds(db, this.feeds);
    this.assets = new AssetStore(db, folder);
    this.#clock = options.clock;
    this.folder = folder;
    this.authority = options.authority;
    this.#close = close;
  }

  /**
   * Opens the ledger in a data folder, creating or migrating it.
   *
   * @throws {Failure} `data-folder-unusable`, `ledger-in-use`, `ledger-unreadable`, `ledger-newer`
   */
  static async open(folder: string, options: LedgerOptions): Promise<Ledger> {
    const ledger = await Ledger.#over(openDatabase(folder), folder, options);
    ledger.assets.tidy();
    await makeKnown(ledger.#db, [['', '']]);
    return ledger;
  }

  /**
   * Opens one more connection to a ledger that is open already, here or in another process.
   *
   * @throws {Failure} `ledger-unreadable`
   */
  static openBeside(folder: string, options: LedgerOptions): Promise<Ledger> {
    return Ledger.#over(openBeside(folder, { writes: true }), folder, options);
  }

  static async #over(
    { database, assertThere, close }: OpenDatabase,
    folder: string,
    options: LedgerOptions,
  ): Promise<Ledger> {
    let ledger: Ledger | undefined;
    const onFailure = ({ code }: Failure) => {
      if (ledger !== undefined && code === 'ledger-unreadable') ledger.#isDamaged = true;
    };
    const dialect = sqliteDialect(database, { beforeTransaction: assertThere, onFailure });
    const db = new Kysely<Tables>({ dialect });
    try {
      ledger = new Ledger(db, await epochOf(db), folder, options, close);
      await ledger.assets.load();
      return ledger;
    } catch (cause) {
      close();
      throw cause;
    }
  }

  /** True once a part of the file was found to be damaged; what is asked for may be elsewhere. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** Closes the file and frees the data folder. */
  async close(): Promise<void> {
    await this.#db.destroy();
    this.#close();
  }

  /**
   * Records what was read of some files, all or nothing.
   *
   * @param now the instant that undated articles get
   * @param isGone true when no file is at the path any more
   * @param missing paths of known files that are known to be gone
   */
  async record(
    readings: readonly FileReading[],
    now: Date,
    isGone: IsGone,
    missing: readonly string[] = [],
  ): Promise<Recorded> {
    if (readings.length === 0) return { change: undefined, faults: [], linking: [], recognised: [] };
    let faults: readonly Fault[] = [];
    let linking: readonly string[] = [];
    let recognised: readonly Recognised[] = [];
    const change = await this.#change(async (db, next) => {
      const context = this.#context(next, now, isGone, missing);
      const outcome = await recordReadings(db, readings, context);
      faults = outcome.faults;
      recognised = outcome.recognised;
      linking = await referringTo(db, outcome.named);
      return outcome.touched;
    });
    return { change, faults, linking, recognised };
  }

  /**
   * What recording files would make of live articles; nothing is recorded.
   *
   * @param missing paths of known files that are known to be gone
   */
  async rehearse(
    readings: readonly FileReading[],
    now: Date,
    isGone: IsGone,
    missing: readonly string[],
  ): Promise<Rehearsal> {
    let rehearsal: Rehearsal | undefined;
    const over = new Error('the rehearsal is over');
    await this.#change(async (db, next) => {
      rehearsal = await rehearse(db, readings, this.#context(next, now, isGone, missing));
      throw over;
    }).catch((cause) => {
      if (cause !== over) throw cause;
    });
    return rehearsal!;
  }

  /** Forgets files that are gone and withdraws their articles; a file that comes back brings its article back. */
  async withdraw(paths: readonly string[]): Promise<Change | undefined> {
    return this.#change((db, next) => withdrawFiles(db, paths, next));
  }

  /** True for the path of a known file, or of a folder with known files in or below it. */
  isKnown(path: string): Promise<boolean> {
    return isKnown(this.#db, path);
  }

  /** True when the file of an article that is there had these bytes when it was read. */
  async holdsBytes(hash: string): Promise<boolean> {
    const held = this.#db.selectFrom('article').select('row').where('file_hash', '=', hash);
    return (await held.where('present', '=', 1).limit(1).executeTakeFirst()) !== undefined;
  }

  /** Forgets files; their articles stay as they are. */
  forgetFiles(paths: readonly string[]): Promise<void> {
    return forgetFiles(this.#db, paths);
  }

  /** Scheduled articles whose instant has come go live, and those that expire leave. */
  async promote(): Promise<Change | undefined> {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    return this.#change(async (db, next) => {
      const live = await promoteScheduled(db, now, next);
      return new Set([...live, ...(await expireLive(db, now, next))]);
    });
  }

  /** What will go live or expire by itself, the next first; the next `limit` of them. */
  scheduled(limit: number): Promise<readonly Scheduled[]> {
    return scheduledNext(this.#db, limit);
  }

  /**
   * True when every live article has its body; one that was imported as text gets it when its file is read. Nothing
   * may be served before.
   */
  async isWhole(): Promise<boolean> {
    const awaited = this.#db.selectFrom('meta').select('key').where('key', '=', BODIES_AWAITED);
    if ((await awaited.executeTakeFirst()) === undefined) return true;
    const without = await this.#db
      .selectFrom('article')
      .select('row')
      .where('state', '=', 'live')
      .where('row', 'not in', (eb) => eb.selectFrom('body').select('row'))
      .limit(1)
      .executeTakeFirst();
    if (without !== undefined) return false;
    await this.#db.deleteFrom('meta').where('key', '=', BODIES_AWAITED).execute();
    return true;
  }

  /** The last change; number 0, in 1970, before the first. */
  async lastChange(): Promise<{ readonly number: number; readonly at: Date }> {
    const last = await this.#db
      .selectFrom('change')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { number: last?.number ?? 0, at: new Date((last?.at ?? 0) * 1000) };
  }

  /**
   * The authority in the ids of the feeds themselves: the first public one that the ledger was opened with, so that a
   * move to another address leaves them as they are.
   *
   * @param isPublic false for names of this machine, which are forgotten as soon as there is a better one
   */
  async feedAuthority(isPublic: boolean): Promise<string> {
    const known = await this.#db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'authority')
      .executeTakeFirst();
    if (known !== undefined || !isPublic) return known?.value ?? this.authority;
    await this.#db.insertInto('meta').values({ key: 'authority', value: this.authority }).execute();
    return this.authority;
  }

  /** Makes every feed look again: something that all of them show has changed. Does nothing when the key is the same. */
  async noteSettings(key: string): Promise<Change | undefined> {
    const known = await this.#db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'settings')
      .executeTakeFirst();
    if (known?.value === key) return undefined;
    return this.#change(async (db, { number }) => {
      for (const [name, value] of [
        ['settings', key],
        [SETTINGS_CHANGE, String(number)],
      ] as const)
        await db
          .insertInto('meta')
          .values({ key: name, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute();
      return allFeeds(db);
    });
  }

  /** The newest live articles of a feed (`''`: all), newest first. */
  newest(feed: string, limit: number, offset = 0): Promise<readonly ArticleCard[]> {
    return newestIn(this.#db, feed, limit, offset);
  }

  /** The articles that a feed's subscription document holds, newest first. */
  async window(feed: string, terms: WindowTerms): Promise<readonly ArticleCard[]> {
    const window = await windowOf(this.#db, feed, terms);
    return cardsOf(
      this.#db,
      window.map(({ row }) => row),
    );
  }

  /** What has left a feed since an instant because readers may have it no more, the latest first. */
  removals(feed: string, since: Date, limit: number): Promise<readonly Removal[]> {
    return removalsSince(this.#db, feed, since.getTime() / 1000, limit);
  }

  /** The rows of articles that left a feed after a change, whatever the reason. */
  removedAfter(feed: string, change: number): Promise<readonly number[]> {
    return rowsRemovedAfter(this.#db, feed, change);
  }

  /** The last change of the settings: before it every document was another one. */
  async settingsChange(): Promise<number> {
    const known = this.#db.selectFrom('meta').select('value').where('key', '=', SETTINGS_CHANGE);
    return Number((await known.executeTakeFirst())?.value ?? 0);
  }

  /**
   * From now on what leaves a feed's window goes to its archive; every feed looks again. Does nothing the second time.
   */
  async beginArchives(): Promise<Change | undefined> {
    if (await this.feeds.hasArchives()) return undefined;
    return this.#change(async (db) => {
      await db.insertInto('meta').values({ key: ARCHIVES_BEGUN, value: '1' }).execute();
      return allFeeds(db);
    });
  }

  /**
   * An archive page of a feed.
   *
   * @param places as many of its first places; all that it has when absent
   * @returns undefined when the feed has no such page
   */
  async archive(feed: string, page: number, places?: number): Promise<ArchivedArticles | undefined> {
    const found = await archivePage(this.#db, feed, page, places);
    if (found === undefined) return undefined;
    const { rows, change } = await pageRows(this.#db, feed, found);
    const { at } = await this.#db
      .selectFrom('change')
      .select('at')
      .where('number', '<=', change)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    return { page: found, articles: await cardsOf(this.#db, rows), change, modified: new Date(at * 1000) };
  }

  /** The bodies of some articles, by row. */
  bodies(rows: readonly number[]): Promise<ReadonlyMap<number, SafeHtml>> {
    return bodiesOf(this.#db, rows);
  }

  /** The article that a slug names, or once named. */
  articleBySlug(slug: string): Promise<(ArticleCard & { readonly hasBeenLive: boolean }) | undefined> {
    return articleBySlug(this.#db, slug);
  }

  /** Those of some slugs whose articles were made or changed after a change. */
  revisedSince(slugs: readonly string[], change: number): Promise<readonly string[]> {
    return revisedSince(this.#db, slugs, change);
  }

  /** What is known of the files in one folder, by name. */
  filesIn(folder: string): Promise<ReadonlyMap<string, FileSignature>> {
    return filesIn(this.#db, folder);
  }

  /** The folders at or below one in which files are known. */
  foldersBelow(folder: string): Promise<readonly string[]> {
    return foldersBelow(this.#db, folder);
  }

  /** Article files that refer to any of these files. */
  referring(targets: readonly string[]): Promise<readonly string[]> {
    return referringTo(this.#db, targets);
  }

  /**
   * Files refused because of the id that they state, and which need not be any more: to be read again.
   *
   * @param missing paths of files that are gone
   */
  heirs(missing: readonly string[]): Promise<readonly string[]> {
    return heirs(this.#db, missing);
  }

  /** What is known of the article, or file, that a path, a slug, an id or an address names. */
  explain(
    wish: string,
    termsOf: (feed: string) => WindowTerms,
  ): Promise<Explanation | ExplainedFile | undefined> {
    return explain(this.#db, wish, termsOf);
  }

  /** What happened in a feed between two changes, the latest last; the latest `limit` entries. */
  history(feed: string, changes: Changes, limit: number): Promise<readonly HistoryEntry[]> {
    return historyOf(this.#db, feed, changes, limit);
  }

  /** The number of the first change at or after an instant; beyond the last when there is none. */
  changeAt(instant: Date): Promise<number> {
    return changeAt(this.#db, instant);
  }

  /** Every live article, as an old feed's items are compared with them. */
  adoptable(): Promise<readonly AdoptableArticle[]> {
    return adoptableArticles(this.#db);
  }

  /** The articles that have these ids, adopted or minted, by id. */
  holdersOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return holdersOf(this.#db, ids);
  }

  /** Gives live articles the ids and dates of an old feed; every id must be free. Undefined when all of them had them. */
  adopt(adoptions: readonly Adoption[]): Promise<Change | undefined> {
    return this.#change((db, next) => adoptIds(db, adoptions, next));
  }

  /** Every fault of every file, by path. */
  faults(): Promise<readonly Fault[]> {
    return allFaults(this.#db, FAULTS_MAX);
  }

  /** How many files have faults. */
  async faultCount(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('file')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('faults', '<>', '[]')
      .executeTakeFirstOrThrow();
    return count;
  }

  #context(change: NextChange, now: Date, isGone: IsGone, missing: readonly string[]): RecordContext {
    const assetAt = (path: string) => this.assets.at(path);
    return { now, change, authority: this.authority, assetAt, isGone, missing };
  }

  /** One numbered commit: `work` answers which feeds it touched; none means that no reader could notice. */
  async #change(
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
      await db.insertInto('change').values(next).execute();
      await this.feeds.touch(db, [...touched], next.number);
      return { number: next.number, at: new Date(next.at * 1000), touched };
    });
  }
}

async function allFeeds(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const feeds = await db.selectFrom('feed').select('feed').execute();
  return new Set(feeds.map(({ feed }) => feed));
}

async function epochOf(db: Kysely<Tables>): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key: 'epoch', value: randomBytes(4).toString('hex').slice(0, 6) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'epoch')
    .executeTakeFirstOrThrow();
  return value;
}

/** What the ledger is told at the start. */
export interface LedgerOptions {
  readonly clock: Clock;
  /** The authority of every id minted. */
  readonly authority: string;
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
