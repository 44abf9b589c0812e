/**
 * Whom a line credits: writers, the organisation behind them, those who helped (T-12, T-13, T-33).
 *
 * In: a line that is a byline, or stands where the name of an organisation may. Out: names and outlet. Whether a
 * line is a byline at all is wire-byline.ts' to say.
 */
import {
  CONTACT,
  CREDENTIAL,
  IN_PLACE,
  LEADING_ROLE,
  NAME_WORD,
  OPENING,
  OUTLET,
  PARTICLE,
  ROLE,
  STAFF,
} from './wire-byline-forms.ts';
import { agencyName } from './wire-gazetteer.ts';

/** A byline taken apart. */
export interface WireByline {
  readonly names: readonly string[];
  /** The organisation behind the names, as credited. */
  readonly outlet: string | undefined;
  /** The day behind the names, as pages print it. */
  readonly date?: string;
}

/** Names and outlet of a byline, with or without its `By` (also the value of a `Byline:` label). */
export function creditsOf(text: string): WireByline {
  const names: string[] = [];
  const credits = text.replace(OPENING, '').trim();
  const role = LEADING_ROLE.exec(credits);
  let outlet = role === null ? undefined : outletOfRole(role[1]!.trim());
  for (const piece of pieces(credits.slice(role?.[0].length ?? 0)).map((found) =>
    found.replace(IN_PLACE, '').replace(CONTACT, ''),
  )) {
    const agency = agencyName(piece.replace(/\s+(?:staff )?writers?$/i, ''));
    if (CREDENTIAL.test(piece) && names.length > 0) names.push(`${names.pop()}, ${piece}`);
    else if (agency !== undefined) outlet ??= agency;
    else if (names.length > 0 && (ROLE.test(piece) || isAgencyDesk(piece))) outlet ??= outletOfRole(piece);
    else if (OUTLET.test(piece) && (names.length > 0 || /^[Tt]he /.test(piece)))
      outlet ??= capitalized(piece.replace(/\s*\([A-Z]{2,4}\)$/, ''));
    else names.push(piece);
  }
  return { names: names.map(shown), outlet };
}

export function pieces(rest: string): readonly string[] {
  return rest
    .split(
      /\s*[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|with)\s+additional reporting by\s+|\s+for\s+(?=[Tt]he\s)|\s+(?:and|AND|&|with)\s+|\s+(?:und|et|y|e|og|och|en)\s+(?=\p{Lu}\S*\s+\p{Lu})|\s*[|/]\s*|\s+[–—-]\s+|\.\s+(?=Corresponsal|Enviad|Korrespondent)/u,
    )
    .filter((piece) => piece !== '');
}

/** `PA Scotland`; but `Ana Silva` is a person, though ANA is an agency. */
function isAgencyDesk(piece: string): boolean {
  return /^\p{Lu}{2,} \p{Lu}\p{Ll}/u.test(piece) && outletOfRole(piece) !== undefined;
}

function capitalized(outlet: string): string {
  return outlet.replace(/^the /, 'The ');
}

/** The outlet in a role: `AP Sports Writer`. */
function outletOfRole(role: string): string | undefined {
  const words = role.replace(/^(?:Repórter|Correspondente|Enviad[oa]) d[aeo] /u, '').split(/\s+/);
  return agencyName(words[0]!) ?? agencyName(words.slice(0, 2).join(' '));
}

/** A name in capitals is shown as names are written; the byline itself stays as it is. */
function shown(name: string): string {
  if (/\p{Ll}/u.test(name.replace(/(?<!\p{L})(?:Mc|Mac)(?=\p{Lu}{2})/gu, '')) || !/\p{Lu}{2}/u.test(name))
    return name;
  return name.replace(
    /\p{Lu}[\p{Lu}\p{M}]+/gu,
    (word) => word[0] + word.slice(1).toLowerCase().replaceAll('i\u0307', 'i'),
  );
}

/** The name of the organisation that a line under a byline is, or undefined. */
export function outletOf(line: string): string | undefined {
  if (line.length > 60 || /[.!?:,]$/.test(line)) return undefined;
  if (/^\([^()]+\)$/.test(line)) return agencyName(line.slice(1, -1));
  const name = capitalized(
    line
      .replace(/, \p{Lu}[\p{L} ]+$/u, '')
      .replace(/^(?:Special|SPECIAL) (?:to|TO) (?=\S)/, '')
      .replace(STAFF, ''),
  );
  const agency = agencyName(name);
  if (agency !== undefined) return agency;
  return OUTLET.test(name) && name.split(/\s+/).every((word) => NAME_WORD.test(word) || PARTICLE.test(word))
    ? name
    : undefined;
}

/** Whether a line names an agency and nothing else: `THE CANADIAN PRESS` stands where a byline may. */
export function isAgencyLine(line: string): boolean {
  const name = line.replace(/^\(([^()]+)\)$/, '$1').replace(STAFF, '');
  return (
    line.length <= 60 && agencyName(name) !== undefined && (name.includes(' ') || /^\p{Lu}{2}/u.test(name))
  );
}

/** Whether a line is a writer's role and nothing else: `STAFF WRITER`. */
export function isRoleLine(line: string): boolean {
  return /^(?:\p{Lu}[\p{L}.&’'-]* ){0,4}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Cc]olumnist|Staff|WRITER|REPORTER|CORRESPONDENT|COLUMNIST|STAFF)$/u.test(
    line,
  );
}

/** Whether a line may be a newspaper's name: `The Pier Bee`. */
export function isPaperLine(line: string): boolean {
  return /^The(?: \p{Lu}[\p{L}\p{M}.'’&-]+){1,4}$/u.test(line);
}

const CONTRIBUTORS =
  /^[([]?(?:Additional reporting|Reporting|Writing|Editing|Compiled)(?: and (?:writing|editing))? by .*[)\]]?$/i;

const CONTRIBUTORS_CHARACTERS_MAX = 400;

/** Whether a paragraph credits those who helped (T-13). */
export function isContributorLine(paragraph: string): boolean {
  if (paragraph.length > CONTRIBUTORS_CHARACTERS_MAX) return false;
  return (
    CONTRIBUTORS.test(paragraph) || /\bcontributed to this (?:report|story|article)\.?[)\]]?$/.test(paragraph)
  );
}
