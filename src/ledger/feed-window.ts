/**
 * Which articles the subscription document of a feed holds: its window.
 *
 * The newest that have not gone to an archive page, as many as the terms allow; and, instead of the oldest of them, a few
 * that are older and came again: a late arrival, a correction of what is archived. What has left the window
 * comes back by a correction only, never because something newer was withdrawn: no reader sees an old article as new.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** How large a document may be. */
export interface WindowTerms {
  /** Articles in it at most. */
  readonly articles: number;
  /** Bytes of their texts at most; one article is always shown (C-40). */
  readonly bytesMax: number;
  /** How many articles that are gone it may tell of, and for how many seconds; none when absent. */
  readonly gone?: { readonly articlesMax: number; readonly seconds: number } | undefined;
}

/** An article in a window. */
export interface WindowRow {
  readonly row: number;
  readonly revision: number;
  readonly published: number;
  readonly first_seen: number;
  readonly again: number | null;
}

/** How many of its articles a document of `articles` may give to those that came again. */
export function againMax(articles: number): number {
  return Math.max(1, Math.floor(articles / 5));
}

/** How many of its bytes it may give to them: the newest have half of it, whatever is corrected. */
function againBytesMax(bytesMax: number): number {
  return bytesMax / 2;
}

/**
 * The window of a feed, newest first. What is not in it and goes to the archive leaves it as it is.
 *
 * However long they are, the newest article and the last one that came again are shown; so it may have more bytes than the
 * terms allow only where one of these two has (C-40).
 */
export async function windowOf(
  db: Kysely<Tables>,
  feed: string,
  terms: WindowTerms,
): Promise<readonly WindowRow[]> {
  const again = withinBytes(
    await rowsAgain(db, feed, againMax(terms.articles)),
    againBytesMax(terms.bytesMax),
  );
  const places = Math.max(1, terms.articles - again.length);
  const bytesLeft = terms.bytesMax - bytesOf(again);
  const newest = withinBytes(await openRows(db, feed, places), bytesLeft);
  const waiting = newest.length < places ? await openRowsAgain(db, feed, terms.articles) : [];
  const shown = new Set(again.map(({ row }) => row));
  const others = withinBytes(
    waiting.filter(({ row }) => !shown.has(row)).slice(0, places - newest.length),
    bytesLeft - bytesOf(newest),
    0,
  );
  return [...newest, ...again, ...others].sort(inFeedOrder);
}

/**
 * Whoever came again has been here long enough, once it came before the oldest of the newest was published.
 *
 * @returns true when the window may be another one now
 */
export async function forgetAgain(
  db: Kysely<Tables>,
  feed: string,
  terms: WindowTerms,
  window: readonly WindowRow[],
): Promise<boolean> {
  const newest = window.filter(({ again }) => again === null);
  const again = window.length - newest.length;
  const oldest = newest.at(-1);
  const isFull = window.length >= terms.articles && again <= againMax(terms.articles);
  if (again === 0 || oldest === undefined || !isFull) return false;
  await db
    .updateTable('membership')
    .set({ again: null })
    .where('feed', '=', feed)
    .where('again', 'is not', null)
    .where('again', '<', oldest.published)
    .execute();
  return true;
}

/** The newest that are on no archive page, and came once. */
function openRows(db: Kysely<Tables>, feed: string, limit: number): Promise<readonly SizedRow[]> {
  return sized(db)
    .where('m.feed', '=', feed)
    .where('m.page', 'is', null)
    .where('m.again', 'is', null)
    .orderBy('m.published', 'desc')
    .orderBy('m.first_seen', 'desc')
    .orderBy('m.row')
    .limit(limit)
    .execute();
}

/** Those that came again, wherever they are, the latest first. */
function rowsAgain(db: Kysely<Tables>, feed: string, limit: number): Promise<readonly SizedRow[]> {
  return sized(db)
    .where('m.feed', '=', feed)
    .where('m.again', 'is not', null)
    .orderBy('m.again', 'desc')
    .orderBy('m.row', 'desc')
    .limit(limit)
    .execute();
}

/** Those of them that are on no archive page. */
function openRowsAgain(db: Kysely<Tables>, feed: string, limit: number): Promise<readonly SizedRow[]> {
  return sized(db)
    .where('m.feed', '=', feed)
    .where('m.again', 'is not', null)
    .where('m.page', 'is', null)
    .orderBy('m.again', 'desc')
    .orderBy('m.row', 'desc')
    .limit(limit)
    .execute();
}

/** A row with the bytes that it takes, as far as all formats share them: its text and its card. */
export interface SizedRow extends WindowRow {
  readonly bytes: number;
}

/** Memberships with the sizes of their articles; sizes are known without reading the texts. */
export function sized(db: Kysely<Tables>) {
  return db
    .selectFrom('membership as m')
    .innerJoin('article as a', 'a.row', 'm.row')
    .leftJoin('body as b', 'b.row', 'm.row')
    .select(['m.row', 'm.published', 'm.first_seen', 'm.again', 'a.revision'])
    .select(sql<number>`coalesce(octet_length(b.html), 0) + octet_length(a.card)`.as('bytes'));
}

/** As many of the first rows as fit, and so many in any case. */
function withinBytes(rows: readonly SizedRow[], bytesMax: number, countMin = 1): readonly SizedRow[] {
  let bytes = 0;
  let count = 0;
  for (const row of rows) {
    bytes += row.bytes;
    if (bytes > bytesMax && count >= countMin) break;
    count++;
  }
  return rows.slice(0, count);
}

function bytesOf(rows: readonly SizedRow[]): number {
  return rows.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Newest first; ties in the order they were found (T-37). */
function inFeedOrder(one: WindowRow, other: WindowRow): number {
  return other.published - one.published || other.first_seen - one.first_seen || one.row - other.row;
}
