/**
 * Which lines above the text of wire copy are headline, subhead, bullets, and what may stand above them (T-16 … T-22).
 *
 * In: the lines of a file and an index. Out: answers to the questions that decide what a line is. Nothing is taken
 * and nothing remembered here: what has been read already is wire-head.ts' to know.
 */

import { asideOf } from './wire-asides.ts';
import { bylineOf } from './wire-byline.ts';
import { isAgencyLine, isPaperLine, outletOf } from './wire-credits.ts';
import { isDateLine } from './wire-date-line.ts';
import { readDateline } from './wire-dateline.ts';
import { isHeadlineLike, isMarkedHeadline } from './wire-headline.ts';
import { isLikeTitle, labelOf } from './wire-labels.ts';
import { LineView } from './wire-line-view.ts';
import type { WireLine } from './wire-lines.ts';
import { blockAt } from './wire-lines.ts';
import { isBullet, isContinued, isHardWrapped, joinedLines, WRAP_CHARACTERS_MAX } from './wire-paragraphs.ts';

/** The longest second line of two sentences; a paragraph is longer. */
const DECK_CHARACTERS_MAX = 300;

const HEADLINE_LINES_MAX = 3;

/** A longer line may be a paragraph. */
const SHORT_CHARACTERS_MAX = 60;

/** A shorter line was not broken by a program. */
const MARGIN_CHARACTERS_MIN = 40;

/** The lines of a file, asked where its headline is. */
export class HeadView extends LineView {
  /** Where a program broke the lines of the file. */
  readonly #margin: number;

  constructor(lines: readonly WireLine[], blockMode: boolean) {
    super(lines, blockMode);
    this.#margin = lines.reduce(
      (widest, { text }) => (text.length > WRAP_CHARACTERS_MAX ? widest : Math.max(widest, text.length)),
      0,
    );
  }

  /** T-20, but for the form of the line itself (wire-headline.ts). */
  isHeadline(at: number): boolean {
    const line = this.lines[at]!.text;
    const lines = this.headlineLines(at);
    const nextAt = this.significantAfter(at + lines.length - 1);
    if (nextAt === undefined || isBullet(line)) return false;
    if (lines.length > 1 && (this.isStart(nextAt) || this.#isUnended(lines, nextAt))) return true;
    const isAnnounced = this.isStart(nextAt) || this.#isAnnouncedBehindSubhead(nextAt);
    if (!isHeadlineLike(line, isAnnounced) || this.#isWrappedInto(at)) return false;
    return isAnnounced || line.length < this.#longestFrom(nextAt);
  }

  /** How long the paragraph at a line is, or the one behind a short line that ends no sentence: a name, a place. */
  #longestFrom(at: number): number {
    const { length } = this.paragraphAt(at);
    const behindAt = this.significantAfter(at);
    if (
      length > SHORT_CHARACTERS_MAX ||
      behindAt === undefined ||
      /[.!…:;,]["'”’»)]*$/u.test(this.lines[at]!.text)
    )
      return length;
    return Math.max(length, this.paragraphAt(behindAt).length);
  }

  /** The lines of one headline: it goes on with a small letter, or with a word that did not fit into the line. */
  headlineLines(at: number): readonly WireLine[] {
    const run = this.blockMode ? blockAt(this.lines, at) : [this.lines[at]!];
    if (run.length < 2 || run.length > HEADLINE_LINES_MAX || at + run.length >= this.lines.length)
      return [run[0]!];
    const goesOn = run.every(
      ({ text }, line) =>
        line === 0 ||
        (!this.isStart(at + line) && !isDateLine(text) && this.#goesOn(run[line - 1]!.text, text)),
    );
    return goesOn && isHeadlineLike(joinedLines(run), true) ? run : [run[0]!];
  }

  #goesOn(line: string, next: string): boolean {
    return isContinued(
      line,
      next,
      line.length < MARGIN_CHARACTERS_MIN ? Number.POSITIVE_INFINITY : this.#margin,
    );
  }

  /** A headline of several lines without a byline below it: a paragraph would end with a mark. */
  #isUnended(lines: readonly WireLine[], nextAt: number): boolean {
    const headline = joinedLines(lines);
    return /[\p{L}\p{N}]$/u.test(headline) && headline.length < this.paragraphAt(nextAt).length;
  }

  #isAnnouncedBehindSubhead(at: number): boolean {
    const line = this.lines[at]!.text;
    const nextAt = this.significantAfter(at);
    if (nextAt === undefined) return false;
    if (isBullet(line)) return this.isStart(this.significantAfter(this.behindBullets(at) - 1));
    return this.isSubhead(at);
  }

  /** T-22; a deck of two sentences only where a byline with an agency or a dateline follows. */
  isSubhead(at: number, isSecond = false): boolean {
    const line = this.lines[at]!.text;
    const nextAt = this.significantAfter(at);
    if (nextAt === undefined) return false;
    const isShort = isHeadlineLike(line, true);
    if (!this.isStart(nextAt))
      return isShort && !isSecond && !/[.!?…]$/.test(line) && this.isSubhead(nextAt, true);
    if (isShort) return true;
    const behindAt = this.significantAfter(nextAt);
    const isByline = this.bylineAt(nextAt) !== undefined;
    return (
      isByline && line.length <= DECK_CHARACTERS_MAX && behindAt !== undefined && this.isCredited(behindAt)
    );
  }

  /** The organisation that a line names: an agency's below the headline, any below the byline. */
  outletAt(at: number, isBelowByline: boolean, hasHeadline: boolean): string | undefined {
    const line = this.lines[at]!.text;
    if (at + 1 >= this.lines.length || !(isBelowByline || (hasHeadline && isAgencyLine(line))))
      return undefined;
    const isPaper = isBelowByline && isPaperLine(line) && (hasHeadline || this.isHeadline(at + 1));
    return outletOf(line) ?? (isPaper ? line : undefined);
  }

  /** The line behind the bullets that begin here. */
  behindBullets(at: number): number {
    let end = at;
    while (end < this.lines.length && isBullet(this.lines[end]!.text)) end += 1;
    return end;
  }

  /** Whether a byline may stand here although no headline stood above it: a whole name, and no other byline below. */
  mayBeBylineAbove(at: number): boolean {
    if (this.#isFollowedByDateline(at)) return true;
    const nextAt = this.significantAfter(at);
    const names = bylineOf(this.lines[at]!.text)?.names ?? [];
    const isNamed = names.length > 0 && names.every((name) => /\s/.test(name));
    return isNamed && nextAt !== undefined && bylineOf(this.lines[nextAt]!.text) === undefined;
  }

  /** Whether a dateline follows, at once or behind the name of an agency. */
  #isFollowedByDateline(at: number): boolean {
    const nextAt = this.significantAfter(at);
    if (nextAt === undefined) return false;
    const behindAt = isAgencyLine(this.lines[nextAt]!.text) ? this.significantAfter(nextAt) : nextAt;
    return behindAt !== undefined && readDateline(this.paragraphAt(behindAt)) !== undefined;
  }

  /** `lnw` above `Hafen zu =`: what stands above a headline that is marked is none. */
  isAboveMarkedHeadline(at: number): boolean {
    const nextAt = this.significantAfter(at);
    return (
      nextAt !== undefined &&
      isMarkedHeadline(this.lines[nextAt]!.text) &&
      isHeadlineLike(this.lines[at]!.text, false)
    );
  }

  /** `Source: harbor to be sold`: a line that opens the file and has no head below it is a headline. */
  isTitled(at: number, hasHeadline: boolean): boolean {
    const { text } = this.lines[at]!;
    if (hasHeadline || !isLikeTitle(text)) return false;
    if (labelOf(text)?.label !== 'correction') return at === 0 && !this.isFollowedByHead(at);
    const nextAt = this.significantAfter(at);
    return nextAt === undefined || this.isStart(nextAt) || !this.isHeadline(nextAt);
  }

  /** Whether more of a head follows: a headline, a byline, a dateline, a label or a notice. */
  isFollowedByHead(at: number): boolean {
    const next = this.lines[at + 1];
    if (next === undefined || asideOf(next.text) !== undefined || isMarkedHeadline(next.text)) return true;
    const nextAt = this.significantAfter(at);
    return nextAt !== undefined && (this.isStart(nextAt) || this.isHeadline(nextAt));
  }

  /** Whether a line is only the first of a hard-wrapped paragraph. */
  #isWrappedInto(at: number): boolean {
    if (!this.blockMode) return false;
    const run = blockAt(this.lines, at);
    if (!isHardWrapped(run) || this.isStart(at + 1)) return false;
    return isContinued(run[0]!.text, run[1]!.text, this.#margin);
  }
}
