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
import { statedDate } from './stated-date.ts';
import {
  AGENCY_SEPARATOR,
  CAPITAL_CITY,
  DATE,
  DAY_BEFORE,
  LEADING_AGENCY,
  MIXED_CITY,
  NAME_BEHIND,
  NO_CITY,
  NUMBERS_DATE,
  PAREN_DATE,
  SEPARATOR,
} from './wire-dateline-forms.ts';
import { type Agency, match, readAgency, readCredit, readPlace } from './wire-dateline-parts.ts';
import { unicameralDateline } from './wire-dateline-unicameral.ts';
import { agencyName, isKnownCity, isKnownOtherwise, isRegionCode } from './wire-gazetteer.ts';
import { datelineOf, type WireDateline } from './wire-place.ts';

/** The longest lead-in. */
const LEAD_IN_CHARACTERS_MAX = 200;

/**
 * Where a story is from, by the first words of a paragraph; undefined when they are plain text.
 *
 * @param isCredited whether another line names the agency, which is the proof that T-32 asks for
 */
export function readDateline(paragraph: string, isCredited = false): WireDateline | undefined {
  const head = paragraph.slice(0, LEAD_IN_CHARACTERS_MAX + 100);
  return (
    bareAgency(head) ??
    datedAgency(head) ??
    dayFirst(head) ??
    leadingAgency(head) ??
    slashed(head) ??
    placed(head, CAPITAL_CITY, isCredited) ??
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

/** `5 сентября, Минск /Корр. БЕЛТА/. `, `05.09.2025, Gdańsk (PAP) - `: the day, then a place and an agency. */
function dayFirst(head: string): WireDateline | undefined {
  const day = match(DAY_BEFORE, head, 0);
  if (day === undefined) return undefined;
  const rest = head.slice(day[0].length);
  const inner = placed(rest, CAPITAL_CITY) ?? placed(rest, MIXED_CITY);
  if (inner?.source === undefined || inner.dateText !== undefined) return undefined;
  return { ...inner, date: statedDate(day[1]!), dateText: day[1]!, leadIn: day[0] + inner.leadIn };
}

/** `NNA - `: the capitals of an agency that are no word besides. */
function leadingAgency(head: string): WireDateline | undefined {
  const found = LEADING_AGENCY.exec(head);
  const source = found === null ? undefined : agencyName(found[1]!);
  if (found === null || source === undefined) return undefined;
  return { dateline: undefined, source, date: undefined, dateText: undefined, leadIn: found[0] };
}

/** `(Reuters) - ` and `(ANSA) - ROMA, 05 SET - `. */
function bareAgency(head: string): WireDateline | undefined {
  const paren = match(/\(([^()]{2,40})\)(?:\s*(?:[–—]|-{1,2})\s+|\s+(?=["“«„]?\p{Lu}))/uy, head, 0);
  const agency = paren === undefined ? undefined : agencyName(paren[1]!);
  if (paren === undefined || agency === undefined) return undefined;
  const rest = head.slice(paren[0].length);
  const inner = placed(rest, CAPITAL_CITY) ?? placed(rest, MIXED_CITY, true);
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
function placed(head: string, cityForm: RegExp, isCredited = false): WireDateline | undefined {
  const place = readPlace(head, cityForm);
  if (place === undefined) return undefined;
  const { city, region } = place;
  let at = place.end;
  let dateMatch = match(PAREN_DATE, head, at) ?? match(DATE, head, at);
  const numbers = dateMatch === undefined ? match(NUMBERS_DATE, head, at) : undefined;
  at += dateMatch?.[0].length ?? numbers?.[0].length ?? 0;
  const marked = readAgency(head, at);
  at = marked?.end ?? at;
  if (dateMatch === undefined && numbers === undefined && marked?.name !== undefined) {
    dateMatch = match(DATE, head, at);
    at += dateMatch?.[0].length ?? 0;
  }
  // with stops between its numbers a day comes first wherever people write so
  const day =
    dateMatch?.[0] ?? marked?.day ?? (numbers?.slice(1).includes('.') === true ? numbers[0] : undefined);
  const dateText = day?.replace(/^[,.\s(]+|\)$|(?<=\d{4})\.$|(?<=\d\.), \p{Ll}+$/gu, '');
  const agency = marked?.name ?? (marked === undefined ? agencyName(region ?? '') : undefined);
  const separator = match(
    agency !== undefined && marked !== undefined ? AGENCY_SEPARATOR : SEPARATOR,
    head,
    at,
  );
  const isAlone = at === head.length;
  // `Scranton, PA` is a place, and `Cy Pier, AP` a signature: without a dash only a day makes more of them
  const isBareMark = marked !== undefined && !/[)/]$/.test(head.slice(0, marked.end).trimEnd());
  if (isBareMark && dateText === undefined && !/[–—-]/.test(separator?.[0] ?? '')) return undefined;
  if (separator === undefined && !isAlone) return undefined;
  at += separator?.[0].length ?? 0;
  const credit = separator === undefined ? undefined : readCredit(head, at);
  at += credit?.length ?? 0;
  at += agency === undefined ? 0 : (match(NAME_BEHIND, head, at)?.[0].length ?? 0);
  if (at > LEAD_IN_CHARACTERS_MAX) return undefined;

  const proof = { city, region, dateText, isCredited, agency, credit: credit?.name, lede: head.slice(at) };
  const startsSmall = /^["'“‘«„]?\p{Ll}/u.test(proof.lede);
  if (separator !== undefined && !/\S/.test(separator[0]) && (startsSmall || agency === 'PA'))
    return undefined;
  const isSentence = !startsSmall && (proof.lede.length > 100 || /[.!?]/.test(proof.lede));
  const isDated =
    dateText !== undefined &&
    (isCredited ||
      ((/\d{4}/.test(dateText) || isKnownCity(city)) &&
        /[–—-]/.test(separator?.[0] ?? '') &&
        isSentence &&
        !NO_CITY.test(city)));
  const isMarked =
    isDated ||
    (agency !== undefined
      ? marked !== undefined || isRegionMark(region, separator?.[0], proof.lede)
      : isUnknownAgency(marked, dateText, separator?.[0]));
  if (!(cityForm === CAPITAL_CITY ? isProved(proof, isAlone) : isMarked)) return undefined;
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

/** `Tehran, IRNA – `: an agency's capitals in the place of a region. */
function isRegionMark(region = '', separator = '', lede: string): boolean {
  return /^\p{Lu}{3,}$/u.test(region) && /[–—-]/.test(separator) && /^["'“‘«„]?\p{Lu}/u.test(lede);
}

/** Capitals that no table knows are an agency's where a day stands before them and a dash behind. */
function isUnknownAgency(marked: Agency | undefined, dateText: string | undefined, separator = ''): boolean {
  if (marked === undefined || dateText === undefined) return false;
  return /[–—-]/.test(separator) && /^\p{Lu}{2,}$/u.test(marked.mark);
}

interface Proof {
  readonly city: string;
  readonly region: string | undefined;
  readonly dateText: string | undefined;
  readonly agency: string | undefined;
  readonly credit: string | undefined;
  readonly lede: string;
  readonly isCredited: boolean;
}

/** T-32: one more proof than capitals. Region and gazetteer count only where the lede reads like a lede. */
function isProved(
  { city, region: raw, dateText, agency, credit, lede, isCredited }: Proof,
  isAlone: boolean,
): boolean {
  const region = raw !== undefined && isKnownOtherwise(raw) && !isRegionCode(raw) ? undefined : raw;
  if (isKnownOtherwise(city)) return agency !== undefined && (dateText ?? region) !== undefined;
  if (credit !== undefined || agency !== undefined) return true;
  if (isAlone) return isKnownCity(city) && (region ?? dateText) !== undefined;
  if (dateText !== undefined) return true;
  const isCapitalsOnly = /\p{Lu}/u.test(lede) && !/\p{Ll}/u.test(lede);
  const startsSmall = /^["'“‘«„]?\p{Ll}/u.test(lede);
  if (isCapitalsOnly || lede.trim() === '') return lede.trim() === '' && isKnownCity(city);
  if (isKnownCity(city) || isCredited) return !startsSmall;
  return region !== undefined && !startsSmall;
}
