/**
 * One file in the articles folder: its bytes become a draft.
 *
 * The same function serves the service's own thread and the import threads. It reads, and writes nothing; a file
 * that cannot be read is a fault, never an exception.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from '../article/draft.ts';
import type { Fault } from '../article/fault.ts';
import { ARTICLE_BYTES_MAX } from '../article/limits.ts';
import { readDraft } from '../article/read-draft.ts';
import { referencedFiles } from '../base/address.ts';
import type { Site } from '../base/site.ts';
import type { FileSignature } from '../ledger/file-table.ts';
import { hashOf, signatureOf } from './file-signature.ts';
import { ListedAuthors } from './listed-authors.ts';
import { missingAssets } from './missing-assets.ts';

/** What one file holds. */
export interface ArticleFile {
  readonly path: string;
  readonly signature: FileSignature;
  /** SHA-256 of the bytes, shortened; a constant for a file that could not be read. */
  readonly hash: string;
  readonly draft: Draft | undefined;
  readonly faults: readonly Fault[];
  /** Paths of the files beside it that it refers to. */
  readonly references: readonly string[];
}

/**
 * Where files are read to, one after another: a draft keeps none of the bytes, and memory that V8 does not see would
 * pile up file by file until it collects.
 */
const SCRATCH = Buffer.allocUnsafeSlow(65_536);

const NO_SIGNATURE: FileSignature = { bytes: 0, mtimeMs: 0, ctimeMs: 0, inode: 0 };

/** Bytes of the files that are held in memory together, but for the last of them. */
const BYTES_TOGETHER = 8_000_000;

/** What was read of some files. */
export interface FilesRead {
  readonly files: readonly ArticleFile[];
  /** How many of the paths they are: what is behind these is to be read later. */
  readonly count: number;
}

/** Reads files in order, as many as memory has room for; those that are gone are left out. */
export function readTogether(folder: string, paths: readonly string[], site: Site): FilesRead {
  const files: ArticleFile[] = [];
  let bytes = 0;
  let count = 0;
  while (count < paths.length && bytes < BYTES_TOGETHER) {
    const file = readArticleFile(folder, paths[count]!, site);
    count += 1;
    if (file === undefined) continue;
    files.push(file);
    bytes += file.signature.bytes;
  }
  return { files, count };
}

/**
 * Reads the file at a path inside a folder.
 *
 * @returns undefined when there is no file
 */
export function readArticleFile(folder: string, path: string, site: Site): ArticleFile | undefined {
  let signature = NO_SIGNATURE;
  try {
    const read = readBytes(join(folder, path));
    signature = read.signature;
    if (read.bytes === undefined) return tooLarge(path, signature);
    const authors = new ListedAuthors(folder, path);
    const { draft, faults } = readDraft(path, read.bytes, site, (key) => authors.person(key));
    const shown = draft === undefined ? [] : referencedFiles(`${draft.body} ${draft.picture?.url ?? ''}`);
    const missing = missingAssets(folder, path, shown, read.bytes);
    const hash = hashOf(read.bytes);
    const references = [...shown, ...authors.consulted];
    return { path, signature, hash, draft, faults: [...faults, ...missing], references };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const what = `cannot be read (${code}): expected a file that the service may read`;
    return {
      path,
      signature,
      hash: code,
      draft: undefined,
      faults: [{ path, line: 1, severity: 'error', what }],
      references: [],
    };
  }
}

/** The bytes and the signature they had: taken from one open file, so that they belong together. */
function readBytes(file: string): { readonly signature: FileSignature; readonly bytes: Buffer | undefined } {
  const descriptor = openSync(file, 'r');
  try {
    const stats = fstatSync(descriptor);
    const signature = signatureOf(stats);
    if (stats.size > ARTICLE_BYTES_MAX) return { signature, bytes: undefined };
    const bytes = stats.size <= SCRATCH.length ? SCRATCH : Buffer.allocUnsafeSlow(stats.size);
    let length = 0;
    while (length < stats.size) {
      const read = readSync(descriptor, bytes, length, stats.size - length, length);
      if (read === 0) break;
      length += read;
    }
    return { signature, bytes: bytes.subarray(0, length) };
  } finally {
    closeSync(descriptor);
  }
}

function tooLarge(path: string, signature: FileSignature): ArticleFile {
  const what = `found ${signature.bytes} bytes, expected at most ${ARTICLE_BYTES_MAX}`;
  return {
    path,
    signature,
    hash: 'too-large',
    draft: undefined,
    faults: [{ path, line: 1, severity: 'error', what }],
    references: [],
  };
}
