/**
 * The forms that datelines are made of (T-30, T-31): cities, regions, days, agencies, what parts them from the lede.
 *
 * Tables only. All are sticky: each is asked at one place of a paragraph.
 */
import { MONTH_NAME } from './month-names.ts';

const CAPITAL_PART = "\\p{Lu}[\\p{Lu}\\p{M}'’.]*";
const CAPITAL_WORD = `(?:(?:Mc|Mac|De|La|Le|d['’])(?=\\p{Lu}{2}))?${CAPITAL_PART}(?:-(?:${CAPITAL_PART}|en|sur|sous|de|la|le|les|el|al|au))*`;
const SMALL_WORD = '(?:de|del|do|da|am|an der|of|the|la|el|al|ob der|im|bei|upon|sur|y)';
export const CAPITAL_CITY = new RegExp(
  `${CAPITAL_WORD}(?:(?:[ /]| ${SMALL_WORD} )${CAPITAL_WORD}){0,4}(?![\\p{L}\\d])`,
  'uy',
);
const MIXED_WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?<!-)";
export const MIXED_CITY = new RegExp(
  `${MIXED_WORD}(?:(?:[ /]| ${SMALL_WORD} )${MIXED_WORD}){0,4}(?![\\p{L}\\d])`,
  'uy',
);

const MONTH = `(?:${MONTH_NAME})(?![\\p{L}\\p{M}])\\.?`;
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
export const DATE = new RegExp(
  `[,.]? (?:le |den |am )?${WEEKDAY}(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|\\.)?(?: de| of)? ${MONTH})(?:,? (?:del? )?\\d{4}(?:\\.(?=\\s*\\())?)?(?![\\p{L}\\d])|,? \\d{4}-\\d{2}-\\d{2}(?!\\d)|,? \\d{4}\\. ${MONTH} \\d{1,2}\\.(?:, \\p{Ll}{4,10})?`,
  'iuy',
);
/** Press releases': `PORTLAND, Maine (Sept. 5, 2025) – `. */
export const PAREN_DATE = new RegExp(
  `,? \\(${WEEKDAY}(?:${MONTH} \\d{1,2}|\\d{1,2}\\.? ${MONTH})(?:,? \\d{4})?\\)`,
  'iuy',
);
/** `05/09` and `05.09.2025` before an agency: the day is not told, since others put the month first. */
export const NUMBERS_DATE =
  /,? \d{1,2}([./])\d{1,2}(?:\1(?:\d{4})?)?(?=\s*\()|,? \d{1,2}(\.)\d{1,2}\.\d{4}(?=\s+[–—-]\s)/y;
/** A day before the place: `5 сентября, `, `05.09.2025, `, `5.9.`. */
export const DAY_BEFORE = new RegExp(
  `(\\d{1,2}\\.? ${MONTH}(?: \\d{4})?|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}\\.\\d{1,2}\\.)(?:,? |(?<=\\.))(?=\\p{Lu})`,
  'iuy',
);
/** Anadolu's writer, behind the agency: `İSTANBUL (AA) - AYŞE LİMAN - `. */
export const NAME_BEHIND = /\p{Lu}{2,}(?: \p{Lu}{2,}){1,2} [–-] (?=\p{Lu}\p{Ll})/uy;
export const MONTH_START = new RegExp(
  `^(?:${MONTH} \\d|${MONTH}$|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
  'iu',
);

export const REGION = new RegExp(
  `,(?= (?!and )|(?= and \\p{Lu}{2})) ((?:and )?${MIXED_WORD}(?:[ /](?:${MIXED_WORD}|of|and|the|de|del|da|do)){0,4})(?![\\p{L}\\d])`,
  'uy',
);
export const BRACKETED_REGION = /\s?\[([^[\]]{2,40})\]/y;
/** `Palma (España), 5 sep (EFE).-`, `Kochi (Kerala) [India], September 5 (ANI): `. */
export const PAREN_REGION = /\s\((\p{Lu}[\p{L}\p{M} .-]{2,30})\)(?=,? \[|, )/uy;
export const PAREN = /,?\s*(?:--)?\s*\(([^()]{2,40})\)/y;
export const WIRE = /[.,]?\s*\/\s?([^/|]{2,40}?)\s?\//y;
export const COMMA_AGENCY =
  /(?:[,.] ?| )((?:INTERFAX\.RU|[\p{L}-]{2,20}))(?=\s*(?:[–—]|--| -)|\.\s+\p{Lu}|$)/uy;
/** An agency before the lede, without a place. */
export const LEADING_AGENCY =
  /^(NNA|AFP|UPI|ANSA|TASS|PTI|IANS|KUNA|WAM|IRNA|QNA|BNA|MENA|UNN) [-–—] (?=["'“‘«„]?\p{Lu}[^–—]{40})/u;
export const SEPARATOR = /\s*(?:[–—]|-{2,})\s*|\s+[-_](?:\s+|$)|\s*\.-\s*/y;
export const AGENCY_SEPARATOR = /\s*(?:[–—]|-{2,})\s*|\s*[-_:=](?:\s+|$)|:(?=\p{Lu})|\s*\.-?\s+|\s+/uy;
export const CREDIT = /([^|]{2,60}?)\s*\|\s+/y;
export const CREDITED_AGENCY =
  /([\p{L}][\p{L} .-]{0,28}[\p{L}.])(?:,\s\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+)?(?:\s*(?:[–—]|--)\s+|(?<!\.)\.\s+)/uy;

/** Words that stand before a date as a city does. */
export const NO_CITY =
  /^(?:(?:Last )?(?:Updated|Published|Posted|Release)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/;

/** A byline before its agency: `Af Anne Havn /ritzau/`, `Ayşe LİMAN/İZMİR, (DHA)`. */
export const NO_PLACE = /^(?:[Bb][Yy]|A[fv]|Von|Door)\s|\p{Ll} \p{Lu}{3,}\//u;
