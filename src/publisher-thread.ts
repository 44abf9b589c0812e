/**
 * The thread that publishes: it reads, remembers and renders, and tells the thread that answers polls what is new.
 */
import assert from 'node:assert';
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from './base/clock.ts';
import { openLog } from './base/log.ts';
import { answerCalls } from './base/thread-calls.ts';
import { stepBack } from './base/thread-priority.ts';
import type { Config } from './config.ts';
import type { EditionCalls, EditionNews } from './edition/edition-mirror.ts';
import { documentPath } from './feeds/feed-address.ts';
import { openPublisher } from './open-publisher.ts';
import type { PublisherAtHand } from './publisher-at-hand.ts';
import type { OpenedPublisher, PublisherCalls, PublisherNews } from './publisher-in-thread.ts';

assert(parentPort !== null, 'this module is the start of a thread');
const port = parentPort;
stepBack('below normal');
const config = workerData as Config;
const log = openLog(config.logLevel);
let publisher: PublisherAtHand | undefined;

const tell = (news: PublisherNews) => port.postMessage(news);
const open = async (): Promise<OpenedPublisher> => {
  const opened = await openPublisher(config, systemClock, log, {
    onWorked: (what, seconds) => tell({ worked: { what, seconds } }),
    onRendered: (format, seconds) => tell({ rendered: { format, seconds } }),
    onProgress: (filesRead) => tell({ filesRead }),
    onServing: (isServing) => tell({ isServing }),
  });
  publisher = opened;
  // A process that is killed has no moment to keep what it compiled; the next start should not pay for it.
  flushCompileCache();
  const { edition, assetsFolder, isServing } = opened;
  edition.onChange((paths) => tell({ edition: newsOf(paths) }));
  return { state: edition.state, assetsFolder, isServing };
};

function atHand(): PublisherAtHand {
  assert(publisher !== undefined, 'the publisher is open');
  return publisher;
}

function newsOf(paths: readonly string[]): EditionNews {
  const { edition } = atHand();
  const documents = paths.flatMap((path) => {
    const document = edition.current(path);
    return document === undefined ? [] : [[path, document] as const];
  });
  return { ...edition.state, paths, documents: new Map(documents) };
}

answerCalls(port, {
  open,
  takenIn: async () => {
    await atHand().takenIn;
    flushCompileCache();
  },
  readiness: () => atHand().readiness(),
  faults: () => atHand().faults(),
  settle: async (next) => {
    await atHand().settle(next);
    log.level = next.logLevel;
  },
  rest: () => atHand().rest(),
  close: () => atHand().close(),
  document: async (key, format) => {
    const { edition } = atHand();
    const representation = await edition.document(key, format);
    const isCurrent =
      representation !== undefined && edition.current(documentPath(key, format)) === representation;
    return { representation, isCurrent };
  },
  delta: (...of) => atHand().edition.delta(...of),
  archived: (...of) => atHand().edition.archived(...of),
  feed: (key) => atHand().edition.feed(key),
  newest: (...of) => atHand().edition.newest(...of),
  places: (...of) => atHand().edition.places(...of),
  article: (slug) => atHand().edition.article(slug),
  feeds: (...of) => atHand().edition.feeds(...of),
  count: (key) => atHand().edition.count(key),
} satisfies PublisherCalls & EditionCalls);
