/**
 * What each format says of its articles, down to what all formats have to agree upon (J-25).
 */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Format } from '../../src/feeds/feed.ts';

/** One article in a document. */
export interface ListedArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  readonly updated: number;
}

/** The articles of a document, in its order. */
export const LISTED: Readonly<Record<Format, (document: string) => readonly ListedArticle[]>> = {
  rss: (document) =>
    (parseRssFeed(document).items ?? []).map((item) =>
      listed(
        item.guid?.value,
        item.link,
        item.title,
        item.content?.encoded,
        item.pubDate,
        [item.dcterms?.modified].flat()[0],
      ),
    ),
  atom: (document) =>
    (parseAtomFeed(document).entries ?? []).map((entry) =>
      listed(
        entry.id,
        entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        text(entry.title),
        text(entry.content),
        entry.published,
        entry.updated,
      ),
    ),
  json: (document) =>
    (parseJsonFeed(document).items ?? []).map((item) =>
      listed(item.id, item.url, item.title, item.content_html, item.date_published, item.date_modified),
    ),
};

function listed(
  id: string | undefined,
  url: string | undefined,
  title: string | undefined,
  html: string | undefined,
  published: string | undefined,
  updated: string | undefined,
): ListedArticle {
  return {
    id: id ?? '',
    url: url ?? '',
    title: title ?? '',
    html: html?.trim() ?? '',
    published: Date.parse(published ?? ''),
    updated: Date.parse(updated ?? published ?? ''),
  };
}

/** feedsmith tells a text as a string or as an object, by its version. */
function text(of: string | { readonly value?: string } | undefined): string | undefined {
  return typeof of === 'object' ? of.value : of;
}
