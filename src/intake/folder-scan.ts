/**
 * Comparing the articles folder with what the ledger knows of it.
 *
 * Folder by folder, so that memory holds one folder and not the archive, and in slices, so that polls are answered
 * meanwhile. Only names and signatures are looked at here; nothing is read.
 */
import type { Stats } from 'node:fs';
import { isArticlePath } from '../article/article-path.ts';
import type { Fault } from '../article/fault.ts';
import { type FileSignature, joinPath } from '../ledger/file-table.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isBeside } from './beside-articles.ts';
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
    const comparison = new Comparison(at, await ledger.files.inFolder(at));
    const listing = await listOrPass(root, at, at === folder, slices, comparison);
    known.delete(at);
    if (listing === undefined) {
      for (const below of [...known].filter((other) => other.startsWith(`${at}/`))) known.delete(below);
      continue;
    }
    yield comparison.difference(listing.faults);
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
  comparison: Comparison,
): Promise<Listing | undefined> {
  try {
    return await listFolder(root, folder, slices, (name, stats) => comparison.look(name, stats));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined || isFirst) throw cause;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { folders: [], faults: [] };
    return undefined;
  }
}

/** The files of one folder, beside what is known of them. */
class Comparison {
  readonly #folder: string;
  /** Known files that were not met yet. */
  readonly #missing: Map<string, FileSignature>;
  readonly #changed: string[] = [];
  readonly #fresh = new Set<string>();

  /** @param known by name; it is used up */
  constructor(folder: string, known: Map<string, FileSignature>) {
    this.#folder = folder;
    this.#missing = known;
  }

  look(name: string, stats: Stats): void {
    const before = this.#missing.get(name);
    const path = joinPath(this.#folder, name);
    if (!isArticlePath(path) && !isBeside(path)) return;
    this.#missing.delete(name);
    if (before === undefined) this.#fresh.add(path);
    if (before === undefined || !isSame(before, stats)) this.#changed.push(path);
  }

  /** @param faults of names that are no readable files: what is known of them stays */
  difference(faults: readonly Fault[]): FolderDifference {
    const kept = new Set(faults.map(({ path }) => path));
    const missing = [...this.#missing.keys()].map((name) => joinPath(this.#folder, name));
    return {
      folder: this.#folder,
      changed: this.#changed,
      fresh: this.#fresh,
      missing: missing.filter((path) => !kept.has(path)),
      faults,
    };
  }
}

function isSame(known: FileSignature, stats: Stats): boolean {
  return (
    known.bytes === stats.size &&
    known.mtimeMs === stats.mtimeMs &&
    known.ctimeMs === stats.ctimeMs &&
    known.inode === stats.ino
  );
}
