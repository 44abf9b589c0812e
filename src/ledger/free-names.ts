/**
 * Names and numbers that no other article has: the id, the slug, the place in the order of minting, the tie.
 *
 * In: drafts. Out: what each would like, with a number where that is taken: by what the ledger had when the batch
 * began, or by what the batch has given since. How an id and a slug look is mint.ts's.
 *
 * Source: rules R-33, T-39, A-14, A-21.
 */
import type { Kysely } from 'kysely';
import type { Draft } from '../article/draft.ts';
import { seconds } from './article-dates.ts';
import type { KnownArticles } from './known-articles.ts';
import { firstFree, idWish, slugWish } from './mint.ts';
import type { RecordContext } from './reading.ts';
import type { Tables } from './tables.ts';

/** The names that are free in one batch. */
export class FreeNames {
  readonly #context: RecordContext;
  readonly #known: KnownArticles;
  /** The row that has a slug. */
  readonly #slugs = new Map<string, number>();
  /** The next tie at an instant. */
  readonly #ties = new Map<number, number>();
  #nextRow = 1;

  private constructor(context: RecordContext, known: KnownArticles) {
    this.#context = context;
    this.#known = known;
  }

  /** Loads what is taken of the names that some drafts could be given. */
  static async load(
    db: Kysely<Tables>,
    drafts: readonly Draft[],
    known: KnownArticles,
    context: RecordContext,
  ): Promise<FreeNames> {
    const names = new FreeNames(context, known);
    await names.#loadSlugs(db, drafts.map(slugWish));
    await names.#loadTies(db, drafts);
    const last = await db
      .selectFrom('article')
      .select(({ fn }) => fn.max('row').as('row'))
      .executeTakeFirst();
    names.#nextRow = (last?.row ?? 0) + 1;
    return names;
  }

  /** The next number in the order of minting. */
  nextRow(): number {
    return this.#nextRow++;
  }

  /** The id that a new article gets for life. */
  freeId(draft: Draft): string {
    return firstFree(
      idWish(draft, this.#context.authority, this.#context.now),
      (id) => this.#known.withId(id) !== undefined,
    );
  }

  /** The slug that an article gets: the one it states or its headline's, with a number where that is another's. */
  freeSlug(draft: Draft, row: number): string {
    const slug = firstFree(slugWish(draft), (candidate) => (this.#slugs.get(candidate) ?? row) !== row);
    this.#slugs.set(slug, row);
    return slug;
  }

  /** A tie that no other article with this `updated` has. */
  freeTie(updated: number): number {
    const tie = this.#ties.get(updated) ?? 0;
    this.#ties.set(updated, tie + 1);
    return tie;
  }

  /** The slugs wished for and their suffixed forms. */
  async #loadSlugs(db: Kysely<Tables>, wishes: readonly string[]): Promise<void> {
    const taken = await db.selectFrom('slug').selectAll().where('slug', 'in', wishes).execute();
    for (const { slug, row } of taken) this.#slugs.set(slug, row);
    for (const { slug } of taken) {
      const rows = await db
        .selectFrom('slug')
        .selectAll()
        .where('slug', '>', `${slug}-`)
        .where('slug', '<', `${slug}.`)
        .execute();
      for (const row of rows) this.#slugs.set(row.slug, row.row);
    }
  }

  /** The highest tie at every instant that one of the drafts could be updated at. */
  async #loadTies(db: Kysely<Tables>, drafts: readonly Draft[]): Promise<void> {
    const { now, change } = this.#context;
    const known = [...this.#known.all].map(({ published }) => published);
    const stated = drafts
      .flatMap(({ published, updated }) => [published ?? now, updated ?? now])
      .map(seconds);
    const ties = await db
      .selectFrom('article')
      .select(({ fn }) => ['updated', fn.max('tie').as('tie')])
      .where('updated', 'in', [...new Set([change.at, seconds(now), ...known, ...stated])])
      .groupBy('updated')
      .execute();
    for (const { updated, tie } of ties) this.#ties.set(updated, tie + 1);
  }
}
