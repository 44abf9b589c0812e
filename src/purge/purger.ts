/**
 * Tells a publisher's caches what a change made stale (H-28).
 *
 * In: what a change touched, once the new representations stand. Out: requests, as the template says. It waits for
 * nothing and nothing waits for it: what is published does not depend on a cache that cannot be reached.
 */
import type { Log } from '../base/log.ts';
import { type PurgeContext, type PurgeTemplate, purgeCalls } from './purge-calls.ts';
import { PurgeQueue } from './purge-queue.ts';
import { ALL_TARGETS, staleTargets } from './purge-targets.ts';
import { sendPurge } from './send-purge.ts';

/** Speaks to the caches. */
export class Purger {
  readonly #template: PurgeTemplate;
  readonly #context: PurgeContext;
  readonly #queue: PurgeQueue;

  constructor(template: PurgeTemplate, context: PurgeContext, log: Log) {
    this.#template = template;
    this.#context = context;
    this.#queue = new PurgeQueue({
      log,
      everything: purgeCalls(template, ALL_TARGETS, context),
      send: sendPurge,
    });
  }

  /**
   * Takes back what a change made stale.
   *
   * @param feeds keys of the feeds that it touched
   * @param slugs of the articles whose pages look different
   */
  purge(feeds: Iterable<string>, slugs: Iterable<string>): void {
    this.#queue.add(purgeCalls(this.#template, staleTargets(feeds, slugs), this.#context));
  }

  /** Takes everything back: at a start nobody knows what caches have missed. */
  purgeEverything(): void {
    this.#queue.add(purgeCalls(this.#template, ALL_TARGETS, this.#context));
  }

  /** Ends what is on its way. */
  close(): Promise<void> {
    return this.#queue.close();
  }
}
