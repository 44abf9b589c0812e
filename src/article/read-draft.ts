/**
 * The door of this room: one file's path and bytes in, its draft and faults out.
 *
 * Heavy to import (parsers of YAML, TOML, Markdown, HTML): import it when there is a file to read, not before.
 */
import type { Site } from '../base/site.ts';
import { ARTICLE_EXTENSIONS, articleKind } from './article-path.ts';
import type { ListedAuthor } from './author-list.ts';
import type { DraftKind, Reading } from './draft.ts';
import { readHtmlPage } from './html-page.ts';
import { readMarkdown } from './markdown.ts';
import { whyFolderHoldsNone } from './site-folders.ts';
import { readWireCopy } from './wire-copy.ts';

export { ARTICLE_EXTENSIONS, isArticlePath } from './article-path.ts';

type Reader = (path: string, bytes: Uint8Array, site: Site, listed: ListedAuthor) => Reading;

const READERS: Readonly<Record<DraftKind, Reader>> = {
  wire: readWireCopy,
  markdown: (path, bytes, _, listed) => readMarkdown(path, bytes, listed),
  html: readHtmlPage,
};

/**
 * Reads one article file. A pure function of its arguments (T-46); never throws on account of what the bytes are.
 *
 * @param path relative to the articles folder, `/` between segments
 * @param listed who the keys of authors stand for, in the lists of the site
 */
export function readDraft(
  path: string,
  bytes: Uint8Array,
  site: Site,
  listed: ListedAuthor = () => undefined,
): Reading {
  const kind = articleKind(path);
  const aside = whyFolderHoldsNone(path, bytes);
  if (aside !== undefined)
    return { draft: undefined, faults: [{ path, line: 1, severity: 'note', what: aside }] };
  if (kind !== undefined) return READERS[kind](path, bytes, site, listed);
  const what = `not an article file: expected one of ${Object.keys(ARTICLE_EXTENSIONS).join(', ')}`;
  return { draft: undefined, faults: [{ path, line: 1, severity: 'error', what }] };
}
