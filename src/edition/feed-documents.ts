/**
 * The documents of one feed, made from the ledger.
 *
 * What all formats share – the record, the articles – is read once; each format adds its fragments and its shell.
 * Nothing is kept here but fragments: which documents are current is the edition's to know.
 */
import { createHash } from 'node:crypto';
import type { Site } from '../base/site.ts';
import type { Format } from '../feeds/feed.ts';
import type { ArchiveAddress } from '../feeds/feed-address.ts';
import { archiveAddress, archiveHead, feedHead } from '../feeds/select-feed.ts';
import type { FeedRecord } from '../ledger/feed-tables.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { MEDIA_TYPES, renderDocument } from '../render/document.ts';
import { GENERATOR } from '../render/generator.ts';
import { type Coding, type Representation, represent } from '../render/representation.ts';
import { Fragments } from './fragments.ts';

/** What the documents of every feed are made with. */
export interface DocumentTerms {
  /** Articles in one feed, and bytes of their texts, at most. */
  readonly articles: number;
  readonly bytesMax: number;
  /** Cache-Control's max-age of a feed; `ttl` says the same in minutes. */
  readonly maxAgeSeconds: number;
  readonly fragmentBytesMax: number;
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
  readonly #fragments: Fragments;
  /** Whatever documents are made of beside their articles: feeds look again when it differs from the last start's. */
  readonly salt: string;

  constructor(ledger: Ledger, site: Site, terms: DocumentTerms) {
    this.#ledger = ledger;
    this.#site = site;
    this.#terms = terms;
    this.#fragments = new Fragments(ledger, site, terms.fragmentBytesMax);
    this.salt = digest(
      JSON.stringify([GENERATOR, site, terms.articles, terms.bytesMax, terms.maxAgeSeconds]),
    );
  }

  /** The feed's record, brought up to date; undefined when there is no such feed. */
  record(key: string): Promise<FeedRecord | undefined> {
    return this.#ledger.feeds.settle(key, this.#terms, this.salt, digest);
  }

  /** What the entity-tags of all documents made after a change begin with. */
  version(change: number): string {
    return `${this.#ledger.epoch}.${change.toString(36)}`;
  }

  /** Some formats of a feed, from one and the same moment. */
  async make(
    record: FeedRecord,
    formats: readonly Format[],
    codings: readonly Coding[],
  ): Promise<ReadonlyMap<Format, Representation>> {
    const articles = await this.#ledger.window(record.key, this.#terms);
    const head = feedHead(record, this.#site);
    const version = this.version(record.change);
    const made = await Promise.all(
      formats.map(async (format): Promise<[Format, Representation]> => {
        const fragments = await this.#fragments.of(articles, format);
        const text = renderDocument(head, format, fragments, this.#site, this.#ttlMinutes);
        return [format, await represent(text, MEDIA_TYPES[format], version, record.modified, codings)];
      }),
    );
    return new Map(made);
  }

  /**
   * A page of a feed's archive; made for one request, its fragments are not kept: whoever walks through the past must not
   * cost the present its place.
   *
   * @returns undefined when there is no such page
   */
  async archive(key: string, format: Format, at: ArchiveAddress): Promise<ArchivedDocument | undefined> {
    const record = await this.record(key);
    const archived = record && (await this.#ledger.archive(key, at.page, at.places));
    if (record === undefined || archived === undefined) return undefined;
    const { page, articles, change, modified } = archived;
    const head = archiveHead({ ...record, change, modified }, page, this.#site);
    const fragments = await this.#fragments.of(articles, format, { isKept: false });
    const text = renderDocument(head, format, fragments, this.#site, this.#ttlMinutes);
    const representation = await represent(text, MEDIA_TYPES[format], this.version(change), modified);
    return { address: archiveAddress(page), representation };
  }

  get #ttlMinutes(): number {
    return Math.ceil(this.#terms.maxAgeSeconds / 60);
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
