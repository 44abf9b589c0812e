/**
 * The short name of a thing in an address (T-45): stable, ASCII, readable.
 *
 * Pure; uniqueness and permanence are the ledger's.
 */
import { createHash } from 'node:crypto';

/** The longest slug, in characters; a longer text is cut at a word end. */
export const SLUG_CHARACTERS_MAX = 80;

/** Letters that NFKD does not take apart; without them `Straße` would become `stra-e`. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/**
 * The slug of a text: NFKD, marks stripped, `[^a-z0-9]+` → `-`, at most 80 characters on a word end. A text
 * without a single usable letter gets a hash of itself, so the answer is never empty.
 */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => LETTERS[letter]!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words === '') return createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 12);
  return cutAtWord(words);
}

function cutAtWord(words: string): string {
  if (words.length <= SLUG_CHARACTERS_MAX) return words;
  const head = words.slice(0, SLUG_CHARACTERS_MAX + 1);
  const end = head.lastIndexOf('-');
  return end > SLUG_CHARACTERS_MAX / 2 ? head.slice(0, end) : words.slice(0, SLUG_CHARACTERS_MAX);
}
