/**
 * Many rows in few statements.
 */

/** Rows in one statement at most, a power of two; SQLite takes 32,766 parameters. */
const ROWS_TOGETHER = 256;

/**
 * Runs an insertion in pieces; nothing happens for no rows.
 *
 * The sizes of the pieces are powers of two, so that the statements of all batches together have a few texts and stay
 * prepared.
 */
export async function insertTogether<Row>(
  rows: readonly Row[],
  insert: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  let size = ROWS_TOGETHER;
  for (let at = 0; at < rows.length; at += size) {
    while (size > rows.length - at) size /= 2;
    await insert(rows.slice(at, at + size));
  }
}
