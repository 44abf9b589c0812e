/**
 * The page of one feed: a section, a tag or an author. It stands at the feed's home, beside its documents.
 */
import { escapeMarkup } from '../base/text.ts';
import { articleList } from './article-list.ts';
import { layout } from './layout.ts';
import { ourWords } from './page-language.ts';
import type { ArticleLine, FeedKind, FeedLink, PageSite } from './page-model.ts';
import { subscribeBox } from './subscribe-box.ts';

/** What stands above the feed's name. */
const KIND_LABEL: Readonly<Record<FeedKind, string>> = {
  main: 'Everything',
  section: 'Section',
  tag: 'Tag',
  author: 'Author',
};

/** How search engines and previews introduce the page. */
const INTRODUCTION: Readonly<Record<FeedKind, (title: string, site: string) => string>> = {
  main: (_, site) => `All articles of ${site}.`,
  section: (title, site) => `The section ${title} of ${site}.`,
  tag: (title, site) => `Articles about ${title} in ${site}.`,
  author: (title, site) => `Articles by ${title} in ${site}.`,
};

/** The page of `feed`; `main` is the whole site's feed, advertised after it (H-55). */
export function feedPage(
  site: PageSite,
  feed: FeedLink,
  main: FeedLink,
  articles: readonly ArticleLine[],
): string {
  const count = feed.count === 1 ? '1 article' : `${feed.count} articles`;
  return layout(site, {
    title: feed.title,
    description: INTRODUCTION[feed.kind](feed.title, site.title),
    address: feed.home,
    feeds: [feed, main],
    picture: articles.find((article) => article.picture !== undefined)?.picture,
    main: `<div class="home">
<header class="intro">
<p class="label"${ourWords(site)}>${KIND_LABEL[feed.kind]}</p>
<h1>${escapeMarkup(feed.title)}</h1>
<p class="by"${ourWords(site)}>${count}</p>
</header>
${subscribeBox(site, feed)}<section class="newest" aria-labelledby="newest-title">
<h2 class="unseen" id="newest-title"${ourWords(site)}>Articles</h2>
${articleList(site, articles, { showsSection: feed.kind !== 'section' })}</section>
</div>
`,
    pointsToSubscribeBox: false,
  });
}
