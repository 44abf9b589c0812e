/**
 * The documents that somebody polls, by path, as many as a bound on their bytes allows.
 */
import { LRUCache } from 'lru-cache';
import type { Format } from '../feeds/feed.ts';
import type { Representation } from '../render/representation.ts';

/** A document of a feed. */
export interface FeedEntry {
  readonly key: string;
  readonly format: Format;
  readonly representation: Representation;
}

/** Documents by path. */
export class DocumentTable {
  readonly #entries: LRUCache<string, FeedEntry>;
  readonly #listeners = new Set<(paths: readonly string[]) => void>();

  /** @param bytesMax all codings together */
  constructor(bytesMax: number) {
    this.#entries = new LRUCache({
      maxSize: bytesMax,
      sizeCalculation: ({ representation }) => bytesKept(representation),
      // A representation that falls out must not live on in somebody's table.
      disposeAfter: (_, path, reason) => reason === 'evict' && this.tell([path]),
    });
  }

  /** Calls `listener` with the paths whose documents are others now, or none, until told to stop. */
  onChange(listener: (paths: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that there are others. */
  tell(paths: readonly string[]): void {
    for (const listener of this.#listeners) listener(paths);
  }

  /** The document at a path; it was wanted, so it is kept longer than others. */
  get(path: string): Representation | undefined {
    return this.#entries.get(path)?.representation;
  }

  /** The same, wanted or not. */
  peek(path: string): Representation | undefined {
    return this.#entries.peek(path)?.representation;
  }

  set(path: string, entry: FeedEntry): void {
    this.#entries.set(path, entry);
  }

  /** Puts the same document in its place with more or other codings, unless a change was quicker. */
  exchange(path: string, entry: FeedEntry, representation: Representation): void {
    if (representation === entry.representation || this.#entries.peek(path) !== entry) return;
    this.#entries.set(path, { ...entry, representation });
    this.tell([path]);
  }

  /** All of them, the one wanted last first. */
  entries(): readonly (readonly [path: string, entry: FeedEntry])[] {
    return [...this.#entries.entries()];
  }
}

function bytesKept({ codings }: Representation): number {
  return Object.values(codings).reduce((sum, { bytes }) => sum + bytes.length, 1);
}
