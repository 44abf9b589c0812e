/**
 * An article file as the model knows it: where it is and what it says, without its spelling.
 */
import { addSeconds } from 'date-fns/addSeconds';

/** What a file says, as far as the acts of the model vary it. */
export interface Piece {
  /** Whose words these are: a copy has those of another file. */
  readonly words: number;
  readonly title: number;
  /** The version of each paragraph. */
  readonly text: readonly number[];
  readonly id?: string | undefined;
  readonly slug?: string | undefined;
  /** Stated instant of publication, whole seconds since 1970. */
  readonly date?: number | undefined;
  readonly expires?: number | undefined;
  readonly isDraft: boolean;
}

/** The extensions that the model writes. */
export const FORMATS_WRITTEN = ['md', 'html', 'txt'] as const;

/** One of them. */
export type WrittenFormat = (typeof FORMATS_WRITTEN)[number];

/** Paragraphs in each piece; three of them are more than half of it. */
export const PARAGRAPHS = 5;

const WORDS_IN_PARAGRAPH = 12;

/** A word that no other piece, paragraph or version has. */
function word(...numbers: readonly number[]): string {
  return numbers
    .map((number) => String(number).replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)]!))
    .join('a');
}

/** One paragraph of a piece. */
export function paragraph({ words, text }: Piece, at: number): string {
  const said = Array.from({ length: WORDS_IN_PARAGRAPH }, (_, n) => word(words, at, text[at]!, n));
  return `The ${said.join(' ')}.`;
}

/** The headline of a piece. */
export function headline({ words, title }: Piece): string {
  return `Title ${word(words, title)}`;
}

/** True when a file of this format can say all that the piece does. */
export function canSay(format: WrittenFormat, { id, slug, date, expires, isDraft }: Piece): boolean {
  return format === 'md' || ([id, slug, date, expires].every((fact) => fact === undefined) && !isDraft);
}

/** The file of a piece. */
export function textOf(piece: Piece, format: WrittenFormat): string {
  const paragraphs = piece.text.map((_, at) => paragraph(piece, at));
  const title = headline(piece);
  if (format === 'txt') return `Headline: ${title}\n\n${paragraphs.join('\n\n')}\n`;
  if (format === 'html') {
    const body = paragraphs.map((text) => `<p>${text}</p>\n`).join('');
    return `<!doctype html>\n<html><head><title>${title}</title></head><body><article>\n${body}</article></body></html>\n`;
  }
  const facts = {
    title,
    id: piece.id,
    slug: piece.slug,
    date: instant(piece.date),
    expires: instant(piece.expires),
    draft: piece.isDraft || undefined,
  };
  const front = Object.entries(facts).flatMap(([name, fact]) =>
    fact === undefined ? [] : `${name}: ${fact}\n`,
  );
  return `---\n${front.join('')}---\n${paragraphs.join('\n\n')}\n`;
}

function instant(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : addSeconds(0, seconds).toISOString();
}
