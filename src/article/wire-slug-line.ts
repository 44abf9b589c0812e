/**
 * Slug lines: how a newsroom files a story (T-07). `UKRAINE-CRISIS/PUTIN (UPDATE 1, PIX)` is not a title.
 */

const SLUG_CHARACTERS_MAX = 80;

const BUREAU =
  /^[A-Z]{2}-{1,2}[\p{L}\d][\p{L}\d\-./&'’]*(?:,? ?\d{1,2}(?:st|nd|rd|th) (?:Ld|Lede?|Add|Take|Writethru)[\p{L}-]*)?$/u;
/** AP's, with its version: `BC-US--Harbor Reopens, 1st Ld-Writethru`. */
const VERSIONED =
  /^[A-Z]{2}(?:-[A-Z]{1,4})?--\p{L}[\p{L}\d\-./&'’ ]{0,40}(?:, ?\d{1,2}(?:st|nd|rd|th) (?:Ld|Lede?|Add|Take|Writethru)[\p{L}-]*)?$/u;
const CAPITALS = /^[\p{Lu}\d][\p{Lu}\d.&]*(?:[-/]+[\p{Lu}\d.&]+)+(?: \([^()]*\))?$/u;
const SLASHED = /^\p{L}[\p{L}\d-]+\/\p{L}[\p{L}\d/-]+(?: \([^()]*\))?$/u;

/** Whether a line that stands before the headline is a slug line. */
export function isSlugLine(line: string): boolean {
  if (line.length > SLUG_CHARACTERS_MAX || !/\p{L}/u.test(line)) return false;
  return BUREAU.test(line) || VERSIONED.test(line) || CAPITALS.test(line) || SLASHED.test(line);
}
