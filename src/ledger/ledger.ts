/**
 * The only memory.
 *
 * In: readings of files. Out: articles with names and dates for life, numbered changes, and what was seen of each
 * file. It is the only room that knows a database; its interface is async, so that another database may stand behind
 * the same queries. It does not read the articles folder, and it renders nothing.
 *
 * What writes is here; what only reads stands in the parts, by who asks.
 */
import { Kysely } from 'kysely';
import type { Clock } from '../base/clock.ts';
import type { Failure } from '../base/failure.ts';
import { type Adoption, adoptIds } from './adopt-ids.ts';
import { AssetStore } from './asset-store.ts';
import { type Change, ChangeSequence } from './change-sequence.ts';
import { FeedTables } from './feed-tables.ts';
import { History } from './history.ts';
import { Holds } from './holds.ts';
import { expireLive, promoteScheduled, withdrawFiles } from './lifecycle.ts';
import { makeKnown } from './memberships.ts';
import { epochOf, feedAuthority, hasSettings, isWhole, saveSettings, settingsChange } from './meta.ts';
import type { NextChange } from './next-change.ts';
import { type OpenDatabase, openBeside, openDatabase } from './open-database.ts';
import { PublishedArticles } from './published-articles.ts';
import { referringTo } from './read-articles.ts';
import type { FileReading, IsGone, RecordContext } from './reading.ts';
import { type RecordOutcome, recordReadings } from './record.ts';
import { type Rehearsal, rehearse } from './rehearse.ts';
import { SeenFiles } from './seen-files.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { ARCHIVES_BEGUN, type Tables } from './tables.ts';

/** What recording answered. */
export interface Recorded extends Pick<RecordOutcome, 'faults' | 'recognised'> {
  readonly change: Change | undefined;
  /** Paths of files that link to an article which has its address only since now: to be read again. */
  readonly linking: readonly string[];
}

/** The open ledger. */
export class Ledger {
  /** Random, made with the ledger: entity-tags of two ledgers never meet. */
  readonly epoch: string;
  /** For the edition: what readers get. */
  readonly feeds: FeedTables;
  readonly articles: PublishedArticles;
  /** For the intake: what is known of the articles folder. */
  readonly files: SeenFiles;
  /** For operators. */
  readonly history: History;
  readonly assets: AssetStore;
  readonly holds: Holds;
  /** The data folder. */
  readonly folder: string;
  /** The authority of every id minted. */
  readonly authority: string;
  readonly #db: Kysely<Tables>;
  readonly #clock: Clock;
  readonly #changes: ChangeSequence;
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
    this.articles = new PublishedArticles(db);
    this.files = new SeenFiles(db);
    this.history = new History(db);
    this.holds = new Holds(db, this.feeds);
    this.assets = new AssetStore(db, folder);
    this.#clock = options.clock;
    this.#changes = new ChangeSequence(db, this.feeds, options.clock);
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
    let recorded: Omit<Recorded, 'change'> | undefined;
    const change = await this.#changes.commit(async (db, next) => {
      const outcome = await recordReadings(db, readings, this.#context(next, now, isGone, missing));
      const { faults, recognised, named } = outcome;
      recorded = { faults, recognised, linking: await referringTo(db, named) };
      return outcome.touched;
    });
    return { change, ...recorded! };
  }

  /**
   * What recording files would make of live articles; nothing is recorded.
   *
   * @param missing paths of known files that are known to be gone
   */
  rehearse(
    readings: readonly FileReading[],
    now: Date,
    isGone: IsGone,
    missing: readonly string[],
  ): Promise<Rehearsal> {
    return this.#changes.tryOut((db, next) =>
      rehearse(db, readings, this.#context(next, now, isGone, missing)),
    );
  }

  /** Forgets files that are gone and withdraws their articles; a file that comes back brings its article back. */
  async withdraw(paths: readonly string[]): Promise<Change | undefined> {
    return this.#changes.commit((db, next) => withdrawFiles(db, paths, next));
  }

  /** Scheduled articles whose instant has come go live, and those that expire leave. */
  async promote(): Promise<Change | undefined> {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    return this.#changes.commit(async (db, next) => {
      const live = await promoteScheduled(db, now, next);
      return new Set([...live, ...(await expireLive(db, now, next))]);
    });
  }

  /** True when every live article has its body: nothing may be served before. */
  isWhole(): Promise<boolean> {
    return isWhole(this.#db);
  }

  /** The last change; number 0, in 1970, before the first. */
  lastChange(): Promise<{ readonly number: number; readonly at: Date }> {
    return this.#changes.last();
  }

  /** The authority in the ids of the feeds themselves, which a move to another address leaves as they are. */
  feedAuthority(isPublic: boolean): Promise<string> {
    return feedAuthority(this.#db, this.authority, isPublic);
  }

  /** Makes every feed look again: something that all of them show has changed. Does nothing when the key is the same. */
  async noteSettings(key: string): Promise<Change | undefined> {
    if (await hasSettings(this.#db, key)) return undefined;
    return this.#changes.commit(async (db, { number }) => {
      await saveSettings(db, key, number);
      return this.feeds.all(db);
    });
  }

  /** The last change of the settings: before it every document was another one. */
  settingsChange(): Promise<number> {
    return settingsChange(this.#db);
  }

  /**
   * From now on what leaves a feed's window goes to its archive; every feed looks again. Does nothing the second time.
   */
  async beginArchives(): Promise<Change | undefined> {
    if (await this.feeds.hasArchives()) return undefined;
    return this.#changes.commit(async (db) => {
      await db.insertInto('meta').values({ key: ARCHIVES_BEGUN, value: '1' }).execute();
      return this.feeds.all(db);
    });
  }

  /** Gives live articles the ids and dates of an old feed; every id must be free. Undefined when all of them had them. */
  adopt(adoptions: readonly Adoption[]): Promise<Change | undefined> {
    return this.#changes.commit((db, next) => adoptIds(db, adoptions, next));
  }

  #context(change: NextChange, now: Date, isGone: IsGone, missing: readonly string[]): RecordContext {
    const assetAt = (path: string) => this.assets.at(path);
    return { now, change, authority: this.authority, assetAt, isGone, missing };
  }
}

/** What the ledger is told at the start. */
export interface LedgerOptions {
  readonly clock: Clock;
  /** The authority of every id minted. */
  readonly authority: string;
}
