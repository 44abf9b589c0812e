/**
 * The composition root: a publisher, and what answers requests with it.
 */
import { type Clock, systemClock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import type { Config } from './config.ts';
import { type FrontParts, openFront } from './front.ts';
import { createApp, type Routes } from './http/express-app.ts';
import { openBudgets } from './http/fairness.ts';
import { metricsText } from './http/metrics-text.ts';
import { Observations } from './http/observations.ts';
import { type Listening, listen } from './http/server.ts';
import type { Publisher, PublisherEvents } from './publisher.ts';
import { reloading } from './reloading.ts';

/** A service that runs. */
export interface Service {
  readonly port: number;
  /** Where the pages for operators are, if they have a listener to themselves. */
  readonly operatorPort: number | undefined;
  /** Resolves when the articles folder has been taken in once. */
  readonly takenIn: Promise<void>;
  /** Reads the settings anew, and lives by them from then on; bad ones are logged, and the old ones stay. */
  reload(read: () => Config): Promise<void>;
  /** Answers what is in flight, finishes the commit in hand, closes the ledger. */
  close(): Promise<void>;
}

/** What a service is made of. */
export interface ServiceParts {
  readonly log: Log;
  readonly clock?: Clock;
  /** Opens what publishes; it is closed with the service. */
  readonly open: (events: PublisherEvents) => Promise<Publisher>;
}

/** Starts the service: what the ledger holds is served at once, and the articles folder is taken in behind it. */
export async function startService(
  config: Config,
  { log, clock = systemClock, open }: ServiceParts,
): Promise<Service> {
  const observations = new Observations();
  const publisher = await open({
    onWorked: (what, seconds) => observations.ingest.note(what, seconds),
    onRendered: (format, seconds) => observations.renders.note(format, seconds),
    onProgress: (files) => {
      observations.filesRead = files;
    },
  });
  try {
    return await compose(config, publisher, observations, clock, log);
  } catch (cause) {
    await publisher.close();
    throw cause;
  }
}

async function compose(
  config: Config,
  publisher: Publisher,
  observations: Observations,
  clock: Clock,
  log: Log,
): Promise<Service> {
  const { edition, assetsFolder } = publisher;
  let present = config;
  const readiness = () => publisher.readiness();
  const parts: FrontParts = {
    edition,
    assetsFolder,
    clock,
    budgets: openBudgets(),
    log,
    observations,
    metrics: metricsText(observations, readiness),
    readiness,
    isServing: () => publisher.isServing,
    faults: () => publisher.faults(),
  };
  let front = openFront(config, parts);
  edition.onChange((paths) => front.renew(paths));
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
    await publisher.settle(next);
    if (next.logLevel !== present.logLevel) log.level = next.logLevel;
    present = next;
    front = openFront(next, parts);
  };
  return {
    port: listening.port,
    operatorPort: operating?.port,
    takenIn: publisher.takenIn,
    reload: reloading(() => present, settle, log),
    close: async () => {
      await Promise.all([publisher.rest(), listening.close(), operating?.close()]);
      await publisher.close();
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
