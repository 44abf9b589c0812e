/**
 * Pictures that are written into an article's file as `data:` addresses, as programs do that save a page as one file.
 *
 * Readers do not show such addresses (C-42), so a picture gets a path beside its article, made of the hash of its
 * bytes; whoever keeps files finds the bytes by it (`writtenInPictures`). Small ones are placeholders and icons, and
 * are no pictures. Pure.
 */
import { createHash } from 'node:crypto';
import { encodePath, FILE_MARK } from '../base/address.ts';

/** Shorter addresses are placeholders and icons. */
export const PICTURE_CHARACTERS_MIN = 1_000;

const EXTENSIONS: Readonly<Record<string, string>> = {
  png: 'png',
  jpeg: 'jpg',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
};

const DATA = /^\s*data:image\/(png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=\s]+)$/i;
const DATA_IN_FILE = /data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\r\n\t ]{900,}/gi;

/** A picture's bytes and where they belong. */
export interface WrittenInPicture {
  /** Relative to the articles folder. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** The marked address of a picture in an article's file; undefined for what is none, or too small to be one. */
export function writtenInAddress(articlePath: string, source: string): string | undefined {
  const picture = writtenInPicture(articlePath, source);
  return picture === undefined ? undefined : FILE_MARK + encodePath(picture.path);
}

/** Whether a path is that of a picture written into the file of an article. */
export function isWrittenIn(articlePath: string, path: string): boolean {
  return path.startsWith(`${articlePath}.data/`);
}

/** The pictures in an article's bytes, one at a time. */
export function* writtenInPictures(articlePath: string, bytes: Buffer): Generator<WrittenInPicture> {
  for (const [source] of bytes.toString('latin1').matchAll(DATA_IN_FILE)) {
    const picture = writtenInPicture(articlePath, source);
    if (picture !== undefined) yield picture;
  }
}

function writtenInPicture(articlePath: string, source: string): WrittenInPicture | undefined {
  if (source.length < PICTURE_CHARACTERS_MIN) return undefined;
  const [, kind = '', base64] = DATA.exec(source) ?? [];
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { path: `${articlePath}.data/${hash}.${EXTENSIONS[kind.toLowerCase()]}`, bytes };
}
