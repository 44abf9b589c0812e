/**
 * Reading many files at once, on threads of their own.
 *
 * A first import has thousands of files and a core to spare; an edit has one file, which is read where it is found.
 * Answers come back in the order of the questions, whatever the threads do.
 */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Site } from '../base/site.ts';
import type { ArticleFile } from './article-file.ts';

/** Fewer files than this are not worth the start of a thread. */
export const THREADS_PAY_FROM = 400;

/** What a thread is asked: the files at these paths. */
export interface ReadingTask {
  readonly paths: readonly string[];
}

/** A few threads that read. */
export class ReadingThreads {
  readonly #workers: readonly Worker[];
  readonly #waiting: {
    readonly resolve: (files: ArticleFile[]) => void;
    readonly reject: (cause: Error) => void;
  }[][];
  #next = 0;

  constructor(root: string, site: Site, threads = Math.max(1, Math.min(4, availableParallelism() - 1))) {
    const script = new URL(`./reading-thread${extname(import.meta.filename)}`, import.meta.url);
    this.#workers = Array.from(
      { length: threads },
      () =>
        new Worker(script, { workerData: { root, site }, resourceLimits: { maxYoungGenerationSizeMb: 8 } }),
    );
    this.#waiting = this.#workers.map(() => []);
    this.#workers.forEach((worker, at) => {
      worker.on('message', (files: ArticleFile[]) => this.#waiting[at]!.shift()!.resolve(files));
      worker.on('error', (cause: Error) => {
        for (const { reject } of this.#waiting[at]!.splice(0)) reject(cause);
      });
    });
  }

  /** How many questions keep every thread busy while the answers are recorded. */
  get depth(): number {
    return this.#workers.length * 2;
  }

  /** Reads the files at some paths; those that are gone are left out. */
  read(paths: readonly string[]): Promise<readonly ArticleFile[]> {
    const at = this.#next++ % this.#workers.length;
    const { promise, resolve, reject } = Promise.withResolvers<ArticleFile[]>();
    this.#waiting[at]!.push({ resolve, reject });
    this.#workers[at]!.postMessage({ paths } satisfies ReadingTask);
    return promise;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
