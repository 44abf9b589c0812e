/**
 * The guard against floods and losses: what a scan found is weighed as a whole before any of it is recorded.
 *
 * When too much would be withdrawn – a folder that is unmounted, a checkout that is half done, a move that nobody could
 * follow, a script that makes drafts of everything – the loss is held, and with it whatever else is gone and the new files
 * that would come beside it as new articles. Everything else goes on. The hold is weighed anew at every scan, so it
 * survives a restart and ends when its cause does.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Site } from '../base/site.ts';
import { believedMax, type HoldLimits, type LostArticle } from '../ledger/holds.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { FileReading } from '../ledger/reading.ts';
import type { Rehearsal } from '../ledger/rehearse.ts';
import { hashAt, signatureOf } from './file-signature.ts';
import { readingsAt } from './readings-at.ts';
import { isGoneFrom } from './record-files.ts';
import { Slices } from './slices.ts';

/** Files that are looked into at most; with more of them nobody is said to have been renamed and edited at once. */
const REHEARSED_MAX = 2_000;

/** Paths that a hold names. */
const PATHS_TOLD = 5;

/** What a scan found. */
export interface Findings {
  /** Article files to be read. */
  readonly changed: readonly string[];
  /** Those of them that were never seen at their paths. */
  readonly fresh: ReadonlySet<string>;
  /** Files that were known and are gone. */
  readonly missing: readonly string[];
}

/** What a keeper works with. */
export interface HoldContext {
  readonly root: string;
  readonly site: Site;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** Undefined: nothing is ever held. */
  readonly hold?: HoldLimits | undefined;
}

/** What is not believed. */
interface Doubtful {
  /** Live articles that readers would lose. */
  readonly lost: readonly LostArticle[];
  /** Files that wait with them: new ones that would be new articles beside them, and those that take them away. */
  readonly waiting: ReadonlySet<string>;
  /** How many of those are new. */
  readonly keepsBack: number;
  /** Undefined when all of it is believed. */
  readonly why: string | undefined;
}

/** Weighs, holds and lets go. */
export class HoldKeeper {
  readonly #context: HoldContext;
  #lost: ReadonlySet<string> = new Set();
  #isHolding = false;

  constructor(context: HoldContext) {
    this.#context = context;
  }

  /** True while the loss of a file, or of a file below a folder, is held. */
  has(path: string): boolean {
    return this.#lost.has(path) || [...this.#lost].some((lost) => lost.startsWith(`${path}/`));
  }

  /** True while anything is held. */
  get isHolding(): boolean {
    return this.#isHolding;
  }

  /** Paths of the files whose loss is held: a new file may still turn out to be one of them. */
  get lost(): Iterable<string> {
    return this.#lost;
  }

  /** True when so many files may not be withdrawn without the whole folder being weighed. */
  isMany(files: number): boolean {
    const { hold } = this.#context;
    return hold !== undefined && files > believedMax(hold);
  }

  /**
   * Those of the findings that may be recorded.
   *
   * @param isWhole true for a scan of the whole folder; only that can tell that the cause of a hold is gone
   */
  async weigh(findings: Findings, isWhole: boolean): Promise<Findings> {
    const { ledger, hold, clock, log } = this.#context;
    const held = await ledger.holds.current();
    const { lost, waiting, keepsBack, why } =
      hold === undefined ? NOTHING : await this.#doubtful(findings, hold);
    if (why === undefined || held?.decision === 'release') {
      if (held !== undefined && isWhole)
        await this.#end(held.decision === 'release' ? 'released' : 'over: its cause is gone');
      return findings;
    }
    if (held?.decision === 'discard' && isWhole) await this.#discard(findings.missing, waiting);
    else {
      const facts = {
        why,
        withdraws: lost.length,
        keepsBack,
        paths: pathsOf(lost).slice(0, PATHS_TOLD),
      };
      if (held === undefined)
        log.warn(facts, 'held: what is published stays until the files are back, or somebody decides');
      await ledger.holds.keep(facts, clock.now());
      this.#lost = new Set([...(isWhole ? [] : this.#lost), ...findings.missing]);
      this.#isHolding = true;
    }
    return {
      changed: findings.changed.filter((path) => !waiting.has(path)),
      fresh: findings.fresh,
      // A draft, a scheduled article and a picture go with the others, or not.
      missing: [],
    };
  }

  async #end(how: string): Promise<void> {
    this.#lost = new Set();
    this.#isHolding = false;
    await this.#context.ledger.holds.end();
    this.#context.log.info(`the hold is ${how}`);
  }

  /** What would be lost and is not believed, and the files that wait with it. */
  async #doubtful({ changed, fresh, missing }: Findings, limits: HoldLimits): Promise<Doubtful> {
    const { holds } = this.#context.ledger;
    const edited = changed.filter((path) => !fresh.has(path));
    const live = await holds.lostAt(edited);
    const takenBack = this.isMany(live.length) ? await this.#takenBack(live) : [];
    const gone = await holds.lostAt(missing);
    if ((await holds.doubt([...gone, ...takenBack], limits)) === undefined) return NOTHING;
    const byHash = await this.#hashes(fresh);
    const moved = new Set(gone.map(({ fileHash }) => fileHash));
    const strangers = [...byHash].flatMap(([hash, paths]) => (moved.has(hash) ? [] : paths));
    const unmoved = gone.filter(({ fileHash }) => !byHash.has(fileHash));
    const found = await this.#rehearse([...strangers, ...edited], missing);
    const lost =
      found === undefined
        ? [...unmoved, ...takenBack]
        : [...unmoved, ...live].filter(({ row }) => found.lost.has(row));
    const why = await holds.doubt(lost, limits);
    if (why === undefined) return NOTHING;
    const minted = strangers.filter((path) => found?.minted.has(path) ?? true);
    const there = new Set(edited);
    const taking = pathsOf(lost).filter((path) => there.has(path));
    return { lost, waiting: new Set([...minted, ...taking]), keepsBack: minted.length, why };
  }

  /**
   * What would become of live articles: new files may be some whose files are gone, renamed and edited at once, and files
   * that are there may have taken others' places. Undefined when there are too many files to say.
   */
  async #rehearse(paths: readonly string[], missing: readonly string[]): Promise<Rehearsal | undefined> {
    const { root, ledger, clock } = this.#context;
    if (paths.length > REHEARSED_MAX) return undefined;
    const readings: FileReading[] = [];
    for await (const reading of readingsAt(this.#context, paths)) readings.push(reading);
    return ledger.rehearse(readings, clock.now(), isGoneFrom(root), missing);
  }

  /** Those whose files take them back from readers: drafts, kills, and what was to end before now. */
  async #takenBack(live: readonly LostArticle[]): Promise<readonly LostArticle[]> {
    const now = this.#context.clock.now();
    const paths = new Set<string>();
    for await (const { file, draft } of readingsAt(this.#context, pathsOf(live))) {
      if (draft === undefined) continue;
      const { isDraft, withheld, expires = now } = draft;
      if (isDraft || withheld !== undefined || expires < now) paths.add(file.path);
    }
    return live.filter(({ path }) => paths.has(path));
  }

  /** The paths of new files, by the hash of their bytes; a file that cannot be read has none. */
  async #hashes(paths: Iterable<string>): Promise<ReadonlyMap<string, readonly string[]>> {
    const byHash = new Map<string, string[]>();
    const slices = new Slices();
    for (const path of paths) {
      if (slices.isOver) await slices.next();
      const hash = hashAt(join(this.#context.root, path)) ?? '';
      byHash.set(hash, [...(byHash.get(hash) ?? []), path]);
    }
    return byHash;
  }

  /**
   * The articles stay, although their files are gone or take them back: the ledger forgets what is gone, so that nothing is
   * missing any more; the other files count as seen, and are read when somebody writes them again.
   */
  async #discard(missing: readonly string[], waiting: ReadonlySet<string>): Promise<void> {
    const { root, ledger, clock } = this.#context;
    await ledger.files.forget(missing);
    const readings = [...waiting].flatMap((path) => {
      const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (stats === undefined) return [];
      const file = { path, signature: signatureOf(stats), hash: 'discarded', faults: [], references: [] };
      return [{ file, draft: undefined, faults: [] }];
    });
    await ledger.record(readings, clock.now(), () => false);
    await this.#end('discarded: the articles stay');
  }
}

const NOTHING: Doubtful = { lost: [], waiting: new Set(), keepsBack: 0, why: undefined };

function pathsOf(lost: readonly LostArticle[]): readonly string[] {
  return lost.map(({ path }) => path);
}
