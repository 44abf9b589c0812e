/**
 * Articles as they are asked for one by one, and which of them were: their pages may be in caches.
 */
import { LRUCache } from 'lru-cache';
import type { PublishedArticles } from '../ledger/published-articles.ts';
import type { FoundArticle } from './served-edition.ts';

/** Articles that are remembered to have been read; the pages of others stay in caches until their max-age, which is short. */
const READ_MAX = 5_000;

/** Reads articles by their slugs. */
export class ArticleReads {
  readonly #articles: PublishedArticles;
  readonly #slugs = new LRUCache<string, true>({ max: READ_MAX });

  constructor(articles: PublishedArticles) {
    this.#articles = articles;
  }

  /** The slugs of the articles that were read last. */
  get slugs(): readonly string[] {
    return [...this.#slugs.keys()];
  }

  /** The live article of a slug. */
  async find(slug: string): Promise<FoundArticle | undefined> {
    // Before it is read: a change that comes meanwhile must not miss it.
    this.#slugs.set(slug, true);
    const card = await this.#articles.bySlug(slug);
    if (card === undefined) {
      this.#slugs.delete(slug);
      return undefined;
    }
    return { card, body: (await this.#articles.bodies([card.row])).get(card.row) ?? '' };
  }
}
