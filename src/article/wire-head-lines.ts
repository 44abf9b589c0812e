/**
 * The lines above the text of wire copy, each judged by its form alone (T-05 … T-12).
 *
 * Where a line stands, and what that makes of it, is wire-head.ts'.
 */
import { statedDate } from './stated-date.ts';
import { bylineOf } from './wire-byline.ts';
import { embargoOf, type WireEmbargo } from './wire-embargo.ts';
import { agencyName } from './wire-gazetteer.ts';
import { isHeadlineLike } from './wire-headline.ts';
import { isLabelForm, labelOf } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import { isEndMark, isFurniture, isPageNumber } from './wire-marks.ts';
import { noticeKind } from './wire-notices.ts';
import { isContinued, isHardWrapped } from './wire-paragraphs.ts';

/** The longest name of an organisation on a line of its own. */
export const OUTLET_CHARACTERS_MAX = 80;

/** Whether the next line names who sent the story. */
export function isProvidedBy(line: string): boolean {
  return /^News provided by:?$/i.test(line);
}

/** The most lines that say whom to call. */
const CONTACT_LINES_MAX = 8;

/** `Contact: Ann Harbor`, and the lines below with an address or a number. */
export function isContactBlock(run: readonly WireLine[]): boolean {
  if (run.length > CONTACT_LINES_MAX || !/^(?:(?:media|press|news) )?contacts?:/i.test(run[0]!.text))
    return false;
  return run.some(({ text }) => /@|\d{3}[-. )]+\d{3}/.test(text.slice(0, 160)));
}

const COPYRIGHT =
  /^(?:\([cC]\)|c\.|©|Copyright(?: ©| \([cC]\))?,?) ?\d{4},? (?:by )?((?:\p{Lu}|the )[^\s.]*(?: (?:\p{Lu}|the |of |and |& )[^\s.]*)*)(?:\.|$)/u;

/** Who holds the rights, by a line above the text that says nothing else. */
export function copyrightHolder(line: string): string | undefined {
  return line.length > 120 ? undefined : COPYRIGHT.exec(line)?.[1]?.trim();
}

/** A writer's mail address or handle, alone on the line under the byline, or whom to call about a press release. */
function isContact(line: string): boolean {
  if (
    /^(?:(?:MEDIA|PRESS|Media|Press) )?(?:CONTACTS?|[Cc]ontacts?):.*(?:@|\d{3}[-. )]+\d{3})/.test(
      line.slice(0, 160),
    )
  )
    return true;
  return (
    line.length <= 80 && /^(?:e-?mail:?\s*)?(?:[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|@\w{2,30})$/i.test(line)
  );
}

/** How urgently a wire sent the story: the agencies' words, alone in capitals. */
const PRIORITY =
  /^(?:AP ?NewsAlert|NewsAlert|AP-NEWSALERT|URGENTE?|BULLETIN|FLASH|(?:NEWS ?)?ALERT|ALERTE|ALERTA|PRIORITY|SNAP|EILT?|EILMELDUNG|BLITZ|СРОЧНО|МОЛНИЯ|速報)$/;

/** What kind of story it is, or where in the paper it stands, alone in capitals above the headline. */
const KICKER = new RegExp(
  '^(?:(?:AP )?(?:EXCLUSIVE|ANALYSIS|INTERVIEW|EXPLAINER|EXPLAINS|FACT CHECK)|BREAKING(?: NEWS)?|NEWS (?:ANALYSIS|FEATURE|BRIEFS?)|FEATURE|OPINION|' +
    '(?:GUEST )?(?:COMMENT(?:ARY)?|COLUMN|ESSAY)|EDITORIAL|OP-ED|FACTBOX|SPECIAL (?:REPORT|EDITION)|(?:TOP|LEAD|COVER|BIG|DEVELOPING) STORY|FRONT PAGE|SECTION FRONT|LONG READ|PHOTO ESSAY|FIRST PERSON|' +
    'IN BRIEF|JUST IN|LIVE UPDATES|(?:BOOK|FILM|MOVIE|MUSIC|THEATER|THEATRE|TV) REVIEW|LETTERS? TO THE EDITOR|(?:LOCAL|WORLD|NATIONAL|INTERNATIONAL|BUSINESS|SPORTS|POLITICS|POLITICAL|CITY|STATE|REGIONAL|MARKET|ENTERTAINMENT|HEALTH|SCIENCE) NEWS|' +
    'KOMMENTAR|ANALYSE|REPORTAGE|PORTRÄT|HINTERGRUND|GLOSSE|LEITARTIKEL|GASTBEITRAG|FAKTENCHECK|EXKLUSIV|NACHRUF|STICHWORT|' +
    'ENQUÊTE|ENTRETIEN|ÉDITORIAL|TRIBUNE|DÉCRYPTAGE|EXCLUSIF|ANÁLISIS|ENTREVISTA|OPINIÓN|REPORTAJE|EXCLUSIVA|ANÁLISE|OPINIÃO|' +
    'INTERVISTA|ANALISI|EDITORIALE|ESCLUSIVA|АНАЛИТИКА|ИНТЕРВЬЮ|МНЕНИЕ|ОБЗОР|РЕПОРТАЖ|ЭКСКЛЮЗИВ)$',
);

/** How long it is, and what a mail program put above it. */
const LENGTH = /^\(?\d{2,5} words\)?$/i;
const MAIL_HEADER =
  /^(?:(?:From|To|Cc|Reply-To|Sender|Von|An|De|À|Para|Da|Van|Aan|Fra|Til|Från|От|Кому): .*@|-{3,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d'origine|Message transféré|Mensaje original|Messaggio originale) ?-{3,}$|(?:MIME-Version|Content-[A-Z][\w-]+|Message-ID|Received|Return-Path|X-[A-Z][\w-]+): )/i;

/** What kind of paper it is, alone on its line. */
const NO_NEWS =
  /^(?:(?:news|press|media) release|embargo lifted|(?:not )?peer[ -]reviewed(?: publication)?|for publication|for release:? (?:immediate(?:ly)?|(?:up)?on receipt))[.!]?$/i;

/** What stands above a date. */
const DATE_BELOW = /^(?:Published|Posted|Updated|Last updated|Publicado|Publié|Veröffentlicht):?$/;

/** `Media contact:` with the names and numbers on the lines below. */
export function isContactHead(line: string): boolean {
  return /^(?:(?:media|press|news) )?contacts?:$/i.test(line);
}

/** A header as dpa and APA print it: `bdt0123 3 pl 210 dpa 0456`. */
const HEADER =
  /^(?:[a-z]{3}\d{3,4}|(?:APA|OTS)\d{4}) \d [A-Za-z]{2} \d{1,4}(?: [\w ]{1,16})?(?:\s+\d{1,2}\.\s?\p{L}{3}\.? \d{2})?$/u;

/** Which pictures go with a story: `AP Photo VIE101-104, VIE107`. */
const PHOTOS =
  /^(?:With )?AP (?:Photos?|Graphics?|Video)\.$|^AP (?:Photos?|Graphics?|Video)(?:(?:,| and)? [A-Z]{2,6}\d{2,4}(?:-\d{2,4})?)+\.?$/;

/** What a line is that may stand anywhere in the head; undefined for every other line. */
export function asideOf(line: string): 'label' | 'embargo' | 'notice' | 'furniture' | undefined {
  if (isFurniture(line) || isEndMark(line) || isPageNumber(line)) return 'furniture';
  if (isProvidedBy(line) || isContact(line) || /^(?:Summary|SUMMARY|Editor: \p{L}+)$/u.test(line))
    return 'furniture';
  if (isContactHead(line) || NO_NEWS.test(line) || DATE_BELOW.test(line)) return 'furniture';
  if (PRIORITY.test(line) || PHOTOS.test(line) || HEADER.test(line) || KICKER.test(line)) return 'furniture';
  if (LENGTH.test(line) || MAIL_HEADER.test(line)) return 'furniture';
  if (copyrightHolder(line) !== undefined) return 'furniture';
  if (embargoOf(line, 0) !== undefined) return 'embargo';
  if (noticeKind(line) !== undefined) return 'notice';
  if (labelOf(line) !== undefined) return 'label';
  return SERVICE.test(line) ? 'furniture' : undefined;
}

/** What else a desk offers, between stars: `*** Audio available ***`. */
const SERVICE = /^\*{3} [^*]{5,100} \*{3}$/;

/** Capitals and digits only, as in the second and third line of a telex. */
export function isTelexCode(line: string): boolean {
  return line.length <= 30 && /\d/.test(line) && /^[A-Z\d_/ ]+$/.test(line);
}

/** IPTC 7901's headline ends with `=` (T-02). */
export function isMarkedHeadline(line: string): boolean {
  if (!/\p{L}\S*\s*=$/u.test(line.slice(-40)) || bylineOf(line) !== undefined) return false;
  return isHeadlineLike(line, true);
}

/** Who published it then, on the same line: `September 05, 2025 07:30 ET | Source: Pier Inc.`. */
const SOURCE_BEHIND = /\s*[|•·]?\s*(?:(?:Source|来源|來源)[:：]\s*)([^:：]{2,60})$/;

/** `ANI | Updated: Sep 05, 2025 14:30 IST`. */
const AGENCY_BEFORE = /^([\p{Lu}]{2,5}) \| (?:(?:Last )?[Uu]pdated|Published)(?: [Oo]n)?:? /u;

/** The date of a line that is nothing but one, and the source behind it. */
export function dateLine(whole: string): { readonly date: string; readonly source: string | undefined } {
  const [credit = '', agency = ''] = AGENCY_BEFORE.exec(whole.slice(0, 160)) ?? [];
  const line = whole.slice(credit.length);
  // those who print it so are in India
  if (credit !== '') return { date: line.replace(/ IST$/, ' +0530'), source: agencyName(agency) };
  const found = SOURCE_BEHIND.exec(line.slice(0, 160));
  return { date: found === null ? line : line.slice(0, found.index), source: found?.[1]?.trim() };
}

/** A line that is nothing but a date, with or without its year. */
export function isDateLine(whole: string): boolean {
  const { date: line } = dateLine(whole);
  if (line.length > 60) return false;
  const day = line.replace(/\s+[ECMP]T$/, '');
  return statedDate(day) !== undefined || statedDate(`${day}, 2024`) !== undefined;
}

/** How far the next day of a schedule is looked for. */
const DAYS_LINES_MAX = 60;

/** Whether a line is a day of a schedule, where others follow: no date of the story. */
export function isOneOfDays(lines: readonly WireLine[], at: number): boolean {
  const isDay = ({ text }: WireLine) => !/\d{4}/.test(text) && isDateLine(text);
  return isDay(lines[at]!) && lines.slice(at + 1, at + DAYS_LINES_MAX).some(isDay);
}

/**
 * The lines up to the one that ends its sentence: what follows in the same block is no part of a notice. Where no
 * program broke the lines, only a small letter goes on.
 */
export function sentenceRun(run: readonly WireLine[]): readonly WireLine[] {
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

/** Whether a line states in the block of labels what nobody asks for: more of them follow, or the block ends. */
export function isUnknownLabel({ text, startsBlock }: WireLine, next: WireLine | undefined): boolean {
  if (startsBlock || !isLabelForm(text) || next === undefined) return false;
  return next.startsBlock || labelOf(next.text) !== undefined || isLabelForm(next.text);
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

/** The longest block that is looked at as one paragraph. */
const BLOCK_LINES_MAX = 200;

/** The lines from here to the next blank one. */
export function blockAt(lines: readonly WireLine[], at: number): readonly WireLine[] {
  let end = at + 1;
  while (end < lines.length && end < at + BLOCK_LINES_MAX && !lines[end]!.startsBlock) end += 1;
  return lines.slice(at, end);
}
