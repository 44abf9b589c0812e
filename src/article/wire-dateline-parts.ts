/**
 * The parts of a dateline, each read where it may stand: place, agency, credit (T-30 … T-33).
 *
 * In: the head of a paragraph and an offset. Out: the part that begins there and where it ends, or undefined. Whether
 * the parts make a dateline is wire-dateline.ts' to say.
 */
import {
  BRACKETED_REGION,
  COMMA_AGENCY,
  CREDIT,
  CREDITED_AGENCY,
  MONTH_START,
  NO_PLACE,
  PAREN,
  PAREN_REGION,
  REGION,
  WIRE,
} from './wire-dateline-forms.ts';
import { agencyName } from './wire-gazetteer.ts';

export interface Place {
  readonly city: string;
  readonly region: string | undefined;
  readonly end: number;
}

export function readPlace(head: string, cityForm: RegExp): Place | undefined {
  const city = match(cityForm, head, 0)?.[0].replace(/(?<=\p{Lu}{3}|\p{Ll}{4})\.$/u, '');
  if (city === undefined || NO_PLACE.test(city)) return undefined;
  const regions: string[] = [];
  let end = city.length;
  for (const form of [PAREN_REGION, BRACKETED_REGION]) {
    const found = match(form, head, end);
    if (found === undefined || agencyName(found[1]!) !== undefined) continue;
    regions.push(found[1]!);
    end += found[0].length;
  }
  if (regions.length > 0) return { city, region: regions.join(', '), end };
  for (let found = match(REGION, head, end); found !== undefined; found = match(REGION, head, end)) {
    const behind = head.slice(end + 2, end + 2 + found[1]!.length + 3);
    if (regions.length === 2 || MONTH_START.test(behind) || MONTH_START.test(found[1]!)) break;
    if (/\b(?:Correspondent|Reporter|Writer|Editor)$/.test(found[1]!)) return undefined;
    regions.push(found[1]!);
    end += found[0].length;
  }
  return { city, region: regions.length === 0 ? undefined : regions.join(', '), end };
}

export interface Agency {
  /** As the copy has it. */
  readonly mark: string;
  /** The day beside it, as Newsfile has it. */
  readonly day?: string | undefined;
  /** To be credited; undefined when the mark is not in the table. */
  readonly name: string | undefined;
  readonly end: number;
}

export function readAgency(head: string, at: number): Agency | undefined {
  const found = match(PAREN, head, at) ?? match(WIRE, head, at);
  if (found !== undefined) {
    const [, mark = '', day] = DATED_MARK.exec(found[1]!) ?? [found[1]!, found[1]!];
    return { mark: mark.trim(), name: markedAgency(mark), day, end: at + found[0].length };
  }
  const comma = match(COMMA_AGENCY, head, at);
  const name = comma === undefined ? undefined : agencyName(comma[1]!);
  return name === undefined ? undefined : { mark: comma![1]!, name, end: at + comma![0].length };
}

/** `Newsfile Corp. - September 5, 2025`. */
const DATED_MARK = /^(\p{L}[\p{L} .]{2,20}?) - (\p{L}{3,9}\.? \d{1,2}, \d{4})$/u;

/** `TASS`, `TASS Correspondent Ivan Petrov`, `Корр. ТАСС Иван Причалов`. */
function markedAgency(mark: string): string | undefined {
  const [, russian] = /^Корр\. (\p{Lu}+)(?: \p{Lu}.*)?$/u.exec(mark) ?? [];
  return agencyName(russian ?? mark.replace(/ (?:correspondents?|reporters?|writers?|корр\.)(?: .*)?$/i, ''));
}

/** What is credited behind the separator: `The iNews Times | `, `TASS – `. */
export function readCredit(
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

/** A sticky pattern, asked at one place. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
