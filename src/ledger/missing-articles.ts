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

/** Missing articles that are looked through for one batch at most. */
const MISSING_MAX = 2_000;

/** As many texts are compared with one draft at most; of more, those under its headline. */
const COMPARED_MAX = 350;

/** How long ago the file of an article was deleted that a new one may still be, in seconds: a slow checkout, a sync. */
const DELETED_SECONDS = 3600;

/** As many of those are compared at most: the latest. */
const DELETED_MAX = 50;

type Stored = Selectable<ArticleTable>;

/** The missing articles of one batch. */
export class MissingArticles {
  readonly #articles: readonly Stored[];
  /** By what a draft must have in common with them, beside the text. */
  readonly #byTrait = new Map<string, Stored[]>();
  #bodies: ReadonlyMap<number, string> = new Map();
  readonly #shingles = new Map<number, ReadonlySet<string>>();

  /** @param adopters rows of articles with the date of an old feed, which need not be the one that their file states */
  private constructor(articles: readonly Stored[], adopters: ReadonlySet<number>) {
    this.#articles = articles;
    for (const article of articles) {
      const day = adopters.has(article.row) ? mintedDay(article.id) : undefined;
      for (const trait of traitsOf((JSON.parse(article.card) as Card).headline, article.published, day)) {
        const alike = this.#byTrait.get(trait);
        if (alike === undefined) this.#byTrait.set(trait, [article]);
        else alike.push(article);
      }
    }
  }

  /**
   * Loads the articles whose files stood at these paths, none when there are too many, and those deleted lately.
   *
   * @param rewritten articles at whose paths other texts stand now
   * @param now whole seconds since 1970; undefined when no file of the batch could be one of them
   * @param drafts those of the batch
   */
  static async load(
    db: Kysely<Tables>,
    paths: readonly string[],
    rewritten: readonly Stored[],
    now: number | undefined,
    drafts: readonly Draft[],
  ): Promise<MissingArticles> {
    const isFew = now !== undefined && paths.length > 0 && paths.length <= MISSING_MAX;
    const articles = [
      ...rewritten,
      ...(isFew ? await articlesAt(db, paths) : []),
      ...(now === undefined ? [] : await deletedSince(db, now - DELETED_SECONDS)),
    ];
    if (articles.length === 0) return new MissingArticles([], new Set());
    const rows = articles.map(({ row }) => row);
    const adopters = await db.selectFrom('adopted_id').select('row').where('row', 'in', rows).execute();
    const missing = new MissingArticles(articles, new Set(adopters.map(({ row }) => row)));
    const wanted = new Set(drafts.flatMap((draft) => missing.#comparable(draft).map(({ row }) => row)));
    missing.#bodies = await bodiesOf(db, [...wanted]);
    return missing;
  }

  get all(): Iterable<Stored> {
    return this.#articles;
  }

  /**
   * Those that have half their text or more in common with a draft, the deleted ones last, the likest first. A draft with another headline
   * and another date is another article, however alike the two are: a weekly notice, a form that is filled in anew.
   */
  likest(draft: Draft): readonly Stored[] {
    const comparable = this.#comparable(draft);
    if (comparable.length === 0) return [];
    const shingles = shinglesOf(draft.body);
    return comparable
      .map((article) => ({ article, likeness: similarity(shingles, this.#shinglesIn(article.row)) }))
      .filter(({ likeness }) => likeness >= SIMILAR_MIN)
      .sort(
        (a, b) =>
          b.article.present - a.article.present || b.likeness - a.likeness || a.article.row - b.article.row,
      )
      .map(({ article }) => article);
  }

  /** Those whose texts are worth a look: with the draft's headline or date; any, for one without a date. */
  #comparable({ headline, published }: Draft): readonly Stored[] {
    const having = (traits: readonly string[]) => [
      ...new Set(traits.flatMap((trait) => this.#byTrait.get(trait) ?? [])),
    ];
    const stated = published === undefined ? undefined : seconds(published);
    const comparable =
      stated === undefined ? this.#articles : having(traitsOf(headline, stated, dayOf(stated)));
    if (comparable.length <= COMPARED_MAX) return comparable;
    return having(traitsOf(headline, undefined, undefined)).slice(0, COMPARED_MAX);
  }

  #shinglesIn(row: number): ReadonlySet<string> {
    const known = this.#shingles.get(row) ?? shinglesOf(this.#bodies.get(row) ?? '');
    this.#shingles.set(row, known);
    return known;
  }
}

function traitsOf(
  headline: string,
  published: number | undefined,
  day: string | undefined,
): readonly string[] {
  return [
    `headline ${headline}`,
    ...(published === undefined ? [] : [`date ${published}`]),
    ...(day === undefined ? [] : [`day ${day}`]),
  ];
}

async function articlesAt(db: Kysely<Tables>, paths: readonly string[]): Promise<readonly Stored[]> {
  return db
    .selectFrom('article')
    .selectAll()
    .where('path', 'in', paths)
    .where('present', '=', 1)
    .orderBy('row')
    .execute();
}

async function deletedSince(db: Kysely<Tables>, since: number): Promise<readonly Stored[]> {
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
