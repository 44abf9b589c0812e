/**
 * The lines above the text of wire copy, each judged by its form alone (T-05 … T-12).
 *
 * Where a line stands, and what that makes of it, is wire-head.ts'.
 */
import { statedDate } from './stated-date.ts';
import { embargoOf, type WireEmbargo } from './wire-embargo.ts';
import { isHeadlineLike } from './wire-headline.ts';
import { labelOf } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import { isEndMark, isFurniture, isPageNumber } from './wire-marks.ts';
import { noticeKind } from './wire-notices.ts';
import { isContinued, isHardWrapped } from './wire-paragraphs.ts';

/** The longest name of an organisation on a line of its own. */
export const OUTLET_CHARACTERS_MAX = 80;

/** Whether the next line names who sent the story. */
export function isProvidedBy(line: string): boolean {
  return /^News provided by:?$/i.test(line);
}

/** A writer's mail address or handle, alone on the line under the byline, or whom to call about a press release. */
function isContact(line: string): boolean {
  if (
    /^(?:(?:MEDIA|PRESS|Media|Press) )?(?:CONTACTS?|[Cc]ontacts?):.*(?:@|\d{3}[-. )]+\d{3})/.test(
      line.slice(0, 160),
    )
  )
    return true;
  return (
    line.length <= 80 && /^(?:e-?mail:?\s*)?(?:[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|@\w{2,30})$/i.test(line)
  );
}

/** How urgently a wire sent the story: the agencies' words, alone in capitals. */
const PRIORITY =
  /^(?:URGENTE?|BULLETIN|FLASH|(?:NEWS ?)?ALERT|ALERTE|ALERTA|PRIORITY|SNAP|EILT?|EILMELDUNG|BLITZ|СРОЧНО|МОЛНИЯ|速報)$/;

/** What kind of paper it is, alone on its line. */
const NO_NEWS =
  /^(?:(?:news|press|media) release|embargo lifted|for publication|for release:? (?:immediate(?:ly)?|(?:up)?on receipt))[.!]?$/i;

/** `Media contact:` with the names and numbers on the lines below. */
export function isContactHead(line: string): boolean {
  return /^(?:(?:media|press|news) )?contacts?:$/i.test(line);
}

/** Which pictures go with a story: `AP Photo VIE101-104, VIE107`. */
const PHOTOS = /^AP (?:Photos?|Graphics?|Video)(?:(?:,| and)? [A-Z]{2,6}\d{2,4}(?:-\d{2,4})?)+\.?$/;

/** What a line is that may stand anywhere in the head; undefined for every other line. */
export function asideOf(line: string): 'label' | 'embargo' | 'notice' | 'furniture' | undefined {
  if (isFurniture(line) || isEndMark(line) || isPageNumber(line)) return 'furniture';
  if (isProvidedBy(line) || isContact(line) || /^(?:Summary|SUMMARY)$/.test(line)) return 'furniture';
  if (isContactHead(line) || NO_NEWS.test(line)) return 'furniture';
  if (PRIORITY.test(line) || PHOTOS.test(line)) return 'furniture';
  if (embargoOf(line, 0) !== undefined) return 'embargo';
  if (noticeKind(line) !== undefined) return 'notice';
  return labelOf(line) === undefined ? undefined : 'label';
}

/** Capitals and digits only, as in the second and third line of a telex. */
export function isTelexCode(line: string): boolean {
  return line.length <= 30 && /\d/.test(line) && /^[A-Z\d_/ ]+$/.test(line);
}

/** IPTC 7901's headline ends with `=` (T-02). */
export function isMarkedHeadline(line: string): boolean {
  return /\p{L}\S*\s*=$/u.test(line.slice(-40)) && isHeadlineLike(line, true);
}

/** A line that is nothing but a date, with or without its year. */
export function isDateLine(line: string): boolean {
  if (line.length > 60) return false;
  const day = line.replace(/\s+[ECMP]T$/, '');
  return statedDate(day) !== undefined || statedDate(`${day}, 2024`) !== undefined;
}

/**
 * The lines up to the one that ends its sentence: what follows in the same block is no part of a notice. Where no
 * program broke the lines, only a small letter goes on.
 */
export function sentenceRun(run: readonly WireLine[]): readonly WireLine[] {
  const widest = isHardWrapped(run)
    ? Math.max(...run.map(({ text }) => text.length))
    : Number.POSITIVE_INFINITY;
  let end = 1;
  while (end < run.length && isContinued(run[end - 1]!.text, run[end]!.text, widest)) end += 1;
  return run.slice(0, end);
}

/** How many lines of text may hide an embargo. */
const STRAY_LINES_MAX = 4;

/** An embargo among short lines that no reader knew is one all the same: the first sentence ends the head. */
export function strayEmbargo(lines: readonly WireLine[]): WireEmbargo | undefined {
  for (const { text, number } of lines.slice(0, STRAY_LINES_MAX)) {
    if (!isHeadlineLike(text, true) || /[.!?…:]["'”’»)]*$/u.test(text)) return undefined;
    const embargo = embargoOf(text, number);
    if (embargo !== undefined) return embargo;
  }
  return undefined;
}

/** The longest block that is looked at as one paragraph. */
const BLOCK_LINES_MAX = 200;

/** The lines from here to the next blank one. */
export function blockAt(lines: readonly WireLine[], at: number): readonly WireLine[] {
  let end = at + 1;
  while (end < lines.length && end < at + BLOCK_LINES_MAX && !lines[end]!.startsBlock) end += 1;
  return lines.slice(at, end);
}
