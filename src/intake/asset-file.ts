/**
 * A file beside articles: what it is, and whether it may be published.
 *
 * Only files that an article refers to are published, and only kinds that readers show.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mediaType } from '../base/media-type.ts';
import type { Asset } from '../ledger/card.ts';
import { hashOf } from './file-signature.ts';

/** Larger files are not published, in bytes. */
export const ASSET_BYTES_MAX = 100_000_000;

/** What the file at a path is; undefined when there is none, or none that may be published. */
export async function describeAsset(root: string, path: string): Promise<Asset | undefined> {
  const type = mediaType(path);
  if (type === undefined) return undefined;
  try {
    const file = join(root, path);
    const { size } = statSync(file);
    if (size === 0 || size > ASSET_BYTES_MAX) return undefined;
    return await describeBytes(path, type, readFileSync(file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw cause;
  }
}

/** What the bytes of a file at a path are. */
export async function describeBytes(path: string, type: string, bytes: Buffer): Promise<Asset> {
  const facts = type.startsWith('image/') ? await pixels(bytes) : await duration(type, bytes);
  return { path, hash: hashOf(bytes), name: basename(path), type, bytes: bytes.length, ...facts };
}

/** Width and height, where the bytes tell. A picture that cannot be measured is still a picture. */
async function pixels(bytes: Buffer): Promise<{ readonly width?: number; readonly height?: number }> {
  const { imageSize } = await import('image-size');
  try {
    // Bytes of their own: a small `Buffer` is a part of a larger one, and image-size would read on into it
    const { width, height } = imageSize(new Uint8Array(bytes));
    return { width: Math.round(width), height: Math.round(height) };
  } catch (cause) {
    if (cause instanceof Error) return {};
    throw cause;
  }
}

/** How long a recording lasts, in whole seconds, where the bytes tell. Read only where there is a recording. */
async function duration(type: string, bytes: Buffer): Promise<{ readonly seconds?: number }> {
  if (!/^(?:audio|video)\//.test(type)) return {};
  const { parseBuffer } = await import('music-metadata');
  try {
    const { format } = await parseBuffer(bytes, { mimeType: type }, { duration: true, skipCovers: true });
    return format.duration === undefined ? {} : { seconds: Math.round(format.duration) };
  } catch (cause) {
    if (cause instanceof Error) return {};
    throw cause;
  }
}
