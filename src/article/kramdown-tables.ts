/**
 * Tables as kramdown (Jekyll) has them beyond those of GitHub: `|---+---|` parts the head from the rows, and rows from
 * one another; `|===` parts the foot.
 *
 * In: Markdown. Out: Markdown whose tables are GitHub's. Code is not looked into.
 */
import { templatePieces } from './template-tags.ts';

const ROW = /^ {0,3}\|.*\S/;
const RULE = /^ {0,3}\|[-:+| \t=]*[-=][-:+| \t=]*$/;

/** The text with plain tables. */
export function withPlainTables(text: string): string {
  if (!/^ {0,3}\|[-: \t|]*(?:-[ \t]*\+|=)/m.test(text)) return text;
  let kept = '';
  let at = 0;
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code' || !text.slice(piece.start, piece.end).includes('\n')) continue;
    kept += plainTables(text.slice(at, piece.start)) + text.slice(piece.start, piece.end);
    at = piece.end;
  }
  return kept + plainTables(text.slice(at));
}

function plainTables(prose: string): string {
  let rows = 0;
  const lines = prose.split('\n').flatMap((line) => {
    if (!ROW.test(line)) rows = 0;
    else if (!RULE.test(line)) rows += 1;
    else if (rows === 1) {
      rows += 1;
      return line.replaceAll('+', '|').replaceAll('=', '-');
    } else return [];
    return line;
  });
  return lines.join('\n');
}
