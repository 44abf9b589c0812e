/**
 * The levels of headings inside an article.
 *
 * Pages and readers write the headline above the body, as the only heading of the first level. The headings of a body
 * therefore begin at the second, and keep their distances: `h1, h2, h1` becomes `h2, h3, h2`, and so does `h3, h4, h3`.
 */

/** The level at which the headings of a body begin. */
const FIRST_LEVEL = 2;
const LAST_LEVEL = 6;

/** By how many levels the headings move, given the levels that a body has. */
export function headingShift(levels: Iterable<number>): number {
  let highest = Number.POSITIVE_INFINITY;
  for (const level of levels) highest = Math.min(highest, level);
  return highest === Number.POSITIVE_INFINITY ? 0 : FIRST_LEVEL - highest;
}

/** The level that a tag name stands for; undefined when it is no heading. */
export function headingLevel(tagName: string): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined;
}

/** The name of a heading after the shift. */
export function shiftedHeading(level: number, shift: number): string {
  return `h${Math.min(LAST_LEVEL, Math.max(FIRST_LEVEL, level + shift))}`;
}
