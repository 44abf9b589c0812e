/**
 * What is due is published: scheduled articles go live, and those that expire leave.
 *
 * When that is, is the timetable's to say. What cannot be written, as on a full disk, stays due and is tried again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Failure, type FailureCode } from './base/failure.ts';
import type { Log } from './base/log.ts';
import type { Change } from './ledger/change-sequence.ts';
import type { Ledger } from './ledger/ledger.ts';

/** How soon something due is tried again that the ledger could not write, in milliseconds. */
const TRY_AGAIN_MS = 1000;

/** What it works with. */
export interface DueContext {
  readonly ledger: Ledger;
  readonly log: Log;
  /** Told of the change, and awaited; of none, too. */
  readonly onChange: (change: Change | undefined) => Promise<void>;
  /** Told of article files that link to what has been published, if any. */
  readonly onLinking: (paths: readonly string[]) => void;
}

/** The articles whose instant has come. */
export class DueArticles {
  readonly #context: DueContext;
  #trouble: FailureCode | undefined;

  constructor(context: DueContext) {
    this.#context = context;
  }

  /** Why what is due cannot be published, if it cannot. */
  get trouble(): FailureCode | undefined {
    return this.#trouble;
  }

  /** Publishes what is due; after a failure it resolves when it is time to try again. */
  async publish(): Promise<void> {
    const { ledger, log, onChange, onLinking } = this.#context;
    try {
      const change = await ledger.promote();
      await onChange(change);
      this.#trouble = undefined;
      if (change !== undefined) onLinking(await ledger.files.referringToPublished(change.number));
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      if (this.#trouble === undefined)
        log.error(
          { code: cause.code, cause: cause.message },
          'what is due cannot be published; it is tried again',
        );
      this.#trouble = cause.code;
      await pause(TRY_AGAIN_MS, undefined, { ref: false });
    }
  }
}
