/**
 * Files to be taken in, in order: a few are read here, many on threads.
 */
import type { ArticleFile, FilesRead } from './article-file.ts';
import { type ReadingSetup, ReadingThreads, THREADS_PAY_FROM } from './reading-threads.ts';

/** Files read and recorded together. */
export const BATCH_FILES = 512;

/** Who is told of what. */
export interface BatchEvents {
  /** Called for what is not worth a thread: it reads and records it. */
  readonly readHere: (paths: readonly string[]) => Promise<void>;
  /** Called with what a thread has read. */
  readonly record: (files: readonly ArticleFile[]) => Promise<void>;
  /** True when nobody wants any more: what is being recorded is finished, the rest is left. */
  readonly isOver: () => boolean;
}

/** Paths in, batches to be recorded out, in the order of the paths. */
export class ReadingBatches {
  readonly #setup: ReadingSetup;
  readonly #events: BatchEvents;
  #paths: string[] = [];
  #threads: ReadingThreads | undefined;
  readonly #reading: { readonly paths: readonly string[]; readonly read: Promise<FilesRead> }[] = [];

  /** @param threads those that were started already, if any */
  constructor(setup: ReadingSetup, events: BatchEvents, threads?: ReadingThreads) {
    this.#setup = setup;
    this.#events = events;
    this.#threads = threads;
  }

  async add(paths: readonly string[]): Promise<void> {
    this.#paths.push(...paths);
    if (this.#threads === undefined && this.#paths.length < THREADS_PAY_FROM) return;
    this.#threads ??= new ReadingThreads(this.#setup);
    while (this.#paths.length >= BATCH_FILES && !this.#events.isOver()) {
      this.#read(this.#threads, this.#paths.splice(0, BATCH_FILES));
      if (this.#reading.length >= this.#threads.ahead) await this.#recordOldest(this.#threads);
    }
  }

  async finish(): Promise<void> {
    if (this.#events.isOver()) this.#paths = [];
    if (this.#threads === undefined) return this.#events.readHere(this.#paths);
    if (this.#paths.length > 0) this.#read(this.#threads, this.#paths);
    while (this.#reading.length > 0 && !this.#events.isOver()) await this.#recordOldest(this.#threads);
  }

  /** Ends the threads, whether or not all went well. */
  async close(): Promise<void> {
    await this.#threads?.close();
  }

  #read(threads: ReadingThreads, paths: readonly string[]): void {
    const read = threads.read(paths);
    // When one batch fails nobody waits for those behind it, which fail with it.
    read.catch(() => undefined);
    this.#reading.push({ paths, read });
  }

  /** A batch that fails ends the import: what was recorded before it stays, and the next scan finds the rest. */
  async #recordOldest(threads: ReadingThreads): Promise<void> {
    let { paths, read } = this.#reading.shift()!;
    for (;;) {
      const { files, count } = await read;
      await this.#events.record(files);
      paths = paths.slice(count);
      if (paths.length === 0 || this.#events.isOver()) return;
      read = threads.read(paths);
    }
  }
}
