/**
 * A feed in one format: a shell and a join of fragments.
 *
 * The compiler keeps the table whole: a new format needs an entry in each.
 */
import type { Site } from '../base/site.ts';
import type { FeedHead, Format } from '../feeds/feed.ts';
import { atomDocument, atomEntry } from './atom.ts';
import type { Item } from './item.ts';
import { jsonDocument, jsonItem } from './json.ts';
import { rssDocument, rssItem } from './rss.ts';

/** Media types as they are served (H-46). */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** Media types without parameters, as links name them. */
export const LINK_TYPES: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** How each format writes one article. */
export const FRAGMENTS: Readonly<Record<Format, (item: Item) => string>> = {
  rss: rssItem,
  atom: atomEntry,
  json: jsonItem,
};

/**
 * The whole document.
 *
 * @param fragments one for each article, in the feed's order, written by `FRAGMENTS[format]`
 * @param ttlMinutes how long a reader may wait before it asks again; only RSS says so
 */
export function renderDocument(
  feed: FeedHead,
  format: Format,
  fragments: readonly string[],
  site: Site,
  ttlMinutes: number,
): string {
  if (format === 'rss') return rssDocument(feed, fragments, site, ttlMinutes);
  return format === 'atom' ? atomDocument(feed, fragments, site) : jsonDocument(feed, fragments, site);
}
