/**
 * What has left a feed.
 */
import type { Kysely } from 'kysely';
import type { ArticleCard } from './article.ts';
import { cardsOf } from './read-articles.ts';
import type { Tables } from './tables.ts';

/** An article that readers of a feed have lost. */
export interface Removal {
  readonly article: ArticleCard;
  /** The change that took it away, and its instant. */
  readonly change: number;
  readonly at: Date;
}

/** What has left a feed since an instant (whole seconds) because readers may have it no more, the latest first. */
export async function removalsSince(
  db: Kysely<Tables>,
  feed: string,
  since: number,
  limit: number,
): Promise<readonly Removal[]> {
  if (limit === 0) return [];
  const rows = await db
    .selectFrom('removal as r')
    .innerJoin('change as c', 'c.number', 'r.change')
    .innerJoin('article as a', 'a.row', 'r.row')
    .select(['r.row', 'r.change', 'c.at'])
    .where('r.feed', '=', feed)
    .where('c.at', '>', since)
    .where('a.state', 'in', ['withdrawn', 'expired'])
    .orderBy('r.change', 'desc')
    .orderBy('r.row')
    .limit(limit)
    .execute();
  const cards = new Map(
    (
      await cardsOf(
        db,
        rows.map(({ row }) => row),
      )
    ).map((card) => [card.row, card]),
  );
  return rows.map(({ row, change, at }) => ({ article: cards.get(row)!, change, at: new Date(at * 1000) }));
}

/** The articles that left a feed after a change, whatever the reason. */
export async function rowsRemovedAfter(
  db: Kysely<Tables>,
  feed: string,
  change: number,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('removal')
    .select('row')
    .where('feed', '=', feed)
    .where('change', '>', change)
    .execute();
  return rows.map(({ row }) => row);
}
