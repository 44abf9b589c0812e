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
import { splitPath } from '../ledger/file-table.ts';
import type { HoldLimits } from '../ledger/holds.ts';
import { ArticleIntake, type ArticleIntakeContext, logFaults } from './article-intake.ts';
import { assetType } from './asset-file.ts';
import { CopiedFiles } from './copied-files.ts';
import { inspectFile, isFault } from './folder-listing.ts';
import { scanFolder } from './folder-scan.ts';
import { FolderWatch } from './folder-watch.ts';
import { HoldKeeper } from './hold-keeper.ts';
import { newestPaths } from './newest-first.ts';
import { ReadingBatches } from './reading-batches.ts';
import { UnfinishedFiles } from './unfinished-files.ts';

/** How often the whole folder is compared, in milliseconds: what no event told of is noticed then. */
const RECONCILE_MS = 60_000;
/** How soon the whole folder is compared again after something went wrong, as when the disk was full, in milliseconds. */
const RETRY_MS = 2_000;
/** How long a file that is gone is given to come back, as when an editor replaces it, in milliseconds. */
const GONE_MS = 60;

/** While something is held: how often a decision is looked for, and how many looks until the folder is compared again. */
const HOLD_LOOK_MS = 500;
const HOLD_LOOKS = 10;

/** What an intake works with. */
export interface IntakeContext extends ArticleIntakeContext {
  readonly clock: Clock;
  /** When a loss is too large to be believed; undefined: never. */
  readonly hold?: HoldLimits | undefined;
  /** Told how long each piece of work took, by what it was. */
  readonly onWorked?: (what: string, seconds: number) => void;
}

/** True for what the file system or the database reports; everything else is a bug of ours. */
function isWorldsDoing({ code }: NodeJS.ErrnoException): boolean {
  return code !== undefined && (code === 'ERR_SQLITE_ERROR' || !code.startsWith('ERR_'));
}

/** The articles folder, taken in. */
export class Intake {
  readonly #context: IntakeContext;
  readonly #watch: FolderWatch;
  readonly #articles: ArticleIntake;
  readonly #gone = new Map<string, number>();
  readonly #unfinished: UnfinishedFiles;
  readonly #copied: CopiedFiles;
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
  /** While a first import goes on, all its articles share one instant (T-37). */
  #firstSeen: Date | undefined;
  readonly #folderFaults = new Map<string, Fault>();

  constructor(context: IntakeContext) {
    this.#context = context;
    this.#articles = new ArticleIntake(context, () => [
      ...this.#missingNow,
      ...this.#gone.keys(),
      ...this.#keeper.lost,
    ]);
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
    this.#copied = new CopiedFiles(context.root, context.ledger, (path, afterMs) =>
      this.#watch.lookAgain(path, afterMs),
    );
    this.#unfinished = new UnfinishedFiles(context.root, context.clock, (path, afterMs) =>
      this.#watch.lookAgain(path, afterMs),
    );
  }

  /** Takes in the whole folder once, without watching it. */
  async takeIn(): Promise<void> {
    await this.#inTurn('scan', async () => {
      await this.#scan('');
      if (this.#isClosed) return;
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
      await this.#articles.read(await newestPaths(root, now, limit), now);
      await this.#articles.handOn(true);
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
      const began = performance.now();
      try {
        await work();
        this.#context.onWorked?.(what, (performance.now() - began) / 1000);
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
      readHere: (paths) => this.#articles.read(paths, now),
      missing: () => this.#missingNow,
      onRecorded: (recorded, files) => this.#articles.recorded(recorded, files),
      isOver: () => this.#isClosed,
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
      if (this.#isClosed) break;
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
    if (this.#isClosed) {
      // What was seen is not the whole, so nothing is known to be missing; the next start sees it all.
      await batches.finish();
      return;
    }
    const missing = found.missing.filter((path) => !existsSync(join(root, path)));
    const weighed = isFirst
      ? { ...found, missing }
      : await this.#keeper.weigh({ ...found, missing }, folder === '');
    this.#lookAfterHold();
    this.#missingNow = missing;
    await batches.add(isFirst ? [] : weighed.changed);
    await batches.finish();
    if (this.#isClosed) return;
    await this.#articles.recordAssets(assets, now);
    await this.#articles.readAgain(now);
    await this.#articles.withdraw(weighed.missing, now);
    this.#missingNow = [];
    await this.#articles.handOn(true);
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
    const articles = await this.#copied.settled(settled.filter(isArticlePath));
    if (this.#keeper.isMany(this.#gone.size) && this.#keeper.isMany(articles.length)) {
      // Files go and others come: a move, a checkout. It is weighed as a whole.
      this.#watch.lookAgain('', GONE_MS);
      return;
    }
    await this.#articles.read(await this.#believed(articles), now);
    if (articles.some((path) => this.#keeper.has(path))) this.#watch.lookAgain('', GONE_MS);
    await this.#articles.recordAssets(
      settled.filter((path) => !isArticlePath(path)),
      now,
    );
    await this.#articles.readAgain(now);
    await this.#articles.handOn(true);
  }

  /** Those of the written files that are read: many at once are weighed, since all may be drafts. */
  async #believed(articles: readonly string[]): Promise<readonly string[]> {
    if (!this.#keeper.isMany(articles.length)) return articles;
    const { changed } = await this.#keeper.weigh({ changed: articles, fresh: new Set(), missing: [] }, false);
    this.#lookAfterHold();
    return changed;
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
    if (!this.#keeper.isMany(missing.length + this.#gone.size)) {
      const now = wholeSecond(this.#context.clock.now());
      await this.#articles.read(this.#copied.take(), now);
      return this.#articles.withdraw(missing, now);
    }
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

  /** Faults of names that are no readable files, such as links that lead out of the folder; each is logged once. */
  get folderFaults(): readonly Fault[] {
    return [...this.#folderFaults.values()];
  }

  #noteFolderFaults(faults: readonly Fault[]): void {
    logFaults(
      this.#context.log,
      faults.filter(({ path }) => !this.#folderFaults.has(path)),
    );
    for (const fault of faults) this.#folderFaults.set(fault.path, fault);
  }
}
