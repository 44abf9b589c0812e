/**
 * The lines above the text of wire copy, each judged by its form alone (T-05 … T-12).
 *
 * Where a line stands, and what that makes of it, is wire-head.ts'.
 */
import { statedDate } from './stated-date.ts';
import { isHeadlineLike } from './wire-headline.ts';
import { labelOf } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import { isEndMark, isFurniture } from './wire-marks.ts';
import { embargoOf, noticeKind } from './wire-notices.ts';
import { isContinued } from './wire-paragraphs.ts';

/** The longest name of an organisation on a line of its own. */
export const OUTLET_CHARACTERS_MAX = 80;

/** Whether the next line names who sent the story. */
export function isProvidedBy(line: string): boolean {
  return /^News provided by:?$/i.test(line);
}

/** A writer's mail address or handle, alone on the line under the byline. */
function isContact(line: string): boolean {
  return (
    line.length <= 80 && /^(?:e-?mail:?\s*)?(?:[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|@\w{2,30})$/i.test(line)
  );
}

/** How urgently a wire sent the story: AP's and Reuters' words, alone in capitals. */
const PRIORITY = /^(?:URGENT|BULLETIN|FLASH|(?:NEWS ?)?ALERT|PRIORITY|SNAP)$/;

/** What a line is that may stand anywhere in the head; undefined for every other line. */
export function asideOf(line: string): 'label' | 'embargo' | 'notice' | 'furniture' | undefined {
  if (isFurniture(line) || isEndMark(line) || isProvidedBy(line) || isContact(line)) return 'furniture';
  if (PRIORITY.test(line)) return 'furniture';
  if (embargoOf(line, 0) !== undefined) return 'embargo';
  if (noticeKind(line) !== undefined) return 'notice';
  return labelOf(line) === undefined ? undefined : 'label';
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

/** The lines up to the one that ends its sentence: what follows in the same block is no part of a notice. */
export function sentenceRun(run: readonly WireLine[]): readonly WireLine[] {
  const widest = Math.max(...run.map(({ text }) => text.length));
  let end = 1;
  while (end < run.length && isContinued(run[end - 1]!.text, run[end]!.text, widest)) end += 1;
  return run.slice(0, end);
}

/** The longest block that is looked at as one paragraph. */
const BLOCK_LINES_MAX = 200;

/** The lines from here to the next blank one. */
export function blockAt(lines: readonly WireLine[], at: number): readonly WireLine[] {
  let end = at + 1;
  while (end < lines.length && end < at + BLOCK_LINES_MAX && !lines[end]!.startsBlock) end += 1;
  return lines.slice(at, end);
}
