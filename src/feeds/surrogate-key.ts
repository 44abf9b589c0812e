/**
 * What shared caches call the answers of this service, so that they can be told which of them are over.
 *
 * Pure. Keys are names, not addresses: one for all documents of a feed, one for the pages of an article, and one for
 * each kind. They hold nothing that separates keys in a header, nor anything that is special in a regular expression.
 *
 * Source: H-27, H-28.
 */

/**
 * The key of every feed, every article's page, and the lists of feeds and pages. What is nowhere, or elsewhere, goes by that of
 * the lists: every change may bring it back.
 */
export const KIND_KEYS = { feed: 'feed', article: 'article', index: 'index' } as const;

/** The longest key that caches take, in bytes (H-27). */
const KEY_BYTES_MAX = 1024;

/** The key of a feed's documents and of its page: `feed-main`, `feed-tags-boats`. */
export function feedSurrogateKey(key: string): string {
  return bounded(`feed-${key === '' ? 'main' : key.split('/').map(plain).join('-')}`);
}

/** The key of an article's page. */
export function articleSurrogateKey(slug: string): string {
  return bounded(`article-${plain(slug)}`);
}

/** ASCII letters, digits, `-`, `_` and `%` alone. */
function plain(text: string): string {
  return encodeURIComponent(text).replace(
    /[^A-Za-z0-9%_-]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Two keys that are one when they are cut mean that a page is fetched once too often. */
function bounded(key: string): string {
  return key.slice(0, KEY_BYTES_MAX);
}
