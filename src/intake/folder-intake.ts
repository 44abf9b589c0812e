/**
 * What becomes of what is found in the articles folder.
 *
 * In: a folder to be compared with what is known of it, or paths at which something happened. Out: files that are
 * read, articles that are withdrawn, and what waits: a file that somebody is still writing, a copy, one that is gone
 * for a moment, a loss too large to be believed. When it is looked at is the intake's to say (intake.ts).
 */
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isArticlePath } from '../article/article-path.ts';
import type { Fault } from '../article/fault.ts';
import { wholeSecond } from '../base/clock.ts';
import { ArticleIntake, type ArticleIntakeContext } from './article-intake.ts';
import { isBeside } from './beside-articles.ts';
import { CopiedFiles } from './copied-files.ts';
import { FolderFaults } from './folder-faults.ts';
import { inspectFile, isFault } from './folder-listing.ts';
import { scanFolder } from './folder-scan.ts';
import type { FolderWatch } from './folder-watch.ts';
import { type HoldContext, HoldKeeper } from './hold-keeper.ts';
import { newestArticles } from './newest-first.ts';
import { type BatchEvents, ReadingBatches } from './reading-batches.ts';
import { ReadingThreads, THREADS_PAY_FROM } from './reading-threads.ts';
import { UnfinishedFiles } from './unfinished-files.ts';

/** How long a file that is gone is given to come back, as when an editor replaces it, in milliseconds. */
const GONE_MS = 60;

/** What it works with. */
export type FolderIntakeContext = ArticleIntakeContext & HoldContext;

/** Who is told, and asked, as it goes on. */
export interface FolderIntakeTold {
  /** A folder is about to be listed. */
  readonly onFolder: (folder: string) => void;
  /** What was found has been weighed: something may be held now, or no more. */
  readonly onWeighed: () => void;
  /** True when the work in hand is to end soon. */
  readonly isOver: () => boolean;
}

/** The files of the articles folder, on their way into the ledger or out of it. */
export class FolderIntake {
  readonly #context: FolderIntakeContext;
  readonly #watch: FolderWatch;
  readonly #told: FolderIntakeTold;
  readonly #articles: ArticleIntake;
  readonly #keeper: HoldKeeper;
  readonly #copied: CopiedFiles;
  readonly #unfinished: UnfinishedFiles;
  readonly #faults: FolderFaults;
  /** Paths that were found gone and are given a moment, since when. */
  readonly #gone = new Map<string, number>();
  /** Files that the scan in hand found gone: a new file may be one of them, renamed and edited. */
  #missingNow: readonly string[] = [];
  /** While a first import goes on, all its articles share one instant (T-37). */
  #firstSeen: Date | undefined;
  /** Started for the scan that follows. */
  #threads: ReadingThreads | undefined;

  constructor(context: FolderIntakeContext, watch: FolderWatch, told: FolderIntakeTold) {
    this.#context = context;
    this.#watch = watch;
    this.#told = told;
    this.#articles = new ArticleIntake(context, () => [
      ...this.#missingNow,
      ...this.#gone.keys(),
      ...this.#keeper.lost,
    ]);
    this.#keeper = new HoldKeeper(context);
    this.#faults = new FolderFaults(context.log);
    const lookAgain = (path: string, afterMs: number) => watch.lookAgain(path, afterMs);
    this.#copied = new CopiedFiles(context.root, context.ledger, lookAgain);
    this.#unfinished = new UnfinishedFiles(context.root, context.clock, lookAgain);
  }

  /** Faults of names that are no readable files; each is logged once. */
  get faults(): readonly Fault[] {
    return this.#faults.all;
  }

  /** True while a loss is held. */
  get isHolding(): boolean {
    return this.#keeper.isHolding;
  }

  /** Takes in the newest articles, and begins a first import with them. */
  async beginImport(limit: number): Promise<void> {
    const { root, clock } = this.#context;
    const now = wholeSecond(clock.now());
    this.#firstSeen = now;
    const { paths, count } = await newestArticles(root, now, limit);
    // They load what they need while the newest are read here.
    if (count >= THREADS_PAY_FROM) this.#threads = new ReadingThreads(this.#context);
    await this.#articles.read(paths, now);
    await this.#articles.handOn(true);
  }

  /** A first import is over, if there was one. */
  async endImport(): Promise<void> {
    this.#firstSeen = undefined;
    await this.#threads?.close();
  }

  /** Takes in a folder and everything below it. */
  async scan(folder: string): Promise<void> {
    const now = this.#firstSeen ?? wholeSecond(this.#context.clock.now());
    const events: BatchEvents = {
      readHere: (paths) => this.#articles.read(paths, now),
      record: (files) => this.#articles.record(files, now),
      isOver: this.#told.isOver,
    };
    const batches = new ReadingBatches(this.#context, events, this.#threads);
    this.#threads = undefined;
    try {
      await this.#compare(folder, now, batches);
    } finally {
      await batches.close();
    }
  }

  /** Looks at single paths: files that were written, folders that appeared, either of them gone. */
  async examine(paths: readonly string[]): Promise<void> {
    const { root } = this.#context;
    const now = wholeSecond(this.#context.clock.now());
    const files: string[] = [];
    for (const path of paths) {
      // The articles folder itself is looked for where it ought to be: when it is gone, that is no loss but a trouble.
      if (path === '' || lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) {
        await this.scan(path);
        continue;
      }
      const found = inspectFile(root, path);
      this.#faults.forget(path);
      if (found === undefined) await this.#missing(path);
      else if (isFault(found)) this.#faults.note([found]);
      else files.push(path);
    }
    const settled = await this.#finished(files.filter((path) => isArticlePath(path) || isBeside(path)));
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

  /** Reads some article files again, those that are there. */
  async readAgain(paths: readonly string[]): Promise<void> {
    await this.#articles.read(paths, wholeSecond(this.#context.clock.now()));
    await this.#articles.handOn(true);
  }

  async #compare(folder: string, now: Date, batches: ReadingBatches): Promise<void> {
    const { root, ledger } = this.#context;
    const { onFolder } = this.#told;
    // A first import has nothing to lose, and may be too large to be known before it is read.
    const isFirst = this.#firstSeen !== undefined;
    const found = { changed: [] as string[], fresh: new Set<string>(), missing: [] as string[] };
    const assets: string[] = [];
    for await (const difference of scanFolder(folder, { root, ledger, onFolder })) {
      if (this.#told.isOver()) break;
      const settled = await this.#finished(difference.changed);
      assets.push(...settled.filter((path) => !isArticlePath(path)));
      found.missing.push(...difference.missing);
      this.#faults.forgetIn(difference.folder);
      this.#faults.note(difference.faults);
      const articles = settled.filter(isArticlePath);
      if (isFirst) await batches.add(articles);
      else {
        found.changed.push(...articles);
        for (const path of articles) if (difference.fresh.has(path)) found.fresh.add(path);
      }
    }
    if (this.#told.isOver()) {
      // What was seen is not the whole, so nothing is known to be missing; the next start sees it all.
      await batches.finish();
      return;
    }
    const missing = found.missing.filter((path) => !existsSync(join(root, path)));
    const weighed = isFirst
      ? { ...found, missing }
      : await this.#keeper.weigh({ ...found, missing }, folder === '');
    this.#told.onWeighed();
    this.#missingNow = missing;
    await batches.add(isFirst ? [] : weighed.changed);
    await batches.finish();
    if (this.#told.isOver()) return;
    await this.#articles.recordAssets(assets, now);
    await this.#articles.readAgain(now);
    await this.#articles.withdraw(weighed.missing, now);
    this.#missingNow = [];
    await this.#articles.handOn(true);
  }

  /** Those of the written files that are read: many at once are weighed, since all may be drafts. */
  async #believed(articles: readonly string[]): Promise<readonly string[]> {
    if (!this.#keeper.isMany(articles.length)) return articles;
    const { changed } = await this.#keeper.weigh({ changed: articles, fresh: new Set(), missing: [] }, false);
    this.#told.onWeighed();
    return changed;
  }

  /** What is gone may be on its way to another name: it is given a moment. */
  async #missing(path: string): Promise<void> {
    if (this.#keeper.has(path)) return;
    const since = this.#gone.get(path);
    this.#unfinished.forget(path);
    if (since === undefined) {
      if (!(await this.#context.ledger.files.isKnown(path))) return this.#watch.remove(path);
      this.#gone.set(path, performance.now());
      this.#watch.lookAgain(path, GONE_MS);
      return;
    }
    if (performance.now() - since < GONE_MS / 2) return;
    this.#gone.delete(path);
    this.#watch.remove(path);
    const below = await this.#context.ledger.files.foldersBelow(path);
    const files = await Promise.all(
      below.map(async (folder) =>
        [...(await this.#context.ledger.files.inFolder(folder)).keys()].map((name) => `${folder}/${name}`),
      ),
    );
    const missing = [path, ...files.flat()];
    if (!this.#keeper.isMany(missing.length + this.#gone.size)) {
      const now = wholeSecond(this.#context.clock.now());
      await this.#articles.read(this.#copied.take(), now);
      return this.#articles.withdraw(missing, now);
    }
    this.#gone.clear();
    await this.scan('');
  }

  #finished(paths: readonly string[]): Promise<readonly string[]> {
    for (const path of paths) this.#gone.delete(path);
    return this.#unfinished.finished(paths);
  }
}
