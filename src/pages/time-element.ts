/**
 * An instant as people read it: the day, in UTC, with the exact instant for machines.
 *
 * No zone but UTC and no words but these, so that a page is the same bytes on every machine; and no "3 hours
 * ago", which would be wrong in every cache.
 */
import { ourWords } from './page-language.ts';
import type { PageSite } from './page-model.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `<time datetime="2025-09-05T12:00:00Z">5 September 2025</time>`. */
export function timeElement(site: PageSite, instant: Date): string {
  const exact = `${instant.toISOString().slice(0, -5)}Z`;
  return `<time datetime="${exact}"${ourWords(site)}>${dayText(instant)}</time>`;
}

/** `5 September 2025`. */
export function dayText(instant: Date): string {
  return `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`;
}
