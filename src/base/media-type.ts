/**
 * The media types of pictures, recordings and documents, by the extensions of their names. Nothing else is published.
 *
 * Source: IANA's registry; RFC 7845 §9 for Opus, RFC 9639 §8 for FLAC, RFC 4337 for MP4.
 */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  pdf: 'application/pdf',
};

/** The media type of a file by its path, if files of its kind are published. */
export function mediaType(path: string): string | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension] : undefined;
}

/** The media type of a picture by its web address, where the name in it ends as pictures' names do. */
export function pictureType(address: string): string | undefined {
  const type = mediaType(address.replace(/[?#].*$/s, '').replace(/^.*\//s, ''));
  return type?.startsWith('image/') ? type : undefined;
}
