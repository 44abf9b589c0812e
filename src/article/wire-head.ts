/**
 * Everything above the text of wire copy: labels, slug line, notices, headline, byline (T-05 … T-12, T-20, T-22).
 *
 * In: the lines of a file. Out: what each line above the first paragraph is, and where the text begins. A line is
 * judged by its form and by what follows it; lines are never reordered and never changed.
 */
import { bylineOf, outletOf, type WireByline } from './wire-byline.ts';
import { readDateline } from './wire-dateline.ts';
import {
  asideOf,
  blockAt,
  isDateLine,
  isMarkedHeadline,
  isProvidedBy,
  OUTLET_CHARACTERS_MAX,
  sentenceRun,
} from './wire-head-lines.ts';
import type { HeadPart, WireHead, WirePart } from './wire-head-parts.ts';
import { isHeadlineLike } from './wire-headline.ts';
import { type LabelledValue, labelOf, type WireLabel } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import { embargoOf, embargoUntil, noticeKind, type WireEmbargo, type WireNotice } from './wire-notices.ts';
import { isBullet, isContinued, isHardWrapped } from './wire-paragraphs.ts';
import { isSlugLine } from './wire-slug-line.ts';

/** How many lines ahead a decision may look. */
const LOOK_AHEAD_LINES = 12;

/** Reads the head. */
export function readHead(lines: readonly WireLine[], blockMode: boolean): WireHead {
  return new HeadReader(lines, blockMode).read();
}

/** Walks down the lines once; what it has seen decides what the next line can be. */
class HeadReader {
  readonly #lines: readonly WireLine[];
  readonly #blockMode: boolean;
  readonly #parts: WirePart[] = [];
  readonly #seen = new Set<HeadPart>();
  readonly #labels: Partial<Record<WireLabel, LabelledValue>> = {};
  readonly #notices: WireNotice[] = [];
  readonly #bullets: WireLine[] = [];
  #embargo: WireEmbargo | undefined;
  #byline: WireByline | undefined;
  #outlet: string | undefined;
  #at = 0;

  constructor(lines: readonly WireLine[], blockMode: boolean) {
    this.#lines = lines;
    this.#blockMode = blockMode;
  }

  read(): WireHead {
    while (this.#at < this.#lines.length && (this.#readAside() || this.#readNamed())) {
      // each reader moves on behind what it took
    }
    return {
      parts: this.#parts,
      labels: this.#labels,
      notices: this.#notices,
      embargo: this.#embargo,
      byline: this.#byline,
      outlet: this.#outlet,
      bullets: this.#bullets,
      textAt: this.#at,
    };
  }

  /** Lines that may stand anywhere in the head and do not tell where in it we are. */
  #readAside(): boolean {
    const { text, number } = this.#lines[this.#at]!;
    const aside = asideOf(text);
    if (aside === undefined) return false;
    if (isProvidedBy(text)) return this.#readProvider();
    if (aside === 'label') {
      const { label, value } = labelOf(text)!;
      if (label === 'embargo') this.#embargo ??= embargoUntil(value, text, number);
      else if (value !== '') this.#labels[label] ??= { value, line: number };
    }
    if (aside === 'embargo') this.#embargo ??= embargoOf(text, number);
    if (aside === 'notice') return this.#readNotice();
    this.#take(aside);
    return true;
  }

  /** `News provided by`, and the company on the next line, as PR Newswire's pages have them. */
  #readProvider(): boolean {
    this.#take('furniture');
    const next = this.#lines[this.#at];
    if (next === undefined || next.text.length > OUTLET_CHARACTERS_MAX || isDateLine(next.text)) return true;
    this.#outlet ??= next.text;
    return this.#take('outlet');
  }

  #readNotice(): boolean {
    const first = this.#lines[this.#at]!;
    const run = this.#blockMode ? blockAt(this.#lines, this.#at) : [first];
    const taken = isHardWrapped(run) ? sentenceRun(run) : [first];
    const text = taken.map((line) => line.text).join(' ');
    this.#notices.push({ kind: noticeKind(first.text)!, text, line: first.number });
    for (const _ of taken) this.#take('notice');
    return true;
  }

  /** The lines with a place of their own. */
  #readNamed(): boolean {
    const line = this.#lines[this.#at]!.text;
    const hasHeadline = this.#has('headline') || this.#labels.headline !== undefined;
    if (!hasHeadline && isMarkedHeadline(line)) return this.#takeText('headline', line.slice(0, -1).trim());
    if (!hasHeadline && !this.#has('slug') && this.#at + 1 < this.#lines.length && isSlugLine(line)) {
      return this.#take('slug');
    }
    if (this.#labels.headline?.value === line && !this.#has('headline')) return this.#take('headline');
    if (readDateline(this.#paragraphAt(this.#at)) !== undefined) return false;
    if (isDateLine(line)) return this.#take('date');
    if (this.#byline === undefined && (hasHeadline || this.#isFollowedByStart())) {
      this.#byline = bylineOf(line);
      if (this.#byline !== undefined) return this.#take('byline');
    }
    if (this.#parts.at(-1)?.kind === 'byline' && this.#outlet === undefined) {
      this.#outlet = outletOf(line);
      if (this.#outlet !== undefined) return this.#take('outlet');
    }
    if (!hasHeadline) return this.#isHeadline() && this.#takeHeadline();
    if (this.#readBullets()) return true;
    return this.#isSubhead() && this.#take('subhead');
  }

  /** T-20, but for the form of the line itself (wire-headline.ts). */
  #isHeadline(): boolean {
    const line = this.#lines[this.#at]!.text;
    const nextAt = this.#significantAfter(this.#at);
    if (nextAt === undefined || isBullet(line)) return false;
    const isAnnounced = this.#isStart(nextAt) || this.#isAnnouncedBehindSubhead(nextAt);
    if (!isHeadlineLike(line, isAnnounced) || this.#isWrappedInto(this.#at)) return false;
    return isAnnounced || line.length < this.#paragraphAt(nextAt).length;
  }

  #isAnnouncedBehindSubhead(at: number): boolean {
    const line = this.#lines[at]!.text;
    const nextAt = this.#significantAfter(at);
    if (nextAt === undefined) return false;
    if (isBullet(line)) return this.#isStart(this.#significantAfter(this.#behindBullets(at) - 1));
    return isHeadlineLike(line, true) && this.#isStart(nextAt);
  }

  #isSubhead(): boolean {
    if (this.#has('subhead') || this.#labels.subhead !== undefined || this.#byline !== undefined)
      return false;
    const nextAt = this.#significantAfter(this.#at);
    return nextAt !== undefined && isHeadlineLike(this.#lines[this.#at]!.text, true) && this.#isStart(nextAt);
  }

  /** Reuters' bullets above byline and dateline (T-18). */
  #readBullets(): boolean {
    const end = this.#behindBullets(this.#at);
    if (end - this.#at < 2 || !this.#isStart(this.#significantAfter(end - 1))) return false;
    while (this.#at < end) {
      this.#bullets.push(this.#lines[this.#at]!);
      this.#take('bullet');
    }
    return true;
  }

  #behindBullets(at: number): number {
    let end = at;
    while (end < this.#lines.length && isBullet(this.#lines[end]!.text)) end += 1;
    return end;
  }

  #isFollowedByStart(): boolean {
    const nextAt = this.#significantAfter(this.#at);
    return nextAt !== undefined && readDateline(this.#paragraphAt(nextAt)) !== undefined;
  }

  /** Whether a byline or a dateline stands there: the text is about to begin. */
  #isStart(at: number | undefined): boolean {
    const line = at === undefined ? undefined : this.#lines[at];
    if (at === undefined || line === undefined) return false;
    return bylineOf(line.text) !== undefined || readDateline(this.#paragraphAt(at)) !== undefined;
  }

  /** The next line that is not an aside. */
  #significantAfter(at: number): number | undefined {
    for (let next = at + 1; next < Math.min(this.#lines.length, at + LOOK_AHEAD_LINES); next += 1) {
      const line = this.#lines[next]!.text;
      const isProvider = isProvidedBy(this.#lines[next - 1]!.text);
      if (asideOf(line) === undefined && !isDateLine(line) && !isProvider) return next;
    }
    return undefined;
  }

  /** The paragraph that begins at a line. */
  #paragraphAt(at: number): string {
    const line = this.#lines[at]!;
    if (!this.#blockMode) return line.text;
    const run = blockAt(this.#lines, at);
    return isHardWrapped(run) ? run.map(({ text }) => text).join(' ') : line.text;
  }

  /** Whether a line is only the first of a hard-wrapped paragraph. */
  #isWrappedInto(at: number): boolean {
    if (!this.#blockMode) return false;
    const run = blockAt(this.#lines, at);
    if (!isHardWrapped(run) || this.#isStart(at + 1)) return false;
    return isContinued(run[0]!.text, run[1]!.text, Math.max(...run.map(({ text }) => text.length)));
  }

  #has(kind: HeadPart): boolean {
    return this.#seen.has(kind);
  }

  #take(kind: HeadPart): true {
    return this.#takeText(kind, this.#lines[this.#at]!.text);
  }

  /** A headline that was broken in two goes on with a small letter in the same block. */
  #takeHeadline(): true {
    const line = this.#lines[this.#at]!;
    const next = this.#lines[this.#at + 1]!;
    const joined = `${line.text} ${next.text}`;
    const isBroken = this.#blockMode && !next.startsBlock && /^\p{Ll}/u.test(next.text);
    if (!isBroken || this.#at + 2 >= this.#lines.length || !this.#lines[this.#at + 2]!.startsBlock) {
      return this.#take('headline');
    }
    if (!isHeadlineLike(joined, true)) return this.#take('headline');
    this.#takeText('headline', joined);
    this.#at += 1;
    return true;
  }

  #takeText(kind: HeadPart, text: string): true {
    this.#parts.push({ kind, text, line: this.#lines[this.#at]!.number });
    this.#seen.add(kind);
    this.#at += 1;
    return true;
  }
}
