/**
 * Stated values that need a form: languages and places. Pure.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import type { Dateline } from './draft.ts';

/** The RFC 5646 tag in its canonical form, or undefined: `en_us` → `en-US`. */
export function languageTag(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim().replace(/\..*$/s, '').replaceAll('_', '-'))[0];
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** The place of a stated dateline: the city before the first comma, the region after it (T-34). */
export function statedDateline(place: PlainText | undefined): Dateline | undefined {
  if (place === undefined) return undefined;
  const [city = '', ...rest] = place.split(',');
  const region = plainLine(rest.join(','));
  return { raw: place, place, city: plainLine(city), region: region === '' ? undefined : region };
}
