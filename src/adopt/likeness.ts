/**
 * How much speaks for an old item and an article being the same.
 *
 * Pure. Each sign weighs what it would be worth alone, as the chance that it is right; signs add up as independent
 * witnesses do (the chances that each is wrong are multiplied), and what speaks against counts the same way. A weight is
 * −ln of the chance to be wrong, so that weights are added.
 */

/** What an item and an article have in common; undefined where nothing can be said. */
export interface Signs {
  /** The article is known by the item's id already: its file states it, or another format's feed had it. */
  readonly isSameId: boolean;
  /** The same address; the same path but for what is around it; the same last part of the path. */
  readonly link: 'address' | 'path' | 'name' | undefined;
  /** 1 for the same words, else the share of words in common. */
  readonly title: number;
  /** Seconds between the old date and the article's; undefined when either has none of its own. */
  readonly secondsApart: number | undefined;
  /** Share of text in common, 0 … 1; undefined where one of them has too little text to say. */
  readonly text: number | undefined;
}

/** What speaks for it, in words for the operator. */
export type Witness = 'id' | 'link' | 'title' | 'date' | 'text';

/** A judgement. */
export interface Likeness {
  readonly weight: number;
  /** The chance that it is right, 0 … 0.99. */
  readonly confidence: number;
  readonly because: readonly Witness[];
}

/** Nothing less is adopted. */
export const CONFIDENCE_MIN = 0.8;

/** By as much must the likest be ahead of the next: half again as likely to be wrong. */
export const LEAD_MIN = 0.5;

const ID_SAME = 0.99;
const LINKS = { address: 0.97, path: 0.92, name: 0.85 } as const;
const TITLE_SAME = 0.82;
/** Titles with as many words in common say something, too. */
const TITLE_NEAR_MIN = 0.75;
const TITLE_NEAR = 0.7;
const DATE_SAME = 0.6;
const DATE_NEAR = 0.4;
/** Two spellings of one day are at most this far apart: the day of one zone, and midnight UTC. */
const NEAR_SECONDS = 26 * 3600;
/** Further apart, and both stated: rather two articles of one name than one. */
const DATE_FAR_SECONDS = 7 * 86_400;
const TEXT_MIN = 0.3;
const TEXT_SAME = 0.97;
/** Texts with less in common are two articles, whatever else they share. */
const TEXT_OTHER = 0.05;

/** The weight of a sign that would be right with this chance. */
function weightOf(chance: number): number {
  return -Math.log(1 - chance);
}

/** Judges. */
export function likeness({ isSameId, link, title, secondsApart, text }: Signs): Likeness {
  const because: Witness[] = [];
  let weight = 0;
  const say = (witness: Witness, chance: number) => {
    because.push(witness);
    weight += weightOf(chance);
  };
  if (isSameId) say('id', ID_SAME);
  if (link !== undefined) say('link', LINKS[link]);
  if (title === 1) say('title', TITLE_SAME);
  else if (title >= TITLE_NEAR_MIN) say('title', TITLE_NEAR);
  if (secondsApart === 0) say('date', DATE_SAME);
  else if (secondsApart !== undefined && secondsApart <= NEAR_SECONDS) say('date', DATE_NEAR);
  else if (secondsApart !== undefined && secondsApart > DATE_FAR_SECONDS) weight -= weightOf(DATE_NEAR);
  if (text !== undefined && text >= TEXT_MIN) say('text', text * TEXT_SAME);
  else if (text !== undefined && text < TEXT_OTHER) weight -= weightOf(TITLE_SAME);
  return { weight, confidence: Math.min(0.99, Math.max(0, 1 - Math.exp(-weight))), because };
}
