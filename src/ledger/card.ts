/**
 * What of a draft is stored, and what of it a reader would notice.
 *
 * Pure: a draft and the files it refers to go in; a card, a body and a hash come out.
 */
import { createHash } from 'node:crypto';
import type { Draft } from '../article/draft.ts';
import { slugOf } from '../article/slug.ts';
import { referencedFiles, resolveFiles, SITE_MARK } from '../base/address.ts';
import type { PlainText, SafeHtml } from '../base/text.ts';
import type { ArticlePicture, Card, FeedName } from './article.ts';

/** A file beside articles, kept in the asset store. */
export interface Asset {
  /** Relative to the articles folder. */
  readonly path: string;
  /** Hexadecimal SHA-256 of the bytes, shortened. */
  readonly hash: string;
  readonly name: string;
  /** Media type, by the file's extension. */
  readonly type: string;
  readonly bytes: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** The address of an asset on this site: immutable, since it holds the hash. */
export function assetAddress(asset: Pick<Asset, 'hash' | 'name'>): string {
  return `/assets/${asset.hash}/${encodeURIComponent(asset.name)}`;
}

/** A draft made ready to be stored. */
export interface PreparedDraft {
  readonly card: Card;
  readonly body: SafeHtml;
  /** Equal if and only if a reader would see the same. */
  readonly contentHash: string;
}

/**
 * The card and body of a draft.
 *
 * @param assetAt the published file at a path inside the articles folder, if there is one
 */
export function prepareDraft(draft: Draft, assetAt: (path: string) => Asset | undefined): PreparedDraft {
  const addressOf = (path: string) => {
    const asset = assetAt(path);
    return asset === undefined ? undefined : assetAddress(asset);
  };
  const body = resolveFiles(draft.body, addressOf) as SafeHtml;
  const card: Card = {
    headline: draft.headline,
    subhead: draft.subhead,
    summary: draft.summary,
    authors: draft.authors,
    source: draft.source,
    dateline: draft.dateline,
    section: draft.section,
    tags: draft.tags,
    language: draft.language,
    picture: pictureOf(draft, assetAt, addressOf),
    correction: draft.correction,
    permalink: draft.permalink,
    feeds: feedsOf(draft),
  };
  const contentHash = createHash('sha256')
    .update(JSON.stringify(card))
    .update('\0')
    .update(body)
    .digest('base64url')
    .slice(0, 22);
  return { card, body, contentHash };
}

function pictureOf(
  draft: Draft,
  assetAt: (path: string) => Asset | undefined,
  addressOf: (path: string) => string | undefined,
): ArticlePicture | undefined {
  const picture = draft.picture;
  if (picture === undefined) return undefined;
  const url = resolveFiles(picture.url, addressOf);
  const [path] = referencedFiles(picture.url);
  const asset = path === undefined ? undefined : assetAt(path);
  if (asset === undefined) {
    // A picture that stands beside no article is no picture: a broken address helps no reader.
    return path === undefined || url.startsWith(`${SITE_MARK}/assets/`)
      ? { url, alt: picture.alt }
      : undefined;
  }
  return {
    url,
    alt: picture.alt,
    type: asset.type,
    bytes: asset.bytes,
    width: asset.width,
    height: asset.height,
  };
}

/** The feeds of their own that an article belongs to; the main feed goes without saying. */
function feedsOf(draft: Draft): readonly FeedName[] {
  const named = (home: string, names: readonly PlainText[]): FeedName[] =>
    names.map((name) => ({ key: `${home}/${slugOf(name)}`, name }));
  const authors =
    draft.authors.length > 0
      ? draft.authors.map((person) => person.name)
      : draft.source === undefined
        ? []
        : [draft.source];
  const all = [
    ...named('sections', draft.section === undefined ? [] : [draft.section]),
    ...named('tags', draft.tags),
    ...named('authors', authors),
  ];
  return all.filter((feed, at) => all.findIndex((other) => other.key === feed.key) === at);
}
