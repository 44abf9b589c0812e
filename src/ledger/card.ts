/**
 * What of a draft is stored, and what of it a reader would notice.
 *
 * Pure: a draft and the files it refers to go in; a card, a body and a hash come out.
 */
import { createHash } from 'node:crypto';
import type { Draft } from '../article/draft.ts';
import { nameSlugOf } from '../article/slug.ts';
import { FILE_MARK, referencedFiles, resolveFiles, SITE_MARK } from '../base/address.ts';
import type { PlainText, SafeHtml } from '../base/text.ts';
import type { ArticleMedia, ArticlePicture, Card, FeedName } from './article.ts';

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
  /** Duration of a recording, whole seconds. */
  readonly seconds?: number | undefined;
}

/** The address of an asset on this site: immutable, since it holds the hash. */
function assetAddress(asset: Pick<Asset, 'hash' | 'name'>): string {
  return `/assets/${asset.hash}/${encodeURIComponent(asset.name)}`;
}

/** A draft made ready to be stored. */
export interface PreparedDraft {
  readonly card: Card;
  readonly body: SafeHtml;
  /** Equal if and only if a reader would see the same. */
  readonly contentHash: string;
}

/** What a draft refers to, as far as it is known. */
export interface References {
  /** The published file at a path inside the articles folder. */
  readonly assetAt: (path: string) => Asset | undefined;
  /** The address of the article whose file is at a path: a path on this site, or absolute. */
  readonly articleAt?: (path: string) => string | undefined;
  /** Paths of the files that belong to the article by their place. */
  readonly beside?: readonly string[];
}

/**
 * The card and body of a draft.
 *
 * Where another article stands may change without anybody having edited this one: its address is in the body, and not
 * in the hash.
 */
export function prepareDraft(draft: Draft, { assetAt, articleAt, beside = [] }: References): PreparedDraft {
  const addressOf = (path: string) => {
    const asset = assetAt(path);
    return asset === undefined ? undefined : assetAddress(asset);
  };
  const hashed = resolveFiles(draft.body, addressOf);
  const addressIn = (path: string) => addressOf(path) ?? articleAt?.(path);
  const body = resolveFiles(withoutDeadLinks(draft.body, addressIn), addressIn) as SafeHtml;
  const recordings = referencedFiles(draft.body).filter((path) => isRecording(assetAt(path)?.type));
  const paths = new Set([...beside, ...recordings]);
  const assets = [...paths].flatMap((path) => assetAt(path) ?? []);
  const picture = pictureOf(draft, assetAt, addressOf) ?? firstPicture(assets);
  const media = assets.map(mediaOf).filter(({ url }) => url !== picture?.url);
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
    picture,
    media: media.length === 0 ? undefined : media,
    correction: draft.correction,
    permalink: draft.permalink,
    feeds: feedsOf(draft),
  };
  const contentHash = createHash('sha256')
    .update(JSON.stringify(card))
    .update('\0')
    .update(hashed)
    .digest('base64url')
    .slice(0, 22);
  return { card, body, contentHash };
}

const LINK = /<a ([^>]*)>([\s\S]*?)<\/a>/g;
const MARKDOWN_FILE = /(?:^|\s)href="(\u0002[^"#?]*\.(?:md|mdx|markdown))[#?"]/i;

/**
 * The HTML without links to Markdown files that are no articles (yet): no site serves such a file, so that the link
 * would lead nowhere. The words stay, and become a link when the article is there.
 */
function withoutDeadLinks(html: string, addressOf: (path: string) => string | undefined): string {
  if (!html.includes(FILE_MARK)) return html;
  return html.replace(LINK, (link, attributes: string, words: string) => {
    const [path] = referencedFiles(MARKDOWN_FILE.exec(attributes)?.[1] ?? '');
    return path === undefined || addressOf(path) !== undefined ? link : words;
  });
}

/** Sound and moving pictures are what podcasts and players look for, wherever they stand. */
function isRecording(type: string | undefined): boolean {
  return type !== undefined && /^(?:audio|video)\//.test(type);
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
      ? { url, alt: picture.alt, credit: picture.credit }
      : undefined;
  }
  return {
    url,
    alt: picture.alt,
    credit: picture.credit,
    type: asset.type,
    bytes: asset.bytes,
    width: asset.width,
    height: asset.height,
  };
}

function firstPicture(assets: readonly Asset[]): ArticlePicture | undefined {
  const asset = assets.find(({ type }) => type.startsWith('image/'));
  return asset && mediaOf(asset);
}

function mediaOf(asset: Asset): ArticleMedia {
  const { type, bytes, width, height, seconds } = asset;
  return { url: SITE_MARK + assetAddress(asset), type, bytes, width, height, seconds };
}

/** The feeds of their own that an article belongs to; the main feed goes without saying. */
function feedsOf(draft: Draft): readonly FeedName[] {
  const named = (home: string, names: readonly PlainText[]): FeedName[] =>
    names.map((name) => ({ key: `${home}/${nameSlugOf(name)}`, name }));
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
