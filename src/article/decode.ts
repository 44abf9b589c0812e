/**
 * The text of a file's bytes.
 *
 * In: bytes as they lie on the disk. Out: the text and the encoding it was found in. A byte-order mark wins, then
 * strict UTF-8, then Windows-1252, which accepts everything. Nothing else is cleaned here than C1 code points,
 * which in practice are Windows-1252 that somebody took for Latin-1 (T-01, R-06).
 */

/** A text, and how its bytes were read. */
export interface DecodedText {
  /** Without a byte-order mark. */
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`; any other is a guess. */
  readonly encoding: string;
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });
const UTF8 = new TextDecoder('utf-8');
const UTF16LE = new TextDecoder('utf-16le');
const UTF16BE = new TextDecoder('utf-16be');

/** U+0080 … U+009F as Windows-1252 means them; a table, since some Node releases decode these bytes as Latin-1. */
// biome-ignore format: sixteen a row, as code pages are printed
const C1_MEANINGS = [
  '€', '', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '', 'Ž', '',
  '', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '', 'ž', 'Ÿ',
];

/** Decodes a file (T-01). Never throws: bytes that are no text come back as a text that is none. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: withoutC1(UTF8.decode(bytes)), encoding: 'utf-8' };
  }
  if (utf16Order(bytes) === 'le') return { text: withoutC1(UTF16LE.decode(bytes)), encoding: 'utf-16le' };
  if (utf16Order(bytes) === 'be') return { text: withoutC1(UTF16BE.decode(bytes)), encoding: 'utf-16be' };
  const text = strictUtf8(bytes);
  if (text !== undefined) return { text: withoutC1(text), encoding: 'utf-8' };
  return { text: meantByC1(latin1(bytes)), encoding: 'windows-1252' };
}

/**
 * The byte order of UTF-16: by its mark, else by the first character of a page, a `<` (as XML 1.0 §F sniffs it). Nothing
 * else tells a text in UTF-16 without a mark from a binary file.
 */
export function utf16Order([first, second, third, fourth]: Uint8Array): 'le' | 'be' | undefined {
  if (first === 0xff && second === 0xfe) return 'le';
  if (first === 0xfe && second === 0xff) return 'be';
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'le';
  return first === 0 && second === 0x3c && third === 0 && fourth !== 0 ? 'be' : undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** U+0085 alone is a line end (T-03); in the company of other C1 code points it is an ellipsis like them. */
function withoutC1(text: string): string {
  return /[\u0080-\u0084\u0086-\u009F]/.test(text) ? meantByC1(text) : text;
}

function meantByC1(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (c1) => C1_MEANINGS[c1.charCodeAt(0) - 0x80] ?? '');
}
