/**
 * The home page: how to subscribe, the newest articles, and every feed there is.
 */
import { escapeMarkup } from '../base/text.ts';
import { articleList } from './article-list.ts';
import { FEEDS_ADVERTISED_MAX } from './autodiscovery.ts';
import { layout } from './layout.ts';
import { linkAddress } from './page-address.ts';
import { ourWords } from './page-language.ts';
import type { ArticleLine, FeedKind, FeedLink, PageSite } from './page-model.ts';
import { subscribeBox } from './subscribe-box.ts';

/** Of each kind the page lists this many feeds, the largest; the rest are in the OPML document. */
export const FEEDS_LISTED_MAX = 60;

/**
 * The home page. `feeds` holds the main feed and all others, in the order to be shown; `newest` is shown as given.
 * The head advertises the main feed and the sections, not every tag and author (H-55, bounded).
 */
export function homePage(site: PageSite, feeds: readonly FeedLink[], newest: readonly ArticleLine[]): string {
  const main = feeds.find((feed) => feed.kind === 'main');
  const sections = feeds.filter((feed) => feed.kind === 'section');
  return layout(site, {
    title: '',
    description: site.description,
    address: '/',
    feeds: (main === undefined ? sections : [main, ...sections]).slice(0, FEEDS_ADVERTISED_MAX),
    picture: newest.find((article) => article.picture !== undefined)?.picture,
    main: `<div class="home">
${main === undefined ? '' : subscribeBox(site, main)}<section class="newest" aria-labelledby="newest-title">
<h2 class="label" id="newest-title"${ourWords(site)}>Newest</h2>
${articleList(site, newest, { showsSection: true })}</section>
${feedDirectory(site, feeds)}</div>
`,
    footer: `<p${ourWords(site)}><a href="${escapeMarkup(linkAddress(site, '/opml.xml'))}">All feeds in one file (OPML)</a></p>\n`,
    pointsToSubscribeBox: false,
  });
}

const GROUPS: readonly (readonly [kind: FeedKind, title: string])[] = [
  ['section', 'Sections'],
  ['author', 'Authors'],
  ['tag', 'Tags'],
];

function feedDirectory(site: PageSite, feeds: readonly FeedLink[]): string {
  const groups = GROUPS.map(([kind, title]) => feedGroup(site, kind, title, feeds)).join('');
  return groups === '' ? '' : `<nav class="feeds" aria-label="Feeds">\n${groups}</nav>\n`;
}

function feedGroup(site: PageSite, kind: FeedKind, title: string, feeds: readonly FeedLink[]): string {
  const ofKind = feeds.filter((feed) => feed.kind === kind);
  if (ofKind.length === 0) return '';
  const lines = largest(ofKind, FEEDS_LISTED_MAX).map((feed) => feedLine(site, feed));
  return `<h2 class="label"${ourWords(site)}>${title}</h2>\n<ul class="${kind}s">\n${lines.join('')}</ul>\n`;
}

/** The feeds with the most articles, still in the order given. */
function largest(feeds: readonly FeedLink[], max: number): readonly FeedLink[] {
  if (feeds.length <= max) return feeds;
  const chosen = new Set(feeds.toSorted((a, b) => b.count - a.count).slice(0, max));
  return feeds.filter((feed) => chosen.has(feed));
}

function feedLine(site: PageSite, feed: FeedLink): string {
  const address = escapeMarkup(linkAddress(site, feed.home));
  const noun = feed.count === 1 ? 'article' : 'articles';
  return `<li><a href="${address}">${escapeMarkup(feed.title)}</a> <span class="count">${feed.count}<span class="unseen"${ourWords(site)}> ${noun}</span></span></li>\n`;
}
