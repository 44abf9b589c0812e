/**
 * What tells a file from another, and from itself after somebody wrote it.
 *
 * Apart from reading articles, so that a start that has nothing to read loads no parser.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { ARTICLE_BYTES_MAX } from '../article/limits.ts';
import type { FileSignature } from '../ledger/file-table.ts';

/** The signature of a file: it differs whenever the file was written. */
export function signatureOf(stats: Stats): FileSignature {
  return { bytes: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs, inode: stats.ino };
}

/** SHA-256, shortened: enough to tell every two files apart. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** The hash of what an article file holds; undefined when it cannot be read, or is too large to be one. */
export function hashAt(file: string): string | undefined {
  try {
    return lstatSync(file).size > ARTICLE_BYTES_MAX ? undefined : hashOf(readFileSync(file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    return undefined;
  }
}
