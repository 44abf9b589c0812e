/**
 * Faults of names in the articles folder that are no readable files, such as links that lead out of it.
 *
 * The ledger knows files; of these nothing is remembered but that each has been logged once.
 */
import type { Fault } from '../article/fault.ts';
import type { Log } from '../base/log.ts';
import { splitPath } from '../ledger/file-table.ts';
import { logFaults } from './article-intake.ts';

/** The faults of a folder and all below it, as they were seen last. */
export class FolderFaults {
  readonly #log: Log;
  readonly #byPath = new Map<string, Fault>();

  constructor(log: Log) {
    this.#log = log;
  }

  get all(): readonly Fault[] {
    return [...this.#byPath.values()];
  }

  /** Adds some; those that are new are logged. */
  note(faults: readonly Fault[]): void {
    logFaults(
      this.#log,
      faults.filter(({ path }) => !this.#byPath.has(path)),
    );
    for (const fault of faults) this.#byPath.set(fault.path, fault);
  }

  /** A path is looked at anew. */
  forget(path: string): void {
    this.#byPath.delete(path);
  }

  /** A folder is looked at anew; not what is in folders below it. */
  forgetIn(folder: string): void {
    for (const path of this.#byPath.keys()) if (splitPath(path).folder === folder) this.#byPath.delete(path);
  }
}
