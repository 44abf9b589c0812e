/**
 * Work on many documents, a few at a time.
 */

/** Documents in work at once: codings are made by other threads, and a few documents use them all. */
const DOCUMENTS_TOGETHER = 6;

/** Resolves when all are done. */
export async function together<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += DOCUMENTS_TOGETHER)
    await Promise.all(all.slice(at, at + DOCUMENTS_TOGETHER).map(work));
}
