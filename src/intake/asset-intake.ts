/**
 * Files beside articles, taken in: found, described, kept.
 *
 * An article has the files that it refers to, the pictures written into its own file, the files with its own stem (`pier.md`, `pier.mp3`), and, when it is a
 * page bundle (`pier/index.md`), the files in its folder.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { ARTICLE_EXTENSIONS } from '../article/article-path.ts';
import { isWrittenIn, writtenInPictures } from '../article/written-in-picture.ts';
import { mediaType } from '../base/media-type.ts';
import type { Asset } from '../ledger/card.ts';
import { joinPath, splitPath } from '../ledger/file-table.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { describeAsset, describeBytes } from './asset-file.ts';
import { inspectFile, isFault, isPassedOver } from './folder-listing.ts';

/** Files described, and folders listed, that are remembered between articles. */
const REMEMBERED_MAX = 1000;

/** Files that one article gets at most without naming them. */
const BESIDE_MAX = 50;

interface FolderAssets {
  readonly mtimeMs: number;
  /** Names of asset files, sorted, by stem. */
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly names: readonly string[];
}

/** The files beside the articles of one folder tree. */
export class AssetIntake {
  readonly #root: string;
  readonly #ledger: Ledger;
  readonly #described = new LRUCache<string, Asset>({ max: REMEMBERED_MAX });
  readonly #folders = new LRUCache<string, FolderAssets>({ max: REMEMBERED_MAX });

  constructor(root: string, ledger: Ledger) {
    this.#root = root;
    this.#ledger = ledger;
  }

  /** Paths of the files that belong to an article by their place, sorted by name. */
  beside(path: string): readonly string[] {
    const { folder, name } = splitPath(path);
    const assets = this.#assetsIn(folder);
    if (assets === undefined) return [];
    const isBundle = folder !== '' && stemOf(name) === 'index';
    const names = isBundle ? assets.names : (assets.byStem.get(stemOf(name)) ?? []);
    return names.slice(0, BESIDE_MAX).map((asset) => joinPath(folder, asset));
  }

  /** Paths at which the article of a file beside it could stand. */
  articlesBeside(path: string): readonly string[] {
    const { folder, name } = splitPath(path);
    const stems = folder === '' ? [stemOf(name)] : [stemOf(name), 'index'];
    return stems.flatMap((stem) =>
      Object.keys(ARTICLE_EXTENSIONS).map((extension) => joinPath(folder, `${stem}.${extension}`)),
    );
  }

  /** Keeps the files at some paths in the ledger's store; paths where nothing may be published are passed over. */
  async keep(paths: Iterable<string>): Promise<void> {
    for (const path of new Set(paths)) {
      const stats = mediaType(path) === undefined ? undefined : inspectFile(this.#root, path);
      if (stats === undefined || isFault(stats)) continue;
      const key = `${path}\0${stats.size}\0${stats.mtimeMs}\0${stats.ino}`;
      const asset = this.#described.get(key) ?? (await describeAsset(this.#root, path));
      if (asset === undefined) continue;
      this.#described.set(key, asset);
      await this.#ledger.assets.keep(asset, join(this.#root, path));
    }
  }

  /** Keeps the pictures that are written into an article's file, one after another. */
  async keepWrittenIn(article: string, references: readonly string[]): Promise<void> {
    const wanted = new Set(references.filter((path) => isWrittenIn(article, path)));
    const file = join(this.#root, article);
    if (wanted.size === 0 || statSync(file, { throwIfNoEntry: false }) === undefined) return;
    for (const { path, bytes } of writtenInPictures(article, readFileSync(file))) {
      const type = mediaType(path);
      if (type === undefined || !wanted.delete(path)) continue;
      await this.#ledger.assets.keep(await describeBytes(path, type, bytes), bytes);
    }
  }

  /** The asset files of a folder, listed again only when something was put into it or taken out. */
  #assetsIn(folder: string): FolderAssets | undefined {
    const absolute = join(this.#root, folder);
    const mtimeMs = statSync(absolute, { throwIfNoEntry: false })?.mtimeMs;
    if (mtimeMs === undefined) return undefined;
    const known = this.#folders.get(folder);
    if (known?.mtimeMs === mtimeMs) return known;
    const names = readdirSync(absolute)
      .filter((name) => !isPassedOver(name) && mediaType(name) !== undefined)
      .sort();
    const byStem = Map.groupBy(names, stemOf);
    const assets = { mtimeMs, byStem, names };
    this.#folders.set(folder, assets);
    return assets;
  }
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
