/**
 * The list of all feeds, for import into a reader.
 *
 * Source: OPML 2.0; rule EXT-45.
 */
import { rssDate } from '../base/instant.ts';
import { escapeMarkup } from '../base/text.ts';
import type { FeedHead } from '../feeds/feed.ts';

/** The OPML document; RSS is named, since every reader takes it (C-75). */
export function opmlDocument(title: string, feeds: readonly FeedHead[], modified: Date): string {
  const outlines = feeds.map((feed) => {
    const name = escapeMarkup(feed.title);
    const urls = `xmlUrl="${escapeMarkup(feed.documentUrls.rss)}" htmlUrl="${escapeMarkup(feed.homeUrl)}"`;
    return `    <outline type="rss" version="RSS2" text="${name}" title="${name}" language="${escapeMarkup(feed.language)}" ${urls}/>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escapeMarkup(title)}</title>
    <dateModified>${rssDate(modified)}</dateModified>
    <docs>http://opml.org/spec2.opml</docs>
  </head>
  <body>
${outlines.join('')}  </body>
</opml>
`;
}
