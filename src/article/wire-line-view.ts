/**
 * What stands at a line above the text of wire copy: a byline, a dateline, the next line that counts (T-05, T-12).
 *
 * In: the lines of a file and an index. Out: answers about one line and those below it. Which of them is a headline
 * is wire-head-view.ts' to say.
 */

import { asideOf, isProvidedBy } from './wire-asides.ts';
import { bareBylineOf, bylineOf } from './wire-byline.ts';
import { isAgencyLine, isRoleLine, type WireByline } from './wire-credits.ts';
import { isDateLine } from './wire-date-line.ts';
import { readDateline } from './wire-dateline.ts';
import { HEADLINE_CHARACTERS_MAX } from './wire-headline.ts';
import { blockAt, type WireLine } from './wire-lines.ts';
import { parenthesisKind } from './wire-notices.ts';
import { isHardWrapped, joinedLines } from './wire-paragraphs.ts';

/** How many lines ahead a decision may look. */
const LOOK_AHEAD_LINES = 12;

/** Of a headline that is no title in capitals. */
const SMALL_WORDS = /(?<!\S)\p{Ll}{4,}/gu;

/** The lines of a file, asked from above. */
export class LineView {
  readonly lines: readonly WireLine[];
  readonly blockMode: boolean;

  constructor(lines: readonly WireLine[], blockMode: boolean) {
    this.lines = lines;
    this.blockMode = blockMode;
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

  /** Whether a byline, an agency or a dateline stands there: the text is about to begin. */
  isStart(at: number | undefined): boolean {
    const line = at === undefined ? undefined : this.lines[at];
    if (at === undefined || line === undefined) return false;
    return this.bylineAt(at) !== undefined || this.isCredited(at);
  }

  /** The name of an agency stands above a story, and below one too. */
  isCredited(at: number): boolean {
    return (
      (isAgencyLine(this.lines[at]!.text) && at + 1 < this.lines.length) ||
      readDateline(this.paragraphAt(at)) !== undefined
    );
  }

  /** The byline at a line; a name alone is one above the line of its role or its agency. */
  bylineAt(at: number): WireByline | undefined {
    const { text } = this.lines[at]!;
    const next = this.lines[at + 1]?.text;
    if (next === undefined) return undefined;
    const byline = bylineOf(text);
    const bare = byline === undefined && at + 2 < this.lines.length ? bareBylineOf(text) : undefined;
    if (bare === undefined) return byline;
    return isRoleLine(next) || isAgencyLine(next) || this.#isSignature(at) ? bare : undefined;
  }

  /** EFE's and Folhapress' names stand alone between a headline in small letters and the dateline of an agency. */
  #isSignature(at: number): boolean {
    const headline = at === 0 ? '' : this.lines[at - 1]!.text;
    if (headline.length > HEADLINE_CHARACTERS_MAX || (headline.match(SMALL_WORDS)?.length ?? 0) < 2)
      return false;
    return readDateline(this.paragraphAt(at + 1))?.source !== undefined;
  }

  /** The paragraph that begins at a line. */
  paragraphAt(at: number): string {
    const line = this.lines[at]!;
    if (!this.blockMode) return line.text;
    const run = blockAt(this.lines, at);
    return isHardWrapped(run) ? joinedLines(run) : line.text;
  }
}
