/**
 * What stands below a story and is about it: its correction, an embargo, the agency's name (T-08 … T-11, T-33).
 *
 * In: the last blocks and lines of a story. Out: what they say of it. All of it stays in the text too (T-40).
 */
import { statedDate } from './stated-date.ts';
import { bylineOf } from './wire-byline.ts';
import { embargoOf, type WireEmbargo } from './wire-embargo.ts';
import { agencyName } from './wire-gazetteer.ts';
import type { WireLine } from './wire-lines.ts';
import { CORRECTION_BELOW, CORRECTION_LABELS, CORRECTION_SENTENCE } from './wire-notice-words.ts';
import { noticeKind, type WireNotice } from './wire-notices.ts';
import type { WireBlock } from './wire-paragraphs.ts';

/** How many of the last paragraphs may speak of the story. */
const CLOSING_PARAGRAPHS = 3;

/** What newspapers say of their mistakes, behind a word for it and perhaps a day. */
const CALLED_CORRECTION = new RegExp(
  `^(?:${CORRECTION_LABELS})(?: \\([^()]{3,30}\\)|, [^:]{3,20})?\\s?[:：]\\s?\\S|^【訂正】`,
  'iu',
);

function isClosingCorrection(text: string): boolean {
  const said = text.replace(/^[(•*_\s]+/, '').replace(/^editor['’]?s['’]? note:\s*/i, '');
  return [CALLED_CORRECTION, CORRECTION_SENTENCE, CORRECTION_BELOW].some((form) => form.test(said));
}

/** A correction that newspapers put below a story, or a kill that somebody did; it is among the paragraphs too. */
export function closingNotices(blocks: readonly WireBlock[]): readonly WireNotice[] {
  return blocks.slice(Math.max(1, blocks.length - CLOSING_PARAGRAPHS)).flatMap(({ kind, texts, line }) => {
    const [text = ''] = texts;
    const asked = isClosingCorrection(text) ? 'correction' : noticeKind(text);
    // of a report that it was withdrawn is the news itself
    const isTold = asked === 'kill' && /^the /i.test(text);
    const counts = (asked === 'correction' || asked === 'kill' || asked === 'hold') && !isTold;
    return kind === 'paragraph' && counts ? [{ kind: asked, text, line }] : [];
  });
}

/** An embargo alone on the last line of a story, or behind its end mark. */
export function closingEmbargo(
  body: readonly WireLine[],
  whole: readonly WireLine[],
): WireEmbargo | undefined {
  const last = [body.at(-1), whole.at(-1)].flatMap((line) => line ?? []);
  return last.flatMap(({ text, number }) => embargoOf(text, number) ?? [])[0];
}

/** `This report by The Canadian Press was first published Sept. 5, 2025.`, or a date alone. */
const FIRST_PUBLISHED = /^This (?:report|story) by .{3,40} was first published (.{8,30}?)\.$/;

/** The day of a story by what stands below it: a whole date, or a sentence that says so. */
export function closingDate(blocks: readonly WireBlock[]): string | undefined {
  for (const { kind, texts } of blocks.slice(Math.max(1, blocks.length - 2))) {
    const [text = ''] = texts;
    const day = FIRST_PUBLISHED.exec(text)?.[1] ?? text;
    if (kind === 'paragraph' && day.length <= 60 && statedDate(day) !== undefined) return day;
  }
  return undefined;
}

/** The agency that signs below a story: `The Canadian Press`, `-- BERNAMA`, `/ritzau/`. */
export function closingAgency(blocks: readonly WireBlock[]): string | undefined {
  for (const { kind, texts } of blocks.slice(Math.max(1, blocks.length - 2))) {
    const [text = ''] = texts;
    const name = agencyName(text.slice(0, 60).replace(/^[\s/(©=–—-]+|[\s/).=–—-]+$/g, ''));
    const signed = name ?? bylineOf(text)?.outlet;
    if (kind === 'paragraph' && signed !== undefined) return signed;
  }
  return undefined;
}
