/**
 * Articles take the ids and dates that an old feed gave them.
 *
 * In: what `feedwright adopt` settled with the operator. Out: rows, in one numbered change; every article concerned gets
 * a new revision, since readers get another id of it.
 *
 * Source: rules R-33 … … A-17, J-11.
 */
import assert from 'node:assert';
import type { Kysely, Selectable } from 'kysely';
import { type AdoptedFormat, holdersOf } from './adopted-ids.ts';
import { forgetArchive } from './archive.ts';
import type { Card } from './article.ts';
import { seconds } from './article-dates.ts';
import { saveEvents } from './events.ts';
import type { NextChange } from './next-change.ts';
import type { ArticleTable, Tables } from './tables.ts';

/** One id that an article shall have, and its dates where the old feed states them. */
export interface Adoption {
  readonly row: number;
  readonly format: AdoptedFormat;
  readonly id: string;
  /** What the old guid said of itself; undefined but for RSS. */
  readonly isPermalink?: boolean | undefined;
  readonly published?: Date | undefined;
  readonly updated?: Date | undefined;
}

/**
 * Adopts ids and dates; answers the feeds in which something looks different now.
 *
 * Whatever is adopted already is passed over. The caller has made sure that every id is free.
 */
export async function adoptIds(
  db: Kysely<Tables>,
  adoptions: readonly Adoption[],
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const holders = await holdersOf(
    db,
    adoptions.map(({ id }) => id),
  );
  const touched = new Set<string>();
  for (const adoption of adoptions) {
    assert((holders.get(adoption.id) ?? adoption.row) === adoption.row, `${adoption.id} is another's`);
    for (const feed of await adopt(db, adoption, next)) touched.add(feed);
  }
  // Other dates, another order: what leaves these feeds goes to its pages anew, before any reader has seen the new ids.
  for (const feed of touched) await forgetArchive(db, feed);
  return touched;
}

async function adopt(db: Kysely<Tables>, adoption: Adoption, next: NextChange): Promise<readonly string[]> {
  const { row, format, id } = adoption;
  const article = await db
    .selectFrom('article')
    .selectAll()
    .where('row', '=', row)
    .where('state', '=', 'live')
    .executeTakeFirst();
  assert(article !== undefined, `row ${row} is no live article`);
  const is_permalink = adoption.isPermalink === undefined ? null : Number(adoption.isPermalink);
  const { numInsertedOrUpdatedRows: isNew = 0n } = await db
    .insertInto('adopted_id')
    .values({ row, format, id, is_permalink })
    .onConflict((conflict) => conflict.columns(['row', 'format']).doNothing())
    .executeTakeFirst();
  const dates = await adoptedDates(db, article, adoption);
  if (isNew === 0n && dates.published === article.published && dates.updated === article.updated) return [];
  await db
    .updateTable('article')
    .set((eb) => ({ ...dates, change: next.number, revision: eb('revision', '+', 1) }))
    .where('row', '=', row)
    .execute();
  await db.updateTable('membership').set({ published: dates.published }).where('row', '=', row).execute();
  const detail = { before: article.id, after: id };
  await saveEvents(db, [{ row, what: 'adopted', detail }], next.number);
  return ['', ...(JSON.parse(article.card) as Card).feeds.map(({ key }) => key)];
}

/**
 * The dates from now on: the old feed's, exactly; `updated` goes with `published` where nobody has edited the article
 * since, and is never before it.
 */
async function adoptedDates(
  db: Kysely<Tables>,
  article: Selectable<ArticleTable>,
  adoption: Adoption,
): Promise<Pick<Selectable<ArticleTable>, 'published' | 'updated' | 'tie'>> {
  const published = adoption.published === undefined ? article.published : seconds(adoption.published);
  const kept = article.updated === article.published ? published : article.updated;
  const updated = Math.max(adoption.updated === undefined ? kept : seconds(adoption.updated), published);
  if (updated === article.updated) return { published, updated, tie: article.tie };
  const { tie } = await db
    .selectFrom('article')
    .select(({ fn }) => fn.max('tie').as('tie'))
    .where('updated', '=', updated)
    .executeTakeFirstOrThrow();
  return { published, updated, tie: (tie as number | null) === null ? 0 : tie + 1 };
}
