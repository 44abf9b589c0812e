/**
 * Comparing the articles folder with what the ledger knows of it.
 *
 * Folder by folder, so that memory holds one folder and not the archive, and in slices, so that polls are answered
 * meanwhile. Only names and signatures are looked at here; nothing is read.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isArticlePath } from '../article/article-path.ts';
import type { Fault } from '../article/fault.ts';
import type { FileSignature } from '../ledger/file-table.ts';
import { joinPath } from '../ledger/file-table.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { assetType } from './asset-file.ts';
import { signatureOf } from './file-signature.ts';
import { listFolder } from './folder-listing.ts';

/** How long a slice of the scan may keep the thread, in milliseconds. */
const SLICE_MS = 8;

/** What differs in one folder from what the ledger knows. */
export interface FolderDifference {
  readonly folder: string;
  /** Article files and files beside them that are new or were written since, sorted. */
  readonly changed: readonly string[];
  /** Files that were known and are gone. */
  readonly missing: readonly string[];
  readonly faults: readonly Fault[];
}

/** What a scan needs. */
export interface ScanContext {
  readonly root: string;
  readonly ledger: Ledger;
  /** Called before a folder is listed, so that nothing that happens after the listing is missed. */
  readonly onFolder: (folder: string) => void;
}

/**
 * Walks a folder and all below it, files before folders, in the order of their names.
 *
 * @throws the file system's own error when the first folder cannot be listed; a folder below it is passed over, and
 *   what is known in it stays
 */
export async function* scanFolder(folder: string, context: ScanContext): AsyncGenerator<FolderDifference> {
  const { root, ledger, onFolder } = context;
  const known = new Set(await ledger.foldersBelow(folder));
  const waiting = [folder];
  let sliceEnd = performance.now() + SLICE_MS;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    onFolder(at);
    const listing = listOrPass(root, at, at === folder);
    known.delete(at);
    if (listing === undefined) {
      for (const below of [...known].filter((other) => other.startsWith(`${at}/`))) known.delete(below);
      continue;
    }
    yield await compare(at, listing, ledger);
    waiting.push(...[...listing.folders].reverse());
    if (performance.now() < sliceEnd) continue;
    await nextTurn();
    sliceEnd = performance.now() + SLICE_MS;
  }
  for (const gone of known) {
    const missing = [...(await ledger.filesIn(gone)).keys()].map((name) => joinPath(gone, name));
    yield { folder: gone, changed: [], missing, faults: [] };
  }
}

/** A folder that may not be listed is not an empty folder: nothing in it is withdrawn. */
function listOrPass(
  root: string,
  folder: string,
  isFirst: boolean,
): ReturnType<typeof listFolder> | undefined {
  try {
    return listFolder(root, folder);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined || isFirst) throw cause;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { files: [], folders: [], faults: [] };
    return undefined;
  }
}

async function compare(
  folder: string,
  listing: ReturnType<typeof listFolder>,
  ledger: Ledger,
): Promise<FolderDifference> {
  const known = await ledger.filesIn(folder);
  const changed: string[] = [];
  const present = new Set<string>();
  for (const { path, stats } of listing.files) {
    if (!isArticlePath(path) && assetType(path) === undefined) continue;
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    present.add(name);
    const before = known.get(name);
    if (before === undefined || !isSame(before, signatureOf(stats))) changed.push(path);
  }
  const kept = new Set(listing.faults.map(({ path }) => path));
  const missing = [...known.keys()]
    .filter((name) => !present.has(name))
    .map((name) => joinPath(folder, name));
  return { folder, changed, missing: missing.filter((path) => !kept.has(path)), faults: listing.faults };
}

function isSame(a: FileSignature, b: FileSignature): boolean {
  return a.bytes === b.bytes && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode;
}
