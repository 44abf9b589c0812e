/**
 * Warnings of pictures, recordings and films that an article refers to and that are not there, or are none: readers
 * would see the broken frame of one.
 *
 * Reads the folder, and writes nothing. The article is read again when the file comes (article-intake.ts), and the
 * warning goes.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../article/fault.ts';
import { isWrittenIn } from '../article/written-in-picture.ts';
import { mediaType } from '../base/media-type.ts';
import { ASSET_BYTES_MAX } from './asset-file.ts';
import { inspectFile, isFault } from './folder-listing.ts';

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
    if (mediaType(reference) === undefined || isWrittenIn(path, reference)) continue;
    const why = whyMissing(folder, reference);
    if (why === undefined) continue;
    const what = `\`${reference}\` ${why}`;
    faults.push({ path, line: lineOf(bytes, basename(reference)), severity: 'warning', what });
  }
  return faults;
}

function whyMissing(folder: string, reference: string): string | undefined {
  const stats = inspectFile(folder, reference);
  if (stats === undefined)
    return 'is not in the articles folder: put it there, or correct its name, capitals included';
  if (isFault(stats)) return `is not published: ${stats.what}`;
  if (stats.size === 0) return 'is empty: put the whole file there';
  if (stats.size > ASSET_BYTES_MAX) return `has ${stats.size} bytes, expected ${ASSET_BYTES_MAX} at most`;
  return whyBroken(join(folder, reference));
}

/** How the pictures of the web begin; browsers go by it, whatever the name ends in. */
const PICTURE_BEGINNINGS =
  /^(?:\x89PNG\r\n\x1a\n.{4}IHDR|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|.{4}ftyp(?:avi[fs]|mif1|msf1|hei[cx])|BM)/s;
const SVG_BEGINNING = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</;
/** What large-file storage leaves in the place of a file that was not fetched. */
const POINTER = /^version https:\/\/git-lfs\./;

/** Why a file shows nothing by how it begins; undefined where it may be what its name says. */
function whyBroken(file: string): string | undefined {
  const type = mediaType(file) ?? '';
  const beginning = beginningOf(file);
  if (beginning === undefined) return 'cannot be read: let the service read it';
  if (POINTER.test(beginning))
    return 'is the pointer of a large file, not the file: fetch it with `git lfs pull`';
  if (!type.startsWith('image/')) return undefined;
  const pattern = type === 'image/svg+xml' ? SVG_BEGINNING : PICTURE_BEGINNINGS;
  return pattern.test(beginning) ? undefined : 'is broken, or no picture: put the whole file there';
}

const BEGINNING_BYTES = 64;

/** The first bytes of a file, a character each; undefined where the system does not let us read it. */
function beginningOf(file: string): string | undefined {
  const bytes = Buffer.alloc(BEGINNING_BYTES);
  try {
    const descriptor = openSync(file, 'r');
    try {
      return bytes.toString('latin1', 0, readSync(descriptor, bytes, 0, BEGINNING_BYTES, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    return undefined;
  }
}

/** Where a name stands in a file first; the first line where it is spelled otherwise. */
function lineOf(bytes: Buffer, name: string): number {
  const at = Math.max(bytes.indexOf(name), bytes.indexOf(encodeURI(name)));
  let line = 1;
  for (let feed = bytes.indexOf(10); feed >= 0 && feed < at; feed = bytes.indexOf(10, feed + 1)) line += 1;
  return line;
}
