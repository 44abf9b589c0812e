/**
 * What publishes: the ledger, the intake, the edition and the timetable, put together once.
 *
 * It knows no request. The service answers with what stands here, in this thread or in another.
 */
import type { Fault } from './article/fault.ts';
import type { Clock } from './base/clock.ts';
import { Failure } from './base/failure.ts';
import type { Log } from './base/log.ts';
import { isPublicAuthority } from './base/site.ts';
import { openCachePurging } from './cache-purging.ts';
import type { Config } from './config.ts';
import { DueArticles } from './due-articles.ts';
import { Edition } from './edition/edition.ts';
import type { ServedEdition } from './edition/served-edition.ts';
import { Timetable } from './edition/timetable.ts';
import { feedTerms } from './feed-settings.ts';
import type { Readiness } from './http/readiness.ts';
import { Intake } from './intake/intake.ts';
import type { Change } from './ledger/change-sequence.ts';
import type { Hold } from './ledger/holds.ts';
import { Ledger } from './ledger/ledger.ts';
import type { Settings } from './settings-schema.ts';

/** What is told of the work that goes on. */
export interface PublisherEvents {
  /** How long work on the articles folder took, by what was done. */
  onWorked(what: string, seconds: number): void;
  /** How long a document took. */
  onRendered(format: string, seconds: number): void;
  /** How many article files have been read since the start. */
  onProgress(files: number): void;
  /** Told when there begins to be something to serve. */
  onServing?(isServing: boolean): void;
}

/** What the service needs of it, in whichever thread it works. */
export interface Publisher {
  readonly edition: ServedEdition;
  /** Where the files behind `/assets/` are. */
  readonly assetsFolder: string;
  /** False before the newest articles have been taken in for the first time. */
  readonly isServing: boolean;
  /** Resolves when the articles folder has been taken in once. */
  readonly takenIn: Promise<void>;
  readiness(): Promise<Readiness>;
  faults(): Promise<readonly Fault[]>;
  /** Lives by other settings from now on. */
  settle(next: Config): Promise<void>;
  /** Takes nothing in any more; what is published stays. */
  rest(): Promise<void>;
  /** Finishes the work in hand and closes the ledger. */
  close(): Promise<void>;
}

/** The one that works in this thread. */
export interface PublisherAtHand extends Publisher {
  readonly edition: Edition;
  readonly ledger: Ledger;
}

/**
 * Opens the ledger and takes the articles folder in behind what it holds.
 *
 * @throws {Failure} `data-folder-unusable`, `ledger-in-use`, `ledger-unreadable`, `ledger-newer`
 */
export async function openPublisher(
  config: Config,
  clock: Clock,
  log: Log,
  events: PublisherEvents,
): Promise<PublisherAtHand> {
  const ledger = await Ledger.open(config.dataFolder, { clock, authority: config.site.authority });
  try {
    return await compose(config, ledger, clock, log, events);
  } catch (cause) {
    await ledger.close();
    throw cause;
  }
}

async function compose(
  config: Config,
  ledger: Ledger,
  clock: Clock,
  log: Log,
  events: PublisherEvents,
): Promise<PublisherAtHand> {
  const { site, settings } = config;
  let present = config;
  let isFolderRead = false;
  const isPublic = isPublicAuthority(site.authority);
  if (!isPublic) {
    log.warn(
      { authority: site.authority },
      'ids are minted under a loopback name: set BASE_URL or site.authority before going public',
    );
  }
  const authority = await ledger.feedAuthority(isPublic);
  const limits = (settings: Settings) => ({
    ...feedTerms(settings.feeds),
    maxAgeSeconds: settings.feeds.maxAgeSeconds,
    representationBytesMax: settings.memory.representationsMegabytes * 1_000_000,
    fragmentBytesMax: settings.memory.fragmentsMegabytes * 1_000_000,
    onRendered: events.onRendered,
    isBusy: () => !isFolderRead,
  });
  const edition = new Edition(ledger, { ...site, authority }, limits(settings));
  // A start that was killed before it had taken anything in leaves settings, and nothing to serve.
  const isFirstStart = !(await ledger.feeds.hasArchives()) && (await ledger.feeds.count('')) === 0;
  await edition.open();
  let caches = openCachePurging(config, ledger, edition, log);
  let isWhole = await ledger.isWhole();
  const wasWhole = isWhole;
  let hasNewest = !isFirstStart;
  let isServing = isWhole && hasNewest;
  const lookWhetherServing = () => {
    const now = isWhole && (hasNewest || intake.isTakenIn);
    if (now === isServing) return;
    isServing = now;
    events.onServing?.(now);
  };
  const learn = async (change: Change | undefined) => {
    if (change === undefined) await edition.lookAhead();
    else {
      await edition.learn(change);
      caches?.tell(change);
      log.info({ change: change.number, feeds: change.touched.size }, 'published');
    }
    if (isWhole) return;
    isWhole = await ledger.isWhole();
    lookWhetherServing();
  };
  const intake = new Intake({
    root: config.articlesFolder,
    get site() {
      return present.site;
    },
    ledger,
    clock,
    log,
    get hold() {
      return { ...present.settings.hold, shown: present.settings.feeds.limit };
    },
    onChange: learn,
    onWorked: events.onWorked,
    onProgress: events.onProgress,
  });
  const due = new DueArticles({
    ledger,
    log,
    onChange: learn,
    onLinking: (paths) => void intake.readAgain(paths),
  });
  const timetable = new Timetable(
    clock,
    () => edition.nextScheduledIn(),
    () => due.publish(),
  );
  let isClosing = false;
  const takeIn = async () => {
    await timetable.start();
    const warm = wasWhole ? edition.warm().then(() => edition.completed()) : undefined;
    const newest = isFirstStart
      ? intake.takeInNewest(settings.feeds.limit * 2).then(() => {
          hasNewest = intake.trouble === undefined;
          lookWhetherServing();
        })
      : undefined;
    await Promise.all([warm, newest, intake.start()]);
    isFolderRead = true;
    lookWhetherServing();
    if (isClosing) return;
    if (!isWhole) log.error('the imported ledger has live articles without a file: put their files back');
    else if (!wasWhole) await edition.warm();
    if (isClosing) return;
    if (!(await ledger.feeds.hasArchives())) await edition.fillArchive(() => !isClosing);
    if (isClosing) return;
    const begun = await ledger.beginArchives();
    if (begun !== undefined) await edition.learn(begun);
    await edition.completed();
    if (intake.isTakenIn)
      log.info({ articles: config.articlesFolder }, 'the articles folder is taken in and watched');
  };
  let resting: Promise<void> | undefined;
  const rest = () => {
    isClosing = true;
    timetable.stop();
    resting ??= intake.close();
    return resting;
  };
  const takenIn = takeIn();
  // Whoever waits for it is told.
  takenIn.catch(() => undefined);
  return {
    edition,
    ledger,
    assetsFolder: ledger.assets.folder,
    get isServing() {
      return isServing;
    },
    takenIn,
    readiness: async () => {
      const isReady = isWhole && (!isFirstStart || intake.isTakenIn);
      const { change } = edition;
      try {
        const faults = (await ledger.files.faultCount()) + intake.folderFaults.length;
        const held = heldOf(await ledger.holds.current());
        const trouble = ledger.isDamaged ? 'ledger-unreadable' : (intake.trouble ?? due.trouble);
        return { isReady, change, faults, trouble, held };
      } catch (cause) {
        if (!(cause instanceof Failure)) throw cause;
        return { isReady, change, trouble: cause.code };
      }
    },
    faults: async () => [...intake.folderFaults, ...(await ledger.files.faults())],
    settle: async (next) => {
      await edition.renew({ ...next.site, authority }, limits(next.settings));
      present = next;
      await caches?.close();
      caches = openCachePurging(next, ledger, edition, log);
    },
    rest,
    close: async () => {
      await rest();
      await takenIn.catch(() => undefined);
      await edition.close();
      await caches?.close();
      await ledger.close();
    },
  };
}

/** What strangers may know of a hold: everything but the names of files. */
function heldOf(hold: Hold | undefined) {
  if (hold === undefined) return undefined;
  const { why, since, withdraws, keepsBack } = hold;
  return { why, since, withdraws, keepsBack };
}
