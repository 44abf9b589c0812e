/**
 * A file beside articles: what it is, and whether it may be published.
 *
 * Only files that an article refers to are published, and only kinds that readers show.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { imageSize } from 'image-size';
import type { Asset } from '../ledger/card.ts';
import { hashOf } from './article-file.ts';

/** Larger files are not published, in bytes. */
export const ASSET_BYTES_MAX = 100_000_000;

/** Media types by extension; nothing else is published. */
export const ASSET_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
};

/** The media type of a path, if files of its kind are published. */
export function assetType(path: string): string | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(ASSET_TYPES, extension) ? ASSET_TYPES[extension] : undefined;
}

/** What the file at a path is; undefined when there is none, or none that may be published. */
export function describeAsset(root: string, path: string): Asset | undefined {
  const type = assetType(path);
  if (type === undefined) return undefined;
  try {
    const file = join(root, path);
    if (statSync(file).size > ASSET_BYTES_MAX) return undefined;
    const bytes = readFileSync(file);
    return {
      path,
      hash: hashOf(bytes),
      name: basename(path),
      type,
      bytes: bytes.length,
      ...pixels(type, bytes),
    };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw cause;
  }
}

/** Width and height, where the bytes tell. A picture that cannot be measured is still a picture. */
function pixels(type: string, bytes: Buffer): { readonly width?: number; readonly height?: number } {
  if (!type.startsWith('image/')) return {};
  try {
    const { width, height } = imageSize(bytes);
    return { width: Math.round(width), height: Math.round(height) };
  } catch (cause) {
    if (cause instanceof Error) return {};
    throw cause;
  }
}
