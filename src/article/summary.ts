/**
 * What an article is about, in its own first words (T-41).
 *
 * In: plain paragraphs without dateline or markup. Out: the first paragraph, completed by the second when it is too
 * short to say anything, cut at a sentence end when it is too long. No words are made up.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { cutAtWordEnd, sentenceEnds } from './sentence.ts';

/** The longest summary, in characters. */
export const SUMMARY_CHARACTERS_MAX = 300;

/** A first paragraph shorter than this takes the second along. */
const LEDE_CHARACTERS_MIN = 120;

/** A first sentence shorter than this is no summary of a longer paragraph. */
const SENTENCE_CHARACTERS_MIN = 60;

/** How much of a paragraph is looked at: enough for the longest summary, little enough for any file. */
const PARAGRAPH_CHARACTERS_MAX = 4 * SUMMARY_CHARACTERS_MAX;

/** The summary of an article: at most 300 characters of its first one or two paragraphs. */
export function summaryOf(paragraphs: readonly string[]): PlainText {
  const [lede = '', second] = firstTwo(paragraphs);
  if (lede.length >= LEDE_CHARACTERS_MIN || second === undefined) return cut(lede, SENTENCE_CHARACTERS_MIN);
  const joint = /[。！？｡」』）]$/u.test(lede) ? '' : ' ';
  return cut(lede + joint + second, lede.length + joint.length);
}

function firstTwo(paragraphs: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const paragraph of paragraphs) {
    const line = plainLine(paragraph.slice(0, PARAGRAPH_CHARACTERS_MAX));
    if (line !== '' && found.push(line) === 2) break;
  }
  return found;
}

/** Cuts at the last sentence end that leaves `charactersMin` at least and 300 at most, else at a word end. */
function cut(text: string, charactersMin: number): PlainText {
  if (text.length <= SUMMARY_CHARACTERS_MAX) return text as PlainText;
  let last = 0;
  for (const end of sentenceEnds(text)) {
    if (end > SUMMARY_CHARACTERS_MAX) break;
    if (end >= charactersMin) last = end;
  }
  return (last > 0 ? text.slice(0, last) : cutAtWordEnd(text, SUMMARY_CHARACTERS_MAX)) as PlainText;
}
