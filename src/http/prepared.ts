/**
 * A representation with its headers written out: what a poll is answered with, without a computation.
 *
 * Made once per representation. Headers are raw lists (name, value, name, value …), as `writeHead` takes them.
 */
import type { Clock } from '../base/clock.ts';
import { rssDate } from '../base/instant.ts';
import { CODINGS, type Coding, type Representation } from '../render/representation.ts';

/** How an address is served, whatever its bytes are. */
export interface ServingTerms {
  /** How long an answer may be reused without asking. */
  readonly maxAgeSeconds: number;
  /** The same for caches that are told of changes (H-26). */
  readonly cdnMaxAgeSeconds?: number | undefined;
  /** What else the choice of a representation depended on: `Accept` for negotiated addresses. */
  readonly vary: string;
  /** Sent with a 200 only: Link, Content-Location, Content-Security-Policy … */
  readonly headers: readonly string[];
}

/** One coding of a prepared answer. */
export interface PreparedCoding {
  readonly etag: string;
  readonly bytes: Buffer;
  /** Headers of a 200. */
  readonly full: readonly string[];
  /** Headers of a 304: those that a 200 would carry and a cache needs (H-08, H-29). */
  readonly notModified: readonly string[];
}

/** An answer in waiting. */
export interface Prepared {
  readonly representation: Representation;
  readonly terms: ServingTerms;
  readonly codings: Readonly<Partial<Record<Coding, PreparedCoding>>> & { readonly identity: PreparedCoding };
  /** True while Last-Modified lies ahead of the clock: it is then told as the present second (H-13). */
  readonly isAhead: boolean;
}

/** Where Cache-Control's and Last-Modified's values stand in every list of headers made here. */
export const CACHE_CONTROL_AT = 1;
export const LAST_MODIFIED_AT = 3;

/** RFC 9213: what it says replaces Cache-Control where it is understood. */
export const CDN_CACHE_CONTROL = 'CDN-Cache-Control';

/** What caches may do with an answer (H-22 … H-25). */
export function cacheControl(maxAgeSeconds: number): string {
  return `public, max-age=${maxAgeSeconds}, stale-while-revalidate=60, stale-if-error=86400`;
}

/** Prepares a representation. */
export function prepare(representation: Representation, terms: ServingTerms, clock: Clock): Prepared {
  const { modified } = representation;
  const common = [
    'Cache-Control',
    cacheControl(terms.maxAgeSeconds),
    'Last-Modified',
    rssDate(modified),
    'Vary',
    terms.vary,
    'Access-Control-Allow-Origin',
    '*',
    ...(terms.cdnMaxAgeSeconds === undefined
      ? []
      : [CDN_CACHE_CONTROL, cacheControl(terms.cdnMaxAgeSeconds)]),
  ];
  const codings: Partial<Record<Coding, PreparedCoding>> = {};
  for (const coding of CODINGS) {
    const coded = representation.codings[coding];
    if (coded === undefined) continue;
    const { etag, bytes } = coded;
    const tagged = [...common, 'ETag', etag];
    codings[coding] = {
      etag,
      bytes,
      notModified: tagged,
      full: [
        ...tagged,
        'Content-Type',
        representation.mediaType,
        'Content-Length',
        String(bytes.length),
        ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
        'Access-Control-Expose-Headers',
        'ETag, Last-Modified, Link, Retry-After',
        'X-Content-Type-Options',
        'nosniff',
        ...terms.headers,
      ],
    };
  }
  return {
    representation,
    terms,
    codings: codings as Prepared['codings'],
    isAhead: modified.getTime() > clock.now().getTime(),
  };
}
