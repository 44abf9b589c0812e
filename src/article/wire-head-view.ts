/**
 * What stands at a line above the text of wire copy, and what follows it (T-12, T-16, T-18, T-20).
 *
 * In: the lines of a file and an index. Out: answers to the questions that decide what a line is. Nothing is taken
 * and nothing remembered here: what has been read already is wire-head.ts' to know.
 */
import {
  bareBylineOf,
  bylineOf,
  isAgencyLine,
  isPaperLine,
  isRoleLine,
  outletOf,
  type WireByline,
} from './wire-byline.ts';
import { readDateline } from './wire-dateline.ts';
import { asideOf, blockAt, isDateLine, isMarkedHeadline, isProvidedBy } from './wire-head-lines.ts';
import { isHeadlineLike } from './wire-headline.ts';
import { isLikeTitle, labelOf } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import { parenthesisKind } from './wire-notices.ts';
import { isBullet, isContinued, isHardWrapped, joinedLines, WRAP_CHARACTERS_MAX } from './wire-paragraphs.ts';

/** How many lines ahead a decision may look. */
const LOOK_AHEAD_LINES = 12;

/** The longest second line of two sentences; a paragraph is longer. */
const DECK_CHARACTERS_MAX = 300;

const HEADLINE_LINES_MAX = 3;

/** A longer line may be a paragraph. */
const SHORT_CHARACTERS_MAX = 60;

/** A shorter line was not broken by a program. */
const MARGIN_CHARACTERS_MIN = 40;

/** The lines of a file, asked from above. */
export class HeadView {
  readonly lines: readonly WireLine[];
  readonly blockMode: boolean;
  /** Where a program broke the lines of the file. */
  readonly #margin: number;

  constructor(lines: readonly WireLine[], blockMode: boolean) {
    this.lines = lines;
    this.blockMode = blockMode;
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
      isByline && line.length <= DECK_CHARACTERS_MAX && behindAt !== undefined && this.#isCredited(behindAt)
    );
  }

  /** The byline at a line; a name alone is one above the line of its role or its agency. */
  bylineAt(at: number): WireByline | undefined {
    const { text } = this.lines[at]!;
    const next = this.lines[at + 1]?.text;
    if (next === undefined) return undefined;
    const isNamed = isRoleLine(next) || isAgencyLine(next);
    return bylineOf(text) ?? (isNamed && at + 2 < this.lines.length ? bareBylineOf(text) : undefined);
  }

  /** The name of an agency stands above a story, and below one too. */
  #isCredited(at: number): boolean {
    return (
      (isAgencyLine(this.lines[at]!.text) && at + 1 < this.lines.length) ||
      readDateline(this.paragraphAt(at)) !== undefined
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

  /** Whether a byline, an agency or a dateline stands there: the text is about to begin. */
  isStart(at: number | undefined): boolean {
    const line = at === undefined ? undefined : this.lines[at];
    if (at === undefined || line === undefined) return false;
    return this.bylineAt(at) !== undefined || this.#isCredited(at);
  }

  /** The next line that is neither an aside nor a date nor a parenthesis that another line follows. */
  significantAfter(at: number): number | undefined {
    for (let next = at + 1; next < Math.min(this.lines.length, at + LOOK_AHEAD_LINES); next += 1) {
      const line = this.lines[next]!.text;
      const isProvider = isProvidedBy(this.lines[next - 1]!.text);
      if (asideOf(line) === undefined && !isDateLine(line) && !isProvider && !this.#isParenthesis(next))
        return next;
    }
    return undefined;
  }

  #isParenthesis(at: number): boolean {
    return parenthesisKind(this.lines[at]!.text) !== undefined && this.isStart(at + 1);
  }

  /** The paragraph that begins at a line. */
  paragraphAt(at: number): string {
    const line = this.lines[at]!;
    if (!this.blockMode) return line.text;
    const run = blockAt(this.lines, at);
    return isHardWrapped(run) ? joinedLines(run) : line.text;
  }

  /** Whether a line is only the first of a hard-wrapped paragraph. */
  #isWrappedInto(at: number): boolean {
    if (!this.blockMode) return false;
    const run = blockAt(this.lines, at);
    if (!isHardWrapped(run) || this.isStart(at + 1)) return false;
    return isContinued(run[0]!.text, run[1]!.text, this.#margin);
  }
}
