/**
 * Addresses of our own inside stored HTML.
 *
 * A body is stored without the site's base URL, so that a change of BASE_URL changes no identity and no hash. Two
 * control characters, which cleaned text cannot contain (base/text.ts), mark where an address of ours begins; a
 * body can therefore not forge one. Nothing marked ever leaves the service: `publicHtml` resolves it.
 */
import type { SafeHtml } from './text.ts';

/** Followed by a path that begins with `/`: an address on this site. */
export const SITE_MARK = '\u0001';

/** Followed by a percent-encoded path inside the articles folder, without a leading slash: a file beside articles. */
export const FILE_MARK = '\u0002';

/** The HTML with every marked address made absolute. `baseUrl` has no trailing slash. */
export function publicHtml(html: SafeHtml | string, baseUrl: string): string {
  return html.includes(SITE_MARK) ? html.replaceAll(SITE_MARK, () => baseUrl) : html;
}

/** The paths of files that an HTML text or address refers to, each once, decoded, in order of appearance. */
export function referencedFiles(html: string): readonly string[] {
  if (!html.includes(FILE_MARK)) return [];
  const found = new Set<string>();
  for (const [, path] of html.matchAll(/\u0002([^"'\s,)<>#?]*)/g)) found.add(decodePath(path!));
  return [...found];
}

/**
 * Turns every reference to a file into the address that `addressOf` gives for it: a path on this site, or an absolute
 * address; `undefined` means that no such file is published, and the reference becomes the same path on the site.
 */
export function resolveFiles(html: string, addressOf: (path: string) => string | undefined): string {
  if (!html.includes(FILE_MARK)) return html;
  return html.replace(/\u0002([^"'\s,)<>#?]*)/g, (_, path: string) => {
    const address = addressOf(decodePath(path)) ?? `/${path}`;
    return address.startsWith('/') ? SITE_MARK + address : address;
  });
}

/** A path inside the articles folder as it stands behind a mark: each segment percent-encoded. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/'/g, '%27')
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29');
}

function decodePath(path: string): string {
  return path.split('/').map(decodeSegment).join('/');
}

function decodeSegment(segment: string): string {
  return /%(?![0-9A-Fa-f]{2})/.test(segment) ? segment : safeDecode(segment);
}

function safeDecode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    if (cause instanceof URIError) return segment;
    throw cause;
  }
}
