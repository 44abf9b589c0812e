/**
 * Files that stand beside articles, at addresses that hold the hash of their bytes.
 *
 * Immutable, with ranges (H-17, H-30), and never able to run a script on our origin. Conditions are read as they are of feeds.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { wholeSecond } from '../base/clock.ts';
import { Failure } from '../base/failure.ts';
import { rssDate } from '../base/instant.ts';
import { mediaType } from '../base/media-type.ts';
import { type ByteRange, byteRange } from './byte-range.ts';
import { expectUnchanged, ifModifiedSince } from './expectations.ts';
import { isNotModified } from './precondition.ts';

const HEADERS = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** A client that went away is nobody's failure. */
const GONE = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE']);

/**
 * Sends the bytes.
 *
 * @param folder where each file is kept under the hash of its bytes
 * @throws {Failure} `address-unknown` when no such file was ever published; `range-not-satisfiable`; `precondition-failed`
 */
export async function sendAsset(
  folder: string,
  request: Request<{ hash: string; name: string }>,
  response: Response,
): Promise<void> {
  const { hash, name } = request.params;
  const file = /^[0-9a-f]{32}$/.test(hash) ? await opened(join(folder, hash)) : undefined;
  if (file === undefined) throw new Failure('address-unknown', `found no file ${name}`);
  try {
    await send(file, request, response);
  } finally {
    await file.close();
  }
}

async function send(
  file: FileHandle,
  request: Request<{ hash: string; name: string }>,
  response: Response,
): Promise<void> {
  const { hash, name } = request.params;
  const { size, mtime } = await file.stat();
  const etag = `"${hash}"`;
  const modified = wholeSecond(mtime);
  const validators = { ETag: etag, 'Last-Modified': rssDate(modified) };
  expectUnchanged(request, etag, modified);
  const held = { tag: hash, modified };
  if (isNotModified(held, request.headers['if-none-match'], ifModifiedSince(request))) {
    response
      .status(304)
      .set({ ...HEADERS, ...validators })
      .end();
    return;
  }
  const range = asksForPart(request, etag, modified) ? byteRange(request.headers.range, size) : undefined;
  if (range === 'unsatisfiable') {
    response.set('Content-Range', `bytes */${size}`);
    throw new Failure(
      'range-not-satisfiable',
      `found the range ${request.headers.range}, expected one inside the file`,
    );
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  // every file that readers do not show is only to be saved
  const type = mediaType(name);
  if (type !== undefined) response.type(type);
  else response.attachment(name).type('application/octet-stream');
  response.set({
    ...HEADERS,
    ...validators,
    'Accept-Ranges': 'bytes',
    'Content-Length': String(end + 1 - start),
  });
  if (range !== undefined) response.status(206).set('Content-Range', `bytes ${start}-${end}/${size}`);
  if (request.method === 'HEAD' || end < start) response.end();
  else await stream(file, { start, end }, response);
}

/** False for HEAD (RFC 9110 §14.2), and for who has another file's beginning (§13.1.5: tags compare strongly). */
function asksForPart({ method, headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const ifRange = headers['if-range'];
  return method === 'GET' && (ifRange === undefined || ifRange === etag || ifRange === rssDate(modified));
}

async function stream(file: FileHandle, range: ByteRange, response: Response): Promise<void> {
  try {
    await pipeline(file.createReadStream({ ...range, autoClose: false }), response);
  } catch (cause) {
    if (!GONE.has((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
  }
}

/** The file; undefined where there is none. */
async function opened(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
