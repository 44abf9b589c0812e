/**
 * Whether a reader has it already.
 *
 * Pure. Decides between "the same as you have" and "here it is"; who answers with which status is respond.ts.
 *
 * Source: RFC 9110 §13; rules H-02 … H-07, H-15.
 */

/** The validators of what would be sent. */
export interface Validators {
  /** What the entity-tags of all codings of the present representation begin with: inside the quotes, no `-` or `;`. */
  readonly tag: string;
  /** Last-Modified, whole seconds. */
  readonly modified: Date;
}

/**
 * True when a conditional request names what would be sent.
 *
 * A tag of any coding of the present representation matches, weak or strong, whatever an intermediary hung on to it
 * (H-04, H-07). `If-None-Match` makes `If-Modified-Since` be ignored (H-03), and a date that is none is ignored (H-06).
 */
export function isNotModified(
  held: Validators,
  ifNoneMatch: string | undefined,
  ifModifiedSince: string | undefined,
): boolean {
  if (ifNoneMatch !== undefined) return tagMatches(held.tag, ifNoneMatch);
  if (ifModifiedSince === undefined) return false;
  const since = httpDate(ifModifiedSince);
  return since !== undefined && held.modified.getTime() <= since;
}

/**
 * True for a request that says what its reader has. A tag without its quotes, or a date that is none, says nothing: who
 * sends that gets the whole every time.
 */
export function isConditional(ifNoneMatch: string | undefined, ifModifiedSince: string | undefined): boolean {
  if (ifNoneMatch !== undefined) return ifNoneMatch.trim() === '*' || !entityTags(ifNoneMatch).next().done;
  return ifModifiedSince !== undefined && httpDate(ifModifiedSince) !== undefined;
}

/**
 * False when a request is to be answered only as long as nothing has changed, and something has (RFC 9110 §13.2.2).
 *
 * `If-Match` compares strongly, so it takes the very tag of what would be sent; it makes `If-Unmodified-Since` be
 * ignored, and a date that is none is ignored.
 */
export function isAsExpected(
  etag: string,
  modified: Date,
  ifMatch: string | undefined,
  ifUnmodifiedSince: string | undefined,
): boolean {
  if (ifMatch !== undefined) return ifMatch.trim() === '*' || strongTags(ifMatch).includes(etag);
  const since = ifUnmodifiedSince === undefined ? undefined : httpDate(ifUnmodifiedSince);
  return since === undefined || modified.getTime() <= since;
}

/** The strong tags of a list, quotes and all; a comma inside a tag is part of it. */
function strongTags(list: string): readonly string[] {
  return [...list.matchAll(/(W\/)?("[^"]*")/g)]
    .filter(([, weak]) => weak === undefined)
    .map(([, , tag]) => tag!);
}

/**
 * One entity-tag: `W/`, quotes, and inside them anything but a quote (RFC 9110 §8.8.3); before it, what a list may have of
 * empty elements (§5.6.1.2).
 */
const ENTITY_TAG = /[\s,]*(?:W\/)?"([^"]*)"\s*(?:,|$)/y;

function tagMatches(tag: string, list: string): boolean {
  if (list.trim() === '*') return true;
  for (const given of entityTags(list)) if (isOfRepresentation(tag, given)) return true;
  return false;
}

/** What stands inside the quotes of each tag in a list, up to the first that is none. */
export function* entityTags(list: string): Generator<string> {
  let at = 0;
  while (at < list.length) {
    ENTITY_TAG.lastIndex = at;
    const match = ENTITY_TAG.exec(list);
    if (match === null) return;
    yield match[1]!;
    at = ENTITY_TAG.lastIndex;
  }
}

/** The tag itself, or the tag with a suffix: ours for the coding, or an intermediary's (`-gzip`, `;gzip`, `--br`). */
function isOfRepresentation(tag: string, given: string): boolean {
  return (
    given.startsWith(tag) &&
    (given.length === tag.length || given[tag.length] === '-' || given[tag.length] === ';')
  );
}

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';

/** The three forms of HTTP-date: IMF-fixdate, RFC 850, asctime (RFC 9110 §5.6.7). */
const HTTP_DATE = new RegExp(
  `^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (?:${MONTHS}) \\d{4} \\d\\d:\\d\\d:\\d\\d GMT` +
    `|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\d\\d-(?:${MONTHS})-\\d\\d \\d\\d:\\d\\d:\\d\\d GMT` +
    `|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:${MONTHS}) [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4})$`,
);

/** Milliseconds since 1970 of a valid HTTP-date, else undefined. */
export function httpDate(text: string): number | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  const instant = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(instant) ? undefined : instant;
}
