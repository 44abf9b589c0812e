/**
 * What happened in a feed, change by change, for people who ask.
 *
 * In: the memberships, removals and events of a feed. Out: entries in the order of changes. An article that was in the
 * feed once and has left it is told of too; what happened to an article before it came, or after it left, is not.
 */
import type { Kysely } from 'kysely';
import type { Card } from './article.ts';
import type { EventDetail, EventWord } from './events.ts';
import type { Tables } from './tables.ts';

/** One thing that happened. */
export interface HistoryEntry {
  readonly change: number;
  /** The change's instant; undefined for what was before the first. */
  readonly at: Date | undefined;
  readonly what: EventWord | 'entered' | 'left';
  readonly id: string;
  readonly headline: string;
  readonly detail: EventDetail;
}

/** One thing that happened to an article. */
export type ArticleEvent = Omit<HistoryEntry, 'id' | 'headline'>;

/** Between which changes; `from` is excluded, `to` included, as a reader sees it that has the feed as of `from`. */
export interface Changes {
  readonly from: number;
  readonly to: number;
}

/** What happened in a feed, the latest last; the latest `limit` entries. */
export async function historyOf(
  db: Kysely<Tables>,
  feed: string,
  between: Changes,
  limit: number,
): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom(
      entered(db, 'membership', feed, between)
        .unionAll(entered(db, 'removal', feed, between))
        .unionAll(left(db, feed, between))
        .unionAll(happened(db, feed, between))
        .as('h'),
    )
    .innerJoin('article as a', 'a.row', 'h.row')
    .leftJoin('change as c', 'c.number', 'h.change')
    .select(['h.change', 'h.what', 'h.detail', 'a.id', 'a.card', 'c.at'])
    .orderBy('h.change', 'desc')
    .orderBy('h.row', 'desc')
    .orderBy('h.what', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map(({ change, what, detail, id, card, at }) => ({
    change,
    at: at === null ? undefined : new Date(at * 1000),
    what,
    id,
    headline: (JSON.parse(card) as Card).headline,
    detail: JSON.parse(detail) as EventDetail,
  }));
}

/** Articles that came: those that are still there, or those that went. */
function entered(db: Kysely<Tables>, table: 'membership' | 'removal', feed: string, { from, to }: Changes) {
  return db
    .selectFrom(table)
    .select(({ val }) => [
      'since as change',
      'row',
      val<HistoryEntry['what']>('entered').as('what'),
      val('{}').as('detail'),
    ])
    .where('feed', '=', feed)
    .where('since', '>', from)
    .where('since', '<=', to);
}

/** Articles that went, and did not come back. */
function left(db: Kysely<Tables>, feed: string, { from, to }: Changes) {
  return db
    .selectFrom('removal')
    .select(({ val }) => [
      'change',
      'row',
      val<HistoryEntry['what']>('left').as('what'),
      val('{}').as('detail'),
    ])
    .where('feed', '=', feed)
    .where('change', '>', from)
    .where('change', '<=', to);
}

/** What happened to articles while they were in the feed. */
function happened(db: Kysely<Tables>, feed: string, { from, to }: Changes) {
  return db
    .selectFrom('event as e')
    .leftJoin('membership as m', (join) => join.onRef('m.row', '=', 'e.row').on('m.feed', '=', feed))
    .leftJoin('removal as r', (join) => join.onRef('r.row', '=', 'e.row').on('r.feed', '=', feed))
    .select(({ ref }) => [
      'e.change',
      'e.row',
      ref('e.what').$castTo<HistoryEntry['what']>().as('what'),
      'e.detail',
    ])
    .where('e.change', '>', from)
    .where('e.change', '<=', to)
    .where((eb) =>
      eb.or([
        eb('m.since', '<=', eb.ref('e.change')),
        eb.and([eb('r.since', '<=', eb.ref('e.change')), eb('r.change', '>=', eb.ref('e.change'))]),
        // It is back: that it had left is in its own history alone.
        eb.and([eb('m.row', 'is not', null), eb('e.what', 'in', ['withdrawn', 'expired'])]),
      ]),
    );
}

/** What happened to one article, the latest last; the latest `limit` events. */
export async function eventsOf(
  db: Kysely<Tables>,
  row: number,
  limit: number,
): Promise<readonly ArticleEvent[]> {
  const rows = await db
    .selectFrom('event as e')
    .leftJoin('change as c', 'c.number', 'e.change')
    .select(['e.change', 'e.what', 'e.detail', 'c.at'])
    .where('e.row', '=', row)
    .orderBy('e.change', 'desc')
    .orderBy('e.what', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map(({ change, what, detail, at }) => ({
    change,
    at: at === null ? undefined : new Date(at * 1000),
    what: what as EventWord,
    detail: JSON.parse(detail) as EventDetail,
  }));
}

/** The number of the first change at or after an instant; beyond the last when there is none. */
export async function changeAt(db: Kysely<Tables>, instant: Date): Promise<number> {
  const seconds = Math.ceil(instant.getTime() / 1000);
  const found = await db
    .selectFrom('change')
    .select('number')
    .where('at', '>=', seconds)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) return found.number;
  const last = await db
    .selectFrom('change')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}
