/**
 * Article files become articles: read, recorded, read again when what they show has changed, withdrawn.
 *
 * Which files, and when, is the intake's to say. Changes are gathered here, and handed on to whoever is told.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isArticlePath } from '../article/article-path.ts';
import { isAuthorList } from '../article/author-list.ts';
import type { Fault } from '../article/fault.ts';
import type { Log } from '../base/log.ts';
import { mediaType } from '../base/media-type.ts';
import type { Site } from '../base/site.ts';
import type { Change } from '../ledger/change-sequence.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FILES_TOGETHER, type FileReading } from '../ledger/reading.ts';
import type { ArticleFile } from './article-file.ts';
import { AssetIntake } from './asset-intake.ts';
import { signatureOf } from './file-signature.ts';
import { recordFiles } from './record-files.ts';

/** While a scan goes on, changes are handed on this often, in milliseconds: rendering has its price, and waits for the recording. */
const HAND_ON_MS = 5000;

/** What it works with. */
export interface ArticleIntakeContext {
  /** The articles folder: absolute, without symbolic links in it. */
  readonly root: string;
  readonly site: Site;
  readonly ledger: Ledger;
  readonly log: Log;
  /** Told of every change, and awaited. */
  readonly onChange: (change: Change | undefined) => Promise<void>;
  /** Told how many files have been read, as a scan goes on. */
  readonly onProgress?: (filesRead: number) => void;
}

/** Article files, on their way into the ledger. */
export class ArticleIntake {
  readonly #context: ArticleIntakeContext;
  readonly #missing: () => readonly string[];
  readonly #assets: AssetIntake;
  #filesRead = 0;
  /** Files that link to articles which got their address after they were read. */
  readonly #linking = new Set<string>();
  #change: { number: number; at: Date; touched: Set<string> } | undefined;
  #handedOnAt = 0;

  /** @param missing paths of known files that are gone at the moment: a new file may be one of them */
  constructor(context: ArticleIntakeContext, missing: () => readonly string[]) {
    this.#context = context;
    this.#missing = missing;
    this.#assets = new AssetIntake(context.root, context.ledger);
  }

  /** Records what was read, here or on a thread. */
  async record(files: readonly ArticleFile[], now: Date): Promise<void> {
    if (files.length === 0) return;
    const { root, ledger, log, onProgress } = this.#context;
    const recording = { root, ledger, assets: this.#assets };
    const { change, faults, linking, recognised } = await recordFiles(recording, files, now, this.#missing());
    for (const { path, id, how } of recognised)
      log.info({ path, id }, `the file is a known article by ${how}`);
    for (const path of linking) this.#linking.add(path);
    logFaults(log, faults);
    this.#filesRead += files.length;
    onProgress?.(this.#filesRead);
    this.#note(change);
    await this.handOn(false);
  }

  /** A file beside articles was written: the articles that show it look different now. */
  async recordAssets(paths: readonly string[], now: Date): Promise<void> {
    if (paths.length === 0) return;
    const { ledger, root } = this.#context;
    const readings = paths.flatMap((path): FileReading[] => {
      const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (stats === undefined) return [];
      return [
        {
          file: { path, signature: signatureOf(stats), hash: '', faults: [], references: [] },
          draft: undefined,
          faults: [],
          beside: [],
        },
      ];
    });
    await ledger.record(readings, now, () => false);
    const beside = paths.flatMap((path) => this.#assets.articlesBeside(path));
    const referring = await ledger.files.referringTo(paths);
    await this.read([...new Set([...referring, ...beside, ...(await this.#nameless(paths))])], now);
  }

  /** Articles that may name authors by their keys in lists that were written just now: such a key is told of as a fault. */
  async #nameless(paths: readonly string[]): Promise<readonly string[]> {
    if (!paths.some(isAuthorList)) return [];
    return (await this.#context.ledger.files.faults()).map(({ path }) => path).filter(isArticlePath);
  }

  /** Reads files here and now; also again, when their surroundings changed: a picture, or the address of a linked article. */
  async read(paths: readonly string[], now: Date): Promise<void> {
    const { root, site } = this.#context;
    if (paths.length === 0) return;
    const { readTogether } = await import('./article-file.ts');
    for (let at = 0; at < paths.length; ) {
      const { files, count } = readTogether(root, paths.slice(at, at + FILES_TOGETHER), site);
      await this.record(files, now);
      at += count;
    }
  }

  /** Reads files again whose links lead somewhere only since now, and those that have taken each other's places. */
  async readAgain(now: Date): Promise<void> {
    await this.read(await this.#context.ledger.files.heirs([]), now);
    const linking = [...this.#linking];
    this.#linking.clear();
    await this.read(linking, now);
    this.#linking.clear();
  }

  /** Withdraws the articles whose files are gone; one whose id another file states is that file's from now on. */
  async withdraw(paths: readonly string[], now: Date): Promise<void> {
    if (paths.length === 0) return;
    await this.read(await this.#context.ledger.files.heirs(paths), now);
    this.#note(await this.#context.ledger.withdraw(paths));
    const assets = paths.filter((path) => mediaType(path) !== undefined);
    for (const path of assets) await this.#context.ledger.assets.forget(path);
  }

  #note(change: Change | undefined): void {
    if (change === undefined) return;
    const { number, at, touched } = change;
    this.#change = { number, at, touched: new Set([...(this.#change?.touched ?? []), ...touched]) };
  }

  /** Hands on what has changed; not too often while a scan goes on. */
  async handOn(isLast: boolean): Promise<void> {
    if (!isLast && performance.now() - this.#handedOnAt < HAND_ON_MS) return;
    const change = this.#change;
    if (change !== undefined || isLast) await this.#context.onChange(change);
    this.#change = undefined;
    this.#handedOnAt = performance.now();
  }
}

/** Tells the operator of faults. */
export function logFaults(log: Log, faults: readonly Fault[]): void {
  for (const { path, line, severity, what } of faults) log.warn({ path, line, severity }, what);
}
