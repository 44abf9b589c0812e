/**
 * A Markdown file: front matter and CommonMark.
 *
 * In: path and bytes. Out: a draft, or the faults that keep it from being one. No I/O, no clock.
 */

import { cleanText } from '../base/text.ts';
import { withAbbreviations } from './abbreviations.ts';
import { type ArticleBase, articleBase } from './addresses.ts';
import { withoutAdmonitions } from './admonitions.ts';
import type { ListedAuthor } from './author-list.ts';
import { hasContent } from './body-text.ts';
import { renderedComponents } from './components.ts';
import { composeDraft, idPrefix } from './compose-draft.ts';
import type { Reading } from './draft.ts';
import { withExcerptMark } from './excerpt-mark.ts';
import { exportedFields } from './exported-fields.ts';
import type { Fault, Severity } from './fault.ts';
import { lineAt, readFileText } from './file-text.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { statedFields } from './front-matter-fields.ts';
import { withGalleries } from './galleries.ts';
import { decodeUnstated } from './html-charset.ts';
import { HtmlTooComplex } from './html-tree.ts';
import { withPlainTables } from './kramdown-tables.ts';
import { picturesInMarkdown } from './lost-pictures.ts';
import { withoutAttributeLists } from './markdown-attributes.ts';
import { type MarkdownBody, markdownHtml } from './markdown-html.ts';
import { isMdx, renderedMdx } from './mdx.ts';
import { withoutObsidian } from './obsidian.ts';
import { withOwnFields } from './own-fields.ts';
import { falseDayIn, pathName } from './path-date.ts';
import { withRaisedDigits } from './raised-digits.ts';
import { whyNoArticle } from './site-pages.ts';
import { statedBody } from './stated-body.ts';
import type { StatedFields } from './stated-fields.ts';
import { type RenderedText, renderedTemplates } from './templates.ts';
import { renderedWordpress } from './wordpress-shortcodes.ts';
import { writtenInAddress } from './written-in-picture.ts';

/** The most characters of Markdown: a long book. Hostile text of this size takes a second, and time grows with size. */
export const MARKDOWN_CHARACTERS_MAX = 1_000_000;

/** The most opening brackets: each may begin a link, and looking for its end takes the longest of all. */
const BRACKETS_MAX = 200_000;

/** Reads a Markdown file. */
export function readMarkdown(path: string, bytes: Uint8Array, listed: ListedAuthor): Reading {
  const { text: decoded, faults: textFaults } = readFileText(path, bytes, decodeUnstated);
  if (decoded === undefined) return { draft: undefined, faults: textFaults };
  const text = cleanText(decoded);
  if (text.length > MARKDOWN_CHARACTERS_MAX) {
    const what = `Markdown of ${text.length} characters, more than ${MARKDOWN_CHARACTERS_MAX}`;
    return { draft: undefined, faults: [...textFaults, { path, line: 1, severity: 'error', what }] };
  }
  if (text.length > BRACKETS_MAX && (text.match(/\[/g)?.length ?? 0) > BRACKETS_MAX) {
    const what = `Markdown of more than ${BRACKETS_MAX} opening brackets`;
    return { draft: undefined, faults: [...textFaults, { path, line: 1, severity: 'error', what }] };
  }
  const matter = statedIn(path, text);
  const { stated: ownFields, faults: fieldFaults } = statedFields(path, matter.fields, listed);
  const faults = [...textFaults, ...matter.faults, ...fieldFaults];
  const aside = whyNoArticle(path, matter.fields);
  const stated = aside === undefined ? ownFields : { ...ownFields, isDraft: true };
  if (aside !== undefined) faults.push({ path, line: 1, severity: 'note', what: aside });
  const falseDay = stated.published === undefined ? falseDayIn(path) : undefined;
  if (falseDay !== undefined) faults.push(noSuchDay(path, falseDay));
  if (faults.some(({ severity }) => severity === 'error')) return { draft: undefined, faults };
  const base = { ...articleBase(path), mediaFolder: mediaFolder(matter.fields) };
  const linesBefore = lineAt(text, text.length - matter.body.length) - 1;
  const source = markdownSource(path, matter, linesBefore);
  if (aside === undefined) faults.push(...source.faults, ...picturesInMarkdown(path, text, base));
  const marked = withExcerptMark(source.text, stated.excerptSeparator);
  const read = bodyOf(path, marked, stated, base);
  if ('what' in read) return { draft: undefined, faults: [...faults, read] };
  const dated = stated.published ?? pathName(path).date;
  const isEmpty = aside === undefined && !hasContent(read.html);
  const own = isEmpty && dated !== undefined ? statedBody(stated, matter.fields) : '';
  if (isEmpty && own === '')
    return { draft: undefined, faults: [...faults, noText(path, text, matter.body, 'error', NO_TEXT)] };
  if (own !== '') faults.push(noText(path, text, matter.body, 'note', STANDS_FOR_TEXT));
  const body = own === '' ? read : bodyOf(path, own, stated, base);
  if ('what' in body) return { draft: undefined, faults: [...faults, body] };
  const { html, heading, excerptParagraphs } = body;
  return {
    draft: composeDraft({ path, kind: 'markdown', base, stated, body: html, heading, excerptParagraphs }),
    faults,
  };
}

function statedIn(path: string, text: string): FrontMatter {
  const matter = frontMatter(path, text);
  const isBare = matter.body === text && matter.faults.length === 0 && /\.mdx$/i.test(path);
  return isBare ? { ...matter, fields: exportedFields(text) } : matter;
}

/** The CommonMark in a text: without MDX, templates of site generators, and what other dialects add. */
function markdownSource(path: string, { body, fields }: FrontMatter, linesBefore: number): RenderedText {
  if (!/[{<[]|:::|^[ \t]*::|!!!|\?\?\?|%%|==|^[ ]{0,3}\|[-: |]*-\+/m.test(body))
    return { text: withRaisedDigits(body), faults: [] };
  const plain = isMdx(path, body) ? renderedMdx(path, body, linesBefore) : { text: body, faults: [] };
  const { text, faults } = hasNoTemplates(fields)
    ? { text: plain.text, faults: [] }
    : renderedTemplates(
        path,
        withOwnFields(withGalleries(plain.text, fields), fields),
        linesBefore,
        undefined,
        fields,
      );
  const wordpress = renderedWordpress(path, text, linesBefore);
  const components = renderedComponents(path, wordpress.text, linesBefore);
  const markdown = withoutObsidian(
    withoutAttributeLists(withAbbreviations(withoutAdmonitions(withPlainTables(components.text)))),
  );
  return {
    text: withRaisedDigits(markdown),
    faults: [...plain.faults, ...faults, ...wordpress.faults, ...components.faults],
  };
}

function mediaFolder(fields: FrontMatter['fields']): string | undefined {
  const folder = fields.get('mediasubpath')?.value ?? fields.get('imgpath')?.value;
  return typeof folder === 'string' && folder.trim() !== '' ? folder.trim() : undefined;
}

/** The author's word that braces in the text are no tags: Jekyll's, and Eleventy's. */
function hasNoTemplates(fields: FrontMatter['fields']): boolean {
  const engine = fields.get('templateengineoverride')?.value;
  return fields.get('renderwithliquid')?.value === false || engine === 'md' || engine === false;
}

function noSuchDay(path: string, day: string): Fault {
  const what = `the name begins with \`${day}\`, and there is no such day: the article is dated by when it was first seen; correct the name, or give it a date`;
  return { path, line: 1, severity: 'warning', what };
}

function bodyOf(path: string, text: string, stated: StatedFields, base: ArticleBase): MarkdownBody | Fault {
  try {
    const pictureAt = (source: string) => writtenInAddress(path, source);
    return markdownHtml(text, stated.headline, { base, idPrefix: idPrefix(path), pictureAt });
  } catch (cause) {
    if (cause instanceof HtmlTooComplex) return { path, line: 1, severity: 'error', what: cause.message };
    throw cause;
  }
}

const NO_TEXT = 'the article has no text: expected some below its front matter';
const STANDS_FOR_TEXT = 'the article has no text: the summary, picture and link that it states stand for it';

function noText(path: string, text: string, body: string, severity: Severity, what: string): Fault {
  return { path, line: lineAt(text, text.length - body.length), severity, what };
}
