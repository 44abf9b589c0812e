/**
 * Wire copy taken apart: every line of the file is in exactly one part (T-05, T-40).
 *
 * In: decoded text. Out: labels, notices, headline, byline, dateline, paragraphs, trailer. Nothing is decided here
 * about publishing, and nothing is read that the text does not say.
 */
import type { HeadlineSource } from './draft.ts';
import { creditsOf, isContributorLine, type WireByline } from './wire-byline.ts';
import { readDateline } from './wire-dateline.ts';
import { readHead } from './wire-head.ts';
import type { HeadPart, WirePart } from './wire-head-parts.ts';
import { attributionOf, ledeHeadline, shownHeadline } from './wire-headline.ts';
import type { WireLabels } from './wire-labels.ts';
import { linesOf, openEnvelope, type WireLine } from './wire-lines.ts';
import { isEndMark, isFurniture } from './wire-marks.ts';
import { splitHeadlinePrefix, type WireEmbargo, type WireNotice } from './wire-notices.ts';
import { blocksOf, isBlockMode, type WireBlock } from './wire-paragraphs.ts';
import type { WireDateline } from './wire-place.ts';

/** A story in parts. */
export interface WireStory {
  /** The lines above the text, in order. */
  readonly parts: readonly WirePart[];
  readonly labels: WireLabels;
  readonly slugLine: string | undefined;
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
  const endAt = rest.findIndex((line, at) => at > 0 && isEndMark(line.text));
  const body = (endAt < 0 ? rest : rest.slice(0, endAt)).filter((line) => !isFurniture(line.text));
  const lead = leadOf([...blocksOf(head.bullets, mode), ...blocksOf(body, mode)]);
  const byline = head.labels.byline === undefined ? head.byline : creditsOf(head.labels.byline.value);
  const headline = partOf(head.parts, 'headline');
  const prefixed = splitHeadlinePrefix(headline?.text ?? '');
  const prefixNotices = prefixed.kinds.map((kind) => ({ kind, text: prefixed.prefix, line: headline!.line }));
  return {
    ...lead,
    ...headlineOf(head.labels, prefixed.rest, lead),
    parts: head.parts,
    labels: head.labels,
    slugLine: envelope.slugLine ?? partOf(head.parts, 'slug')?.text,
    notices: [...head.notices, ...prefixNotices],
    notice: head.notices[0]?.text,
    embargo: head.embargo,
    subhead: head.labels.subhead?.value ?? partOf(head.parts, 'subhead')?.text,
    byline,
    source: head.labels.source?.value ?? lead.dateline?.source ?? head.outlet ?? byline?.outlet,
    paragraphs: lead.blocks.flatMap((block) => block.texts),
    contributors: lead.blocks
      .slice(-CONTRIBUTOR_PARAGRAPHS)
      .flatMap((block) => block.texts.filter(isContributorLine)),
    trailer: endAt < 0 ? [] : rest.slice(endAt),
    statedDate: partOf(head.parts, 'date'),
    stamp: envelope.stamp,
  };
}

function partOf(parts: readonly WirePart[], kind: HeadPart): WirePart | undefined {
  return parts.find((part) => part.kind === kind);
}

/** The body with its lead-in apart. */
type Lead = Pick<WireStory, 'blocks' | 'ledeAt' | 'leadIn' | 'dateline'>;

function leadOf(blocks: readonly WireBlock[]): Lead {
  for (const [at, block] of blocks.slice(0, DATELINE_PARAGRAPHS).entries()) {
    const [text = ''] = block.texts;
    const dateline = block.kind === 'paragraph' ? readDateline(text) : undefined;
    if (dateline === undefined) continue;
    return withoutLeadIn(blocks, at, dateline, text.slice(dateline.leadIn.length));
  }
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
