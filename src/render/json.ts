/**
 * JSON Feed 1.1: one article as an item, and the document around the items.
 *
 * Our own `JSON.stringify`, since the package `feed` writes version 1.0 (F-02). Absent values are absent keys (J-21).
 *
 * Source: JSON Feed 1.1; rules J-01 … J-25.
 */
import type { Site } from '../base/site.ts';
import type { FeedHead } from '../feeds/feed.ts';
import { filesOf, type Item } from './item.ts';

/** One article as it stands in every JSON Feed document. */
export function jsonItem(item: Item): string {
  const { article, authors, picture, categories } = item;
  return JSON.stringify({
    id: item.ids.json,
    url: item.url,
    title: article.headline,
    content_html: item.html,
    content_text: item.html === undefined ? article.summary || article.headline : undefined,
    summary: article.summary === '' ? undefined : article.summary,
    image: picture?.url,
    date_published: item.published,
    date_modified: item.updated,
    authors: authors.map(({ name, url }) => ({ name, url })),
    tags: categories.length === 0 ? undefined : categories,
    language: item.language,
    attachments: attachments(item),
  });
}

/** The picture and every other file; undefined for none (J-21). */
function attachments(item: Item) {
  const files = filesOf(item).map(({ url, type, alt, bytes, seconds }) => ({
    url,
    mime_type: type,
    title: alt || undefined,
    size_in_bytes: bytes,
    duration_in_seconds: seconds,
  }));
  return files.length === 0 ? undefined : files;
}

/** The document: the feed's head, with the items given as they are. */
export function jsonDocument(feed: FeedHead, items: readonly string[], site: Site): string {
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.documentUrls.json,
    next_url: feed.previousUrls?.json,
    description: feed.description === '' ? undefined : feed.description,
    language: feed.language,
    authors: [{ name: site.author }],
  });
  return `${head.slice(0, -1)},"items":[${items.length === 0 ? '' : `\n${items.join(',\n')}\n`}]}\n`;
}
