/**
 * Attribute lists of Markdown dialects, taken out: kramdown's `{: .class}` (Jekyll), `## Heading {#id}` (Hugo, Zola,
 * Pandoc), `![](a.png){width=50%}`; icons of MkDocs Material, `:octicons-heart:`.
 *
 * They say how one site looks, and CommonMark would print them. No words are lost, so no fault tells of it; kramdown's
 * table of contents goes with its placeholder. Code is not looked into.
 */
import { templatePieces } from './template-tags.ts';

const COMMENT = /\{::comment\}[\s\S]{0,20000}?\{:\/(?:comment)?\}/g;
const CONTENTS =
  /^[ \t]*(?:[-*+]|1\.)[ \t]+\S[^\n]{0,200}\n[ \t]*\{:[ \t]*toc[^{}\n]{0,200}\}[ \t]*$|^[ \t]*(?:\[\[?toc\]?\]|@\[toc\](?:\([^)\n]{0,200}\))?)[ \t]*$/gim;
const KRAMDOWN =
  /\{:(?:[ \t]*[.#][^{}\n]{0,200}|[ \t]*[\w-]+=[^{}\n]{0,200}|[ \t]*toc[^{}\n]{0,200}|[:/][^{}\n]{0,200}|[ \t]+[\w.#-][^{}\n]{0,200})\}/g;
/** The name of attributes stated elsewhere, on a line of its own: `{:refdef: .wide}` … `{:refdef}`. */
const NAMED = /^[ \t]*\{:[\w-]{1,60}(?::[^{}\n]{0,200})?\}[ \t]*$/gm;
const LINE_END = /(?:^|[ \t]+)\{[#.][\w-][^{}\n]{0,200}\}[ \t]*$/gm;
/** Wiki.js needs no space before them. */
const HEADING_END = /^( {0,3}#{1,6}[ \t][^\n{}]{1,300})\{[#.][\w-][^{}\n]{0,200}\}[ \t]*$/gm;
/** A stretch of words with a look: `[words]{.red}` of Pandoc and Nuxt Content. */
const SPAN = /(?<![\]!\\\w])\[([^[\]\n]{1,300})\]\{[.#][\w-][^{}\n]{0,200}\}/g;
const BEHIND_LINK = /(?<=[)\]])\{[ \t]*(?:[.#][\w-][^{}\n]{0,200}|[\w-]+=[^{}\n]{1,200})\}/g;

/** Icons of MkDocs Material, with their attributes. */
const ICON = /(?<![\w:]):(?:material|octicons|fontawesome|simple)-[a-z0-9-]{1,80}:(?:\{[^{}\n]{0,200}\})?/g;
/** What parts the columns of a theme of Hugo. */
const COLUMN = /^[ \t]*<--->[ \t]*$/gm;

/** The text without attribute lists. */
export function withoutAttributeLists(text: string): string {
  if (
    !/\{[:.#]|[)\]]\{|\[toc\]|<--->|:(?:material|octicons|fontawesome|simple)-/i.test(text) &&
    !text.includes(' markdown=')
  )
    return text;
  let kept = '';
  let at = 0;
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code') continue;
    kept += strippedOf(text.slice(at, piece.start)) + text.slice(piece.start, piece.end);
    at = piece.end;
  }
  return kept + strippedOf(text.slice(at));
}

function strippedOf(prose: string): string {
  return withMarkdownInHtml(prose)
    .replace(COMMENT, '')
    .replace(CONTENTS, '')
    .replace(KRAMDOWN, '')
    .replace(NAMED, '')
    .replace(SPAN, '$1')
    .replace(LINE_END, '')
    .replace(HEADING_END, '$1')
    .replace(BEHIND_LINK, '')
    .replace(ICON, '')
    .replace(COLUMN, '');
}

const MARKED_ELEMENT =
  /^[ \t]*<[a-z][^<>\n]{0,300}\smarkdown=["']?(?:1|block|span)["']?[^<>\n]{0,300}>[ \t]*$/gim;

/** `markdown="1"` of kramdown and Markdown Extra: what an element holds is Markdown, if a line parts it from the tag. */
function withMarkdownInHtml(prose: string): string {
  if (!/\smarkdown=/i.test(prose)) return prose;
  return prose.replace(MARKED_ELEMENT, '$&\n').replace(/<\/summary>[ \t]*$/gim, '$&\n');
}
