/**
 * Text that a post of Jekyll or Eleventy keeps under a name and shows further down: `{% capture tip %}` … `{% endcapture %}`,
 * then `{{ tip | markdownify }}` or `{% include box.html content=tip %}`; what themes of Jekyll make their boxes of.
 *
 * In: a text and its tags. Out: which tags keep what, and which show it; one that is shown nowhere is no capture, for
 * templates.ts to tell of. Pure; nothing is evaluated.
 */
import { argument, templateArguments } from './template-arguments.ts';
import type { TemplatePiece } from './template-tags.ts';

type Tag = Exclude<TemplatePiece, { readonly form: 'code' }>;

const OPENING = /^-?\s*capture\s+["']?([\w-]{1,60})["']?\s*-?$/;
const CLOSING = /^-?\s*endcapture\s*-?$/;
const SHOWN = /^\s*([A-Za-z_][\w-]{0,60})\s*(?:\|\s*(?:markdownify|strip|safe)\s*){0,3}$/;

const INCLUDE = /^-?\s*include(?:_cached)?\s+[\w./-]+\s([\s\S]*)$/;
/** A value without quotes is a name. */
const NAMED = /[\w-]\s*=\s*([A-Za-z_][\w-]{0,60})(?=\s|$)/g;

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
        found.set(open.name, { start: open.start, end: piece.end, inside });
        open = undefined;
      }
    }
    if (piece.form === 'code' || open !== undefined) continue;
    const capture = namesIn(piece)
      .map((name) => found.get(name))
      .find((each) => each !== undefined);
    if (capture === undefined || capture.inside.length > left) continue;
    left -= capture.inside.length;
    kept.set(capture.start, capture.end);
    shown.set(piece.start, titleOf(piece) + capture.inside);
  }
  return { kept, shown };
}

/** The names that a tag shows. */
function namesIn({ form, inside }: Tag): readonly string[] {
  if (form === '{{') return [SHOWN.exec(inside)?.[1] ?? ''];
  const [, given = ''] = form === '{%' ? (INCLUDE.exec(inside) ?? []) : [];
  return [...given.matchAll(NAMED)].map(([, name = '']) => name);
}

/** The title of a box is words of the article. */
function titleOf({ form, inside }: Tag): string {
  const title = form === '{%' ? argument(templateArguments(inside), ['title', 'heading']) : undefined;
  return title === undefined ? '' : `**${title}**\n\n`;
}
