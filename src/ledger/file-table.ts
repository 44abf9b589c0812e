/**
 * What the ledger knows of the files themselves: enough to tell, without reading, that one has not changed.
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

/** The files known in one folder, by name. */
export async function filesIn(
  db: Kysely<Tables>,
  folder: string,
): Promise<ReadonlyMap<string, FileSignature>> {
  const rows = await db
    .selectFrom('file')
    .select(['name', 'bytes', 'mtime_ms as mtimeMs', 'ctime_ms as ctimeMs', 'inode'])
    .where('folder', '=', folder)
    .execute();
  return new Map(rows.map((row) => [row.name, row]));
}

/** True for the path of a known file, or of a folder with known files in or below it. */
export async function isKnown(db: Kysely<Tables>, path: string): Promise<boolean> {
  const { folder, name } = splitPath(path);
  const file = await db
    .selectFrom('file')
    .select('name')
    .where('folder', '=', folder)
    .where('name', '=', name)
    .executeTakeFirst();
  return file !== undefined || (await foldersBelow(db, path)).length > 0;
}

/** Forgets what was seen of some files. */
export async function forgetFiles(db: Kysely<Tables>, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { folder, name } = splitPath(path);
    await db.deleteFrom('file').where('folder', '=', folder).where('name', '=', name).execute();
  }
}

/** The folders in which files are known at or below a folder (`''`: all of them). */
export async function foldersBelow(db: Kysely<Tables>, folder: string): Promise<readonly string[]> {
  const all = db.selectFrom('file').select('folder').distinct();
  const rows = await (folder === ''
    ? all
    : all.where((eb) =>
        eb.or([
          eb('folder', '=', folder),
          eb.and([eb('folder', '>=', `${folder}/`), eb('folder', '<', `${folder}0`)]),
        ]),
      )
  ).execute();
  return rows.map((row) => row.folder);
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

/**
 * Refused files that need not be any more: the file of the article is gone, or states another id itself.
 *
 * @param missing paths of files that are gone and not forgotten yet
 */
export async function heirs(db: Kysely<Tables>, missing: readonly string[]): Promise<readonly string[]> {
  const refused = await refusedFiles(db);
  if (refused.size === 0) return [];
  const held = await db
    .selectFrom('article')
    .select(['row', 'path'])
    .where('row', 'in', [...new Set(refused.values())])
    .where('present', '=', 1)
    .execute();
  const holders = new Map(held.map(({ row, path }) => [row, path]));
  const gone = new Set(missing);
  return [...refused].flatMap(([path, row]) => {
    const holder = holders.get(row) ?? undefined;
    return holder === undefined || gone.has(holder) || refused.has(holder) ? [path] : [];
  });
}

/** Every fault of every file, by path; `max` bounds the answer. */
export async function allFaults(db: Kysely<Tables>, max: number): Promise<readonly Fault[]> {
  const rows = await db
    .selectFrom('file')
    .select('faults')
    .where('faults', '<>', '[]')
    .orderBy('folder')
    .orderBy('name')
    .limit(max)
    .execute();
  return rows.flatMap(({ faults }) => JSON.parse(faults) as Fault[]);
}
