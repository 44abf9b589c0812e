/**
 * Articles whose files are gone since a moment or an hour, or hold other texts, by what they say: one of them may be a
 * new file, renamed and edited at once.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Draft } from '../article/draft.ts';
import type { Card } from './article.ts';
import { seconds } from './article-dates.ts';
import { dayOf, mintedDay } from './mint.ts';
import { bodiesOf } from './read-articles.ts';
import { SIMILAR_MIN, shinglesOf, similarity } from './similarity.ts';
import type { ArticleTable, Tables } from './tables.ts';

/** Missing articles that are compared with new files at most: it costs one number times the other. */
const MISSING_MAX = 300;

/** How long ago the file of an article was deleted that a new one may still be, in seconds: a slow checkout, a sync. */
const DELETED_SECONDS = 3600;

/** As many of those are compared at most: the latest. */
const DELETED_MAX = 50;

/** The missing articles of one batch. */
export class MissingArticles {
  readonly #shingles: ReadonlyMap<Selectable<ArticleTable>, ReadonlySet<string>>;
  /** Articles with the date of an old feed, which need not be the one that their file states. */
  readonly #adopters: ReadonlySet<number>;

  private constructor(
    shingles: ReadonlyMap<Selectable<ArticleTable>, ReadonlySet<string>>,
    adopters: ReadonlySet<number>,
  ) {
    this.#shingles = shingles;
    this.#adopters = adopters;
  }

  /**
   * Loads the articles whose files stood at these paths, none when there are too many, and those deleted lately.
   *
   * @param rewritten articles at whose paths other texts stand now
   * @param now whole seconds since 1970; undefined when no file of the batch could be one of them
   */
  static async load(
    db: Kysely<Tables>,
    paths: readonly string[],
    rewritten: readonly Selectable<ArticleTable>[],
    now: number | undefined,
  ): Promise<MissingArticles> {
    const isFew = now !== undefined && paths.length > 0 && paths.length <= MISSING_MAX;
    const articles = [
      ...rewritten,
      ...(isFew ? await articlesAt(db, paths) : []),
      ...(now === undefined ? [] : await deletedSince(db, now - DELETED_SECONDS)),
    ];
    if (articles.length === 0) return new MissingArticles(new Map(), new Set());
    const rows = articles.map(({ row }) => row);
    const bodies = await bodiesOf(db, rows);
    const adopters = await db.selectFrom('adopted_id').select('row').where('row', 'in', rows).execute();
    return new MissingArticles(
      new Map(articles.map((article) => [article, shinglesOf(bodies.get(article.row) ?? '')])),
      new Set(adopters.map(({ row }) => row)),
    );
  }

  get all(): Iterable<Selectable<ArticleTable>> {
    return this.#shingles.keys();
  }

  /**
   * Those that have half their text or more in common with a draft, the deleted ones last, the likest first. A draft with another headline
   * and another date is another article, however alike the two are: a weekly notice, a form that is filled in anew.
   */
  likest(draft: Draft): readonly Selectable<ArticleTable>[] {
    if (this.#shingles.size === 0) return [];
    const shingles = shinglesOf(draft.body);
    const stated = draft.published === undefined ? undefined : seconds(draft.published);
    return [...this.#shingles]
      .filter(
        ([article]) =>
          stated === undefined ||
          stated === article.published ||
          (this.#adopters.has(article.row) && mintedDay(article.id) === dayOf(stated)) ||
          (JSON.parse(article.card) as Card).headline === draft.headline,
      )
      .map(([article, other]) => ({ article, likeness: similarity(shingles, other) }))
      .filter(({ likeness }) => likeness >= SIMILAR_MIN)
      .sort(
        (a, b) =>
          b.article.present - a.article.present || b.likeness - a.likeness || a.article.row - b.article.row,
      )
      .map(({ article }) => article);
  }
}

async function articlesAt(
  db: Kysely<Tables>,
  paths: readonly string[],
): Promise<readonly Selectable<ArticleTable>[]> {
  return db
    .selectFrom('article')
    .selectAll()
    .where('path', 'in', paths)
    .where('present', '=', 1)
    .orderBy('row')
    .execute();
}

async function deletedSince(db: Kysely<Tables>, since: number): Promise<readonly Selectable<ArticleTable>[]> {
  return db
    .selectFrom('article')
    .selectAll()
    .where('ended', '>=', since)
    .where('present', '=', 0)
    .orderBy('ended', 'desc')
    .orderBy('row')
    .limit(DELETED_MAX)
    .execute();
}
