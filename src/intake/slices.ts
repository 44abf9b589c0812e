/**
 * Long work in short slices, so that polls are answered in between.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long a slice may keep the thread, in milliseconds: about as long as a poll takes. */
const SLICE_MS = 1;

/** Tells when it is time to let others go first. */
export class Slices {
  #end = performance.now() + SLICE_MS;

  get isOver(): boolean {
    return performance.now() >= this.#end;
  }

  /** Resolves when everybody else had a turn. */
  async next(): Promise<void> {
    await nextTurn();
    this.#end = performance.now() + SLICE_MS;
  }
}
