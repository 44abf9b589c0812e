/**
 * What a service has seen since its start: numbers that the rooms add to, and the metrics tell.
 */
import { Timings } from '../base/timings.ts';
import { PollTallies } from './poll-tallies.ts';

/** Everything that is counted. */
export class Observations {
  readonly polls = new PollTallies();
  /** How long work on the articles folder took, by what was done: recording and renewing the feeds included. */
  readonly ingest = new Timings();
  /** How long one document took, by format: from the ledger to its bytes. */
  readonly renders = new Timings();
  /** Article files read, those read again included. */
  filesRead = 0;
  readonly #failures = new Map<string, number>();

  /** Counts an answer that was a failure. */
  noteFailure(code: string): void {
    this.#failures.set(code, (this.#failures.get(code) ?? 0) + 1);
  }

  /** How often each failure was answered. */
  get failures(): ReadonlyMap<string, number> {
    return this.#failures;
  }
}
