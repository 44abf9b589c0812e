/**
 * The composition root: every room, put together once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from './base/clock.ts';
import { systemClock } from './base/clock.ts';
import { Failure, type FailureCode } from './base/failure.ts';
import { type Log, openLog } from './base/log.ts';
import { isPublicAuthority } from './base/site.ts';
import type { Config } from './config.ts';
import { Edition } from './edition/edition.ts';
import { Timetable } from './edition/timetable.ts';
import { createApp } from './http/app.ts';
import { PollTable } from './http/poll-table.ts';
import type { Moment } from './http/respond.ts';
import { type Listening, listen } from './http/server.ts';
import { Intake } from './intake/intake.ts';
import type { Hold } from './ledger/holds.ts';
import { type Change, Ledger } from './ledger/ledger.ts';

/** A service that runs. */
export interface Service {
  readonly port: number;
  readonly ledger: Ledger;
  /** Resolves when the articles folder has been taken in once. */
  readonly takenIn: Promise<void>;
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
  const isPublic = isPublicAuthority(site.authority);
  if (!isPublic) {
    log.warn(
      { authority: site.authority },
      'ids are minted under a loopback name: set BASE_URL or site.authority before going public',
    );
  }
  const edition = new Edition(
    ledger,
    { ...site, authority: await ledger.feedAuthority(isPublic) },
    {
      articles: settings.feeds.limit,
      maxAgeSeconds: settings.feeds.maxAgeSeconds,
      representationBytesMax: settings.memory.representationsMegabytes * 1_000_000,
      fragmentBytesMax: settings.memory.fragmentsMegabytes * 1_000_000,
    },
  );
  const isFirstStart = (await ledger.lastChange()).number === 0;
  await edition.open();
  const moment: Moment = { clock, nextScheduled: () => edition.nextScheduled };
  const table = new PollTable(moment);
  edition.onChange((paths) => {
    for (const path of paths) table.delete(path);
  });
  let isWhole = await ledger.isWhole();
  const wasWhole = isWhole;
  let hasNewest = !isFirstStart;
  const learn = async (change: Change | undefined) => {
    if (change === undefined) await edition.lookAhead();
    else {
      await edition.learn(change);
      log.info({ change: change.number, feeds: change.touched.size }, 'published');
    }
    if (isWhole) return;
    isWhole = await ledger.isWhole();
  };
  const intake = new Intake({
    root: config.articlesFolder,
    site,
    ledger,
    clock,
    log,
    hold: { ...settings.hold, shown: settings.feeds.limit },
    onChange: learn,
  });
  let overdue: FailureCode | undefined;
  const readiness = async () => {
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
  const app = createApp({
    site,
    edition,
    table,
    moment,
    log,
    maxAgeSeconds: settings.feeds.maxAgeSeconds,
    readiness,
    isServing: () => isWhole && (hasNewest || intake.isTakenIn),
    faults: async () => [...intake.folderFaults, ...(await ledger.faults())],
    operatorToken: config.operatorToken,
  });
  const listening: Listening = await listen(app, table, config.host, config.port);
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
  const takenIn = Promise.all([warm, newest, intake.start()]).then(async () => {
    if (!isWhole) log.error('the imported ledger has live articles without a file: put their files back');
    else if (!wasWhole) await edition.warm();
    await edition.completed();
    log.info({ articles: config.articlesFolder }, 'the articles folder is taken in and watched');
  });
  return {
    port: listening.port,
    ledger,
    takenIn,
    close: async () => {
      timetable.stop();
      await intake.close();
      await listening.close();
      await edition.close();
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
