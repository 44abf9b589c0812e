/**
 * How to subscribe, in one line, and the three addresses of one feed.
 *
 * Browsers show a feed as raw source (C-74), so the addresses are offered to be copied rather than opened. The
 * fields work by hand; the buttons wait hidden for the script.
 */
import { escapeMarkup } from '../base/text.ts';
import { ourWords } from './page-language.ts';
import type { FeedLink, PageSite } from './page-model.ts';

/** The box for one feed; a page holds one box at most, since its parts have ids. */
export function subscribeBox(site: PageSite, feed: FeedLink): string {
  return `<section class="subscribe" id="subscribe" aria-labelledby="subscribe-title"${ourWords(site)}>
<h2 id="subscribe-title">Subscribe${subject(feed)}</h2>
<p>Copy an address into your feed reader, and new articles come to you.</p>
${addressField('rss', 'RSS', feed.rss)}${addressField('atom', 'Atom', feed.atom)}${addressField('json', 'JSON Feed', feed.json)}</section>
`;
}

/** The main feed needs no name on its own site. */
function subject(feed: FeedLink): string {
  return feed.kind === 'main' ? '' : ` to <bdi>${escapeMarkup(feed.title)}</bdi>`;
}

function addressField(id: string, format: string, address: string): string {
  return `<div class="address"><label for="${id}-address">${format}</label><input id="${id}-address" readonly value="${escapeMarkup(address)}" dir="ltr" spellcheck="false"><button class="copy" type="button" aria-live="polite" hidden>Copy<span class="unseen"> the ${format} address</span></button></div>
`;
}
