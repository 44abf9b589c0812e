/**
 * The dateline at the start of a story, and the credit in it (T-30 … T-36).
 *
 * In: one paragraph. Out: place, agency or credit, date, and the exact text of the lead-in; or undefined when the
 * paragraph only looks like one (`NATO – the alliance …`). The forms read are
 *
 *     CITY[, Region][, Date][ (AGENCY)][ /WIRE/] SEP [SOURCE |] Lede
 *     CITY[, ST] / AGENCY / Date / Lede
 *     City[, Date] (AGENCY)[SEP] Lede
 *     (AGENCY) SEP Lede
 *
 * Capitals alone prove nothing: T-32 asks for one more proof, and a paragraph without it is text.
 */
import { MONTH_NAME } from './month-names.ts';
import { statedDate } from './stated-date.ts';
import { unicameralDateline } from './wire-dateline-unicameral.ts';
import { agencyName, isKnownCity, isKnownOtherwise, isRegionCode } from './wire-gazetteer.ts';
import { datelineOf, type WireDateline } from './wire-place.ts';

/** The longest lead-in. */
const LEAD_IN_CHARACTERS_MAX = 200;

const CAPITAL_PART = "\\p{Lu}[\\p{Lu}\\p{M}'’.]*";
const CAPITAL_WORD = `(?:(?:Mc|Mac|De|La|Le|d['’])(?=\\p{Lu}{2}))?${CAPITAL_PART}(?:-(?:${CAPITAL_PART}|en|sur|sous|de|la|le|les|el|al|au))*`;
const SMALL_WORD = '(?:de|del|do|da|am|an der|of|the|la|el|al|ob der|im|bei|upon|sur|y)';
const CAPITAL_CITY = new RegExp(
  `${CAPITAL_WORD}(?:(?:[ /]| ${SMALL_WORD} )${CAPITAL_WORD}){0,4}(?![\\p{L}\\d])`,
  'uy',
);
const MIXED_WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const MIXED_CITY = new RegExp(
  `${MIXED_WORD}(?:(?:[ /]| ${SMALL_WORD} )${MIXED_WORD}){0,4}(?![\\p{L}\\d])`,
  'uy',
);

const MONTH = `(?:${MONTH_NAME})(?![\\p{L}\\p{M}])\\.?`;
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const DATE = new RegExp(
  `[,.]? ${WEEKDAY}(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}\\.? ${MONTH})(?:,? \\d{4})?(?![\\p{L}\\d])|,? \\d{4}-\\d{2}-\\d{2}(?!\\d)`,
  'iuy',
);
/** Press releases': `PORTLAND, Maine (Sept. 5, 2025) – `. */
const PAREN_DATE = new RegExp(
  `,? \\(${WEEKDAY}(?:${MONTH} \\d{1,2}|\\d{1,2}\\.? ${MONTH})(?:,? \\d{4})?\\)`,
  'iuy',
);
/** `05/09` and `05.09.2025` before an agency: the day is not told, since others put the month first. */
const NUMBERS_DATE = /,? \d{1,2}([./])\d{1,2}(?:\1\d{4})?(?=\s*\()/y;
const MONTH_START = new RegExp(
  `^(?:${MONTH} \\d|${MONTH}$|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
  'iu',
);

const REGION = new RegExp(
  `, (${MIXED_WORD}(?: (?:${MIXED_WORD}|of|and|the|de|del|da|do)){0,4})(?![\\p{L}\\d])`,
  'uy',
);
const BRACKETED_REGION = /\s?\[([^[\]]{2,40})\]/y;
const PAREN = /,?\s*(?:--)?\s*\(([^()]{2,40})\)/y;
const WIRE = /[.,]?\s*\/\s?([^/|]{2,40}?)\s?\//y;
const COMMA_AGENCY = /(?:[,.] ?| )([\p{L}-]{2,20})(?=\s*(?:[–—]|--| -))/uy;
const SEPARATOR = /\s*(?:[–—]|-{2,})\s*|\s+[-_]\s+|\s*\.-\s*/y;
const AGENCY_SEPARATOR = /\s*(?:[–—]|-{2,})\s*|\s*[-_:=]\s+|\s*\.-?\s+|\s+/y;
const CREDIT = /([^|]{2,60}?)\s*\|\s+/y;
const CREDITED_AGENCY = /([\p{L}][\p{L} .-]{0,28}[\p{L}.])(?:\s*(?:[–—]|--)\s+|(?<!\.)\.\s+)/uy;

/** Where a story is from, by the first words of a paragraph; undefined when they are plain text. */
export function readDateline(paragraph: string): WireDateline | undefined {
  const head = paragraph.slice(0, LEAD_IN_CHARACTERS_MAX + 100);
  return (
    bareAgency(head) ??
    datedAgency(head) ??
    slashed(head) ??
    placed(head, CAPITAL_CITY) ??
    placed(head, MIXED_CITY) ??
    unicameralDateline(head)
  );
}

/** `Sept. 5 (UPI) -- `: a day and an agency, but no place. */
function datedAgency(head: string): WireDateline | undefined {
  const date = match(DATE, ` ${head}`, 0);
  const marked = date === undefined ? undefined : readAgency(head, date[0].length - 1);
  const separator = marked?.name === undefined ? undefined : match(SEPARATOR, head, marked.end);
  if (date === undefined || marked === undefined || separator === undefined) return undefined;
  const leadIn = head.slice(0, marked.end + separator[0].length);
  return { dateline: undefined, source: marked.name, date: statedDate(date[0]), dateText: date[0], leadIn };
}

/** `(Reuters) - ` and `(ANSA) - ROMA, 05 SET - `. */
function bareAgency(head: string): WireDateline | undefined {
  const paren = match(/\(([^()]{2,40})\)\s*(?:[–—]|-{1,2})\s+/y, head, 0);
  const agency = paren === undefined ? undefined : agencyName(paren[1]!);
  if (paren === undefined || agency === undefined) return undefined;
  const inner = placed(head.slice(paren[0].length), CAPITAL_CITY);
  if (inner !== undefined) return { ...inner, source: agency, leadIn: paren[0] + inner.leadIn };
  return { dateline: undefined, source: agency, date: undefined, dateText: undefined, leadIn: paren[0] };
}

/** `TORONTO, ON / ACCESSWIRE / September 5, 2025 / ` (T-31). */
function slashed(head: string): WireDateline | undefined {
  const found = /^([^/|]{2,60}) \/ ([^/|]{2,30}) \/ (?:([^/|]{5,30}) \/ )?/u.exec(head);
  if (found === null) return undefined;
  const [leadIn, raw = '', wire = '', dateText] = found;
  const { city, region, end } = readPlace(raw, CAPITAL_CITY) ?? { city: '', region: undefined, end: -1 };
  const agency = agencyName(wire);
  const date = dateText === undefined ? undefined : statedDate(dateText);
  if (end !== raw.length || (agency === undefined && date === undefined)) return undefined;
  return { dateline: datelineOf(raw, city, region), source: agency ?? wire, date, dateText, leadIn };
}

/** The two forms that begin with a city. */
function placed(head: string, cityForm: RegExp): WireDateline | undefined {
  const place = readPlace(head, cityForm);
  if (place === undefined) return undefined;
  const { city, region } = place;
  let at = place.end;
  const dateMatch = match(PAREN_DATE, head, at) ?? match(DATE, head, at);
  at += dateMatch?.[0].length ?? match(NUMBERS_DATE, head, at)?.[0].length ?? 0;
  const dateText = dateMatch?.[0].replace(/^[,.\s(]+|\)$/g, '');
  const marked = readAgency(head, at);
  at = marked?.end ?? at;
  const agency = marked?.name ?? (marked === undefined ? agencyName(region ?? '') : undefined);
  const separator = match(
    agency !== undefined && marked !== undefined ? AGENCY_SEPARATOR : SEPARATOR,
    head,
    at,
  );
  const isAlone = at === head.length;
  if (separator === undefined && !isAlone) return undefined;
  at += separator?.[0].length ?? 0;
  const credit = separator === undefined ? undefined : readCredit(head, at);
  at += credit?.length ?? 0;
  if (at > LEAD_IN_CHARACTERS_MAX) return undefined;

  const proof = { city, region, dateText, agency, credit: credit?.name, lede: head.slice(at) };
  const startsSmall = /^["'“‘«„]?\p{Ll}/u.test(proof.lede);
  if (separator !== undefined && !/\S/.test(separator[0]) && (startsSmall || agency === 'PA'))
    return undefined;
  const isCapital = cityForm === CAPITAL_CITY;
  const isMarked =
    agency !== undefined ? marked !== undefined : isUnknownAgency(marked, dateText, separator?.[0]);
  if (!(isCapital ? isProved(proof, isAlone) : isMarked)) return undefined;
  const isRegionAgency = agency !== undefined && marked === undefined;
  return {
    dateline: datelineOf(
      isRegionAgency ? city : head.slice(0, place.end),
      city,
      isRegionAgency ? undefined : region,
    ),
    source: credit?.name ?? agency ?? marked?.mark,
    date: dateText === undefined ? undefined : statedDate(dateText),
    dateText,
    leadIn: head.slice(0, at),
  };
}

/** Capitals that no table knows are an agency's where a day stands before them and a dash behind. */
function isUnknownAgency(marked: Agency | undefined, dateText: string | undefined, separator = ''): boolean {
  if (marked === undefined || dateText === undefined) return false;
  return /[–—-]/.test(separator) && /^\p{Lu}{2,}$/u.test(marked.mark);
}

interface Place {
  readonly city: string;
  readonly region: string | undefined;
  readonly end: number;
}

function readPlace(head: string, cityForm: RegExp): Place | undefined {
  const city = match(cityForm, head, 0)?.[0].replace(/(?<=\p{Lu}{3})\.$/u, '');
  if (city === undefined || /^by\s/i.test(city)) return undefined;
  const bracketed = match(BRACKETED_REGION, head, city.length);
  if (bracketed !== undefined) return { city, region: bracketed[1]!, end: city.length + bracketed[0].length };
  const regions: string[] = [];
  let end = city.length;
  for (let found = match(REGION, head, end); found !== undefined; found = match(REGION, head, end)) {
    const behind = head.slice(end + 2, end + 2 + found[1]!.length + 3);
    if (regions.length === 2 || MONTH_START.test(behind) || MONTH_START.test(found[1]!)) break;
    regions.push(found[1]!);
    end += found[0].length;
  }
  return { city, region: regions.length === 0 ? undefined : regions.join(', '), end };
}

interface Agency {
  /** As the copy has it. */
  readonly mark: string;
  /** To be credited; undefined when the mark is not in the table. */
  readonly name: string | undefined;
  readonly end: number;
}

function readAgency(head: string, at: number): Agency | undefined {
  const found = match(PAREN, head, at) ?? match(WIRE, head, at);
  if (found !== undefined)
    return { mark: found[1]!.trim(), name: markedAgency(found[1]!), end: at + found[0].length };
  const comma = match(COMMA_AGENCY, head, at);
  const name = comma === undefined ? undefined : agencyName(comma[1]!);
  return name === undefined ? undefined : { mark: comma![1]!, name, end: at + comma![0].length };
}

/** `TASS`, `TASS Correspondent Ivan Petrov`. */
function markedAgency(mark: string): string | undefined {
  return agencyName(mark.replace(/ (?:correspondents?|reporters?|writers?|корр\.)(?: .*)?$/i, ''));
}

/** What is credited behind the separator: `The iNews Times | `, `TASS – `. */
function readCredit(
  head: string,
  at: number,
): { readonly name: string; readonly length: number } | undefined {
  const credit = match(CREDIT, head, at);
  const name = credit?.[1]?.trim();
  if (credit !== undefined && name !== undefined && name.split(' ').length <= 8 && !/[.!?]\s/.test(name)) {
    return { name: agencyName(name) ?? name, length: credit[0].length };
  }
  const agency = match(CREDITED_AGENCY, head, at);
  const known = agency === undefined ? undefined : agencyName(agency[1]!);
  return known === undefined ? undefined : { name: known, length: agency![0].length };
}

interface Proof {
  readonly city: string;
  readonly region: string | undefined;
  readonly dateText: string | undefined;
  readonly agency: string | undefined;
  readonly credit: string | undefined;
  readonly lede: string;
}

/** T-32: one more proof than capitals. Region and gazetteer count only where the lede reads like a lede. */
function isProved({ city, region: raw, dateText, agency, credit, lede }: Proof, isAlone: boolean): boolean {
  const region = raw !== undefined && isKnownOtherwise(raw) && !isRegionCode(raw) ? undefined : raw;
  if (isKnownOtherwise(city)) return agency !== undefined && (dateText ?? region) !== undefined;
  if (credit !== undefined || agency !== undefined) return true;
  if (isAlone) return isKnownCity(city) && (region ?? dateText) !== undefined;
  if (dateText !== undefined) return true;
  const isCapitalsOnly = /\p{Lu}/u.test(lede) && !/\p{Ll}/u.test(lede);
  const startsSmall = /^["'“‘«„]?\p{Ll}/u.test(lede);
  if (isCapitalsOnly || lede.trim() === '') return lede.trim() === '' && isKnownCity(city);
  if (isKnownCity(city)) return !startsSmall;
  return region !== undefined && !startsSmall;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
