/**
 * Wire copy (`.txt`): what an agency sends, what a newsroom types.
 *
 * In: a file's path and bytes. Out: a draft and the faults found, or faults alone. The form is recognised from the
 * text (wire-story.ts); nothing is invented that the text does not say (T-43), and the same bytes give the same
 * draft on any machine (T-46). What must not be seen yet is withheld, in doubt too (T-10, T-11).
 */
import type { Site } from '../base/site.ts';
import { ownCopy, type PlainText, plainLine } from '../base/text.ts';
import type { Draft, Person, Reading } from './draft.ts';
import type { Fault } from './fault.ts';
import { readFileText } from './file-text.ts';
import { decodeUnstated } from './html-charset.ts';
import { sectionOfPath } from './section.ts';
import { nameSlugOf, slugOf } from './slug.ts';
import { summaryOf } from './summary.ts';
import { copyrightHolder } from './wire-asides.ts';
import { wireBody } from './wire-body.ts';
import { isContributorLine } from './wire-credits.ts';
import { wireDates } from './wire-dates.ts';
import { fileHeadline } from './wire-headline.ts';
import type { LabelledValue } from './wire-labels.ts';
import type { NoticeKind, WireNotice } from './wire-notices.ts';
import { datelineOf } from './wire-place.ts';
import { parseWireStory, type WireStory } from './wire-story.ts';

/** Reads a file of wire copy. Never throws. `site` is part of every reader's signature; wire copy needs none of it. */
export function readWireCopy(path: string, bytes: Uint8Array, _site: Site): Reading {
  const { text, faults: textFaults } = readFileText(path, bytes, decodeUnstated);
  if (text === undefined) return { draft: undefined, faults: textFaults };
  const story = parseWireStory(text);
  const dates = wireDates(story, path);
  const withheld = withheldReason(story);
  const faults: Fault[] = [...textFaults, ...dates.faults];
  if (withheld !== undefined) faults.push(warning(path, withheld.line, withheld.what));
  if (isStoryHidden(story)) faults.push(hiddenTrailer(path, story));
  for (const { text: label, line } of story.unknownLabels) faults.push(unknownLabel(path, line, label));
  const hasText = story.paragraphs.some((paragraph) =>
    /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(paragraph),
  );
  if (!hasText && withheld === undefined) {
    faults.push({
      path,
      line: 1,
      severity: 'error',
      what: 'found 0 characters of text, expected an article',
    });
  }
  const identity = statedIdentity(story, path, faults);
  if (faults.some(({ severity }) => severity === 'error')) return { draft: undefined, faults };
  return { draft: draftOf(story, path, { dates, withheld: withheld?.reason, identity }), faults };
}

/** A mark and a line or two of boilerplate; more may be a story cut short by a mark in its middle. */
const TRAILER_LINES_EXPECTED = 8;

/** A line behind `MORE` or a row of stars that is as long as this is text that should have followed. */
const HIDDEN_CHARACTERS_MIN = 60;
const DOUBTFUL_MARK = /more|^\*+$/i;

function isStoryHidden({ trailer: [mark, ...behind] }: WireStory): boolean {
  if (behind.length >= TRAILER_LINES_EXPECTED) return true;
  return (
    DOUBTFUL_MARK.test(mark?.text ?? '') && behind.some(({ text }) => text.length >= HIDDEN_CHARACTERS_MIN)
  );
}

function hiddenTrailer(path: string, { trailer }: WireStory): Fault {
  const what = `${trailer.length - 1} lines behind the end mark ${JSON.stringify(trailer[0]!.text)} are not published`;
  return { path, line: trailer[0]!.number, severity: 'note', what };
}

function unknownLabel(path: string, line: number, label: string): Fault {
  const name = JSON.stringify(label.slice(0, label.indexOf(':')));
  const what = `the label ${name} is not known and its line is not published, expected one like Headline, Byline or Date`;
  return { path, line, severity: 'note', what };
}

function warning(path: string, line: number, what: string): Fault {
  return { path, line, severity: 'warning', what };
}

interface Withheld {
  readonly reason: PlainText;
  readonly line: number;
  readonly what: string;
}

const WITHHOLDING: Readonly<Partial<Record<NoticeKind, string>>> = { kill: 'killed', hold: 'held' };

/** Why the story must not be seen: killed, held, or under an embargo whose end nobody can know (T-10, T-11). */
function withheldReason({ notices, embargo }: WireStory): Withheld | undefined {
  const notice = notices.find(({ kind }) => WITHHOLDING[kind] !== undefined);
  if (notice !== undefined) {
    const reason = plainLine(notice.text.slice(0, 300));
    return {
      reason,
      line: notice.line,
      what: `the story is ${WITHHOLDING[notice.kind]} by its notice and not published`,
    };
  }
  if (embargo === undefined || embargo.until !== undefined) return undefined;
  const what =
    'the embargo states no instant with a zone and the story stays hidden, expected one like 2025-09-05 10:30 GMT';
  return { reason: plainLine(embargo.text.slice(0, 300)), line: embargo.line, what };
}

interface Identity {
  readonly id: string | undefined;
  readonly permalink: string | undefined;
  readonly language: string | undefined;
}

/** The stated id, address and language; what cannot be used is left out and reported. */
function statedIdentity({ labels }: WireStory, path: string, faults: Fault[]): Identity {
  const use = (label: LabelledValue | undefined, isUsable: (value: string) => boolean, expected: string) => {
    if (label === undefined) return undefined;
    if (isUsable(label.value)) return label.value;
    faults.push(
      warning(path, label.line, `found ${JSON.stringify(label.value.slice(0, 60))}, expected ${expected}`),
    );
    return undefined;
  };
  return {
    id: use(
      labels.id,
      (value) => URL.canParse(value) && !/\s/.test(value),
      'an id that is an absolute address or a urn or tag',
    ),
    permalink: use(
      labels.url,
      (value) => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value),
      'an absolute http address',
    ),
    language: use(
      labels.language,
      (value) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value),
      'a language tag like en or pt-BR',
    ),
  };
}

interface Decided {
  readonly dates: ReturnType<typeof wireDates>;
  readonly withheld: PlainText | undefined;
  readonly identity: Identity;
}

function draftOf(story: WireStory, path: string, { dates, withheld, identity }: Decided): Draft {
  const { labels } = story;
  const notice = labels.correction === undefined ? shownCorrection(story.notices) : undefined;
  const correction = labels.correction?.value ?? notice?.text.replace(CORRECTION_WORD, '');
  return {
    path,
    kind: 'wire',
    headline: owned(story.headline ?? '') || fileHeadline(path),
    headlineSource: story.headlineSource,
    subhead: story.subhead === undefined ? undefined : owned(story.subhead),
    summary:
      labels.summary === undefined ? owned(summaryOf(summaryParagraphs(story))) : owned(labels.summary.value),
    body: wireBody(story, notice),
    authors: (story.byline?.names ?? []).map((name): Person => ({ name: owned(name) })),
    source: story.source === undefined ? undefined : owned(story.source),
    dateline: placeOf(story),
    section: labels.category === undefined ? sectionOfPath(path) : owned(labels.category.value),
    tags: tagsOf(labels.keywords?.value ?? ''),
    language: identity.language,
    published: dates.published,
    datelineDay: dates.datelineDay,
    updated: dates.updated,
    expires: dates.expires,
    isDraft: false,
    withheld,
    correction: correction === undefined ? undefined : owned(correction),
    id: identity.id,
    slug: labels.slug === undefined ? undefined : slugOf(labels.slug.value),
    permalink: identity.permalink,
  };
}

/** The paragraphs from the lede on; lists and crossheads sum nothing up, but for a story of nothing else. */
function summaryParagraphs({ blocks, ledeAt, leadIn, paragraphs }: WireStory): readonly string[] {
  const found = blocks.slice(ledeAt).flatMap(({ kind, texts }) => (kind === 'paragraph' ? texts : []));
  const said = found
    .map((text) => text.replace(CLOSING_CREDIT, ''))
    .filter((text, at) => (at === 0 && leadIn !== '') || isSaying(text));
  if (said.some((text) => text.trim() !== '')) return said;
  return found.some((text) => text.trim() !== '') ? found : paragraphs;
}

/** A name, a place or a desk's mark says nothing of the story, and who helped and who holds the rights as little. */
function isSaying(text: string): boolean {
  if (isContributorLine(text) || copyrightHolder(text) !== undefined || /^Our Standards: /.test(text))
    return false;
  return text.length > MARK_CHARACTERS_MAX || /[.!?…:。！？؟।۔]["'”’»)\]」』）]*$/u.test(text);
}

/** The longest line that can be no more than a mark. */
const MARK_CHARACTERS_MAX = 60;

/** `(ANSA).`, `(Reporting by Ann Harbor)` behind the last sentence of a paragraph. */
const CLOSING_CREDIT =
  /(?<=[.!?”"»。])\s*(?:\((?:\p{Lu}{2,}|Télam|Lusa|(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by [^()]{2,200})\)\.?|Enditem|EFE|[（(](?:完|编辑|編輯)[^（）()]{0,30}[）)]\d{0,8})$/u;

/** What every format says before the note anyway. */
const CORRECTION_WORD = /^(?:CORRECTION|Correction|CORRECTED|CORRECTIVE|Eds|EDS)\s*[:–—-]\s*(?=\S)/;

/** The note of a correction; where the copy has none, the tag alone says that it is one (T-09). */
function shownCorrection(notices: readonly WireNotice[]): WireNotice | undefined {
  const corrections = notices.filter(({ kind }) => kind === 'correction');
  return corrections.find(({ isTag }) => isTag === undefined) ?? corrections[0];
}

/** The label's place wins over the dateline's (T-06). */
function placeOf({ labels, dateline }: WireStory): Draft['dateline'] {
  if (labels.dateline === undefined) {
    const place = dateline?.dateline;
    return place === undefined ? undefined : { ...place, raw: ownCopy(place.raw) };
  }
  const raw = labels.dateline.value;
  const comma = raw.indexOf(',');
  if (comma < 0) return datelineOf(ownCopy(raw), raw, undefined);
  return datelineOf(ownCopy(raw), raw.slice(0, comma).trim(), raw.slice(comma + 1).trim() || undefined);
}

/** Keywords by comma or semicolon, each once by slug. */
function tagsOf(keywords: string): readonly PlainText[] {
  const tags = new Map<string, PlainText>();
  for (const keyword of keywords.replace(/^\[(.*)\]$/, '$1').split(/[,;|]|\s+(?=#)/)) {
    const tag = owned(keyword.trim().replace(/^#(?=\S)/, ''));
    if (tag !== '' && !tags.has(nameSlugOf(tag))) tags.set(nameSlugOf(tag), tag);
  }
  return [...tags.values()];
}

/** One clean line that does not pin the file's whole text in memory (design §5). */
function owned(text: string): PlainText {
  return ownCopy(plainLine(text)) as PlainText;
}
