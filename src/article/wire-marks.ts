/**
 * Lines that are about the transmission, not about the world: end marks and furniture (T-14, T-15).
 */

const MARK_CHARACTERS_MAX = 16;

const END_MARK =
  /^(?:- ?30 ?-|– ?30 ?–|— ?30 ?—|--30--|-0-|#{3}|# # #|\*{3}|\((?:END|ENDS|MORE)\)|END|ENDS|MORE|-{1,2} ?(?:END|ENDS|MORE) ?-{1,2}|\/\/ ?ENDS?(?: ?\/\/)?|NNNN)$/;

/** The same forms in lower case, where they cannot be text; `Ends` and `more` alone can. */
const END_MARK_LOWER =
  /^(?:\((?:end|ends|more|End|Ends|More)\)|- ?(?:ends?|more|Ends?|More) ?-|\/\/ ?(?:ends?|Ends?)(?: ?\/\/)?|nnnn)$/;

/** Whether a line ends the story (T-14). */
export function isEndMark(line: string): boolean {
  return line.length <= MARK_CHARACTERS_MAX && (END_MARK.test(line) || END_MARK_LOWER.test(line));
}

const FURNITURE =
  /^(?:['’]{5,}|= ?\d{1,2}|=+|-{3,}|_{3,}|\(?[Tt](?:ake|AKE) \d{1,2}\)?|\d{1,2}(?:-\d{1,2}){2})$/;

/** Whether a line only serves the wire: `'''''`, `=2`, `take 2`, `2-2-2`, a rule (T-15). */
export function isFurniture(line: string): boolean {
  return line.length <= 80 && FURNITURE.test(line);
}
