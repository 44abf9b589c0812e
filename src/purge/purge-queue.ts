/**
 * Requests to caches that wait to be sent, or to be sent again.
 *
 * Bounded in every way: how many wait, how many are on their way, how often one is tried. A request that waits already
 * is not added again; one that is on its way is, since it may have come before the change. When more would wait than
 * may, all of them make way for "everything". Nothing is kept on disk: the service says "everything" when it starts.
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

/** Sends requests in the order in which they came, a few at a time. */
export class PurgeQueue {
  readonly #terms: PurgeQueueTerms;
  readonly #pause: (milliseconds: number, ending: AbortSignal) => Promise<void>;
  readonly #waiting = new Map<string, PurgeCall>();
  readonly #working = new Set<Promise<void>>();
  readonly #ending = new AbortController();

  constructor(terms: PurgeQueueTerms) {
    this.#terms = terms;
    this.#pause = terms.pause ?? pauseUnlessEnding;
  }

  /** Requests that wait. */
  get length(): number {
    return this.#waiting.size;
  }

  /** Adds requests; those that wait already are not added again. */
  add(calls: readonly PurgeCall[]): void {
    if (this.#ending.signal.aborted) return;
    for (const call of calls) this.#waiting.set(call.what, call);
    if (this.#waiting.size > WAITING_MAX) this.#makeRoom();
    while (this.#working.size < TOGETHER && this.#waiting.size > 0) this.#begin();
  }

  /** Drops what waits and ends what is on its way. */
  async close(): Promise<void> {
    this.#ending.abort();
    this.#waiting.clear();
    await Promise.all(this.#working);
  }

  /** Everything takes the place of much; where there is no such request, what came last is left to its max-age. */
  #makeRoom(): void {
    const { log, everything } = this.#terms;
    log.warn(
      { waiting: this.#waiting.size, everything: everything.length > 0 },
      'too much is stale in caches',
    );
    const kept = everything.length > 0 ? everything : [...this.#waiting.values()].slice(0, WAITING_MAX);
    this.#waiting.clear();
    for (const call of kept) this.#waiting.set(call.what, call);
  }

  #begin(): void {
    const [first] = this.#waiting.values();
    if (first === undefined) return;
    this.#waiting.delete(first.what);
    const work = this.#deliver(first).finally(() => {
      this.#working.delete(work);
      this.#begin();
    });
    this.#working.add(work);
  }

  /** Sends one request until it is taken, given up, or waits again by itself. */
  async #deliver(call: PurgeCall): Promise<void> {
    const { log, send } = this.#terms;
    const { signal } = this.#ending;
    for (const waitMs of [...BACK_OFF_MS, undefined]) {
      const trouble = await send(call, signal);
      if (signal.aborted) return;
      if (trouble === undefined) {
        log.debug({ purged: call.what }, 'a cache was told');
        return;
      }
      if (waitMs === undefined)
        log.error({ purge: call.what, trouble }, 'a cache was not told: it keeps what it has');
      else {
        log.warn(
          { purge: call.what, trouble, againMs: waitMs },
          'a cache could not be told; it is tried again',
        );
        await this.#pause(waitMs, signal);
        // The same request came again meanwhile, and will be sent in its turn.
        if (signal.aborted || this.#waiting.has(call.what)) return;
      }
    }
  }
}

async function pauseUnlessEnding(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await pauseFor(milliseconds, undefined, { signal, ref: false });
  } catch (cause) {
    if ((cause as Error).name !== 'AbortError') throw cause;
  }
}
