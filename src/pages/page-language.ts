/**
 * The language and direction of a page and of its parts (C-36).
 *
 * The words of the pages themselves are English; where the text around them is not, they say so, that a screen reader
 * pronounces them and a right-to-left line does not tear them apart.
 */
import { escapeMarkup } from '../base/text.ts';
import type { PageSite } from './page-model.ts';

/** Languages written from right to left unless their tag names another script. */
const RIGHT_TO_LEFT_LANGUAGES = new Set(
  'ar arc arz bal ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi'.split(' '),
);

/** ISO 15924 scripts written from right to left. */
const RIGHT_TO_LEFT_SCRIPTS = new Set('adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '));

/** Which way a text of this language runs; a script in the tag overrules the language (`ur-Latn`). */
function textDirection(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft =
    script === undefined ? RIGHT_TO_LEFT_LANGUAGES.has(primary) : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** ` lang="…"`, and ` dir="rtl"` where needed, for the root element. */
export function rootLanguage(language: string): string {
  const direction = textDirection(language) === 'rtl' ? ' dir="rtl"' : '';
  return ` lang="${escapeMarkup(language)}"${direction}`;
}

/** The attributes of a part in `language` on a page of the site; empty where nothing differs. */
export function partLanguage(site: PageSite, language: string | undefined): string {
  if (language === undefined || language.toLowerCase() === site.language.toLowerCase()) return '';
  const direction = textDirection(language);
  const turned = direction === textDirection(site.language) ? '' : ` dir="${direction}"`;
  return ` lang="${escapeMarkup(language)}"${turned}`;
}

/** The site as it is within such a part: what stands in it differs from the part, not from the page. */
export function siteWithin(site: PageSite, language: string | undefined): PageSite {
  return { ...site, language: language ?? site.language };
}

/** The attributes of an element that holds our own English words. */
export function ourWords(site: PageSite): string {
  return /^en(-|$)/i.test(site.language) ? '' : partLanguage(site, 'en');
}
