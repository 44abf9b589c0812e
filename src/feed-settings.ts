/**
 * The terms of feeds, from the settings' words to the rooms'.
 */

import type { AllFeedTerms, FeedTerms } from './feeds/feed-terms.ts';
import type { Settings } from './settings-schema.ts';

/** What documents are made by, and how many are kept. */
export function editionTerms({ feeds, memory }: Settings) {
  return {
    ...feedTerms(feeds),
    maxAgeSeconds: feeds.maxAgeSeconds,
    representationBytesMax: memory.representationsMegabytes * 1_000_000,
    fragmentBytesMax: memory.fragmentsMegabytes * 1_000_000,
  };
}

/** The terms of every feed. */
export function feedTerms({ each, ...all }: Settings['feeds']): AllFeedTerms {
  const own = Object.entries(each).map(([key, some]) => [key, someTerms(some)]);
  const { limit, kilobytes, content, tombstones, withdrawn } = all;
  return {
    articles: limit,
    bytesMax: kilobytes * 1000,
    content,
    tombstones,
    withdrawn,
    each: Object.fromEntries(own),
  };
}

function someTerms({ limit, kilobytes, ...others }: Settings['feeds']['each'][string]): Partial<FeedTerms> {
  const terms = { articles: limit, bytesMax: kilobytes && kilobytes * 1000, ...others };
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}
