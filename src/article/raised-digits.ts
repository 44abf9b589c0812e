/**
 * Digits below and above the line, as Pandoc, Quarto and Obsidian's plug-ins write them: `H~2~O`, `10^3^`, `21^st^`.
 *
 * In: Markdown. Out: the same with `sub` and `sup`. Digits and endings of ordinals only: tildes and carets mean too much
 * else. Code is not looked into.
 */
import { templatePieces } from './template-tags.ts';

const BELOW = /(?<=[\p{L})\]])~(\d{1,4}[+-]?)~(?!~)/gu;
const ABOVE = /(?<=[\p{L}\d)\]])\^([+-]?\d{1,4}[+-]?|st|nd|rd|th)\^/gu;

/** The text with its digits below and above the line as HTML. */
export function withRaisedDigits(text: string): string {
  if (!/~\d|\^[\d+snrt-]/.test(text)) return text;
  let raised = '';
  let at = 0;
  const raisedOf = (prose: string) => prose.replace(BELOW, '<sub>$1</sub>').replace(ABOVE, '<sup>$1</sup>');
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code') continue;
    raised += raisedOf(text.slice(at, piece.start)) + text.slice(piece.start, piece.end);
    at = piece.end;
  }
  return raised + raisedOf(text.slice(at));
}
