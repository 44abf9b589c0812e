/**
 * When an article was published, at a glance: from the first bytes of its file, without reading it.
 *
 * Good enough to tell which files are the newest, so that a first import serves those first; every date that a reader
 * sees comes from reading the whole file. Pure.
 */
import { pathName } from './path-date.ts';
import { statedDate } from './stated-date.ts';

/** How much of a file a glance needs, in bytes. */
export const PEEK_BYTES = 2048;

/** A key of front matter, a label of wire copy, or a property of HTML, and the date behind it. */
const DATE_LINES: readonly RegExp[] = [
  /^[ \t"']*(?:publishDate|pubDate|date|published)["']?[ \t]*[:=][ \t]*["']?([0-9A-Za-z][^"'\r\n]{3,40})/im,
  /(?:datePublished|article:published_time|name=["']?date)["'][^>\r\n]{0,40}?["']([^"'\r\n]{4,40})["']/i,
];

/**
 * The instant at which the article says that it was published.
 *
 * @param head the first `PEEK_BYTES` of the file, decoded as UTF-8
 * @returns undefined when it does not say: it is then as new as the moment at which it was found
 */
export function peekDate(path: string, head: string): Date | undefined {
  for (const line of DATE_LINES) {
    const found = line.exec(head)?.[1];
    const stated = found === undefined ? undefined : statedDate(found.trim().replace(/,\s*$/, ''));
    if (stated !== undefined) return stated.instant;
  }
  return pathName(path).date?.instant;
}
