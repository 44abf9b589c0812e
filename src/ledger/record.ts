/**
 * Readings become articles: the one place where identity is given and dates are settled.
 *
 * In: what was read of some files. Out: the change, if a reader could notice any. It runs inside the caller's
 * transaction and asks the tables once per batch, not once per file. It reads no clock and no file.
 *
 * Source: design §3; rules T-37 … T-39, R-33, A-14 … A-21.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Draft } from '../article/draft.ts';
import { type Fault, faultLine } from '../article/fault.ts';
import { slugOf } from '../article/slug.ts';
import type { Asset, PreparedDraft } from './card.ts';
import { prepareDraft } from './card.ts';
import { type RecordedFile, saveFiles } from './file-table.ts';
import { firstFree, mintId, pathStem } from './mint.ts';
import { type ArticleRow, insertTogether, saveArticles } from './save-articles.ts';
import type { ArticleTable, Tables } from './tables.ts';

/** One file that was read. */
export interface FileReading {
  readonly file: RecordedFile;
  /** Undefined when a fault keeps it from being published; its article then keeps its last good version. */
  readonly draft: Draft | undefined;
  readonly faults: readonly Fault[];
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
  return { touched, faults: batch.faults };
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
  readonly #byHash = new Map<string, Known[]>();
  readonly #slugs = new Map<string, number>();
  readonly #ties = new Map<number, number>();
  readonly #rows = new Map<number, ArticleRow>();
  readonly #released = new Set<number>();
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
    const paths = readings.map(({ file }) => file.path);
    const hashes = readings.map(({ file }) => file.hash);
    const ids = drafts.map((draft) => batch.#idWish(draft));
    const known = await db
      .selectFrom('article')
      .selectAll()
      .where((eb) => eb.or([eb('path', 'in', paths), eb('file_hash', 'in', hashes), eb('id', 'in', ids)]))
      .orderBy('row')
      .execute();
    for (const article of known) batch.#know(article);
    const wishes = drafts.map((draft) => slugWish(draft));
    const slugs = await db.selectFrom('slug').selectAll().where('slug', 'in', wishes).execute();
    for (const { slug, row } of slugs) batch.#slugs.set(slug, row);
    await batch.#loadTaken(
      db,
      slugs.map(({ slug }) => slug),
    );
    const instants = [
      ...new Set([context.change.at, ...drafts.flatMap((draft) => draftInstants(draft, context.now))]),
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

  #know(article: Known): void {
    this.#byId.set(article.id, article);
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
      const fault = this.#recordDraft(reading.draft, reading.file);
      if (fault !== undefined) faults.push(fault);
    }
    this.faults.push(...faults);
    this.files.push({ ...reading.file, faults });
  }

  #recordDraft(draft: Draft, file: RecordedFile): Fault | undefined {
    const known = this.#knownArticle(draft, file);
    if (
      known !== undefined &&
      known.path !== draft.path &&
      known.present === 1 &&
      !this.#context.isGone(known.path!)
    ) {
      return error(
        draft.path,
        `found the id ${known.id}, which ${known.path} has already: give each article its own`,
      );
    }
    const prepared = prepareDraft(draft, this.#context.assetAt);
    const row =
      known === undefined ? this.#mint(draft, file, prepared) : this.#revise(known, draft, file, prepared);
    this.#take(row.article, draft.path);
    this.#rows.set(row.article.row, row);
    this.#know(row.article);
    return row.fault;
  }

  /** Stated id, then the path while its file is there, then equal bytes under a path that is gone, then the old path. */
  #knownArticle(draft: Draft, file: RecordedFile): Known | undefined {
    if (draft.id !== undefined && this.#byId.has(draft.id)) return this.#byId.get(draft.id);
    const here = this.#byPath.get(draft.path);
    if (here?.present === 1) return here;
    const moved = this.#byHash
      .get(file.hash)
      ?.find((article) => article.path !== draft.path && this.#isFree(article));
    return moved ?? here;
  }

  #isFree(article: Known): boolean {
    return article.present === 0 || article.path === null || this.#context.isGone(article.path);
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
    const wish = draft.updated === undefined ? published : Math.max(seconds(draft.updated), published);
    // An instant ahead of the clock would be implausible to readers; a scheduled one is settled when it goes live.
    const updated = state === 'live' ? Math.min(wish, Math.max(firstSeen, published)) : wish;
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
    const isChanged = isEdited || state !== known.state || published !== known.published;
    const updated = updatedOf(known, draft, published, isEdited && hasBeenLive, state, this.#context);
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

/** T-38: the stated instant if it is later, else the change's own when a reader sees a difference. Never goes back. */
function updatedOf(
  known: Known,
  draft: Draft,
  published: number,
  isEdited: boolean,
  state: ArticleTable['state'],
  context: RecordContext,
): number {
  if (!isEdited) return state === 'live' ? Math.max(known.updated, published) : published;
  const stated = draft.updated === undefined ? undefined : seconds(draft.updated);
  if (stated !== undefined && stated > known.updated && stated <= context.change.at) return stated;
  return Math.max(context.change.at, known.updated);
}

function error(path: string, what: string): Fault {
  return { path, line: 1, severity: 'error', what };
}

/** The faults as one text, for logs. */
export function faultText(faults: readonly Fault[]): string {
  return faults.map(faultLine).join('; ');
}
