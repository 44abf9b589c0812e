/**
 * Noticing that something in the articles folder changed.
 *
 * One `fs.watch` per folder, since a recursive one costs a watch per file (design §2). Events are hints: they say
 * where to look, never what happened. They are gathered until a moment of quiet, then handed over as paths.
 */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { joinPath } from '../ledger/file-table.ts';
import { isPassedOver } from './folder-listing.ts';

/** How long the folder must be quiet before its events are handed over, in milliseconds. */
const QUIET_MS = 3;

/** How long events are gathered at most while it never gets quiet. */
const GATHER_MS = 80;

/** A watch stays with the folder it was set on, even when another one takes its name. */
interface Watched {
  readonly watcher: FSWatcher;
  /** Tells that folder from all others. */
  readonly identity: string;
}

/** Watches folders and hands over the paths at which something happened; `''` for the articles folder itself. */
export class FolderWatch {
  readonly #root: string;
  readonly #onPaths: (paths: readonly string[]) => void;
  readonly #onTrouble: (folder: string, cause: Error) => void;
  readonly #watchers = new Map<string, Watched>();
  readonly #pending = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #gatheringSince = 0;

  /** @param onTrouble a folder cannot be watched; the minute's scan will have to notice what happens there */
  constructor(
    root: string,
    onPaths: (paths: readonly string[]) => void,
    onTrouble: (folder: string, cause: Error) => void,
  ) {
    this.#root = root;
    this.#onPaths = onPaths;
    this.#onTrouble = onTrouble;
  }

  /** Watches a folder from now on; what is in it already is the caller's to list, afterwards. */
  add(folder: string): void {
    const path = join(this.#root, folder);
    try {
      const identity = identityOf(path);
      const known = this.#watchers.get(folder);
      if (known?.identity === identity) return;
      known?.watcher.close();
      const watcher = watch(path, { persistent: false }, (_, name) => this.#note(folder, name));
      watcher.on('error', (cause) => this.#drop(folder, cause));
      this.#watchers.set(folder, { watcher, identity });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
      this.#onTrouble(folder, cause as Error);
    }
  }

  /** Stops watching a folder that is gone, and all below it. */
  remove(folder: string): void {
    for (const [watched, { watcher }] of this.#watchers) {
      if (watched !== folder && !watched.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watchers.delete(watched);
    }
  }

  /** Looks at a path again after some time. */
  lookAgain(path: string, afterMs: number): void {
    setTimeout(() => this.#onPaths([path]), afterMs).unref();
  }

  /** Stops everything. */
  close(): void {
    clearTimeout(this.#timer);
    for (const { watcher } of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #drop(folder: string, cause: Error): void {
    this.#watchers.get(folder)?.watcher.close();
    this.#watchers.delete(folder);
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') this.#onTrouble(folder, cause);
  }

  #note(folder: string, name: string | null): void {
    if (name === null || isPassedOver(name)) return;
    const now = performance.now();
    if (this.#pending.size === 0) this.#gatheringSince = now;
    // A folder tells by its own name that it was moved: another one may stand in the place of the articles folder.
    const isRoot = folder === '' && name === basename(this.#root) && this.#isRootAway();
    this.#pending.add(isRoot ? '' : joinPath(folder, name));
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.#gatheringSince + GATHER_MS - now));
    this.#timer = setTimeout(() => this.#handOver(), wait);
  }

  #isRootAway(): boolean {
    try {
      return identityOf(this.#root) !== this.#watchers.get('')?.identity;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
      // Whatever is wrong with it, whoever lists it says so.
      return true;
    }
  }

  #handOver(): void {
    const paths = [...this.#pending].sort();
    this.#pending.clear();
    this.#onPaths(paths);
  }
}

/** Numbers of folders are used again, so the birth is part of it. */
function identityOf(path: string): string {
  const { dev, ino, birthtimeMs } = statSync(path);
  return `${dev}.${ino}.${birthtimeMs}`;
}
