/**
 * What tells a file from another, and from itself after somebody wrote it.
 *
 * Apart from reading articles, so that a start that has nothing to read loads no parser.
 */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { FileSignature } from '../ledger/file-table.ts';

/** The signature of a file: it differs whenever the file was written. */
export function signatureOf(stats: Stats): FileSignature {
  return { bytes: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs, inode: stats.ino };
}

/** SHA-256, shortened: enough to tell every two files apart. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
