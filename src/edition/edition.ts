/**
 * The current representation of every address.
 *
 * In: changes, from the ledger. Out: representations, found by path without waiting, or made at the first request
 * after a change and kept. What somebody polls is renewed as soon as a change touches it, and all of it is swapped at
 * once, so that no two documents of one moment show different moments (H-21). It knows no request and no status code.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Site } from '../base/site.ts';
import { FORMATS, type Format } from '../feeds/feed.ts';
import { type ArchiveAddress, documentPath } from '../feeds/feed-address.ts';
import type { ArticleCard } from '../ledger/article.ts';
import type { FeedCount, FeedRecord } from '../ledger/feed-tables.ts';
import type { Change, Ledger } from '../ledger/ledger.ts';
import {
  CODING_STEPS,
  CODINGS,
  type Coding,
  type Representation,
  represent,
  withBestBrotli,
  withCodings,
} from '../render/representation.ts';
import { type ArchivedDocument, type DocumentTerms, FeedDocuments } from './feed-documents.ts';
import { SCHEDULED_MAX, Upcoming } from './upcoming.ts';

/** Articles read at once when all of them are wanted. */
const ARCHIVE_PAGE = 500;

/** Documents in work at once: codings are made by other threads, and a few documents use them all. */
const DOCUMENTS_TOGETHER = 6;

/** How long nothing must have changed before documents are made as small as they can be, in milliseconds. */
const QUIET_MS = 1000;

/** Documents that are made so after a change at most: those polled last. */
const PERFECTED_MAX = 50;

/** Pages for people kept ready. */
const PAGES_MAX = 1000;

/** How much an edition keeps and shows; every number is a setting. */
export interface EditionLimits extends DocumentTerms {
  /** Bytes of representations kept, all codings together. */
  readonly representationBytesMax: number;
}

/** A text that will become the representation of an address. */
export interface Page {
  readonly text: string;
  readonly mediaType: string;
}

interface FeedEntry {
  readonly key: string;
  readonly format: Format;
  readonly representation: Representation;
}

interface PageEntry {
  readonly made: Promise<Representation | undefined>;
  /** Set once it is made. */
  representation: Representation | undefined;
}

/** The representations of the present moment. */
export class Edition {
  readonly #ledger: Ledger;
  #maker: FeedDocuments;
  readonly #documents: LRUCache<string, FeedEntry>;
  readonly #pages: LRUCache<string, PageEntry>;
  readonly #listeners = new Set<(paths: readonly string[]) => void>();
  /** Everything that reads the ledger for a document waits for its turn, so no document is made half-way through a change. */
  #turn: Promise<unknown> = Promise.resolve();
  #completing: Promise<void> = Promise.resolve();
  #perfecting: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;
  #isClosed = false;
  #change = 0;
  #changedAt = new Date(0);
  #upcoming = new Upcoming([]);

  constructor(ledger: Ledger, site: Site, limits: EditionLimits) {
    this.#ledger = ledger;
    this.#maker = new FeedDocuments(ledger, site, limits);
    this.#documents = new LRUCache({
      maxSize: limits.representationBytesMax,
      sizeCalculation: ({ representation }) => bytesKept(representation),
      // A representation that falls out must not live on in somebody's table.
      dispose: (_, path, reason) => reason === 'evict' && this.#tell([path]),
    });
    this.#pages = new LRUCache({
      max: PAGES_MAX,
      dispose: (_, path, reason) => reason === 'evict' && this.#tell([path]),
    });
  }

  /** Makes the feeds look again if the settings differ from those they were made with. */
  async open(): Promise<void> {
    await this.#ledger.noteSettings(this.#maker.salt);
    const last = await this.#ledger.lastChange();
    this.#change = last.number;
    this.#changedAt = last.at;
    await this.lookAhead();
  }

  /** Makes the main feed's documents, so that nobody waits for them: RSS first, which most readers ask for; codings follow. */
  async warm(): Promise<void> {
    for (const format of FORMATS) if (!this.#isClosed) await this.#document('', format, CODING_STEPS[0]);
    this.#completing = this.#completing.then(() => this.#complete(this.#change));
  }

  /** Waits for the work in hand; the ledger may be closed after it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
    await this.#completing;
    clearTimeout(this.#quiet);
    await this.#perfecting;
  }

  /** The instant at which the next scheduled article goes live, if any: no answer may be cached beyond it. */
  get nextScheduled(): Date | undefined {
    return this.#upcoming.in();
  }

  /** The same of one feed. */
  nextScheduledIn(feed: string | undefined): Date | undefined {
    return this.#upcoming.in(feed);
  }

  /** Calls `listener` with the paths whose representations are no longer the current ones, until told to stop. */
  onChange(listener: (paths: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The document of a feed, made if it was not yet; undefined when there is no such feed. */
  document(key: string, format: Format): Promise<Representation | undefined> {
    return this.#document(key, format, CODINGS);
  }

  async #document(
    key: string,
    format: Format,
    codings: readonly Coding[],
  ): Promise<Representation | undefined> {
    const path = documentPath(key, format);
    const known = this.#documents.get(path);
    if (known !== undefined) return known.representation;
    return this.#inTurn(async () => {
      const made = this.#documents.get(path);
      if (made !== undefined) return made.representation;
      const record = await this.#maker.record(key);
      if (record === undefined) return undefined;
      const representation = (await this.#maker.make(record, [format], codings)).get(format)!;
      this.#documents.set(path, { key, format, representation });
      this.#perfectLater();
      return representation;
    });
  }

  /**
   * What has changed between an earlier change and a document, where that is less than the document itself.
   *
   * @returns undefined where nothing but the whole document would do, or it has been overtaken
   */
  delta(key: string, format: Format, since: number, of: Representation): Promise<Representation | undefined> {
    return this.#inTurn(async () => {
      const record = await this.#maker.record(key);
      if (record === undefined || !of.tag.startsWith(`${this.#maker.version(record.change)}.`))
        return undefined;
      const delta = await this.#maker.delta(record, format, since);
      const isSmaller =
        delta !== undefined && delta.codings.identity.bytes.length < of.codings.identity.bytes.length;
      return isSmaller ? delta : undefined;
    });
  }

  /** A page of a feed's archive, made for the request: nobody polls the past. */
  archived(key: string, format: Format, at: ArchiveAddress): Promise<ArchivedDocument | undefined> {
    return this.#inTurn(() => this.#maker.archive(key, format, at));
  }

  /**
   * A page of any other kind, made once after each change.
   *
   * @param make answers undefined when there is nothing at the address; that is not kept
   */
  async page(path: string, make: () => Promise<Page | undefined>): Promise<Representation | undefined> {
    const known = this.#pages.get(path);
    if (known !== undefined) return known.made;
    const entry: PageEntry = { made: this.#inTurn(() => this.#makePage(make)), representation: undefined };
    this.#pages.set(path, entry);
    try {
      entry.representation = await entry.made;
    } finally {
      if (entry.representation === undefined && this.#pages.get(path) === entry) this.#pages.delete(path);
    }
    return entry.representation;
  }

  /** True while a representation is the one to answer with; one that was overtaken by a change is not. */
  isCurrent(path: string, representation: Representation): boolean {
    return (
      this.#documents.peek(path)?.representation === representation ||
      this.#pages.peek(path)?.representation === representation
    );
  }

  /** The feed's record, brought up to date; undefined when there is no such feed. */
  feed(key: string): Promise<FeedRecord | undefined> {
    return this.#maker.record(key);
  }

  /** The newest live articles of a feed, newest first. */
  newest(key: string, limit: number): Promise<readonly ArticleCard[]> {
    return this.#ledger.newest(key, limit);
  }

  /** Live articles, newest first, read a page at a time so that polls are answered meanwhile. */
  async *archive(limit: number): AsyncGenerator<ArticleCard> {
    for (let offset = 0; offset < limit; offset += ARCHIVE_PAGE) {
      const page = await this.#ledger.newest('', Math.min(ARCHIVE_PAGE, limit - offset), offset);
      yield* page;
      if (page.length < ARCHIVE_PAGE) return;
      await nextTurn();
    }
  }

  /** The article that a slug names, or once named, with its body. */
  async article(
    slug: string,
  ): Promise<
    { readonly card: ArticleCard & { readonly hasBeenLive: boolean }; readonly body: string } | undefined
  > {
    const card = await this.#ledger.articleBySlug(slug);
    if (card === undefined) return undefined;
    return { card, body: (await this.#ledger.bodies([card.row])).get(card.row) ?? '' };
  }

  /** The feeds under a home (`sections/`, `tags/`, `authors/`) that have live articles, largest first. */
  feeds(home: string, limit: number): Promise<readonly FeedCount[]> {
    return this.#ledger.feeds.list(home, limit);
  }

  /** How many live articles a feed has. */
  count(key: string): Promise<number> {
    return this.#ledger.feeds.count(key);
  }

  /** Where the bytes of a published file with this hash are kept. */
  assetFile(hash: string): string {
    return this.#ledger.assets.fileOf(hash);
  }

  /** The number of the change that is being shown. */
  get change(): number {
    return this.#change;
  }

  /** Renews what somebody polls and a change touched; everything else is made when it is asked for. */
  async learn(change: Change): Promise<void> {
    await this.#inTurn(() => this.#show(change));
    // Nobody waits for this, the next change least of all.
    this.#completing = this.#completing.then(() => this.#complete(change.number));
  }

  async #show(change: Change): Promise<void> {
    const renewed = await this.#renewed(change);
    await this.lookAhead();
    // Other settings are a change of their own, and may overtake one that was on its way here.
    if (change.number > this.#change) {
      this.#change = change.number;
      this.#changedAt = change.at;
    }
    const pages = [...this.#pages.keys()];
    this.#pages.clear();
    for (const [path, entry] of renewed) this.#documents.set(path, entry);
    this.#tell([...renewed.keys(), ...pages]);
  }

  /**
   * Makes everything with other settings from now on; what somebody polls is renewed, and swapped at once.
   *
   * How many bytes are kept stays as it is.
   *
   * @throws {Failure} `data-folder-full` and its like, when the ledger cannot note them; the old ones then stay
   */
  async renew(site: Site, limits: EditionLimits): Promise<void> {
    const change = await this.#inTurn(async () => {
      const maker = new FeedDocuments(this.#ledger, site, limits);
      const present = this.#maker;
      if (maker.salt === present.salt) return undefined;
      // From here on no feed is settled as the old settings would have it.
      this.#maker = maker;
      const noted = await this.#ledger.noteSettings(maker.salt).catch((cause) => {
        this.#maker = present;
        throw cause;
      });
      if (noted !== undefined) await this.#show(noted);
      return noted;
    });
    if (change !== undefined) this.#completing = this.#completing.then(() => this.#complete(change.number));
  }

  /** The documents that somebody polls and a change made look different, in the codings that are quickly made. */
  async #renewed(change: Change): Promise<ReadonlyMap<string, FeedEntry>> {
    const renewed = new Map<string, FeedEntry>();
    const touched = [...this.#documents.values()].filter(({ key }) => change.touched.has(key));
    await together([...Map.groupBy(touched, ({ key }) => key)], async ([key, entries]) => {
      const record = await this.#maker.record(key);
      if (record === undefined) return;
      const version = `${this.#maker.version(record.change)}.`;
      const formats = entries
        .filter(({ representation }) => !representation.tag.startsWith(version))
        .map(({ format }) => format);
      const made = await this.#maker.make(record, formats, CODING_STEPS[0]);
      for (const [format, representation] of made)
        renewed.set(documentPath(key, format), { key, format, representation });
    });
    return renewed;
  }

  /** Resolves when every document is there in every coding. */
  async completed(): Promise<void> {
    await this.#completing;
  }

  async #complete(change: number): Promise<void> {
    for (const codings of CODING_STEPS.slice(1)) {
      // A later change will complete what it leaves; codings of overtaken documents are nobody's.
      if (change === this.#change && !this.#isClosed) await this.#addCodings(codings);
    }
    this.#perfectLater();
  }

  #perfectLater(): void {
    clearTimeout(this.#quiet);
    if (this.#isClosed) return;
    this.#quiet = setTimeout(() => {
      this.#perfecting = this.#perfecting.then(() => this.#perfect(this.#change));
    }, QUIET_MS);
    this.#quiet.unref();
  }

  /**
   * Makes the smallest brotli of what somebody polls, one document after the other, as long as nothing changes: the
   * thread beside stays free for the next change.
   */
  async #perfect(change: number): Promise<void> {
    for (const [path, entry] of [...this.#documents.entries()].slice(0, PERFECTED_MAX)) {
      if (change !== this.#change || this.#isClosed) return;
      this.#exchange(path, entry, await withBestBrotli(entry.representation));
    }
  }

  /** Puts the same document in its place with more or other codings, unless a change was quicker. */
  #exchange(path: string, entry: FeedEntry, representation: Representation): void {
    if (representation === entry.representation || this.#documents.peek(path) !== entry) return;
    this.#documents.set(path, { ...entry, representation });
    this.#tell([path]);
  }

  /** Makes the codings that a change did not wait for; the documents stay what they are. */
  async #addCodings(codings: readonly Coding[]): Promise<void> {
    await together([...this.#documents.entries()], async ([path, entry]) => {
      this.#exchange(path, entry, await withCodings(entry.representation, codings));
    });
  }

  /** Learns when the next scheduled article goes live, after a recording that no reader could notice. */
  async lookAhead(): Promise<void> {
    this.#upcoming = new Upcoming(await this.#ledger.scheduled(SCHEDULED_MAX));
  }

  async #makePage(make: () => Promise<Page | undefined>): Promise<Representation | undefined> {
    const page = await make();
    if (page === undefined) return undefined;
    // Its tag is that of its bytes alone: most changes leave most pages as they are (H-11).
    return represent(page.text, page.mediaType, this.#ledger.epoch, this.#changedAt);
  }

  #tell(paths: readonly string[]): void {
    if (paths.length === 0) return;
    for (const listener of this.#listeners) listener(paths);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

async function together<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += DOCUMENTS_TOGETHER)
    await Promise.all(all.slice(at, at + DOCUMENTS_TOGETHER).map(work));
}

function bytesKept({ codings }: Representation): number {
  return Object.values(codings).reduce((sum, { bytes }) => sum + bytes.length, 1);
}
