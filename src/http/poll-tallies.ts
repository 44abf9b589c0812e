/**
 * What polls came to, by feed, format and coding.
 *
 * The tallies of an address are found once, when its answer is prepared; a poll then adds to plain numbers. Only so many
 * feeds have tallies of their own: behind them all are one, whatever strangers ask for.
 */
import { FORMATS } from '../feeds/feed.ts';
import { feedAddress, feedKind } from '../feeds/feed-address.ts';
import { CODINGS, type Coding } from '../render/representation.ts';

/** Feeds with tallies of their own, the first that are polled; the main feed is always one of them. */
export const FEEDS_NAMED_MAX = 50;

/** The polls of one address in one coding; numbers that only grow. */
export interface PollTally {
  /** Answered with the whole (200). */
  full: number;
  /** Answered with what is new (226). */
  delta: number;
  /** Answered with nothing new (304). */
  notModified: number;
  bytesSent: number;
  bytesSavedByDelta: number;
  bytesSavedByNotModified: number;
}

/** The polls of one address. */
export type CodingTallies = Readonly<Record<Coding, PollTally>>;

/** Tallies, and what they are of. */
export interface TalliedPolls {
  /** The kind of feed; `archive` for the pages of its history, `page` for people's pages, `index` for what is for programs: lists of feeds and pages, robots.txt, the icon. */
  readonly kind: string;
  /** The feed's key, `main`, or `other` for the feeds behind the first `FEEDS_NAMED_MAX`; empty for what is no feed. */
  readonly feed: string;
  readonly format: string;
  readonly tallies: CodingTallies;
}

/** Every tally there is. */
export class PollTallies {
  readonly #named = new Set(['']);
  readonly #rows = new Map<string, TalliedPolls>();

  /** The tallies of an address that exists. */
  of(path: string): CodingTallies {
    const labels = this.#labels(path);
    const name = Object.values(labels).join(' ');
    const known = this.#rows.get(name);
    if (known !== undefined) return known.tallies;
    const tallies = Object.fromEntries(CODINGS.map((coding) => [coding, emptyTally()])) as CodingTallies;
    this.#rows.set(name, { ...labels, tallies });
    return tallies;
  }

  /** All tallies. */
  rows(): IterableIterator<TalliedPolls> {
    return this.#rows.values();
  }

  #labels(path: string) {
    const { key, what, archive } = feedAddress(path) ?? {};
    const format = FORMATS.find((one) => one === what);
    if (key === undefined || format === undefined) {
      const extension = /\.(?:xml|txt|svg)$/.exec(path)?.[0].slice(1);
      return { kind: extension === undefined ? 'page' : 'index', feed: '', format: extension ?? 'html' };
    }
    if (this.#named.size < FEEDS_NAMED_MAX) this.#named.add(key);
    const feed = this.#named.has(key) ? key || 'main' : 'other';
    return { kind: archive === undefined ? feedKind(key) : 'archive', feed, format };
  }
}

function emptyTally(): PollTally {
  return {
    full: 0,
    delta: 0,
    notModified: 0,
    bytesSent: 0,
    bytesSavedByDelta: 0,
    bytesSavedByNotModified: 0,
  };
}
