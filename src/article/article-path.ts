/**
 * Which files are articles: told by the extension alone, so that a scan loads no parser.
 */
import type { DraftKind } from './draft.ts';

/** The kind of each extension. */
export const ARTICLE_EXTENSIONS: Readonly<Record<string, DraftKind>> = {
  txt: 'wire',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  htm: 'html',
};

/** The kind of the article file at a path; undefined for every other file. */
export function articleKind(path: string): DraftKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // Hugo's and Zola's page of a section, which no list of articles shows
  if (name.startsWith('_index.')) return undefined;
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1).toLowerCase();
  return dot >= 0 && Object.hasOwn(ARTICLE_EXTENSIONS, extension) ? ARTICLE_EXTENSIONS[extension] : undefined;
}

/** True for the paths of article files. */
export function isArticlePath(path: string): boolean {
  return articleKind(path) !== undefined;
}
