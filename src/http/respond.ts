/**
 * A prepared answer meets a request: 200, 226, 304 or 406, in one coding.
 *
 * The fast path and Express both end here, so they answer alike. Nothing is computed but the choice.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, wholeSecond } from '../base/clock.ts';
import { Failure } from '../base/failure.ts';
import { rssDate } from '../base/instant.ts';
import { acceptedCodings } from './accept-encoding.ts';
import { deltaBase, deltaKey } from './delta.ts';
import { expectUnchanged, ifModifiedSince } from './expectations.ts';
import type { Fairness } from './fairness.ts';
import { httpDate, isConditional, isNotModified } from './precondition.ts';
import {
  CACHE_CONTROL_AT,
  CDN_CACHE_CONTROL,
  cacheControlUntil,
  LAST_MODIFIED_AT,
  type Prepared,
  type PreparedCoding,
  STALE_SECONDS,
} from './prepared.ts';

/** What an answer depends on beside the request. */
export interface Moment {
  readonly clock: Clock;
  /**
   * The next instant at which a feed changes by schedule: no answer may be reused beyond it (H-22). What belongs to no
   * feed may show any article.
   */
  readonly nextScheduled: (feed: string | undefined) => Date | undefined;
  /** Who may still have a feed whole; undefined: everybody. */
  readonly fairness?: Fairness;
}

/**
 * Answers a GET or HEAD.
 *
 * @throws {Failure} `coding-not-acceptable` when the request rules out every coding there is (H-35);
 * `precondition-failed` when it is about what is published no more (H-05);
 * `polled-too-often` when the client has had this feed whole often enough (H-41)
 */
export function respond(
  prepared: Prepared,
  request: IncomingMessage,
  response: ServerResponse,
  moment: Moment,
): void {
  const { headers } = request;
  if (headers['a-im'] !== undefined && prepared.deltas !== undefined) {
    if (respondWithDelta(prepared, request, response, moment)) return;
  }
  const coding = chosenCoding(prepared, headers['accept-encoding']);
  expectUnchanged(request, coding.etag, prepared.representation.modified);
  const ifNoneMatch = headers['if-none-match'];
  // Most polls name exactly the tag they were given.
  if (
    ifNoneMatch === coding.etag ||
    isNotModified(prepared.representation, ifNoneMatch, ifModifiedSince(request))
  ) {
    response.writeHead(304, momentary(prepared, coding.notModified, moment) as string[]);
    response.end();
    coding.tally.notModified += 1;
    coding.tally.bytesSavedByNotModified += coding.bytes.length;
    return;
  }
  const { feed } = prepared.terms;
  if (feed !== undefined && coding === prepared.codings.identity && isCostly(request))
    moment.fairness?.spend(request, feed);
  response.writeHead(200, momentary(prepared, coding.full, moment, headers['if-modified-since']) as string[]);
  coding.tally.full += 1;
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.end(coding.bytes);
  coding.tally.bytesSent += coding.bytes.length;
}

/** Tells the difference to the document that a reader has, if it wants that and there is one to be told (226, H-62). */
function respondWithDelta(
  prepared: Prepared,
  request: IncomingMessage,
  response: ServerResponse,
  moment: Moment,
): boolean {
  const base = deltaBase(request, prepared.representation);
  const delta = base && prepared.deltas!.get(deltaKey(base))?.prepared;
  if (
    delta === undefined ||
    isNotModified(prepared.representation, request.headers['if-none-match'], undefined)
  )
    return false;
  const coding = findCoding(delta, request.headers['accept-encoding']);
  if (coding === undefined) return false;
  const headers = momentary(delta, coding.full, moment, request.headers['if-modified-since']);
  response.writeHead(226, [...headers, 'Delta-Base', base!.etag]);
  response.end(coding.bytes);
  const whole = findCoding(prepared, request.headers['accept-encoding']) ?? coding;
  coding.tally.delta += 1;
  coding.tally.bytesSent += coding.bytes.length;
  coding.tally.bytesSavedByDelta += Math.max(0, whole.bytes.length - coding.bytes.length);
  return true;
}

/** True when a difference is asked for that nobody has worked out yet. */
export function awaitsDelta(prepared: Prepared, request: IncomingMessage): boolean {
  const { representation, deltas } = prepared;
  if (request.headers['a-im'] === undefined || deltas === undefined) return false;
  const base = deltaBase(request, representation);
  return base !== undefined && !deltas.has(deltaKey(base));
}

/** True for a request that wants all of a body as it is, whatever it may have already. */
function isCostly(request: IncomingMessage): boolean {
  const { method, headers } = request;
  return (
    method !== 'HEAD' &&
    // A client that would take another coding is not to blame that there is none yet.
    acceptedCodings(headers['accept-encoding'])[0] === 'identity' &&
    !isConditional(headers['if-none-match'], ifModifiedSince(request))
  );
}

function chosenCoding(prepared: Prepared, acceptEncoding: string | undefined): PreparedCoding {
  const found = findCoding(prepared, acceptEncoding);
  if (found !== undefined) return found;
  throw new Failure(
    'coding-not-acceptable',
    `found Accept-Encoding: ${acceptEncoding}, expected one that allows gzip, br, zstd or identity`,
  );
}

function findCoding(prepared: Prepared, acceptEncoding: string | undefined): PreparedCoding | undefined {
  for (const coding of acceptedCodings(acceptEncoding)) {
    const found = prepared.codings[coding];
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The headers as they are, but for a Last-Modified ahead of the clock and a max-age beyond the next publication.
 *
 * While Last-Modified is told as the present second, a reader that names that very second gets none at all: libcurl
 * throws a 200 away whose Last-Modified is not later than the date it asked about (seen in newsboat), and would keep
 * the entity-tag without the article.
 */
function momentary(
  prepared: Prepared,
  headers: readonly string[],
  { clock, nextScheduled }: Moment,
  ifModifiedSince?: string,
): readonly string[] {
  const next = nextScheduled(prepared.terms.feed);
  if (!prepared.isAhead && next === undefined) return headers;
  const now = clock.now().getTime();
  const isAhead = prepared.isAhead && prepared.representation.modified.getTime() > now;
  const secondsLeft =
    next === undefined ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((next.getTime() - now) / 1000));
  const { maxAgeSeconds, cdnMaxAgeSeconds = 0 } = prepared.terms;
  const isShort = secondsLeft < Math.max(maxAgeSeconds, cdnMaxAgeSeconds) + STALE_SECONDS;
  if (!isAhead && !isShort) return headers;
  const told = [...headers];
  if (isShort && maxAgeSeconds > 0) told[CACHE_CONTROL_AT] = cacheControlUntil(secondsLeft, maxAgeSeconds);
  if (isShort && cdnMaxAgeSeconds > 0)
    told[told.indexOf(CDN_CACHE_CONTROL) + 1] = cacheControlUntil(secondsLeft, cdnMaxAgeSeconds);
  if (!isAhead) return told;
  const present = wholeSecond(new Date(now));
  told[LAST_MODIFIED_AT] = rssDate(present);
  const since = ifModifiedSince === undefined ? undefined : httpDate(ifModifiedSince);
  if (since !== undefined && since >= present.getTime()) told.splice(LAST_MODIFIED_AT - 1, 2);
  return told;
}
