/**
 * What all three formats say of one article.
 *
 * Here, once, is decided what a reader gets: addresses made public, the note of a correction shown, somebody named as
 * the author. The formats only spell it.
 */
import type { Person } from '../article/draft.ts';
import { publicHtml } from '../base/address.ts';
import { isoDate } from '../base/instant.ts';
import type { Site } from '../base/site.ts';
import { escapeMarkup, type PlainText, plainLine, type SafeHtml } from '../base/text.ts';
import type { FeedArticle, FeedPicture } from '../feeds/feed.ts';
import { articleUrl } from '../feeds/select-feed.ts';

/** One article, ready to be spelled in any format. */
export interface Item {
  readonly article: FeedArticle;
  /** Absolute URL. */
  readonly url: string;
  /** Full text; every address absolute. */
  readonly html: string;
  /** Never empty (T-42). */
  readonly authors: readonly Person[];
  readonly picture: FeedPicture | undefined;
  /** Section, then tags, each once. */
  readonly categories: readonly PlainText[];
  /** RFC 3339, told apart from every other article's. */
  readonly updated: string;
  readonly published: string;
}

/** The item of an article. */
export function itemOf(article: FeedArticle, body: SafeHtml, site: Site): Item {
  const { picture, section, tags, correction } = article;
  const note =
    correction === undefined ? '' : `<p><strong>Correction:</strong> ${escapeMarkup(correction)}</p>\n`;
  const language = article.language;
  const html = note + publicHtml(body, site.baseUrl);
  return {
    article,
    url: articleUrl(article, site.baseUrl),
    html: language !== undefined && isRightToLeft(language) ? `<div dir="rtl">${html}</div>` : html,
    authors: authorsOf(article, site),
    picture: picture && { ...picture, url: publicHtml(picture.url, site.baseUrl) },
    categories: [...new Set([...(section === undefined ? [] : [section]), ...tags])],
    updated: isoDate(article.updated, article.tie),
    published: isoDate(article.published),
  };
}

/** The people named, else the organisation credited, else the site's own author (T-42). */
export function authorsOf(article: Pick<FeedArticle, 'authors' | 'source'>, site: Site): readonly Person[] {
  if (article.authors.length > 0) return article.authors;
  return [{ name: article.source ?? plainLine(site.author) }];
}

/** True for languages written from right to left (C-36). */
export function isRightToLeft(language: string): boolean {
  return /^(ar|arc|ckb|dv|fa|he|iw|ji|ku-arab|pa-arab|ps|sd|ug|ur|yi)\b/i.test(language);
}
