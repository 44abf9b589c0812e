/**
 * Text that a post of Jekyll or Eleventy keeps under a name and shows further down: `{% capture tip %}` … `{% endcapture %}`,
 * then `{{ tip | markdownify }}`; what themes of Jekyll make their boxes of.
 *
 * In: a text and its tags. Out: which tags keep what, and which show it; one that is shown nowhere is no capture, for
 * templates.ts to tell of. Pure; nothing is evaluated.
 */
import type { TemplatePiece } from './template-tags.ts';

const OPENING = /^-?\s*capture\s+["']?([\w-]{1,60})["']?\s*-?$/;
const CLOSING = /^-?\s*endcapture\s*-?$/;
const SHOWN = /^\s*([A-Za-z_][\w-]{0,60})\s*(?:\|\s*(?:markdownify|strip|safe)\s*){0,3}$/;

/** The most characters that all places together may show. */
const SHOWN_CHARACTERS_MAX = 200_000;

/** What is kept and shown, by the offsets at which its tags start. */
export interface Captures {
  /** Where what a tag keeps ends. */
  readonly kept: ReadonlyMap<number, number>;
  /** What a tag shows. */
  readonly shown: ReadonlyMap<number, string>;
}

/** The captures of a text. */
export function capturesIn(text: string, pieces: readonly TemplatePiece[]): Captures {
  const kept = new Map<number, number>();
  const shown = new Map<number, string>();
  if (!/\{%-?\s*capture\s/.test(text)) return { kept, shown };
  const found = new Map<string, { readonly start: number; readonly end: number; readonly inside: string }>();
  let open: { readonly name: string; readonly start: number; readonly from: number } | undefined;
  let left = SHOWN_CHARACTERS_MAX;
  for (const piece of pieces) {
    if (piece.form === '{%') {
      const [, name] = OPENING.exec(piece.inside) ?? [];
      if (name !== undefined) open = { name, start: piece.start, from: piece.end };
      else if (open !== undefined && CLOSING.test(piece.inside)) {
        const inside = text.slice(open.from, piece.start).trim();
        if (!found.has(open.name)) found.set(open.name, { start: open.start, end: piece.end, inside });
        open = undefined;
      }
    } else if (piece.form === '{{' && open === undefined) {
      const capture = found.get(SHOWN.exec(piece.inside)?.[1] ?? '');
      if (capture === undefined || capture.inside.length > left) continue;
      left -= capture.inside.length;
      kept.set(capture.start, capture.end);
      shown.set(piece.start, capture.inside);
    }
  }
  return { kept, shown };
}
