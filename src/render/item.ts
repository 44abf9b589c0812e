/**
 * What all three formats say of one article.
 *
 * Here, once, is decided what a reader gets: addresses made public, the note of a correction shown, somebody named as
 * the author. The formats only spell it.
 */
import type { Person } from '../article/draft.ts';
import { publicHtml } from '../base/address.ts';
import { isoDate } from '../base/instant.ts';
import { pictureType } from '../base/media-type.ts';
import type { Site } from '../base/site.ts';
import { escapeMarkup, type PlainText, plainLine, type SafeHtml } from '../base/text.ts';
import type { FeedArticle, FeedMedia, FeedPicture } from '../feeds/feed.ts';
import { articleUrl } from '../feeds/feed-head.ts';
import type { Content } from '../feeds/feed-terms.ts';
import { type ItemIds, itemIds } from './item-ids.ts';
import { withLinkedRecordings } from './recordings.ts';

/** What the W3C validator takes for an `addr-spec` without asking the domain name system. */
const MAIL_ADDRESS = /^[a-z0-9_.'+-]+@(?:[a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*$/i;

/** One article, ready to be spelled in any format. */
export interface Item extends ItemIds {
  readonly article: FeedArticle;
  /** Absolute URL. */
  readonly url: string;
  /** Full text, every address absolute; undefined where the feed shows summaries alone. */
  readonly html: string | undefined;
  /** Never empty (T-42). */
  readonly authors: readonly Person[];
  readonly picture: FeedPicture | undefined;
  /** Every other file that comes with it; recordings first. */
  readonly media: readonly FeedMedia[];
  /** Section, then tags, each once. */
  readonly categories: readonly PlainText[];
  /** Only where it is not the site's own (J-08, A-24). */
  readonly language: string | undefined;
  /** RFC 3339, told apart from every other article's. */
  readonly updated: string;
  readonly published: string;
}

/** The item of an article. */
export function itemOf(given: FeedArticle, body: SafeHtml, site: Site, content: Content = 'full'): Item {
  const isGone = given.state === 'withdrawn';
  const article = isGone ? noticeOf(given) : given;
  const { picture, section, tags, correction } = article;
  const note =
    correction === undefined ? '' : `<p><strong>Correction:</strong> ${escapeMarkup(correction)}</p>\n`;
  const language = article.language ?? site.language;
  const text = isGone ? `<p>${WITHDRAWN}</p>` : note + withLinkedRecordings(publicHtml(body, site.baseUrl));
  const html = content === 'full' ? text : note || undefined;
  return {
    article,
    ...itemIds(article),
    url: articleUrl(article, site.baseUrl),
    html: html !== undefined && isRightToLeft(language) ? `<div dir="rtl">${html}</div>` : html,
    authors: authorsOf(article, site).map(({ name, email, url }) => ({
      name,
      email: mailAddress(email),
      url,
    })),
    picture: picture && {
      ...picture,
      url: publicHtml(picture.url, site.baseUrl),
      type: picture.type ?? pictureType(picture.url),
    },
    media: mediaOf(article, site),
    categories: [...new Set([...(section === undefined ? [] : [section]), ...tags])],
    language: language === site.language ? undefined : language,
    updated: isoDate(article.updated, article.tie),
    published: isoDate(article.published),
  };
}

/** What stands in the place of a withdrawn article, where a feed says so. */
const WITHDRAWN = 'This article has been withdrawn by its publisher.';

function noticeOf(article: FeedArticle): FeedArticle {
  return {
    ...article,
    headline: plainLine(`Withdrawn: ${article.headline}`),
    summary: plainLine(WITHDRAWN),
    picture: undefined,
    media: undefined,
    correction: undefined,
  };
}

/** The files of an article, at public addresses; what people listen to or watch comes before what they look at. */
function mediaOf({ media = [] }: FeedArticle, site: Site): readonly FeedMedia[] {
  const all = media.map((file) => ({ ...file, url: publicHtml(file.url, site.baseUrl) }));
  return [...all.filter(isRecording), ...all.filter((file) => !isRecording(file))];
}

/** A file as Atom's enclosures and JSON Feed's attachments name it. */
export interface ItemFile extends Partial<FeedMedia> {
  readonly url: string;
  readonly type: string;
  readonly alt?: PlainText | undefined;
}

/** The picture, if its type is known or told by its name, then every other file. */
export function filesOf({ picture, media }: Pick<Item, 'picture' | 'media'>): readonly ItemFile[] {
  const type = picture?.type;
  return picture === undefined || type === undefined ? media : [{ ...picture, type }, ...media];
}

/** True for sound and moving pictures. */
export function isRecording({ type }: Pick<FeedMedia, 'type'>): boolean {
  return /^(?:audio|video)\//.test(type);
}

/** The people named, else the organisation credited, else the site's own author (T-42). */
export function authorsOf(article: Pick<FeedArticle, 'authors' | 'source'>, site: Site): readonly Person[] {
  if (article.authors.length > 0) return article.authors;
  return [{ name: article.source ?? plainLine(site.author) }];
}

/** The address if validators take it for one; a name without an address is better than a feed refused. */
function mailAddress(email: string | undefined): string | undefined {
  return email !== undefined && MAIL_ADDRESS.test(email) ? email : undefined;
}

/** True for languages written from right to left (C-36). */
export function isRightToLeft(language: string): boolean {
  return /^(ar|arc|ckb|dv|fa|he|iw|ji|ku-arab|pa-arab|ps|sd|ug|ur|yi)\b/i.test(language);
}
