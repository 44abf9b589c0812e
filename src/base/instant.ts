/**
 * Instants as the formats spell them.
 *
 * Always UTC, always English, never the machine's zone or locale (F-12). Pure.
 */
import { addSeconds } from 'date-fns/addSeconds';
import { wholeSecond } from './clock.ts';

/** RFC 822 with a four-digit year, as RSS and HTTP write it: `Fri, 05 Sep 2025 12:00:00 GMT`. */
export function rssDate(instant: Date): string {
  return instant.toUTCString();
}

/**
 * RFC 3339, as Atom, JSON Feed and W3CDTF write it: `2025-09-05T12:00:00Z`.
 *
 * @param tie microseconds to add: how two articles that were changed in one second are told apart
 */
export function isoDate(instant: Date, tie = 0): string {
  const micros = (instant.getTime() % 1000) * 1000 + tie;
  const second = addSeconds(wholeSecond(instant), Math.floor(micros / 1_000_000));
  const fraction = micros % 1_000_000;
  const digits = fraction === 0 ? '' : `.${String(fraction).padStart(6, '0')}`;
  return `${second.toISOString().slice(0, 19)}${digits}Z`;
}
