/**
 * Files that somebody is still writing: held back until they are closed.
 *
 * A writer may pause for longer than a file counts as recently written, so a file once found open is asked for until
 * it is closed. Each is looked at again soon, once however many writes are noticed until then.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { openForWriting } from './open-files.ts';
import { Slices } from './slices.ts';

/** How soon a file that is still open for writing is looked at again, in milliseconds. */
const STILL_OPEN_MS = 25;

/** The same for one that has been open for longer than `RECENT_MS`: each look costs the machine a little. */
const LONG_OPEN_MS = 100;

/** How much too early a timer may fire. */
const TIMER_SLACK_MS = 2;

/** Files written longer ago than this are not asked for writers, in milliseconds. */
const RECENT_MS = 5_000;

/** Knows which files are not finished. */
export class UnfinishedFiles {
  readonly #root: string;
  readonly #clock: Clock;
  readonly #lookAgain: (path: string, afterMs: number) => void;
  /** Files that were open when they were looked at last: since when, and when they are looked at again. */
  readonly #open = new Map<string, { readonly since: number; readonly lookAt: number }>();

  /** @param lookAgain called for a path that is to be handed to `finished` again after some time */
  constructor(root: string, clock: Clock, lookAgain: (path: string, afterMs: number) => void) {
    this.#root = root;
    this.#clock = clock;
    this.#lookAgain = lookAgain;
  }

  /** Those of the paths whose files nobody is writing any more; the others come again. */
  async finished(paths: readonly string[]): Promise<readonly string[]> {
    const doubtful = new Map<string, string>();
    const slices = new Slices();
    for (const path of paths) {
      if (slices.isOver) await slices.next();
      const stats = lstatSync(join(this.#root, path), { throwIfNoEntry: false });
      if (stats === undefined) this.#open.delete(path);
      else if (this.#open.has(path) || this.#clock.now().getTime() - stats.mtimeMs < RECENT_MS)
        doubtful.set(join(this.#root, path), path);
    }
    if (doubtful.size === 0) return paths;
    const open = await openForWriting(new Set(doubtful.keys()));
    for (const [file, path] of doubtful) {
      if (!open.has(file)) this.#open.delete(path);
      else this.#lookWhenClosed(path);
    }
    return this.#open.size === 0 ? paths : paths.filter((path) => !this.#open.has(path));
  }

  /** The file is gone: nobody waits for it. */
  forget(path: string): void {
    this.#open.delete(path);
  }

  #lookWhenClosed(path: string): void {
    const now = performance.now();
    const { since, lookAt } = this.#open.get(path) ?? { since: now, lookAt: now };
    if (lookAt > now + TIMER_SLACK_MS) return;
    const wait = now - since < RECENT_MS ? STILL_OPEN_MS : LONG_OPEN_MS;
    this.#open.set(path, { since, lookAt: now + wait });
    this.#lookAgain(path, wait);
  }
}
