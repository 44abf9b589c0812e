/**
 * Stated values that need a form: languages, places and slugs. Pure.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import type { Dateline } from './draft.ts';
import { slugOf } from './slug.ts';

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

/** The stated slug, else the last segment of a relative address that is no template. */
export function statedSlug(slug: string | undefined, address: string): string | undefined {
  const stated = slug ?? (/^[a-z][a-z0-9+.-]*:|^\/\/|[{}]|\/:/i.test(address) ? '' : address);
  const segments = stated
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((segment) => segment !== '');
  const last = segments.at(-1)?.replace(/\.html?$/i, '') ?? '';
  const name = /^index$/i.test(last) ? segments.at(-2) : last;
  return name === undefined || name === '' ? undefined : slugOf(name);
}
