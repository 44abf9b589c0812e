/**
 * An edition as another thread sees it: what is current is here, everything else is asked for.
 *
 * The thread that makes the edition tells of each change, with the documents that are polled, before it answers what was
 * asked after it. So what an answer said to be current is so until the news says otherwise.
 */
import { receivedBytes } from '../base/shared-bytes.ts';
import type { Format } from '../feeds/feed.ts';
import { type ArchiveAddress, documentPath } from '../feeds/feed-address.ts';
import type { CodedBytes, Representation } from '../render/representation.ts';
import type { ArchivedDocument } from './feed-documents.ts';
import type { NamedChange } from './named-change.ts';
import type { EditionReads, EditionState, ServedEdition } from './served-edition.ts';
import { Upcoming } from './upcoming.ts';

/** What has changed in an edition. */
export interface EditionNews extends EditionState {
  /** Documents whose representations are other ones now, or none. */
  readonly paths: readonly string[];
  /** Those that there are. */
  readonly documents: ReadonlyMap<string, Representation>;
}

/** A document, and whether it still was the current one when it was sent. */
export interface SentDocument {
  readonly representation: Representation | undefined;
  readonly isCurrent: boolean;
}

/** What the thread of the edition is asked. */
export interface EditionCalls extends EditionReads {
  document(key: string, format: Format): Promise<SentDocument>;
}

/** The edition of another thread. */
export class EditionMirror implements ServedEdition {
  readonly #calls: EditionCalls;
  readonly #documents = new Map<string, Representation>();
  readonly #listeners = new Set<(paths: readonly string[]) => void>();
  #state: EditionState;
  #upcoming: Upcoming;

  constructor(calls: EditionCalls, state: EditionState) {
    this.#calls = calls;
    this.#state = state;
    this.#upcoming = new Upcoming(state.scheduled);
  }

  get epoch(): string {
    return this.#state.epoch;
  }

  get change(): number {
    return this.#state.change;
  }

  get changedAt(): Date {
    return this.#state.changedAt;
  }

  /** Takes in what the other thread tells. */
  take({ paths, documents, ...state }: EditionNews): void {
    this.#state = state;
    this.#upcoming = new Upcoming(state.scheduled);
    for (const path of paths) {
      const document = documents.get(path);
      if (document === undefined) this.#documents.delete(path);
      else this.#documents.set(path, received(document));
    }
    for (const listener of this.#listeners) listener(paths);
  }

  nextScheduledIn(feed?: string): Date | undefined {
    return this.#upcoming.in(feed);
  }

  onChange(listener: (paths: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  current(path: string): Representation | undefined {
    return this.#documents.get(path);
  }

  async document(key: string, format: Format): Promise<Representation | undefined> {
    const path = documentPath(key, format);
    const known = this.#documents.get(path);
    if (known !== undefined) return known;
    const sent = await this.#calls.document(key, format);
    if (sent.representation === undefined) return undefined;
    const representation = received(sent.representation);
    if (!sent.isCurrent) return representation;
    // Somebody else may have asked for it at the same time.
    const present = this.#documents.get(path);
    if (present?.tag === representation.tag) return present;
    this.#documents.set(path, representation);
    return representation;
  }

  async delta(key: string, format: Format, since: NamedChange, of: Representation) {
    const delta = await this.#calls.delta(key, format, since, of);
    return delta && received(delta);
  }

  async archived(key: string, format: Format, at: ArchiveAddress): Promise<ArchivedDocument | undefined> {
    const archived = await this.#calls.archived(key, format, at);
    return archived && { ...archived, representation: received(archived.representation) };
  }

  feed(key: string) {
    return this.#calls.feed(key);
  }

  newest(key: string, limit: number) {
    return this.#calls.newest(key, limit);
  }

  places(offset: number, limit: number) {
    return this.#calls.places(offset, limit);
  }

  article(slug: string) {
    return this.#calls.article(slug);
  }

  feeds(home: string, limit: number) {
    return this.#calls.feeds(home, limit);
  }

  count(key: string) {
    return this.#calls.count(key);
  }
}

function received(representation: Representation): Representation {
  const codings = Object.entries(representation.codings).map(([coding, coded]: [string, CodedBytes]) => [
    coding,
    { ...coded, bytes: receivedBytes(coded.bytes) },
  ]);
  return { ...representation, codings: Object.fromEntries(codings) };
}
