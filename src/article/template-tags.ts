/**
 * Where templates and code stand in a Markdown or HTML text.
 *
 * One walk from start to end: code fences, code spans and `pre`/`code` elements hide what stands in them; outside of
 * them each tag is found with its place. What a tag means is templates.ts'. Linear: nothing is looked for further
 * than a stated number of characters.
 */

/** The five spellings: Hugo's two, Liquid's, Nunjucks' and Zola's. */
export type TagForm = '{{<' | '{{%' | '{{' | '{%' | '{#';

/** A tag outside of code, or a stretch of code. */
export type TemplatePiece =
  | { readonly form: TagForm; readonly start: number; readonly end: number; readonly inside: string }
  | { readonly form: 'code'; readonly start: number; readonly end: number };

/** The longest tag. */
const TAG_CHARACTERS_MAX = 5_000;

/** The longest code span, and how far the end of a `pre` is looked for. */
const SPAN_CHARACTERS_MAX = 5_000;

const CLOSED_BY: Readonly<Record<TagForm, string>> = {
  '{{<': '>}}',
  '{{%': '%}}',
  '{{': '}}',
  '{%': '%}',
  '{#': '#}',
};

const OPENING = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`\n]*$)|~{3,})|(?<!\\)(`+)|<(pre|code|script|style)\b|\{\{[<%]?|\{[%#]/gim;

/** The pieces of a text, in order. */
export function* templatePieces(text: string): Generator<TemplatePiece> {
  OPENING.lastIndex = 0;
  let at = 0;
  for (;;) {
    OPENING.lastIndex = at;
    const found = OPENING.exec(text);
    if (found === null) return;
    const [opening, fence, span, element] = found;
    const start = found.index;
    if (fence !== undefined) at = fenceEnd(text, start, fence);
    else if (span !== undefined) at = spanEnd(text, start, span) ?? start + span.length;
    else if (element !== undefined) at = elementEnd(text, start, element) ?? start + opening.length;
    else {
      const form = opening as TagForm;
      const close = text.slice(start, start + TAG_CHARACTERS_MAX).indexOf(CLOSED_BY[form], form.length);
      at = close < 0 ? start + form.length : start + close + CLOSED_BY[form].length;
      if (close >= 0)
        yield { form, start, end: at, inside: text.slice(start + form.length, start + close) };
      continue;
    }
    if (at > start + opening.length) yield { form: 'code', start, end: at };
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

function elementEnd(text: string, start: number, element: string): number | undefined {
  const close = text.slice(start, start + 4 * SPAN_CHARACTERS_MAX).toLowerCase().indexOf(`</${element.toLowerCase()}>`);
  return close < 0 ? undefined : start + close + element.length + 3;
}
