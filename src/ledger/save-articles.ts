/**
 * Articles, bodies, slugs and memberships, written a batch at a time.
 *
 * One statement a table, whatever the size of the batch; what is settled here is only *where* things are kept.
 */
import type { Kysely } from 'kysely';
import type { ArticleRow } from './article-row.ts';
import { insertTogether } from './insert-together.ts';
import { withdrawArticles } from './lifecycle.ts';
import { saveMemberships } from './memberships.ts';
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
  await saveRows(db, rows);
  await saveBodies(db, rows);
  const changed = rows.filter(({ isChanged }) => isChanged);
  await saveSlugs(db, changed);
  return left.union(await saveMemberships(db, changed, next));
}

async function saveRows(db: Kysely<Tables>, rows: readonly ArticleRow[]): Promise<void> {
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
}

/** The bodies of changed articles; of others only what a ledger that was imported as text has not got yet. */
async function saveBodies(db: Kysely<Tables>, rows: readonly ArticleRow[]): Promise<void> {
  for (const isChanged of [true, false]) {
    await insertTogether(
      rows.filter((row) => row.isChanged === isChanged),
      (some) =>
        db
          .insertInto('body')
          .values(some.map(({ article, body }) => ({ row: article.row, html: body })))
          .onConflict((conflict) =>
            isChanged
              ? conflict.column('row').doUpdateSet((eb) => ({ html: eb.ref('excluded.html') }))
              : conflict.doNothing(),
          )
          .execute(),
    );
  }
}

async function saveSlugs(db: Kysely<Tables>, changed: readonly ArticleRow[]): Promise<void> {
  await insertTogether(changed, (some) =>
    db
      .insertInto('slug')
      .values(some.map(({ article }) => ({ slug: article.slug, row: article.row })))
      .onConflict((conflict) =>
        conflict.column('slug').doUpdateSet((eb) => ({ row: eb.ref('excluded.row') })),
      )
      .execute(),
  );
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
  return withdrawArticles(
    db,
    rows.filter((row) => !stored.has(row)),
    next,
  );
}
