/**
 * How much of one text is in another, as git judges a file that was renamed and edited.
 */

/** Words in one shingle. */
const WORDS_TOGETHER = 3;

/** Texts of fewer shingles say too little to be told apart. */
const SHINGLES_MIN = 10;

/** As much must be alike for two texts to be one article: git's own bound for a rename. */
export const SIMILAR_MIN = 0.5;

/** The runs of words in an HTML text, whatever its markup, case and punctuation. */
export function shinglesOf(html: string): ReadonlySet<string> {
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const shingles = new Set<string>();
  for (let at = 0; words !== null && at + WORDS_TOGETHER <= words.length; at++)
    shingles.add(words.slice(at, at + WORDS_TOGETHER).join(' '));
  return shingles;
}

/** The share of shingles that two texts have in common: 0 nothing, 1 everything; 0 for texts too short to say. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size < SHINGLES_MIN || other.size < SHINGLES_MIN) return 0;
  let common = 0;
  for (const shingle of one) if (other.has(shingle)) common += 1;
  return (2 * common) / (one.size + other.size);
}
