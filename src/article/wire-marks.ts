/**
 * Lines that are about the transmission, not about the world: end marks and furniture (T-14, T-15).
 */

const MARK_CHARACTERS_MAX = 16;
const LAST_LINE_CHARACTERS_MAX = 40;

const END_MARK =
  /^(?:- ?30 ?-|– ?30 ?–|— ?30 ?—|--30--|-0-|#{3}|# # #|\*{3}|\((?:END|ENDS|MORE)\)|END|ENDS|MORE|-{1,2} ?(?:END|ENDS|MORE) ?-{1,2}|\/\/ ?ENDS?(?: ?\/\/)?|NNNN|Enditem|ENDITEM|Lusa\/(?:Fim|fim)|[（(](?:完|了|끝|Конец|КОНЕЦ|FIN|Fin|fin|FINE)[)）]|【完】)$/;

/** The same forms in lower case, where they cannot be text; `Ends` and `more` alone can. */
const END_MARK_LOWER =
  /^(?:\((?:end|ends|more|End|Ends|More)\)|- ?(?:ends?|more|Ends?|More) ?-|\/\/ ?(?:ends?|Ends?)(?: ?\/\/)?|nnnn)$/;

/** ANSA's and the telex's last line, `05-SET-25 10:12 NNNN`; dpa's notes for its customers begin behind theirs. */
const LAST_LINE = /^(?:[\p{Lu}\d:.,/ -]{1,30} NNNN|(?:# )?dpa-Notizblock|\(Schluss\)(?: [\p{Ll}/]{2,15})?)$/u;

/** Who wrote and who edited, by their initials: `pz/lcm/rmb`, `(rt/ez)`, `mq/ jr/`, `AQ (RT) // PP`. */
const INITIALS = '\\p{Ll}{2,4}(?:-\\p{Ll}{2,4})?(?:\\/\\p{Ll}{2,4}){1,3}';
const SIGN_OFF = new RegExp(
  `^(?:${INITIALS}|\\(${INITIALS}\\)|\\p{Ll}{2,4}\\/(?: \\p{Ll}{2,4}\\/){1,3}|\\p{Lu}{2,4}(?: \\(\\p{Lu}{2,4}\\))? \\/\\/ \\p{Lu}{2,4}\\.?)$`,
  'u',
);

/** Whether a line holds the initials of a desk: the last line of a story and no part of it (T-15). */
export function isSignOff(line: string): boolean {
  return line.length <= LAST_LINE_CHARACTERS_MAX && SIGN_OFF.test(line);
}

/** Whether a line ends the story (T-14). */
export function isEndMark(line: string): boolean {
  if (line.length > LAST_LINE_CHARACTERS_MAX) return false;
  return isShortMark(line) || LAST_LINE.test(line);
}

function isShortMark(line: string): boolean {
  return line.length <= MARK_CHARACTERS_MAX && (END_MARK.test(line) || END_MARK_LOWER.test(line));
}

const MORE = /^[-(– ]{0,3}more[-)– ]{0,3}$/i;
const TAKE_HEADER =
  /^(?:[\p{L}\d/&'’ -]{1,40}[-,/ ] ?)?(?:take \d{1,2}|page \d{1,2}(?: of \d{1,2})?|\d{1,2}(?:st|nd|rd|th) ?add|(?:first|second|third|fourth|fifth) add|add \d{1,2}|(\d{1,2})-\1-\1)(?:, ?\d{2,5})?$/iu;

/** Whether a line opens a take of a story: `PAGE 2`, `HARBOR, 1st Add`. In a text it does so only behind `MORE`. */
export function isTakeHeader(line: string): boolean {
  return line.length <= 80 && TAKE_HEADER.test(line);
}

/** A page's number alone on its line. */
export function isPageNumber(line: string): boolean {
  return /^\(?(?:Page|PAGE) \d{1,2}(?: (?:of|OF) \d{1,2})?\)?$/.test(line);
}

/** Whether the story goes on in another take behind this mark: `MORE` is an end mark only when no take follows. */
export function isMoreMark(line: string, next: string | undefined): boolean {
  return next !== undefined && MORE.test(line) && isTakeHeader(next);
}

const FURNITURE =
  /^(?:['’]{5,}|= ?\d{1,2}|=+|-{3,}|_{3,}|\(?[Tt](?:ake|AKE) \d{1,2}\)?|\*(?: ?\*){3,}|ZCZC[\p{Lu}\d/ ]{0,40}|\d{1,2}(?:-\d{1,2}){2})$/u;

/** Whether a line only serves the wire: `'''''`, `=2`, `take 2`, `2-2-2`, a rule (T-15). */
export function isFurniture(line: string): boolean {
  return line.length <= 80 && FURNITURE.test(line);
}
