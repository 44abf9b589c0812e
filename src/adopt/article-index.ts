/**
 * Articles by what an old item may share with them, so that each item is compared with a few of them, not with all.
 */
import { articlePath } from '../feeds/feed-address.ts';
import type { AdoptableArticle } from '../ledger/adoptable-articles.ts';
import { type LinkKey, linkKey, pathKey, titleKey } from './comparable.ts';
import type { OldItem } from './old-feed.ts';

/** As many articles may share a name, a title or a day; beyond them it tells nothing apart. */
const SHARED_MAX = 30;

const DAY_SECONDS = 86_400;

/** An article with its keys. */
export interface IndexedArticle {
  readonly article: AdoptableArticle;
  /** Its own and those it has adopted. */
  readonly ids: ReadonlySet<string>;
  readonly title: string;
  readonly addresses: ReadonlySet<string>;
  /** Its file's path. */
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

/** Articles by their keys. */
export class ArticleIndex {
  readonly #byKey = new Map<string, IndexedArticle[]>();
  readonly byRow = new Map<number, IndexedArticle>();

  constructor(articles: readonly AdoptableArticle[]) {
    for (const article of articles) {
      const indexed = indexedArticle(article);
      this.byRow.set(article.row, indexed);
      for (const id of indexed.ids) this.#add(`id ${id}`, indexed);
      for (const path of indexed.addresses) this.#add(`address ${path}`, indexed);
      for (const name of indexed.names) this.#add(`name ${name}`, indexed);
      this.#add(`title ${indexed.title}`, indexed);
      this.#add(`day ${dayOf(article.published)}`, indexed);
    }
  }

  /** The articles that share anything with an item that tells them apart. */
  candidates({ id, title, published, updated }: OldItem, link: LinkKey): readonly IndexedArticle[] {
    const keys = [`id ${id ?? ''}`, `address ${link.path}`, `name ${link.name}`, `title ${titleKey(title)}`];
    const date = published ?? updated;
    if (date !== undefined) for (const offset of [-1, 0, 1]) keys.push(`day ${dayOf(date) + offset}`);
    const found = keys.map((key) => this.#byKey.get(key) ?? []);
    return [...new Set(found.filter(({ length }) => length <= SHARED_MAX).flat())];
  }

  #add(key: string, article: IndexedArticle): void {
    if (key.endsWith(' ')) return;
    const same = this.#byKey.get(key);
    if (same === undefined) this.#byKey.set(key, [article]);
    else same.push(article);
  }
}

function indexedArticle(article: AdoptableArticle): IndexedArticle {
  const { id, adopted, headline, path = '', slugs, permalink } = article;
  const file = pathKey(path);
  const permanent = linkKey(permalink);
  const addresses = [permanent.path, ...slugs.map((slug) => linkKey(articlePath(slug)).path)];
  return {
    article,
    ids: new Set([id, adopted?.rss, adopted?.atom, adopted?.json].filter((one) => one !== undefined)),
    title: titleKey(headline),
    addresses: new Set(addresses.filter((address) => address !== '')),
    path: file.path,
    names: new Set([permanent.name, file.name, ...slugs].filter((name) => name !== '')),
  };
}

function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000 / DAY_SECONDS);
}
