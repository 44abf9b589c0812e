/**
 * How a feed reader that is given a page finds its feeds (H-55).
 *
 * The page's own feed first, then wider ones; of each RSS first, since every reader knows it, then Atom, then JSON
 * Feed, which some readers lose articles of (C-75, J-26). Addresses are absolute: several finders resolve none.
 */
import { escapeMarkup } from '../base/text.ts';
import type { FeedLink, PageSite } from './page-model.ts';

/** A page advertises this many feeds at most, three documents each. */
export const FEEDS_ADVERTISED_MAX = 30;

/** The `link` elements for a page's head; a feed named twice is advertised once. */
export function autodiscoveryLinks(site: PageSite, feeds: readonly FeedLink[]): string {
  const once = [...new Map(feeds.map((feed) => [feed.rss, feed])).values()];
  return once
    .slice(0, FEEDS_ADVERTISED_MAX)
    .map((feed) => feedLinks(site, feed))
    .join('');
}

function feedLinks(site: PageSite, feed: FeedLink): string {
  const title = feed.kind === 'main' ? site.title : `${site.title}: ${feed.title}`;
  return (
    alternate('application/rss+xml', `${title} (RSS)`, feed.rss) +
    alternate('application/atom+xml', `${title} (Atom)`, feed.atom) +
    alternate('application/feed+json', `${title} (JSON Feed)`, feed.json)
  );
}

function alternate(type: string, title: string, href: string): string {
  return `<link rel="alternate" type="${type}" title="${escapeMarkup(title)}" href="${escapeMarkup(href)}">\n`;
}
