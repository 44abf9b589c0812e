/**
 * What stands in one folder of the articles folder.
 *
 * Hidden names are passed over. A symbolic link may point to a file inside the articles folder, and to nothing else:
 * the folder is a door for strangers' bytes, and a link could publish any file of the machine.
 */
import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Fault } from '../article/fault.ts';
import { joinPath } from '../ledger/file-table.ts';
import type { Slices } from './slices.ts';

/** Folder names that never hold articles: packages, and the pages that Jekyll and Eleventy have made of articles. */
const PASSED_OVER = new Set(['node_modules', '_site']);

/** Told of a regular file: a listing of thousands is not kept. */
export type OnFile = (name: string, stats: Stats) => void;

/** What else stands in a folder, sorted by name, by code unit: the same on every machine. */
export interface Listing {
  readonly folders: readonly string[];
  readonly faults: readonly Fault[];
}

/**
 * Lists a folder.
 *
 * @param root the articles folder, without symbolic links in it
 * @param folder relative to it; `''` is the root itself
 * @param onFile told of each file, in the order of their names
 * @throws the file system's own error when the folder cannot be listed
 */
export async function listFolder(
  root: string,
  folder: string,
  slices: Slices,
  onFile: OnFile,
): Promise<Listing> {
  const folders: string[] = [];
  const faults: Fault[] = [];
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (slices.isOver) await slices.next();
    if (isPassedOver(name)) continue;
    const path = joinPath(folder, name);
    if (name.includes('\uFFFD')) {
      faults.push(linkFault(path, 'found a file name that is not UTF-8: rename it'));
      continue;
    }
    const found = entryAt(root, path);
    if (found === undefined) continue;
    if (isFault(found)) faults.push(found);
    else if (found.isDirectory()) folders.push(path);
    else if (found.isFile()) onFile(name, found);
  }
  return { folders, faults };
}

/** True for names that are no concern of ours: hidden ones (editors' and version control's), packages and built sites. */
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

/** An entry of a listing: plain files and folders need no second look at where they lead. */
function entryAt(root: string, path: string): Stats | Fault | undefined {
  const stats = lstatSync(`${root}${sep}${path}`, { throwIfNoEntry: false });
  return stats?.isSymbolicLink() ? inspectFile(root, path) : stats;
}

function linkFault(path: string, what: string): Fault {
  return { path, line: 1, severity: 'error', what };
}
