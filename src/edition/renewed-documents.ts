/**
 * The documents that somebody polls and that a change made look different.
 */
import { documentPath } from '../feeds/feed-address.ts';
import type { Change } from '../ledger/change-sequence.ts';
import { CODING_STEPS } from '../render/representation.ts';
import type { DocumentTable, FeedEntry } from './document-table.ts';
import type { FeedDocuments } from './feed-documents.ts';
import { together } from './together.ts';

/** Makes them, by path, in the codings that are quickly made; what is as it was is left out. */
export async function renewedDocuments(
  { touched }: Change,
  documents: DocumentTable,
  maker: FeedDocuments,
): Promise<ReadonlyMap<string, FeedEntry>> {
  const renewed = new Map<string, FeedEntry>();
  const entries = documents
    .entries()
    .map(([, entry]) => entry)
    .filter(({ key }) => touched.has(key));
  await together([...Map.groupBy(entries, ({ key }) => key)], async ([key, ofFeed]) => {
    const feed = await maker.settled(key);
    if (feed === undefined) return;
    const version = `${maker.version(feed.record.change)}.`;
    const formats = ofFeed
      .filter(({ representation }) => !representation.tag.startsWith(version))
      .map(({ format }) => format);
    const made = await maker.make(feed, formats, CODING_STEPS[0]);
    for (const [format, representation] of made)
      renewed.set(documentPath(key, format), { key, format, representation });
  });
  return renewed;
}
