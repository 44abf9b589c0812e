/**
 * Formulas in Markdown, kept as their author wrote them.
 *
 * Blogs with mathematics leave TeX in the text for a script in the browser: `$a*b$`, `$$…$$`, `\(…\)`, `\[…\]`. Markdown
 * would take `*` and `_` in it for emphasis and `\\` for `\`, and no script runs in a reader: the TeX itself is the
 * text, delimiters and all. `$5 and $10` is money, by the rule of Pandoc: a formula begins and ends at its dollars
 * without a space, and no digit follows.
 *
 * In: a parser. Out: the same parser with two rules more.
 */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** The longest formula in a line of text. */
const INLINE_CHARACTERS_MAX = 1_000;

/** The longest formula in lines of its own. */
const BLOCK_LINES_MAX = 200;

const DOLLARS =
  /\$\$(?:[^$\\]|\\[\s\S])+\$\$|\$(?![\s$])(?:[^$\\`\n]|\\[^\n]|\n(?![ \t]*\n)){1,400}?(?<!\s)\$(?![\d$])/y;
/** No bracket opens inside another, so that nothing is looked at twice. */
const BRACKETS =
  /\\{1,2}(?:\((?:[^\\\n]|\\(?![[(])[^\n]|\n(?![ \t]*\n)){1,400}?\\{1,2}\)|\[(?:[^\\\n]|\\(?![[(])[^\n]|\n(?![ \t]*\n)){1,800}?\\{1,2}\])/y;

/** Text in escaped brackets is a formula where it holds what formulas are made of. */
const IS_TEX = /[_^=+<>]|\\[A-Za-z]|^\\{1,2}[(]\s*[A-Za-z]\s*\\/;

/** What no formula in single dollars holds, but Markdown between two prices does. */
const IS_MARKDOWN = /\]\(|\*\*|https?:/;

/** Adds the rules. */
export function withMath(parser: MarkdownIt): MarkdownIt {
  parser.block.ruler.before('fence', 'math_block', mathBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  parser.inline.ruler.before('escape', 'math_inline', mathInline);
  return parser;
}

function mathInline(state: StateInline, isSilent: boolean): boolean {
  const formula = formulaAt(state.src, state.pos, state.posMax);
  if (formula === undefined) return false;
  if (!isSilent) state.pending += formula;
  state.pos += formula.length;
  return true;
}

function formulaAt(text: string, at: number, end: number): string | undefined {
  const first = text[at];
  if (first !== '$' && first !== '\\') return undefined;
  const pattern = first === '$' ? DOLLARS : BRACKETS;
  pattern.lastIndex = at;
  const [formula = ''] = pattern.exec(text) ?? [];
  if (formula === '' || formula.length > INLINE_CHARACTERS_MAX || at + formula.length > end) return undefined;
  if (first === '\\') return IS_TEX.test(formula) ? formula : undefined;
  return !formula.startsWith('$$') && IS_MARKDOWN.test(formula) ? undefined : formula;
}

/** `$$` at the start of a line, up to the line that ends with `$$`; `\[` likewise. */
function mathBlock(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const first = lineOf(state, startLine);
  const [opening] = /^(?:\$\$|\\{1,2}\[[ \t]*$)/.exec(first) ?? [];
  if (opening === undefined) return false;
  const closing = opening.startsWith('$') ? /\$\$[ \t]*$/ : /\\{1,2}\][ \t]*$/;
  if (first.length > 2 && closing.test(first.slice(2))) return false;
  const last = Math.min(endLine, startLine + BLOCK_LINES_MAX);
  for (let line = startLine + 1; line < last; line += 1) {
    if (!closing.test(lineOf(state, line))) continue;
    if (isSilent) return true;
    pushParagraph(state, startLine, line + 1);
    state.line = line + 1;
    return true;
  }
  return false;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
}

function pushParagraph(state: StateBlock, startLine: number, endLine: number): void {
  const text = new state.Token('text', '', 0);
  text.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  state.push('paragraph_open', 'p', 1);
  state.push('inline', '', 0).children = [text];
  state.push('paragraph_close', 'p', -1);
}
