/**
 * Pages for people, made once after each change and kept until the next.
 */
import { LRUCache } from 'lru-cache';
import type { ServedEdition } from '../edition/served-edition.ts';
import { type Representation, represent } from '../render/representation.ts';
import type { PollTable } from './poll-table.ts';

/** Pages kept ready. */
const PAGES_MAX = 1000;

/** A text that will become the representation of an address. */
export interface Page {
  readonly text: string;
  readonly mediaType: string;
}

/** The pages of the present moment. */
export class PageShelf {
  readonly #edition: ServedEdition;
  readonly #pages: LRUCache<string, Representation>;
  /** What is being made, by the address that it is for. */
  readonly #making = new Map<string, Promise<Representation | undefined>>();
  #change: number;

  /** @param table what falls off the shelf is answered by nobody else */
  constructor(edition: ServedEdition, table: PollTable) {
    this.#edition = edition;
    this.#change = edition.change;
    this.#pages = new LRUCache({ max: PAGES_MAX, dispose: (_, path) => table.delete(path) });
  }

  /** Clears the shelf if something has changed. */
  renew(): void {
    if (this.#edition.change === this.#change) return;
    this.#change = this.#edition.change;
    this.#pages.clear();
    this.#making.clear();
  }

  /** @param make answers undefined when there is nothing at the address; that is not kept */
  async page(path: string, make: () => Promise<Page | undefined>): Promise<Representation | undefined> {
    const known = this.#pages.get(path) ?? this.#making.get(path);
    if (known !== undefined) return known;
    const making = this.#make(make);
    this.#making.set(path, making);
    let made: Representation | undefined;
    try {
      made = await making;
    } finally {
      // A change may have come meanwhile, and somebody may be making the next one.
      if (this.#making.get(path) === making) {
        this.#making.delete(path);
        if (made !== undefined) this.#pages.set(path, made);
      }
    }
    return made;
  }

  /** True while a page is the one to answer with; one that was overtaken by a change is not. */
  isCurrent(path: string, representation: Representation): boolean {
    return this.#pages.peek(path) === representation;
  }

  async #make(make: () => Promise<Page | undefined>): Promise<Representation | undefined> {
    const page = await make();
    if (page === undefined) return undefined;
    // Its tag is that of its bytes alone: most changes leave most pages as they are (H-11).
    return represent(page.text, page.mediaType, this.#edition.epoch, this.#edition.changedAt);
  }
}
