/**
 * Slug lines: how a newsroom files a story (T-07). `UKRAINE-CRISIS/PUTIN (UPDATE 1, PIX)` is not a title.
 */
import { isKillRequest, type NoticeKind } from './wire-notices.ts';

const SLUG_CHARACTERS_MAX = 80;

/** `1st Ld-Writethru` with the count of words behind it. */
const VERSION = '(?:, ?\\d{1,2}(?:st|nd|rd|th) (?:Ld|Lede?|Add|Take|Writethru)[\\p{L}-]*)?(?:, ?\\d{2,5})?';
const BUREAU = new RegExp(`^[A-Z]{2}-[\\p{L}\\d][\\p{L}\\d\\-./&'’]*${VERSION}$`, 'u');
/** With blanks in it only where the count of words proves it: `BC-Grain Futures,0090`. */
const COUNTED = /^[A-Z]{2}-\p{L}[\p{L}\d\-./&'’ ]{0,40}(?:,[\p{L}\d\- ]{0,30})?, ?\d{3,5}$/u;
/** AP's, whose two hyphens prove it: `BC-US--Harbor Reopens, 1st Ld-Writethru`, `BC-BBA--Box Scores`. */
const TWO_HYPHENS = /^[A-Z]{2}(?:-[A-Z]{1,4})?--\p{L}[^!?;:]{0,60}$/u;
/** AP's with a region between two hyphens: `BC-US-Ferry Strike-Correction`. */
const REGIONAL = /^(?:AM|AP|BC|PM)-[A-Z]{2,4}(?:-|(?<=-AP) )\p{Lu}[^!?;:.]{0,60}$/u;
/** PA's catchline with its page: `1 SCOTLAND Ferry`. */
const CATCHLINE = /^\d{1,2} \p{Lu}{4,} \p{Lu}\p{Ll}+(?: \([^()]*\))?$/u;
const CAPITALS = /^[\p{Lu}\d][\p{Lu}\d.&]*(?:[-/]+[\p{Lu}\d.&]+)+(?: \([^()]*\))?:?$/u;
/** AFP's with its version: `Port-grève,LEAD`; a take's: `FOG, Take 1 of 2`. */
const VERSIONED =
  /^\p{L}[\p{L}\d]*(?:-[\p{L}\d]+){1,6},\p{Lu}{3,}(?: \d)?$|^[\p{Lu}\d][\p{Lu}\d -]*, (?:Take|TAKE) \d{1,2}(?: (?:of|OF) \d{1,2})?$/u;
const SLASHED = /^\p{L}[\p{L}\d-]+\/(?:\p{L}[\p{L}\d/-]+)?(?: \([^()]*\))?$/u;

/** Whether a slug line is an agency's own, which no headline looks like. */
export function isBureauSlug(line: string): boolean {
  return /^[A-Z]{2}-/.test(line) && isSlugLine(line);
}

/** Whether a line that stands before the headline is a slug line. */
export function isSlugLine(line: string): boolean {
  if (line.length > SLUG_CHARACTERS_MAX || !/\p{L}/u.test(line)) return false;
  return [BUREAU, COUNTED, REGIONAL, TWO_HYPHENS, CATCHLINE, CAPITALS, VERSIONED, SLASHED].some((form) =>
    form.test(line),
  );
}

const MESSAGE =
  /^[A-Z]{2}-.*[,-] ?(?:(?:MANDATORY |BULLETIN )?(KILL|WITHHOLD|WITHDRAWN)|(CORRECTI(?:ON|VE))|(ADVISORY))\b/i;

/**
 * The notice in an AP slug line: `BC-US--Harbor, CORRECTION`.
 *
 * @param message what stands below it: an advisory says there whether it takes the story back
 */
export function slugNotice(line: string, message: string): NoticeKind | undefined {
  const found = MESSAGE.exec(line);
  if (found === null) return undefined;
  if (found[1] !== undefined) return 'kill';
  if (found[2] !== undefined) return 'correction';
  return isKillRequest(message) ? 'kill' : 'editors';
}
