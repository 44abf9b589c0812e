/**
 * Text that a post of Jekyll or Eleventy keeps under a name and shows further down: `{% capture tip %}` … `{% endcapture %}`,
 * then `{{ tip | markdownify }}`; what themes of Jekyll make their boxes of.
 *
 * In: the text below the front matter. Out: the text with each in the place where it is shown; one that is shown
 * nowhere here stays, for templates.ts to tell of. Nothing is evaluated; code is not looked into.
 */
import { templatePieces } from './template-tags.ts';

const OPENING = /^-?\s*capture\s+["']?([\w-]{1,60})["']?\s*-?$/;
const CLOSING = /^-?\s*endcapture\s*-?$/;
const SHOWN = /^\s*([A-Za-z_][\w-]{0,60})\s*(?:\|\s*(?:markdownify|strip|safe)\s*){0,3}$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with what it captures in the places where it is shown. */
export function withCaptures(text: string): string {
  if (!/\{%-?\s*capture\s/.test(text)) return text;
  const captured = new Map<string, Span & { readonly inside: string }>();
  const shown: (Span & { readonly name: string })[] = [];
  let open: { readonly name: string; readonly start: number; readonly from: number } | undefined;
  for (const piece of templatePieces(text)) {
    if (piece.form === '{%') {
      const [, name] = OPENING.exec(piece.inside) ?? [];
      if (name !== undefined) open = { name, start: piece.start, from: piece.end };
      else if (open !== undefined && CLOSING.test(piece.inside)) {
        const inside = text.slice(open.from, piece.start).trim();
        if (!captured.has(open.name)) captured.set(open.name, { start: open.start, end: piece.end, inside });
        open = undefined;
      }
    } else if (piece.form === '{{' && open === undefined) {
      const [, name] = SHOWN.exec(piece.inside) ?? [];
      if (name !== undefined && captured.has(name)) shown.push({ name, start: piece.start, end: piece.end });
    }
  }
  const names = new Set(shown.map(({ name }) => name));
  const gone = [...captured].filter(([name]) => names.has(name)).map(([, span]) => ({ ...span, text: '' }));
  const places = shown.map(({ name, ...span }) => ({
    ...span,
    text: `\n\n${captured.get(name)!.inside}\n\n`,
  }));
  let changed = '';
  let at = 0;
  for (const { start, end, text: replacement } of [...gone, ...places].sort((a, b) => a.start - b.start)) {
    changed += text.slice(at, start) + replacement;
    at = end;
  }
  return changed + text.slice(at);
}
