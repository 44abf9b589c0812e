/**
 * A ledger in a temporary folder under a clock that the test moves, and readings of files that exist only here.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draft } from '../../src/article/draft.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import type { ArticleCard } from '../../src/ledger/article.ts';
import { Ledger, type Recorded } from '../../src/ledger/ledger.ts';
import type { FileReading } from '../../src/ledger/reading.ts';
import { HandClock } from '../http/hand-clock.ts';

/** When every such ledger is opened first. */
export const START = '2025-09-05T12:00:00Z';

/** What a file says, and the folder that it is in. */
export class LedgerAtHand {
  readonly clock = new HandClock(START);
  readonly folder = mkdtempSync(join(tmpdir(), 'feedwright-ledger-'));
  readonly #files = new Map<string, string>();
  #ledger: Ledger | undefined;

  get ledger(): Ledger {
    return this.#ledger!;
  }

  async open(): Promise<this> {
    this.#ledger = await Ledger.open(this.folder, { clock: this.clock, authority: 'lantern.example.org' });
    return this;
  }

  /** Closes the ledger; the folder stays. */
  async close(): Promise<void> {
    await this.#ledger?.close();
    this.#ledger = undefined;
  }

  /** Closes the ledger and removes the folder. */
  async dispose(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes files into the imagined folder and records them in one batch, in the order given. */
  write(...drafts: readonly (Partial<Draft> & { readonly path: string })[]): Promise<Recorded> {
    const readings = drafts.map((draft) => readingOf(draft));
    for (const { file } of readings) this.#files.set(file.path, file.hash);
    return this.ledger.record(readings, this.clock.now(), (path, hash) =>
      hash === undefined ? !this.#files.has(path) : this.#files.get(path) !== hash,
    );
  }

  /** Writes a file into the imagined folder; the ledger is not told yet. */
  put(draft: Partial<Draft> & { readonly path: string }): void {
    this.#files.set(draft.path, readingOf(draft).file.hash);
  }

  /** Removes files from the imagined folder; the ledger is told by `write` or `forget`. */
  remove(...paths: readonly string[]): void {
    for (const path of paths) this.#files.delete(path);
  }

  /** Removes files and lets the ledger withdraw their articles. */
  async forget(...paths: readonly string[]): Promise<number | undefined> {
    this.remove(...paths);
    return (await this.ledger.withdraw(paths))?.number;
  }

  /** The live articles, newest first. */
  live(feed = ''): Promise<readonly ArticleCard[]> {
    return this.ledger.articles.newest(feed, 100);
  }

  /** The one live article. */
  async only(): Promise<ArticleCard> {
    const live = await this.live();
    if (live.length !== 1) throw new Error(`expected one live article, found ${live.length}`);
    return live[0]!;
  }
}

/** A draft of a file at a path; its body is its headline unless stated. */
export function draftOf(draft: Partial<Draft> & { readonly path: string }): Draft {
  const headline = draft.headline ?? plainLine('The lamp is lit');
  return {
    kind: 'markdown',
    headline,
    headlineSource: 'headline',
    summary: plainLine('It shines again.'),
    body: `<p>${headline}</p>` as SafeHtml,
    authors: [],
    tags: [],
    isDraft: false,
    ...draft,
  };
}

/** The reading of a file whose bytes are what its draft says, except for the path. */
export function readingOf(draft: Partial<Draft> & { readonly path: string }): FileReading {
  const whole = draftOf(draft);
  const bytes = JSON.stringify({ ...whole, path: '' });
  return {
    file: {
      path: whole.path,
      signature: { bytes: bytes.length, mtimeMs: 1.5, ctimeMs: 2.5, inode: 3 },
      hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
      faults: [],
      references: [],
    },
    draft: whole,
    faults: [],
  };
}
