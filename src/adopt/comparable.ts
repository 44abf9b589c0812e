/**
 * Titles, links and texts as they are compared: what two programs spell differently is made alike.
 *
 * Pure.
 */
import { HtmlTooComplex, parseHtmlFragment, textContent } from '../article/html-tree.ts';
import { pathName } from '../article/path-date.ts';
import { slugOf } from '../article/slug.ts';
import { OLD_FEED_LIMITS } from './old-feed.ts';

/** Characters of a title that are compared. */
const TITLE_CHARACTERS_MAX = 500;

/** The words of an HTML text, without markup and references. */
export function plainWords(html: string): string {
  const some = html.slice(0, OLD_FEED_LIMITS.textCharactersMax);
  if (!/[<&]/.test(some)) return some;
  try {
    // Words of two paragraphs are two words.
    return textContent(parseHtmlFragment(some.replaceAll('<', ' <')));
  } catch (cause) {
    if (cause instanceof HtmlTooComplex) return some;
    throw cause;
  }
}

/** The words of a title, whatever its markup, case, quotes and dashes; `''` for none. */
export function titleKey(title: string): string {
  const words = plainWords(title.slice(0, TITLE_CHARACTERS_MAX));
  return (
    words
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

/** The share of words that two titles have in common; 1 only for the same words. */
export function titleLikeness(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  const [words, others] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const common = [...words].filter((word) => others.has(word)).length;
  return Math.min(0.99, (2 * common) / (words.size + others.size));
}

/** An address without what may differ when a site moves: scheme, host, a slash or `.html` at its end. */
export interface LinkKey {
  /** Without a slash in front; `''` for the home page and for what is no address. */
  readonly path: string;
  /** The last part of the path, as slugs are written. */
  readonly name: string;
}

/** The key of a link. */
export function linkKey(link: string | undefined): LinkKey {
  const url = link !== undefined && URL.canParse(link, BASE) ? new URL(link, BASE) : undefined;
  if (url === undefined) return { path: '', name: '' };
  const query = [...url.searchParams].filter(([name]) => !/^utm_/i.test(name));
  const path = decoded(url.pathname)
    .replace(/\/index\.[a-z]{3,5}$|\.(?:html?|php|md)$/i, '')
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase();
  const asked = query.map(([name, value]) => `${name}=${value}`).join('&');
  if (asked !== '') return { path: `${path}?${asked}`, name: '' };
  return { path, name: path === '' ? '' : slugOf(path.slice(path.lastIndexOf('/') + 1)) };
}

/** Only to read relative links by. */
const BASE = 'http://old.invalid/';

/** A file's path as old addresses repeat it: no extension, no date in its name; of a page bundle, its folder. */
export function pathKey(path: string): LinkKey {
  const { stem } = pathName(path);
  const folders = path.split('/').slice(0, /\/_?index\.[^/]*$/i.test(path) ? -2 : -1);
  return { path: [...folders, stem].join('/').normalize('NFC').toLowerCase(), name: slugOf(stem) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch (cause) {
    if (cause instanceof URIError) return path;
    throw cause;
  }
}
