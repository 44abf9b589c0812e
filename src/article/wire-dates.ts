/**
 * When a wire story says it was published (T-11, T-35, T-37).
 *
 * In: a story in parts and its path. Out: the stated instants, and a fault for each date that cannot be read: a
 * guess would put the story on a wrong day for good. Of a date without a year only month and day are told, since only
 * the ledger knows when the file was first seen (T-35).
 */
import type { DatelineDay } from './draft.ts';
import type { Fault } from './fault.ts';
import { type StatedDate, statedDate } from './stated-date.ts';
import { dateLine } from './wire-head-lines.ts';
import type { LabelledValue } from './wire-labels.ts';
import type { WireStory } from './wire-story.ts';

/** The dates of one story. */
export interface WireDates {
  readonly published: Date | undefined;
  /** The day of a label, date line or dateline without a year, where nothing states `published`. */
  readonly datelineDay: DatelineDay | undefined;
  readonly updated: Date | undefined;
  readonly expires: Date | undefined;
  readonly faults: readonly Fault[];
}

/** The dates that labels, dateline, envelope and file name state, in this order. */
export function wireDates(story: WireStory, path: string): WireDates {
  const faults: Fault[] = [];
  const read = (name: string, label: LabelledValue | undefined): Date | undefined => {
    if (label === undefined) return undefined;
    const date = statedDate(label.value);
    if (date === undefined) faults.push(unreadable(name, label, path));
    return date?.instant;
  };
  const labelled = read('date', story.labels.date);
  const updated = read('updated', story.labels.updated);
  const expires = read('expires', story.labels.expires);
  const dateText = story.statedDate === undefined ? story.byline?.date : dateLine(story.statedDate.text).date;
  const published =
    story.embargo?.until ??
    labelled ??
    (dateText === undefined ? undefined : statedDate(dateText)?.instant) ??
    story.dateline?.date?.instant ??
    stampDate(story.stamp)?.instant ??
    dateInName(path)?.instant;
  const yearless = [story.labels.date?.value, dateText, story.dateline?.dateText];
  const datelineDay = published === undefined ? firstDay(yearless) : undefined;
  return { published, datelineDay, updated, expires, faults };
}

function firstDay(texts: readonly (string | undefined)[]): DatelineDay | undefined {
  for (const text of texts) {
    const date = text === undefined ? undefined : inLeapYear(text);
    if (date !== undefined) return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  return undefined;
}

/** The date that a text without a year states in 2024, which has all days; its zone does not move the day. */
function inLeapYear(text: string): Date | undefined {
  const day = text
    .replace(/^[,\s]+/, '')
    .replace(/(?<=\d) de (?=\p{L})/u, ' ')
    .replace(/\b(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\.?,?\s+/i, '');
  if (/^\d{1,2}\.\d{1,2}\.$/.test(day)) return statedDate(`${day}2024`)?.instant;
  return (statedDate(`${day}, 2024`) ?? statedDate(`${day} 2024`) ?? statedDate(`2024年${day}`))?.instant;
}

/** No year is no error (T-35); a day that does not exist, or no date at all, is. */
function unreadable(name: string, { value, line }: LabelledValue, path: string): Fault {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)/.test(value.trim())) {
    const what = `${name} ${quoted(value)} gives its month as a number, which can mean two days, expected one like 2025-09-05 10:30 GMT`;
    return { path, line, severity: 'error', what };
  }
  return inLeapYear(value) !== undefined
    ? {
        path,
        line,
        severity: 'warning',
        what: `${name} ${quoted(value)} has no year, expected one like 5 September 2025`,
      }
    : {
        path,
        line,
        severity: 'error',
        what: `${name} ${quoted(value)} is not a date that exists, expected one like 2025-09-05 10:30 GMT`,
      };
}

function quoted(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

/** `051230 SEP 25`: day, hour and minute (UTC), month, year. */
function stampDate(stamp: string | undefined): StatedDate | undefined {
  const found = stamp === undefined ? null : /^(\d{2})(\d{2})(\d{2}) (\p{L}{3}) (\d{2})$/u.exec(stamp);
  return found === null
    ? undefined
    : statedDate(`${found[1]} ${found[4]} 20${found[5]} ${found[2]}:${found[3]} UTC`);
}

/** `2025-09-05` in a file's name (T-37); a name that holds no real date states none. */
export function dateInName(path: string): StatedDate | undefined {
  const found = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(path.split('/').at(-1)!);
  return found === null ? undefined : statedDate(found[0]);
}
