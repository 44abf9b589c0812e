/**
 * The text of an article file, or the fault that keeps it from having one.
 *
 * In: bytes. Out: decoded text that is not cleaned yet (wire copy needs its control characters), or the one fault that
 * says why there is none. Size and kind are looked at before anything is decoded, so that a disk image with the wrong
 * name costs nothing (T-01).
 */
import { type DecodedText, decodeText, utf16Order } from './decode.ts';
import type { Fault } from './fault.ts';
import { ARTICLE_BYTES_MAX, CONTROL_SHARE_MAX, LINE_CHARACTERS_MAX, LINES_MAX } from './limits.ts';

/** A decoded text, undefined when the fault is an error. */
export interface FileText {
  readonly text: string | undefined;
  readonly faults: readonly Fault[];
}

/** How far to look for a NUL, which no text has (Git's own test). */
const SNIFFED_BYTES = 8_000;

/**
 * Decodes a file.
 *
 * @param decode how its kind finds the encoding
 */
export function readFileText(
  path: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => DecodedText = decodeText,
): FileText {
  const refuse = (what: string, line = 1): FileText => ({
    text: undefined,
    faults: [{ path, line, severity: 'error', what }],
  });
  if (bytes.length === 0) return refuse('the file is empty, expected the text of an article');
  if (bytes.length > ARTICLE_BYTES_MAX)
    return refuse(`the file has ${bytes.length} bytes, expected ${ARTICLE_BYTES_MAX} at most`);
  const sniffed = bytes.subarray(0, SNIFFED_BYTES);
  const isUtf16 = utf16Order(bytes) !== undefined;
  if (!isUtf16 && isUnmarkedUtf16(sniffed))
    return refuse('the file looks like UTF-16 without a byte-order mark, expected UTF-8');
  if (!isUtf16 && sniffed.includes(0)) return refuse('the file is binary: it holds NUL bytes, expected text');
  const { text, encoding } = decode(bytes);
  if (isBinary(text)) return refuse('the file is binary: it holds control characters, expected text');
  if (text.trim() === '') return refuse('the file holds only blank lines, expected the text of an article');
  // a picture written into a page stands in one line of any length
  const lines = lineLengths(text.length > LINE_CHARACTERS_MAX ? text.replace(DATA_ADDRESS, 'data:') : text);
  if (lines.longest > LINE_CHARACTERS_MAX) {
    const what = `the line has ${lines.longest} characters, expected ${LINE_CHARACTERS_MAX} at most`;
    return refuse(what, lines.longestAt);
  }
  if (lines.count > LINES_MAX)
    return refuse(`the file has ${lines.count} lines, expected ${LINES_MAX} at most`);
  if (encoding.startsWith('utf-')) return { text, faults: [] };
  const name = encoding === 'windows-1252' ? 'Windows-1252' : encoding;
  const what = `the file is not valid UTF-8 and was read as ${name}, expected UTF-8`;
  return { text, faults: [{ path, line: firstWideLine(bytes), severity: 'warning', what }] };
}

/** Whether nearly every second byte is NUL, and few of the others are: letters of Latin script in sixteen bits. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  if (!bytes.includes(0)) return false;
  const nuls = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2]! += 1;
  });
  const [fewer = 0, more = 0] = nuls.sort((a, b) => a - b);
  return more > bytes.length * 0.4 && fewer < bytes.length * 0.02;
}

/** SOH to EOT (IPTC 7901), BEL and ESC may stand in text, in small numbers. */
function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000E-\u001F\u007F]/g)?.length ?? 0;
  return controls > text.length * CONTROL_SHARE_MAX;
}

const DATA_ADDRESS = /data:[\w/.+-]{1,60};base64,[A-Za-z0-9+/=]+/g;

interface LineLengths {
  readonly count: number;
  readonly longest: number;
  readonly longestAt: number;
}

/** Lines as every kind of file ends them; a text shorter than the limit is only counted. */
function lineLengths(text: string): LineLengths {
  let [count, longest, longestAt] = [0, 0, 1];
  for (let start = 0; start <= text.length; count += 1) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end - start > longest) [longest, longestAt] = [end - start, count + 1];
    start = end + 1;
  }
  const isOldMac = longest > LINE_CHARACTERS_MAX && text.includes('\r');
  return isOldMac ? lineLengths(text.replace(/\r\n?/g, '\n')) : { count, longest, longestAt };
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
