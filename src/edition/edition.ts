/**
 * The current representation of every address.
 *
 * In: changes, from the ledger. Out: representations, found by path without waiting, or made at the first request
 * after a change and kept. What somebody polls is renewed as soon as a change touches it, and all of it is swapped at
 * once, so that no two documents of one moment show different moments (H-21). It knows no request and no status code.
 */
import type { Site } from '../base/site.ts';
import { FORMATS, type Format } from '../feeds/feed.ts';
import { type ArchiveAddress, documentPath } from '../feeds/feed-address.ts';
import type { ArticleCard, ArticlePlace } from '../ledger/article.ts';
import type { Change } from '../ledger/change-sequence.ts';
import type { FeedCount, FeedRecord } from '../ledger/feed-tables.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { CODING_STEPS, CODINGS, type Coding, type Representation } from '../render/representation.ts';
import { ArticleReads } from './article-reads.ts';
import { CodingWork } from './coding-work.ts';
import { DocumentTable } from './document-table.ts';
import { type ArchivedDocument, type DocumentTerms, FeedDocuments } from './feed-documents.ts';
import type { NamedChange } from './named-change.ts';
import { renewedDocuments } from './renewed-documents.ts';
import type { EditionState, FoundArticle, ServedEdition } from './served-edition.ts';
import { SCHEDULED_MAX, Upcoming } from './upcoming.ts';

/** How much an edition keeps and shows; every number is a setting. */
export interface EditionLimits extends DocumentTerms {
  /** Bytes of representations kept, all codings together. */
  readonly representationBytesMax: number;
  /** True while files are taken in by the thousand: the smallest codings wait. */
  readonly isBusy?: () => boolean;
}

/** The representations of the present moment. */
export class Edition implements ServedEdition {
  readonly #ledger: Ledger;
  #maker: FeedDocuments;
  readonly #documents: DocumentTable;
  readonly #codings: CodingWork;
  readonly #reads: ArticleReads;
  /** Everything that reads the ledger for a document waits for its turn, so no document is made half-way through a change. */
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #change = 0;
  #changedAt = new Date(0);
  #upcoming = new Upcoming([]);

  constructor(ledger: Ledger, site: Site, limits: EditionLimits) {
    this.#ledger = ledger;
    this.#maker = new FeedDocuments(ledger, site, limits);
    this.#reads = new ArticleReads(ledger.articles);
    this.#documents = new DocumentTable(limits.representationBytesMax);
    this.#codings = new CodingWork(this.#documents, () => this.#change, limits.isBusy);
  }

  /** Makes the feeds look again if the settings differ from those they were made with. */
  async open(): Promise<void> {
    await this.#ledger.noteSettings(this.#maker.salt);
    const last = await this.#ledger.lastChange();
    this.#change = last.number;
    this.#changedAt = last.at;
    await this.#lookAhead();
  }

  /** Makes the main feed's documents, so that nobody waits for them: RSS first, which most readers ask for; codings follow. */
  async warm(): Promise<void> {
    for (const format of FORMATS) if (!this.#isClosed) await this.#document('', format, CODING_STEPS[0]);
    this.#codings.begin(this.#change);
  }

  /** Waits for the work in hand; the ledger may be closed after it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
    await this.#codings.close();
  }

  get epoch(): string {
    return this.#ledger.epoch;
  }

  get change(): number {
    return this.#change;
  }

  get changedAt(): Date {
    return this.#changedAt;
  }

  /** What another thread has to know of it. */
  get state(): EditionState {
    return {
      epoch: this.epoch,
      change: this.#change,
      changedAt: this.#changedAt,
      scheduled: this.#upcoming.scheduled,
    };
  }

  nextScheduledIn(feed?: string): Date | undefined {
    return this.#upcoming.in(feed);
  }

  onChange(listener: (paths: readonly string[]) => void): () => void {
    return this.#documents.onChange(listener);
  }

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
    if (known !== undefined) return known;
    return this.#inTurn(async () => {
      const made = this.#documents.get(path);
      if (made !== undefined) return made;
      const feed = await this.#maker.settled(key);
      if (feed === undefined) return undefined;
      const representation = (await this.#maker.make(feed, [format], codings)).get(format)!;
      this.#documents.set(path, { key, format, representation });
      this.#codings.perfectLater();
      return representation;
    });
  }

  delta(
    key: string,
    format: Format,
    since: NamedChange,
    of: Representation,
  ): Promise<Representation | undefined> {
    return this.#inTurn(async () => {
      const record = await this.#maker.record(key);
      if (record === undefined || !of.tag.startsWith(`${this.#maker.version(record.change)}.`))
        return undefined;
      return this.#maker.delta(record, format, since, of.codings.identity.bytes.length);
    });
  }

  archived(key: string, format: Format, at: ArchiveAddress): Promise<ArchivedDocument | undefined> {
    return this.#inTurn(() => this.#maker.archive(key, format, at));
  }

  current(path: string): Representation | undefined {
    return this.#documents.peek(path);
  }

  feed(key: string): Promise<FeedRecord | undefined> {
    return this.#maker.record(key);
  }

  newest(key: string, limit: number): Promise<readonly ArticleCard[]> {
    return this.#ledger.articles.newest(key, limit);
  }

  places(offset: number, limit: number): Promise<readonly ArticlePlace[]> {
    return this.#ledger.articles.places(offset, limit);
  }

  article(slug: string): Promise<FoundArticle | undefined> {
    return this.#reads.find(slug);
  }

  /** The slugs of the articles that were read last: their pages may be in caches. */
  get read(): readonly string[] {
    return this.#reads.slugs;
  }

  feeds(home: string, limit: number): Promise<readonly FeedCount[]> {
    return this.#ledger.feeds.list(home, limit);
  }

  count(key: string): Promise<number> {
    return this.#ledger.feeds.count(key);
  }

  /** Renews what somebody polls and a change touched; everything else is made when it is asked for. */
  async learn(change: Change): Promise<void> {
    await this.#inTurn(() => this.#show(change));
    this.#codings.begin(change.number);
  }

  async #show(change: Change): Promise<void> {
    const renewed = await renewedDocuments(change, this.#documents, this.#maker);
    await this.#lookAhead();
    // Other settings are a change of their own, and may overtake one that was on its way here.
    if (change.number > this.#change) {
      this.#change = change.number;
      this.#changedAt = change.at;
    }
    for (const [path, entry] of renewed) this.#documents.set(path, entry);
    this.#documents.tell([...renewed.keys()]);
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
    if (change !== undefined) this.#codings.begin(change.number);
  }

  /** Fills the pages that the main feed's archive will begin with, while `isWanted`; in no turn, since it takes seconds. */
  fillArchive(isWanted: () => boolean): Promise<void> {
    return this.#maker.fillArchive('', isWanted);
  }

  /** Resolves when every document is there in every coding. */
  completed(): Promise<void> {
    return this.#codings.completed();
  }

  /** Learns when the next scheduled article goes live, after a recording that no reader could notice. */
  async lookAhead(): Promise<void> {
    await this.#lookAhead();
    this.#documents.tell([]);
  }

  async #lookAhead(): Promise<void> {
    this.#upcoming = new Upcoming(await this.#ledger.articles.scheduled(SCHEDULED_MAX));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
