/**
 * What stands in one folder of the articles folder.
 *
 * Hidden names are passed over. A symbolic link may point to a file inside the articles folder, and to nothing else:
 * the folder is a door for strangers' bytes, and a link could publish any file of the machine.
 */
import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Fault } from '../article/fault.ts';
import { type FileSignature, joinPath } from '../ledger/file-table.ts';
import { signatureOf } from './file-signature.ts';
import type { Slices } from './slices.ts';

/** Folder names that never hold articles. */
const PASSED_OVER = new Set(['node_modules']);

/** One regular file. */
export interface ListedFile {
  /** Relative to the articles folder. */
  readonly path: string;
  readonly signature: FileSignature;
}

/** A folder's files and folders, each sorted by name, by code unit: the same on every machine. */
export interface Listing {
  readonly files: readonly ListedFile[];
  readonly folders: readonly string[];
  readonly faults: readonly Fault[];
}

/**
 * Lists a folder.
 *
 * @param root the articles folder, without symbolic links in it
 * @param folder relative to it; `''` is the root itself
 * @throws the file system's own error when the folder cannot be listed
 */
export async function listFolder(root: string, folder: string, slices: Slices): Promise<Listing> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const files: ListedFile[] = [];
  const folders: string[] = [];
  const faults: Fault[] = [];
  for (const entry of entries) {
    if (slices.isOver) await slices.next();
    if (isPassedOver(entry.name)) continue;
    const path = joinPath(folder, entry.name);
    if (entry.name.includes('\uFFFD'))
      faults.push(linkFault(path, 'found a file name that is not UTF-8: rename it'));
    else if (entry.isDirectory()) folders.push(path);
    else {
      const found = fileAt(root, path, entry);
      if (found === undefined) continue;
      if (isFault(found)) faults.push(found);
      // The whole of what the system tells would be a few hundred bytes a file.
      else files.push({ path, signature: signatureOf(found) });
    }
  }
  return { files, folders, faults };
}

/** True for names that are no concern of ours: hidden ones (editors' and version control's) and packages. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~') || PASSED_OVER.has(name);
}

/**
 * The regular file at a path, wherever links on the way lead; a fault where they lead out of the articles folder or to
 * something that is no file; undefined where there is nothing.
 */
export function inspectFile(root: string, path: string): Stats | Fault | undefined {
  try {
    const target = realpathSync(join(root, path));
    if (!target.startsWith(root + sep)) {
      return linkFault(path, 'found a symbolic link that leads out of the articles folder');
    }
    const stats = statSync(target);
    if (stats.isFile()) return stats;
    return linkFault(path, 'found something that is no file, expected a file');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code !== undefined)
      return linkFault(path, `cannot be read (${code}): expected a file that the service may read`);
    throw cause;
  }
}

/** True for what `inspectFile` answers when there is something wrong. */
export function isFault(found: Stats | Fault): found is Fault {
  return 'what' in found;
}

/** An entry of a listing: plain files need no second look at where they lead. */
function fileAt(root: string, path: string, entry: Dirent): Stats | Fault | undefined {
  if (entry.isSymbolicLink()) return inspectFile(root, path);
  return entry.isFile() ? lstatSync(join(root, path), { throwIfNoEntry: false }) : undefined;
}

function linkFault(path: string, what: string): Fault {
  return { path, line: 1, severity: 'error', what };
}
