/**
 * The door of this room: one file's path and bytes in, its draft and faults out.
 *
 * Heavy to import (parsers of YAML, TOML, Markdown, HTML): import it when there is a file to read, not before.
 */
import type { Site } from '../base/site.ts';
import { ARTICLE_EXTENSIONS, articleKind } from './article-path.ts';
import type { DraftKind, Reading } from './draft.ts';
import { readHtmlPage } from './html-page.ts';
import { readMarkdown } from './markdown.ts';
import { whyFolderHoldsNone } from './site-folders.ts';
import { readWireCopy } from './wire-copy.ts';

export { ARTICLE_EXTENSIONS, isArticlePath } from './article-path.ts';

const READERS: Readonly<Record<DraftKind, (path: string, bytes: Uint8Array, site: Site) => Reading>> = {
  wire: readWireCopy,
  markdown: readMarkdown,
  html: readHtmlPage,
};

/**
 * Reads one article file. A pure function of its arguments (T-46); never throws on account of what the bytes are.
 *
 * @param path relative to the articles folder, `/` between segments
 */
export function readDraft(path: string, bytes: Uint8Array, site: Site): Reading {
  const kind = articleKind(path);
  const aside = whyFolderHoldsNone(path, bytes);
  if (aside !== undefined)
    return { draft: undefined, faults: [{ path, line: 1, severity: 'note', what: aside }] };
  if (kind !== undefined) return READERS[kind](path, bytes, site);
  const what = `not an article file: expected one of ${Object.keys(ARTICLE_EXTENSIONS).join(', ')}`;
  return { draft: undefined, faults: [{ path, line: 1, severity: 'error', what }] };
}
