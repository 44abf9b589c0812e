/**
 * Readings become articles: the one place where identity is given and dates are settled.
 *
 * In: what was read of some files. Out: the change, if a reader could notice any. It runs inside the caller's
 * transaction and asks the tables once per batch, not once per file. It reads no clock and no file.
 *
 * Source: design §3; rules T-37 … T-39, R-33, A-14 … A-21.
 */
import type { Kysely, Selectable } from 'kysely';
import { ARTICLE_EXTENSIONS, isArticlePath } from '../article/article-path.ts';
import type { Draft } from '../article/draft.ts';
import { type Fault, faultLine } from '../article/fault.ts';
import { slugOf } from '../article/slug.ts';
import type { SafeHtml } from '../base/text.ts';
import type { Card } from './article.ts';
import type { Asset, PreparedDraft } from './card.ts';
import { prepareDraft } from './card.ts';
import { type RecordedFile, saveFiles } from './file-table.ts';
import { firstFree, mintId, pathStem } from './mint.ts';
import { bodiesOf } from './read-articles.ts';
import { type ArticleRow, insertTogether, saveArticles } from './save-articles.ts';
import type { ArticleTable, Tables } from './tables.ts';

/** One file that was read. */
export interface FileReading {
  readonly file: RecordedFile;
  /** Undefined when a fault keeps it from being published; its article then keeps its last good version. */
  readonly draft: Draft | undefined;
  readonly faults: readonly Fault[];
  /** Paths of the files that belong to the article by their place. */
  readonly beside?: readonly string[];
}

/** What recording needs to know of the world. */
export interface RecordContext {
  readonly now: Date;
  /** The number and instant (whole seconds) of the change that this batch would make. */
  readonly change: { readonly number: number; readonly at: number };
  readonly authority: string;
  readonly assetAt: (path: string) => Asset | undefined;
  /** True when no file is at the path any more: its article may have been renamed. */
  readonly isGone: (path: string) => boolean;
}

/** What a batch did. */
export interface RecordOutcome {
  /** Feeds in which something may look different now. */
  readonly touched: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  /** Paths at which an article can be linked to now that could not before. */
  readonly named: readonly string[];
}

type Known = Selectable<ArticleTable>;

/** Records a batch of readings, in the order given. */
export async function recordReadings(
  db: Kysely<Tables>,
  readings: readonly FileReading[],
  context: RecordContext,
): Promise<RecordOutcome> {
  const batch = await Batch.load(db, readings, context);
  for (const reading of readings) batch.record(reading);
  await saveFiles(db, batch.files);
  await insertReferences(db, readings);
  const touched = await saveArticles(db, batch.rows(), batch.released());
  return { touched, faults: batch.faults, named: batch.named };
}

async function insertReferences(db: Kysely<Tables>, readings: readonly FileReading[]): Promise<void> {
  const read = readings.filter(({ draft }) => draft !== undefined);
  if (read.length === 0) return;
  await db
    .deleteFrom('reference')
    .where(
      'source',
      'in',
      read.map(({ file }) => file.path),
    )
    .execute();
  const rows = read.flatMap(({ file }) => file.references.map((target) => ({ source: file.path, target })));
  await insertTogether(rows, (some) => db.insertInto('reference').values(some).execute());
}

/** The readings of one transaction beside everything in the ledger that they could meet. */
class Batch {
  readonly faults: Fault[] = [];
  readonly files: RecordedFile[] = [];
  readonly #context: RecordContext;
  readonly #byId = new Map<string, Known>();
  readonly #byPath = new Map<string, Known>();
  readonly #bySlug = new Map<string, Known>();
  readonly #byHash = new Map<string, Known[]>();
  readonly #slugs = new Map<string, number>();
  readonly #ties = new Map<number, number>();
  readonly #rows = new Map<number, ArticleRow>();
  readonly #released = new Set<number>();
  /** The stored bodies of articles that link to others: those links may lead elsewhere now. */
  readonly #bodies = new Map<number, SafeHtml>();
  /** Paths at which an article can be linked to now that could not before. */
  readonly named: string[] = [];
  #nextRow = 1;

  private constructor(context: RecordContext) {
    this.#context = context;
  }

  static async load(
    db: Kysely<Tables>,
    readings: readonly FileReading[],
    context: RecordContext,
  ): Promise<Batch> {
    const batch = new Batch(context);
    const drafts = readings.flatMap(({ draft }) => draft ?? []);
    const linked = readings.filter(({ file }) => file.references.some(isArticlePath));
    const paths = [
      ...new Set([
        ...readings.flatMap(({ file }) => [file.path, ...otherFormats(file.path)]),
        ...linked.flatMap(({ file }) => file.references.filter(isArticlePath)),
      ]),
    ];
    const hashes = readings.map(({ file }) => file.hash);
    const ids = drafts.map((draft) => batch.#idWish(draft));
    const known = await db
      .selectFrom('article')
      .selectAll()
      .where((eb) => eb.or([eb('path', 'in', paths), eb('file_hash', 'in', hashes), eb('id', 'in', ids)]))
      .orderBy('row')
      .execute();
    for (const article of known) batch.#know(article);
    const linking = linked.flatMap(({ file }) => batch.#byPath.get(file.path)?.row ?? []);
    for (const [row, body] of await bodiesOf(db, linking)) batch.#bodies.set(row, body);
    await batch.#loadTakenIds(
      db,
      ids.filter((id) => batch.#byId.has(id)),
    );
    const wishes = drafts.map((draft) => slugWish(draft));
    const slugs = await db.selectFrom('slug').selectAll().where('slug', 'in', wishes).execute();
    for (const { slug, row } of slugs) batch.#slugs.set(slug, row);
    await batch.#loadStated(db, drafts);
    await batch.#loadTaken(
      db,
      slugs.map(({ slug }) => slug),
    );
    const instants = [
      ...new Set([
        context.change.at,
        ...known.map((article) => article.published),
        ...drafts.flatMap((draft) => draftInstants(draft, context.now)),
      ]),
    ];
    const ties = await db
      .selectFrom('article')
      .select(({ fn }) => ['updated', fn.max('tie').as('tie')])
      .where('updated', 'in', instants)
      .groupBy('updated')
      .execute();
    for (const { updated, tie } of ties) batch.#ties.set(updated, tie + 1);
    const last = await db
      .selectFrom('article')
      .select(({ fn }) => fn.max('row').as('row'))
      .executeTakeFirst();
    batch.#nextRow = (last?.row ?? 0) + 1;
    return batch;
  }

  /** The suffixed forms of slugs that are taken: `name-2`, `name-3` … up to the first `.` in the order of characters. */
  async #loadTaken(db: Kysely<Tables>, taken: readonly string[]): Promise<void> {
    for (const slug of new Set(taken)) {
      const rows = await db
        .selectFrom('slug')
        .selectAll()
        .where('slug', '>', `${slug}-`)
        .where('slug', '<', `${slug}.`)
        .execute();
      for (const row of rows) this.#slugs.set(row.slug, row.row);
    }
  }

  /** The suffixed forms of ids that are taken; like `#loadTaken`, for articles. */
  async #loadTakenIds(db: Kysely<Tables>, taken: readonly string[]): Promise<void> {
    for (const id of new Set(taken)) {
      const rows = await db
        .selectFrom('article')
        .selectAll()
        .where('id', '>', `${id}-`)
        .where('id', '<', `${id}.`)
        .execute();
      for (const row of rows) if (!this.#byId.has(row.id)) this.#byId.set(row.id, row);
    }
  }

  /** The articles that have a slug which a file states. */
  async #loadStated(db: Kysely<Tables>, drafts: readonly Draft[]): Promise<void> {
    const rows = drafts.flatMap(({ slug }) => (slug === undefined ? [] : (this.#slugs.get(slug) ?? [])));
    if (rows.length === 0) return;
    const stated = await db.selectFrom('article').selectAll().where('row', 'in', rows).execute();
    for (const article of stated) if (!this.#byId.has(article.id)) this.#know(article);
  }

  #know(article: Known): void {
    this.#byId.set(article.id, article);
    this.#bySlug.set(article.slug, article);
    if (article.path !== null) this.#byPath.set(article.path, article);
    const same = this.#byHash.get(article.file_hash);
    if (same === undefined) this.#byHash.set(article.file_hash, [article]);
    else same.push(article);
  }

  rows(): readonly ArticleRow[] {
    return [...this.#rows.values()];
  }

  /** Articles whose path another one has taken. */
  released(): readonly number[] {
    return [...this.#released];
  }

  record(reading: FileReading): void {
    const faults = [...reading.faults];
    if (reading.draft !== undefined) {
      const fault = this.#recordDraft(reading.draft, reading.file, reading.beside);
      if (fault !== undefined) faults.push(fault);
    }
    this.faults.push(...faults);
    this.files.push({ ...reading.file, faults });
  }

  #recordDraft(draft: Draft, file: RecordedFile, beside: readonly string[] = []): Fault | undefined {
    const known = this.#knownArticle(draft, file);
    if (known !== undefined && known.path !== draft.path && !this.#isFree(known)) {
      return error(
        draft.path,
        `found the id ${known.id}, which ${known.path} has already: give each article its own`,
      );
    }
    const articleAt = (path: string) => this.#addressAt(path);
    const prepared = prepareDraft(draft, { assetAt: this.#context.assetAt, articleAt, beside });
    const row =
      known === undefined ? this.#mint(draft, file, prepared) : this.#revise(known, draft, file, prepared);
    this.#take(row.article, draft.path);
    this.#rows.set(row.article.row, row);
    this.#know(row.article);
    if (known?.path !== draft.path || known.slug !== row.article.slug) this.named.push(draft.path);
    return row.fault;
  }

  /**
   * Stated id, then the path while its file is there, then whatever lost its file: with equal bytes, with the stated
   * slug, at the same path, or at the same path in another format.
   */
  #knownArticle(draft: Draft, file: RecordedFile): Known | undefined {
    if (draft.id !== undefined && this.#byId.has(draft.id)) return this.#byId.get(draft.id);
    const here = this.#byPath.get(draft.path);
    if (here?.present === 1) return here;
    const free = (articles: readonly (Known | undefined)[]) =>
      articles.find(
        (article) => article !== undefined && article.path !== draft.path && this.#isFree(article),
      );
    return (
      free(this.#byHash.get(file.hash) ?? []) ??
      free([draft.slug === undefined ? undefined : this.#bySlug.get(draft.slug)]) ??
      here ??
      free(otherFormats(draft.path).map((path) => this.#byPath.get(path)))
    );
  }

  /** True when no file holds the article: it is deleted, or another article's file has its path now. */
  #isFree({ present, path, row }: Known): boolean {
    if (this.#rows.has(row) && !this.#released.has(row)) return false;
    if (present === 0 || path === null) return true;
    return this.#byPath.get(path)?.row !== row || this.#context.isGone(path);
  }

  /** Where the article whose file is at a path can be read. */
  #addressAt(path: string): string | undefined {
    const article = isArticlePath(path) ? this.#byPath.get(path) : undefined;
    if (article === undefined) return undefined;
    return (JSON.parse(article.card) as Card).permalink ?? `/articles/${encodeURIComponent(article.slug)}`;
  }

  #idWish(draft: Draft): string {
    return (
      draft.id ?? mintId(this.#context.authority, draft.published ?? this.#context.now, pathStem(draft.path))
    );
  }

  #mint(draft: Draft, file: RecordedFile, prepared: PreparedDraft): ArticleRow {
    const { now, change } = this.#context;
    const row = this.#nextRow++;
    const firstSeen = seconds(now);
    const published = draft.published === undefined ? firstSeen : seconds(draft.published);
    const state = stateOf(draft, published, firstSeen, false);
    const updated = firstUpdated(draft, published, state, firstSeen);
    const { slug, fault } = this.#slugFor(draft, row);
    return {
      body: prepared.body,
      card: prepared.card,
      fault,
      article: {
        row,
        id: firstFree(this.#idWish(draft), (id) => this.#byId.has(id)),
        slug,
        path: draft.path,
        present: 1,
        state,
        published,
        first_seen: firstSeen,
        first_live: state === 'live' ? change.at : null,
        updated,
        tie: this.#tie(updated),
        content_hash: prepared.contentHash,
        file_hash: file.hash,
        revision: 1,
        change: change.number,
        card: JSON.stringify(prepared.card),
      },
      wasLive: false,
      isChanged: true,
    };
  }

  #revise(known: Known, draft: Draft, file: RecordedFile, prepared: PreparedDraft): ArticleRow {
    const { now, change } = this.#context;
    const hasBeenLive = known.first_live !== null;
    const published =
      hasBeenLive || draft.published === undefined ? known.published : seconds(draft.published);
    const state = stateOf(draft, published, seconds(now), hasBeenLive);
    const slug =
      draft.slug !== undefined && draft.slug !== known.slug
        ? this.#slugFor(draft, known.row)
        : { slug: known.slug, fault: undefined };
    const isEdited = known.content_hash !== prepared.contentHash || slug.slug !== known.slug;
    const isRelinked = (this.#bodies.get(known.row) ?? prepared.body) !== prepared.body;
    const isChanged = isEdited || isRelinked || state !== known.state || published !== known.published;
    const updated = hasBeenLive
      ? laterUpdated(known, draft, isEdited, change.at)
      : firstUpdated(draft, published, state, seconds(now));
    return {
      body: prepared.body,
      card: prepared.card,
      fault: slug.fault,
      article: {
        ...known,
        slug: slug.slug,
        path: draft.path,
        present: 1,
        state,
        published,
        first_live: known.first_live ?? (state === 'live' ? change.at : null),
        updated,
        tie: updated === known.updated ? known.tie : this.#tie(updated),
        content_hash: prepared.contentHash,
        file_hash: file.hash,
        revision: isChanged ? known.revision + 1 : known.revision,
        change: isChanged ? change.number : known.change,
        card: JSON.stringify(prepared.card),
      },
      wasLive: known.state === 'live',
      isChanged,
    };
  }

  #tie(updated: number): number {
    const tie = this.#ties.get(updated) ?? 0;
    this.#ties.set(updated, tie + 1);
    return tie;
  }

  #slugFor(draft: Draft, row: number): { readonly slug: string; readonly fault: Fault | undefined } {
    const wish = slugWish(draft);
    const slug = firstFree(wish, (candidate) => (this.#slugs.get(candidate) ?? row) !== row);
    this.#slugs.set(slug, row);
    const isRefused = draft.slug !== undefined && slug !== wish;
    const what = `found the slug ${wish}, which another article has already: published as ${slug}`;
    return { slug, fault: isRefused ? { ...error(draft.path, what), severity: 'warning' } : undefined };
  }

  /** The path is this article's now; whoever had it keeps everything else. */
  #take(article: Known, path: string): void {
    const before = this.#byPath.get(path);
    if (before !== undefined && before.row !== article.row) {
      const row = this.#rows.get(before.row);
      if (row !== undefined)
        this.#rows.set(before.row, { ...row, article: { ...row.article, path: null, present: 0 } });
      this.#released.add(before.row);
    }
    this.#byPath.set(path, article);
    this.#released.delete(article.row);
  }
}

function slugWish(draft: Draft): string {
  return draft.slug ?? slugOf(draft.headline);
}

function draftInstants(draft: Draft, now: Date): number[] {
  return [draft.published ?? now, draft.updated ?? now, now].map(seconds);
}

/** Whole seconds since 1970. */
function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

function stateOf(draft: Draft, published: number, now: number, hasBeenLive: boolean): ArticleTable['state'] {
  if (draft.withheld !== undefined) return hasBeenLive ? 'withdrawn' : 'draft';
  if (draft.isDraft) return 'draft';
  return published > now && !hasBeenLive ? 'scheduled' : 'live';
}

/** The first `updated`: what is stated, but never ahead of the clock and never before `published`. */
function firstUpdated(draft: Draft, published: number, state: ArticleTable['state'], now: number): number {
  if (draft.updated === undefined || state !== 'live') return published;
  return Math.max(Math.min(seconds(draft.updated), now), published);
}

/** T-38: the stated instant if it is later, else the change's own when a reader sees a difference. Never goes back. */
function laterUpdated(known: Known, draft: Draft, isEdited: boolean, changedAt: number): number {
  if (!isEdited) return known.updated;
  const stated = draft.updated === undefined ? undefined : seconds(draft.updated);
  if (stated !== undefined && stated > known.updated && stated <= changedAt) return stated;
  return Math.max(changedAt, known.updated);
}

/** The same path with the other extensions that article files have. */
function otherFormats(path: string): readonly string[] {
  const stem = path.replace(/\.[^./]+$/, '');
  return Object.keys(ARTICLE_EXTENSIONS)
    .map((extension) => `${stem}.${extension}`)
    .filter((other) => other !== path);
}

function error(path: string, what: string): Fault {
  return { path, line: 1, severity: 'error', what };
}

/** The faults as one text, for logs. */
export function faultText(faults: readonly Fault[]): string {
  return faults.map(faultLine).join('; ');
}
