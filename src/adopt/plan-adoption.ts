/**
 * What would be adopted from an old feed, and what not, with the reason.
 *
 * In: the old feed and the ledger. Out: a plan for the operator to look at; nothing is written. An id that readers know
 * stays one article's for good: whatever would give it to two is refused.
 *
 * Source: rules R-33 … … A-17, J-11, R-20.
 */
import type { Adoption } from '../ledger/adopt-ids.ts';
import type { AdoptableArticle } from '../ledger/adoptable-articles.ts';
import { ADOPTED_ID } from '../ledger/adopted-ids.ts';
import type { Likeness } from './likeness.ts';
import { type ItemMatch, matchItems } from './match-items.ts';
import type { OldFeed, OldItem } from './old-feed.ts';
import type { Bodies } from './text-likeness.ts';

/** As much of the ledger as a plan needs. */
export interface AdoptingLedger extends Bodies {
  adoptable(): Promise<readonly AdoptableArticle[]>;
  holdersOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** An item that is an article. */
export interface PlannedAdoption {
  readonly item: OldItem;
  readonly article: AdoptableArticle;
  readonly likeness: Likeness;
  readonly adoption: Adoption;
  /** True when the article has this id already. */
  readonly isKnown: boolean;
}

/** An item that is none, or may not be adopted. */
export interface RefusedItem {
  readonly item: OldItem;
  readonly why: string;
}

/** The plan; both parts in the order of the document. */
export interface AdoptionPlan {
  readonly feed: OldFeed;
  readonly adopted: readonly PlannedAdoption[];
  readonly refused: readonly RefusedItem[];
}

/**
 * Plans.
 *
 * @param now no date is taken from the future
 */
export async function planAdoption(ledger: AdoptingLedger, feed: OldFeed, now: Date): Promise<AdoptionPlan> {
  const articles = await ledger.adoptable();
  const matches = await matchItems(feed.items, articles, ledger);
  const ids = [...new Set(feed.items.flatMap(({ id }) => id ?? []))];
  const holders = await ledger.holdersOf(ids);
  const rows = rowsById(matches);
  const adopted: PlannedAdoption[] = [];
  const refused: RefusedItem[] = [];
  const settled = new Set<number>();
  for (const match of matches) {
    const { item } = match;
    if (match.article === undefined) {
      refused.push({ item, why: match.why });
      continue;
    }
    const { article, likeness } = match;
    const why = objection(item, article, feed, rows, holders);
    if (why !== undefined) refused.push({ item, why });
    else if (settled.has(article.row)) refused.push({ item, why: 'the old feed holds it twice' });
    else {
      settled.add(article.row);
      const isKnown = article.adopted?.[feed.format] === item.id;
      adopted.push({ item, article, likeness, adoption: adoptionOf(item, article, feed, now), isKnown });
    }
  }
  return { feed, adopted, refused };
}

/** The articles that the items of one id are. */
function rowsById(matches: readonly ItemMatch[]): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, Set<number>>();
  for (const { item, article } of matches) {
    if (item.id === undefined || article === undefined) continue;
    rows.set(item.id, (rows.get(item.id) ?? new Set()).add(article.row));
  }
  return rows;
}

/** Why an item's id may not become the article's. */
function objection(
  { id }: OldItem,
  { row, adopted }: AdoptableArticle,
  { format }: OldFeed,
  rows: ReadonlyMap<string, ReadonlySet<number>>,
  holders: ReadonlyMap<string, number>,
): string | undefined {
  if (id === undefined) return 'it has neither an id nor a link';
  if (!ADOPTED_ID.test(id)) return 'no document can hold its id: it is too long, or not one line of text';
  if (rows.get(id)!.size > 1) return `its id is that of several items which are different articles: ${id}`;
  if ((holders.get(id) ?? row) !== row) return `another article has its id already: ${id}`;
  const known = adopted?.[format];
  return known === undefined || known === id
    ? undefined
    : `the article has adopted another id already: ${known}`;
}

function adoptionOf(
  item: OldItem,
  { row, adopted }: AdoptableArticle,
  { format }: OldFeed,
  now: Date,
): Adoption {
  const usable = (date: Date | undefined) =>
    date !== undefined && date.getTime() >= 0 && date <= now ? date : undefined;
  // Without a date of publication readers saw the one of the last change; another format's feed may have told better.
  const published = usable(item.published) ?? (adopted === undefined ? usable(item.updated) : undefined);
  return {
    row,
    format,
    id: item.id!,
    isPermalink: item.isPermalink,
    published,
    updated: usable(item.updated),
  };
}
