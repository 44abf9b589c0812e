/**
 * A representation with its headers written out: what a poll is answered with, without a computation.
 *
 * Made once per representation. Headers are raw lists (name, value, name, value …), as `writeHead` takes them.
 */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.ts';
import { rssDate } from '../base/instant.ts';
import { CODINGS, type Coding, type Representation } from '../render/representation.ts';
import type { CodingTallies, PollTally } from './poll-tallies.ts';

/** How an address is served, whatever its bytes are. */
export interface ServingTerms {
  /** How long an answer may be reused without asking. */
  readonly maxAgeSeconds: number;
  /** The same for caches that are told of changes (H-26). */
  readonly cdnMaxAgeSeconds?: number | undefined;
  /** What else the choice of a representation depended on: `Accept` for negotiated addresses. */
  readonly vary: string;
  /** Sent with a 200 only: Link, Content-Security-Policy … */
  readonly headers: readonly string[];
  /** The address that the answer is a copy of; a 304 says so too (H-08). */
  readonly contentLocation?: string | undefined;
  /** The feed whose document it is. */
  readonly feed?: string | undefined;
  /** True for documents of which differences are told to those who ask for them. */
  readonly offersDeltas?: boolean | undefined;
}

/** One coding of a prepared answer. */
export interface PreparedCoding {
  readonly etag: string;
  readonly bytes: Buffer;
  /** Headers of a 200. */
  readonly full: readonly string[];
  /** Headers of a 304: those that a 200 would carry and a cache needs (H-08, H-29). */
  readonly notModified: readonly string[];
  /** Where its polls are counted. */
  readonly tally: PollTally;
}

/** The difference between two documents, or that there is none to tell. */
export interface DeltaAnswer {
  readonly prepared: Prepared | undefined;
}

/** An answer in waiting. */
export interface Prepared {
  /**
   * The differences to earlier documents that somebody had, by `deltaKey`; undefined in it for one that cannot be told.
   * Absent where none are offered.
   */
  readonly deltas?: LRUCache<string, DeltaAnswer> | undefined;
  readonly representation: Representation;
  readonly terms: ServingTerms;
  /** Where polls of the address are counted. */
  readonly tallies: CodingTallies;
  readonly codings: Readonly<Partial<Record<Coding, PreparedCoding>>> & { readonly identity: PreparedCoding };
  /** True while Last-Modified lies ahead of the clock: it is then told as the present second (H-13). */
  readonly isAhead: boolean;
}

/** Where Cache-Control's and Last-Modified's values stand in every list of headers made here. */
export const CACHE_CONTROL_AT = 1;
export const LAST_MODIFIED_AT = 3;

/** RFC 9213: what it says replaces Cache-Control where it is understood. */
export const CDN_CACHE_CONTROL = 'CDN-Cache-Control';

/** How long after its age a cache may still answer with a copy while it asks for another, in seconds (H-25). */
export const STALE_SECONDS = 60;

/** What caches may do with an answer (H-22 … H-25). */
function cacheControl(maxAgeSeconds: number, staleSeconds = STALE_SECONDS): string {
  const stale = staleSeconds > 0 ? `, stale-while-revalidate=${staleSeconds}` : '';
  return `public, max-age=${maxAgeSeconds}${stale}, stale-if-error=86400`;
}

/** The same for an answer that holds for so many seconds and not one more. */
export function cacheControlUntil(secondsLeft: number, maxAgeSeconds: number): string {
  const age = Math.min(maxAgeSeconds, secondsLeft);
  return cacheControl(age, Math.min(STALE_SECONDS, secondsLeft - age));
}

/** Differences kept ready for one document: readers that poll have one of a few. They take no more memory than it. */
const DELTAS_MAX = 16;

/**
 * Prepares a difference between two documents (H-62, H-67): it has the entity-tag of the whole present one, and no cache
 * may keep it.
 */
export function prepareDelta(
  delta: Representation,
  { representation, terms, tallies }: Prepared,
  clock: Clock,
): Prepared {
  const once = { ...terms, maxAgeSeconds: 0, cdnMaxAgeSeconds: undefined, offersDeltas: false };
  const prepared = prepare(delta, once, clock, tallies);
  const { etag } = representation.codings.identity;
  const codings = Object.entries(prepared.codings).map(([coding, { bytes, full, tally }]) => {
    const headers = [...full, 'IM', 'feed'];
    headers[CACHE_CONTROL_AT] = 'no-store, im';
    headers[headers.indexOf('ETag') + 1] = etag;
    return [coding, { etag, bytes, full: headers, notModified: [], tally }];
  });
  return { ...prepared, codings: Object.fromEntries(codings) };
}

/** Prepares a representation; its polls are counted in `tallies`. */
export function prepare(
  representation: Representation,
  terms: ServingTerms,
  clock: Clock,
  tallies: CodingTallies,
): Prepared {
  const { modified, mediaType } = representation;
  const codings: Partial<Record<Coding, PreparedCoding>> = {};
  for (const coding of CODINGS) {
    const coded = representation.codings[coding];
    if (coded === undefined) continue;
    const { etag, bytes } = coded;
    const notModified = validatorHeaders(etag, modified, terms);
    const full = [...notModified, ...bodyHeaders(coding, bytes.length, mediaType), ...terms.headers];
    codings[coding] = { etag, bytes, notModified, full, tally: tallies[coding] };
  }
  return {
    representation,
    terms,
    tallies,
    codings: codings as Prepared['codings'],
    deltas: terms.offersDeltas
      ? new LRUCache({
          max: DELTAS_MAX,
          maxSize: representation.codings.identity.bytes.length,
          sizeCalculation: ({ prepared }) => prepared?.codings.identity.bytes.length ?? 1,
        })
      : undefined,
    isAhead: modified.getTime() > clock.now().getTime(),
  };
}

/** What a 304 says; a 200 begins with it. The first four have places of their own: `CACHE_CONTROL_AT`, `LAST_MODIFIED_AT`. */
function validatorHeaders(etag: string, modified: Date, terms: ServingTerms): readonly string[] {
  const { maxAgeSeconds, cdnMaxAgeSeconds, contentLocation } = terms;
  return [
    ...['Cache-Control', cacheControl(maxAgeSeconds)],
    ...['Last-Modified', rssDate(modified)],
    ...['Vary', terms.vary],
    ...['Access-Control-Allow-Origin', '*'],
    ...(cdnMaxAgeSeconds === undefined ? [] : [CDN_CACHE_CONTROL, cacheControl(cdnMaxAgeSeconds)]),
    ...['ETag', etag],
    ...(contentLocation === undefined ? [] : ['Content-Location', contentLocation]),
  ];
}

function bodyHeaders(coding: Coding, bytes: number, mediaType: string): readonly string[] {
  return [
    ...['Content-Type', mediaType],
    ...['Content-Length', String(bytes)],
    ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
    ...['Access-Control-Expose-Headers', 'ETag, Last-Modified, Link, Retry-After'],
    ...['X-Content-Type-Options', 'nosniff'],
  ];
}
