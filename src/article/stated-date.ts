/**
 * The instant that a date in a file states.
 *
 * In: what people and programs write: ISO 8601, RFC 3339, RFC 822, `5 September 2025`, `10 a.m. EDT, Sept. 5, 2025`.
 * Out: an instant, or undefined when the text is not wholly a date, or names a day or an hour that does not exist.
 * A date without a zone is UTC, never the machine's zone (T-46). Forms that mean two days (`09/05/2025`) and
 * weekdays (T-35) are not read: a guess would break the promise on dates.
 */
import { withHalvesBehind } from './day-halves.ts';
import { offsetMinutes, PLACES } from './local-time.ts';
import { MONTH_NAME, monthNumber } from './month-names.ts';
import { DAY_DOTTED, DAY_SLASHED, dayOfNumbers, unixInstant } from './numeric-dates.ts';
import { WEEKDAY_IN_BRACKETS, WEEKDAY_NAME } from './weekday-names.ts';

/** A date as stated. */
export interface StatedDate {
  /** Whole seconds. */
  readonly instant: Date;
  readonly hasZone: boolean;
  /** False when only the day was stated; the instant is then its first in UTC. */
  readonly hasTime: boolean;
}

/** Minutes east of Greenwich of the zone names that mean one offset to everybody. */
// biome-ignore format: east, then west
const ZONES: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 60, west: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, мск: 180, jst: 540,
  mez: 60, mesz: 120, aest: 600, aedt: 660, nzst: 720, nzdt: 780, hkt: 480, sgt: 480, kst: 540,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
};

/** Arabic pages write both names of a month: `آب/أغسطس`. */
const MONTH = `(${MONTH_NAME})(?:\\.|/(?:${MONTH_NAME}))?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const ZONE_NAME =
  '(?:utc?|gmt|z|wes?t|bst|ces?t|mes?z|eest|eet|msk|мск|jst|kst|hkt|sgt|ae[sd]t|nz[sd]t|[ecmp][sd]?t|ukt)';

const DAY_ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const DAY_CJK = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/y;
const DAY_BASIC = /(\d{4})(\d{2})(\d{2})(?=t|$)/y;
const DAY_MONTH_YEAR = new RegExp(
  `${DAY}[\\s-]+(?:(?:of|de)\\s+)?${MONTH}[\\s,-]+(?:del?\\s+)?(\\d{4})(?!\\d)`,
  'y',
);
const DAY_MONTH_SHORT_YEAR = new RegExp(`${DAY}[\\s-]+${MONTH}[\\s-]+(\\d{2})(?=\\s+\\d{1,2}:)`, 'y');
const MONTH_DAY_YEAR = new RegExp(`${MONTH}\\s+${DAY}(?:,\\s*|\\s+)(\\d{4})(?![\\d:])`, 'y');
const YEAR_MONTH_DAY = new RegExp(`(\\d{4})\\.?[\\s-]+${MONTH}[\\s-]+${DAY}(?![\\d:])`, 'y');
/** Which group of each of these is the year, the month, the day. */
const DAYS_NAMED = [
  [DAY_MONTH_YEAR, 3, 2, 1],
  [MONTH_DAY_YEAR, 3, 1, 2],
  [YEAR_MONTH_DAY, 1, 2, 3],
] as const;
const MONTH_DAY_TIME_YEAR = new RegExp(
  `${MONTH}\\s+${DAY}\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+(${ZONE_NAME}\\s+)?(\\d{4})(?!\\d)`,
  'y',
);
const TIME_OF_CLOCK = /(\d{1,2})(?:h|時|时|시)\s?(?:(\d{2})(?:分|분)?)?(?![\d\p{L}])/uy;
/** Hexo's users write `9:5:7`; of two numbers alone the second is always whole. */
const TIME_SHORT = /(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/y;
const TIME = /t?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)(?:\s*([ap])(?:\.?\s?m)?\b\.?)?/y;
const TIME_TWELVE = /(\d{1,2})(?:[.](\d{2}))?\s*([ap])\.?\s?m\b\.?/y;
/** `18.00 uhr`, `00.01 gmt`: a stop parts hours and minutes where the next word says that they are a time. */
const TIME_DOTTED = new RegExp(`(\\d{1,2})[.](\\d{2})(?=\\s*(?:${ZONE_NAME}|hrs|hours|uhr)(?!\\p{L}))`, 'uy');
const NOON = /(?:12\s+)?noon\b/y;
const TIME_BARE = new RegExp(
  `t?(\\d{2})(\\d{2})(\\d{2})?(?=\\s*(?:${ZONE_NAME}|hrs|hours|[+-]\\d{2}|$))`,
  'y',
);
const OFFSET = /(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/y;
const ZONE = new RegExp(`\\(?(${ZONE_NAME})\\)?(?![\\p{L}\\d])`, 'uy');
const FILLER = new RegExp(
  `(?:\\s[–—|•/-](?=\\s)|[\\s,;،]+|(?<=\\d)\\.(?=\\s)|(?:at|on|hrs|hours|uhr|um|uur|om|à|às|a las?|alle|ore|kl\\.?|klo|o?\\s?godz\\.?|saat|den|el|le|г\\.?|года|в|о|الساعة)(?![\\p{L}])|(?:${WEEKDAY_NAME})\\.?(?![\\p{L}])|${WEEKDAY_IN_BRACKETS})+`,
  'uy',
);

/** The longest text that can still be a date. */
const DATE_CHARACTERS_MAX = 80;

/** What has been read so far; each part at most once. */
interface Parts {
  day?: readonly [year: number, month: number, day: number];
  time?: readonly [hour: number, minute: number, second: number];
  /** Minutes east of Greenwich, or a place whose clocks were meant. */
  zone?: number | string;
}

/** The instant a text states, when all of it is one date that exists. */
export function statedDate(text: string): StatedDate | undefined {
  if (text.length > DATE_CHARACTERS_MAX) return undefined;
  const trimmed = text.trim().replace(ZONE_UNFILLED, '');
  const unix = unixInstant(trimmed);
  if (unix !== undefined) return { instant: unix, hasZone: true, hasTime: true };
  const bare = trimmed.toLowerCase().replace(ZONE_OF_PLACE, '$1').replace(LONG_ZONE, shortZone);
  const parts = readParts(withHalvesBehind(bare));
  if (parts?.day === undefined || !isDay(parts.day)) return undefined;
  if (parts.time !== undefined && !isTime(parts.time)) return undefined;
  const [year, month, day] = parts.day;
  const [hour, minute, second] = parts.time ?? [0, 0, 0];
  const shown = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const offset = typeof parts.zone === 'string' ? offsetMinutes(parts.zone, shown) : (parts.zone ?? 0);
  if (offset === undefined) return undefined;
  return {
    instant: new Date(shown - offset * 60_000),
    hasZone: parts.zone !== undefined,
    hasTime: parts.time !== undefined,
  };
}

/** What themes of Jekyll have authors write a zone over. */
const ZONE_UNFILLED = /(?<=\d)\s+\+\/-T{4}$/;

/** RFC 9557 names the place behind the offset, which alone decides; JavaScript the zone, in full. */
const ZONE_OF_PLACE = /(z|[+-]\d{2}:?\d{2})(?:\[[\w/+-]{1,40}\]|\s\([^()]{3,40}\))$/;

/** `Eastern Daylight Time`, as press releases spell it; `UK time`. */
const LONG_ZONE =
  /\b(?:(?:u\.s\. |us )?(eastern|central|mountain|pacific)(?: (standard|daylight))?(?: time)?|uk time)\b/;

function shortZone(_: string, place = 'uk', season = ''): string {
  return place === 'uk' ? 'ukt' : `${place[0]}${season.charAt(0)}t`;
}

function readParts(text: string): Parts | undefined {
  const parts: Parts = {};
  let at = 0;
  while (at < text.length) {
    const length = match(FILLER, text, at)?.[0].length ?? readPart(text, at, parts);
    if (length === undefined) return undefined;
    at += length;
  }
  return parts;
}

/** Reads the part that begins at `at`; answers its length, or undefined when nothing new begins there. */
function readPart(text: string, at: number, parts: Parts): number | undefined {
  return (
    (parts.day === undefined ? readDay(text, at, parts) : undefined) ??
    (parts.time === undefined ? readTime(text, at, parts) : undefined) ??
    readZone(text, at, parts)
  );
}

function readDay(text: string, at: number, parts: Parts): number | undefined {
  let found = match(DAY_ISO, text, at);
  if (found !== undefined) {
    parts.day = [Number(found[1]), Number(found[3]), Number(found[4])];
    return found[0].length;
  }
  found = match(DAY_BASIC, text, at) ?? match(DAY_CJK, text, at);
  if (found !== undefined) {
    parts.day = [Number(found[1]), Number(found[2]), Number(found[3])];
    return found[0].length;
  }
  found = match(DAY_DOTTED, text, at) ?? match(DAY_SLASHED, text, at);
  if (found !== undefined) {
    parts.day = dayOfNumbers(found);
    return parts.day === undefined ? undefined : found[0].length;
  }
  for (const [pattern, year, month, day] of DAYS_NAMED) {
    found = match(pattern, text, at);
    if (found === undefined) continue;
    parts.day = [Number(found[year]), monthNumber(found[month]!), Number(found[day])];
    return found[0].length;
  }
  return readOldDay(text, at, parts);
}

/** RFC 822's two-digit year (read as RFC 5322 §4.3 says) and what `date` and C's `ctime` print. */
function readOldDay(text: string, at: number, parts: Parts): number | undefined {
  let found = match(DAY_MONTH_SHORT_YEAR, text, at);
  if (found !== undefined) {
    const year = Number(found[3]);
    parts.day = [year + (year < 50 ? 2000 : 1900), monthNumber(found[2]!), Number(found[1])];
    return found[0].length;
  }
  found = match(MONTH_DAY_TIME_YEAR, text, at);
  if (found === undefined) return undefined;
  parts.day = [Number(found[7]), monthNumber(found[1]!), Number(found[2])];
  parts.time = [Number(found[3]), Number(found[4]), Number(found[5])];
  if (found[6] !== undefined) parts.zone = zoneOf(found[6].trim());
  return found[0].length;
}

function readTime(text: string, at: number, parts: Parts): number | undefined {
  let found = match(TIME, text, at);
  if (found !== undefined) {
    parts.time = [hourOf(found[1]!, found[4]), Number(found[2]), Number(found[3] ?? 0)];
    return found[0].length;
  }
  found = match(TIME_TWELVE, text, at);
  if (found !== undefined) {
    parts.time = [hourOf(found[1]!, found[3]), Number(found[2] ?? 0), 0];
    return found[0].length;
  }
  if (match(NOON, text, at) !== undefined) {
    parts.time = [12, 0, 0];
    return match(NOON, text, at)![0].length;
  }
  found =
    match(TIME_SHORT, text, at) ??
    match(TIME_DOTTED, text, at) ??
    match(TIME_OF_CLOCK, text, at) ??
    match(TIME_BARE, text, at);
  if (found === undefined) return undefined;
  parts.time = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  return found[0].length;
}

function readZone(text: string, at: number, parts: Parts): number | undefined {
  const offset = match(OFFSET, text, at);
  if (offset !== undefined && parts.zone === undefined) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? 0)];
    if (hours > 14 || minutes > 59) return undefined;
    parts.zone = (offset[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
    return offset[0].length;
  }
  const zone = match(ZONE, text, at);
  if (zone === undefined) return undefined;
  if (parts.zone !== undefined && !zone[0].startsWith('(')) return undefined;
  parts.zone ??= zoneOf(zone[1]!);
  return zone[0].length;
}

function zoneOf(name: string): number | string {
  return ZONES[name] ?? PLACES[name]!;
}

/** Twelve-hour times outside 1 … 12 become an hour that does not exist. */
function hourOf(digits: string, half: string | undefined): number {
  const hour = Number(digits);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function isDay([year, month, day]: readonly [number, number, number]): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 60 is a leap second, which no instant can hold; it is read as the 59th. */
function isTime([hour, minute, second]: readonly [number, number, number]): boolean {
  return hour < 24 && minute < 60 && second <= 60;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
