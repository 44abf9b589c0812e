/**
 * Many files read at once, on threads of their own.
 *
 * The threads take batches in turn. What they read is recorded where the ledger is, in the order of the questions, so that
 * a first import gives the same numbers on every machine.
 */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Site } from '../base/site.ts';
import { ThreadCalls } from '../base/thread-calls.ts';
import type { FilesRead } from './article-file.ts';

/** Fewer files than this are not worth the start of a thread. */
export const THREADS_PAY_FROM = 400;

/** More threads than this would wait: recording is one batch at a time, and takes about half as long as reading. */
const THREADS_MAX = 3;

/** What a thread is told once. */
export interface ReadingSetup {
  /** The articles folder: absolute, without symbolic links in it. */
  readonly root: string;
  readonly site: Site;
}

/** What a thread is asked. */
export interface ReadingCalls {
  /** Reads files, as many as memory has room for at once; those that are gone are left out. */
  read(paths: readonly string[]): Promise<FilesRead>;
}

/** A few threads that read. */
export class ReadingThreads {
  readonly #threads: readonly ReadingThread[];
  #next = 0;

  constructor({ root, site }: ReadingSetup) {
    // The thread that records needs a core of its own.
    const count = Math.max(1, Math.min(THREADS_MAX, availableParallelism() - 1));
    this.#threads = Array.from({ length: count }, () => new ReadingThread({ root, site }));
  }

  /** How many batches keep every thread busy while one more is recorded. */
  get ahead(): number {
    return this.#threads.length + 1;
  }

  /** Reads the files at some paths, or the first of them. */
  read(paths: readonly string[]): Promise<FilesRead> {
    return this.#threads[this.#next++ % this.#threads.length]!.calls.read(paths);
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** One thread. */
class ReadingThread {
  readonly calls: ReadingCalls;
  readonly #worker: Worker;

  constructor(setup: ReadingSetup) {
    const script = new URL(`./reading-thread${extname(import.meta.filename)}`, import.meta.url);
    this.#worker = new Worker(script, {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.calls = new ThreadCalls(this.#worker).as<ReadingCalls>();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
