/**
 * Lines that are nothing but a date, above the text of wire copy (T-37).
 *
 * In: one line, or a line among others. Out: its date, and the source that pages print beside it.
 */
import { statedDate } from './stated-date.ts';
import { agencyName } from './wire-gazetteer.ts';
import type { WireLine } from './wire-lines.ts';

/** Who published it then, on the same line: `September 05, 2025 07:30 ET | Source: Pier Inc.`. */
const SOURCE_BEHIND = /\s*[|•·]?\s*(?:(?:Source|来源|來源)[:：]\s*)([^:：]{2,60})$/;

/** `ANI | Updated: Sep 05, 2025 14:30 IST`. */
const AGENCY_BEFORE = /^([\p{Lu}]{2,5}) \| (?:(?:Last )?[Uu]pdated|Published)(?: [Oo]n)?:? /u;

/** The date of a line that is nothing but one, and the source behind it. */
export function dateLine(whole: string): { readonly date: string; readonly source: string | undefined } {
  const [credit = '', agency = ''] = AGENCY_BEFORE.exec(whole.slice(0, 160)) ?? [];
  const line = whole.slice(credit.length);
  // those who print it so are in India
  if (credit !== '') return { date: line.replace(/ IST$/, ' +0530'), source: agencyName(agency) };
  const found = SOURCE_BEHIND.exec(line.slice(0, 160));
  return { date: found === null ? line : line.slice(0, found.index), source: found?.[1]?.trim() };
}

/** A line that is nothing but a date, with or without its year. */
export function isDateLine(whole: string): boolean {
  const { date: line } = dateLine(whole);
  if (line.length > 60) return false;
  const day = line.replace(/\s+[ECMP]T$/, '');
  return statedDate(day) !== undefined || statedDate(`${day}, 2024`) !== undefined;
}

/** How far the next day of a schedule is looked for. */
const DAYS_LINES_MAX = 60;

/** Whether a line is a day of a schedule, where others follow: no date of the story. */
export function isOneOfDays(lines: readonly WireLine[], at: number): boolean {
  const isDay = ({ text }: WireLine) => !/\d{4}/.test(text) && isDateLine(text);
  return isDay(lines[at]!) && lines.slice(at + 1, at + DAYS_LINES_MAX).some(isDay);
}
