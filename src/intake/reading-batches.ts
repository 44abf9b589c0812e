/**
 * Files to be taken in, in order: a few here, many on threads.
 */
import type { Recorded } from '../ledger/ledger.ts';
import { FILES_TOGETHER } from '../ledger/reading.ts';
import { type ImportContext, ImportThreads, THREADS_PAY_FROM } from './import-threads.ts';

/** Who is told of what. */
export interface BatchEvents {
  /** Called for what is not worth a thread: it reads and records it. */
  readonly readHere: (paths: readonly string[]) => Promise<void>;
  /** Paths of known files that are gone: a new file may be one of them. */
  readonly missing: () => readonly string[];
  /** Called when a batch has been recorded on a thread. */
  readonly onRecorded: (recorded: Recorded, files: number) => Promise<void>;
  /** True when nobody wants any more: what is being recorded is finished, the rest is left. */
  readonly isOver: () => boolean;
}

/** Paths in, recorded batches out, in the order of the paths. */
export class ReadingBatches {
  readonly #context: ImportContext;
  readonly #now: Date;
  readonly #events: BatchEvents;
  #paths: string[] = [];
  #threads: ImportThreads | undefined;
  readonly #importing: { readonly recorded: Promise<Recorded>; readonly files: number }[] = [];

  /**
   * @param now the instant that undated articles get
   * @param threads those that were started already, if any
   */
  constructor(context: ImportContext, now: Date, events: BatchEvents, threads?: ImportThreads) {
    this.#context = context;
    this.#now = now;
    this.#events = events;
    this.#threads = threads;
  }

  async add(paths: readonly string[]): Promise<void> {
    this.#paths.push(...paths);
    if (this.#threads === undefined && this.#paths.length < THREADS_PAY_FROM) return;
    this.#threads ??= new ImportThreads(this.#context);
    while (this.#paths.length >= FILES_TOGETHER && !this.#events.isOver()) {
      this.#import(this.#threads, this.#paths.splice(0, FILES_TOGETHER));
      if (this.#importing.length >= this.#threads.count) await this.#oldest();
    }
  }

  async finish(): Promise<void> {
    if (this.#events.isOver()) this.#paths = [];
    if (this.#threads === undefined) return this.#events.readHere(this.#paths);
    if (this.#paths.length > 0) this.#import(this.#threads, this.#paths);
    while (this.#importing.length > 0) await this.#oldest();
  }

  /** Ends the threads, whether or not all went well. */
  async close(): Promise<void> {
    await this.#threads?.close();
  }

  #import(threads: ImportThreads, paths: readonly string[]): void {
    const recorded = threads.import(paths, this.#now, this.#events.missing());
    // When one batch fails nobody waits for those behind it, which fail with it.
    recorded.catch(() => undefined);
    this.#importing.push({ recorded, files: paths.length });
  }

  async #oldest(): Promise<void> {
    const { recorded, files } = this.#importing.shift()!;
    await this.#events.onRecorded(await recorded, files);
  }
}
