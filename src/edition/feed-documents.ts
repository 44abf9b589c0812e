/**
 * The documents of one feed, made from the ledger.
 *
 * What all formats share – the record, the articles – is read once; each format adds its fragments and its shell.
 * Nothing is kept here but fragments: which documents are current is the edition's to know.
 */
import { createHash } from 'node:crypto';
import type { Site } from '../base/site.ts';
import type { Format } from '../feeds/feed.ts';
import { type ArchiveAddress, documentPath } from '../feeds/feed-address.ts';
import { archiveAddress, archiveHead, feedHead } from '../feeds/feed-head.ts';
import { type AllFeedTerms, type FeedTerms, GONE_SECONDS, goneMax, termsOf } from '../feeds/feed-terms.ts';
import type { ArticleCard } from '../ledger/article.ts';
import type { FeedRecord, SettledFeed } from '../ledger/feed-tables.ts';
import type { WindowTerms } from '../ledger/feed-window.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Removal } from '../ledger/removals.ts';
import { MEDIA_TYPES, renderDocument } from '../render/document.ts';
import { GENERATOR } from '../render/generator.ts';
import { CODINGS, type Coding, type Representation, represent } from '../render/representation.ts';
import { tombstone } from '../render/tombstone.ts';
import { Fragments } from './fragments.ts';
import type { NamedChange } from './named-change.ts';

/** What the documents of every feed are made with. */
export interface DocumentTerms extends WindowTerms, Partial<Omit<AllFeedTerms, keyof WindowTerms>> {
  /** Cache-Control's max-age of a feed; `ttl` says the same in minutes. */
  readonly maxAgeSeconds: number;
  readonly fragmentBytesMax: number;
  /** Told how long each document took. */
  readonly onRendered?: (format: Format, seconds: number) => void;
}

/** A document of an archive, and the address that is its own. */
export interface ArchivedDocument {
  readonly address: ArchiveAddress;
  readonly representation: Representation;
}

/** Makes the documents of feeds. */
export class FeedDocuments {
  readonly #ledger: Ledger;
  readonly #site: Site;
  readonly #terms: DocumentTerms;
  readonly #feeds: AllFeedTerms;
  readonly #fragments: Fragments;
  /** Whatever documents are made of beside their articles: feeds look again when it differs from the last start's. */
  readonly salt: string;

  constructor(ledger: Ledger, site: Site, terms: DocumentTerms) {
    this.#ledger = ledger;
    this.#site = site;
    this.#terms = terms;
    const { articles, bytesMax, content, tombstones, withdrawn, each } = terms;
    this.#feeds = {
      articles,
      bytesMax,
      content: content ?? 'full',
      tombstones: tombstones ?? false,
      withdrawn: withdrawn ?? 'remove',
      each: each ?? {},
    };
    this.#fragments = new Fragments(ledger, site, terms.fragmentBytesMax);
    this.salt = digest(JSON.stringify([GENERATOR, site, this.#feeds, terms.maxAgeSeconds]));
  }

  /** The feed's record, brought up to date; undefined when there is no such feed. */
  async record(key: string): Promise<FeedRecord | undefined> {
    return (await this.settled(key))?.record;
  }

  /** The same for whoever goes on to make its documents. */
  settled(key: string): Promise<SettledFeed | undefined> {
    return this.#ledger.feeds.settle(key, windowTerms(this.#of(key)), this.salt, digest);
  }

  /** Fills the pages that a feed's archive will begin with. */
  fillArchive(key: string, isWanted: () => boolean): Promise<void> {
    return this.#ledger.feeds.fillArchive(key, windowTerms(this.#of(key)), isWanted);
  }

  #of(key: string): FeedTerms {
    return termsOf(this.#feeds, key);
  }

  /** What the entity-tags of all documents made after a change begin with. */
  version(change: number): string {
    return `${this.#ledger.epoch}.${change.toString(36)}`;
  }

  /** Some formats of a feed, from one and the same moment. */
  async make(
    { record, window }: SettledFeed,
    formats: readonly Format[],
    codings: readonly Coding[],
  ): Promise<ReadonlyMap<Format, Representation>> {
    const began = performance.now();
    const shown = await this.#shown(record, window);
    const made = await Promise.all(
      formats.map(async (format): Promise<[Format, Representation]> => {
        const representation = await this.#represent(record, format, shown, codings);
        this.#terms.onRendered?.(format, (performance.now() - began) / 1000);
        return [format, representation];
      }),
    );
    return new Map(made);
  }

  /**
   * What has changed in a feed since an earlier change, as a document of its own (RFC 3229, H-64 … H-66).
   *
   * Whoever has the document as it was after that change, and takes this one in too, has the present one.
   *
   * @param base the change that a reader's entity-tag names
   * @param wholeBytes the length of the present document
   * @returns undefined where nothing but the whole document would do
   */
  async delta(
    record: FeedRecord,
    format: Format,
    base: NamedChange,
    wholeBytes: number,
  ): Promise<Representation | undefined> {
    const since = base.change;
    if (since >= record.change || since < (await this.#ledger.settingsChange())) return undefined;
    if (base.mark !== (await this.#ledger.feeds.markOf(since))) return undefined;
    const { articles, tombstones, mark } = await this.#shown(record);
    const changed = {
      mark,
      articles: articles.filter(({ change }) => change > since),
      tombstones: tombstones.filter(({ change }) => change > since),
    };
    const told = new Set(changed.articles.map(({ row }) => row));
    if (format === 'atom') for (const { article } of changed.tombstones) told.add(article.row);
    const removed = await this.#ledger.articles.removedAfter(record.key, since);
    if (
      told.size === 0 ||
      changed.articles.length === articles.length ||
      !removed.every((row) => told.has(row))
    )
      return undefined;
    const delta = await this.#represent(record, format, changed, CODINGS);
    return delta.codings.identity.bytes.length < wholeBytes ? delta : undefined;
  }

  /** What a feed's documents show at the moment of its record. */
  async #shown(record: FeedRecord, window?: readonly number[]): Promise<Shown> {
    const terms = this.#of(record.key);
    const articles = await this.#ledger.articles.window(record.key, windowTerms(terms), window);
    const since = new Date(record.modified.getTime() - GONE_SECONDS * 1000);
    const removals = await this.#ledger.articles.removals(record.key, since, goneMax(terms));
    const notices =
      terms.withdrawn === 'remove'
        ? []
        : removals
            .map(({ article }) => article)
            .filter(({ state }) => state === 'withdrawn')
            .slice(0, goneMax({ ...terms, tombstones: false }));
    const noticed = new Set(notices.map(({ row }) => row));
    return {
      mark: (await this.#ledger.feeds.markOf(record.change)) ?? '',
      articles: [...articles, ...notices].sort((one, other) => +other.published - +one.published),
      tombstones: terms.tombstones ? removals.filter(({ article }) => !noticed.has(article.row)) : [],
    };
  }

  async #represent(
    record: FeedRecord,
    format: Format,
    { articles, tombstones, mark }: Shown,
    codings: readonly Coding[],
  ): Promise<Representation> {
    const { content } = this.#of(record.key);
    const fragments = await this.#fragments.of(articles, format, { content });
    const gone = format === 'atom' ? tombstones.map(({ article: { id }, at }) => tombstone(id, at)) : [];
    const head = feedHead(record, this.#site);
    const text = renderDocument(head, format, [...fragments, ...gone], this.#site, this.#ttlMinutes);
    const version = `${this.version(record.change)}.${documentMark(record.key, format)}${mark}`;
    return represent(text, MEDIA_TYPES[format], version, record.modified, codings);
  }

  /**
   * A page of a feed's archive, as it is; made for one request, its fragments are not kept: whoever walks through the past must not
   * cost the present its place.
   *
   * @returns undefined when there is no such page
   */
  async archive(key: string, format: Format, at: ArchiveAddress): Promise<ArchivedDocument | undefined> {
    const record = await this.record(key);
    const archived = record?.archive && (await this.#ledger.articles.archive(key, at.page, at.places));
    if (record === undefined || archived === undefined) return undefined;
    const { page, articles, change, modified } = archived;
    const head = archiveHead({ ...record, change, modified }, page, this.#site);
    const fragments = await this.#fragments.of(articles, format, {
      content: this.#of(key).content,
      isKept: false,
    });
    const text = renderDocument(head, format, fragments, this.#site, this.#ttlMinutes);
    const representation = await represent(text, MEDIA_TYPES[format], this.version(change), modified, [
      'identity',
    ]);
    return { address: archiveAddress(page), representation };
  }

  get #ttlMinutes(): number {
    return Math.ceil(this.#terms.maxAgeSeconds / 60);
  }
}

/** What a document shows. */
interface Shown {
  /** What tells the change of the record from another ledger's change of that number; empty for an old one. */
  readonly mark: string;
  readonly articles: readonly ArticleCard[];
  readonly tombstones: readonly Removal[];
}

/**
 * Tells in entity-tags which document they are of: whoever comes from another feed, or from another format, with the tag of
 * that very change must not be told the difference to what it never had (H-66).
 */
function documentMark(key: string, format: Format): string {
  return createHash('sha256').update(documentPath(key, format)).digest('hex').slice(0, 6);
}

function windowTerms(terms: FeedTerms): WindowTerms {
  const articlesMax = goneMax(terms);
  const { articles, bytesMax } = terms;
  return { articles, bytesMax, gone: articlesMax === 0 ? undefined : { articlesMax, seconds: GONE_SECONDS } };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
