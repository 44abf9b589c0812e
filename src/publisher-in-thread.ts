/**
 * A publisher in a thread of its own, so that a poll never waits for an article.
 *
 * What is current stands here too, in memory that both threads share; everything else is asked for.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ThreadCalls } from './base/thread-calls.ts';
import type { Config } from './config.ts';
import { type EditionCalls, EditionMirror, type EditionNews } from './edition/edition-mirror.ts';
import type { EditionState } from './edition/served-edition.ts';
import type { Publisher, PublisherEvents } from './publisher.ts';

/** What the thread tells unasked: each time one of these. */
export interface PublisherNews {
  readonly worked?: { readonly what: string; readonly seconds: number };
  readonly rendered?: { readonly format: string; readonly seconds: number };
  readonly filesRead?: number;
  readonly isServing?: boolean;
  readonly edition?: EditionNews;
}

/** What is told of a publisher once it is open. */
export interface OpenedPublisher {
  readonly state: EditionState;
  readonly assetsFolder: string;
  readonly isServing: boolean;
}

/** What the thread is asked, beside the edition's own. */
export type PublisherCalls = Pick<Publisher, 'readiness' | 'faults' | 'settle' | 'rest' | 'close'> & {
  open(): Promise<OpenedPublisher>;
  takenIn(): Promise<void>;
};

/** A thread that is there to publish. */
export class PublisherThread {
  readonly #thread: Worker;

  /** Starts the thread: it loads what it needs while this one does. */
  constructor(config: Config) {
    const script = new URL(`./publisher-thread${extname(import.meta.filename)}`, import.meta.url);
    this.#thread = new Worker(script, { workerData: config });
  }

  /**
   * Opens the publisher.
   *
   * @throws {Failure} what `openPublisher` throws
   */
  async open(events: PublisherEvents): Promise<Publisher> {
    const thread = this.#thread;
    let isServing = false;
    let edition: EditionMirror | undefined;
    const calls = new ThreadCalls(thread, (news: PublisherNews) => {
      const { worked, rendered, filesRead } = news;
      if (worked !== undefined) events.onWorked(worked.what, worked.seconds);
      if (rendered !== undefined) events.onRendered(rendered.format, rendered.seconds);
      if (filesRead !== undefined) events.onProgress(filesRead);
      if (news.isServing !== undefined) isServing = news.isServing;
      if (news.edition !== undefined) edition?.take(news.edition);
    });
    const publisher = calls.as<PublisherCalls>();
    const opened = await publisher.open().catch(async (cause) => {
      await thread.terminate();
      throw cause;
    });
    // A bug there is a bug of the service.
    thread.on('error', (cause) => {
      throw cause;
    });
    isServing ||= opened.isServing;
    edition = new EditionMirror(calls.as<EditionCalls>(), opened.state);
    const { rest, settle, readiness, faults } = publisher;
    const takenIn = publisher.takenIn();
    // Whoever waits for it is told.
    takenIn.catch(() => undefined);
    return {
      edition,
      assetsFolder: opened.assetsFolder,
      get isServing() {
        return isServing;
      },
      takenIn,
      readiness,
      faults,
      settle,
      rest,
      close: async () => {
        await publisher.close();
        await thread.terminate();
      },
    };
  }
}
