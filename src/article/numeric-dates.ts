/**
 * Dates of numbers alone, beside ISO 8601's: `25.12.2025`, `25/12/2025`, `12/25/2025`, and seconds since 1970. Pure.
 */

/** `25.12.2025`: with stops, the day comes first wherever people write so. */
export const DAY_DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/y;

/** `25/12/2025` and `12/25/2025`: read only where one number can be no month. */
export const DAY_SLASHED = /(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/y;

/** The day that one of the two found, its year last; undefined where its first two numbers could change places. */
export function dayOfNumbers(
  found: RegExpExecArray,
): readonly [year: number, month: number, day: number] | undefined {
  if (found.length === 4) return [Number(found[3]), Number(found[2]), Number(found[1])];
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (first === second || (first > 12 && second <= 12)) return [year, second, first];
  return second > 12 && first <= 12 ? [year, first, second] : undefined;
}

/** The instant of seconds or milliseconds since 1970, from 2001 to 2033: Hugo reads them, and databases export them. */
export function unixInstant(text: string): Date | undefined {
  return /^1\d{9}(?:\d{3})?$/.test(text) ? new Date(Number(text.slice(0, 10)) * 1000) : undefined;
}
