/**
 * Where templates and code stand in a Markdown or HTML text.
 *
 * One walk from start to end: code fences, code spans and `pre`/`code` elements hide what stands in them; outside of
 * them each tag is found with its place. What a tag means is templates.ts'. Linear: nothing is looked for further
 * than a stated number of characters.
 */

/** The spellings: Hugo's two, Liquid's, Nunjucks' and Zola's, and EJS'. */
export type TagForm = '{{<' | '{{%' | '{{' | '{%' | '{#' | '<%';

/** A tag outside of code, or a stretch of code. */
export type TemplatePiece =
  | { readonly form: TagForm; readonly start: number; readonly end: number; readonly inside: string }
  | { readonly form: 'code'; readonly start: number; readonly end: number };

/** The longest tag. */
const TAG_CHARACTERS_MAX = 5_000;

/** The longest code span. */
const SPAN_CHARACTERS_MAX = 5_000;

/** The longest `pre` whose end is looked for. */
const ELEMENT_CHARACTERS_MAX = 50_000;

const CLOSED_BY: Readonly<Record<TagForm, string>> = {
  '{{<': '>}}',
  '{{%': '%}}',
  '{{': '}}',
  '{%': '%}',
  '{#': '#}',
  '<%': '%>',
};

const OPENING =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`\n]*$)|~{3,})|(?<!\\)(`+)|<(pre|code|script|style)\b|^( {4}|\t)[^\n{`<]{0,500}(?=\{\{(?![<%]))|\{\{[<%]?|\{[%#]|<%(?=[\s=_#-])/gim;

/** The pieces of a text, in order. */
export function* templatePieces(text: string): Generator<TemplatePiece> {
  const ends = new NextEnds(text);
  for (let at = 0; ; ) {
    OPENING.lastIndex = at;
    const found = OPENING.exec(text);
    if (found === null) return;
    const [opening, fence, span, element, indent] = found;
    const start = found.index;
    const behind = start + opening.length;
    if (fence !== undefined) at = fenceEnd(text, start, fence);
    else if (span !== undefined) at = spanEnd(text, start, span) ?? behind;
    else if (element !== undefined)
      at = ends.after(`</${element.toLowerCase()}>`, behind, ELEMENT_CHARACTERS_MAX) ?? behind;
    else if (indent !== undefined) at = indentedEnd(text, start) ?? behind;
    else {
      const form = opening as TagForm;
      const end = ends.after(CLOSED_BY[form], behind, TAG_CHARACTERS_MAX);
      const inside = end === undefined ? undefined : text.slice(behind, end - CLOSED_BY[form].length);
      const brace = inside !== undefined && isOpened(form, inside) ? BRACE_ALONE.exec(inside) : undefined;
      at = brace === null ? behind : brace === undefined ? (end ?? behind) : behind + brace[0].length;
      if (brace !== null && inside !== undefined)
        yield { form, start, end: at, inside: brace === undefined ? inside : brace[0].slice(0, -1) };
      continue;
    }
    if (at > behind) yield { form: 'code', start, end: at };
  }
}

/** Whether another tag opens in one, which was never closed then. */
function isOpened(form: TagForm, inside: string): boolean {
  return form !== '{{' && form !== '{#' && inside.includes(form);
}

/** A tag that was closed by half of what closes it: `{% post_url name.md}`. */
const BRACE_ALONE = /^[^\n{}]*\}/;

/** Where each closing stands next; what has been found is kept, so that a walk looks at every character once. */
class NextEnds {
  readonly #text: string;
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Just behind the closing, or undefined when it is further away than allowed. */
  after(closing: string, from: number, charactersMax: number): number | undefined {
    let at = this.#found.get(closing) ?? -1;
    if (at < from) {
      const next = this.#text.indexOf(closing, from);
      at = next < 0 ? Number.POSITIVE_INFINITY : next;
      this.#found.set(closing, at);
    }
    return at - from > charactersMax ? undefined : at + closing.length;
  }
}

/** Behind the line that closes a fence; the end of the text where none does. */
function fenceEnd(text: string, start: number, fence: string): number {
  const closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`, 'gm');
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd < 0) return text.length;
  closing.lastIndex = lineEnd + 1;
  return closing.exec(text) === null ? text.length : closing.lastIndex;
}

/** Behind the backticks that close a span in the same paragraph. */
function spanEnd(text: string, start: number, ticks: string): number | undefined {
  const [paragraph = ''] = text.slice(start, start + SPAN_CHARACTERS_MAX).split(/\n[ \t]*\n/, 1);
  for (let from = ticks.length; ; ) {
    const close = paragraph.indexOf(ticks, from);
    if (close < 0) return undefined;
    let end = close + ticks.length;
    if (paragraph[end] !== '`') return start + end;
    while (paragraph[end] === '`') end += 1;
    from = end;
  }
}

/** How many lines before a line of indented code are looked at. */
const LINES_BEFORE_MAX = 200;

/** What stands indented below it is its own, and no code. */
const HOLDS_INDENTED = /^ {0,3}(?:(?:[-*+]|\d{1,9}[.)])[ \t]|\[\^|:[ \t])|^ {1,3}\S/;

/**
 * The end of a line of indented code that holds braces of other languages; undefined where the line is none, or holds
 * tags that generators would have rendered there too.
 */
function indentedEnd(text: string, start: number): number | undefined {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  if (/\{\{[<%]|\{%/.test(text.slice(start, end))) return undefined;
  let isParted = false;
  let before = start;
  for (let line = 0; before > 0 && line < LINES_BEFORE_MAX; line += 1) {
    const from = text.lastIndexOf('\n', before - 2) + 1;
    const written = text.slice(from, before - 1);
    before = from;
    if (written.trim() === '') isParted = true;
    else if (!/^(?: {4}|\t)/.test(written))
      return isParted && !HOLDS_INDENTED.test(written) ? end : undefined;
  }
  return before === 0 ? end : undefined;
}
