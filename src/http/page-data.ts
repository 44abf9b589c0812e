/**
 * Feeds and articles, as the pages for people want them.
 *
 * A translation and nothing else: what is chosen, and in which order, is the edition's to say.
 */
import { publicHtml } from '../base/address.ts';
import type { Site } from '../base/site.ts';
import type { ServedEdition } from '../edition/served-edition.ts';
import { articlePath, documentPath, feedHome, feedKind } from '../feeds/feed-address.ts';
import { articleUrl } from '../feeds/feed-head.ts';
import type { ArticleLine, ArticleView, FeedLink, NamedLink } from '../pages/page-model.ts';
import { authorsOf } from '../render/item.ts';

/** An article as the edition gives it. */
type Card = Awaited<ReturnType<ServedEdition['newest']>>[number];

/** A feed as a page shows it. */
export function feedLink(
  site: Site,
  feed: { readonly key: string; readonly name: string; readonly count: number },
): FeedLink {
  const url = (path: string) => site.baseUrl + path;
  return {
    kind: feedKind(feed.key),
    title: feed.key === '' ? site.title : feed.name,
    home: feedHome(feed.key),
    rss: url(documentPath(feed.key, 'rss')),
    atom: url(documentPath(feed.key, 'atom')),
    json: url(documentPath(feed.key, 'json')),
    count: feed.count,
  };
}

/** An article in a list. Links stay on the site unless the article lives elsewhere. */
export function articleLine(site: Site, article: Card): ArticleLine {
  const { picture } = article;
  return {
    title: article.headline,
    url: article.permalink ?? articlePath(article.slug),
    published: article.published,
    summary: article.summary,
    section: named(article, 'sections/')[0],
    authors: authorsOf(article, site).map(({ name }) => name),
    picture: picture && { ...picture, url: publicHtml(picture.url, site.baseUrl) },
    language: article.language,
  };
}

/** An article in full. */
export function articleView(site: Site, article: Card, body: string): ArticleView {
  const authorsLinked = named(article, 'authors/');
  const isCredited = authorsLinked.some(({ name }) => name === article.source);
  return {
    ...articleLine(site, article),
    url: articleUrl(article, site.baseUrl),
    body: publicHtml(body, site.baseUrl),
    subhead: article.subhead,
    updated: article.updated,
    tags: named(article, 'tags/'),
    language: article.language ?? site.language,
    correction: article.correction,
    place: article.dateline?.place,
    source: isCredited ? undefined : article.source,
    authorsLinked,
    isExternal: article.permalink !== undefined && !article.permalink.startsWith(`${site.baseUrl}/`),
  };
}

function named(article: Card, home: string): readonly NamedLink[] {
  return article.feeds
    .filter(({ key }) => key.startsWith(home))
    .map(({ key, name }) => ({ name, home: feedHome(key) }));
}
