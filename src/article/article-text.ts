/**
 * The text of a Markdown or HTML file, or the fault that keeps it from having one.
 *
 * Size and kind are looked at before anything is decoded, so that a disk image with the wrong name costs nothing.
 */
import { cleanText } from '../base/text.ts';
import { type DecodedText, decodeText } from './decode.ts';
import type { Fault } from './fault.ts';
import { ARTICLE_BYTES_MAX, LINE_CHARACTERS_MAX } from './limits.ts';

/** A cleaned text, undefined when a fault is an error. */
export interface ArticleText {
  readonly text: string | undefined;
  readonly faults: readonly Fault[];
}

/** How far to look for a NUL, which no text has (Git's own test). */
const SNIFFED_BYTES = 8_000;

/**
 * Decodes and cleans a file (T-01, T-03).
 *
 * @param decode how its kind finds the encoding
 */
export function articleText(
  path: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => DecodedText = decodeText,
): ArticleText {
  const refuse = (what: string, line = 1): ArticleText => ({
    text: undefined,
    faults: [{ path, line, severity: 'error', what }],
  });
  if (bytes.length === 0) return refuse('the file is empty');
  if (bytes.length > ARTICLE_BYTES_MAX)
    return refuse(`the file has ${bytes.length} bytes, more than ${ARTICLE_BYTES_MAX}`);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isUtf16 && bytes.subarray(0, SNIFFED_BYTES).includes(0))
    return refuse('the file is binary: it holds NUL bytes, expected text');
  const { text: decoded, encoding } = decode(bytes);
  const text = cleanText(decoded);
  if (text.trim() === '') return refuse('the file holds no text');
  const endless = endlessLine(text);
  if (endless !== undefined) return refuse(`a line of more than ${LINE_CHARACTERS_MAX} characters`, endless);
  if (encoding !== 'windows-1252') return { text, faults: [] };
  const what = 'not valid UTF-8, read as windows-1252: save the file as UTF-8';
  return { text, faults: [{ path, line: firstWideLine(bytes), severity: 'warning', what }] };
}

function endlessLine(text: string): number | undefined {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    if (stop - start > LINE_CHARACTERS_MAX) return line;
    start = stop + 1;
  }
  return undefined;
}

/** The line of the first byte outside ASCII. */
function firstWideLine(bytes: Uint8Array): number {
  let line = 1;
  for (const byte of bytes) {
    if (byte >= 0x80) return line;
    if (byte === 0x0a) line += 1;
  }
  return line;
}

/** The line on which a place in a text stands, from 1. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
  return line;
}
