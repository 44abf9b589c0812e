/**
 * Which article each item of an old feed is.
 *
 * In: an old feed's items, and the live articles. Out: for each item the article that it is with a good chance, and by a
 * clear lead over every other; else why it is none. An article is at most one item: the likest, by the same lead.
 */
import type { AdoptableArticle } from '../ledger/adoptable-articles.ts';
import { shinglesOf } from '../ledger/similarity.ts';
import { ArticleIndex, type IndexedArticle } from './article-index.ts';
import { linkKey, plainWords, titleKey, titleLikeness } from './comparable.ts';
import { CONFIDENCE_MIN, LEAD_MIN, type Likeness, likeness, type Signs } from './likeness.ts';
import type { OldItem } from './old-feed.ts';
import { ArticleTexts, type Bodies } from './text-likeness.ts';

/** An item, and the article that it is; or why it is none. */
export type ItemMatch =
  | { readonly item: OldItem; readonly article: AdoptableArticle; readonly likeness: Likeness }
  | { readonly item: OldItem; readonly article: undefined; readonly why: string };

interface Candidate {
  readonly article: AdoptableArticle;
  readonly likeness: Likeness;
}

/** Matches items with articles, in the order of the items. */
export async function matchItems(
  items: readonly OldItem[],
  articles: readonly AdoptableArticle[],
  bodies: Bodies,
): Promise<readonly ItemMatch[]> {
  const index = new ArticleIndex(articles);
  const texts = new ArticleTexts(bodies);
  const matches: ItemMatch[] = [];
  for (const item of items) matches.push(settled(item, await candidatesOf(item, index, texts)));
  return withoutRivals(matches);
}

/** The articles that an item may be, likest first. */
async function candidatesOf(
  item: OldItem,
  index: ArticleIndex,
  texts: ArticleTexts,
): Promise<readonly Candidate[]> {
  const words = shinglesOf(plainWords(item.text));
  const link = linkKey(item.link);
  const judged = async (some: readonly IndexedArticle[]) => {
    const found: Candidate[] = [];
    for (const one of some) {
      const text = await texts.likeness(words, one.article.row);
      found.push({ article: one.article, likeness: likeness({ ...signsOf(item, link, one), text }) });
    }
    return found.sort((a, b) => b.likeness.weight - a.likeness.weight);
  };
  const near = await judged(index.candidates(item, link));
  if ((near[0]?.likeness.confidence ?? 0) >= CONFIDENCE_MIN) return near;
  const rows = await texts.likest(words, [...index.byRow.keys()]);
  const known = new Set(near.map(({ article }) => article.row));
  const far = await judged(rows.filter((row) => !known.has(row)).map((row) => index.byRow.get(row)!));
  return [...near, ...far].sort((a, b) => b.likeness.weight - a.likeness.weight);
}

function signsOf(item: OldItem, link: ReturnType<typeof linkKey>, one: IndexedArticle): Omit<Signs, 'text'> {
  const { article, ids, addresses, path, names, title } = one;
  const date = item.published ?? item.updated;
  const isPath = path.includes('/') && `/${link.path}`.endsWith(`/${path}`);
  return {
    isSameId: item.id !== undefined && ids.has(item.id),
    link: addresses.has(link.path) ? 'address' : isPath ? 'path' : names.has(link.name) ? 'name' : undefined,
    title: titleLikeness(titleKey(item.title), title),
    secondsApart:
      date === undefined || !article.isDated
        ? undefined
        : Math.abs(Math.floor(date.getTime() / 1000) - article.published.getTime() / 1000),
  };
}

function settled(item: OldItem, [best, next]: readonly Candidate[]): ItemMatch {
  if (best === undefined || best.likeness.because.length === 0)
    return { item, article: undefined, why: 'no live article is like it' };
  if (next !== undefined && best.likeness.weight - next.likeness.weight < LEAD_MIN)
    return { item, article: undefined, why: `${nameOf(best)} and ${nameOf(next)} are equally like it` };
  const { confidence, because } = best.likeness;
  if (confidence >= CONFIDENCE_MIN) return { item, ...best };
  const signs = because.join(' and ');
  return {
    item,
    article: undefined,
    why: `${nameOf(best)} is the likest, by its ${signs} alone (${percent(confidence)})`,
  };
}

/** Where several items are one article, it is the likest of them, if that is clear. */
function withoutRivals(matches: readonly ItemMatch[]): readonly ItemMatch[] {
  const rivals = Map.groupBy(matches, ({ article }) => article?.row);
  return matches.map((match) => {
    if (match.article === undefined) return match;
    const others = rivals.get(match.article.row)!.filter((other) => other !== match && !isTwin(other, match));
    const strongest = Math.max(...others.map((other) => (other.article ? other.likeness.weight : 0)), -1);
    if (others.length === 0 || match.likeness.weight - strongest >= LEAD_MIN) return match;
    return {
      item: match.item,
      article: undefined,
      why: `${nameOf(match)} may be another item of the old feed as well`,
    };
  });
}

/** One item that the document holds twice. */
function isTwin(one: ItemMatch, other: ItemMatch): boolean {
  return one.item.id !== undefined && one.item.id === other.item.id;
}

function nameOf({ article }: { readonly article: AdoptableArticle }): string {
  return article.path ?? article.slugs[0]!;
}

/** A chance in words. */
export function percent(chance: number): string {
  return `${Math.floor(chance * 100)} %`;
}
