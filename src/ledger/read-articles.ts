/**
 * Articles as the ledger gives them out: from rows to values.
 *
 * Nothing here changes anything. A list is always bounded by its caller.
 */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { SafeHtml } from '../base/text.ts';
import { ADOPTED_COLUMN, adoptedIdsOf } from './adopted-ids.ts';
import type { ArticleCard, ArticlePlace, Card } from './article.ts';
import type { ArticleTable, Tables } from './tables.ts';

const COLUMNS = [
  'article.row',
  'article.id',
  'article.slug',
  'article.state',
  'article.published',
  'article.updated',
  'article.tie',
  'article.revision',
  'article.change',
  'article.card',
  ADOPTED_COLUMN,
] as const;

type CardRow = Pick<
  Selectable<ArticleTable>,
  'row' | 'id' | 'slug' | 'state' | 'published' | 'updated' | 'tie' | 'revision' | 'change' | 'card'
> & { readonly adopted: string };

function cardOf(row: CardRow): ArticleCard {
  return {
    ...(JSON.parse(row.card) as Card),
    row: row.row,
    id: row.id,
    slug: row.slug,
    state: row.state,
    published: new Date(row.published * 1000),
    updated: new Date(row.updated * 1000),
    tie: row.tie,
    revision: row.revision,
    change: row.change,
    adopted: adoptedIdsOf(row.adopted),
  };
}

/** The newest live articles of a feed, newest first; ties in the order they were found (T-37). */
export async function newestIn(
  db: Kysely<Tables>,
  feed: string,
  limit: number,
): Promise<readonly ArticleCard[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('article', 'article.row', 'membership.row')
    .select(COLUMNS)
    .where('membership.feed', '=', feed)
    .orderBy('membership.published', 'desc')
    .orderBy('membership.first_seen', 'desc')
    .orderBy('membership.row')
    .limit(limit)
    .execute();
  return rows.map(cardOf);
}

/** Where live articles are, newest first; of the skipped ones only their places in the order are read. */
export async function placesFrom(
  db: Kysely<Tables>,
  offset: number,
  limit: number,
): Promise<readonly ArticlePlace[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('membership')
        .select(['row', 'published', 'first_seen'])
        .where('feed', '=', '')
        .orderBy('published', 'desc')
        .orderBy('first_seen', 'desc')
        .orderBy('row')
        .limit(limit)
        .offset(offset)
        .as('m'),
    )
    .innerJoin('article as a', 'a.row', 'm.row')
    .select(['a.slug', 'a.updated', sql<string | null>`a.card ->> 'permalink'`.as('permalink')])
    .orderBy('m.published', 'desc')
    .orderBy('m.first_seen', 'desc')
    .orderBy('m.row')
    .execute();
  return rows.map(({ slug, updated, permalink }) => ({
    slug,
    permalink: permalink ?? undefined,
    updated: new Date(updated * 1000),
  }));
}

/** Some articles, in the order given. */
export async function cardsOf(db: Kysely<Tables>, rows: readonly number[]): Promise<readonly ArticleCard[]> {
  if (rows.length === 0) return [];
  const found = await db.selectFrom('article').select(COLUMNS).where('row', 'in', rows).execute();
  const byRow = new Map(found.map((row) => [row.row, row]));
  return rows.flatMap((row) => {
    const article = byRow.get(row);
    return article === undefined ? [] : cardOf(article);
  });
}

/** The bodies of some articles, by row. */
export async function bodiesOf(
  db: Kysely<Tables>,
  rows: readonly number[],
): Promise<ReadonlyMap<number, SafeHtml>> {
  if (rows.length === 0) return new Map();
  const found = await db.selectFrom('body').selectAll().where('row', 'in', rows).execute();
  return new Map(found.map(({ row, html }) => [row, html as SafeHtml]));
}

/** The article that a slug names, or once named; compare its `slug` to tell which. */
export async function articleBySlug(
  db: Kysely<Tables>,
  slug: string,
): Promise<(ArticleCard & { readonly hasBeenLive: boolean }) | undefined> {
  const row = await db
    .selectFrom('slug')
    .innerJoin('article', 'article.row', 'slug.row')
    .select([...COLUMNS, 'article.first_live'])
    .where('slug.slug', '=', slug)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...cardOf(row), hasBeenLive: row.first_live !== null };
}

/** Those of some slugs, present or former, whose articles were made or changed after a change. */
export async function revisedSince(
  db: Kysely<Tables>,
  slugs: readonly string[],
  change: number,
): Promise<readonly string[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .selectFrom('slug')
    .innerJoin('article', 'article.row', 'slug.row')
    .select('slug.slug')
    .where('slug.slug', 'in', slugs)
    .where('article.change', '>', change)
    .execute();
  return rows.map(({ slug }) => slug);
}

/** Article files that refer to any of these files, sorted. */
export async function referringTo(
  db: Kysely<Tables>,
  targets: readonly string[],
): Promise<readonly string[]> {
  if (targets.length === 0) return [];
  const rows = await db
    .selectFrom('reference')
    .select('source')
    .distinct()
    .where('target', 'in', targets)
    .orderBy('source')
    .execute();
  return rows.map(({ source }) => source);
}
