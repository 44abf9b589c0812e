/**
 * The articles that a batch of readings could meet, loaded at once.
 *
 * In: readings. Out: what the ledger knows by their paths, bytes, ids and slugs, and by the paths that they link to:
 * a few statements, whatever the number of readings. It does not decide which article a file is (recognition.ts), nor
 * which names a new one gets (free-names.ts), and it writes nothing.
 */
import type { Kysely, Selectable } from 'kysely';
import { ARTICLE_EXTENSIONS, isArticlePath } from '../article/article-path.ts';
import type { Draft } from '../article/draft.ts';
import type { SafeHtml } from '../base/text.ts';
import { adoptersOf } from './adopted-ids.ts';
import type { Card } from './article.ts';
import { idWish } from './mint.ts';
import { bodiesOf } from './read-articles.ts';
import type { FileReading, RecordContext } from './reading.ts';
import type { ArticleTable, Tables } from './tables.ts';

/** An article as it is stored, or will be. */
export type KnownArticle = Selectable<ArticleTable>;

/** The articles that a batch could meet. */
export class KnownArticles {
  readonly #byId = new Map<string, KnownArticle>();
  readonly #byPath = new Map<string, KnownArticle>();
  readonly #bySlug = new Map<string, KnownArticle>();
  readonly #byHash = new Map<string, KnownArticle[]>();
  /** The stored bodies of articles that link to others: those links may lead elsewhere now. */
  readonly #bodies = new Map<number, SafeHtml>();

  private constructor() {}

  /** Loads what some readings could meet. */
  static async load(
    db: Kysely<Tables>,
    readings: readonly FileReading[],
    context: RecordContext,
  ): Promise<KnownArticles> {
    const articles = new KnownArticles();
    const drafts = readings.flatMap(({ draft }) => draft ?? []);
    const linked = readings.filter(({ file }) => file.references.some(isArticlePath));
    const paths = new Set([
      ...readings.flatMap(({ file }) => [file.path, ...otherFormats(file.path)]),
      ...linked.flatMap(({ file }) => file.references.filter(isArticlePath).flatMap(linkTargets)),
    ]);
    const hashes = readings.map(({ file }) => file.hash);
    const ids = drafts.map((draft) => idWish(draft, context.authority, context.now));
    const known = await db
      .selectFrom('article')
      .selectAll()
      .where((eb) =>
        eb.or([eb('path', 'in', [...paths]), eb('file_hash', 'in', hashes), eb('id', 'in', ids)]),
      )
      .orderBy('row')
      .execute();
    for (const article of known) articles.know(article);
    await articles.#loadAdopted(db, ids);
    await articles.#loadSuffixed(db, ids);
    await articles.#loadStatedSlugs(db, drafts);
    const linking = linked.flatMap(({ file }) => articles.#byPath.get(file.path)?.row ?? []);
    for (const [row, body] of await bodiesOf(db, linking)) articles.#bodies.set(row, body);
    return articles;
  }

  /** One more, or one of them as it will be stored. */
  know(article: KnownArticle): void {
    this.#byId.set(article.id, article);
    this.#bySlug.set(article.slug, article);
    if (article.path !== null) this.#byPath.set(article.path, article);
    const same = this.#byHash.get(article.file_hash);
    if (same === undefined) this.#byHash.set(article.file_hash, [article]);
    else same.push(article);
  }

  /** All of them; one with adopted ids as often as it has ids. */
  get all(): Iterable<KnownArticle> {
    return this.#byId.values();
  }

  /** The one that has an id, minted, stated or adopted. */
  withId(id: string): KnownArticle | undefined {
    return this.#byId.get(id);
  }

  /** The one whose file is at a path, or was when it was deleted. */
  at(path: string): KnownArticle | undefined {
    return this.#byPath.get(path);
  }

  /** The one that a slug names, or once named where a draft states it. */
  withSlug(slug: string): KnownArticle | undefined {
    return this.#bySlug.get(slug);
  }

  /** Those whose files had these bytes when they were read: the ones that are there, or the deleted ones. */
  withBytes(hash: string, present: 0 | 1): readonly KnownArticle[] {
    return this.#byHash.get(hash)?.filter((article) => article.present === present) ?? [];
  }

  /**
   * Where the article whose file is at a path can be read, or could be once; undefined before it was first published, since
   * an address tells the headline.
   */
  addressAt(path: string): string | undefined {
    if (!isArticlePath(path)) return undefined;
    const article = linkTargets(path)
      .map((candidate) => this.#byPath.get(candidate))
      .find((found) => found !== undefined);
    if (article === undefined || article.first_live === null) return undefined;
    return (JSON.parse(article.card) as Card).permalink ?? `/articles/${encodeURIComponent(article.slug)}`;
  }

  /** The stored body of an article that links to others. */
  linkingBody(row: number): SafeHtml | undefined {
    return this.#bodies.get(row);
  }

  /** An id that was adopted names its article like the one it got here. */
  async #loadAdopted(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
    const holders = await adoptersOf(db, ids);
    if (holders.size === 0) return;
    const rows = [...holders.values()];
    const articles = await db.selectFrom('article').selectAll().where('row', 'in', rows).execute();
    for (const article of articles) if (!this.#byId.has(article.id)) this.know(article);
    const byRow = new Map([...this.#byId.values()].map((article) => [article.row, article]));
    for (const [id, row] of holders) this.#byId.set(id, byRow.get(row)!);
  }

  /** The suffixed forms of ids that are taken: `id-2`, `id-3` … up to the first `.` in the order of characters. */
  async #loadSuffixed(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
    for (const id of new Set(ids.filter((id) => this.#byId.has(id)))) {
      const rows = await db
        .selectFrom('article')
        .selectAll()
        .where('id', '>', `${id}-`)
        .where('id', '<', `${id}.`)
        .execute();
      for (const row of rows) if (!this.#byId.has(row.id)) this.know(row);
    }
  }

  /** The articles whose slug a draft states; one that was an article's once leads to it still. */
  async #loadStatedSlugs(db: Kysely<Tables>, drafts: readonly Draft[]): Promise<void> {
    const stated = drafts.flatMap(({ slug }) => slug ?? []);
    if (stated.length === 0) return;
    const holders = await db.selectFrom('slug').selectAll().where('slug', 'in', stated).execute();
    if (holders.length === 0) return;
    const rows = holders.map(({ row }) => row);
    const articles = await db.selectFrom('article').selectAll().where('row', 'in', rows).execute();
    for (const article of articles) if (!this.#byId.has(article.id)) this.know(article);
    const byRow = new Map([...this.#byId.values()].map((article) => [article.row, article]));
    for (const { slug, row } of holders) {
      const holder = byRow.get(row);
      if (holder !== undefined && !this.#bySlug.has(slug)) this.#bySlug.set(slug, holder);
    }
  }
}

/** Where the file that a link means may stand: a template's reference names no extension and no page bundle. */
function linkTargets(path: string): readonly string[] {
  const stem = path.replace(/\.[^./]+$/, '');
  return [
    path,
    ...otherFormats(path),
    ...Object.keys(ARTICLE_EXTENSIONS).map((extension) => `${stem}/index.${extension}`),
  ];
}

/** The same path with the other extensions that article files have. */
export function otherFormats(path: string): readonly string[] {
  const stem = path.replace(/\.[^./]+$/, '');
  return Object.keys(ARTICLE_EXTENSIONS)
    .map((extension) => `${stem}.${extension}`)
    .filter((other) => other !== path);
}
