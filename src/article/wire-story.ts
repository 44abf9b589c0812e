/**
 * Wire copy taken apart: every line of the file is in exactly one part (T-05, T-40).
 *
 * In: decoded text. Out: labels, notices, headline, byline, dateline, paragraphs, trailer. Nothing is decided here
 * about publishing, and nothing is read that the text does not say.
 */
import type { HeadlineSource } from './draft.ts';
import { writersIn } from './wire-byline.ts';
import { closingAgency, closingDate, closingEmbargo, closingNotices } from './wire-closing.ts';
import { creditsOf, isContributorLine, type WireByline } from './wire-credits.ts';
import { readDateline } from './wire-dateline.ts';
import { bareDateline } from './wire-dateline-bare.ts';
import type { WireEmbargo } from './wire-embargo.ts';
import { agencyName } from './wire-gazetteer.ts';
import { readHead } from './wire-head.ts';
import type { HeadPart, WireHead, WirePart } from './wire-head-parts.ts';
import { attributionOf, isHeadlineLike, ledeHeadline, shownHeadline } from './wire-headline.ts';
import type { WireLabels } from './wire-labels.ts';
import { linesOf, openEnvelope, type WireLine } from './wire-lines.ts';
import { isEndMark, isFurniture, isMoreMark, isSignOff, isTakeHeader } from './wire-marks.ts';
import { splitHeadlinePrefix, type WireNotice } from './wire-notices.ts';
import { blocksOf, isBlockMode, isContinued, type WireBlock } from './wire-paragraphs.ts';
import type { WireDateline } from './wire-place.ts';

/** A story in parts. */
export interface WireStory {
  /** The lines above the text, in order. */
  readonly parts: readonly WirePart[];
  readonly labels: WireLabels;
  readonly slugLine: string | undefined;
  /** Labels that nobody asks for. */
  readonly unknownLabels: readonly WirePart[];
  readonly notices: readonly WireNotice[];
  /** The text of the first notice. */
  readonly notice: string | undefined;
  readonly embargo: WireEmbargo | undefined;
  /** As shown; undefined when the file has no text to make one of. */
  readonly headline: string | undefined;
  readonly headlineSource: HeadlineSource;
  readonly subhead: string | undefined;
  /** Whom the headline quotes (T-24). */
  readonly attribution: string | undefined;
  readonly byline: WireByline | undefined;
  readonly dateline: WireDateline | undefined;
  /** T-33. */
  readonly source: string | undefined;
  /** Exact text before the lede; empty without a dateline. */
  readonly leadIn: string;
  readonly blocks: readonly WireBlock[];
  /** Which of the blocks the lead-in stands before; 0 without a dateline. */
  readonly ledeAt: number;
  /** Every text of the blocks, in order, the lede without its lead-in. */
  readonly paragraphs: readonly string[];
  /** Lines that credit helpers; they are among the paragraphs too (T-13). */
  readonly contributors: readonly string[];
  /** The end mark and all behind it. */
  readonly trailer: readonly WireLine[];
  /** IPTC 7901's time stamp. */
  readonly stamp: string | undefined;
  /** The day that the last lines name as that of the story. */
  readonly closingDate: string | undefined;
  /** A line of the head that is nothing but a date. */
  readonly statedDate: WirePart | undefined;
}

/** On how many paragraphs a dateline is looked for (T-30), and a contributor line from the end (T-13). */
const DATELINE_PARAGRAPHS = 3;
const CONTRIBUTOR_PARAGRAPHS = 3;

/** Takes wire copy apart. Never fails: a text without any form is a text of paragraphs. */
export function parseWireStory(text: string): WireStory {
  const envelope = openEnvelope(text);
  const lines = linesOf(envelope.text, envelope.linesBefore);
  const mode = isBlockMode(lines);
  const head = readHead(lines, mode);
  const rest = lines.slice(head.textAt);
  const endAt = endOf(rest);
  const body = signedApart(withoutFurniture(endAt < 0 ? rest : rest.slice(0, endAt)));
  const blocks = [...blocksOf(head.bullets, mode), ...blocksOf(body, mode)];
  const agency = head.outlet === undefined ? closingAgency(blocks) : agencyName(head.outlet);
  const lead = leadOf(blocks, agency !== undefined);
  const byline =
    head.labels.byline === undefined
      ? (head.byline ?? writersIn(lead.leadIn))
      : creditsOf(head.labels.byline.value);
  const { notices, headline } = taggedHeadline(head);
  return {
    ...lead,
    ...headlineOf(head.labels, headline, lead),
    parts: head.parts,
    labels: head.labels,
    slugLine: envelope.slugLine ?? partOf(head.parts, 'slug')?.text,
    unknownLabels: head.unknownLabels,
    notices: [...notices, ...closingNotices(lead.blocks)],
    notice: head.notices[0]?.text,
    embargo: head.embargo ?? closingEmbargo(body, rest),
    subhead: head.labels.subhead?.value ?? deckOf(head.parts),
    byline,
    source: head.labels.source?.value ?? lead.dateline?.source ?? head.outlet ?? byline?.outlet ?? agency,
    paragraphs: lead.blocks.flatMap((block) => block.texts),
    contributors: lead.blocks
      .slice(-CONTRIBUTOR_PARAGRAPHS)
      .flatMap((block) => block.texts.filter(isContributorLine)),
    trailer: endAt < 0 ? [] : rest.slice(endAt),
    statedDate: partOf(head.parts, 'date'),
    stamp: envelope.stamp,
    closingDate: closingDate(lead.blocks),
  };
}

/** Where the story ends, or -1. Rows of stars part sections, but for the last of all marks (T-14). */
function endOf(lines: readonly WireLine[]): number {
  const lastMark = lines.findLastIndex(({ text }) => isEndMark(text));
  const markAt = lines.findIndex(({ text }, at) => {
    if (at === 0 || !isEndMark(text) || isMoreMark(text, lines[at + 1]?.text)) return false;
    return text !== '***' || at === lastMark;
  });
  const endAt = markAt < 0 ? lines.length : markAt;
  return endAt > 1 && isSignOff(lines[endAt - 1]!.text) ? endAt - 1 : markAt;
}

/** The text without what only serves the wire, the marks and headers between two takes among it (T-15). */
function withoutFurniture(lines: readonly WireLine[]): readonly WireLine[] {
  const isBetweenTakes: boolean[] = [];
  for (const [at, { text }] of lines.entries()) {
    isBetweenTakes.push(
      isMoreMark(text, lines[at + 1]?.text) || (isBetweenTakes[at - 1] === true && isTakeHeader(text)),
    );
  }
  const kept: WireLine[] = [];
  let startsBlock = false;
  for (const [at, line] of lines.entries()) {
    startsBlock ||= line.startsBlock;
    if (isBetweenTakes[at] || isFurniture(line.text)) continue;
    kept.push(startsBlock === line.startsBlock ? line : { ...line, startsBlock });
    startsBlock = false;
  }
  return kept;
}

/** The agency's name on the last line belongs to no paragraph: `Reuter`. */
function signedApart(lines: readonly WireLine[]): readonly WireLine[] {
  const [previous, last] = lines.slice(-2);
  if (last === undefined || agencyName(last.text.slice(0, 60)) === undefined) return lines;
  if (last.indent === previous!.indent && isContinued(previous!.text, last.text, 0)) return lines;
  return lines.with(-1, { ...last, startsBlock: true });
}

/** The headline without its tags, and the notices with them (T-09). `CORRECTED: Harbor closed` is both where no other is. */
function taggedHeadline({
  parts,
  notices,
  labels,
}: WireHead): Pick<WireStory, 'notices'> & { readonly headline: string } {
  const part = partOf(parts, 'headline');
  const own =
    part === undefined && labels.headline === undefined ? notices.find(isHeadlineNotice) : undefined;
  let found = splitHeadlinePrefix(part?.text ?? own?.text ?? '', own !== undefined);
  const line = part?.line ?? own?.line ?? 1;
  if (CORRECTED_STORY.test(found.rest)) found = { ...found, kinds: ['correction'], prefix: found.rest };
  const tags = found.kinds.map(
    (kind): WireNotice => ({ kind, text: tagOf(found.prefix), line, isTag: true }),
  );
  return {
    notices: [...notices.filter((notice) => notice !== own), ...tags],
    headline: found.rest.replace(LEAD_BEHIND, ''),
  };
}

/** The headline of AP's corrections. */
const CORRECTED_STORY = /^(?:Correction|Clarification): \S.*\bstory$/;

/** AFP's tag behind a headline. */
const LEAD_BEHIND = /\s\((?:\d(?:er|e|ème)? )?LEAD(?: \d)?\)$/;

function isHeadlineNotice({ text }: WireNotice): boolean {
  const { rest, kinds } = splitHeadlinePrefix(text, true);
  return kinds.length > 0 && !kinds.includes('kill') && isHeadlineLike(rest, false) && !/[.!?…]$/.test(rest);
}

/** `CORRECTED-UPDATE 2-` is the tag `CORRECTED-UPDATE 2`. */
function tagOf(prefix: string): string {
  return prefix.replace(/[\s:–—-]+$/, '');
}

/** The lines between headline and byline, one behind the other. */
function deckOf(parts: readonly WirePart[]): string | undefined {
  const lines = parts.filter(({ kind }) => kind === 'subhead').map(({ text }) => text);
  return lines.length === 0 ? undefined : lines.join(' – ');
}

function partOf(parts: readonly WirePart[], kind: HeadPart): WirePart | undefined {
  return parts.find((part) => part.kind === kind);
}

/** The body with its lead-in apart. */
type Lead = Pick<WireStory, 'blocks' | 'ledeAt' | 'leadIn' | 'dateline'>;

function leadOf(blocks: readonly WireBlock[], isCredited: boolean): Lead {
  for (const [at, block] of blocks.slice(0, DATELINE_PARAGRAPHS).entries()) {
    const [text = ''] = block.texts;
    const dateline = block.kind === 'paragraph' ? readDateline(text, isCredited) : undefined;
    if (dateline === undefined) continue;
    return withoutLeadIn(blocks, at, dateline, text.slice(dateline.leadIn.length));
  }
  const bare = bareDateline(blocks);
  if (bare !== undefined)
    return withoutLeadIn(blocks, 0, bare, blocks[0]!.texts[0]!.slice(bare.leadIn.length));
  const ledeAt = Math.max(
    0,
    blocks.findIndex((block) => block.kind === 'paragraph'),
  );
  return { blocks, ledeAt, leadIn: '', dateline: undefined };
}

/** A dateline alone on its line stands before the paragraph that follows. */
function withoutLeadIn(blocks: readonly WireBlock[], at: number, dateline: WireDateline, lede: string): Lead {
  const next = blocks[at + 1];
  if (lede.trim() !== '' || next?.kind !== 'paragraph') {
    return {
      blocks: blocks.with(at, { ...blocks[at]!, texts: [lede] }),
      ledeAt: at,
      leadIn: dateline.leadIn,
      dateline,
    };
  }
  const leadIn = /\s$/.test(dateline.leadIn) ? dateline.leadIn : `${dateline.leadIn} `;
  return { blocks: blocks.toSpliced(at, 1), ledeAt: at, leadIn, dateline };
}

function headlineOf(
  labels: WireLabels,
  line: string,
  lead: Lead,
): Pick<WireStory, 'headline' | 'headlineSource' | 'attribution'> {
  const stated = labels.headline?.value;
  const text = stated ?? line;
  if (text !== '') {
    const headlineSource = stated === undefined ? 'headline' : 'label';
    return { headline: shownHeadline(text), headlineSource, attribution: attributionOf(text) };
  }
  const lede = lead.blocks[lead.ledeAt]?.texts[0]?.trim() ?? '';
  if (lede === '') return { headline: undefined, headlineSource: 'filename', attribution: undefined };
  return { headline: ledeHeadline(lede), headlineSource: 'lede', attribution: undefined };
}
