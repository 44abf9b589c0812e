/**
 * The ids that articles had before Feedwright published them: how they are read.
 *
 * An id is one article's in every format, adopted or minted.
 *
 * Source: rules, J-11.
 */
import { type Kysely, sql } from 'kysely';
import type { AdoptedIds } from './article.ts';
import { insertTogether } from './insert-together.ts';
import type { Tables } from './tables.ts';

/** The formats whose ids are kept apart. */
export const ADOPTED_FORMATS = ['rss', 'atom', 'json'] as const;

/** One of them. */
export type AdoptedFormat = (typeof ADOPTED_FORMATS)[number];

/** What an id must be to stand in a document as it was: one line without control characters, 1,000 characters at most. */
export const ADOPTED_ID = /^[^\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]{1,1000}$/u;

/** A JSON object of the article's adopted ids, `{"rss":["…",1],"atom":["…",null]}`; `{}` for none. */
export const ADOPTED_COLUMN = sql<string>`(
  select json_group_object(format, json_array(id, is_permalink) order by format) from adopted_id
  where adopted_id.row = article.row)`.as('adopted');

/** What `ADOPTED_COLUMN` answered; undefined for none. */
export function adoptedIdsOf(column: string): AdoptedIds | undefined {
  if (column === '{}') return undefined;
  const ids = JSON.parse(column) as Readonly<Record<string, readonly [string, 0 | 1 | null]>>;
  return {
    rss: ids.rss?.[0],
    atom: ids.atom?.[0],
    json: ids.json?.[0],
    isPermalink: ids.rss === undefined ? undefined : ids.rss[1] === 1,
  };
}

/** The articles that have these ids, adopted or minted, by id. */
export async function holdersOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const holders = new Map(await adoptersOf(db, ids));
  await insertTogether(ids, async (some) => {
    const minted = await db.selectFrom('article').select(['id', 'row']).where('id', 'in', some).execute();
    for (const { id, row } of minted) holders.set(id, row);
  });
  return holders;
}

/** The articles that have adopted these ids, in whatever format, by id. */
export async function adoptersOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const adopters = new Map<string, number>();
  await insertTogether(ids, async (some) => {
    const adopted = await db
      .selectFrom('adopted_id')
      .select(['id', 'row'])
      .where('format', 'in', ADOPTED_FORMATS)
      .where('id', 'in', some)
      .execute();
    for (const { id, row } of adopted) adopters.set(id, row);
  });
  return adopters;
}
