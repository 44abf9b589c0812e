/**
 * Readings become articles: the one place where identity is given and dates are settled.
 *
 * In: what was read of some files. Out: the change, if a reader could notice any. It runs inside the caller's
 * transaction and asks the tables once per batch, not once per file. It reads no clock and no file.
 *
 * Source: design §3; rules T-37 … T-39, R-33, A-14 … A-21.
 */
import type { Kysely } from 'kysely';
import type { Draft } from '../article/draft.ts';
import type { Fault } from '../article/fault.ts';
import type { Card } from './article.ts';
import { firstDates, laterDates, seconds } from './article-dates.ts';
import type { ArticleRow } from './article-row.ts';
import { type PreparedDraft, prepareDraft } from './card.ts';
import { type Happening, happenings, saveEvents } from './events.ts';
import { type RecordedFile, refusedFile, saveFiles } from './file-table.ts';
import { FreeNames } from './free-names.ts';
import { insertTogether } from './insert-together.ts';
import { type KnownArticle, KnownArticles } from './known-articles.ts';
import { slugWish } from './mint.ts';
import type { FileReading, RecordContext } from './reading.ts';
import { type FoundArticle, type Likeness, Recognition } from './recognition.ts';
import { saveArticles } from './save-articles.ts';
import type { Tables } from './tables.ts';

/** What a batch did. */
export interface RecordOutcome {
  /** Feeds in which something may look different now. */
  readonly touched: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  /** Paths at which an article can be linked to now that could not before. */
  readonly named: readonly string[];
  /** Files at new paths that are articles known from elsewhere. */
  readonly recognised: readonly Recognised[];
}

/** A file that is an article known from elsewhere, and how that was seen. */
export interface Recognised {
  readonly path: string;
  readonly id: string;
  readonly how: Likeness;
}

/** Records a batch of readings, in the order given; files that were refused an id before come last. */
export async function recordReadings(
  db: Kysely<Tables>,
  readings: readonly FileReading[],
  context: RecordContext,
): Promise<RecordOutcome> {
  const drafts = readings.flatMap(({ draft }) => draft ?? []);
  const known = await KnownArticles.load(db, readings, context);
  const names = await FreeNames.load(db, drafts, known, context);
  const recognition = await Recognition.load(db, readings, known, context);
  const batch = new Batch(context, known, names, recognition);
  const isLater = ({ file }: FileReading) => recognition.wasRefused(file.path);
  const inOrder = [...readings.filter((one) => !isLater(one)), ...readings.filter(isLater)];
  for (const reading of inOrder) batch.record(reading);
  await saveFiles(db, batch.files);
  await saveReferences(db, readings);
  const touched = await saveArticles(db, [...batch.rows.values()], recognition.displaced, context.change);
  await saveEvents(db, batch.events, touched.size > 0 ? context.change.number : context.change.number - 1);
  return { touched, faults: batch.faults, named: batch.named, recognised: batch.recognised };
}

async function saveReferences(db: Kysely<Tables>, readings: readonly FileReading[]): Promise<void> {
  const read = readings.flatMap(({ draft, file }) => (draft === undefined ? [] : file));
  if (read.length === 0) return;
  const sources = read.map(({ path }) => path);
  await db.deleteFrom('reference').where('source', 'in', sources).execute();
  const rows = read.flatMap(({ path, references }) => references.map((target) => ({ source: path, target })));
  await insertTogether(rows, (some) => db.insertInto('reference').values(some).execute());
}

/** The readings of one transaction, as they become rows. */
class Batch {
  readonly faults: Fault[] = [];
  readonly files: RecordedFile[] = [];
  readonly rows = new Map<number, ArticleRow>();
  readonly named: string[] = [];
  readonly recognised: Recognised[] = [];
  readonly events: Happening[] = [];
  readonly #context: RecordContext;
  readonly #known: KnownArticles;
  readonly #names: FreeNames;
  readonly #recognition: Recognition;

  constructor(context: RecordContext, known: KnownArticles, names: FreeNames, recognition: Recognition) {
    this.#context = context;
    this.#known = known;
    this.#names = names;
    this.#recognition = recognition;
  }

  record({ file, draft, faults, beside = [] }: FileReading): void {
    const found = draft && this.#recognition.find(draft, file.hash);
    const isRefused = found !== undefined && !this.#recognition.isFreeFor(file.path, found.article);
    const more =
      draft === undefined
        ? []
        : isRefused
          ? [refusedId(file.path, found.article)]
          : this.#recordDraft(draft, found, file, beside);
    const all = [...faults, ...more];
    this.faults.push(...all);
    const seen = isRefused ? refusedFile(file, found.article.row) : file;
    this.files.push({ ...seen, faults: all });
  }

  #recordDraft(
    draft: Draft,
    found: FoundArticle | undefined,
    file: RecordedFile,
    beside: readonly string[],
  ): readonly Fault[] {
    const known = found?.article;
    const articleAt = (path: string) => this.#known.addressAt(path);
    const prepared = prepareDraft(draft, { assetAt: this.#context.assetAt, articleAt, beside });
    const row =
      known === undefined ? this.#mint(draft, file, prepared) : this.#revise(known, draft, file, prepared);
    if (found !== undefined && found.how !== 'its path')
      this.recognised.push({ path: draft.path, id: row.article.id, how: found.how });
    this.#recognition.settle(row.article, draft.path);
    this.rows.set(row.article.row, row);
    if (isNamedAnew(known, row.article)) this.named.push(draft.path);
    const own = draft.id === undefined ? undefined : this.#known.withId(draft.id);
    return [
      ...refusedSlug(draft, row.article.slug),
      ...(own === undefined ? lateId(draft, row.article) : []),
    ];
  }

  #mint(draft: Draft, file: RecordedFile, prepared: PreparedDraft): ArticleRow {
    const { change } = this.#context;
    const now = seconds(this.#context.now);
    const dates = firstDates(draft, now);
    const row = this.#names.nextRow();
    const article: KnownArticle = {
      row,
      id: this.#names.freeId(draft),
      slug: this.#names.freeSlug(draft, row),
      path: draft.path,
      present: 1,
      ...dates,
      first_seen: now,
      first_live: dates.state === 'live' ? change.at : null,
      tie: this.#names.freeTie(dates.updated),
      content_hash: prepared.contentHash,
      file_hash: file.hash,
      revision: 1,
      change: change.number,
      card: JSON.stringify(prepared.card),
      ended: null,
    };
    return {
      article,
      card: prepared.card,
      body: prepared.body,
      wasLive: false,
      isCorrected: false,
      isChanged: true,
    };
  }

  #revise(known: KnownArticle, draft: Draft, file: RecordedFile, prepared: PreparedDraft): ArticleRow {
    const { now, change } = this.#context;
    const isRenamed = draft.slug !== undefined && draft.slug !== known.slug;
    const slug = isRenamed ? this.#names.freeSlug(draft, known.row) : known.slug;
    const isEdited = known.content_hash !== prepared.contentHash || slug !== known.slug;
    const isRelinked = (this.#known.linkingBody(known.row) ?? prepared.body) !== prepared.body;
    const dates = laterDates(known, draft, isEdited, seconds(now), change.at);
    const isMoved = dates.state !== known.state || dates.published !== known.published;
    const isChanged = isEdited || isRelinked || isMoved;
    const article: KnownArticle = {
      ...known,
      slug,
      path: draft.path,
      present: 1,
      ...dates,
      first_live: known.first_live ?? (dates.state === 'live' ? change.at : null),
      tie: dates.updated === known.updated ? known.tie : this.#names.freeTie(dates.updated),
      content_hash: prepared.contentHash,
      file_hash: file.hash,
      revision: isChanged ? known.revision + 1 : known.revision,
      change: isChanged ? change.number : known.change,
      card: JSON.stringify(prepared.card),
      ended: endOf(known, dates.state, change.at),
    };
    const { card, body, contentHash } = prepared;
    const isCorrected =
      card.correction !== undefined && card.correction !== (JSON.parse(known.card) as Card).correction;
    const isBodyChanged = known.content_hash !== contentHash && known.card === article.card;
    this.events.push(...happenings(known, article, isBodyChanged, isCorrected));
    return { article, card, body, wasLive: known.state === 'live', isCorrected, isChanged };
  }
}

/** True when links to it can lead somewhere else than before. */
function isNamedAnew(before: KnownArticle | undefined, { path, slug, first_live }: KnownArticle): boolean {
  const wasNeverLive = before?.first_live === null;
  return before?.path !== path || before.slug !== slug || (wasNeverLive && first_live !== null);
}

/** The instant at which readers lost it: this change's, if it takes a live article from them. */
function endOf(known: KnownArticle, state: KnownArticle['state'], at: number): number | null {
  if (state === 'live') return null;
  return known.state === 'live' ? at : known.ended;
}

function refusedId(path: string, { id, path: holder }: KnownArticle): Fault {
  const what = `found the id ${id}, which ${holder} has already: give each article its own`;
  return { path, line: 1, severity: 'error', what };
}

/** An id that no article has, stated for one that has another. */
function lateId({ path, id: stated }: Draft, { id }: KnownArticle): readonly Fault[] {
  if (stated === undefined || stated === id) return [];
  const what = `found the id ${stated}, but the article has been ${id} since it was first seen: it keeps that`;
  return [{ path, line: 1, severity: 'warning', what }];
}

function refusedSlug(draft: Draft, slug: string): readonly Fault[] {
  const wish = slugWish(draft);
  if (draft.slug === undefined || slug === wish) return [];
  const what = `found the slug ${wish}, which another article has already: published as ${slug}`;
  return [{ path: draft.path, line: 1, severity: 'warning', what }];
}
