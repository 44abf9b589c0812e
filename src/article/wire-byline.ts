/**
 * Whether a line is a byline (T-12).
 *
 * In: one line that stands where a byline may stand; position is the caller's to judge (`By Kyiv, the war was won`
 * inside running text is text). Out: its credits (wire-credits.ts), or undefined.
 */
import { statedDate } from './stated-date.ts';
import {
  BARRED,
  CONTACT,
  DATED,
  FOREIGN_OPENING,
  IN_PARENTHESES,
  IN_PLACE,
  LEADING_ROLE,
  NAME_WORD,
  OPENING,
  OUTLET,
  PARTICLE,
  PICTURES_BY,
  ROLE,
  ROLE_PLACE,
  STAFF,
  WEEKDAY,
  WHOLE_NAME,
  WITH_AGENCY,
} from './wire-byline-forms.ts';
import { namesInLeadIn, unicameralNames } from './wire-byline-unicameral.ts';
import { creditsOf, isPaperLine, pieces, type WireByline } from './wire-credits.ts';
import { agencyName } from './wire-gazetteer.ts';

const BYLINE_CHARACTERS_MAX = 160;

const BYLINE_WORDS_MAX = 8;

/** Of three whole names and more. */
const LISTED_WORDS_MAX = 20;

/** The byline that a line is, or undefined (T-12). */
export function bylineOf(marked: string): WireByline | undefined {
  if (marked.length > BYLINE_CHARACTERS_MAX) return undefined;
  const line = marked.replace(/\s*=$/, '').replace(IN_PARENTHESES, '$1');
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

/** The byline that a name alone on its line is. */
export function bareBylineOf(line: string): WireByline | undefined {
  return line.length <= 40 && WHOLE_NAME.test(line) && agencyName(line) === undefined
    ? creditsOf(line)
    : undefined;
}

/** The writers whom a dateline names: `（记者李明、王红）`, `İSTANBUL (AA) - AYŞE LİMAN - `. */
export function writersIn(leadIn: string): WireByline | undefined {
  const russian = /\/Корр\. \p{Lu}+ (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2})\//u.exec(leadIn)?.[1];
  if (russian !== undefined) return creditsOf(russian);
  const turkish = /\(AA\) [–-] (\p{Lu}{2,}(?: \p{Lu}{2,}){1,2}) [–-] $/u.exec(leadIn)?.[1];
  if (turkish !== undefined) return creditsOf(turkish);
  const names = namesInLeadIn(leadIn);
  return names === undefined ? undefined : { names, outlet: undefined };
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
