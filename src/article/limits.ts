/**
 * How large an article file may be. Beyond these a file is a fault, never a slow service.
 */

/** The most bytes in one article file; far above any article, far below what would stall a scan. */
export const ARTICLE_BYTES_MAX = 5_000_000;

/** The most characters in one line; an endless line is a log or a dump, not an article. */
export const LINE_CHARACTERS_MAX = 1_000_000;

/** The most lines in one article file. */
export const LINES_MAX = 100_000;

/** The largest share of control characters a text may hold; beyond it the file is binary. */
export const CONTROL_SHARE_MAX = 0.1;
