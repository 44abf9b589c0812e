/**
 * Requests to caches that wait to be sent, or to be sent again.
 *
 * Bounded in every way: how many wait, how many are on their way, how often one is tried. A request that waits already
 * is not added again; one that is on its way is, since it may have come before the change. One that rests before its next
 * try holds up no other. When more would wait than may, all of them make way for "everything"; so is said to a cache that
 * could not be reached for so long that a request was given up, once it answers again. Nothing is kept on disk: the service
 * says "everything" when it starts.
 */
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Log } from '../base/log.ts';
import type { PurgeCall } from './purge-calls.ts';

/** Requests that may wait. */
export const WAITING_MAX = 500;

/** Requests on their way at once. */
const TOGETHER = 4;

/** How long to wait before each further try, in milliseconds: a cache that restarts is back within them. */
const BACK_OFF_MS = [500, 2_000, 8_000, 30_000, 60_000] as const;

/** What a queue works with. */
export interface PurgeQueueTerms {
  readonly log: Log;
  /** The requests that take everything back. */
  readonly everything: readonly PurgeCall[];
  /** Sends one; answers what went wrong, if anything. */
  readonly send: (call: PurgeCall, ending: AbortSignal) => Promise<string | undefined>;
  readonly pause?: (milliseconds: number, ending: AbortSignal) => Promise<void>;
}

/** A request, and how often it was tried in vain. */
interface Attempt {
  readonly call: PurgeCall;
  readonly failures: number;
}

/** What a cache says that understands a request and will not do it: saying more to it would help nobody. */
const REFUSED = /^status 4/;

/** Sends requests in the order in which they came, a few at a time. */
export class PurgeQueue {
  readonly #terms: PurgeQueueTerms;
  readonly #pause: (milliseconds: number, ending: AbortSignal) => Promise<void>;
  readonly #waiting = new Map<string, Attempt>();
  /** Those that could not be sent, until their next try. */
  readonly #resting = new Map<string, Attempt>();
  readonly #working = new Set<Promise<void>>();
  readonly #ending = new AbortController();
  /** True when a cache that could not be reached was not told of something. */
  #hasGivenUp = false;

  constructor(terms: PurgeQueueTerms) {
    this.#terms = terms;
    this.#pause = terms.pause ?? pauseUnlessEnding;
  }

  /** Requests that wait, those before another try included. */
  get length(): number {
    return this.#waiting.size + this.#resting.size;
  }

  /** Adds requests; those that wait already are not added again. */
  add(calls: readonly PurgeCall[]): void {
    if (this.#ending.signal.aborted) return;
    for (const call of calls) {
      this.#resting.delete(call.what);
      this.#waiting.set(call.what, { call, failures: 0 });
    }
    if (this.length > WAITING_MAX) this.#makeRoom();
    this.#send();
  }

  /** Drops what waits and ends what is on its way. */
  async close(): Promise<void> {
    this.#ending.abort();
    this.#waiting.clear();
    this.#resting.clear();
    await Promise.all(this.#working);
  }

  /** Everything takes the place of much; where there is no such request, what came last is left to its max-age. */
  #makeRoom(): void {
    const { log, everything } = this.#terms;
    log.warn({ waiting: this.length, everything: everything.length > 0 }, 'too much is stale in caches');
    const all = [...this.#resting.values(), ...this.#waiting.values()].map(({ call }) => call);
    this.#resting.clear();
    this.#waiting.clear();
    for (const call of everything.length > 0 ? everything : all.slice(0, WAITING_MAX))
      this.#waiting.set(call.what, { call, failures: 0 });
  }

  #send(): void {
    for (const [what, attempt] of this.#waiting) {
      if (this.#working.size >= TOGETHER) return;
      this.#waiting.delete(what);
      const work = this.#try(attempt).finally(() => {
        this.#working.delete(work);
        this.#send();
      });
      this.#working.add(work);
    }
  }

  /** Sends one request: it is taken, given up, or rests. */
  async #try({ call, failures }: Attempt): Promise<void> {
    const { log, send } = this.#terms;
    const { signal } = this.#ending;
    const trouble = await send(call, signal);
    if (signal.aborted) return;
    if (trouble === undefined) return this.#noteTold(call);
    const againMs = BACK_OFF_MS[failures];
    if (againMs === undefined) {
      log.error({ purge: call.what, trouble }, 'a cache was not told: it keeps what it has');
      this.#hasGivenUp ||= !REFUSED.test(trouble);
      return;
    }
    log.warn({ purge: call.what, trouble, againMs }, 'a cache could not be told; it is tried again');
    // The same request may have come again meanwhile, and will be sent in its turn.
    if (!this.#waiting.has(call.what)) void this.#rest({ call, failures: failures + 1 }, againMs);
  }

  async #rest(attempt: Attempt, milliseconds: number): Promise<void> {
    const { what } = attempt.call;
    this.#resting.set(what, attempt);
    await this.#pause(milliseconds, this.#ending.signal);
    if (this.#resting.get(what) !== attempt) return;
    this.#resting.delete(what);
    this.#waiting.set(what, attempt);
    this.#send();
  }

  #noteTold({ what }: PurgeCall): void {
    this.#terms.log.debug({ purged: what }, 'a cache was told');
    if (!this.#hasGivenUp) return;
    this.#hasGivenUp = false;
    this.add(this.#terms.everything);
  }
}

async function pauseUnlessEnding(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await pauseFor(milliseconds, undefined, { signal, ref: false });
  } catch (cause) {
    if ((cause as Error).name !== 'AbortError') throw cause;
  }
}
