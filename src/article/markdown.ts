/**
 * A Markdown file: front matter and CommonMark.
 *
 * In: path and bytes. Out: a draft, or the faults that keep it from being one. No I/O, no clock.
 */
import { type ArticleBase, articleBase } from './addresses.ts';
import { articleText } from './article-text.ts';
import { hasContent } from './body-text.ts';
import { composeDraft, idPrefix } from './compose-draft.ts';
import type { Reading } from './draft.ts';
import type { Fault } from './fault.ts';
import { frontMatter } from './front-matter.ts';
import { statedFields } from './front-matter-fields.ts';
import { HtmlTooComplex } from './html-tree.ts';
import { type MarkdownBody, markdownHtml } from './markdown-html.ts';
import type { StatedFields } from './stated-fields.ts';

/** The most characters of Markdown: a long book. Hostile text of this size takes a second, and time grows with size. */
export const MARKDOWN_CHARACTERS_MAX = 1_000_000;

/** Reads a Markdown file. */
export function readMarkdown(path: string, bytes: Uint8Array): Reading {
  const { text, faults: textFaults } = articleText(path, bytes);
  if (text === undefined) return { draft: undefined, faults: textFaults };
  if (text.length > MARKDOWN_CHARACTERS_MAX) {
    const what = `Markdown of ${text.length} characters, more than ${MARKDOWN_CHARACTERS_MAX}`;
    return { draft: undefined, faults: [...textFaults, { path, line: 1, severity: 'error', what }] };
  }
  const matter = frontMatter(path, text);
  const { stated, faults: fieldFaults } = statedFields(path, matter.fields);
  const faults = [...textFaults, ...matter.faults, ...fieldFaults];
  if (faults.some(({ severity }) => severity === 'error')) return { draft: undefined, faults };
  const base = articleBase(path);
  const body = bodyOf(path, matter.body, stated, base);
  if ('what' in body) return { draft: undefined, faults: [...faults, body] };
  if (!hasContent(body.html))
    return { draft: undefined, faults: [...faults, noText(path, text, matter.body)] };
  const { html, heading, excerptParagraphs } = body;
  return {
    draft: composeDraft({ path, kind: 'markdown', base, stated, body: html, heading, excerptParagraphs }),
    faults,
  };
}

function bodyOf(path: string, text: string, stated: StatedFields, base: ArticleBase): MarkdownBody | Fault {
  try {
    return markdownHtml(text, stated.headline, { base, idPrefix: idPrefix(path) });
  } catch (cause) {
    if (cause instanceof HtmlTooComplex) return { path, line: 1, severity: 'error', what: cause.message };
    throw cause;
  }
}

function noText(path: string, text: string, body: string): Fault {
  const line = text.slice(0, text.length - body.length).split('\n').length;
  return { path, line, severity: 'error', what: 'the article has no text' };
}
