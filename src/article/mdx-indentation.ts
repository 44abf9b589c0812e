/**
 * Indentation in MDX: it is for the eyes of whoever writes components, never for code (MDX knows no indented code).
 *
 * In: MDX whose components are gone. Out: the same lines, those that stood indented inside a component at the margin.
 * Lists, notes and fences keep what is theirs. Pure.
 */

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** What may stand indented below it and belongs to it. */
const HOLDS_INDENTED = /^ {0,3}(?:(?:[-*+]|\d{1,9}[.)])[ \t]|\[\^|:[ \t])/;

/** How deep components may stand in one another. */
const DEPTH_MAX = 10;

/** The text without the indentation of components. */
export function withoutIndentation(text: string, depth = 0): string {
  if (depth === DEPTH_MAX) return text;
  if (!/^(?: {4}|\t)[ \t]*\S/m.test(text)) return text;
  const kept: string[] = [];
  let block: string[] = [];
  let above = '';
  let fence: string | undefined;
  const flush = () => {
    if (block.length > 0) kept.push(...(HOLDS_INDENTED.test(above) ? block : [dedented(block, depth)]));
    block = [];
  };
  for (const line of text.split('\n')) {
    const isInside = fence !== undefined;
    const [, marks] = FENCE.exec(line) ?? [];
    if (
      marks !== undefined &&
      (fence === undefined || (marks.startsWith(fence) && /^[ \t]*[`~]+[ \t]*$/.test(line)))
    )
      fence = isInside ? undefined : marks;
    const isAtMargin = /^\S/.test(line);
    if (block.length === 0 && (isAtMargin || isInside)) {
      kept.push(line);
      if (isAtMargin && !isInside) above = line;
      continue;
    }
    if (isAtMargin && !isInside) {
      flush();
      kept.push(line);
      above = line;
    } else block.push(line);
  }
  flush();
  return kept.join('\n');
}

/** The lines, moved to the margin together; then those that stand indented below them. */
function dedented(lines: readonly string[], depth: number): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/[^ \t]/));
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return withoutIndentation(
    lines.map((line) => line.slice(Math.min(common, line.length))).join('\n'),
    depth + 1,
  );
}
