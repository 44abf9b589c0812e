/**
 * Abbreviations of kramdown and Markdown Extra: `*[HTML]: Hyper Text Markup Language`, taken out and said where they are
 * used, as `<abbr>`.
 *
 * Pure; code, tags and addresses are not looked into.
 */
import { escapeMarkup } from '../base/text.ts';
import { templatePieces } from './template-tags.ts';

const DEFINITION = /^ {0,3}\*\[([^\]\n]{1,80})\]:[ \t]*([^\n]{0,300})$/gm;

/** The most abbreviations of one article. */
const ABBREVIATIONS_MAX = 100;

/** The text with its abbreviations explained in place. */
export function withAbbreviations(text: string): string {
  if (!text.includes(']:') || !/^ {0,3}\*\[[^\]\n]{1,80}\]:/m.test(text)) return text;
  const meanings = new Map<string, string>();
  const withoutDefinitions = inProse(text, (prose) =>
    prose.replace(DEFINITION, (_, short: string, long: string) => {
      if (meanings.size < ABBREVIATIONS_MAX && !meanings.has(short)) meanings.set(short, long.trim());
      return '';
    }),
  );
  if (meanings.size === 0) return withoutDefinitions;
  const names = [...meanings.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const use = new RegExp(
    `(\\]\\([^)\\n]*\\)|<[^<>\\n]*>|https?:\\S+)|(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return inProse(withoutDefinitions, (prose) =>
    prose.replace(use, (found: string, other?: string) => {
      const meaning = other === undefined ? meanings.get(found) : undefined;
      return meaning === undefined || meaning === ''
        ? found
        : `<abbr title="${escapeMarkup(meaning)}">${found}</abbr>`;
    }),
  );
}

function inProse(text: string, change: (prose: string) => string): string {
  let changed = '';
  let at = 0;
  for (const piece of templatePieces(text)) {
    if (piece.form !== 'code') continue;
    changed += change(text.slice(at, piece.start)) + text.slice(piece.start, piece.end);
    at = piece.end;
  }
  return changed + change(text.slice(at));
}
