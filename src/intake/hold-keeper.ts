/**
 * The guard against floods and losses: what a scan found is weighed as a whole before any of it is recorded.
 *
 * When too much would be withdrawn – a folder that is unmounted, a checkout that is half done, a move that nobody could
 * follow – the loss is held, and with it the new files that would come beside it as new articles. Everything else
 * goes on. The hold is weighed anew at every scan, so it survives a restart and ends when its cause does.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE_BYTES_MAX } from '../article/limits.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { HoldLimits, LostArticle } from '../ledger/holds.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { hashOf, signatureOf } from './file-signature.ts';
import { Slices } from './slices.ts';

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
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** Undefined: nothing is ever held. */
  readonly hold?: HoldLimits | undefined;
}

/** Weighs, holds and lets go. */
export class HoldKeeper {
  readonly #context: HoldContext;
  #lost: ReadonlySet<string> = new Set();

  constructor(context: HoldContext) {
    this.#context = context;
  }

  /** True while the loss of a file, or of a file below a folder, is held. */
  has(path: string): boolean {
    return this.#lost.has(path) || [...this.#lost].some((lost) => lost.startsWith(`${path}/`));
  }

  /** True while anything is held. */
  get isHolding(): boolean {
    return this.#lost.size > 0;
  }

  /** True when so many files may not be withdrawn without the whole folder being weighed. */
  isMany(files: number): boolean {
    const { hold } = this.#context;
    return hold !== undefined && files > Math.min(hold.withdrawals, 2);
  }

  /**
   * Those of the findings that may be recorded.
   *
   * @param isWhole true for a scan of the whole folder; only that can tell that the cause of a hold is gone
   */
  async weigh(findings: Findings, isWhole: boolean): Promise<Findings> {
    const { ledger, hold, clock, log } = this.#context;
    const held = await ledger.holds.current();
    const { lost, kept, why } = hold === undefined ? NOTHING : await this.#doubtful(findings, hold);
    if (why === undefined || held?.decision === 'release') {
      if (held !== undefined && isWhole)
        await this.#end(held.decision === 'release' ? 'released' : 'over: its cause is gone');
      return findings;
    }
    if (held?.decision === 'discard') await this.#discard(lost, kept);
    else {
      const facts = {
        why,
        withdraws: lost.length,
        keepsBack: kept.length,
        paths: pathsOf(lost).slice(0, PATHS_TOLD),
      };
      if (held === undefined)
        log.warn(facts, 'held: what is published stays until the files are back, or somebody decides');
      await ledger.holds.keep(facts, clock.now());
      this.#lost = new Set(pathsOf(lost));
    }
    const gone = new Set(pathsOf(lost));
    const back = new Set(kept);
    return {
      changed: findings.changed.filter((path) => !back.has(path)),
      fresh: findings.fresh,
      missing: findings.missing.filter((path) => !gone.has(path)),
    };
  }

  async #end(how: string): Promise<void> {
    this.#lost = new Set();
    await this.#context.ledger.holds.end();
    this.#context.log.info(`the hold is ${how}`);
  }

  /** What would be lost and is not believed, and the new files that are no moved articles. */
  async #doubtful(
    { fresh, missing }: Findings,
    limits: HoldLimits,
  ): Promise<{
    readonly lost: readonly LostArticle[];
    readonly kept: readonly string[];
    readonly why?: string;
  }> {
    const { holds } = this.#context.ledger;
    const gone = await holds.lostAt(missing);
    if ((await holds.doubt(gone, limits)) === undefined) return NOTHING;
    const byHash = await this.#hashes(fresh);
    const lost = gone.filter(({ fileHash }) => !byHash.has(fileHash));
    const why = await holds.doubt(lost, limits);
    if (why === undefined) return NOTHING;
    const moved = new Set(gone.map(({ fileHash }) => fileHash));
    const kept = [...byHash].flatMap(([hash, paths]) => (moved.has(hash) ? [] : paths));
    return { lost, kept, why };
  }

  /** The paths of new files, by the hash of their bytes; a file that cannot be read has none. */
  async #hashes(paths: Iterable<string>): Promise<ReadonlyMap<string, readonly string[]>> {
    const byHash = new Map<string, string[]>();
    const slices = new Slices();
    for (const path of paths) {
      if (slices.isOver) await slices.next();
      const hash = this.#hash(path);
      byHash.set(hash, [...(byHash.get(hash) ?? []), path]);
    }
    return byHash;
  }

  #hash(path: string): string {
    try {
      const file = join(this.#context.root, path);
      return lstatSync(file).size > ARTICLE_BYTES_MAX ? '' : hashOf(readFileSync(file));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
      return '';
    }
  }

  /**
   * The articles stay, although their files are gone: the ledger forgets the files, so that nothing is missing any more;
   * the new files count as seen, and are read when somebody writes them again.
   */
  async #discard(lost: readonly LostArticle[], kept: readonly string[]): Promise<void> {
    const { root, ledger, clock } = this.#context;
    await ledger.forgetFiles(pathsOf(lost));
    const readings = kept.flatMap((path) => {
      const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (stats === undefined) return [];
      const file = { path, signature: signatureOf(stats), hash: 'discarded', faults: [], references: [] };
      return [{ file, draft: undefined, faults: [] }];
    });
    await ledger.record(readings, clock.now(), () => false);
    await this.#end('discarded: the articles stay');
  }
}

const NOTHING = { lost: [], kept: [], why: undefined } as const;

function pathsOf(lost: readonly LostArticle[]): readonly string[] {
  return lost.map(({ path }) => path);
}
