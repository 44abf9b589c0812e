/**
 * Articles, bodies, slugs and memberships, written a batch at a time.
 *
 * One statement a table, whatever the size of the batch; what is settled here is only *where* things are kept.
 */
import type { Kysely } from 'kysely';
import type { ArticleRow } from './article-row.ts';
import { saveEvents } from './events.ts';
import { insertTogether } from './insert-together.ts';
import { leaveFeeds, saveMemberships } from './memberships.ts';
import type { NextChange } from './next-change.ts';
import type { Tables } from './tables.ts';

/**
 * Stores the rows.
 *
 * @param displaced articles whose path is another's now
 * @param next the change that this will be
 * @returns the keys of all feeds that hold, or held, one of the changed articles
 */
export async function saveArticles(
  db: Kysely<Tables>,
  rows: readonly ArticleRow[],
  displaced: readonly number[],
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const stored = new Set(rows.map(({ article }) => article.row));
  const left = await displace(db, displaced, stored, next);
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
  const touched = await saveMemberships(db, changed, next);
  return left.union(touched);
}

/** Frees the paths that other articles have taken; an article that is not stored elsewhere lost its file: it is withdrawn. */
async function displace(
  db: Kysely<Tables>,
  rows: readonly number[],
  stored: ReadonlySet<number>,
  next: NextChange,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  await db.updateTable('article').set({ path: null }).where('row', 'in', rows).execute();
  const orphans = rows.filter((row) => !stored.has(row));
  if (orphans.length === 0) return new Set();
  await db
    .updateTable('article')
    .set((eb) => ({
      present: 0,
      state: 'withdrawn',
      ended: eb.case().when('state', '=', 'live').then(next.at).else(eb.ref('ended')).end(),
      change: next.number,
      revision: eb('revision', '+', 1),
    }))
    .where('row', 'in', orphans)
    .execute();
  const withdrawn = orphans.map((row) => ({ row, what: 'withdrawn' as const, detail: {} }));
  await saveEvents(db, withdrawn, next.number);
  return leaveFeeds(db, orphans, next);
}
