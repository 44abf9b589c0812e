/**
 * Articles as whoever publishes them asks for them: by feed, by archive page, by slug; and by the ids that they had
 * elsewhere.
 *
 * Nothing here changes anything.
 */
import type { Kysely } from 'kysely';
import type { SafeHtml } from '../base/text.ts';
import { type AdoptableArticle, adoptableArticles } from './adoptable-articles.ts';
import { holdersOf } from './adopted-ids.ts';
import { type ArchivePage, archivePage, pageRows } from './archive.ts';
import type { ArticleCard, ArticlePlace } from './article.ts';
import { type WindowTerms, windowOf } from './feed-window.ts';
import { type Scheduled, scheduledNext } from './lifecycle.ts';
import { articleBySlug, bodiesOf, cardsOf, newestIn, placesFrom, revisedSince } from './read-articles.ts';
import { type Removal, removalsSince, rowsRemovedAfter } from './removals.ts';
import type { Tables } from './tables.ts';

/** An archive page with its articles, newest first. */
export interface ArchivedArticles {
  readonly page: ArchivePage;
  readonly articles: readonly ArticleCard[];
  /** The last change that made a difference to it, and that change's instant. */
  readonly change: number;
  readonly modified: Date;
}

/** The articles that the ledger gives out. */
export class PublishedArticles {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The newest live articles of a feed (`''`: all), newest first. */
  newest(feed: string, limit: number): Promise<readonly ArticleCard[]> {
    return newestIn(this.#db, feed, limit);
  }

  /** Where live articles are, newest first: `limit` of them, without the first `offset`. */
  places(offset: number, limit: number): Promise<readonly ArticlePlace[]> {
    return placesFrom(this.#db, offset, limit);
  }

  /**
   * The articles that a feed's subscription document holds, newest first.
   *
   * @param rows theirs, where they are known
   */
  async window(feed: string, terms: WindowTerms, rows?: readonly number[]): Promise<readonly ArticleCard[]> {
    return cardsOf(this.#db, rows ?? (await windowOf(this.#db, feed, terms)).map(({ row }) => row));
  }

  /** What will go live or expire by itself, the next first; the next `limit` of them. */
  scheduled(limit: number): Promise<readonly Scheduled[]> {
    return scheduledNext(this.#db, limit);
  }

  /** What has left a feed since an instant because readers may have it no more, the latest first. */
  removals(feed: string, since: Date, limit: number): Promise<readonly Removal[]> {
    return removalsSince(this.#db, feed, since.getTime() / 1000, limit);
  }

  /** The rows of articles that left a feed after a change, whatever the reason. */
  removedAfter(feed: string, change: number): Promise<readonly number[]> {
    return rowsRemovedAfter(this.#db, feed, change);
  }

  /**
   * An archive page of a feed.
   *
   * @param places as many of its first places; all that it has when absent
   * @returns undefined when the feed has no such page
   */
  async archive(feed: string, page: number, places?: number): Promise<ArchivedArticles | undefined> {
    const found = await archivePage(this.#db, feed, page, places);
    if (found === undefined) return undefined;
    const { rows, change } = await pageRows(this.#db, feed, found);
    const { at } = await this.#db
      .selectFrom('change')
      .select('at')
      .where('number', '<=', change)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    return { page: found, articles: await cardsOf(this.#db, rows), change, modified: new Date(at * 1000) };
  }

  /** The bodies of some articles, by row. */
  bodies(rows: readonly number[]): Promise<ReadonlyMap<number, SafeHtml>> {
    return bodiesOf(this.#db, rows);
  }

  /** The article that a slug names, or once named, withdrawn ones too. */
  bySlug(slug: string): Promise<(ArticleCard & { readonly hasBeenLive: boolean }) | undefined> {
    return articleBySlug(this.#db, slug);
  }

  /** Those of some slugs whose articles were made or changed after a change. */
  revisedSince(slugs: readonly string[], change: number): Promise<readonly string[]> {
    return revisedSince(this.#db, slugs, change);
  }

  /** Every live article, as an old feed's items are compared with them. */
  adoptable(): Promise<readonly AdoptableArticle[]> {
    return adoptableArticles(this.#db);
  }

  /** The articles that have these ids, adopted or minted, by id. */
  holdersOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return holdersOf(this.#db, ids);
  }
}
