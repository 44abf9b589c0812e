/**
 * What happens to articles without a file being read: one loses its file, one's hour has come.
 *
 * All of it runs inside the caller's transaction and answers which feeds it touched.
 */
import type { Kysely } from 'kysely';
import type { Card } from './article.ts';
import { type EventWord, saveEvents } from './events.ts';
import { forgetFiles } from './file-table.ts';
import { insertTogether } from './insert-together.ts';
import { enterFeed, leaveFeeds } from './memberships.ts';
import type { NextChange } from './next-change.ts';
import type { Tables } from './tables.ts';

/** Forgets files that are gone, and withdraws the articles that have lost theirs. */
export async function withdrawFiles(
  db: Kysely<Tables>,
  paths: readonly string[],
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  await insertTogether(paths, async (some) => {
    await forgetFiles(db, some);
    await db.deleteFrom('reference').where('source', 'in', some).execute();
    const gone = await db
      .selectFrom('article')
      .select('row')
      .where('path', 'in', some)
      .where('present', '=', 1)
      .execute();
    const rows = gone.map(({ row }) => row);
    for (const feed of await withdrawArticles(db, rows, next)) touched.add(feed);
  });
  return touched;
}

/** Withdraws articles that no file holds any more; only what readers had is told of. */
export async function withdrawArticles(
  db: Kysely<Tables>,
  rows: readonly number[],
  next: NextChange,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const live = await db
    .selectFrom('article')
    .select('row')
    .where('row', 'in', rows)
    .where('state', '=', 'live')
    .execute();
  await db
    .updateTable('article')
    .set((eb) => ({
      present: 0,
      state: 'withdrawn',
      ended: eb.case().when('state', '=', 'live').then(next.at).else(eb.ref('ended')).end(),
      change: next.number,
      revision: eb('revision', '+', 1),
    }))
    .where('row', 'in', rows)
    .execute();
  const lost = live.map(({ row }) => row);
  await happen(db, lost, 'withdrawn', next);
  return leaveFeeds(db, lost, next);
}

/**
 * Makes scheduled articles live.
 *
 * @param now whole seconds since 1970: whatever is scheduled for then or earlier is due
 */
export async function promoteScheduled(
  db: Kysely<Tables>,
  now: number,
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const due = await db
    .selectFrom('article')
    .select(['row', 'published', 'first_seen', 'card'])
    .where('state', '=', 'scheduled')
    .where('published', '<=', now)
    .orderBy('row')
    .execute();
  const touched = new Set<string>();
  for (const { row, published, first_seen, card } of due) {
    await db
      .updateTable('article')
      .set((eb) => ({
        state: 'live',
        first_live: next.at,
        change: next.number,
        revision: eb('revision', '+', 1),
      }))
      .where('row', '=', row)
      .execute();
    await happen(db, [row], 'published', next);
    for (const { key, name } of [{ key: '', name: '' }, ...(JSON.parse(card) as Card).feeds]) {
      await enterFeed(db, { feed: key, published, first_seen, row, since: next.number }, name);
      touched.add(key);
    }
  }
  return touched;
}

/**
 * Live articles whose last instant has come leave the feeds.
 *
 * @param now whole seconds since 1970: whatever expires then or earlier is over
 */
export async function expireLive(
  db: Kysely<Tables>,
  now: number,
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const over = await db
    .updateTable('article')
    .set((eb) => ({
      state: 'expired',
      ended: next.at,
      change: next.number,
      revision: eb('revision', '+', 1),
    }))
    .where('state', '=', 'live')
    .where('expires', 'is not', null)
    .where('expires', '<=', now)
    .returning('row')
    .execute();
  const rows = over.map(({ row }) => row);
  const touched = new Set<string>();
  await insertTogether(rows, async (some) => {
    for (const feed of await leaveFeeds(db, some, next)) touched.add(feed);
    await happen(db, some, 'expired', next);
  });
  return touched;
}

/** Remembers the same of several articles. */
async function happen(
  db: Kysely<Tables>,
  rows: readonly number[],
  what: EventWord,
  { number }: NextChange,
): Promise<void> {
  await saveEvents(
    db,
    rows.map((row) => ({ row, what, detail: {} })),
    number,
  );
}

/** What will happen to an article by itself. */
export interface Scheduled {
  readonly at: Date;
  /** The feeds that it will enter or leave. */
  readonly feeds: readonly string[];
}

/** What will go live or expire, the next first; the next `limit` of them. */
export async function scheduledNext(db: Kysely<Tables>, limit: number): Promise<readonly Scheduled[]> {
  const rows = await db
    .selectFrom('article')
    .select(['published as at', 'card'])
    .where('state', '=', 'scheduled')
    .unionAll(
      db
        .selectFrom('article')
        .select(({ ref }) => [ref('expires').$notNull().as('at'), 'card'])
        .where('state', '=', 'live')
        .where('expires', 'is not', null),
    )
    .orderBy('at')
    .limit(limit)
    .execute();
  return rows.map(({ at, card }) => ({
    at: new Date(at * 1000),
    feeds: ['', ...(JSON.parse(card) as Card).feeds.map(({ key }) => key)],
  }));
}
