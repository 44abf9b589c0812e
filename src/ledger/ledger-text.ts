/**
 * The ledger as text: JSON Lines that live well in git.
 *
 * One line an article, feed, change … as its table has it, in the order of the table's key; columns that are null are
 * left out. What a scan of the same files makes again is not in it: bodies, what is known of the files, references,
 * assets, and the feeds of articles, which follow from their states; the archive pages to which they went are. The body of an article that no file holds
 * any more is.
 *
 * Only shapes stand here; see export-ledger.ts and import-ledger.ts.
 */
import { z } from 'zod';
import { ADOPTED_FORMATS, ADOPTED_ID } from './adopted-ids.ts';

/** The number in the first line; another one is another shape of the lines. */
export const TEXT_VERSION = 1;

const count = z.int().nonnegative();
const instant = z.int();

/** As much of a card as the ledger itself looks into; the rest is what readers see of the article. */
const card = z.looseObject({
  headline: z.string(),
  summary: z.string(),
  authors: z.array(z.looseObject({ name: z.string() })),
  tags: z.array(z.string()),
  feeds: z.array(z.strictObject({ key: z.string().min(1), name: z.string() })),
});

/** What each kind of line holds beside its `kind`, in the order in which the kinds and their members are written. */
export const LINES = {
  ledger: z.strictObject({ version: z.literal(TEXT_VERSION) }),
  meta: z.strictObject({ key: z.string(), value: z.string() }),
  feed: z.strictObject({
    feed: z.string(),
    name: z.string(),
    touched: count,
    checked: count,
    fingerprint: z.string(),
    change: count,
    modified: instant,
    shown: count.optional(),
  }),
  article: z.strictObject({
    row: z.int().positive(),
    id: z.string().min(1),
    /** The present one, then the former ones. */
    slugs: z.array(z.string().min(1)).min(1),
    path: z.string().optional(),
    present: z.literal([0, 1]),
    state: z.literal(['draft', 'scheduled', 'live', 'withdrawn', 'expired']),
    published: instant,
    first_seen: instant,
    first_live: instant.optional(),
    updated: instant,
    tie: count,
    content_hash: z.string(),
    file_hash: z.string(),
    revision: count,
    change: count,
    expires: instant.optional(),
    ended: instant.optional(),
    /** By feed, the archive page that it went to, and its place on it: `3.17`. */
    pages: z.record(z.string(), z.string().regex(/^\d{1,9}\.\d{1,9}$/, 'expected page.place')).optional(),
    /** By feed, when it came again although it is old. */
    again: z.record(z.string(), instant).optional(),
    /** Ids that it had before Feedwright published it, by format. */
    adopted: z.partialRecord(z.enum(ADOPTED_FORMATS), z.string().regex(ADOPTED_ID)).optional(),
    /** isPermaLink of the adopted RSS guid. */
    guid_is_permalink: z.literal([0, 1]).optional(),
    card,
    body: z.string().optional(),
  }),
  archive: z.strictObject({
    feed: z.string(),
    page: z.int().positive(),
    articles: count,
    bytes: count,
    touched: count,
  }),
  removal: z.strictObject({
    feed: z.string(),
    row: z.int().positive(),
    change: count,
    since: count.optional(),
  }),
  change: z.strictObject({ number: z.int().positive(), at: instant, mark: z.string().optional() }),
  event: z.strictObject({ change: count, row: z.int().positive(), what: z.string(), detail: z.string() }),
  hold: z.strictObject({
    number: z.int().positive(),
    since: instant,
    what: z.string(),
    decision: z.string().optional(),
  }),
} as const;

/** A kind of line. */
export type LineKind = keyof typeof LINES;

/** The kinds whose lines are the rows of a table, as they are. */
export const ROW_KINDS = [
  'meta',
  'feed',
  'archive',
  'removal',
  'change',
  'event',
  'hold',
] as const satisfies readonly LineKind[];
