/**
 * Articles as they stand in documents, rendered once per revision.
 *
 * The same fragments serve every feed an article is in, so a change costs one fragment per format, not fifty.
 * Bounded by bytes; what falls out is rendered again from the ledger.
 */
import { LRUCache } from 'lru-cache';
import type { Site } from '../base/site.ts';
import type { Format } from '../feeds/feed.ts';
import type { Content } from '../feeds/feed-terms.ts';
import type { ArticleCard } from '../ledger/article.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FRAGMENTS } from '../render/document.ts';
import { itemOf } from '../render/item.ts';

/** The rendered articles. */
export class Fragments {
  readonly #cache: LRUCache<string, string>;
  readonly #ledger: Ledger;
  readonly #site: Site;

  /** @param bytesMax how much rendered text is kept, counted in UTF-16 code units */
  constructor(ledger: Ledger, site: Site, bytesMax: number) {
    this.#ledger = ledger;
    this.#site = site;
    this.#cache = new LRUCache({ maxSize: bytesMax, sizeCalculation: (text) => text.length + 100 });
  }

  /**
   * One fragment for each article, in their order; only what is missing is read and rendered.
   *
   * @param content how much of each article they show
   * @param isKept false for those that are hardly asked for again
   */
  async of(
    articles: readonly ArticleCard[],
    format: Format,
    { content = 'full', isKept = true }: { readonly content?: Content; readonly isKept?: boolean } = {},
  ): Promise<readonly string[]> {
    const keyOf = (article: ArticleCard) => `${article.row}.${article.revision}.${format}.${content}`;
    const found = articles.map((article) => this.#cache.get(keyOf(article)));
    const missing = articles.filter((_, at) => found[at] === undefined);
    const bodies = await this.#ledger.articles.bodies(missing.map(({ row }) => row));
    return articles.map((article, at) => {
      const known = found[at];
      if (known !== undefined) return known;
      const fragment = FRAGMENTS[format](itemOf(article, bodies.get(article.row)!, this.#site, content));
      if (isKept) this.#cache.set(keyOf(article), fragment);
      return fragment;
    });
  }
}
