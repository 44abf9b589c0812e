/**
 * Who may still have a feed whole.
 *
 * A client that asks conditionally, or for compressed bytes, costs next to nothing and is never counted. One that keeps
 * fetching the whole uncompressed body of a feed has a budget for that feed; beyond it, it is asked to wait, and for how
 * long (H-41 … H-43). Only this is remembered of a client: when its budget for a feed is whole again. That many clients
 * are remembered, and no more; who is forgotten is forgiven.
 */
import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { AddressRanges } from '../base/address-ranges.ts';
import type { Clock } from '../base/clock.ts';
import { Failure } from '../base/failure.ts';
import { networkOf } from './client-address.ts';

/** Pairs of client and feed remembered. */
const REMEMBERED_MAX = 20_000;

const HOUR_SECONDS = 3600;

/** What is fair; every one a setting. */
export interface FairnessTerms {
  /** Whole bodies of one feed for one client in an hour; 0: any number. */
  readonly wholeFeedsPerHour: number;
  /** Ranges of addresses that are never counted. */
  readonly exemptAddresses: readonly string[];
  /** Parts of the User-Agent of clients that are never counted. */
  readonly exemptAgents: readonly string[];
}

/** By client and feed: when the budget is whole again, in seconds since 1970. It outlives the terms. */
export type Budgets = LRUCache<string, number>;

/** What is remembered of clients: nothing yet. */
export function openBudgets(): Budgets {
  return new LRUCache({ max: REMEMBERED_MAX });
}

/** Counts whole bodies. */
export class Fairness {
  readonly #terms: FairnessTerms;
  readonly #exempt: AddressRanges;
  readonly #clock: Clock;
  readonly #clientOf: (request: IncomingMessage) => string | undefined;
  readonly #budgets: Budgets;

  constructor(
    terms: FairnessTerms,
    clock: Clock,
    clientOf: (request: IncomingMessage) => string | undefined,
    budgets: Budgets,
  ) {
    this.#terms = terms;
    this.#exempt = new AddressRanges(terms.exemptAddresses);
    this.#clock = clock;
    this.#clientOf = clientOf;
    this.#budgets = budgets;
  }

  /**
   * Notes that a request gets a whole body. A request that is refused costs no budget.
   *
   * @param feed the feed's key
   * @throws {Failure} `polled-too-often` when the client's budget for the feed is spent, with the seconds until it has
   * some again
   */
  spend(request: IncomingMessage, feed: string): void {
    const { wholeFeedsPerHour } = this.#terms;
    if (wholeFeedsPerHour === 0) return;
    const client = this.#clientOf(request);
    if (client === undefined || this.#exempt.has(client) || this.#isKnownAgent(request)) return;
    const name = `${networkOf(client)} ${feed}`;
    const now = this.#clock.now().getTime() / 1000;
    const costSeconds = HOUR_SECONDS / wholeFeedsPerHour;
    const wholeAgain = Math.max(now, this.#budgets.get(name) ?? now) + costSeconds;
    // Fractions of a second add up to less than one.
    const waitSeconds = Math.ceil(wholeAgain - now - HOUR_SECONDS - 0.5);
    // A budget that a clock set back makes last longer than that is nobody's fault.
    if (waitSeconds > HOUR_SECONDS) this.#budgets.delete(name);
    else if (waitSeconds > 0)
      throw new Failure(
        'polled-too-often',
        `found more than ${wholeFeedsPerHour} requests in an hour for all of this feed, uncompressed; ` +
          'send If-None-Match with the ETag you were given, or Accept-Encoding: gzip, and ask as often as you like',
        { retryAfterSeconds: waitSeconds },
      );
    else this.#budgets.set(name, wholeAgain);
  }

  #isKnownAgent({ headers }: IncomingMessage): boolean {
    const agent = headers['user-agent'];
    return agent !== undefined && this.#terms.exemptAgents.some((known) => agent.includes(known));
  }
}
