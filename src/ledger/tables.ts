/**
 * The ledger's tables, as types: what every column holds.
 *
 * Instants are whole seconds since 1970 (UTC). How a database comes to have these tables is said in migrations.ts.
 */

/** What an article is at the moment; one model for all formats. */
export type ArticleState = 'draft' | 'scheduled' | 'live' | 'withdrawn' | 'expired';

/** The row of one article. `row` grows in the order of minting and never changes. */
export interface ArticleTable {
  row: number;
  id: string;
  slug: string;
  /** Where its file is, or was when `present` is 0; null when another article has taken the path. */
  path: string | null;
  present: 0 | 1;
  state: ArticleState;
  published: number;
  first_seen: number;
  /** Instant at which readers first saw it; null before. */
  first_live: number | null;
  updated: number;
  /** Microseconds added to `updated`, so that no two articles share one. */
  tie: number;
  /** Hash of what a reader would see. */
  content_hash: string;
  file_hash: string;
  /** Grows with every difference a reader could notice. */
  revision: number;
  /** The change that made this revision. */
  change: number;
  /** JSON: everything a reader sees except the body (ledger/card.ts). */
  card: string;
  /** Instant at which it leaves the feeds by itself; null for never. */
  expires: number | null;
  /** Instant at which readers lost it; null while they have it, or never had it. */
  ended: number | null;
}

interface BodyTable {
  row: number;
  html: string;
}

interface SlugTable {
  slug: string;
  row: number;
}

/** A live article's place in one feed; the order of the columns is the order of the feed. */
export interface MembershipTable {
  feed: string;
  published: number;
  first_seen: number;
  row: number;
  /** The change with which it entered the feed; 0 for not known. */
  since: number;
  /** The archive page it went to when it left the subscription document, and its place on it; null before. */
  page: number | null;
  place: number | null;
  /** Instant at which it came, or came again, although it is old: a correction, or a late arrival. */
  again: number | null;
}

/** A page of a feed's archive: what it was given, whatever has been withdrawn since. */
export interface ArchiveTable {
  feed: string;
  /** 1 is the oldest. */
  page: number;
  articles: number;
  bytes: number;
  /** The last change that took an article out of it, or filled it. */
  touched: number;
}

/** An article that is in a feed no more. */
export interface RemovalTable {
  feed: string;
  row: number;
  /** The change with which it left. */
  change: number;
  /** The change with which it had entered; 0 for not known. */
  since: number;
}

/** One feed: what it is called, and which change its document last showed. */
export interface FeedTable {
  feed: string;
  name: string;
  /** The last change that touched any of its articles. */
  touched: number;
  /** The change up to which `fingerprint` is known to be right. */
  checked: number;
  fingerprint: string;
  /** The change after which its documents last differed, and that change's instant. */
  change: number;
  modified: number;
  /** How many articles its documents held at most when it was last archived; 0 before. */
  shown: number;
}

interface ChangeTable {
  number: number;
  at: number;
  /** Random: a ledger that was put back gives its numbers to other changes. Null before version 5. */
  mark: string | null;
}

/** One file in the articles folder, as it was when last read. */
export interface FileTable {
  folder: string;
  name: string;
  bytes: number;
  mtime_ms: number;
  ctime_ms: number;
  inode: number;
  hash: string;
  /** JSON of Fault[]. */
  faults: string;
}

/** A file beside articles that is served from the asset store. */
export interface AssetTable {
  path: string;
  hash: string;
  name: string;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
}

interface ReferenceTable {
  /** Path of the article file. */
  source: string;
  /** Path of the file it refers to. */
  target: string;
}

/** What happened to an article in one change, beyond its first going live: its history, as operators ask for it. */
export interface EventTable {
  change: number;
  row: number;
  /** `edited`, `corrected`, `renamed`, `withdrawn`, `expired`, `restored` … (ledger/events.ts). */
  what: string;
  /** JSON: what a sentence about it needs, such as the path or slug before, or the feeds entered and left. */
  detail: string;
}

/** An id under which an article was known before Feedwright published it, per format. */
export interface AdoptedIdTable {
  row: number;
  format: string;
  id: string;
  /** Of an RSS guid alone: its isPermaLink. */
  is_permalink: number | null;
}

/** Changes of the articles folder that wait for a decision. */
export interface HoldTable {
  number: number;
  /** Instant at which it began. */
  since: number;
  /** JSON: what is held and why (ledger/holds.ts). */
  what: string;
  /** `release` or `discard` once somebody decided. */
  decision: string | null;
}

interface MetaTable {
  key: string;
  value: string;
}

/** The key in `meta` of a ledger that was imported as text: its bodies are still to be read from the files. */
export const BODIES_AWAITED = 'bodies-awaited';

/** The key in `meta` of a ledger that has taken in its articles once: what leaves a feed goes to its archive since. */
export const ARCHIVES_BEGUN = 'archives-begun';

/** The whole ledger. */
export interface Tables {
  article: ArticleTable;
  body: BodyTable;
  slug: SlugTable;
  membership: MembershipTable;
  feed: FeedTable;
  archive: ArchiveTable;
  removal: RemovalTable;
  change: ChangeTable;
  file: FileTable;
  asset: AssetTable;
  reference: ReferenceTable;
  event: EventTable;
  adopted_id: AdoptedIdTable;
  hold: HoldTable;
  meta: MetaTable;
}
