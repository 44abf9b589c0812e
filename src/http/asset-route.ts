/**
 * Files that stand beside articles, at addresses that hold the hash of their bytes.
 *
 * Immutable, with ranges (H-17, H-30), and never able to run a script on our origin.
 */
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { Failure } from '../base/failure.ts';

/** Types that readers show; every other file is only to be saved. */
const SHOWN = /\.(?:png|jpe?g|gif|webp|avif|svg|mp3|wav|m4a|ogg|mp4|webm|pdf)$/i;

const HEADERS = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/**
 * Sends the bytes.
 *
 * @param folder where each file is kept under the hash of its bytes
 * @throws {Failure} `address-unknown` when no such file was ever published; `range-not-satisfiable`; `precondition-failed`
 */
export function sendAsset(
  folder: string,
  request: Request<{ hash: string; name: string }>,
  response: Response,
): Promise<void> {
  const { hash, name } = request.params;
  const unknown = new Failure('address-unknown', `found no file ${name}`);
  if (!/^[0-9a-f]{32}$/.test(hash)) throw unknown;
  const type = SHOWN.test(name) ? name.slice(name.lastIndexOf('.')) : 'application/octet-stream';
  if (type === 'application/octet-stream') response.attachment(name);
  response.type(type);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const options = {
    headers: { ...HEADERS, ETag: `"${hash}"` },
    cacheControl: false,
    dotfiles: 'allow' as const,
  };
  response.sendFile(join(folder, hash), options, (cause) => {
    const error = cause as (NodeJS.ErrnoException & { readonly status?: number }) | undefined;
    if (error === undefined || error.code === 'ECONNABORTED' || error.code === 'EPIPE') resolve();
    else if (error.status === 416)
      reject(
        new Failure(
          'range-not-satisfiable',
          `found the range ${request.headers.range}, expected one inside the file`,
        ),
      );
    else if (error.status === 412)
      reject(new Failure('precondition-failed', 'found a precondition that this file does not meet'));
    else reject(error.code === 'ENOENT' ? unknown : error);
  });
  return promise;
}
