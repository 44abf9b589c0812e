/**
 * Links from a document to the older and newer ones of its feed.
 *
 * Source: RFC 5005 §4 (archived feeds); rules A-44 … A-48.
 */
import type { FeedHead, Format } from '../feeds/feed.ts';

/** The namespace of `fh:archive`. */
export const FEED_HISTORY = ' xmlns:fh="http://purl.org/syndication/history/1.0"';

/** One link of a feed's head. */
export interface HistoryLink {
  readonly rel: 'prev-archive' | 'next-archive' | 'current';
  readonly href: string;
}

/** The links that a document of a feed carries. */
export function historyLinks(feed: FeedHead, format: Format): readonly HistoryLink[] {
  const { previousUrls, archive } = feed;
  const urls = {
    current: archive?.currentUrls,
    'prev-archive': previousUrls,
    'next-archive': archive?.nextUrls,
  } as const;
  return (['current', 'prev-archive', 'next-archive'] as const).flatMap((rel) => {
    const href = urls[rel]?.[format];
    return href === undefined ? [] : { rel, href };
  });
}
