/**
 * Many files taken in at once, on threads of their own, so that polls are answered meanwhile.
 *
 * Each thread reads a batch and then records it, with a connection of its own to the ledger. While one records, the
 * others read; batches are recorded one at a time and in the order of the questions, so that a first import gives the
 * same numbers on every machine.
 */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../base/clock.ts';
import type { Site } from '../base/site.ts';
import { ThreadCalls } from '../base/thread-calls.ts';
import type { Ledger, Recorded } from '../ledger/ledger.ts';

/** Fewer files than this are not worth the start of a thread. */
export const THREADS_PAY_FROM = 400;

/** More threads than this would wait for each other: recording is one at a time. */
const THREADS_MAX = 4;

/** What a thread is told once. */
export interface ImportSetup {
  readonly root: string;
  readonly site: Site;
  readonly dataFolder: string;
  readonly authority: string;
}

/** What a thread is asked. */
export interface ImportCalls {
  /** Reads files; those that are gone are left out. */
  read(paths: readonly string[]): Promise<void>;
  /**
   * Records what was read last.
   *
   * @param now the instant that undated articles get
   * @param at the instant of the change
   * @param missing paths of known files that are gone
   */
  record(now: Date, at: Date, missing: readonly string[]): Promise<Recorded>;
}

/** What an import works with. */
export interface ImportContext {
  readonly root: string;
  readonly site: Site;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** A few threads that take files in. */
export class ImportThreads {
  readonly #clock: Clock;
  readonly #threads: readonly ImportThread[];
  #next = 0;
  #recorded: Promise<unknown> = Promise.resolve();

  constructor({ root, site, ledger, clock }: ImportContext) {
    this.#clock = clock;
    const setup = { root, site, dataFolder: ledger.folder, authority: ledger.authority };
    const count = Math.min(THREADS_MAX, availableParallelism());
    this.#threads = Array.from({ length: count }, () => new ImportThread(setup));
  }

  /** How many batches keep every thread busy; more must not be asked for before the first is done. */
  get count(): number {
    return this.#threads.length;
  }

  /**
   * Reads the files at some paths and records them; those that are gone are left out.
   *
   * @param missing paths of known files that are gone
   */
  import(paths: readonly string[], now: Date, missing: readonly string[] = []): Promise<Recorded> {
    const thread = this.#threads[this.#next++ % this.#threads.length]!;
    // A batch that fails ends the import: what was recorded before it stays, and the next scan finds the rest.
    const recorded = Promise.all([thread.calls.read(paths), this.#recorded]).then(() =>
      thread.calls.record(now, this.#clock.now(), missing),
    );
    this.#recorded = recorded;
    return recorded;
  }

  /** Ends the threads; what they have recorded is in the ledger. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** One thread. */
class ImportThread {
  readonly calls: ImportCalls;
  readonly #worker: Worker;

  constructor(setup: ImportSetup) {
    const script = new URL(`./import-thread${extname(import.meta.filename)}`, import.meta.url);
    this.#worker = new Worker(script, {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.calls = new ThreadCalls(this.#worker).as<ImportCalls>();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
