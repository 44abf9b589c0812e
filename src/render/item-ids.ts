/**
 * The id of an article in each format.
 *
 * The one that the format's old feed gave it, exactly; else the one of another format's old feed, where this format can
 * hold it; else its own. Pure.
 *
 * Source: rules R-33 …, J-11.
 */
import { type FeedArticle, FORMATS, type Format } from '../feeds/feed.ts';

/** What the id of an article is, by format. */
export interface ItemIds {
  readonly ids: Readonly<Record<Format, string>>;
  /** What the guid says of itself. */
  readonly isPermalink: boolean;
}

/** An absolute IRI without what RFC 3987 excludes; Atom takes nothing else. */
const ABSOLUTE_IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/** What a format takes as an id that was another's. */
const TAKES: Readonly<Record<Format, (id: string) => boolean>> = {
  rss: (id) => id.trim() === id && !/^\d{1,8}$/.test(id),
  atom: (id) => ABSOLUTE_IRI.test(id),
  json: () => true,
};

/** The ids of an article. */
export function itemIds({ id, adopted }: Pick<FeedArticle, 'id' | 'adopted'>): ItemIds {
  if (adopted === undefined) return { ids: { rss: id, atom: id, json: id }, isPermalink: false };
  const idFor = (format: Format) =>
    adopted[format] ??
    FORMATS.map((other) => adopted[other]).find((other) => other !== undefined && TAKES[format](other)) ??
    id;
  return {
    ids: { rss: idFor('rss'), atom: idFor('atom'), json: idFor('json') },
    isPermalink: adopted.isPermalink === true,
  };
}
