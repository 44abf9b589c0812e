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
import type { EditionNews, SentDocument } from './edition/edition-mirror.ts';
import type { Format } from './feeds/feed.ts';
import { documentPath } from './feeds/feed-address.ts';
import { openPublisher, type PublisherAtHand } from './publisher.ts';
import type { OpenedPublisher, PublisherNews } from './publisher-in-thread.ts';

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
  const documents = paths.map((path) => [path, edition.current(path)] as const);
  return {
    ...edition.state,
    paths,
    documents: new Map(documents.filter((entry) => entry[1] !== undefined) as [string, never][]),
  };
}

answerCalls(port, {
  open,
  takenIn: async () => {
    await atHand().takenIn;
    flushCompileCache();
  },
  readiness: () => atHand().readiness(),
  faults: () => atHand().faults(),
  settle: async (next: Config) => {
    await atHand().settle(next);
    log.level = next.logLevel;
  },
  rest: () => atHand().rest(),
  close: async () => {
    await atHand().close();
    port.unref();
  },
  document: async (key: string, format: Format): Promise<SentDocument> => {
    const { edition } = atHand();
    const representation = await edition.document(key, format);
    const isCurrent =
      representation !== undefined && edition.isCurrent(documentPath(key, format), representation);
    return { representation, isCurrent };
  },
  delta: (...of: Parameters<PublisherAtHand['edition']['delta']>) => atHand().edition.delta(...of),
  archived: (...of: Parameters<PublisherAtHand['edition']['archived']>) => atHand().edition.archived(...of),
  feed: (key: string) => atHand().edition.feed(key),
  newest: (key: string, limit: number, offset?: number) => atHand().edition.newest(key, limit, offset),
  article: (slug: string) => atHand().edition.article(slug),
  feeds: (home: string, limit: number) => atHand().edition.feeds(home, limit),
  count: (key: string) => atHand().edition.count(key),
});
