/**
 * The place of a dateline as people write it (T-34): `VLADIVOSTOK, RUSSIA` becomes `Vladivostok, Russia`.
 *
 * Only words wholly in capitals change; codes, initials and abbreviations stay. No geocoding, and no locale: the
 * same letters give the same letters on every machine.
 */
import { plainLine } from '../base/text.ts';
import type { Dateline } from './draft.ts';
import type { StatedDate } from './stated-date.ts';
import { isRegionCode } from './wire-gazetteer.ts';

/** A dateline found. */
export interface WireDateline {
  /** Undefined where the agency alone is named: `(Reuters) - `. */
  readonly dateline: Dateline | undefined;
  /** The credit or the agency (T-33). */
  readonly source: string | undefined;
  /** The date with its year, where one is stated. */
  readonly date: StatedDate | undefined;
  /** The date as written, with or without a year (T-35). */
  readonly dateText: string | undefined;
  /** From the start of the paragraph to the lede, spaces included (T-36). */
  readonly leadIn: string;
}

/** Words inside a name that stay small; a first word never does. */
const SMALL: ReadonlySet<string> = new Set(
  'de del do dos da of au aux en sur sous am an der and the upon el al et la le les und'.split(' '),
);

/**
 * The dateline of a city and the region behind it.
 *
 * @param raw both, as they stand in the copy
 */
export function datelineOf(raw: string, city: string, region: string | undefined): Dateline {
  const cityName = plainLine(displayName(city, false));
  if (region === undefined) return { raw, place: cityName, city: cityName };
  const regionName = plainLine(displayName(region, true));
  return { raw, place: plainLine(`${cityName}, ${regionName}`), city: cityName, region: regionName };
}

function displayName(name: string, isRegion: boolean): string {
  let isFirst = true;
  // `Romanshorn TG`: among small letters two capitals are a code
  const hasSmall = /\p{Lu}\p{Ll}{2}/u.test(name);
  return name.replace(/[^\s/,-]+/gu, (word, at: number) => {
    const small = !isFirst && name[at - 1] !== ',' ? word.toLowerCase() : '';
    isFirst = /[/,]\s*$/.test(name.slice(at + word.length, at + word.length + 1));
    if (!isCapitals(word) || (isRegion && isRegionCode(word)) || isInitials(word)) return word;
    if (hasSmall && word.length === 2) return word;
    if (isRegion && isCode(name, at, word.length)) return word;
    return SMALL.has(small) ? small : titleCase(word);
  });
}

/** Two letters that are a whole region: `SP`. */
function isCode(name: string, at: number, length: number): boolean {
  return length === 2 && /(?:^|, )$/.test(name.slice(0, at)) && /^(?:,|$)/.test(name.slice(at + length));
}

/** Two capitals at least and no small letter, but for the `Mc` of `McALLEN`. */
function isCapitals(word: string): boolean {
  const letters = word.replace(/^(?:Mc|Mac)(?=\p{Lu}{2})/u, '');
  return /\p{Lu}.*\p{Lu}/u.test(letters) && !/\p{Ll}/u.test(letters);
}

/** `D.C.`, `U.S.`: single letters between stops. */
function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(word) && word.includes('.');
}

function titleCase(word: string): string {
  const glued = /^(?:Mc|Mac|\p{Lu}['’](?=\p{Lu}{2}))/u.exec(word)?.[0] ?? '';
  const [first = '', ...rest] = word.slice(glued.length);
  return glued + first + rest.join('').toLowerCase().replaceAll('i\u0307', 'i');
}
