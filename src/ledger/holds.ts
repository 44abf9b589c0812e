/**
 * What the articles folder would take away from readers, weighed; and the hold that keeps it from them until somebody
 * decides, or the cause goes away.
 *
 * The ledger is where a hold is kept, so that a command can decide beside a running service and before a start.
 * Weighing costs what has changed, not what there is.
 */
import type { Kysely } from 'kysely';
import type { FeedTables } from './feed-tables.ts';
import { windowOf } from './feed-window.ts';
import { insertTogether } from './insert-together.ts';
import type { Tables } from './tables.ts';

/** When a loss is too large to be believed; settings. */
export interface HoldLimits {
  /** As many articles may go at once whatever their share. */
  readonly withdrawals: number;
  /** Beyond them, the share (0 … 1) of what any feed shows. */
  readonly share: number;
  /** How many articles a feed shows. */
  readonly shown: number;
}

/** So few articles may go whatever is left: a site of two must be able to lose both. */
const BELIEVED_MAX = 2;

/** How many articles may go without anything being weighed. */
export function believedMax({ withdrawals }: Pick<HoldLimits, 'withdrawals'>): number {
  return Math.min(withdrawals, BELIEVED_MAX);
}

/** What is held, in words for people and numbers for programs. */
export interface HoldFacts {
  readonly why: string;
  /** Live articles that would be withdrawn. */
  readonly withdraws: number;
  /** New files that would become new articles beside them. */
  readonly keepsBack: number;
  /** Some of the paths, for a look. */
  readonly paths: readonly string[];
}

/** A hold. */
export interface Hold extends HoldFacts {
  readonly since: Date;
  readonly decision: HoldDecision | undefined;
}

/** `release` publishes what is held; `discard` keeps the articles although their files are gone. */
export type HoldDecision = 'release' | 'discard';

/** A live article whose file is gone. */
export interface LostArticle {
  readonly row: number;
  readonly path: string;
  readonly fileHash: string;
}

/** The holds of a ledger: one at a time. */
export class Holds {
  readonly #db: Kysely<Tables>;
  readonly #feeds: FeedTables;

  constructor(db: Kysely<Tables>, feeds: FeedTables) {
    this.#db = db;
    this.#feeds = feeds;
  }

  /** The live articles whose files stood at these paths. */
  async lostAt(paths: readonly string[]): Promise<readonly LostArticle[]> {
    const lost: LostArticle[] = [];
    await insertTogether(paths, async (some) => {
      const rows = await this.#db
        .selectFrom('article')
        .select(['row', 'path', 'file_hash'])
        .where('path', 'in', some)
        .where('present', '=', 1)
        .where('state', '=', 'live')
        .execute();
      for (const { row, path, file_hash: fileHash } of rows) lost.push({ row, path: path!, fileHash });
    });
    return lost;
  }

  /** Why the loss of these articles is not believed; undefined when it is. */
  async doubt(lost: readonly LostArticle[], limits: HoldLimits): Promise<string | undefined> {
    if (lost.length <= believedMax(limits)) return undefined;
    const live = await this.#feeds.count('');
    if (lost.length === live && live > BELIEVED_MAX) return `all ${live} articles would be withdrawn`;
    if (lost.length <= limits.withdrawals) return undefined;
    const rows = new Set(lost.map(({ row }) => row));
    for (const feed of await this.#feedsOf([...rows])) {
      const shown = await windowOf(this.#db, feed, {
        articles: limits.shown,
        bytesMax: Number.POSITIVE_INFINITY,
      });
      const going = shown.filter(({ row }) => rows.has(row)).length;
      if (going > limits.withdrawals && going > shown.length * limits.share) {
        const name = feed === '' ? 'the main feed' : feed;
        return `${going} of the ${shown.length} articles in ${name} would be withdrawn`;
      }
    }
    return undefined;
  }

  /** The hold there is. */
  async current(): Promise<Hold | undefined> {
    const row = await this.#db.selectFrom('hold').selectAll().limit(1).executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      ...(JSON.parse(row.what) as HoldFacts),
      since: new Date(row.since * 1000),
      decision: (row.decision as HoldDecision | null) ?? undefined,
    };
  }

  /** Holds, or goes on holding, what is described. */
  async keep(facts: HoldFacts, now: Date): Promise<void> {
    const what = JSON.stringify(facts);
    await this.#db
      .insertInto('hold')
      .values({ number: 1, since: Math.floor(now.getTime() / 1000), what, decision: null })
      .onConflict((conflict) => conflict.column('number').doUpdateSet({ what }))
      .execute();
  }

  /** Ends the hold. */
  async end(): Promise<void> {
    await this.#db.deleteFrom('hold').execute();
  }

  /** Decides; answers false when nothing is held. */
  async decide(decision: HoldDecision): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.updateTable('hold').set({ decision }).executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async #feedsOf(rows: readonly number[]): Promise<readonly string[]> {
    const feeds = new Set<string>();
    await insertTogether(rows, async (some) => {
      const found = await this.#db
        .selectFrom('membership')
        .select('feed')
        .distinct()
        .where('row', 'in', some)
        .execute();
      for (const { feed } of found) feeds.add(feed);
    });
    return [...feeds].sort();
  }
}
