/**
 * The documents: feeds, and the indexes of feeds and pages.
 *
 * Routes only find out what an address means and hand its representation over; `respond` decides the rest.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { basePath, type Site } from '../base/site.ts';
import type { ServedEdition } from '../edition/served-edition.ts';
import { FORMATS, type Format } from '../feeds/feed.ts';
import { type ArchiveAddress, documentPath, feedHome } from '../feeds/feed-address.ts';
import { articleUrl, feedHead } from '../feeds/feed-head.ts';
import { feedSurrogateKey, KIND_KEYS } from '../feeds/surrogate-key.ts';
import { LINK_TYPES } from '../render/document.ts';
import { opmlDocument } from '../render/opml.ts';
import { SITEMAP_PAGES_MAX, type SitemapPage, sitemapDocument } from '../render/sitemap.ts';
import { type CacheTerms, keyHeader } from './cache-headers.ts';
import type { Page } from './page-shelf.ts';
import type { ServingTerms } from './prepared.ts';

/** Feeds that an index lists at most. */
const FEEDS_LISTED_MAX = 5_000;

/** Articles read at once when all of them are wanted. */
const READ_TOGETHER = 500;

/** What the terms of every document depend on. */
export interface FeedTerms {
  readonly site: Site;
  readonly maxAgeSeconds: number;
  /** True when those who ask for it get what has changed (RFC 3229). */
  readonly offersDeltas: boolean;
  readonly caches: CacheTerms;
}

/** How a feed's document is served (H-26, H-27, H-31, H-56). */
export function documentTerms(
  { site, maxAgeSeconds, offersDeltas, caches }: FeedTerms,
  key: string,
  format: Format,
): ServingTerms {
  const url = (other: Format) => site.baseUrl + documentPath(key, other);
  const links = [
    `<${url(format)}>; rel="self"; type="${LINK_TYPES[format]}"`,
    ...FORMATS.filter((other) => other !== format).map(
      (other) => `<${url(other)}>; rel="alternate"; type="${LINK_TYPES[other]}"`,
    ),
    `<${site.baseUrl}${feedHome(key)}>; rel="alternate"; type="text/html"`,
  ];
  return {
    maxAgeSeconds,
    cdnMaxAgeSeconds: caches.cdnMaxAgeSeconds,
    // Whoever may be told a difference must not be given another's (H-68).
    vary: offersDeltas ? 'Accept-Encoding, A-IM' : 'Accept-Encoding',
    headers: ['Link', links.join(', '), ...feedKeys(caches, key)],
    feed: key,
    offersDeltas,
  };
}

function feedKeys(caches: CacheTerms, key: string): readonly string[] {
  return keyHeader(caches, [KIND_KEYS.feed, feedSurrogateKey(key)]);
}

/** How long an archive page may be reused without asking: nothing is added to it, but it may lose what is withdrawn. */
const ARCHIVE_AGE_SECONDS = 86_400;

/** How a page of a feed's archive is served. */
export function archiveTerms(
  { site, caches }: FeedTerms,
  key: string,
  format: Format,
  address: ArchiveAddress,
): ServingTerms {
  const link = (path: string, rel: string) =>
    `<${site.baseUrl}${path}>; rel="${rel}"; type="${LINK_TYPES[format]}"`;
  const links = [
    link(documentPath(key, format, address), 'self'),
    link(documentPath(key, format), 'current'),
  ];
  const headers = ['Link', links.join(', '), ...feedKeys(caches, key)];
  return { maxAgeSeconds: ARCHIVE_AGE_SECONDS, vary: 'Accept-Encoding', headers };
}

/** The same, where the format was negotiated: the answer names the address that it is a copy of (H-49 … H-52). */
export function negotiatedTerms(context: FeedTerms, key: string, format: Format): ServingTerms {
  const terms = documentTerms({ ...context, offersDeltas: false }, key, format);
  const contentLocation = basePath(context.site) + documentPath(key, format);
  return { ...terms, vary: 'Accept, Accept-Encoding', contentLocation };
}

/** The list of all feeds (EXT-45). */
export async function opmlPage(site: Site, edition: ServedEdition): Promise<Page | undefined> {
  const main = await edition.feed('');
  if (main === undefined) return undefined;
  const others = await Promise.all(
    ['sections/', 'tags/', 'authors/'].map((home) => edition.feeds(home, FEEDS_LISTED_MAX)),
  );
  const heads = [
    main,
    ...others.flat().map((feed) => ({ ...feed, change: main.change, modified: main.modified })),
  ].map((feed) => feedHead(feed, site));
  return {
    text: opmlDocument(site.title, heads, main.modified),
    mediaType: 'text/x-opml; charset=utf-8',
  };
}

/** Live articles, as many as a sitemap lists, read a page at a time so that polls are answered meanwhile. */
async function* placesOf(edition: ServedEdition) {
  for (let offset = 0; offset < SITEMAP_PAGES_MAX; offset += READ_TOGETHER) {
    const limit = Math.min(READ_TOGETHER, SITEMAP_PAGES_MAX - offset);
    const articles = await edition.places(offset, limit);
    yield* articles;
    if (articles.length < limit) return;
    await nextTurn();
  }
}

/** The pages of the site (EXT-42): the home page, the newest articles, the feeds' own pages. */
export async function sitemapPage(site: Site, edition: ServedEdition): Promise<Page | undefined> {
  const main = await edition.feed('');
  if (main === undefined) return undefined;
  const homes = await Promise.all(
    ['sections/', 'tags/', 'authors/'].map((home) => edition.feeds(home, FEEDS_LISTED_MAX)),
  );
  const pages: SitemapPage[] = ['', ...homes.flat().map(({ key }) => key)].map((key) => ({
    url: site.baseUrl + feedHome(key),
  }));
  for await (const { permalink, slug, updated } of placesOf(edition)) {
    const url = articleUrl({ permalink, slug }, site.baseUrl);
    if (url.startsWith(`${site.baseUrl}/`)) pages.push({ url, modified: updated.toISOString() });
  }
  return {
    text: sitemapDocument(pages),
    mediaType: 'application/xml; charset=utf-8',
  };
}
