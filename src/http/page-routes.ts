/**
 * The pages for people: home, a feed's page, an article.
 *
 * Each is made once after a change, like a document, and answered like one.
 */
import { Failure } from '../base/failure.ts';
import type { Site } from '../base/site.ts';
import type { ServedEdition } from '../edition/served-edition.ts';
import { articlePath } from '../feeds/feed-address.ts';
import { articlePage } from '../pages/article-page.ts';
import { feedPage } from '../pages/feed-page.ts';
import { homePage } from '../pages/home.ts';
import { pageMediaType } from '../pages/layout.ts';
import { articleLine, articleView, feedLink } from './page-data.ts';
import type { Page } from './page-shelf.ts';

/** Articles and feeds that one page lists at most. */
const ARTICLES_LISTED_MAX = 50;
const FEEDS_LISTED_MAX = 60;

/** The main feed as pages show it. */
export async function mainFeedLink(site: Site, edition: ServedEdition) {
  return feedLink(site, { key: '', name: site.title, count: await edition.count('') });
}

/** The page of a feed; undefined when there is no such feed. */
export async function feedHomePage(
  site: Site,
  edition: ServedEdition,
  key: string,
): Promise<Page | undefined> {
  const record = await edition.feed(key);
  if (record === undefined) return undefined;
  const articles = (await edition.newest(key, ARTICLES_LISTED_MAX)).map((article) =>
    articleLine(site, article),
  );
  const main = await mainFeedLink(site, edition);
  if (key !== '') {
    const feed = feedLink(site, { key, name: record.name, count: await edition.count(key) });
    return { text: feedPage(site, feed, main, articles), mediaType: pageMediaType };
  }
  const others = await Promise.all(
    ['sections/', 'authors/', 'tags/'].map((home) => edition.feeds(home, FEEDS_LISTED_MAX)),
  );
  const feeds = [main, ...others.flat().map((feed) => feedLink(site, feed))];
  return { text: homePage(site, feeds, articles), mediaType: pageMediaType };
}

/**
 * What an article's address answers: its page, or the slug under which it is now.
 *
 * @throws {Failure} `article-withdrawn` when it was live once, `address-unknown` when it never was
 */
export async function articleHomePage(
  site: Site,
  edition: ServedEdition,
  slug: string,
): Promise<Page | { readonly movedTo: string }> {
  const found = await edition.article(slug);
  if (found === undefined) throw new Failure('address-unknown', `found no article ${slug}`);
  const { card, body } = found;
  if (card.state !== 'live') {
    if (card.state === 'withdrawn' && card.hasBeenLive)
      throw new Failure('article-withdrawn', `the article ${slug} has been withdrawn by its publisher`);
    if (card.state === 'expired' && card.hasBeenLive)
      throw new Failure('article-expired', `the article ${slug} was to be read until its day was over`);
    throw new Failure('address-unknown', `found no article ${slug}`);
  }
  if (card.slug !== slug) return { movedTo: articlePath(card.slug) };
  const section = card.feeds.find(({ key }) => key.startsWith('sections/'));
  const feeds = section === undefined ? [] : [feedLink(site, { ...section, count: 0 })];
  const text = articlePage(site, articleView(site, card, body), [
    ...feeds,
    await mainFeedLink(site, edition),
  ]);
  return { text, mediaType: pageMediaType };
}
