/**
 * The codings that a change does not wait for: made behind it, by other threads, for the documents that somebody polls.
 *
 * First what most readers ask for, then all, and once nothing has changed for a while the smallest there is. A later
 * change ends what is on its way: codings of overtaken documents are nobody's.
 */
import { CODING_STEPS, type Coding, withBestBrotli, withCodings } from '../render/representation.ts';
import type { DocumentTable } from './document-table.ts';
import { together } from './together.ts';

/** How long nothing must have changed before documents are made as small as they can be, in milliseconds. */
const QUIET_MS = 1000;

/** Documents that are made so after a change at most: those polled last. */
const PERFECTED_MAX = 50;

/** Makes codings, one change after the other. */
export class CodingWork {
  readonly #documents: DocumentTable;
  readonly #change: () => number;
  readonly #isBusy: () => boolean;
  #completing: Promise<void> = Promise.resolve();
  #perfecting: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;
  #isClosed = false;

  /**
   * @param change the number of the change that is being shown
   * @param isBusy true while the smallest codings would take time from what is more urgent
   */
  constructor(documents: DocumentTable, change: () => number, isBusy: () => boolean = () => false) {
    this.#documents = documents;
    this.#change = change;
    this.#isBusy = isBusy;
  }

  /** Begins with the codings of what a change has renewed; nobody waits for them, the next change least of all. */
  begin(change: number): void {
    this.#completing = this.#completing.then(() => this.#complete(change));
  }

  /** Resolves when every document is there in every coding. */
  async completed(): Promise<void> {
    await this.#completing;
  }

  /** Makes the smallest codings once nothing has changed for a while. */
  perfectLater(): void {
    clearTimeout(this.#quiet);
    if (this.#isClosed) return;
    this.#quiet = setTimeout(() => {
      if (this.#isBusy()) return this.perfectLater();
      this.#perfecting = this.#perfecting.then(() => this.#perfect(this.#change()));
    }, QUIET_MS);
    this.#quiet.unref();
  }

  /** Ends what is on its way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#completing;
    clearTimeout(this.#quiet);
    await this.#perfecting;
  }

  async #complete(change: number): Promise<void> {
    for (const codings of CODING_STEPS.slice(1)) if (this.#isWanted(change)) await this.#add(codings);
    this.perfectLater();
  }

  #isWanted(change: number): boolean {
    return change === this.#change() && !this.#isClosed;
  }

  async #add(codings: readonly Coding[]): Promise<void> {
    await together(this.#documents.entries(), async ([path, entry]) => {
      this.#documents.exchange(path, entry, await withCodings(entry.representation, codings));
    });
  }

  /** One document after the other, as long as nothing changes: the thread beside stays free for the next change. */
  async #perfect(change: number): Promise<void> {
    for (const [path, entry] of this.#documents.entries().slice(0, PERFECTED_MAX)) {
      if (!this.#isWanted(change)) return;
      this.#documents.exchange(path, entry, await withBestBrotli(entry.representation));
    }
  }
}
