/**
 * The bytes of an old feed, from a file or from the web.
 *
 * The operator names the source; what answers is a stranger all the same: its size, its time and its redirects are
 * limited. Nothing is kept.
 */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Failure } from '../base/failure.ts';
import { OLD_FEED_LIMITS } from './old-feed.ts';

/** How patient one is with the web. */
const WEB_LIMITS = Object.freeze({ redirectsMax: 5, timeoutMs: 20_000 });

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/**
 * Reads a file, or whatever an http(s) address answers.
 *
 * @param userAgent what the other server is told of us
 * @throws {Failure} `old-feed-unreachable`, also when it is larger than any feed
 */
export function oldFeedBytes(
  source: string,
  userAgent: string,
  timeoutMs: number = WEB_LIMITS.timeoutMs,
): Promise<Uint8Array> {
  return /^https?:\/\//i.test(source) ? bytesAt(source, userAgent, timeoutMs) : bytesIn(source);
}

async function bytesIn(file: string): Promise<Uint8Array> {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw unreachable(`expected a file or an http(s) address, found ${file}`);
    if (found.size > OLD_FEED_LIMITS.bytesMax) throw tooLarge(file);
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw unreachable(`cannot read ${file}: ${message}`, cause);
  }
}

async function bytesAt(address: string, userAgent: string, timeoutMs: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await followed(address, userAgent, signal);
    if (!response.ok) throw unreachable(`expected 200 at ${response.url}, found ${response.status}`);
    return await boundedBody(response);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const { name, message, cause: deeper } = cause as Error;
    if (name === 'TimeoutError')
      throw unreachable(
        `expected an answer within ${timeoutMs / 1000} seconds from ${address}, found none`,
        cause,
      );
    // What fetch throws: a TypeError around the error of the connection.
    if (name !== 'TypeError') throw cause;
    throw unreachable(`cannot fetch ${address}: ${(deeper as Error | undefined)?.message || message}`, cause);
  }
}

async function followed(address: string, userAgent: string, signal: AbortSignal): Promise<Response> {
  let at = address;
  for (let redirects = 0; redirects <= WEB_LIMITS.redirectsMax; redirects++) {
    const headers = { Accept: ACCEPT, 'User-Agent': userAgent };
    const response = await fetch(at, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, at) ? new URL(location, at) : undefined;
    if (next === undefined || !/^https?:$/.test(next.protocol))
      throw unreachable(`${at} redirects to ${location}, which is no http(s) address`);
    at = next.href;
  }
  throw unreachable(`found more than ${WEB_LIMITS.redirectsMax} redirects at ${address}`);
}

/** The body, counted as it is unpacked: a small answer may be a large one, compressed. */
async function boundedBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > OLD_FEED_LIMITS.bytesMax) throw tooLarge(response.url);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(source: string): Failure {
  return unreachable(`expected ${OLD_FEED_LIMITS.bytesMax / 1_000_000} MB at most, found more at ${source}`);
}

function unreachable(message: string, cause?: unknown): Failure {
  return new Failure('old-feed-unreachable', message, { cause });
}
