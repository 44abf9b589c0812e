/**
 * Articles, bodies, slugs and memberships, written a batch at a time.
 *
 * One statement a table, whatever the size of the batch; what is settled here is only *where* things are kept.
 */
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { SafeHtml } from '../base/text.ts';
import type { Card } from './article.ts';
import type { ArticleTable, MembershipTable, Tables } from './tables.ts';

/** Rows in one statement at most, a power of two; SQLite takes 32,766 parameters. */
const ROWS_TOGETHER = 256;

/** An article as it will be stored, beside what it was. */
export interface ArticleRow {
  readonly article: Selectable<ArticleTable>;
  readonly card: Card;
  readonly body: SafeHtml;
  readonly wasLive: boolean;
  /** False when nothing that a reader or a list shows is different. */
  readonly isChanged: boolean;
}

/**
 * Runs an insertion in pieces; nothing happens for no rows.
 *
 * The sizes of the pieces are powers of two, so that the statements of all batches together have a few texts and stay
 * prepared.
 */
export async function insertTogether<Row>(
  rows: readonly Row[],
  insert: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  let size = ROWS_TOGETHER;
  for (let at = 0; at < rows.length; at += size) {
    while (size > rows.length - at) size /= 2;
    await insert(rows.slice(at, at + size));
  }
}

/**
 * Stores the rows.
 *
 * @param displaced articles whose path is another's now
 * @returns the keys of all feeds that hold, or held, one of the changed articles
 */
export async function saveArticles(
  db: Kysely<Tables>,
  rows: readonly ArticleRow[],
  displaced: readonly number[],
): Promise<ReadonlySet<string>> {
  const stored = new Set(rows.map(({ article }) => article.row));
  const left = await displace(db, displaced, stored);
  await insertTogether(rows, (some) =>
    db
      .insertInto('article')
      .values(some.map(({ article }) => article))
      .onConflict((conflict) =>
        conflict.column('row').doUpdateSet((eb) => ({
          slug: eb.ref('excluded.slug'),
          path: eb.ref('excluded.path'),
          present: eb.ref('excluded.present'),
          state: eb.ref('excluded.state'),
          published: eb.ref('excluded.published'),
          first_live: eb.ref('excluded.first_live'),
          updated: eb.ref('excluded.updated'),
          tie: eb.ref('excluded.tie'),
          content_hash: eb.ref('excluded.content_hash'),
          file_hash: eb.ref('excluded.file_hash'),
          revision: eb.ref('excluded.revision'),
          change: eb.ref('excluded.change'),
          card: eb.ref('excluded.card'),
          expires: eb.ref('excluded.expires'),
          ended: eb.ref('excluded.ended'),
        })),
      )
      .execute(),
  );
  const changed = rows.filter(({ isChanged }) => isChanged);
  await insertTogether(changed, (some) =>
    db
      .insertInto('body')
      .values(some.map(({ article, body }) => ({ row: article.row, html: body })))
      .onConflict((conflict) =>
        conflict.column('row').doUpdateSet((eb) => ({ html: eb.ref('excluded.html') })),
      )
      .execute(),
  );
  // A ledger that was imported as text has no bodies yet.
  const unchanged = rows.filter(({ isChanged }) => !isChanged);
  await insertTogether(unchanged, (some) =>
    db
      .insertInto('body')
      .values(some.map(({ article, body }) => ({ row: article.row, html: body })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await insertTogether(changed, (some) =>
    db
      .insertInto('slug')
      .values(some.map(({ article }) => ({ slug: article.slug, row: article.row })))
      .onConflict((conflict) =>
        conflict.column('slug').doUpdateSet((eb) => ({ row: eb.ref('excluded.row') })),
      )
      .execute(),
  );
  const touched = await saveMemberships(db, changed);
  return new Set([...left, ...touched]);
}

/** Frees the paths that other articles have taken; an article that is not stored elsewhere lost its file: it is withdrawn. */
async function displace(
  db: Kysely<Tables>,
  rows: readonly number[],
  stored: ReadonlySet<number>,
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  await db.updateTable('article').set({ path: null }).where('row', 'in', rows).execute();
  const orphans = rows.filter((row) => !stored.has(row));
  if (orphans.length === 0) return [];
  await db
    .updateTable('article')
    .set((eb) => ({ present: 0, state: 'withdrawn', revision: eb('revision', '+', 1) }))
    .where('row', 'in', orphans)
    .execute();
  return leaveFeeds(db, orphans);
}

/** Puts live articles into their feeds and takes the others out. */
async function saveMemberships(
  db: Kysely<Tables>,
  rows: readonly ArticleRow[],
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  const once = rows.filter(({ wasLive }) => wasLive).map(({ article }) => article.row);
  for (let at = 0; at < once.length; at += ROWS_TOGETHER) {
    for (const feed of await leaveFeeds(db, once.slice(at, at + ROWS_TOGETHER))) touched.add(feed);
  }
  const live = rows.filter(({ article }) => article.state === 'live');
  const names = new Map<string, string>(live.length > 0 ? [['', '']] : []);
  const memberships: Insertable<MembershipTable>[] = [];
  for (const { article, card } of live) {
    const place = { published: article.published, first_seen: article.first_seen, row: article.row };
    memberships.push({ feed: '', ...place });
    for (const feed of card.feeds) {
      memberships.push({ feed: feed.key, ...place });
      if (!names.has(feed.key)) names.set(feed.key, feed.name);
    }
  }
  await insertTogether(memberships, (some) => db.insertInto('membership').values(some).execute());
  await insertTogether([...names], (some) =>
    db
      .insertInto('feed')
      .values(
        some.map(([feed, name]) => ({
          feed,
          name,
          touched: 0,
          checked: 0,
          fingerprint: '',
          change: 0,
          modified: 0,
        })),
      )
      .onConflict((conflict) => conflict.column('feed').doNothing())
      .execute(),
  );
  for (const { feed } of memberships) touched.add(feed);
  return touched;
}

/** Takes articles out of every feed; answers which feeds those were. */
export async function leaveFeeds(db: Kysely<Tables>, rows: readonly number[]): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const left = await db.deleteFrom('membership').where('row', 'in', rows).returning('feed').execute();
  return [...new Set(left.map(({ feed }) => feed))];
}
