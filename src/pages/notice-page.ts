/**
 * A page for a visitor who asked for something that is not there, or no longer.
 *
 * It knows no status codes: http chooses the words and the status together.
 */
import { escapeMarkup } from '../base/text.ts';
import { layout } from './layout.ts';
import { linkAddress } from './page-address.ts';
import { ourWords } from './page-language.ts';
import type { FeedLink, Notice, PageSite } from './page-model.ts';

/** The page, which asks not to be indexed; `main` is the feed it still advertises. */
export function noticePage(site: PageSite, main: FeedLink, notice: Notice): string {
  return layout(site, {
    title: notice.title,
    description: notice.message,
    address: undefined,
    feeds: [main],
    main: `<div class="notice"${ourWords(site)}>
<h1>${escapeMarkup(notice.title)}</h1>
<p>${escapeMarkup(notice.message)}</p>
<p><a href="${escapeMarkup(linkAddress(site, '/'))}">To the newest articles</a></p>
</div>
`,
    pointsToSubscribeBox: false,
  });
}
