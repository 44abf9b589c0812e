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
import { dateLine } from './wire-date-line.ts';
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
  const dateText = story.statedDate === undefined ? story.byline?.date : dateLine(story.statedDate.text).date;
  const closing = story.closingDate === undefined ? undefined : statedDate(story.closingDate)?.instant;
  const named = dateInName(path)?.instant;
  const stamped = stampDate(story.stamp)?.instant;
  const evidence: Evidence = {
    days: [dateText, story.dateline?.dateText, story.closingDate].flatMap((text) => dayOf(text) ?? []),
    instants: [stamped, named].flatMap((instant) => instant ?? []),
    isDayFirst: isDayFirst(story),
  };
  const read = (name: string, label: LabelledValue | undefined): Date | undefined => {
    if (label === undefined) return undefined;
    const date = statedDate(label.value) ?? decidedDate(label.value, evidence);
    if (date === undefined) faults.push(unreadable(name, label, path));
    return date?.instant;
  };
  const labelled = read('date', story.labels.date);
  const updated = read('updated', story.labels.updated);
  const expires = read('expires', story.labels.expires);
  const published =
    story.embargo?.until ??
    labelled ??
    (dateText === undefined ? undefined : statedDate(dateText)?.instant) ??
    story.dateline?.date?.instant ??
    stamped ??
    closing ??
    named;
  const yearless = [story.labels.date?.value, dateText, story.dateline?.dateText];
  const datelineDay = published === undefined ? firstDay(yearless) : undefined;
  return { published, datelineDay, updated, expires, faults };
}

/** What else a story says of its day. */
interface Evidence {
  /** Months and days. */
  readonly days: readonly DatelineDay[];
  readonly instants: readonly Date[];
  /** Whether the story is in a language in which the day comes first. */
  readonly isDayFirst: boolean;
}

const DAY_AND_MONTH = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;

/** The date of two readings that the rest of the story decides: by its own day, else by its language. */
function decidedDate(text: string, { days, instants, isDayFirst }: Evidence): StatedDate | undefined {
  const [whole = '', first = '', second = '', year = ''] = DAY_AND_MONTH.exec(text.trim()) ?? [];
  const readings = [`${year}-${second}-${first}`, `${year}-${first}-${second}`].map((day) =>
    statedDate(`${day}${text.trim().slice(whole.length)}`),
  );
  const same = [...days, ...instants.map(dayOfInstant)];
  const agreed = readings.filter((reading) => {
    const day = reading === undefined ? undefined : dayOfInstant(reading.instant);
    return same.some((other) => other.month === day?.month && other.day === day.day);
  });
  if (agreed.length === 1) return agreed[0];
  return agreed.length === 0 && same.length === 0 && isDayFirst ? readings[0] : undefined;
}

/** A language that is stated, or the month of the dateline in one. English writes both ways. */
function isDayFirst({ labels, dateline }: WireStory): boolean {
  const language = labels.language?.value.toLowerCase() ?? '';
  if (/^[a-z]{2,3}(?:-|$)/.test(language)) return !/^(?:en|und)(?:-us|-ca|-ph|$)/.test(language);
  return (
    dateline?.dateText !== undefined &&
    /\p{L}/u.test(dateline.dateText) &&
    !ENGLISH_MONTH.test(dateline.dateText)
  );
}

const ENGLISH_MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i;

function dayOfInstant(instant: Date): DatelineDay {
  return { month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
}

function firstDay(texts: readonly (string | undefined)[]): DatelineDay | undefined {
  for (const text of texts) {
    const day = dayOf(text);
    if (day !== undefined) return day;
  }
  return undefined;
}

function dayOf(text: string | undefined): DatelineDay | undefined {
  const date = text === undefined ? undefined : (statedDate(text)?.instant ?? inLeapYear(text));
  return date === undefined ? undefined : dayOfInstant(date);
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
