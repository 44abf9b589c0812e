/**
 * Warnings of pictures, recordings and films that an article refers to and that are not there: readers would see the
 * broken frame of one.
 *
 * Reads the folder, and writes nothing. The article is read again when the file comes (article-intake.ts), and the
 * warning goes.
 */
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../article/fault.ts';
import { isWrittenIn } from '../article/written-in-picture.ts';
import { ASSET_BYTES_MAX, assetType } from './asset-file.ts';

/** The most warnings about one article. */
const WARNINGS_MAX = 20;

/**
 * What is wrong with the files that an article refers to.
 *
 * @param references paths relative to the folder
 * @param bytes the article file's own, for the lines of the warnings
 */
export function missingAssets(
  folder: string,
  path: string,
  references: readonly string[],
  bytes: Buffer,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const reference of references) {
    if (faults.length >= WARNINGS_MAX) break;
    if (assetType(reference) === undefined || isWrittenIn(path, reference)) continue;
    const why = whyMissing(join(folder, reference));
    if (why === undefined) continue;
    const what = `\`${reference}\` ${why}`;
    faults.push({ path, line: lineOf(bytes, basename(reference)), severity: 'warning', what });
  }
  return faults;
}

function whyMissing(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true)
    return 'is not in the articles folder: put it there, or correct its name, capitals included';
  if (stats.size === 0) return 'is empty: put the whole file there';
  return stats.size > ASSET_BYTES_MAX
    ? `has ${stats.size} bytes, expected ${ASSET_BYTES_MAX} at most`
    : undefined;
}

/** Where a name stands in a file first; the first line where it is spelled otherwise. */
function lineOf(bytes: Buffer, name: string): number {
  const at = Math.max(bytes.indexOf(name), bytes.indexOf(encodeURI(name)));
  let line = 1;
  for (let feed = bytes.indexOf(10); feed >= 0 && feed < at; feed = bytes.indexOf(10, feed + 1)) line += 1;
  return line;
}
