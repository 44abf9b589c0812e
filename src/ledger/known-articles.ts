/**
 * Everything in the ledger that a batch of readings could meet, loaded at once.
 *
 * It answers which article a file is, and which names are still free. It decides nothing about dates, and writes
 * nothing.
 *
 * Source: design §3 (identity); rules R-33, T-39, A-14, A-21.
 */
import type { Kysely, Selectable } from 'kysely';
import { ARTICLE_EXTENSIONS, isArticlePath } from '../article/article-path.ts';
import type { Draft } from '../article/draft.ts';
import { slugOf } from '../article/slug.ts';
import type { SafeHtml } from '../base/text.ts';
import { adoptersOf } from './adopted-ids.ts';
import type { Card } from './article.ts';
import { seconds } from './article-dates.ts';
import { type RecordedFile, refusedFiles } from './file-table.ts';
import { firstFree, mintId, pathStem } from './mint.ts';
import { MissingArticles } from './missing-articles.ts';
import { bodiesOf } from './read-articles.ts';
import type { FileReading, RecordContext } from './reading.ts';
import { rewrittenArticles } from './rewritten-articles.ts';
import type { ArticleTable, Tables } from './tables.ts';

/** An article as it is stored, or will be. */
export type KnownArticle = Selectable<ArticleTable>;

/** How a file was seen to be an article that is known. */
export type Likeness = 'its id' | 'its path' | 'its bytes' | 'its slug' | 'its text' | 'its name';

/** An article that a file is. */
export interface FoundArticle {
  readonly article: KnownArticle;
  readonly how: Likeness;
}

/** The articles that a batch could meet. */
export class KnownArticles {
  readonly #context: RecordContext;
  readonly #byId = new Map<string, KnownArticle>();
  readonly #byPath = new Map<string, KnownArticle>();
  readonly #bySlug = new Map<string, KnownArticle>();
  readonly #byHash = new Map<string, KnownArticle[]>();
  readonly #slugs = new Map<string, number>();
  readonly #ties = new Map<number, number>();
  /** Articles that are as they will be stored, with their paths. */
  readonly #settled = new Map<number, string>();
  readonly #displaced = new Set<number>();
  /** The stored bodies of articles that link to others: those links may lead elsewhere now. */
  readonly #bodies = new Map<number, SafeHtml>();
  #missing: MissingArticles | undefined;
  /** Articles at whose paths other texts stand now. */
  #rewritten: ReadonlySet<number> = new Set();
  /** Those of them that another file of the batch is. */
  #wanted: ReadonlySet<number> = new Set();
  /** Files that state the id of another article than the one whose file they are. */
  #elsewhere: ReadonlySet<string> = new Set();
  /** Paths of files that were refused when they were last read. */
  #refused: ReadonlySet<string> = new Set();
  #nextRow = 1;

  private constructor(context: RecordContext) {
    this.#context = context;
  }

  /** Loads what some readings could meet: a few statements, whatever their number. */
  static async load(
    db: Kysely<Tables>,
    readings: readonly FileReading[],
    context: RecordContext,
  ): Promise<KnownArticles> {
    const articles = new KnownArticles(context);
    const drafts = readings.flatMap(({ draft }) => draft ?? []);
    const linked = readings.filter(({ file }) => file.references.some(isArticlePath));
    const paths = new Set([
      ...readings.flatMap(({ file }) => [file.path, ...otherFormats(file.path)]),
      ...linked.flatMap(({ file }) => file.references.filter(isArticlePath).flatMap(linkTargets)),
    ]);
    const hashes = readings.map(({ file }) => file.hash);
    const ids = drafts.map((draft) => articles.#idWish(draft));
    const known = await db
      .selectFrom('article')
      .selectAll()
      .where((eb) =>
        eb.or([eb('path', 'in', [...paths]), eb('file_hash', 'in', hashes), eb('id', 'in', ids)]),
      )
      .orderBy('row')
      .execute();
    for (const article of known) articles.#know(article);
    await articles.#loadAdopted(db, ids);
    await articles.#loadTakenIds(db, ids);
    await articles.#loadSlugs(db, drafts);
    await articles.#loadTies(db, drafts);
    const linking = linked.flatMap(({ file }) => articles.#byPath.get(file.path)?.row ?? []);
    for (const [row, body] of await bodiesOf(db, linking)) articles.#bodies.set(row, body);
    const rewritten = await rewrittenArticles(db, readings, (path) => articles.#byPath.get(path));
    articles.#rewritten = new Set(rewritten.map(({ row }) => row));
    const missing = new Set(context.missing);
    const hasStrangers = readings.some(
      ({ draft, file }) => draft !== undefined && articles.#isStrange(file, missing),
    );
    articles.#missing = await MissingArticles.load(
      db,
      context.missing,
      rewritten,
      hasStrangers ? context.change.at : undefined,
    );
    for (const article of articles.#missing.all) articles.#know(article);
    articles.#wanted = articles.#wantedBy(readings);
    await articles.#loadElsewhere(db, readings);
    const last = await db
      .selectFrom('article')
      .select(({ fn }) => fn.max('row').as('row'))
      .executeTakeFirst();
    articles.#nextRow = (last?.row ?? 0) + 1;
    return articles;
  }

  /**
   * The article that a file is: by its stated id, then by its path while the text there is still its own, then
   * whatever has just lost its file: with equal bytes, with the stated slug, with half the text or more in common; then
   * one that was deleted with these bytes, whatever was at the same path, or at the same path in another format.
   */
  find(draft: Draft, hash: string): FoundArticle | undefined {
    const here = this.#here(draft.path);
    const stated = draft.id === undefined ? undefined : this.#byId.get(draft.id);
    if (stated !== undefined) return { article: stated, how: stated === here ? 'its path' : 'its id' };
    const isOwn = here?.present === 1 ? !this.#rewritten.has(here.row) : here?.file_hash === hash;
    if (here !== undefined && isOwn) return { article: here, how: 'its path' };
    const free = (
      how: Likeness,
      articles: readonly (KnownArticle | undefined)[],
    ): FoundArticle | undefined => {
      const article = articles.find(
        (one) => one !== undefined && one.path !== draft.path && this.isFree(one),
      );
      return article && { article, how };
    };
    return (
      free('its bytes', this.#sameBytes(hash, 1)) ??
      this.#changedPlaces(here, hash) ??
      free('its slug', [this.#sameSlug(draft)]) ??
      free('its text', this.#missing?.likest(draft) ?? []) ??
      free('its bytes', this.#sameBytes(hash, 0)) ??
      (here === undefined || this.#wanted.has(here.row) ? undefined : { article: here, how: 'its path' }) ??
      free(
        'its name',
        otherFormats(draft.path).map((path) => this.#here(path)),
      )
    );
  }

  /** True for a file whose stated id was another file's when it was last read: whoever had it first goes first. */
  wasRefused(path: string): boolean {
    return this.#refused.has(path);
  }

  /** True when the file at a path may be the article: it is already, or no other file is. */
  isFreeFor(path: string, article: KnownArticle): boolean {
    return article.path === path || this.isFree(article);
  }

  /** True when no file holds the article: it is deleted, or another article's file or text has its path now. */
  isFree({ present, path, row }: KnownArticle): boolean {
    if (this.#settled.has(row)) return false;
    if (present === 0 || path === null || this.#elsewhere.has(path) || this.#rewritten.has(row)) return true;
    return this.#byPath.get(path)?.row !== row || this.#context.isGone(path);
  }

  /** An article is as it will be stored: its path is its own now, and whoever had it keeps everything else. */
  settle(article: KnownArticle, path: string): void {
    const before = this.#byPath.get(path);
    if (before !== undefined && before.row !== article.row) this.#displaced.add(before.row);
    this.#settled.set(article.row, path);
    this.#know(article);
  }

  /** Articles whose path another one has taken. */
  get displaced(): readonly number[] {
    return [...this.#displaced];
  }

  /** The next number in the order of minting. */
  nextRow(): number {
    return this.#nextRow++;
  }

  /** The id that a new article gets for life. */
  freeId(draft: Draft): string {
    return firstFree(this.#idWish(draft), (id) => this.#byId.has(id));
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

  /** Where the article whose file is at a path can be read. */
  addressAt(path: string): string | undefined {
    if (!isArticlePath(path)) return undefined;
    const article = linkTargets(path)
      .map((candidate) => this.#byPath.get(candidate))
      .find((found) => found !== undefined);
    if (article === undefined) return undefined;
    return (JSON.parse(article.card) as Card).permalink ?? `/articles/${encodeURIComponent(article.slug)}`;
  }

  /** The stored body of an article that links to others. */
  linkingBody(row: number): SafeHtml | undefined {
    return this.#bodies.get(row);
  }

  #know(article: KnownArticle): void {
    this.#byId.set(article.id, article);
    this.#bySlug.set(article.slug, article);
    if (article.path !== null) this.#byPath.set(article.path, article);
    const same = this.#byHash.get(article.file_hash);
    if (same === undefined) this.#byHash.set(article.file_hash, [article]);
    else same.push(article);
  }

  /** Another article's bytes at a path of this one, and not at their own: the file at that is still to be read. */
  #changedPlaces(here: KnownArticle | undefined, hash: string): FoundArticle | undefined {
    if (here === undefined || !this.#rewritten.has(here.row)) return undefined;
    const article = this.#sameBytes(hash, 1).find(
      ({ row, path }) =>
        row !== here.row && !this.#settled.has(row) && path !== null && this.#context.isGone(path, hash),
    );
    return article && { article, how: 'its bytes' };
  }

  /** The article at a path, unless it has been found at another one. */
  #here(path: string): KnownArticle | undefined {
    const here = this.#byPath.get(path);
    return here === undefined || (this.#settled.get(here.row) ?? path) === path ? here : undefined;
  }

  /** True for a file that is neither known at its path nor by the bytes of one that is gone: its text will be compared. */
  #isStrange({ path, hash }: RecordedFile, missing: ReadonlySet<string>): boolean {
    const here = this.#byPath.get(path);
    const isKnown = here?.present === 1 && !this.#rewritten.has(here.row);
    return !isKnown && !this.#sameBytes(hash, 1).some((other) => missing.has(other.path ?? ''));
  }

  #sameBytes(hash: string, present: 0 | 1): readonly KnownArticle[] {
    return this.#byHash.get(hash)?.filter((article) => article.present === present) ?? [];
  }

  #sameSlug({ slug }: Draft): KnownArticle | undefined {
    return slug === undefined ? undefined : this.#bySlug.get(slug);
  }

  /** Rewritten articles that files at other paths are, by whatever comes before the path. */
  #wantedBy(readings: readonly FileReading[]): ReadonlySet<number> {
    const wanted = new Set<number>();
    if (this.#rewritten.size === 0) return wanted;
    for (const { draft, file } of readings) {
      if (draft === undefined) continue;
      const here = this.#byPath.get(file.path);
      if (here?.present === 1 && !this.#rewritten.has(here.row)) continue;
      const byId = draft.id === undefined ? undefined : this.#byId.get(draft.id);
      const alike = [
        byId,
        ...this.#sameBytes(file.hash, 1),
        this.#sameSlug(draft),
        ...this.#missing!.likest(draft),
      ];
      for (const article of alike)
        if (article !== undefined && article.row !== here?.row) wanted.add(article.row);
    }
    return wanted;
  }

  #idWish(draft: Draft): string {
    const { authority, now } = this.#context;
    return draft.id ?? mintId(authority, draft.published ?? now, pathStem(draft.path));
  }

  /** Only where a file states the id of an article that is elsewhere: two files may have taken each other's names. */
  async #loadElsewhere(db: Kysely<Tables>, readings: readonly FileReading[]): Promise<void> {
    const strange = readings.filter(({ file, draft }) => {
      const stated = draft?.id === undefined ? undefined : this.#byId.get(draft.id);
      return stated !== undefined && stated.path !== file.path;
    });
    if (strange.length === 0) return;
    const read = new Set(readings.map(({ file }) => file.path));
    this.#refused = new Set((await refusedFiles(db)).keys());
    const refused = [...this.#refused].filter((path) => !read.has(path));
    this.#elsewhere = new Set([...refused, ...strange.map(({ file }) => file.path)]);
  }

  /** An id that was adopted names its article like the one it got here. */
  async #loadAdopted(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
    const holders = await adoptersOf(db, ids);
    if (holders.size === 0) return;
    const rows = [...holders.values()];
    const articles = await db.selectFrom('article').selectAll().where('row', 'in', rows).execute();
    for (const article of articles) if (!this.#byId.has(article.id)) this.#know(article);
    const byRow = new Map([...this.#byId.values()].map((article) => [article.row, article]));
    for (const [id, row] of holders) this.#byId.set(id, byRow.get(row)!);
  }

  /** The suffixed forms of ids that are taken: `id-2`, `id-3` … up to the first `.` in the order of characters. */
  async #loadTakenIds(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
    for (const id of new Set(ids.filter((id) => this.#byId.has(id)))) {
      const rows = await db
        .selectFrom('article')
        .selectAll()
        .where('id', '>', `${id}-`)
        .where('id', '<', `${id}.`)
        .execute();
      for (const row of rows) if (!this.#byId.has(row.id)) this.#byId.set(row.id, row);
    }
  }

  /** The slugs wished for and their suffixed forms; whole articles for those that a file states. */
  async #loadSlugs(db: Kysely<Tables>, drafts: readonly Draft[]): Promise<void> {
    const wishes = drafts.map(slugWish);
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
    const stated = drafts.flatMap(({ slug }) => (slug === undefined ? [] : (this.#slugs.get(slug) ?? [])));
    if (stated.length === 0) return;
    const articles = await db.selectFrom('article').selectAll().where('row', 'in', stated).execute();
    for (const article of articles) if (!this.#byId.has(article.id)) this.#know(article);
    const byRow = new Map([...this.#byId.values()].map((article) => [article.row, article]));
    for (const { slug } of drafts) {
      // One that it had once leads to it still.
      const former = slug === undefined ? undefined : byRow.get(this.#slugs.get(slug) ?? 0);
      if (former !== undefined && !this.#bySlug.has(slug!)) this.#bySlug.set(slug!, former);
    }
  }

  /** The highest tie at every instant that one of the drafts could be updated at. */
  async #loadTies(db: Kysely<Tables>, drafts: readonly Draft[]): Promise<void> {
    const { now, change } = this.#context;
    const known = [...this.#byId.values()].map(({ published }) => published);
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

/** The slug that a draft would like. */
export function slugWish(draft: Draft): string {
  return draft.slug ?? slugOf(draft.headline);
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
function otherFormats(path: string): readonly string[] {
  const stem = path.replace(/\.[^./]+$/, '');
  return Object.keys(ARTICLE_EXTENSIONS)
    .map((extension) => `${stem}.${extension}`)
    .filter((other) => other !== path);
}
