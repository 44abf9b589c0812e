/**
 * Which articles are in which feeds.
 *
 * An article's place in a feed is kept through every edit; only leaving the feed ends it, and is remembered: deltas,
 * tombstones and the feed's history need to know. All of it runs inside the caller's transaction.
 */
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ArticleRow } from './article-row.ts';
import { insertTogether } from './insert-together.ts';
import type { NextChange } from './next-change.ts';
import type { MembershipTable, Tables } from './tables.ts';

type Known = Selectable<MembershipTable>;

/**
 * Puts live articles into their feeds and takes them out of the others.
 *
 * @returns every feed that holds, or held, one of them
 */
export async function saveMemberships(
  db: Kysely<Tables>,
  rows: readonly ArticleRow[],
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const known = await membershipsOf(
    db,
    rows.filter(({ wasLive }) => wasLive),
  );
  const names = new Map<string, string>();
  const entered: Insertable<MembershipTable>[] = [];
  const again: Known[] = [];
  for (const { article, card, isCorrected } of rows.filter(({ article }) => article.state === 'live')) {
    const { row, published, first_seen } = article;
    for (const { key: feed, name } of [{ key: '', name: '' }, ...card.feeds]) {
      if (!names.has(feed)) names.set(feed, name);
      const former = known.get(placeKey(feed, row));
      known.delete(placeKey(feed, row));
      if (former === undefined) entered.push({ feed, published, first_seen, row, since: next.number });
      else if (former.published !== published || former.first_seen !== first_seen)
        await move(db, former, { published, first_seen });
      if (isCorrected && former !== undefined && former.page !== null) again.push(former);
    }
  }
  for (const { feed, row } of known.values())
    await db.deleteFrom('membership').where('feed', '=', feed).where('row', '=', row).execute();
  const left = await remember(db, [...known.values()], next);
  await insertTogether(entered, (some) => db.insertInto('membership').values(some).execute());
  await forgetRemovals(
    db,
    rows.filter(({ article }) => article.revision > 1),
  );
  await insertTogether([...names], (some) => makeKnown(db, some));
  for (const { feed, row } of again) {
    await db
      .updateTable('membership')
      .set({ again: next.at })
      .where('feed', '=', feed)
      .where('row', '=', row)
      .execute();
  }
  return new Set([...left, ...names.keys()]);
}

/** Takes articles out of every feed; answers which feeds those were. */
export async function leaveFeeds(
  db: Kysely<Tables>,
  rows: readonly number[],
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const memberships: Known[] = [];
  await insertTogether(rows, async (some) => {
    const left = await db.deleteFrom('membership').where('row', 'in', some).returningAll().execute();
    memberships.push(...left);
  });
  return remember(db, memberships, next);
}

/** Puts one article into a feed, which is made known. */
export async function enterFeed(
  db: Kysely<Tables>,
  membership: Insertable<MembershipTable>,
  name: string,
): Promise<void> {
  await db.insertInto('membership').values(membership).execute();
  await db
    .deleteFrom('removal')
    .where('feed', '=', membership.feed)
    .where('row', '=', membership.row)
    .execute();
  await makeKnown(db, [[membership.feed, name]]);
}

/** Makes feeds known, so that their addresses answer. */
export async function makeKnown(
  db: Kysely<Tables>,
  feeds: readonly (readonly [key: string, name: string])[],
): Promise<void> {
  const unseen = { touched: 0, checked: 0, fingerprint: '', change: 0, modified: 0, shown: 0 };
  await db
    .insertInto('feed')
    .values(feeds.map(([feed, name]) => ({ feed, name, ...unseen })))
    .onConflict((conflict) => conflict.column('feed').doNothing())
    .execute();
}

async function membershipsOf(db: Kysely<Tables>, rows: readonly ArticleRow[]): Promise<Map<string, Known>> {
  const found = new Map<string, Known>();
  await insertTogether(rows, async (some) => {
    const ids = some.map(({ article }) => article.row);
    const memberships = await db.selectFrom('membership').selectAll().where('row', 'in', ids).execute();
    for (const membership of memberships) found.set(placeKey(membership.feed, membership.row), membership);
  });
  return found;
}

function placeKey(feed: string, row: number): string {
  return `${row} ${feed}`;
}

async function move(
  db: Kysely<Tables>,
  { feed, row }: Known,
  to: Pick<Known, 'published' | 'first_seen'>,
): Promise<void> {
  await db.updateTable('membership').set(to).where('feed', '=', feed).where('row', '=', row).execute();
}

/** Remembers memberships that have ended. */
async function remember(
  db: Kysely<Tables>,
  memberships: readonly Known[],
  next: NextChange,
): Promise<ReadonlySet<string>> {
  const { number: change } = next;
  const pages = new Map(memberships.map(({ feed, page }) => [`${page} ${feed}`, { feed, page }]));
  for (const { feed, page } of pages.values()) {
    if (page === null) continue;
    await db
      .updateTable('archive')
      .set({ touched: change })
      .where('feed', '=', feed)
      .where('page', '=', page)
      .execute();
  }
  await insertTogether(memberships, (some) =>
    db
      .insertInto('removal')
      .values(some.map(({ feed, row, since }) => ({ feed, row, since, change })))
      .onConflict((conflict) =>
        conflict.columns(['feed', 'row']).doUpdateSet((eb) => ({ change, since: eb.ref('excluded.since') })),
      )
      .execute(),
  );
  return new Set(memberships.map(({ feed }) => feed));
}

/** An article that came back to a feed is no removal of it any more. */
async function forgetRemovals(db: Kysely<Tables>, rows: readonly ArticleRow[]): Promise<void> {
  for (const { article, card } of rows) {
    if (article.state !== 'live') continue;
    await db
      .deleteFrom('removal')
      .where('row', '=', article.row)
      .where('feed', 'in', ['', ...card.feeds.map(({ key }) => key)])
      .execute();
  }
}
