/**
 * The ledger's tables, as types and as numbered migrations.
 *
 * Migrations go forward only and are never edited once released. Instants are whole seconds since 1970 (UTC).
 */
import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../base/failure.ts';

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
  change: number;
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

/** Statement n brings a ledger of version n to version n + 1. */
const MIGRATIONS: readonly string[] = [
  `create table meta (key text primary key, value text not null) without rowid;
   create table article (
     row integer primary key, id text not null unique, slug text not null, path text unique,
     present integer not null, state text not null, published integer not null, first_seen integer not null,
     first_live integer, updated integer not null, tie integer not null, content_hash text not null,
     file_hash text not null, revision integer not null, change integer not null, card text not null);
   create index article_by_file_hash on article (file_hash);
   create unique index article_by_updated on article (updated, tie);
   create index article_scheduled on article (published) where state = 'scheduled';
   create table body (row integer primary key, html text not null);
   create table slug (slug text primary key, row integer not null) without rowid;
   create table membership (
     feed text not null, published integer not null, first_seen integer not null, row integer not null,
     primary key (feed, published desc, first_seen desc, row)) without rowid;
   create index membership_by_row on membership (row);
   create table feed (
     feed text primary key, name text not null, touched integer not null, checked integer not null,
     fingerprint text not null, change integer not null, modified integer not null) without rowid;
   create table change (number integer primary key, at integer not null);
   create table file (
     folder text not null, name text not null, bytes integer not null, mtime_ms real not null,
     ctime_ms real not null, inode integer not null, hash text not null, faults text not null,
     primary key (folder, name)) without rowid;
   create index file_faulty on file (folder, name) where faults <> '[]';
   create table asset (
     path text primary key, hash text not null, name text not null, type text not null, bytes integer not null,
     width integer, height integer, seconds integer) without rowid;
   create index asset_by_hash on asset (hash);
   create table reference (source text not null, target text not null, primary key (source, target)) without rowid;
   create index reference_by_target on reference (target);`,
  `alter table article add column expires integer;
   alter table article add column ended integer;
   create index article_expiring on article (expires) where state = 'live' and expires is not null;
   create index article_ended on article (ended) where ended is not null;
   create table event (
     change integer not null, row integer not null, what text not null, detail text not null,
     primary key (change, row, what)) without rowid;
   create index event_by_row on event (row, change);
   create table adopted_id (
     row integer not null, format text not null, id text not null, primary key (row, format)) without rowid;
   create unique index adopted_id_by_id on adopted_id (format, id);
   create table hold (
     number integer primary key, since integer not null, what text not null, decision text);`,
  `alter table membership add column since integer not null default 0;
   alter table membership add column page integer;
   alter table membership add column place integer;
   alter table membership add column again integer;
   create index membership_open
     on membership (page, feed, published desc, first_seen desc, row, again, since) where page is null;
   create index membership_archived on membership (feed, page, place) where page is not null;
   create index membership_again on membership (feed, again) where again is not null;
   alter table feed add column shown integer not null default 0;
   create table archive (
     feed text not null, page integer not null, articles integer not null, bytes integer not null,
     touched integer not null, primary key (feed, page)) without rowid;
   create table removal (
     feed text not null, row integer not null, change integer not null, primary key (feed, row)) without rowid;
   create index removal_by_change on removal (feed, change);
   create index removal_by_row on removal (row);`,
  `alter table adopted_id add column is_permalink integer;`,
];

/** The version that this Feedwright writes. */
export const NEWEST_VERSION = MIGRATIONS.length;

/**
 * The version of a ledger; 0 is one without tables.
 *
 * @throws {Failure} `ledger-newer` when a later Feedwright has written it
 * @throws {Error} when it is another program's database
 */
export function versionOf(database: DatabaseSync): number {
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number };
  if (version > NEWEST_VERSION) {
    throw new Failure(
      'ledger-newer',
      `the ledger has version ${version}, this Feedwright knows versions up to ${NEWEST_VERSION}: install the newer one`,
    );
  }
  const table = database.prepare(
    "select name from sqlite_schema where name in ('meta', 'article') or ? = 0 limit 1",
  );
  if ((table.get(version) === undefined) !== (version === 0))
    throw new Error("it is another program's database");
  return version;
}

/**
 * Brings an open database to the newest version, each step in its own transaction: one that fails leaves the version
 * before it as it was.
 *
 * @throws {Failure} `ledger-newer` when a later Feedwright has written it
 */
export function migrate(database: DatabaseSync): void {
  for (let next = versionOf(database); next < NEWEST_VERSION; next++) {
    try {
      database.exec(`begin immediate; ${MIGRATIONS[next]} pragma user_version = ${next + 1}; commit;`);
    } catch (cause) {
      if (database.isTransaction) database.exec('rollback');
      throw cause;
    }
  }
}
