/**
 * Comparing the articles folder with what the ledger knows of it.
 *
 * Folder by folder, so that memory holds one folder and not the archive, and in slices, so that polls are answered
 * meanwhile. Only names and signatures are looked at here; nothing is read.
 */
import { isArticlePath } from '../article/article-path.ts';
import type { Fault } from '../article/fault.ts';
import { mediaType } from '../base/media-type.ts';
import type { FileSignature } from '../ledger/file-table.ts';
import { joinPath } from '../ledger/file-table.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Listing, listFolder } from './folder-listing.ts';
import { Slices } from './slices.ts';

/** What differs in one folder from what the ledger knows. */
export interface FolderDifference {
  readonly folder: string;
  /** Article files and files beside them that are new or were written since, sorted. */
  readonly changed: readonly string[];
  /** Those of them that were never seen at their paths. */
  readonly fresh: ReadonlySet<string>;
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
  const known = new Set(await ledger.files.foldersBelow(folder));
  const waiting = [folder];
  const slices = new Slices();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    onFolder(at);
    const listing = await listOrPass(root, at, at === folder, slices);
    known.delete(at);
    if (listing === undefined) {
      for (const below of [...known].filter((other) => other.startsWith(`${at}/`))) known.delete(below);
      continue;
    }
    yield await compare(at, listing, ledger, slices);
    waiting.push(...[...listing.folders].reverse());
  }
  for (const gone of known) {
    const missing = [...(await ledger.files.inFolder(gone)).keys()].map((name) => joinPath(gone, name));
    yield { folder: gone, changed: [], fresh: new Set(), missing, faults: [] };
  }
}

/** A folder that may not be listed is not an empty folder: nothing in it is withdrawn. */
async function listOrPass(
  root: string,
  folder: string,
  isFirst: boolean,
  slices: Slices,
): Promise<Listing | undefined> {
  try {
    return await listFolder(root, folder, slices);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined || isFirst) throw cause;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { files: [], folders: [], faults: [] };
    return undefined;
  }
}

async function compare(
  folder: string,
  listing: Listing,
  ledger: Ledger,
  slices: Slices,
): Promise<FolderDifference> {
  const known = await ledger.files.inFolder(folder);
  const changed: string[] = [];
  const fresh = new Set<string>();
  const present = new Set<string>();
  for (const { path, signature } of listing.files) {
    if (slices.isOver) await slices.next();
    if (!isArticlePath(path) && mediaType(path) === undefined) continue;
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    present.add(name);
    const before = known.get(name);
    if (before === undefined) fresh.add(path);
    if (before === undefined || !isSame(before, signature)) changed.push(path);
  }
  const kept = new Set(listing.faults.map(({ path }) => path));
  const missing = [...known.keys()]
    .filter((name) => !present.has(name))
    .map((name) => joinPath(folder, name));
  return {
    folder,
    changed,
    fresh,
    missing: missing.filter((path) => !kept.has(path)),
    faults: listing.faults,
  };
}

function isSame(a: FileSignature, b: FileSignature): boolean {
  return a.bytes === b.bytes && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode;
}
