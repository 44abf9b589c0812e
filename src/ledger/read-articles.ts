/**
 * Articles as the ledger gives them out: from rows to values.
 *
 * Nothing here changes anything. A list is always bounded by its caller.
 */
import type { Kysely, Selectable } from 'kysely';
import type { SafeHtml } from '../base/text.ts';
import { ADOPTED_COLUMN, adoptedIdsOf } from './adopted-ids.ts';
import type { ArticleCard, Card } from './article.ts';
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
  'article.card',
  ADOPTED_COLUMN,
] as const;

type CardRow = Pick<
  Selectable<ArticleTable>,
  'row' | 'id' | 'slug' | 'state' | 'published' | 'updated' | 'tie' | 'revision' | 'card'
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
    adopted: adoptedIdsOf(row.adopted),
  };
}

/** The newest live articles of a feed, newest first; ties in the order they were found (T-37). */
export async function newestIn(
  db: Kysely<Tables>,
  feed: string,
  limit: number,
  offset = 0,
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
    .offset(offset)
    .execute();
  return rows.map(cardOf);
}

/** The rows and revisions that a feed would show: what its fingerprint is made of. */
export async function revisionsIn(
  db: Kysely<Tables>,
  feed: string,
  limit: number,
): Promise<readonly { row: number; revision: number }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('article', 'article.row', 'membership.row')
    .select(['article.row', 'article.revision'])
    .where('membership.feed', '=', feed)
    .orderBy('membership.published', 'desc')
    .orderBy('membership.first_seen', 'desc')
    .orderBy('membership.row')
    .limit(limit)
    .execute();
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
