/**
 * Which files a first import should read before all others.
 *
 * A first import of a large archive takes a while; the main feed shows only its newest articles. A glance at the head
 * of every file finds those, so that they can be served while the rest is being read. Memory holds as many paths as
 * are asked for, and not the archive.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isArticlePath } from '../article/article-path.ts';
import { PEEK_BYTES, peekDate } from '../article/peek-date.ts';
import { joinPath } from '../ledger/file-table.ts';
import { listFolder } from './folder-listing.ts';
import { Slices } from './slices.ts';

interface Candidate {
  readonly path: string;
  readonly instant: number;
}

/** What a glance at all files has found. */
export interface NewestArticles {
  /** In the order of the paths. */
  readonly paths: readonly string[];
  /** How many article files there are in all. */
  readonly count: number;
}

/**
 * Finds the newest articles.
 *
 * @param now the newest instant that counts; later ones are scheduled, and no reader sees them yet
 * @param limit how many
 */
export async function newestArticles(root: string, now: Date, limit: number): Promise<NewestArticles> {
  let count = 0;
  let kept: Candidate[] = [];
  const buffer = Buffer.allocUnsafe(PEEK_BYTES);
  const waiting = [''];
  const slices = new Slices();
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const { folders } = await listFolder(root, folder, slices, (name) => {
      const path = joinPath(folder, name);
      if (!isArticlePath(path)) return;
      count += 1;
      const instant = (peekDate(path, headOf(join(root, path), buffer)) ?? now).getTime();
      if (instant <= now.getTime()) kept.push({ path, instant });
      // Twice the number wanted before anything is dropped: one sort serves many files.
      if (kept.length >= limit * 2 + 100) kept = newest(kept, limit);
    });
    waiting.push(...folders);
  }
  const paths = newest(kept, limit).map(({ path }) => path);
  return { paths: paths.sort(), count };
}

/** Newest first; what shares an instant goes by path, as it will in the feed (T-37). */
function newest(candidates: readonly Candidate[], limit: number): Candidate[] {
  return candidates.toSorted((a, b) => b.instant - a.instant || (a.path < b.path ? -1 : 1)).slice(0, limit);
}

/** The first bytes of a file; nothing for one that cannot be read, which the scan will report. */
function headOf(file: string, buffer: Buffer): string {
  try {
    const descriptor = openSync(file, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return '';
    throw cause;
  }
}
