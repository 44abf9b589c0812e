/**
 * Files that stand beside articles, kept by the hash of their bytes.
 *
 * A copy is kept in the data folder, so that an address once published keeps answering with the very same bytes
 * whatever happens to the articles folder.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Asset } from './card.ts';
import { dataFolderFailure } from './ledger-failure.ts';
import { syncFile } from './sync-file.ts';
import type { AssetTable, Tables } from './tables.ts';

/** Assets kept for the batch in hand. */
const REMEMBERED_MAX = 5_000;

/** The files behind `/assets/<hash>/<name>`. */
export class AssetStore {
  readonly #db: Kysely<Tables>;
  /** Where each file is kept under the hash of its bytes. */
  readonly folder: string;
  readonly #byPath = new LRUCache<string, Asset>({ max: REMEMBERED_MAX });

  constructor(db: Kysely<Tables>, dataFolder: string) {
    this.#db = db;
    this.folder = join(dataFolder, 'assets');
  }

  /** Makes the folder. */
  async load(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
  }

  /** The asset at a path that was kept before in this batch. */
  at(path: string): Asset | undefined {
    return this.#byPath.get(path);
  }

  /** Removes what a process left behind that was killed while it copied; nobody else may be copying. */
  tidy(): void {
    for (const name of readdirSync(this.folder))
      if (name.endsWith('.part')) rmSync(join(this.folder, name), { force: true });
  }

  /**
   * Keeps a copy of a file's bytes and remembers what it is.
   *
   * @param source the file's path, or the bytes themselves where they stand in no file of their own
   * @throws {Failure} `data-folder-full`, `data-folder-unusable`
   */
  async keep(asset: Asset, source: string | Uint8Array): Promise<void> {
    const kept = this.fileOf(asset.hash);
    if (statSync(kept, { throwIfNoEntry: false })?.size !== asset.bytes) this.#copy(source, kept);
    const row: AssetTable = {
      ...asset,
      width: asset.width ?? null,
      height: asset.height ?? null,
      seconds: asset.seconds ?? null,
    };
    await this.#db
      .insertInto('asset')
      .values(row)
      .onConflict((conflict) => conflict.column('path').doUpdateSet(row))
      .execute();
    this.#byPath.set(asset.path, asset);
  }

  /**
   * Written aside, then renamed: never half a file. On the disk before the ledger mentions it: a power cut between the
   * two leaves a file too many, never one too few.
   */
  #copy(source: string | Uint8Array, kept: string): void {
    const aside = `${kept}.${randomUUID()}.part`;
    try {
      if (typeof source === 'string') copyFileSync(source, aside);
      else writeFileSync(aside, source);
      syncFile(aside);
      renameSync(aside, kept);
      syncFile(this.folder);
    } catch (cause) {
      rmSync(aside, { force: true });
      if (typeof source === 'string' && statSync(source, { throwIfNoEntry: false }) === undefined)
        throw cause;
      throw dataFolderFailure(cause);
    }
  }

  /** No file is at the path any more. What was published stays published. */
  async forget(path: string): Promise<void> {
    this.#byPath.delete(path);
    await this.#db.deleteFrom('asset').where('path', '=', path).execute();
  }

  /** Where the bytes with a hash are kept. */
  fileOf(hash: string): string {
    return join(this.folder, hash);
  }
}
