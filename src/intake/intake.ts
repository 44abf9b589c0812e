/**
 * The articles folder, taken in: at the start, whenever something happens in it, and once a minute to be sure.
 *
 * In: files. Out: changes, to whoever is told. It is the only room that reads the articles folder. One piece of work
 * at a time, in the order in which it came; a file that somebody is still writing waits until it is closed.
 */
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isArticlePath } from '../article/article-path.ts';
import type { Fault } from '../article/fault.ts';
import type { Clock } from '../base/clock.ts';
import { wholeSecond } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Site } from '../base/site.ts';
import { splitPath } from '../ledger/file-table.ts';
import type { HoldLimits } from '../ledger/holds.ts';
import type { Change, Ledger, Recorded } from '../ledger/ledger.ts';
import type { FileReading } from '../ledger/reading.ts';
import type { ArticleFile } from './article-file.ts';
import { assetType } from './asset-file.ts';
import { AssetIntake } from './asset-intake.ts';
import { signatureOf } from './file-signature.ts';
import { inspectFile, isFault } from './folder-listing.ts';
import { scanFolder } from './folder-scan.ts';
import { FolderWatch } from './folder-watch.ts';
import { HoldKeeper } from './hold-keeper.ts';
import { newestPaths } from './newest-first.ts';
import { FILES_TOGETHER, ReadingBatches } from './reading-batches.ts';
import { recordFiles } from './record-files.ts';
import { UnfinishedFiles } from './unfinished-files.ts';

/** How often the whole folder is compared, in milliseconds: what no event told of is noticed then. */
const RECONCILE_MS = 60_000;
/** How soon the whole folder is compared again after something went wrong, as when the disk was full, in milliseconds. */
const RETRY_MS = 2_000;
/** How long a file that is gone is given to come back, as when an editor replaces it, in milliseconds. */
const GONE_MS = 60;
/** While a scan goes on, changes are handed on this often, in milliseconds: rendering has its price, and waits for the recording. */
const HAND_ON_MS = 5000;

/** While something is held: how often a decision is looked for, and how many looks until the folder is compared again. */
const HOLD_LOOK_MS = 500;
const HOLD_LOOKS = 10;

/** What an intake works with. */
export interface IntakeContext {
  /** The articles folder: absolute, without symbolic links in it. */
  readonly root: string;
  readonly site: Site;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** When a loss is too large to be believed; undefined: never. */
  readonly hold?: HoldLimits | undefined;
  /** Told of every change, and awaited. */
  readonly onChange: (change: Change | undefined) => Promise<void>;
  /** Told how many files have been read, as a scan goes on. */
  readonly onProgress?: (filesRead: number) => void;
}

/** True for what the file system or the database reports; everything else is a bug of ours. */
function isWorldsDoing({ code }: NodeJS.ErrnoException): boolean {
  return code !== undefined && (code === 'ERR_SQLITE_ERROR' || !code.startsWith('ERR_'));
}

/** The articles folder, taken in. */
export class Intake {
  readonly #context: IntakeContext;
  readonly #watch: FolderWatch;
  readonly #assets: AssetIntake;
  readonly #gone = new Map<string, number>();
  readonly #unfinished: UnfinishedFiles;
  readonly #keeper: HoldKeeper;
  #holdTimer: NodeJS.Timeout | undefined;
  #holdLooks = 0;
  /** Files that the scan in hand found gone: a new file may be one of them, renamed and edited. */
  #missingNow: readonly string[] = [];
  #turn: Promise<void> = Promise.resolve();
  #reconcile: NodeJS.Timeout | undefined;
  #isClosed = false;
  #isWatching = false;
  #isTakenIn = false;
  #trouble: string | undefined;
  #retry: NodeJS.Timeout | undefined;
  #filesRead = 0;
  /** Files that link to articles which got their address after they were read. */
  readonly #linking = new Set<string>();
  #held: { number: number; at: Date; touched: Set<string> } | undefined;
  #handedOnAt = 0;
  /** While a first import goes on, all its articles share one instant (T-37). */
  #firstSeen: Date | undefined;
  readonly #folderFaults = new Map<string, Fault>();

  constructor(context: IntakeContext) {
    this.#context = context;
    this.#assets = new AssetIntake(context.root, context.ledger);
    this.#keeper = new HoldKeeper(context);
    this.#watch = new FolderWatch(
      context.root,
      (paths) => this.#inTurn('examine', () => this.#examine(paths)),
      (folder, cause) =>
        context.log.warn(
          { folder, cause: cause.message },
          'folder cannot be watched; it is compared every minute',
        ),
    );
    this.#unfinished = new UnfinishedFiles(context.root, context.clock, (path, afterMs) =>
      this.#watch.lookAgain(path, afterMs),
    );
  }

  /** Takes in the whole folder once, without watching it. */
  async takeIn(): Promise<void> {
    await this.#inTurn('scan', async () => {
      await this.#scan('');
      this.#isTakenIn = true;
      if (this.#trouble !== undefined) this.#context.log.info('the articles folder is taken in again');
      this.#trouble = undefined;
    });
  }

  /** True when the whole folder has been taken in once. */
  get isTakenIn(): boolean {
    return this.#isTakenIn;
  }

  /** Why what was found could not be taken in: the code of a failure or of a system call; it is tried again and again. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /**
   * Takes in the newest articles, before a first import of all of them.
   *
   * @param limit how many articles the main feed shows
   */
  async takeInNewest(limit: number): Promise<void> {
    await this.#inTurn('newest', async () => {
      const { root, clock } = this.#context;
      const now = wholeSecond(clock.now());
      this.#firstSeen = now;
      await this.#read(await newestPaths(root, now, limit), now);
      await this.#handOn(true);
    });
  }

  /** Takes in the whole folder, and everything that happens in it from then on. */
  async start(): Promise<void> {
    this.#isWatching = true;
    await this.takeIn();
    this.#firstSeen = undefined;
    this.#reconcile = setInterval(() => void this.takeIn(), RECONCILE_MS);
    this.#reconcile.unref();
    await import('./article-file.ts');
  }

  /** Stops watching, and waits for the work in hand. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#reconcile);
    clearTimeout(this.#retry);
    clearTimeout(this.#holdTimer);
    this.#watch.close();
    await this.#turn;
  }

  #inTurn(what: string, work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      if (this.#isClosed) return;
      try {
        await work();
      } catch (cause) {
        const error = cause as NodeJS.ErrnoException;
        if (!isWorldsDoing(error)) throw cause;
        if (this.#trouble !== error.code)
          this.#context.log.error(
            { what, code: error.code, cause: error.message },
            'the articles folder cannot be taken in; what is published stays',
          );
        this.#trouble = error.code;
        this.#tryAgain();
      }
    });
    return this.#turn;
  }

  #tryAgain(): void {
    clearTimeout(this.#retry);
    if (this.#isWatching && !this.#isClosed)
      this.#retry = setTimeout(() => void this.takeIn(), RETRY_MS).unref();
  }

  async #scan(folder: string): Promise<void> {
    const now = this.#firstSeen ?? wholeSecond(this.#context.clock.now());
    const batches = new ReadingBatches(this.#context, now, {
      readHere: (paths) => this.#read(paths, now),
      onRecorded: (recorded, files) => this.#recorded(recorded, files),
    });
    try {
      await this.#compare(folder, now, batches);
    } finally {
      await batches.close();
    }
  }

  async #compare(folder: string, now: Date, batches: ReadingBatches): Promise<void> {
    const { root, ledger } = this.#context;
    const onFolder = (at: string) => this.#isWatching && this.#watch.add(at);
    // A first import has nothing to lose, and may be too large to be known before it is read.
    const isFirst = this.#firstSeen !== undefined;
    const found = { changed: [] as string[], fresh: new Set<string>(), missing: [] as string[] };
    const assets: string[] = [];
    for await (const difference of scanFolder(folder, { root, ledger, onFolder })) {
      const settled = await this.#finished(difference.changed);
      assets.push(...settled.filter((path) => !isArticlePath(path)));
      found.missing.push(...difference.missing);
      for (const [path] of this.#folderFaults)
        if (splitPath(path).folder === difference.folder) this.#folderFaults.delete(path);
      this.#noteFolderFaults(difference.faults);
      const articles = settled.filter(isArticlePath);
      if (isFirst) await batches.add(articles);
      else {
        found.changed.push(...articles);
        for (const path of articles) if (difference.fresh.has(path)) found.fresh.add(path);
      }
    }
    const missing = found.missing.filter((path) => !existsSync(join(root, path)));
    const weighed = isFirst ? { ...found, missing } : await this.#keeper.weigh({ ...found, missing });
    this.#lookAfterHold();
    this.#missingNow = weighed.missing;
    await batches.add(isFirst ? [] : weighed.changed);
    await batches.finish();
    await this.#recordAssets(assets, now);
    await this.#relink(now);
    await this.#withdraw(weighed.missing);
    this.#missingNow = [];
    await this.#handOn(true);
  }

  /** Looks at single paths: files that were written, folders that appeared, either of them gone. */
  async #examine(paths: readonly string[]): Promise<void> {
    const { root } = this.#context;
    const now = wholeSecond(this.#context.clock.now());
    const files: string[] = [];
    for (const path of paths) {
      if (lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) {
        await this.#scan(path);
        continue;
      }
      const found = inspectFile(root, path);
      this.#folderFaults.delete(path);
      if (found === undefined) await this.#missing(path);
      else if (isFault(found)) this.#noteFolderFaults([found]);
      else files.push(path);
    }
    const settled = await this.#finished(
      files.filter((path) => isArticlePath(path) || assetType(path) !== undefined),
    );
    const articles = settled.filter(isArticlePath);
    if (this.#keeper.isMany(this.#gone.size) && this.#keeper.isMany(articles.length)) {
      // Files go and others come: a move, a checkout. It is weighed as a whole.
      this.#watch.lookAgain('', GONE_MS);
      return;
    }
    await this.#read(articles, now);
    if (articles.some((path) => this.#keeper.has(path))) this.#watch.lookAgain('', GONE_MS);
    await this.#recordAssets(
      settled.filter((path) => !isArticlePath(path)),
      now,
    );
    await this.#relink(now);
    await this.#handOn(true);
  }

  /** What is gone may be on its way to another name: it is given a moment. */
  async #missing(path: string): Promise<void> {
    if (this.#keeper.has(path)) return;
    const since = this.#gone.get(path);
    this.#unfinished.forget(path);
    if (since === undefined) {
      if (!(await this.#context.ledger.isKnown(path))) return this.#watch.remove(path);
      this.#gone.set(path, performance.now());
      this.#watch.lookAgain(path, GONE_MS);
      return;
    }
    if (performance.now() - since < GONE_MS / 2) return;
    this.#gone.delete(path);
    this.#watch.remove(path);
    const below = await this.#context.ledger.foldersBelow(path);
    const files = await Promise.all(
      below.map(async (folder) =>
        [...(await this.#context.ledger.filesIn(folder)).keys()].map((name) => `${folder}/${name}`),
      ),
    );
    const missing = [path, ...files.flat()];
    if (!this.#keeper.isMany(missing.length + this.#gone.size)) return this.#withdraw(missing);
    this.#gone.clear();
    await this.#scan('');
  }

  /** While something is held, decisions are looked for, and whether its cause is gone. */
  #lookAfterHold(): void {
    clearTimeout(this.#holdTimer);
    if (!this.#keeper.isHolding || !this.#isWatching || this.#isClosed) return;
    this.#holdTimer = setTimeout(() => void this.#lookAtHold(), HOLD_LOOK_MS).unref();
  }

  async #lookAtHold(): Promise<void> {
    this.#holdLooks += 1;
    let isDue = this.#holdLooks % HOLD_LOOKS === 0;
    await this.#inTurn('hold', async () => {
      isDue ||= (await this.#context.ledger.holds.current())?.decision !== undefined;
    });
    if (isDue) await this.takeIn();
    else this.#lookAfterHold();
  }

  #finished(paths: readonly string[]): Promise<readonly string[]> {
    for (const path of paths) this.#gone.delete(path);
    return this.#unfinished.finished(paths);
  }

  async #record(files: readonly ArticleFile[], now: Date): Promise<void> {
    if (files.length === 0) return;
    const { root, ledger } = this.#context;
    const recorded = await recordFiles({ root, ledger, assets: this.#assets }, files, now, [
      ...this.#missingNow,
      ...this.#gone.keys(),
    ]);
    await this.#recorded(recorded, files.length);
  }

  async #recorded({ change, faults, linking, recognised }: Recorded, files: number): Promise<void> {
    for (const { path, id, how } of recognised)
      this.#context.log.info({ path, id }, `the file is a known article by ${how}`);
    for (const path of linking) this.#linking.add(path);
    this.#logFaults(faults);
    this.#filesRead += files;
    this.#context.onProgress?.(this.#filesRead);
    this.#note(change);
    await this.#handOn(false);
  }

  /** A file beside articles was written: the articles that show it look different now. */
  async #recordAssets(paths: readonly string[], now: Date): Promise<void> {
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
    await this.#read([...new Set([...(await ledger.referring(paths)), ...beside])], now);
  }

  /** Reads files here and now; also again, when their surroundings changed: a picture, or the address of a linked article. */
  async #read(paths: readonly string[], now: Date): Promise<void> {
    const { root, site } = this.#context;
    if (paths.length === 0) return;
    const { readArticleFile } = await import('./article-file.ts');
    for (let at = 0; at < paths.length; at += FILES_TOGETHER) {
      const some = paths.slice(at, at + FILES_TOGETHER);
      await this.#record(
        some.flatMap((path) => readArticleFile(root, path, site) ?? []),
        now,
      );
    }
  }

  async #relink(now: Date): Promise<void> {
    const paths = [...this.#linking];
    this.#linking.clear();
    await this.#read(paths, now);
    this.#linking.clear();
  }

  async #withdraw(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    this.#note(await this.#context.ledger.withdraw(paths));
    const assets = paths.filter((path) => assetType(path) !== undefined);
    for (const path of assets) await this.#context.ledger.assets.forget(path);
  }

  #note(change: Change | undefined): void {
    if (change === undefined) return;
    const { number, at, touched } = change;
    this.#held = { number, at, touched: new Set([...(this.#held?.touched ?? []), ...touched]) };
  }

  async #handOn(isLast: boolean): Promise<void> {
    if (!isLast && performance.now() - this.#handedOnAt < HAND_ON_MS) return;
    const change = this.#held;
    if (change !== undefined || isLast) await this.#context.onChange(change);
    this.#held = undefined;
    this.#handedOnAt = performance.now();
  }

  /** Faults of names that are no readable files, such as links that lead out of the folder; each is logged once. */
  get folderFaults(): readonly Fault[] {
    return [...this.#folderFaults.values()];
  }

  #noteFolderFaults(faults: readonly Fault[]): void {
    this.#logFaults(faults.filter(({ path }) => !this.#folderFaults.has(path)));
    for (const fault of faults) this.#folderFaults.set(fault.path, fault);
  }

  #logFaults(faults: readonly Fault[]): void {
    for (const { path, line, severity, what } of faults)
      this.#context.log.warn({ path, line, severity }, what);
  }
}
