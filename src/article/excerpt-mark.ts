/**
 * Where an author ends the excerpt: `<!--more-->` in a paragraph of its own, wherever on a line it stood.
 *
 * Hugo, Zola and WordPress cut at the mark even in the middle of a line, and Jekyll's authors name a mark of their own
 * (`excerpt_separator`); Markdown knows such a comment as a block only where it begins a line. Pure; code is not looked
 * into.
 */
import { templatePieces } from './template-tags.ts';

/** The mark as users of Hugo, Jekyll, WordPress, Docusaurus and Nikola write it. */
const MARK = /<!--[ \t]*(?:more|truncate|teaser_end|(?:end )?excerpt)[ \t]*-->/i;
const MORE = '<!--more-->';

/**
 * The text, its first mark in a paragraph of its own.
 *
 * @param separator the mark that the front matter names; only a comment is one, since others are words or empty lines
 */
export function withExcerptMark(text: string, separator: string | undefined): string {
  const own = separator !== undefined && /^<!--.*-->$/.test(separator) ? separator : undefined;
  const at = firstMark(text, own);
  if (at === undefined) return text;
  return `${text.slice(0, at.start).trimEnd()}\n\n${MORE}\n\n${text.slice(at.end).replace(/^[ \t]+/, '')}`;
}

function firstMark(text: string, own: string | undefined): { start: number; end: number } | undefined {
  const find = (from: number, to: number) => {
    const part = text.slice(from, to);
    const at = own === undefined ? part.search(MARK) : part.indexOf(own);
    if (at < 0) return undefined;
    const length = own?.length ?? MARK.exec(part)![0].length;
    return { start: from + at, end: from + at + length };
  };
  if (find(0, text.length) === undefined) return undefined;
  let from = 0;
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code') continue;
    const found = find(from, piece.start);
    if (found !== undefined) return found;
    from = piece.end;
  }
  return find(from, text.length);
}
