/**
 * What a change makes stale in shared caches: keys, and the paths that they stand for.
 *
 * Pure. Which feeds and articles a change touched is the caller's to know.
 */
import { FORMATS } from '../feeds/feed.ts';
import { articlePath, documentPath, feedHome } from '../feeds/feed-address.ts';
import { articleSurrogateKey, feedSurrogateKey, KIND_KEYS } from '../feeds/surrogate-key.ts';

/** One key and the paths that go by it; none where a key stands for more than can be listed. */
export interface PurgeTarget {
  readonly key: string;
  readonly paths: readonly string[];
}

/** Everything that caches may hold of us. */
export const ALL_TARGETS: readonly PurgeTarget[] = Object.values(KIND_KEYS).map((key) => ({
  key,
  paths: [],
}));

const INDEXES: PurgeTarget = { key: KIND_KEYS.index, paths: ['/opml.xml', '/sitemap.xml'] };

/**
 * What is stale after a change: the feeds first, which are polled most.
 *
 * @param feeds keys of the feeds that it touched
 * @param slugs of the articles whose pages look different
 */
export function staleTargets(feeds: Iterable<string>, slugs: Iterable<string>): readonly PurgeTarget[] {
  return [
    ...Array.from(feeds, (key) => ({ key: feedSurrogateKey(key), paths: feedPaths(key) })),
    ...Array.from(slugs, (slug) => ({ key: articleSurrogateKey(slug), paths: [articlePath(slug)] })),
    INDEXES,
  ];
}

function feedPaths(key: string): readonly string[] {
  const home = feedHome(key);
  return [...FORMATS.map((format) => documentPath(key, format)), `${home}feed`, home];
}
