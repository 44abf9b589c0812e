/**
 * Which article a file is.
 *
 * In: a draft and the bytes that it was read from. Out: the article that is known from before, and how it was seen; or
 * none, and the file is a new one. An article is one file's only. It decides nothing about dates and new names, and
 * writes nothing.
 *
 * Source: design §3 (identity); rules R-33, T-39, A-14.
 */
import type { Kysely } from 'kysely';
import type { Draft } from '../article/draft.ts';
import { type RecordedFile, refusedFiles } from './file-table.ts';
import { type KnownArticle, type KnownArticles, otherFormats } from './known-articles.ts';
import { MissingArticles } from './missing-articles.ts';
import type { FileReading, RecordContext } from './reading.ts';
import { rewrittenArticles } from './rewritten-articles.ts';
import type { Tables } from './tables.ts';

/** How a file was seen to be an article that is known. */
export type Likeness = 'its id' | 'its path' | 'its bytes' | 'its slug' | 'its text' | 'its name';

/** An article that a file is. */
export interface FoundArticle {
  readonly article: KnownArticle;
  readonly how: Likeness;
}

/** Tells which article each file of a batch is. */
export class Recognition {
  readonly #context: RecordContext;
  readonly #known: KnownArticles;
  /** Articles that are as they will be stored, with their paths. */
  readonly #settled = new Map<number, string>();
  readonly #displaced = new Set<number>();
  #missing: MissingArticles | undefined;
  /** Articles at whose paths other texts stand now. */
  #rewritten: ReadonlySet<number> = new Set();
  /** Those of them that another file of the batch is. */
  #wanted: ReadonlySet<number> = new Set();
  /** Files that state the id of another article than the one whose file they are. */
  #elsewhere: ReadonlySet<string> = new Set();
  /** Paths of files that were refused when they were last read. */
  #refused: ReadonlySet<string> = new Set();

  private constructor(context: RecordContext, known: KnownArticles) {
    this.#context = context;
    this.#known = known;
  }

  /** Loads the texts of articles that some files could be under other names; these articles are known from then on. */
  static async load(
    db: Kysely<Tables>,
    readings: readonly FileReading[],
    known: KnownArticles,
    context: RecordContext,
  ): Promise<Recognition> {
    const recognition = new Recognition(context, known);
    const rewritten = await rewrittenArticles(db, readings, (path) => known.at(path));
    recognition.#rewritten = new Set(rewritten.map(({ row }) => row));
    const missing = new Set(context.missing);
    const hasStrangers = readings.some(
      ({ draft, file }) => draft !== undefined && recognition.#isStrange(file, missing),
    );
    recognition.#missing = await MissingArticles.load(
      db,
      context.missing,
      rewritten,
      hasStrangers ? context.change.at : undefined,
      readings.flatMap(({ draft }) => draft ?? []),
    );
    for (const article of recognition.#missing.all) known.know(article);
    recognition.#wanted = recognition.#wantedBy(readings);
    await recognition.#loadElsewhere(db, readings);
    return recognition;
  }

  /**
   * The article that a file is: by its stated id, then by its path while the text there is still its own, then
   * whatever has just lost its file: with equal bytes, with the stated slug, with half the text or more in common; then
   * one that was deleted with these bytes, whatever was at the same path, or at the same path in another format.
   */
  find(draft: Draft, hash: string): FoundArticle | undefined {
    const here = this.#here(draft.path);
    const stated = draft.id === undefined ? undefined : this.#known.withId(draft.id);
    if (stated !== undefined) return { article: stated, how: stated === here ? 'its path' : 'its id' };
    const isOwn = here?.present === 1 ? !this.#rewritten.has(here.row) : here?.file_hash === hash;
    if (here !== undefined && isOwn) return { article: here, how: 'its path' };
    const free = (
      how: Likeness,
      articles: readonly (KnownArticle | undefined)[],
    ): FoundArticle | undefined => {
      const article = articles.find(
        (one) => one !== undefined && one.path !== draft.path && this.#isFree(one),
      );
      return article && { article, how };
    };
    return (
      free('its bytes', this.#known.withBytes(hash, 1)) ??
      this.#changedPlaces(here, hash) ??
      free('its slug', [this.#sameSlug(draft)]) ??
      free('its text', this.#missing?.likest(draft) ?? []) ??
      free('its bytes', this.#known.withBytes(hash, 0)) ??
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
    return article.path === path || this.#isFree(article);
  }

  /** An article is as it will be stored: its path is its own now, and whoever had it keeps everything else. */
  settle(article: KnownArticle, path: string): void {
    const before = this.#known.at(path);
    if (before !== undefined && before.row !== article.row) this.#displaced.add(before.row);
    this.#settled.set(article.row, path);
    this.#known.know(article);
  }

  /** Articles whose path another one has taken. */
  get displaced(): readonly number[] {
    return [...this.#displaced];
  }

  /** True when no file holds the article: it is deleted, or another article's file or text has its path now. */
  #isFree({ present, path, row }: KnownArticle): boolean {
    if (this.#settled.has(row)) return false;
    if (present === 0 || path === null || this.#elsewhere.has(path) || this.#rewritten.has(row)) return true;
    return this.#known.at(path)?.row !== row || this.#context.isGone(path);
  }

  /** Another article's bytes at a path of this one, and not at their own: the file at that is still to be read. */
  #changedPlaces(here: KnownArticle | undefined, hash: string): FoundArticle | undefined {
    if (here === undefined || !this.#rewritten.has(here.row)) return undefined;
    const article = this.#known
      .withBytes(hash, 1)
      .find(
        ({ row, path }) =>
          row !== here.row && !this.#settled.has(row) && path !== null && this.#context.isGone(path, hash),
      );
    return article && { article, how: 'its bytes' };
  }

  /** The article at a path, unless it has been found at another one. */
  #here(path: string): KnownArticle | undefined {
    const here = this.#known.at(path);
    return here === undefined || (this.#settled.get(here.row) ?? path) === path ? here : undefined;
  }

  /** True for a file that is neither known at its path nor by the bytes of one that is gone: its text will be compared. */
  #isStrange({ path, hash }: RecordedFile, missing: ReadonlySet<string>): boolean {
    const here = this.#known.at(path);
    const isKnown = here?.present === 1 && !this.#rewritten.has(here.row);
    return !isKnown && !this.#known.withBytes(hash, 1).some((other) => missing.has(other.path ?? ''));
  }

  #sameSlug({ slug }: Draft): KnownArticle | undefined {
    return slug === undefined ? undefined : this.#known.withSlug(slug);
  }

  /** Rewritten articles that files at other paths are, by whatever comes before the path. */
  #wantedBy(readings: readonly FileReading[]): ReadonlySet<number> {
    const wanted = new Set<number>();
    if (this.#rewritten.size === 0) return wanted;
    for (const { draft, file } of readings) {
      if (draft === undefined) continue;
      const here = this.#known.at(file.path);
      if (here?.present === 1 && !this.#rewritten.has(here.row)) continue;
      const byId = draft.id === undefined ? undefined : this.#known.withId(draft.id);
      const alike = [
        byId,
        ...this.#known.withBytes(file.hash, 1),
        this.#sameSlug(draft),
        ...this.#missing!.likest(draft),
      ];
      for (const article of alike)
        if (article !== undefined && article.row !== here?.row) wanted.add(article.row);
    }
    return wanted;
  }

  /** Only where a file states the id of an article that is elsewhere: two files may have taken each other's names. */
  async #loadElsewhere(db: Kysely<Tables>, readings: readonly FileReading[]): Promise<void> {
    const strange = readings.filter(({ file, draft }) => {
      const stated = draft?.id === undefined ? undefined : this.#known.withId(draft.id);
      return stated !== undefined && stated.path !== file.path;
    });
    if (strange.length === 0) return;
    const read = new Set(readings.map(({ file }) => file.path));
    this.#refused = new Set((await refusedFiles(db)).keys());
    const refused = [...this.#refused].filter((path) => !read.has(path));
    this.#elsewhere = new Set([...refused, ...strange.map(({ file }) => file.path)]);
  }
}
