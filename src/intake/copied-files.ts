/**
 * New files with the bytes of an article that is there, or with its name in another format: a copy, or a file on its way
 * to another name or format.
 *
 * Whoever renames or converts by writing and deleting does both within moments, and the copy would be a new article by
 * then. So it waits a moment, within what a saved file may take to be published.
 */
import { join } from 'node:path';
import { otherFormats } from '../ledger/known-articles.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { hashAt } from './file-signature.ts';

/** How long a copy waits for what it was copied from to go, in milliseconds. */
const COPY_MS = 120;

/** The copies that wait. */
export class CopiedFiles {
  readonly #root: string;
  readonly #ledger: Ledger;
  readonly #lookAgain: (path: string, afterMs: number) => void;
  readonly #waiting = new Set<string>();

  /** @param lookAgain called for a path that is to be looked at after some time */
  constructor(root: string, ledger: Ledger, lookAgain: (path: string, afterMs: number) => void) {
    this.#root = root;
    this.#ledger = ledger;
    this.#lookAgain = lookAgain;
  }

  /** Those of some article files that need not wait, or have waited. */
  async settled(paths: readonly string[]): Promise<readonly string[]> {
    const { files } = this.#ledger;
    const known = await files.knownAmong(paths);
    const fresh = paths.filter((path) => !known.has(path));
    const inOtherFormats = await files.knownAmong(fresh.flatMap(otherFormats));
    const settled: string[] = [];
    for (const path of paths) {
      const mayWait = !this.#waiting.delete(path) && !known.has(path);
      if (!mayWait || !(await this.#isCopy(path, inOtherFormats))) settled.push(path);
      else {
        this.#waiting.add(path);
        this.#lookAgain(path, COPY_MS);
      }
    }
    return settled;
  }

  /** Those that wait: something is gone, and they may be it. They wait no longer. */
  take(): readonly string[] {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    return waiting;
  }

  async #isCopy(path: string, inOtherFormats: ReadonlySet<string>): Promise<boolean> {
    if (otherFormats(path).some((other) => inOtherFormats.has(other))) return true;
    const hash = hashAt(join(this.#root, path));
    return hash !== undefined && (await this.#ledger.files.holdBytes(hash));
  }
}
