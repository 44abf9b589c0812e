/**
 * The composition root: every room, put together once.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from './base/clock.ts';
import { systemClock } from './base/clock.ts';
import { Failure, type FailureCode } from './base/failure.ts';
import { type Log, openLog } from './base/log.ts';
import { isPublicAuthority } from './base/site.ts';
import { openCachePurging } from './cache-purging.ts';
import type { Config, Settings } from './config.ts';
import { Edition } from './edition/edition.ts';
import { Timetable } from './edition/timetable.ts';
import { feedTerms } from './feed-settings.ts';
import { type FrontParts, openFront } from './front.ts';
import { createApp, type Routes } from './http/express-app.ts';
import { metricsText } from './http/metrics-text.ts';
import { Observations } from './http/observations.ts';
import type { Readiness } from './http/readiness.ts';
import { type Listening, listen } from './http/server.ts';
import { Intake } from './intake/intake.ts';
import type { Hold } from './ledger/holds.ts';
import { type Change, Ledger } from './ledger/ledger.ts';
import { reloading } from './reloading.ts';

/** A service that runs. */
export interface Service {
  readonly port: number;
  /** Where the pages for operators are, if they have a listener to themselves. */
  readonly operatorPort: number | undefined;
  readonly ledger: Ledger;
  /** Resolves when the articles folder has been taken in once. */
  readonly takenIn: Promise<void>;
  /** Reads the settings anew, and lives by them from then on; bad ones are logged, and the old ones stay. */
  reload(read: () => Config): Promise<void>;
  /** Answers what is in flight, finishes the commit in hand, closes the ledger. */
  close(): Promise<void>;
}

/** How soon something due is tried again that the ledger could not write, in milliseconds. */
const TRY_AGAIN_MS = 1000;

/** Starts the service: what the ledger holds is served at once, and the articles folder is taken in behind it. */
export async function startService(
  config: Config,
  options: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<Service> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? openLog(config.logLevel);
  const ledger = await Ledger.open(config.dataFolder, { clock, authority: config.site.authority });
  try {
    return await compose(config, ledger, clock, log);
  } catch (cause) {
    await ledger.close();
    throw cause;
  }
}

async function compose(config: Config, ledger: Ledger, clock: Clock, log: Log): Promise<Service> {
  const { site, settings } = config;
  let present = config;
  const isPublic = isPublicAuthority(site.authority);
  if (!isPublic) {
    log.warn(
      { authority: site.authority },
      'ids are minted under a loopback name: set BASE_URL or site.authority before going public',
    );
  }
  const observations = new Observations();
  const authority = await ledger.feedAuthority(isPublic);
  const limits = (settings: Settings) => ({
    ...feedTerms(settings.feeds),
    maxAgeSeconds: settings.feeds.maxAgeSeconds,
    representationBytesMax: settings.memory.representationsMegabytes * 1_000_000,
    fragmentBytesMax: settings.memory.fragmentsMegabytes * 1_000_000,
    onRendered: (format: string, seconds: number) => observations.renders.note(format, seconds),
  });
  const edition = new Edition(ledger, { ...site, authority }, limits(settings));
  const isFirstStart = (await ledger.lastChange()).number === 0;
  await edition.open();
  let caches = openCachePurging(config, ledger, edition, log);
  let isWhole = await ledger.isWhole();
  const wasWhole = isWhole;
  let hasNewest = !isFirstStart;
  const learn = async (change: Change | undefined) => {
    if (change === undefined) await edition.lookAhead();
    else {
      await edition.learn(change);
      caches?.tell(change);
      log.info({ change: change.number, feeds: change.touched.size }, 'published');
    }
    if (isWhole) return;
    isWhole = await ledger.isWhole();
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
    onWorked: (what, seconds) => observations.ingest.note(what, seconds),
    onProgress: (files) => {
      observations.filesRead = files;
    },
  });
  let overdue: FailureCode | undefined;
  const readiness = async (): Promise<Readiness> => {
    const isReady = isWhole && (!isFirstStart || intake.isTakenIn);
    const { change } = edition;
    try {
      const faults = (await ledger.faultCount()) + intake.folderFaults.length;
      const held = heldOf(await ledger.holds.current());
      const trouble = ledger.isDamaged ? 'ledger-unreadable' : (intake.trouble ?? overdue);
      return { isReady, change, faults, trouble, held };
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      return { isReady, change, trouble: cause.code };
    }
  };
  const parts: FrontParts = {
    edition,
    clock,
    log,
    observations,
    metrics: metricsText(observations, readiness),
    readiness,
    isServing: () => isWhole && (hasNewest || intake.isTakenIn),
    faults: async () => [...intake.folderFaults, ...(await ledger.faults())],
  };
  let front = openFront(config, parts);
  edition.onChange((paths) => front.forget(paths));
  const operating = await listenForOperator(config, () => front.operatorRoutes);
  const listening = await listen(
    createApp(() => front.routes),
    { answer: (request, response) => front.answer(request, response) },
    config.host,
    config.port,
  ).catch(async (cause) => {
    await operating?.close();
    throw cause;
  });
  const settle = async (next: Config) => {
    await edition.renew({ ...next.site, authority }, limits(next.settings));
    if (next.logLevel !== present.logLevel) log.level = next.logLevel;
    present = next;
    front = openFront(next, parts);
    await caches?.close();
    caches = openCachePurging(next, ledger, edition, log);
  };
  const timetable = new Timetable(
    clock,
    () => edition.nextScheduled,
    async () => {
      try {
        await learn(await ledger.promote());
        overdue = undefined;
      } catch (cause) {
        if (!(cause instanceof Failure)) throw cause;
        if (overdue === undefined)
          log.error(
            { code: cause.code, cause: cause.message },
            'what is due cannot be published; it is tried again',
          );
        overdue = cause.code;
        await pause(TRY_AGAIN_MS, undefined, { ref: false });
      }
    },
  );
  await timetable.start();
  const warm = wasWhole ? edition.warm().then(() => edition.completed()) : undefined;
  const newest = isFirstStart
    ? intake.takeInNewest(settings.feeds.limit * 2).then(() => {
        hasNewest = intake.trouble === undefined;
      })
    : undefined;
  let isClosing = false;
  const takenIn = Promise.all([warm, newest, intake.start()]).then(async () => {
    if (isClosing) return;
    if (!isWhole) log.error('the imported ledger has live articles without a file: put their files back');
    else if (!wasWhole) await edition.warm();
    if (isClosing) return;
    const begun = await ledger.beginArchives();
    if (begun !== undefined) await edition.learn(begun);
    await edition.completed();
    if (intake.isTakenIn)
      log.info({ articles: config.articlesFolder }, 'the articles folder is taken in and watched');
  });
  return {
    port: listening.port,
    operatorPort: operating?.port,
    ledger,
    takenIn,
    reload: reloading(() => present, settle, log),
    close: async () => {
      isClosing = true;
      timetable.stop();
      await Promise.all([intake.close(), listening.close(), operating?.close()]);
      await takenIn.catch(() => undefined);
      await edition.close();
      await caches?.close();
      await ledger.close();
    },
  };
}

/** The pages for operators, if they have a listener to themselves. */
async function listenForOperator(
  { operatorListener }: Config,
  routes: () => Routes,
): Promise<Listening | undefined> {
  if (operatorListener === undefined) return undefined;
  return listen(createApp(routes), { answer: () => false }, operatorListener.host, operatorListener.port);
}

/** What strangers may know of a hold: everything but the names of files. */
function heldOf(hold: Hold | undefined) {
  if (hold === undefined) return undefined;
  const { why, since, withdraws, keepsBack } = hold;
  return { why, since, withdraws, keepsBack };
}
