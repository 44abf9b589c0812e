/**
 * What publishes: the ledger, the intake, the edition and the timetable, put together once.
 *
 * The service answers with what stands here, in this thread or in another.
 */
import type { Fault } from './article/fault.ts';
import type { Clock } from './base/clock.ts';
import { Failure } from './base/failure.ts';
import type { Log } from './base/log.ts';
import type { Site } from './base/site.ts';
import { type CachePurging, openCachePurging } from './cache-purging.ts';
import type { Config } from './config.ts';
import { DueArticles } from './due-articles.ts';
import { Edition, type EditionLimits } from './edition/edition.ts';
import { Timetable } from './edition/timetable.ts';
import { editionTerms } from './feed-settings.ts';
import type { Readiness } from './http/readiness.ts';
import { Intake } from './intake/intake.ts';
import type { Change } from './ledger/change-sequence.ts';
import type { Hold } from './ledger/holds.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Publisher, PublisherEvents } from './publisher.ts';

/** How the ledger was found. */
export interface Start {
  /** The authority in the ids of feeds. */
  readonly feedAuthority: string;
  /** There is nothing to serve yet. */
  readonly isFirstStart: boolean;
  /** Every live article has its body. */
  readonly isWhole: boolean;
}

/** The one that works in this thread. */
export class PublisherAtHand implements Publisher {
  readonly edition: Edition;
  readonly ledger: Ledger;
  readonly #start: Start;
  readonly #log: Log;
  readonly #events: PublisherEvents;
  readonly #intake: Intake;
  readonly #due: DueArticles;
  readonly #timetable: Timetable;
  #config: Config;
  #caches: CachePurging | undefined;
  #takenIn: Promise<void> = Promise.resolve();
  #resting: Promise<void> | undefined;
  #isWhole: boolean;
  #hasNewest: boolean;
  #isServing: boolean;
  #isFolderRead = false;
  #isClosing = false;

  constructor(config: Config, ledger: Ledger, start: Start, clock: Clock, log: Log, events: PublisherEvents) {
    this.ledger = ledger;
    this.#config = config;
    this.#start = start;
    this.#log = log;
    this.#events = events;
    this.#isWhole = start.isWhole;
    this.#hasNewest = !start.isFirstStart;
    this.#isServing = this.#isWhole && this.#hasNewest;
    this.edition = new Edition(ledger, this.#siteOf(config), this.#limitsOf(config));
    const present = () => this.#config;
    const onChange = (change: Change | undefined) => this.#learn(change);
    this.#intake = new Intake({
      root: config.articlesFolder,
      get site() {
        return present().site;
      },
      ledger,
      clock,
      log,
      get hold() {
        const { hold, feeds } = present().settings;
        return { ...hold, shown: feeds.limit };
      },
      onChange,
      onWorked: events.onWorked,
      onProgress: events.onProgress,
    });
    const onLinking = (paths: readonly string[]) => void this.#intake.readAgain(paths);
    this.#due = new DueArticles({ ledger, log, onChange, onLinking });
    this.#timetable = new Timetable(
      clock,
      () => this.edition.nextScheduledIn(),
      () => this.#due.publish(),
    );
  }

  /** Opens the edition, and begins to take the folder in; what the ledger holds can be served from then on. */
  async begin(): Promise<void> {
    await this.edition.open();
    this.#openCaches();
    this.#takenIn = this.#takeIn();
    // Whoever waits for it is told.
    this.#takenIn.catch(() => undefined);
  }

  get assetsFolder(): string {
    return this.ledger.assets.folder;
  }

  get isServing(): boolean {
    return this.#isServing;
  }

  get takenIn(): Promise<void> {
    return this.#takenIn;
  }

  async readiness(): Promise<Readiness> {
    const isReady = this.#isWhole && (!this.#start.isFirstStart || this.#intake.isTakenIn);
    const { ledger } = this;
    const { change } = this.edition;
    try {
      const faults = (await ledger.files.faultCount()) + this.#intake.folderFaults.length;
      const held = heldOf(await ledger.holds.current());
      const trouble = ledger.isDamaged ? 'ledger-unreadable' : (this.#intake.trouble ?? this.#due.trouble);
      return { isReady, change, faults, trouble, held };
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      return { isReady, change, trouble: cause.code };
    }
  }

  async faults(): Promise<readonly Fault[]> {
    return [...this.#intake.folderFaults, ...(await this.ledger.files.faults())];
  }

  async settle(next: Config): Promise<void> {
    await this.edition.renew(this.#siteOf(next), this.#limitsOf(next));
    this.#config = next;
    await this.#caches?.close();
    this.#openCaches();
  }

  rest(): Promise<void> {
    this.#isClosing = true;
    this.#timetable.stop();
    this.#resting ??= this.#intake.close();
    return this.#resting;
  }

  async close(): Promise<void> {
    await this.rest();
    await this.#takenIn.catch(() => undefined);
    await this.edition.close();
    await this.#caches?.close();
    await this.ledger.close();
  }

  #siteOf({ site }: Config): Site {
    return { ...site, authority: this.#start.feedAuthority };
  }

  #limitsOf({ settings }: Config): EditionLimits {
    const isBusy = () => !this.#isFolderRead;
    return { ...editionTerms(settings), onRendered: this.#events.onRendered, isBusy };
  }

  #openCaches(): void {
    this.#caches = openCachePurging(this.#config, this.ledger, this.edition, this.#log);
  }

  /** The whole start: what is due, the folder behind what is served already, and the archives behind that. */
  async #takeIn(): Promise<void> {
    await this.#timetable.start();
    const { isFirstStart, isWhole } = this.#start;
    const warm = isWhole ? this.edition.warm().then(() => this.edition.completed()) : undefined;
    const newest = isFirstStart ? this.#takeInNewest() : undefined;
    await Promise.all([warm, newest, this.#intake.start()]);
    this.#isFolderRead = true;
    this.#lookWhetherServing();
    if (this.#isClosing) return;
    if (!this.#isWhole)
      this.#log.error('the imported ledger has live articles without a file: put their files back');
    else if (!isWhole) await this.edition.warm();
    await this.#beginArchives();
    if (this.#isClosing) return;
    await this.edition.completed();
    if (this.#intake.isTakenIn)
      this.#log.info(
        { articles: this.#config.articlesFolder },
        'the articles folder is taken in and watched',
      );
  }

  async #takeInNewest(): Promise<void> {
    await this.#intake.takeInNewest(this.#config.settings.feeds.limit * 2);
    this.#hasNewest = this.#intake.trouble === undefined;
    this.#lookWhetherServing();
  }

  async #beginArchives(): Promise<void> {
    if (!(await this.ledger.feeds.hasArchives())) await this.edition.fillArchive(() => !this.#isClosing);
    if (this.#isClosing) return;
    const begun = await this.ledger.beginArchives();
    if (begun !== undefined) await this.edition.learn(begun);
  }

  /** Shows a change, and tells whoever must know of it; undefined is one that no reader could notice. */
  async #learn(change: Change | undefined): Promise<void> {
    if (change === undefined) await this.edition.lookAhead();
    else {
      await this.edition.learn(change);
      this.#caches?.tell(change);
      this.#log.info({ change: change.number, feeds: change.touched.size }, 'published');
    }
    if (this.#isWhole) return;
    this.#isWhole = await this.ledger.isWhole();
    this.#lookWhetherServing();
  }

  #lookWhetherServing(): void {
    const now = this.#isWhole && (this.#hasNewest || this.#intake.isTakenIn);
    if (now === this.#isServing) return;
    this.#isServing = now;
    this.#events.onServing?.(now);
  }
}

/** What strangers may know of a hold: everything but the names of files. */
function heldOf(hold: Hold | undefined) {
  if (hold === undefined) return undefined;
  const { why, since, withdraws, keepsBack } = hold;
  return { why, since, withdraws, keepsBack };
}
