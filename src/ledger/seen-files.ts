/**
 * What was seen of the files in the articles folder, as whoever looks at that folder asks for it.
 *
 * Nothing here knows what is in the folder at the moment. What is stored, and when, is file-table.ts's and record.ts's.
 */
import type { Kysely } from 'kysely';
import type { Fault } from '../article/fault.ts';
import { type FileSignature, forgetFiles, joinPath, refusedFiles, splitPath } from './file-table.ts';
import { insertTogether } from './insert-together.ts';
import { referringTo } from './read-articles.ts';
import type { Tables } from './tables.ts';

/** Faults that are listed at most. */
const FAULTS_MAX = 10_000;

/** The files that the ledger has seen. */
export class SeenFiles {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The files known in one folder, by name. */
  async inFolder(folder: string): Promise<Map<string, FileSignature>> {
    const rows = await this.#db
      .selectFrom('file')
      .select(['name', 'bytes', 'mtime_ms as mtimeMs', 'ctime_ms as ctimeMs', 'inode'])
      .where('folder', '=', folder)
      .execute();
    return new Map(rows.map((row) => [row.name, row]));
  }

  /** The folders in which files are known at or below a folder (`''`: all of them). */
  async foldersBelow(folder: string): Promise<readonly string[]> {
    const all = this.#db.selectFrom('file').select('folder').distinct();
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

  /** Those of some paths at which files are known. */
  async knownAmong(paths: readonly string[]): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    for (const [folder, files] of Map.groupBy(paths.map(splitPath), (path) => path.folder))
      await insertTogether(files, async (some) => {
        const rows = await this.#db
          .selectFrom('file')
          .select('name')
          .where('folder', '=', folder)
          .where(
            'name',
            'in',
            some.map(({ name }) => name),
          )
          .execute();
        for (const { name } of rows) known.add(joinPath(folder, name));
      });
    return known;
  }

  /** True for the path of a known file, or of a folder with known files in or below it. */
  async isKnown(path: string): Promise<boolean> {
    const { folder, name } = splitPath(path);
    const file = await this.#db
      .selectFrom('file')
      .select('name')
      .where('folder', '=', folder)
      .where('name', '=', name)
      .executeTakeFirst();
    return file !== undefined || (await this.foldersBelow(path)).length > 0;
  }

  /** True when the file of an article that is there had these bytes when it was read. */
  async holdBytes(hash: string): Promise<boolean> {
    const held = this.#db.selectFrom('article').select('row').where('file_hash', '=', hash);
    return (await held.where('present', '=', 1).limit(1).executeTakeFirst()) !== undefined;
  }

  /** Article files that refer to any of these files. */
  referringTo(targets: readonly string[]): Promise<readonly string[]> {
    return referringTo(this.#db, targets);
  }

  /** Article files that refer to an article which went live at its hour with a change. */
  async referringToPublished(change: number): Promise<readonly string[]> {
    const published = await this.#db
      .selectFrom('event')
      .innerJoin('article', 'article.row', 'event.row')
      .select('path')
      .where('event.change', '=', change)
      .where('what', '=', 'published')
      .execute();
    return referringTo(
      this.#db,
      published.flatMap(({ path }) => path ?? []),
    );
  }

  /**
   * Files refused because of the id that they state, and which need not be any more, to be read again: the file of the
   * article is gone, or states another id itself.
   *
   * @param missing paths of files that are gone and not forgotten yet
   */
  async heirs(missing: readonly string[]): Promise<readonly string[]> {
    const refused = await refusedFiles(this.#db);
    if (refused.size === 0) return [];
    const held = await this.#db
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

  /** Forgets files; their articles stay as they are. */
  forget(paths: readonly string[]): Promise<void> {
    return forgetFiles(this.#db, paths);
  }

  /** Every fault of every file, by path. */
  async faults(): Promise<readonly Fault[]> {
    const rows = await this.#db
      .selectFrom('file')
      .select('faults')
      .where('faults', '<>', '[]')
      .orderBy('folder')
      .orderBy('name')
      .limit(FAULTS_MAX)
      .execute();
    return rows.flatMap(({ faults }) => JSON.parse(faults) as Fault[]);
  }

  /** How many files have faults. */
  async faultCount(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('file')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('faults', '<>', '[]')
      .executeTakeFirstOrThrow();
    return count;
  }
}
