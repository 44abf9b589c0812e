/**
 * When the articles folder is taken in: at the start, whenever something happens in it, and once a minute to be sure.
 *
 * In: files. Out: changes, to whoever is told. It is the door of the only room that reads the articles folder. One
 * piece of work at a time (turns.ts); what becomes of what is found is folder-intake.ts's.
 */
import type { Fault } from '../article/fault.ts';
import { FolderIntake, type FolderIntakeContext } from './folder-intake.ts';
import { FolderWatch } from './folder-watch.ts';
import { Turns, type TurnsContext } from './turns.ts';

/** How often the whole folder is compared, in milliseconds: what no event told of is noticed then. */
const RECONCILE_MS = 60_000;
/** How soon the whole folder is compared again after something went wrong, as when the disk was full, in milliseconds. */
const RETRY_MS = 2_000;

/** While something is held: how often a decision is looked for, and how many looks until the folder is compared again. */
const HOLD_LOOK_MS = 500;
const HOLD_LOOKS = 10;

/** What an intake works with. */
export type IntakeContext = FolderIntakeContext & TurnsContext;

/** The articles folder, taken in. */
export class Intake {
  readonly #context: IntakeContext;
  readonly #turns: Turns;
  readonly #watch: FolderWatch;
  readonly #folder: FolderIntake;
  #reconcile: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #holdTimer: NodeJS.Timeout | undefined;
  #holdLooks = 0;
  #isWatching = false;
  #isTakenIn = false;

  constructor(context: IntakeContext) {
    this.#context = context;
    this.#turns = new Turns(context, () => this.#tryAgain());
    this.#watch = new FolderWatch(
      context.root,
      (paths) => this.#turns.take('examine', () => this.#folder.examine(paths)),
      (folder, cause) =>
        context.log.warn(
          { folder, cause: cause.message },
          'folder cannot be watched; it is compared every minute',
        ),
    );
    this.#folder = new FolderIntake(context, this.#watch, {
      onFolder: (folder) => this.#isWatching && this.#watch.add(folder),
      onWeighed: () => this.#lookAfterHold(),
      isOver: () => this.#turns.isClosed,
    });
  }

  /** Takes in the whole folder once, without watching it. */
  async takeIn(): Promise<void> {
    await this.#turns.take('scan', async () => {
      await this.#folder.scan('');
      if (this.#turns.isClosed) return;
      this.#isTakenIn = true;
      this.#turns.endTrouble();
    });
  }

  /** True when the whole folder has been taken in once. */
  get isTakenIn(): boolean {
    return this.#isTakenIn;
  }

  /** Why what was found could not be taken in: the code of a failure or of a system call; it is tried again and again. */
  get trouble(): string | undefined {
    return this.#turns.trouble;
  }

  /** Faults of names that are no readable files, such as links that lead out of the folder; each is logged once. */
  get folderFaults(): readonly Fault[] {
    return this.#folder.faults;
  }

  /**
   * Takes in the newest articles, before a first import of all of them.
   *
   * @param limit how many articles the main feed shows
   */
  async takeInNewest(limit: number): Promise<void> {
    await this.#turns.take('newest', () => this.#folder.beginImport(limit));
  }

  /** Takes in the whole folder, and everything that happens in it from then on. */
  async start(): Promise<void> {
    this.#isWatching = true;
    await this.takeIn();
    await this.#folder.endImport();
    this.#reconcile = setInterval(() => void this.takeIn(), RECONCILE_MS);
    this.#reconcile.unref();
    await import('./article-file.ts');
  }

  /** Reads some article files again: an article that they link to has been published without a file being written. */
  async readAgain(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) await this.#turns.take('examine', () => this.#folder.readAgain(paths));
  }

  /** Stops watching, and waits for the work in hand. */
  async close(): Promise<void> {
    clearInterval(this.#reconcile);
    clearTimeout(this.#retry);
    clearTimeout(this.#holdTimer);
    this.#watch.close();
    await this.#turns.close();
  }

  #tryAgain(): void {
    clearTimeout(this.#retry);
    if (this.#isWatching && !this.#turns.isClosed)
      this.#retry = setTimeout(() => void this.takeIn(), RETRY_MS).unref();
  }

  /** While something is held, decisions are looked for, and whether its cause is gone. */
  #lookAfterHold(): void {
    clearTimeout(this.#holdTimer);
    if (!this.#folder.isHolding || !this.#isWatching || this.#turns.isClosed) return;
    this.#holdTimer = setTimeout(() => void this.#lookAtHold(), HOLD_LOOK_MS).unref();
  }

  async #lookAtHold(): Promise<void> {
    this.#holdLooks += 1;
    let isDue = this.#holdLooks % HOLD_LOOKS === 0;
    await this.#turns.take('hold', async () => {
      isDue ||= (await this.#context.ledger.holds.current())?.decision !== undefined;
    });
    if (isDue) await this.takeIn();
    else this.#lookAfterHold();
  }
}
