/**
 * How a database comes to have the ledger's tables: the numbered migrations, and which of them a ledger has had.
 *
 * They go forward only and are never edited once released; a new column also needs its line in tables.ts. Opening the
 * file, and keeping others away from it meanwhile, is open-database.ts's.
 */
import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../base/failure.ts';

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
  `alter table change add column mark text;`,
  `alter table removal add column since integer not null default 0;`,
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
