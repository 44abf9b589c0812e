/**
 * Markdown as safe HTML.
 *
 * In: the text below the front matter. Out: the body, its own title heading apart, and where the author cut the
 * excerpt. CommonMark with tables, strikethrough, definition lists, footnotes and fenced code; raw HTML passes through the sanitiser.
 * Text without raw HTML, which is nearly all, is not parsed again: what `markdown-it` writes for it lies within the
 * schema, and its addresses are rewritten on the tokens (a property test holds that both ways give the same bytes).
 *
 * Footnotes have no anchors: a fragment address leads nowhere in a feed, and would collide between articles.
 */
import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { cleanText, type PlainText, type SafeHtml } from '../base/text.ts';
import { fetchAddress, linkAddress } from './addresses.ts';
import { codeClass } from './attribute-value.ts';
import { withEmojiRule } from './emoji.ts';
import { headingLevel, headingShift, shiftedHeading } from './headings.ts';
import { isTracker } from './image-source.ts';
import { withTaskLists } from './markdown-tasks.ts';
import { withoutTitle } from './markdown-title.ts';
import { withPlainTokens } from './markdown-tokens.ts';
import { withMath } from './math-in-markdown.ts';
import { type SanitizeOptions, sanitizeHtml } from './sanitize.ts';

/** What became of a Markdown text. */
export interface MarkdownBody {
  readonly html: SafeHtml;
  /** The text of the first first-level heading, or else of one that begins the text; it is not in `html` when it is the title. */
  readonly heading: PlainText | undefined;
  /** How many paragraphs stand before `<!--more-->`, where there is one. */
  readonly excerptParagraphs: number | undefined;
}

/** More notes than any article has; beyond it `[^1]` stays as text (joining them takes quadratic time). */
const FOOTNOTES_MAX = 1_000;

/** The mark that excerpt-mark.ts leaves. */
const MORE = /^\s*<!--\s*more\s*-->\s*$/i;

/** What markdown-it would take apart and put together as it was. */
const NORMAL_ADDRESS = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w;/?:@&=+$,.!~*'()#-]*)?$/;

/** What the fast way may not have written: paragraphs that show nothing, bidi controls, and the accent that turns `<` into `≮`. */
const NEEDS_SANITIZER =
  /[\u0338\u202A-\u202E\u2066-\u2069]|<(p|h[2-6])>(?:\s|\u200B|<br>|<\/?(?:em|strong|s)>)*<\/\1>/;

const PLAIN = withPlainTokens(markdownParser());
const WITH_FOOTNOTES = withPlainTokens(markdownParser()).use(footnotes);
for (const [rule, html] of [
  ['footnote_block_open', '<hr>\n<ol>\n'],
  ['footnote_block_close', '</ol>\n'],
  ['footnote_open', '<li>'],
  ['footnote_close', '</li>\n'],
  ['footnote_anchor', ''],
] as const) {
  WITH_FOOTNOTES.renderer.rules[rule] = () => html;
}
WITH_FOOTNOTES.renderer.rules.footnote_ref = (tokens, at) =>
  `<sup>[${Number(tokens[at]!.meta?.id) + 1}]</sup>`;

/**
 * The safe HTML of a Markdown text.
 *
 * @param text cleaned (base/text.ts)
 * @param title the stated title; a first heading that repeats it is left out. Undefined: the first heading becomes
 *   the title and is left out.
 * @throws {HtmlTooComplex} beyond the limits of html-tree.ts
 */
export function markdownHtml(
  text: string,
  title: PlainText | undefined,
  options: SanitizeOptions,
): MarkdownBody {
  const markdown = parsedMarkdown(text, title);
  const { heading, excerptParagraphs } = markdown;
  const edits = addressEdits(markdown.tokens, options);
  const html = edits === undefined ? undefined : fastHtml(markdown, edits);
  if (html !== undefined) return { html, heading, excerptParagraphs };
  // the edits have changed the tokens, and the sanitiser must see them as the author wrote them
  const unchanged = edits === undefined ? markdown : parsedMarkdown(text, title);
  return { html: sanitizeHtml(renderedMarkdown(unchanged), options), heading, excerptParagraphs };
}

/** The HTML of Markdown by the long way only; for the property test that holds the short one. */
export function sanitizedMarkdown(text: string, options: SanitizeOptions): SafeHtml {
  const parser = footnoteCount(text) > 0 ? WITH_FOOTNOTES : PLAIN;
  return sanitizeHtml(parser.render(text, {}), options);
}

interface ParsedMarkdown {
  readonly parser: MarkdownIt;
  readonly tokens: Token[];
  readonly env: Record<string, unknown>;
  readonly heading: PlainText | undefined;
  readonly excerptParagraphs: number | undefined;
}

function parsedMarkdown(text: string, title: PlainText | undefined): ParsedMarkdown {
  const parser = footnoteCount(text) > 0 ? WITH_FOOTNOTES : PLAIN;
  const env = {};
  const { tokens: untitled, heading } = withoutTitle(parser.parse(text, env), title);
  return { parser, env, heading, ...withoutMore(untitled) };
}

function renderedMarkdown({ parser, tokens, env }: ParsedMarkdown): string {
  return parser.renderer.render(tokens, parser.options, env);
}

function markdownParser(): MarkdownIt {
  const parser = new markdownIt('default', {
    html: true,
    linkify: false,
    typographer: false,
    breaks: false,
    xhtmlOut: false,
  });
  parser.renderer.rules.fence = (tokens, at) => {
    const { content, info } = tokens[at]!;
    const className = codeClass(
      parser.utils
        .unescapeAll(info)
        .trim()
        .split(/[\s{,:]/, 1)[0],
    );
    const attribute = className === undefined ? '' : ` class="${className}"`;
    return `<pre><code${attribute}>${parser.utils.escapeHtml(content)}</code></pre>\n`;
  };
  const { normalizeLink } = parser;
  parser.normalizeLink = (address) => (NORMAL_ADDRESS.test(address) ? address : normalizeLink(address));
  return withTaskLists(withEmojiRule(withMath(parser.use(definitionLists))));
}

/** How many notes a text may hold, 0 where none or too many; notes inside notes are no notes. */
function footnoteCount(text: string): number {
  const count = text.match(/\[\^|\^\[/g)?.length ?? 0;
  return count > FOOTNOTES_MAX || /\^\[[^\]\n]{0,200}\^\[/.test(text) ? 0 : count;
}

function withoutMore(tokens: Token[]): {
  readonly tokens: Token[];
  readonly excerptParagraphs: number | undefined;
} {
  const at = tokens.findIndex((token) => token.type === 'html_block' && MORE.test(token.content));
  if (at < 0) return { tokens, excerptParagraphs: undefined };
  const before = tokens
    .slice(0, at)
    .filter((token) => token.type === 'paragraph_open' && !token.hidden).length;
  return { tokens: tokens.toSpliced(at, 1), excerptParagraphs: before };
}

/** The HTML without the sanitiser, or undefined where the text needs it after all. */
function fastHtml(markdown: ParsedMarkdown, edits: readonly (() => void)[]): SafeHtml | undefined {
  for (const edit of edits) edit();
  const html = renderedMarkdown(markdown);
  const unmarked = html.replace(/[\u0001\u0002]/g, '');
  return NEEDS_SANITIZER.test(unmarked) || cleanText(unmarked) !== unmarked ? undefined : (html as SafeHtml);
}

/** What to change in the tokens so that they render within the schema; undefined where they cannot. */
function addressEdits(tokens: readonly Token[], options: SanitizeOptions): (() => void)[] | undefined {
  const edits: (() => void)[] = [];
  let linkDepth = 0;
  const shift = headingShift(headingLevels(tokens));
  for (const token of tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
    if (token.type === 'html_block' || token.type === 'html_inline') return undefined;
    const level = shift === 0 ? undefined : headingLevel(token.tag);
    if (level !== undefined) {
      const tag = shiftedHeading(level, shift);
      edits.push(() => setTag(token, tag));
    }
    if (token.type === 'th_open' || token.type === 'td_open') edits.push(() => alignCell(token));
    if (token.type === 'link_close') linkDepth -= 1;
    if (token.type === 'link_open') {
      linkDepth += 1;
      const href = linkDepth > 1 ? undefined : linkAddress(String(token.attrGet('href')), options.base);
      if (href === undefined) return undefined;
      edits.push(() => token.attrSet('href', href));
    } else if (token.type === 'image') {
      const src = fetchAddress(String(token.attrGet('src')), options.base);
      if (src === undefined || isTracker(src)) return undefined;
      edits.push(() => token.attrSet('src', src));
    }
  }
  return edits;
}

function* headingLevels(tokens: readonly Token[]): Generator<number> {
  for (const { type, tag } of tokens) if (type === 'heading_open') yield headingLevel(tag)!;
}

function setTag(token: Token, tag: string): void {
  token.tag = tag;
}

/** Says in `align` what the table rule says in `style`. */
function alignCell(cell: Token): void {
  const style = cell.attrGet('style');
  if (style !== null) cell.attrs = [['align', String(style).slice('text-align:'.length)]];
}
