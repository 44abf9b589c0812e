/**
 * Whether a file is text that can be read at all.
 *
 * In: bytes. Out: decoded text, or the one fault that says why there is none. Limits are checked before any work
 * that grows with the size.
 */
import { type DecodedText, decodeText } from './decode.ts';
import type { Fault } from './fault.ts';
import { ARTICLE_BYTES_MAX, CONTROL_SHARE_MAX, LINE_CHARACTERS_MAX, LINES_MAX } from './limits.ts';

/** Text, or why there is none. */
export type TextFile = { readonly text: DecodedText; readonly fault?: undefined } | { readonly fault: Fault };

/** The text of an article file, or the fault of an empty, binary, too large or endless one. */
export function readTextFile(path: string, bytes: Uint8Array): TextFile {
  const refuse = (what: string, line = 1): TextFile => ({ fault: { path, line, severity: 'error', what } });
  if (bytes.length > ARTICLE_BYTES_MAX) {
    return refuse(`the file has ${bytes.length} bytes, expected ${ARTICLE_BYTES_MAX} at most`);
  }
  if (bytes.length === 0) return refuse('the file is empty, expected the text of an article');
  const text = decodeText(bytes);
  if (isBinary(text.text)) return refuse('the file is binary, expected text');
  const long = longLine(text.text);
  if (long !== undefined) {
    return refuse(
      `the line has ${long.characters} characters, expected ${LINE_CHARACTERS_MAX} at most`,
      long.line,
    );
  }
  const lines = lineCount(text.text);
  if (lines > LINES_MAX) return refuse(`the file has ${lines} lines, expected ${LINES_MAX} at most`);
  if (text.text.trim() === '')
    return refuse('the file holds only blank lines, expected the text of an article');
  return { text };
}

/** NUL never stands in text; SOH to EOT (IPTC 7901), BEL and ESC may, in small numbers. */
function isBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  const controls = text.match(/[\u0001-\u0008\u000E-\u001F\u007F]/g)?.length ?? 0;
  return controls > text.length * CONTROL_SHARE_MAX;
}

function longLine(text: string): { readonly line: number; readonly characters: number } | undefined {
  if (text.length <= LINE_CHARACTERS_MAX) return undefined;
  let line = 1;
  for (const part of text.split(/\r\n|[\n\r]/)) {
    if (part.length > LINE_CHARACTERS_MAX) return { line, characters: part.length };
    line += 1;
  }
  return undefined;
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
