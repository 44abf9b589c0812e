/**
 * Lines that may stand anywhere above the text of wire copy: labels, notices, codes, kickers, contacts (T-05 … T-15).
 *
 * In: one line, judged by its form alone. Out: what it is, or undefined for a line with a place of its own.
 */
import { embargoOf } from './wire-embargo.ts';
import { labelOf } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import { isEndMark, isFurniture, isPageNumber } from './wire-marks.ts';
import { noticeKind } from './wire-notices.ts';

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

/** A header as dpa and APA print it: `bdt0123 3 pl 210 dpa 0456`, and ANPA's two lines: `a0512`, `r i AM-Fog   09-05 0412`. */
const HEADER =
  /^(?:[a-z]{3}\d{3,4}|(?:APA|OTS)\d{4}) \d [A-Za-z]{2} \d{1,4}(?: [\w ]{1,16})?(?:\s+(?:\p{L}{2}, )?\d{1,2}\.\s?\p{L}{3}\.? (?:20)?\d{2})?$|^[a-z]\d{4}(?: [a-z]{3,6})?$|^[a-z] [a-z] [A-Z]{2}-\S.{0,50}\s\d\d-\d\d \d{3,4}$/u;

/** Which pictures go with a story: `AP Photo VIE101-104, VIE107`. */
const PHOTOS =
  /^(?:With )?AP (?:Photos?|Graphics?|Video)\.$|^AP (?:Photos?|Graphics?|Video)(?:(?:,| and)? [A-Z]{2,6}\d{2,4}(?:-\d{2,4})?)+\.?$/;

/** What else a desk offers, between stars: `*** Audio available ***`. */
const SERVICE = /^\*{3} [^*]{5,100} \*{3}$/;

/** Whether the next line names who sent the story. */
export function isProvidedBy(line: string): boolean {
  return /^News provided by:?$/i.test(line);
}

const COPYRIGHT =
  /^(?:\([cC]\)|c\.|©|Copyright(?: ©| \([cC]\))?,?) ?\d{4},? (?:by )?((?:\p{Lu}|the )[^\s.]*(?: (?:\p{Lu}|the |of |and |& )[^\s.]*)*)(?:\.|$)/u;

/** Who holds the rights, by a line above the text that says nothing else. */
export function copyrightHolder(line: string): string | undefined {
  return line.length > 120 ? undefined : COPYRIGHT.exec(line)?.[1]?.trim();
}

/** `Media contact:` with the names and numbers on the lines below. */
export function isContactHead(line: string): boolean {
  return /^(?:(?:media|press|news) )?contacts?:$/i.test(line);
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

/** The most lines that say whom to call. */
const CONTACT_LINES_MAX = 8;

/** `Contact: Ann Harbor`, and the lines below with an address or a number. */
export function isContactBlock(run: readonly WireLine[]): boolean {
  if (run.length > CONTACT_LINES_MAX || !/^(?:(?:media|press|news) )?contacts?:/i.test(run[0]!.text))
    return false;
  return run.some(({ text }) => /@|\d{3}[-. )]+\d{3}/.test(text.slice(0, 160)));
}

/** Capitals and digits only, as in the second and third line of a telex. */
export function isTelexCode(line: string): boolean {
  return line.length <= 30 && /\d/.test(line) && /^[A-Z\d_/ ]+$/.test(line);
}
