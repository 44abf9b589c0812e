/**
 * What is said above the text of wire copy in more than one line: notices that go on, messages, stray embargoes
 * (T-08 … T-11).
 *
 * In: the lines of a file and where one stands. Out: the lines that belong to it.
 */
import { embargoOf, type WireEmbargo } from './wire-embargo.ts';
import { isHeadlineLike, isMarkedHeadline } from './wire-headline.ts';
import { blockAt, type WireLine } from './wire-lines.ts';
import { type NoticeKind, noticeKind, type WireNotice } from './wire-notices.ts';
import { isContinued, isHardWrapped, joinedLines } from './wire-paragraphs.ts';

/** A notice and how many lines it takes. */
interface WholeNotice {
  readonly notice: WireNotice;
  readonly lineCount: number;
}

/** The notice that begins at a line. What speaks to editors may say only in the lines below that the story is killed. */
export function noticeAt(
  lines: readonly WireLine[],
  at: number,
  kind: NoticeKind,
  blockMode: boolean,
): WholeNotice {
  const run = blockMode ? sentenceRun(blockAt(lines, at)) : [lines[at]!];
  const text = joinedLines(run);
  const isBare = kind === 'editors' && /^(?:[^\p{Ll}]*|Achtung Redaktionen[!:]*)$/u.test(text);
  const below = messageBelow(lines, at + run.length - 1);
  const isKill = isBare && noticeKind(`EDS: ${below}`) === 'kill';
  return {
    notice: { kind: isKill ? 'kill' : kind, text, line: lines[at]!.number },
    lineCount: run.length,
  };
}

/** How many lines below an advisory say what it is about. */
const MESSAGE_LINES = 4;

/** What the lines below an advisory say. */
export function messageBelow(lines: readonly WireLine[], at: number): string {
  const below = lines.slice(at + 1, at + 1 + MESSAGE_LINES);
  return below.map(({ text }) => text.slice(0, 500)).join(' ');
}

/** How many lines of text may hide an embargo. */
const STRAY_LINES_MAX = 4;

/** An embargo among short lines that no reader knew is one all the same: the first sentence ends the head. */
export function strayEmbargo(lines: readonly WireLine[]): WireEmbargo | undefined {
  for (const { text, number } of lines.slice(0, STRAY_LINES_MAX)) {
    if (!isHeadlineLike(text, true) || /[.!?…:]["'”’»)]*$/u.test(text)) return undefined;
    const embargo = embargoOf(text, number);
    if (embargo !== undefined) return embargo;
  }
  return undefined;
}

/**
 * The lines up to the one that ends its sentence: what follows in the same block is no part of a notice. Where no
 * program broke the lines, only a small letter goes on.
 */
function sentenceRun(run: readonly WireLine[]): readonly WireLine[] {
  const widest = isHardWrapped(run)
    ? Math.max(...run.map(({ text }) => text.length))
    : Number.POSITIVE_INFINITY;
  let end = 1;
  // a parenthesis that is closed goes on nowhere, and a headline that is marked belongs to nothing above it
  const isClosed = /^\(.*\)$/.test(run[0]!.text);
  while (
    !isClosed &&
    end < run.length &&
    !isMarkedHeadline(run[end]!.text) &&
    isContinued(run[end - 1]!.text, run[end]!.text, widest)
  )
    end += 1;
  return run.slice(0, end);
}
