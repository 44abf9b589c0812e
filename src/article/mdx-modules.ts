/**
 * The modules of MDX, `import …` and `export …`, taken out of a text.
 *
 * Pure; code is not looked into, nothing is evaluated and no module is read.
 */
import { templatePieces } from './template-tags.ts';

const MODULE =
  /(?<=^|\n)(?:import\s+(?:[\w*{][^\n]*?\sfrom\s*)?["'{*\w]|export\s+(?:default|const|let|var|function|async|class|type|interface|[{*]))[\s\S]*?(?=\n[ \t]*\n|$)/g;
/** How many characters may be looked at for the ends of modules, in one file. */
const LOOKED_AT_MAX = 2_000_000;

/** The text without its modules; lines stay where they are, so that notes name the right ones. */
export function withoutModules(text: string): string {
  let kept = '';
  let at = 0;
  const codes = [...templatePieces(text)].filter(({ form }) => form === 'code');
  let code = 0;
  let budget = LOOKED_AT_MAX;
  for (const found of text.matchAll(MODULE)) {
    while (code < codes.length && codes[code]!.end <= found.index) code += 1;
    if (codes[code] !== undefined && codes[code]!.start <= found.index) continue;
    if (found.index < at) continue;
    kept += text.slice(at, found.index);
    const paragraphEnd = found.index + found[0].length;
    at = moduleEnd(text, found.index, paragraphEnd, Math.min(MODULE_CHARACTERS_MAX, budget));
    budget -= MODULE_CHARACTERS_MAX;
    kept += text.slice(found.index, at).replace(/[^\n]+/g, '');
  }
  return kept + text.slice(at);
}

/** The longest module whose braces are looked for beyond an empty line. */
const MODULE_CHARACTERS_MAX = 5_000;

/** The end of a module: of the paragraph in which its braces are closed, where they are. */
function moduleEnd(text: string, start: number, paragraphEnd: number, charactersMax: number): number {
  let depth = 0;
  const stop = Math.min(text.length, start + charactersMax);
  for (let at = start; at < stop; at += 1) {
    if (/[{([]/.test(text[at]!)) depth += 1;
    else if (/[})\]]/.test(text[at]!)) depth -= 1;
    else if (text[at] === '\n' && at >= paragraphEnd && depth <= 0) return at;
    if (at === paragraphEnd && depth <= 0) return paragraphEnd;
  }
  return paragraphEnd;
}
