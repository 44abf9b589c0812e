/**
 * Where feeds live (design §6): every feed has a home, and under it the same four names.
 *
 * Pure. The addresses are a promise: they never change.
 */
import type { FeedKind, Format } from './feed.ts';

/** The name of each document under its feed's home. */
export const DOCUMENT_NAMES: Readonly<Record<Format, string>> = {
  rss: 'rss.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

/** The folder in which feeds of each kind live; the main feed's home is the root. */
const HOMES: Readonly<Record<string, FeedKind>> = { sections: 'section', tags: 'tag', authors: 'author' };

/** What an address under a feed's home means. */
export interface FeedAddress {
  readonly key: string;
  /** A document, the negotiated address, or the page for people. */
  readonly what: Format | 'negotiated' | 'page';
  /** Set for a document of the archive. */
  readonly archive?: ArchiveAddress | undefined;
}

/** A page of a feed's archive. */
export interface ArchiveAddress {
  /** 1 is the oldest. */
  readonly page: number;
  /** Its first places alone, as a page is addressed before it is full; all that it has when absent. */
  readonly places?: number | undefined;
}

/** The kind of feed that a key names. */
export function feedKind(key: string): FeedKind {
  return HOMES[key.slice(0, key.indexOf('/'))] ?? 'main';
}

/** The path of a feed's home, percent-encoded: `/`, `/sections/world/`. */
export function feedHome(key: string): string {
  return key === '' ? '/' : `/${encodeURI(key)}/`;
}

/** The path of an article's page, percent-encoded. */
export function articlePath(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/** The path of one of its documents, or of one of its archive's. */
export function documentPath(key: string, format: Format, archive?: ArchiveAddress): string {
  if (archive === undefined) return feedHome(key) + DOCUMENT_NAMES[format];
  const { page, places } = archive;
  const name = places === undefined ? page : `${page}-${places}`;
  return `${feedHome(key)}archive/${name}/${DOCUMENT_NAMES[format]}`;
}

const ADDRESS =
  /^\/(?:((?:sections|tags|authors)\/[\p{L}\p{N}\p{M}-]{1,100})(?:\/|$))?(rss\.xml|atom\.xml|feed\.json|feed|)\/?$/u;

const MEANS: Readonly<Record<string, FeedAddress['what']>> = {
  'rss.xml': 'rss',
  'atom.xml': 'atom',
  'feed.json': 'json',
  feed: 'negotiated',
  '': 'page',
};

const ARCHIVE_ADDRESS =
  /^\/(?:((?:sections|tags|authors)\/[\p{L}\p{N}\p{M}-]{1,100})\/)?archive\/([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?\/(rss\.xml|atom\.xml|feed\.json)$/u;

/**
 * What a path means, if it lies under some feed's home; whether that feed exists is the ledger's to say.
 *
 * @param path as requested, percent-encoded or not
 */
export function feedAddress(path: string): FeedAddress | undefined {
  const decoded = decodedPath(path);
  const match = ADDRESS.exec(decoded);
  if (match !== null) return { key: match[1] ?? '', what: MEANS[match[2] ?? '']! };
  const archived = ARCHIVE_ADDRESS.exec(decoded);
  if (archived === null) return undefined;
  const [, key = '', page, places, name] = archived;
  const archive = { page: Number(page), places: places === undefined ? undefined : Number(places) };
  return { key, what: MEANS[name!]!, archive };
}

/** The path in NFC, as slugs are; one that is no percent-encoded UTF-8 stands for itself and names no feed. */
function decodedPath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch (cause) {
    if (cause instanceof URIError) return path;
    throw cause;
  }
}
