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

/** The window of a feed, newest first. */
export async function windowOf(
  db: Kysely<Tables>,
  feed: string,
  terms: WindowTerms,
): Promise<readonly WindowRow[]> {
  const open = await openRows(db, feed, terms.articles);
  const newest = withinBytes(open, terms.bytesMax);
  const isFull = newest.length < open.length || open.length === terms.articles;
  const again = await rowsAgain(db, feed, newest, {
    since: isFull ? newest.at(-1)!.published : undefined,
    limit: againMax(terms.articles),
  });
  const kept = newest.slice(0, Math.max(1, terms.articles - again.length));
  return [...kept, ...again].sort(inFeedOrder);
}

/** The newest that are on no archive page. */
function openRows(db: Kysely<Tables>, feed: string, limit: number): Promise<readonly SizedRow[]> {
  return sized(db)
    .where('m.feed', '=', feed)
    .where('m.page', 'is', null)
    .orderBy('m.published', 'desc')
    .orderBy('m.first_seen', 'desc')
    .orderBy('m.row')
    .limit(limit)
    .execute();
}

/** Those beside `newest` that came again since an instant, the latest first. */
async function rowsAgain(
  db: Kysely<Tables>,
  feed: string,
  newest: readonly WindowRow[],
  { since, limit }: { readonly since: number | undefined; readonly limit: number },
): Promise<readonly WindowRow[]> {
  const rows = await sized(db)
    .where('m.feed', '=', feed)
    .where('m.again', 'is not', null)
    .where('m.again', '>=', since ?? 0)
    .orderBy('m.again', 'desc')
    .orderBy('m.row')
    .limit(limit + newest.length)
    .execute();
  const shown = new Set(newest.map(({ row }) => row));
  return rows.filter(({ row }) => !shown.has(row)).slice(0, limit);
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

/** As many of the first rows as fit; one always does. */
function withinBytes(rows: readonly SizedRow[], bytesMax: number): readonly SizedRow[] {
  let bytes = 0;
  let count = 0;
  for (const row of rows) {
    bytes += row.bytes;
    if (bytes > bytesMax && count > 0) break;
    count++;
  }
  return rows.slice(0, count);
}

/** Newest first; ties in the order they were found (T-37). */
function inFeedOrder(one: WindowRow, other: WindowRow): number {
  return other.published - one.published || other.first_seen - one.first_seen || one.row - other.row;
}
