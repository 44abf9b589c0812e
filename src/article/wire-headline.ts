/**
 * Which line is the headline (T-20 … T-25).
 *
 * In: a line and what follows it. Out: whether it is like a headline, how it is shown, whom it quotes. Capitals are
 * kept as they are, and so are quotes and the ellipsis that opens a quotation cut at its start.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { cutAtWordEnd, endsWithAbbreviation, hasInnerSentenceEnd, sentenceEnds } from './sentence.ts';
import { bylineOf } from './wire-byline.ts';

/** The longest headline, in characters: MSN's limit. */
export const HEADLINE_CHARACTERS_MAX = 150;

/** The longest headline made of a lede (T-23). */
export const LEDE_HEADLINE_CHARACTERS_MAX = 100;

const HEADLINE_WORDS_MAX = 25;

/** Ends one sentence and begins another even in a headline; a question may have its answer behind it. */
const FULL_STOP = /[.。｡।۔]/u;

/**
 * Whether a line is short and whole enough to be a headline.
 *
 * @param isAnnounced whether a byline or a dateline follows, which allows `Will he go? Ministers say no`
 *   and a quotation of two sentences
 */
export function isHeadlineLike(line: string, isAnnounced: boolean): boolean {
  if (line.length > HEADLINE_CHARACTERS_MAX || !/[\p{L}\p{N}]/u.test(line) || /[,;]$/.test(line))
    return false;
  if (line.split(/\s+/).length > HEADLINE_WORDS_MAX) return false;
  return isAnnounced ? !hasInnerSentenceEnd(withoutQuotations(line), FULL_STOP) : !hasInnerSentenceEnd(line);
}

/** The line without what it quotes: a quotation may be of two sentences. */
function withoutQuotations(line: string): string {
  return line.replace(/“[^”]*”|"[^"]*"|‘[^’]*’(?!\p{L})|«[^»]*»|„[^“”]*[“”]/gu, 'q');
}

/** How ANSA and dpa mark what is urgent: `++ Harbor closed ++`. */
const PLUSES = /^\+{2,3}\s*(.*[^\s+])\s*\+{2,3}$/;

/** A headline as shown: one line, without the one full stop that closes a sentence (T-21). */
export function shownHeadline(line: string): PlainText {
  const text = plainLine(line.replace(PLUSES, '$1'));
  if (/[。।۔]$/.test(text)) return text.slice(0, -1) as PlainText;
  if (!text.endsWith('.') || text.endsWith('..')) return text;
  const bare = text.slice(0, -1);
  return (endsWithAbbreviation(bare, false) ? text : bare.trimEnd()) as PlainText;
}

/** The first sentence of the lede as a headline (T-23). */
export function ledeHeadline(lede: string): PlainText {
  const line = plainLine(lede.slice(0, 2000));
  let end = line.length;
  for (const sentenceEnd of sentenceEnds(line)) {
    end = sentenceEnd;
    if (/[\p{L}\p{N}]/u.test(line.slice(0, end))) break;
  }
  const sentence = shownHeadline(line.slice(0, end).replace(/\s*:$/, ''));
  return cutAtWordEnd(sentence, LEDE_HEADLINE_CHARACTERS_MAX) as PlainText;
}

/** A file's name as a headline: `2025-09-05-harbor_reopens.txt` is `Harbor reopens` (T-23). */
export function fileHeadline(path: string): PlainText {
  const stem = path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]*$/, '');
  const words = plainLine(stem.replace(/^\d{4}-\d{2}-\d{2}[-_ ]?/, '').replace(/[-_]+/g, ' '));
  const [first = ''] = words;
  return (first.toUpperCase() + words.slice(first.length) || plainLine(stem)) as PlainText;
}

const ATTRIBUTION = /^.*\s[–—-]\s+((?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,2})\.?$/u;

/** The name at the end of a headline that quotes (T-24): the headline itself stays whole. */
export function attributionOf(headline: string): string | undefined {
  return headline.length > HEADLINE_CHARACTERS_MAX
    ? undefined
    : ATTRIBUTION.exec(shownHeadline(headline))?.[1];
}

/** IPTC 7901's headline ends with `=` (T-02). */
export function isMarkedHeadline(line: string): boolean {
  if (!/[\p{L}\p{N}]\S*\s*=$/u.test(line.slice(-40)) || bylineOf(line) !== undefined) return false;
  return /\p{L}{2}/u.test(line) && isHeadlineLike(line, true);
}
