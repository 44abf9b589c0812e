/**
 * The heading in a Markdown text that is its title.
 *
 * In: tokens of markdown-it. Out: the tokens without the heading, and its words. The first first-level heading is it, or
 * whatever heading begins the text.
 */
import type { Token } from 'markdown-it';
import { type PlainText, plainLine } from '../base/text.ts';
import { markedUpLine } from './marked-up-line.ts';

/** The tokens of a text without its title. */
export interface Untitled {
  readonly tokens: Token[];
  /** The words of the heading; undefined where there is none. */
  readonly heading: PlainText | undefined;
}

/**
 * Takes the title heading out.
 *
 * @param title the stated title: a heading that says something else stays
 */
export function withoutTitle(tokens: Token[], title: PlainText | undefined): Untitled {
  let at = tokens.findIndex(
    (token) => token.type === 'heading_open' && token.tag === 'h1' && token.level === 0,
  );
  // a heading of any level that everything else stands under
  if (at < 0 && title === undefined && tokens[0]?.type === 'heading_open') at = 0;
  if (at < 0) return withoutHtmlTitle(tokens, title);
  const heading = plainLine(inlineText(tokens[at + 1]?.children ?? []));
  const isTitle = heading !== '' && (title === undefined || wordsOf(heading) === wordsOf(title));
  return {
    tokens: isTitle ? tokens.toSpliced(at, 3) : tokens,
    heading: heading === '' ? undefined : heading,
  };
}

const HTML_TITLE = /^\s*<h1\b[^>]*>((?:(?!<\/?h1\b)[\s\S]){1,500})<\/h1>/i;

/** A title heading that is written in HTML at the very start, to centre it. */
function withoutHtmlTitle(tokens: Token[], title: PlainText | undefined): Untitled {
  const [first] = tokens;
  const [whole, inside] = first?.type === 'html_block' ? (HTML_TITLE.exec(first.content) ?? []) : [];
  const heading = markedUpLine(inside ?? '');
  if (first === undefined || whole === undefined || heading === '') return { tokens, heading: undefined };
  const isTitle = title === undefined || wordsOf(heading) === wordsOf(title);
  if (isTitle) first.content = first.content.slice(whole.length);
  return { tokens, heading };
}

/** What two spellings of one title share: curled quotes, code and emphasis are not it. */
function wordsOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return words === '' ? title : words;
}

function inlineText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'image') text += inlineText(token.children ?? []);
    else if (token.type !== 'html_inline' && token.type !== 'footnote_ref') text += token.content;
  }
  return text;
}
