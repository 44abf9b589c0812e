/**
 * What the ledger stores of the files themselves: enough to tell, without reading, that one has not changed.
 *
 * How it is asked for is seen-files.ts's.
 */
import type { Kysely } from 'kysely';
import type { Fault } from '../article/fault.ts';
import { insertTogether } from './insert-together.ts';
import type { FileTable, Tables } from './tables.ts';

/** Equal signatures mean: not written since. None of it is ever a date of an article. */
export interface FileSignature {
  readonly bytes: number;
  /** Milliseconds since 1970, with their fraction. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly inode: number;
}

/** A file as it was when it was last read. */
export interface RecordedFile {
  /** Relative to the articles folder, `/` between segments. */
  readonly path: string;
  readonly signature: FileSignature;
  readonly hash: string;
  readonly faults: readonly Fault[];
  /** Paths of the files it refers to. */
  readonly references: readonly string[];
}

/** Splits a path into its folder (`''` at the top) and its name. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/');
  return { folder: at < 0 ? '' : path.slice(0, at), name: path.slice(at + 1) };
}

/** The path of a name in a folder. */
export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Stores what was found of the files. */
export async function saveFiles(db: Kysely<Tables>, files: readonly RecordedFile[]): Promise<void> {
  await insertTogether(files, (some) =>
    db
      .insertInto('file')
      .values(some.map(fileRow))
      .onConflict((conflict) =>
        conflict.columns(['folder', 'name']).doUpdateSet((eb) => ({
          bytes: eb.ref('excluded.bytes'),
          mtime_ms: eb.ref('excluded.mtime_ms'),
          ctime_ms: eb.ref('excluded.ctime_ms'),
          inode: eb.ref('excluded.inode'),
          hash: eb.ref('excluded.hash'),
          faults: eb.ref('excluded.faults'),
        })),
      )
      .execute(),
  );
}

function fileRow({ path, signature, hash, faults }: RecordedFile): FileTable {
  const { bytes, mtimeMs, ctimeMs, inode } = signature;
  return {
    ...splitPath(path),
    bytes,
    mtime_ms: mtimeMs,
    ctime_ms: ctimeMs,
    inode,
    hash,
    faults: JSON.stringify(faults),
  };
}

/** Forgets what was seen of some files. */
export async function forgetFiles(db: Kysely<Tables>, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { folder, name } = splitPath(path);
    await db.deleteFrom('file').where('folder', '=', folder).where('name', '=', name).execute();
  }
}

/** What stands for the hash of a file that states the id of an article which is another file's. */
const REFUSED = 'refused:';

/** A file as it is remembered while it states the id of an article that another file has. */
export function refusedFile(file: RecordedFile, row: number): RecordedFile {
  return { ...file, hash: `${REFUSED}${row}` };
}

/** Files that were refused, by path, with the rows of the articles whose ids they state. */
export async function refusedFiles(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('file')
    .select(['folder', 'name', 'hash'])
    .where('faults', '<>', '[]')
    .where('hash', 'like', `${REFUSED}%`)
    .orderBy('folder')
    .orderBy('name')
    .execute();
  return new Map(
    rows.map(({ folder, name, hash }) => [joinPath(folder, name), Number(hash.slice(REFUSED.length))]),
  );
}
