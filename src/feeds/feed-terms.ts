/**
 * On which terms a feed is published: how large it is, how much of each article it shows, how it tells of what is gone.
 */
import type { WindowTerms } from '../ledger/feed-window.ts';

/** How much of an article a feed shows. */
export const CONTENTS = ['full', 'summary'] as const;

/** How much of an article a feed shows. */
export type Content = (typeof CONTENTS)[number];

/** What a feed shows of an article that was withdrawn: nothing, or for a while that it was. */
export const WITHDRAWN_POLICIES = ['remove', 'notice'] as const;

/** The terms of one feed. */
export interface FeedTerms extends WindowTerms {
  readonly content: Content;
  /** True when its Atom document names what is gone (`at:deleted-entry`, A-49). */
  readonly tombstones: boolean;
  readonly withdrawn: (typeof WITHDRAWN_POLICIES)[number];
}

/** The terms of all feeds, and of those that have some of their own, by key. */
export interface AllFeedTerms extends FeedTerms {
  readonly each: Readonly<Record<string, Partial<FeedTerms>>>;
}

/** How long a feed tells of what is gone, in seconds. */
export const GONE_SECONDS = 30 * 86_400;

/** Tombstones in one document at most: the latest. */
const TOMBSTONES_MAX = 100;

/** The terms of one feed. */
export function termsOf(all: AllFeedTerms, key: string): FeedTerms {
  const { each, ...terms } = all;
  return { ...terms, ...(Object.hasOwn(each, key) ? each[key] : undefined) };
}

/** How many articles that are gone its documents may tell of. */
export function goneMax({ tombstones, withdrawn, articles }: FeedTerms): number {
  if (tombstones) return TOMBSTONES_MAX;
  return withdrawn === 'notice' ? Math.max(1, Math.floor(articles / 5)) : 0;
}
