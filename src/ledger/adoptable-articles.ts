/**
 * Live articles as an old feed's items are compared with them: all of them, without their bodies.
 */
import type { Kysely } from 'kysely';
import { ADOPTED_COLUMN, adoptedIdsOf } from './adopted-ids.ts';
import type { AdoptedIds, Card } from './article.ts';
import type { Tables } from './tables.ts';

/** An article that may be one of an old feed's. */
export interface AdoptableArticle {
  readonly row: number;
  readonly id: string;
  /** Its file; undefined when another article has taken the path. */
  readonly path: string | undefined;
  /** The present one first. */
  readonly slugs: readonly string[];
  readonly headline: string;
  /** Where it lives on the publisher's own site. */
  readonly permalink: string | undefined;
  readonly published: Date;
  /** False when the date is that of its discovery: nobody has stated one. */
  readonly isDated: boolean;
  readonly adopted: AdoptedIds | undefined;
}

/** Every live article, in the order of minting. */
export async function adoptableArticles(db: Kysely<Tables>): Promise<readonly AdoptableArticle[]> {
  const rows = await db
    .selectFrom('article')
    .select(['row', 'id', 'path', 'slug', 'published', 'first_seen', 'card', ADOPTED_COLUMN])
    .where('state', '=', 'live')
    .orderBy('row')
    .execute();
  const former = new Map<number, string[]>();
  for (const { slug, row } of await db.selectFrom('slug').selectAll().orderBy('slug').execute())
    former.set(row, [...(former.get(row) ?? []), slug]);
  return rows.map(({ row, id, path, slug, published, first_seen, card, adopted }) => {
    const { headline, permalink } = JSON.parse(card) as Card;
    return {
      row,
      id,
      path: path ?? undefined,
      slugs: [slug, ...(former.get(row) ?? []).filter((name) => name !== slug)],
      headline,
      permalink,
      published: new Date(published * 1000),
      isDated: published !== first_seen,
      adopted: adoptedIdsOf(adopted),
    };
  });
}
