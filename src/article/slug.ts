/**
 * The short name of a thing in an address (T-45): stable and readable, in the script of the text.
 *
 * Latin text becomes ASCII; text that would lose its words by that keeps its own letters. A slug is a name, not an
 * address: whoever writes one into an address percent-encodes it. Pure; uniqueness and permanence are the
 * ledger's.
 */
import { createHash } from 'node:crypto';
import { graphemeEnd } from './sentence.ts';

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
 * The slug of a text, at most 80 characters on a word end.
 *
 * NFKD, marks stripped, `[^a-z0-9]+` → `-`; where that loses more than half of the letters, lower-case letters, digits
 * and marks of any script in NFC. A text without any letter or digit gets a hash of itself, so the answer is never
 * empty.
 */
export function slugOf(text: string): string {
  const ascii = asciiWords(text);
  const words = isMostlyLost(text, ascii) ? wordsOfAnyScript(text) : ascii;
  return words === '' ? hashOf(text) : cutAtWord(words);
}

/** The slug of a name: of a tag, a section or an author, whose feed has its own address. */
export function nameSlugOf(name: string): string {
  return slugOf(/[+#.]/.test(name) ? withSpelledSigns(name) : name);
}

/** Signs that make another name of a word, as words: `C++`, `C#` and `.NET` are not `C` and `Net`. */
function withSpelledSigns(name: string): string {
  return name
    .replace(/(?<=[\p{L}\p{N}])\++(?![\p{L}\p{N}+])/gu, (signs) => '-plus'.repeat(signs.length))
    .replace(/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}#])/gu, '-sharp')
    .replace(/(?<![\p{L}\p{N}.])\.(?=\p{L})/gu, 'dot-');
}

/** The slug of a text in ASCII, for names that are compared byte by byte; a hash where nothing else is left. */
export function asciiSlugOf(text: string): string {
  const ascii = asciiWords(text);
  return ascii === '' || isMostlyLost(text, ascii) ? hashOf(text) : cutAtWord(ascii);
}

function asciiWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => LETTERS[letter]!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * Whether the ASCII form has lost more than half of what was said. Letters are weighed by their bytes in UTF-8, since
 * an ideograph says about as much as three Latin letters.
 */
function isMostlyLost(text: string, ascii: string): boolean {
  if (/^[\u0000-\u024F]*$/.test(text)) return false;
  const other = text
    .normalize('NFKD')
    .replace(/[\u0000-\u024F]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return Buffer.byteLength(other) > ascii.replace(/[-\d]+/g, '').length;
}

/** Joiners shape letters and divide no words; a non-joiner divides them, as in Persian compounds. */
function wordsOfAnyScript(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200D\p{Variation_Selector}]+/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/(?<![\p{L}\p{N}\p{M}])\p{M}+/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
    .normalize('NFC');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 12);
}

/** A script without spaces is cut between characters as people know them. */
function cutAtWord(words: string): string {
  if (words.length <= SLUG_CHARACTERS_MAX) return words;
  const end = words.slice(0, SLUG_CHARACTERS_MAX + 1).lastIndexOf('-');
  return words.slice(0, end > SLUG_CHARACTERS_MAX / 2 ? end : graphemeEnd(words, SLUG_CHARACTERS_MAX));
}
