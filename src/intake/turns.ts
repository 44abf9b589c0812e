/**
 * One piece of work at a time, in the order in which it came.
 *
 * What the file system or the database keeps from being done is trouble: it is logged once, told to whoever tries
 * again, and over when that succeeds. Everything else is a bug of ours, and goes on to whoever asked for the work.
 */
import type { Log } from '../base/log.ts';

/** What turns work with. */
export interface TurnsContext {
  readonly log: Log;
  /** Told how long each piece of work took, by what it was. */
  readonly onWorked?: (what: string, seconds: number) => void;
}

/** The queue of an intake. */
export class Turns {
  readonly #context: TurnsContext;
  readonly #onTrouble: () => void;
  #last: Promise<void> = Promise.resolve();
  #trouble: string | undefined;
  #isClosed = false;

  /** @param onTrouble a piece of work could not be done: it is to be tried again */
  constructor(context: TurnsContext, onTrouble: () => void) {
    this.#context = context;
    this.#onTrouble = onTrouble;
  }

  /** Why the last work could not be done: the code of a failure or of a system call. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** True when no further work begins; the work in hand is to end soon. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Does a piece of work when all before it is done. */
  take(what: string, work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (this.#isClosed) return;
      const began = performance.now();
      try {
        await work();
        this.#context.onWorked?.(what, (performance.now() - began) / 1000);
      } catch (cause) {
        const error = cause as NodeJS.ErrnoException;
        if (!isWorldsDoing(error)) throw cause;
        if (this.#trouble !== error.code)
          this.#context.log.error(
            { what, code: error.code, cause: error.message },
            'the articles folder cannot be taken in; what is published stays',
          );
        this.#trouble = error.code;
        this.#onTrouble();
      }
    });
    return this.#last;
  }

  /** Everything has been taken in: whatever the trouble was, it is over. */
  endTrouble(): void {
    if (this.#trouble !== undefined) this.#context.log.info('the articles folder is taken in again');
    this.#trouble = undefined;
  }

  /** Lets no further work begin, and waits for the one in hand. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }
}

/** True for what the file system or the database reports; everything else is a bug of ours. */
function isWorldsDoing({ code }: NodeJS.ErrnoException): boolean {
  return code !== undefined && (code === 'ERR_SQLITE_ERROR' || !code.startsWith('ERR_'));
}
