/**
 * The lines of wire copy, clean and numbered.
 *
 * In: decoded text, perhaps in an IPTC 7901 envelope. Out: its text lines, trimmed, each with its number in the
 * file and what stood before it. Wording, quotes and dashes stay as they are (T-02 … T-04).
 */
import { cleanText } from '../base/text.ts';

/** One line that is not blank. */
export interface WireLine {
  /** Trimmed; tabs and no-break spaces are spaces. */
  readonly text: string;
  /** In the file, from 1. */
  readonly number: number;
  /** How many columns it is set in from the left; a tab counts as eight. */
  readonly indent: number;
  /** Whether a blank line, or nothing, stands before it. */
  readonly startsBlock: boolean;
}

/** What surrounds the text of a transmission (T-02). */
export interface WireEnvelope {
  /** `bkn014 4 pl 171`: source and number, priority, category, word count. */
  readonly header: string | undefined;
  /** `Bundestag/Kinder`. */
  readonly slugLine: string | undefined;
  /** `051230 SEP 25`: day, hour, minute, month, year. */
  readonly stamp: string | undefined;
  /** The text between STX and ETX, as received. */
  readonly text: string;
  /** How many lines of the file stand before the text. */
  readonly linesBefore: number;
}

/** ANPA's lines of a head: `^By ANN HARBOR<`. Outside an envelope only the mark at the end proves it. */
const ANPA_LINE = /^[ \t]*\^([^\r\n]*?)[<=]?[ \t]*\r?$/gm;
const ANPA_MARKED = /^[ \t]*\^([^\r\n]*?)[<=][ \t]*\r?$/gm;

/** AFP's slug line is the first of the text: `France-ferries-grève`. */
const SLUG_IN_TEXT = /^\s{0,4}(\p{L}[\p{L}\d]+(?:-[\p{L}\d]+){2,6})[ \t]*\r?\n/u;
const SLUG_CHARACTERS_MAX = 90;

const NO_ENVELOPE = { header: undefined, slugLine: undefined, stamp: undefined, linesBefore: 0 } as const;

/** Opens the envelope of IPTC 7901 where there is one (T-02); any other text is its own content. */
export function openEnvelope(text: string): WireEnvelope {
  const textStart = text.indexOf('\u0002');
  if (textStart < 0) return { ...NO_ENVELOPE, text: text.replace(ANPA_MARKED, '$1') };
  const headerStart = text.lastIndexOf('\u0001', textStart) < 0 ? 0 : text.indexOf('\u0001') + 1;
  const header = linesOf(text.slice(headerStart, textStart));
  const end = text.slice(textStart).search(/[\u0003\u0004]/);
  const textEnd = end < 0 ? text.length : textStart + end;
  const slug = SLUG_IN_TEXT.exec(
    text.slice(textStart + 1, Math.min(textEnd, textStart + SLUG_CHARACTERS_MAX)),
  );
  const contentStart = textStart + 1 + (slug?.[0].length ?? 0);
  const tail = cleanText(text.slice(textEnd, textEnd + 400)).replace(/\s+/g, ' ');
  return {
    header: header[0]?.text,
    slugLine: slug?.[1] ?? header[1]?.text ?? slugAtEnd(header[0]?.text),
    stamp: /\b\d{6} \p{L}{3} \d{2}\b/u.exec(tail)?.[0],
    text: text.slice(contentStart, textEnd).replace(ANPA_LINE, '$1'),
    linesBefore: text.slice(0, contentStart).split('\n').length - 1,
  };
}

/** A header on one line carries its slug behind the word count. */
function slugAtEnd(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /\s(\p{L}[\p{L}\d-]*\/\S+)$/u.exec(header)?.[1];
}

/** The lines that are not blank (T-03). */
export function linesOf(text: string, linesBefore = 0): readonly WireLine[] {
  const lines: WireLine[] = [];
  let startsBlock = true;
  cleanText(text)
    .split('\n')
    .forEach((line, at) => {
      const trimmed = line.replace(/[\u00A0\t]/g, ' ').trim();
      if (trimmed !== '') {
        lines.push({ text: trimmed, number: linesBefore + at + 1, indent: indentOf(line), startsBlock });
      }
      startsBlock = trimmed === '';
    });
  return lines;
}

function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 8;
    else if (character === ' ' || character === '\u00A0') columns += 1;
    else break;
  }
  return columns;
}

/** The longest block that is looked at as one paragraph. */
const BLOCK_LINES_MAX = 200;

/** The lines from here to the next blank one. */
export function blockAt(lines: readonly WireLine[], at: number): readonly WireLine[] {
  let end = at + 1;
  while (end < lines.length && end < at + BLOCK_LINES_MAX && !lines[end]!.startsBlock) end += 1;
  return lines.slice(at, end);
}
