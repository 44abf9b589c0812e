/**
 * Who wrote a story: the byline above it and the contributor line below it (T-12, T-13).
 *
 * In: one line that stands where a byline may stand; position is the caller's to judge (`By Kyiv, the war was won`
 * inside running text is text). Out: names, and the outlet named with them.
 */
import { statedDate } from './stated-date.ts';
import { namesInLeadIn, unicameralNames } from './wire-byline-unicameral.ts';
import { agencyName } from './wire-gazetteer.ts';

/** A byline taken apart. */
export interface WireByline {
  readonly names: readonly string[];
  /** The organisation behind the names, as credited. */
  readonly outlet: string | undefined;
  /** The day behind the names, as pages print it. */
  readonly date?: string;
}

const BYLINE_CHARACTERS_MAX = 160;
const BYLINE_WORDS_MAX = 8;

/** Of three whole names and more. */
const LISTED_WORDS_MAX = 20;

/** `by` is Xinhua's. */
const OPENING =
  /^(?:(?:(?:Story|Text|Words|Written|Reported|Analysis|Commentary|Opinion)(?: and (?:photos?|photographs|pictures|video))? by)|By|BY|by)\s+(?=\S)/;
/** Without `By` only the role proves it: `Ann Harbor | Staff Writer`. */
const BARRED = /^([^|]{3,60}) \| ([^|]{3,60})$/;

/** German, French, Spanish: only before two names at least, since `Por Fin` is no person. */
const FOREIGN_OPENING =
  /^(?:Von|VON|Par|PAR|Por|POR|Door|DOOR|Di|di|DI|Av|AV|Af|AF)\s+(?=\p{Lu}\S*\s+\p{Lu})/u;
const NAME_WORD = /^["'“‘(]?(?:\p{Lu}|\p{Lo}|[dDlL]['’]\p{Lu})/u;
const PARTICLE =
  /^(?:de|del|della|der|den|des|di|du|da|dos|das|do|van|von|vom|zu|zur|ter|ten|te|la|le|el|al|bin|ibn|bint|y|e|of|the|for|und|et)$/;
const ROLE =
  /\b(?:corresponsal|enviad[oa]|repórter|korrespondent(?:in)?|envoyée?|staff|writer|reporter|correspondent|editor|journalist|columnist|bureau|chief|analyst|contributor|photographer|special to)\b/i;
const OUTLET =
  /\b(?:press|news|times|post|herald|tribune|gazette|journal|agency|newswire|wire|daily|chronicle|observer|guardian|telegraph|media|radio|broadcasting|service|magazine|network|independent|courier|bulletin|globe|mirror|standard)\b/i;

const CREDENTIAL = /^(?:(?:Jr|Sr)\.?|II|III|IV|Ph\.?D\.?|M\.?D\.?|J\.?D\.?|Esq\.?|[OMC]BE)$/;
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/i;

/** Whose the pictures are is said behind the writer: `Words by Ann Harbor, photographs by Cy Pier`. */
const PICTURES_BY = /[,;] (?:photos?|photographs|photography|pictures|video) by \p{Lu}.{3,60}$/iu;

/** Where a Brazilian reporter sat: `Por Ana Cais – Repórter da Agência Brasil – São Paulo`. */
const ROLE_PLACE = /^(.* [–-] (?:Repórter|Correspondente|Enviad[oa])[^–-]*) [–-] \p{Lu}[\p{L} ]+$/u;

/** The writer's address or handle behind the name. */
const CONTACT =
  /(?:\s*[|,(<]?\s*(?:[^\s@|,(<]+@[^\s@]+\.[^\s@)>]+|@\w{2,30}|(?<=[|,(<]\s*)\+?\(?\d[\d\s().-]{5,18}\d)[)>]?){1,3}$/;

/** `Xinhua writers Li Ming`, `Staff Writer Ann Harbor`: the role before the names. */
const LEADING_ROLE =
  /^((?:[\p{L}&.'’-]+\s+){0,4}?)(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|WRITERS?|REPORTERS?|CORRESPONDENTS?)\s+(?=\p{Lu})/u;

/** `Ann Harbor/AFP`, `Ann Harbor, Associated Press`. */
const WITH_AGENCY = /^([^,/|]{5,40})(?:, ?| ?\/ ?)([^,/|]{2,40})\/?$/u;
const WHOLE_NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|van|von|der|bin|al)){1,3}$/u;

/** The byline that a name alone on its line is. */
export function bareBylineOf(line: string): WireByline | undefined {
  return line.length <= 40 && WHOLE_NAME.test(line) && agencyName(line) === undefined
    ? creditsOf(line)
    : undefined;
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

/** The writers whom a dateline names: `（记者李明、王红）`, `İSTANBUL (AA) - AYŞE LİMAN - `. */
export function writersIn(leadIn: string): WireByline | undefined {
  const turkish = /\(AA\) [–-] (\p{Lu}{2,}(?: \p{Lu}{2,}){1,2}) [–-] $/u.exec(leadIn)?.[1];
  if (turkish !== undefined) return creditsOf(turkish);
  const names = namesInLeadIn(leadIn);
  return names === undefined ? undefined : { names, outlet: undefined };
}

/** `By Ann Harbor | Sept. 5, 2025`. */
const DATED = /^(.{5,80}?)\s*(?:[|•·–—]|,(?=\s\p{L}+\.?\s\d))\s*(.{6,40})$/u;

/** The byline that a line is, or undefined (T-12). */
export function bylineOf(marked: string): WireByline | undefined {
  if (marked.length > BYLINE_CHARACTERS_MAX) return undefined;
  const line = marked.replace(/\s*=$/, '');
  const [, undated = '', date = ''] = DATED.exec(line.replace(/ [–-] Update ?: .{6,40}$/, '')) ?? [];
  if (date !== '' && statedDate(date) !== undefined) {
    const byline = bylineOf(undated) ?? bareBylineOf(undated);
    return byline === undefined ? undefined : { ...byline, date };
  }
  const unicameral = unicameralNames(line);
  if (unicameral !== undefined) return { names: unicameral, outlet: undefined };
  const agencyAt = WITH_AGENCY.exec(line);
  if (
    agencyAt !== null &&
    WHOLE_NAME.test(agencyAt[1]!) &&
    !OPENING.test(line) &&
    !FOREIGN_OPENING.test(line)
  )
    return agencyName(agencyAt[2]!.replace(STAFF, '')) === undefined &&
      (/^The /.test(line) || !isNamedPaper(agencyAt[2]!))
      ? undefined
      : creditsOf(line);
  const barred = BARRED.exec(line)?.[2] ?? '';
  if (!(OPENING.test(line) || FOREIGN_OPENING.test(line) || ROLE.test(barred) || OUTLET.test(barred)))
    return undefined;
  if (/[.!?]$/.test(line) && !/\b(?:Jr|Sr|\p{Lu})\.$/u.test(line)) return undefined;
  const bare = line
    .replace(PICTURES_BY, '')
    .replace(ROLE_PLACE, '$1')
    .replace(CONTACT, '')
    .replace(/, in \p{Lu}[\p{L} ]+$|\s\((?:à|en|in|aus) \p{Lu}[^()]+\)$/u, '');
  const rest = bare.replace(OPENING, '').replace(FOREIGN_OPENING, '').replace(LEADING_ROLE, '');
  const words = rest.split(/[\s,|]+/).filter((word) => word !== '' && !/^(?:and|&|[–—-])$/.test(word));
  const names = pieces(rest);
  const isList = names.length > 2 && names.every((name) => /\s/.test(name));
  const wordsMax = isList
    ? LISTED_WORDS_MAX
    : BYLINE_WORDS_MAX + (ROLE.test(rest) || OUTLET.test(rest) ? 6 : 0);
  if (words.length === 0 || words.length > wordsMax) return undefined;
  return isNames(rest) ? creditsOf(bare.replace(FOREIGN_OPENING, '')) : undefined;
}

/** `The Pier Post`, whose last word says that it is a paper. */
function isNamedPaper(name: string): boolean {
  return isPaperLine(name) && OUTLET.test(name.split(' ').at(-1)!);
}

/** Every word a name's, unless it belongs to a role (`Associated Press writer`). */
function isNames(rest: string): boolean {
  if (/[:;?!“”"]|\d/.test(rest) || WEEKDAY.test(rest)) return false;
  return pieces(rest).every((piece, at) => {
    const words = piece
      .replace(IN_PLACE, '')
      .replace(/^the (?=\p{Lu})/u, '')
      .split(/\s+/);
    if (at > 0 && (ROLE.test(piece) || agencyName(piece) !== undefined)) return true;
    if (piece.startsWith('the ') && !OUTLET.test(piece)) return false;
    return NAME_WORD.test(words[0]!) && words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word));
  });
}

/** Where the writer was: `Ann Harbor in London`. */
const IN_PLACE = /\s+in\s+\p{Lu}[\p{L}\p{M}\s.'’-]*$/u;

function pieces(rest: string): readonly string[] {
  return rest
    .split(
      /\s*[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|with)\s+additional reporting by\s+|\s+for\s+(?=[Tt]he\s)|\s+(?:and|AND|&|with)\s+|\s+(?:und|et|y|e|og|och|en)\s+(?=\p{Lu}\S*\s+\p{Lu})|\s*[|/]\s*|\s+[–—-]\s+|\.\s+(?=Corresponsal|Enviad|Korrespondent)/u,
    )
    .filter((piece) => piece !== '');
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

const STAFF =
  /\s+(?:(?:[Ss]taff|[Ss]ports|[Pp]olitical|[Ss]cience|[Bb]usiness|[Hh]ealth|STAFF) )*(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|WRITERS?)$/;

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
