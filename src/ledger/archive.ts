/**
 * The archive pages of feeds (RFC 5005 §4): where articles go when they leave the window.
 *
 * A page takes articles in, oldest first, until it is full; then the next one begins, and nothing is added to it ever
 * again. Which article is on which page is remembered, so that an address always means the same entries; what is
 * withdrawn leaves a gap.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Kysely, type Selectable, sql } from 'kysely';
import { againMax, sized, type WindowRow, type WindowTerms } from './feed-window.ts';
import type { ArchiveTable, Tables } from './tables.ts';

/** Articles that go to their pages in one transaction: a few milliseconds. */
const ARTICLES_TOGETHER = 256;

/** An archive page. */
export interface ArchivePage {
  /** 1 is the oldest. */
  readonly page: number;
  /** How many places of it are shown: all of a full page, or the first ones that a page had at some time. */
  readonly places: number;
  /** True when nothing is added to it any more. */
  readonly isFull: boolean;
}

/** The newest page of a feed; undefined when nothing has left its window yet. */
export async function lastPage(db: Kysely<Tables>, feed: string): Promise<ArchivePage | undefined> {
  const last = await lastRow(db, feed);
  return last && { page: last.page, places: last.articles, isFull: false };
}

/** A page of a feed as its number and places name it; without places, as it is now. */
export async function archivePage(
  db: Kysely<Tables>,
  feed: string,
  page: number,
  places?: number,
): Promise<ArchivePage | undefined> {
  const found = await db
    .selectFrom('archive')
    .select('articles')
    .where('feed', '=', feed)
    .where('page', '=', page)
    .executeTakeFirst();
  const last = await lastRow(db, feed);
  if (found === undefined || last === undefined || (places ?? 1) > found.articles) return undefined;
  const isFull = page < last.page && (places === undefined || places === found.articles);
  return { page, places: places ?? found.articles, isFull };
}

/** The rows on a page, newest first, and the last change that made a difference to it. */
export async function pageRows(
  db: Kysely<Tables>,
  feed: string,
  { page, places }: ArchivePage,
): Promise<{ readonly rows: readonly number[]; readonly change: number }> {
  const { touched } = await db
    .selectFrom('archive')
    .select('touched')
    .where('feed', '=', feed)
    .where('page', '=', page)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('article as a', 'a.row', 'm.row')
    .select(['m.row', 'a.change'])
    .where('m.feed', '=', feed)
    .where('m.page', '=', page)
    .where('m.page', 'is not', null)
    .where('m.place', '<=', places)
    .orderBy('m.published', 'desc')
    .orderBy('m.first_seen', 'desc')
    .orderBy('m.row')
    .execute();
  return { rows: rows.map(({ row }) => row), change: Math.max(touched, ...rows.map(({ change }) => change)) };
}

/**
 * Sends everything that is not in the window to its page.
 *
 * @param change the change after which this is so
 * @param isWanted asked before each piece; the rest stays where it is once it is not
 */
export async function archiveBeyond(
  db: Kysely<Tables>,
  feed: string,
  terms: WindowTerms,
  window: readonly WindowRow[],
  change: number,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const kept = window.map(({ row }) => row);
  // Whoever had its turn has had it, also when somebody after it is withdrawn.
  if (window.some(({ again }) => again !== null))
    await db
      .updateTable('membership')
      .set({ again: null })
      .where('feed', '=', feed)
      .where('again', 'is not', null)
      .where('row', 'not in', kept)
      .execute();
  while (isWanted()) {
    const going = await sized(db)
      .where('m.feed', '=', feed)
      .where('m.page', 'is', null)
      .where('m.row', 'not in', kept)
      .orderBy('m.published')
      .orderBy('m.first_seen')
      .orderBy('m.row', 'desc')
      .limit(ARTICLES_TOGETHER)
      .execute();
    if (going.length === 0) return;
    await db.transaction().execute((within) => putOnPages(within, feed, going, terms, change));
    await nextTurn();
  }
}

/**
 * Marks articles that came since a change and are too old for the window, so that it shows them all the same; more than
 * a few at once are a bulk, which goes into the archive and into nobody's inbox.
 *
 * @param at the instant at which they came
 * @returns true when the window is another one now
 */
export async function markLate(
  db: Kysely<Tables>,
  feed: string,
  terms: WindowTerms,
  window: readonly WindowRow[],
  since: number,
  at: number,
): Promise<boolean> {
  const kept = window.map(({ row }) => row);
  const late = await db
    .selectFrom('membership')
    .select('row')
    .where('feed', '=', feed)
    .where('page', 'is', null)
    .where('again', 'is', null)
    .where('since', '>', since)
    .where('row', 'not in', kept)
    .limit(againMax(terms.articles) + 1)
    .execute();
  if (late.length === 0 || late.length > againMax(terms.articles)) return false;
  const rows = late.map(({ row }) => row);
  await db
    .updateTable('membership')
    .set({ again: at })
    .where('feed', '=', feed)
    .where('row', 'in', rows)
    .execute();
  return true;
}

/** Takes everything back from the pages of a feed: what leaves it will go to pages anew. */
export async function forgetArchive(db: Kysely<Tables>, feed: string): Promise<void> {
  await db
    .updateTable('membership')
    .set({ page: null, place: null, again: null })
    .where('feed', '=', feed)
    .where('page', 'is not', null)
    .execute();
  await db.deleteFrom('archive').where('feed', '=', feed).execute();
  await db.updateTable('feed').set({ shown: 0 }).where('feed', '=', feed).execute();
}

/**
 * Fills a window that may be larger now with the newest articles of the last pages.
 *
 * @returns true when the window is another one now
 */
export async function takeBack(
  db: Kysely<Tables>,
  feed: string,
  terms: WindowTerms,
  window: readonly WindowRow[],
): Promise<boolean> {
  const articles = terms.articles - window.length;
  if (articles <= 0) return false;
  await db
    .with('back', (qb) =>
      qb
        .selectFrom('membership')
        .select('row')
        .where('feed', '=', feed)
        .where('page', 'is not', null)
        .orderBy('page', 'desc')
        .orderBy('place', 'desc')
        .limit(articles),
    )
    .updateTable('membership')
    .set({ page: null, place: null })
    .where('feed', '=', feed)
    .where('row', 'in', (eb) => eb.selectFrom('back').select('row'))
    .execute();
  return true;
}

async function putOnPages(
  db: Kysely<Tables>,
  feed: string,
  rows: readonly { readonly row: number; readonly bytes: number }[],
  terms: WindowTerms,
  change: number,
): Promise<void> {
  const pages = new Map<number, Selectable<ArchiveTable>>();
  let last = (await lastRow(db, feed)) ?? emptyPage(feed, 1);
  const places = rows.map(({ row, bytes }) => {
    const isFull =
      last.articles >= terms.articles || (last.articles > 0 && last.bytes + bytes > terms.bytesMax);
    if (isFull) last = emptyPage(feed, last.page + 1);
    last = { ...last, articles: last.articles + 1, bytes: last.bytes + bytes, touched: change };
    pages.set(last.page, last);
    return sql`(${row}, ${last.page}, ${last.articles})`;
  });
  await sql`
    with going (row, page, place) as (values ${sql.join(places)})
    update membership set page = going.page, place = going.place from going
    where membership.row = going.row and membership.feed = ${feed}`.execute(db);
  for (const page of pages.values()) {
    const { articles, bytes, touched } = page;
    await db
      .insertInto('archive')
      .values(page)
      .onConflict((conflict) => conflict.columns(['feed', 'page']).doUpdateSet({ articles, bytes, touched }))
      .execute();
  }
}

function emptyPage(feed: string, page: number): Selectable<ArchiveTable> {
  return { feed, page, articles: 0, bytes: 0, touched: 0 };
}

function lastRow(db: Kysely<Tables>, feed: string): Promise<Selectable<ArchiveTable> | undefined> {
  return db
    .selectFrom('archive')
    .selectAll()
    .where('feed', '=', feed)
    .orderBy('page', 'desc')
    .limit(1)
    .executeTakeFirst();
}
