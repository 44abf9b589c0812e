/**
 * Addresses at which nothing is, kept in mind until there is news: what has gone is polled for years.
 */
import { LRUCache } from 'lru-cache';
import { Failure, type FailureCode } from '../base/failure.ts';

/** Characters kept in mind: strangers may ask for anything. */
const CHARACTERS_MAX = 1_000_000;

/** What only a change can turn into something else. */
const LASTING: ReadonlySet<FailureCode> = new Set([
  'address-unknown',
  'article-withdrawn',
  'article-expired',
]);

/** Tells what is nowhere without asking the edition. */
export class Nowhere {
  readonly #failures = new LRUCache<string, Failure>({
    maxSize: CHARACTERS_MAX,
    sizeCalculation: ({ message }, path) => path.length + message.length,
  });
  #news = 0;

  /** How often there has been news. */
  get news(): number {
    return this.#news;
  }

  /** There is news: whatever was nowhere may be somewhere. */
  renew(): void {
    this.#news += 1;
    this.#failures.clear();
  }

  /** What a request for an address fails with; undefined where that is not known. */
  at(path: string): Failure | undefined {
    return this.#failures.get(path);
  }

  /** @param news what `news` was before the answer was looked for: one that was overtaken is not kept */
  note(path: string, cause: unknown, news: number): void {
    if (cause instanceof Failure && LASTING.has(cause.code) && news === this.#news)
      this.#failures.set(path, cause);
  }
}
