/**
 * Everything above the text of wire copy: labels, slug line, notices, headline, byline (T-05 … T-12, T-20, T-22).
 *
 * In: the lines of a file. Out: what each line above the first paragraph is, and where the text begins. A line is
 * judged by its form and by what follows it; lines are never reordered and never changed.
 */

import {
  asideOf,
  copyrightHolder,
  isContactBlock,
  isContactHead,
  isProvidedBy,
  isTelexCode,
} from './wire-asides.ts';
import { isAgencyLine, isRoleLine, type WireByline } from './wire-credits.ts';
import { dateLine, isDateLine, isOneOfDays } from './wire-date-line.ts';
import { readDateline } from './wire-dateline.ts';
import { embargoIn, embargoOf, embargoUntil, type WireEmbargo } from './wire-embargo.ts';
import { messageBelow, noticeAt, strayEmbargo } from './wire-head-messages.ts';
import type { HeadPart, WireHead, WirePart } from './wire-head-parts.ts';
import { HeadView } from './wire-head-view.ts';
import { isMarkedHeadline } from './wire-headline.ts';
import { isFolded, isUnknownLabel, type LabelledValue, labelOf, type WireLabel } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import { blockAt } from './wire-lines.ts';
import { type NoticeKind, noticeKind, parenthesisKind, type WireNotice } from './wire-notices.ts';
import { joinedLines } from './wire-paragraphs.ts';
import { isBureauSlug, isSlugLine, slugNotice } from './wire-slug-line.ts';

/** The longest name of an organisation on a line of its own. */
const OUTLET_CHARACTERS_MAX = 80;

/** How many lines of codes open a telex. */
const TELEX_LINES_MAX = 4;

/** Reads the head. */
export function readHead(lines: readonly WireLine[], blockMode: boolean): WireHead {
  return new HeadReader(new HeadView(lines, blockMode)).read();
}

/** Walks down the lines once; what it has seen decides what the next line can be. */
class HeadReader {
  readonly #view: HeadView;
  readonly #lines: readonly WireLine[];
  readonly #parts: WirePart[] = [];
  readonly #seen = new Set<HeadPart>();
  readonly #labels: Partial<Record<WireLabel, LabelledValue>> = {};
  readonly #unknownLabels: WirePart[] = [];
  readonly #notices: WireNotice[] = [];
  readonly #bullets: WireLine[] = [];
  #embargo: WireEmbargo | undefined;
  #byline: WireByline | undefined;
  #outlet: string | undefined;
  #at = 0;

  constructor(view: HeadView) {
    this.#view = view;
    this.#lines = view.lines;
  }

  read(): WireHead {
    while (this.#at < this.#lines.length && (this.#readAside() || this.#readNamed())) {
      // each reader moves on behind what it took
    }
    return {
      parts: this.#parts,
      labels: this.#labels,
      unknownLabels: this.#unknownLabels,
      notices: this.#notices,
      embargo: this.#embargo ?? strayEmbargo(this.#lines.slice(this.#at)),
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
    const isInBlocks = aside === undefined && this.#view.blockMode;
    if (isInBlocks && isContactBlock(blockAt(this.#lines, this.#at))) return this.#readContacts();
    if (aside === undefined) return this.#readUnknownLabel() || this.#readTelexCode();
    if (isProvidedBy(text)) return this.#readProvider();
    if (isContactHead(text)) return this.#readContacts();
    this.#outlet ??= copyrightHolder(text);
    if (aside === 'label')
      return !this.#view.isTitled(this.#at, this.#has('headline')) && this.#readLabel(labelOf(text)!);
    if (aside === 'embargo') this.#embargo ??= embargoOf(text, number);
    if (aside === 'notice') return this.#readNotice(noticeKind(text)!);
    return this.#take(aside);
  }

  /** A label, and the lines that its value was folded into. */
  #readLabel({ label, value }: { readonly label: WireLabel; readonly value: string }): true {
    const first = this.#lines[this.#at]!;
    let whole = value;
    this.#take('label');
    for (let next = this.#lines[this.#at]; next !== undefined; next = this.#lines[this.#at]) {
      if (!isFolded(whole, first, next) || readDateline(next.text) !== undefined) break;
      whole += ` ${next.text}`;
      this.#take('label');
    }
    if (label === 'embargo') this.#embargo ??= embargoUntil(whole, first.text, first.number);
    else if (whole !== '') this.#labels[label] ??= { value: whole, line: first.number };
    return true;
  }

  /** Another program's label in the block of those that are known: `Words: 400`. */
  #readUnknownLabel(): boolean {
    const isBelowLabel = this.#parts.at(-1)?.kind === 'label';
    if (!isBelowLabel || !isUnknownLabel(this.#lines[this.#at]!, this.#lines[this.#at + 1])) return false;
    this.#take('label');
    this.#unknownLabels.push(this.#parts.at(-1)!);
    return true;
  }

  /** `R POL S0A QBXB` under ANSA's `ZCZC` line. */
  #readTelexCode(): boolean {
    if (this.#parts.length >= TELEX_LINES_MAX || !this.#parts[0]?.text.startsWith('ZCZC')) return false;
    return isTelexCode(this.#lines[this.#at]!.text) && this.#take('furniture');
  }

  /** Whom to call, in the block of a press release. */
  #readContacts(): true {
    for (const _ of this.#view.blockMode ? blockAt(this.#lines, this.#at) : [0]) this.#take('furniture');
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

  #readNotice(kind: NoticeKind): true {
    const { notice, lineCount } = noticeAt(this.#lines, this.#at, kind, this.#view.blockMode);
    this.#notices.push(notice);
    this.#embargo ??= embargoIn(notice.text, notice.line);
    for (const end = this.#at + lineCount; this.#at < end; ) this.#take('notice');
    return true;
  }

  /** The lines with a place of their own. */
  #readNamed(): boolean {
    const line = this.#lines[this.#at]!.text;
    const hasHeadline = this.#has('headline') || this.#labels.headline !== undefined;
    if (!hasHeadline && isMarkedHeadline(line)) return this.#takeText('headline', line.slice(0, -1).trim());
    if (!hasHeadline && !this.#has('slug') && this.#isSlug(line)) return this.#readSlug();
    if (!hasHeadline && this.#view.isAboveMarkedHeadline(this.#at)) return this.#take('slug');
    if (this.#labels.headline?.value === line && !this.#has('headline')) return this.#take('headline');
    if (readDateline(this.#view.paragraphAt(this.#at)) !== undefined) return false;
    if (isDateLine(line)) this.#outlet ??= dateLine(line).source;
    if (isDateLine(line)) return !isOneOfDays(this.#lines, this.#at) && this.#take('date');
    if (this.#readByline(hasHeadline)) return true;
    if (this.#readParenthesis(hasHeadline)) return true;
    if (this.#readBullets()) return true;
    if (!hasHeadline) return this.#view.isHeadline(this.#at) && this.#takeHeadline();
    if (this.#labels.subhead !== undefined || this.#byline !== undefined) return false;
    return this.#view.isSubhead(this.#at, this.#has('subhead')) && this.#take('subhead');
  }

  /** `Either/or` above the lede is a headline. */
  #isSlug(line: string): boolean {
    if (this.#at + 1 >= this.#lines.length || !isSlugLine(line)) return false;
    return isBureauSlug(line) || this.#view.isFollowedByHead(this.#at);
  }

  #readSlug(): true {
    const { text, number } = this.#lines[this.#at]!;
    const kind = slugNotice(text, messageBelow(this.#lines, this.#at));
    const tag = text.slice(text.lastIndexOf(',') + 1).trim();
    if (kind !== undefined) this.#notices.push({ kind, text: tag, line: number, isTag: true });
    return this.#take('slug');
  }

  /** `(Zusammenfassung 1600)` above a headline, `(Company corrects figure)` below it. */
  #readParenthesis(hasHeadline: boolean): boolean {
    const kind = parenthesisKind(this.#lines[this.#at]!.text);
    const nextAt = this.#view.significantAfter(this.#at);
    if (kind === undefined || nextAt === undefined) return false;
    const next = this.#lines[nextAt]!.text;
    const isAbove = !hasHeadline && (isMarkedHeadline(next) || this.#view.isHeadline(nextAt));
    return (isAbove || this.#view.isStart(nextAt)) && this.#readNotice(kind);
  }

  /** The byline, and the agency's name below it or in its place. */
  #readByline(hasHeadline: boolean): boolean {
    const line = this.#lines[this.#at]!.text;
    if (this.#byline === undefined && (hasHeadline || this.#view.mayBeBylineAbove(this.#at))) {
      this.#byline = this.#view.bylineAt(this.#at);
      if (this.#byline !== undefined) return this.#take('byline');
    }
    const isBelowByline = this.#parts.at(-1)?.kind === 'byline';
    // the agency that the byline names too stands below it in full
    const isNamedAgain = isBelowByline && isAgencyLine(line);
    if (this.#outlet !== undefined || (this.#byline?.outlet !== undefined && !isNamedAgain)) return false;
    this.#outlet = this.#view.outletAt(this.#at, isBelowByline, hasHeadline);
    if (this.#outlet === undefined && isBelowByline && isRoleLine(line)) return this.#take('furniture');
    return this.#outlet !== undefined && this.#take('outlet');
  }

  /** Reuters' bullets above byline and dateline (T-18). */
  #readBullets(): boolean {
    const end = this.#view.behindBullets(this.#at);
    if (end - this.#at < 2 || !this.#view.isStart(this.#view.significantAfter(end - 1))) return false;
    while (this.#at < end) {
      this.#bullets.push(this.#lines[this.#at]!);
      this.#take('bullet');
    }
    return true;
  }

  #has(kind: HeadPart): boolean {
    return this.#seen.has(kind);
  }

  #take(kind: HeadPart): true {
    return this.#takeText(kind, this.#lines[this.#at]!.text);
  }

  /** A headline, in as many lines as a program broke it into. */
  #takeHeadline(): true {
    const taken = this.#view.headlineLines(this.#at);
    this.#takeText('headline', joinedLines(taken));
    this.#at += taken.length - 1;
    return true;
  }

  #takeText(kind: HeadPart, text: string): true {
    this.#parts.push({ kind, text, line: this.#lines[this.#at]!.number });
    this.#seen.add(kind);
    this.#at += 1;
    return true;
  }
}
