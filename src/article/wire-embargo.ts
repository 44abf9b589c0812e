/**
 * Embargoes: until when an agency forbids to show a story (T-11).
 *
 * In: one line above the text. Out: the embargo it states, with its end where that is an instant with a zone; without
 * one nobody can know when it ends (fail closed). A headline may begin with the same word (`Embargo on oil grows`,
 * `Embargo until 2026 likely, minister says`), so that a line in small letters counts only when it says nothing else.
 */
import { statedDate } from './stated-date.ts';
import {
  ALONE,
  ATTENTION,
  BETWEEN,
  DATE_WORD,
  EMBARGO,
  FOR_DAY,
  FORBIDDEN_BEFORE,
  HOUR,
  INFINITIVE,
  NOT_EMBARGOED,
  OCCASION,
  OTHER_ZONE,
  PAPER,
  RELEASE_AT,
  RELEASE_OF_DAY,
  SHORT,
  THIS_PAPER,
  UNTIL,
} from './wire-embargo-forms.ts';

/** A time before which a story must not be seen. */
export interface WireEmbargo {
  readonly text: string;
  readonly line: number;
  /** The instant, only when the line states one with its zone. */
  readonly until: Date | undefined;
}

/** Whether a text consists of the words of a day and a time, a number or weekday among them. */
export function isDayOrTime(text: string): boolean {
  const words = text.split(/[\s,.:;/()+–—-]+/u).filter((word) => word !== '');
  return words.length > 0 && words.length <= 16 && words.every((word) => DATE_WORD.test(word));
}

/** The embargo that a line is, or undefined (T-11). */
export function embargoOf(line: string, number: number): WireEmbargo | undefined {
  const bare = withoutFrame(line.slice(0, 300));
  const release = RELEASE_AT.exec(bare);
  if (release !== null) {
    const when = bare.slice(release[0].length);
    // a whole day is a date like any other, and the label of one
    return isDayOrTime(when) && (release[1] !== undefined || HOUR.test(when) || !/\d{4}/.test(when))
      ? embargoUntil(when, line, number)
      : undefined;
  }
  const edition = FOR_DAY.exec(bare)?.[1];
  if (edition !== undefined && isDayOrTime(edition)) return embargoUntil(edition, line, number);
  const day = RELEASE_OF_DAY.exec(bare);
  if (day !== null && isDayOrTime(day[1]!.replace(/['’]S\b/i, '')) && (day[2] === '' || isDayOrTime(day[2]!)))
    return embargoUntil(`${day[1]} ${day[2]}`, line, number);
  if (FORBIDDEN_BEFORE.test(bare)) return { text: line, line: number, until: undefined };
  const when = PAPER.exec(bare)?.[1];
  if (when !== undefined && (isDayOrTime(when) || THIS_PAPER.test(bare)))
    return embargoUntil(when, line, number);
  const head = EMBARGO.exec(bare);
  if (head !== null) {
    const when = bare.slice(head[0].length).trim();
    const isCalled =
      /^SPERRFRIST/i.test(bare) && head[2] !== undefined && ATTENTION.test(withoutStars(line.slice(0, 300)));
    if (isCalled || isForm(head[0], head[1] !== undefined, head[2] !== undefined, when))
      return embargoUntil(when, line, number);
  }
  const isBare = ALONE.test(bare) || SHORT.test(bare) || INFINITIVE.test(bare);
  return isBare ? { text: line, line: number, until: undefined } : undefined;
}

/** The embargo that one sentence of a notice to editors states: `EDS: EMBARGOED UNTIL 10 a.m. EDT, Sept. 5, 2025`. */
export function embargoIn(notice: string, number: number): WireEmbargo | undefined {
  const at =
    /\b(?:strictly )?(?:under )?(?:embargoed|embargo|sperrfrist|not for|hold for|held for|advance for)\b/i.exec(
      notice,
    )?.index;
  if (at === undefined || at === 0) return undefined;
  const found = embargoOf(notice.slice(at), number);
  if (found !== undefined) return { ...found, text: notice };
  return /\b(?:embargoed|under embargo)\b.{0,40}\b(?:until|till|before)\b/i.test(notice)
    ? { text: notice, line: number, until: undefined }
    : undefined;
}

/** In capitals, with a time or with an `until`, or nothing else than a day and a time. */
function isForm(words: string, isParticiple: boolean, hasUntil: boolean, when: string): boolean {
  if (when === '' || NOT_EMBARGOED.test(when)) return false;
  const says = when.replace(new RegExp(`^(?:${UNTIL}|not|release|publication|for|\\s)+`, 'iu'), '');
  if (isDayOrTime(says)) return true;
  if (/^SPERRFRIST/i.test(words) && /:$/.test(words.trim()))
    return /^SPERRFRIST/.test(words) || OCCASION.test(when);
  if (/^SPERRFRIST/i.test(words)) return /\d/.test(says) && isDayOrTime(/^[^\s,:]+/.exec(says)?.[0] ?? '');
  if (/\p{Ll}/u.test(words)) return false;
  if (isParticiple && /^(?:not (?:for|to be)|until|hold)\b/i.test(when)) return true;
  return hasUntil
    ? /\d/.test(when) || (isParticiple && !/\p{Ll}/u.test(when))
    : isParticiple && /\d/.test(when);
}

/** The line without the stars, brackets or parentheses around it, and without what calls attention to it. */
function withoutFrame(line: string): string {
  return withoutStars(line)
    .replace(ATTENTION, '')
    .replace(/^this is (?=(?:strictly )?embargoed)/i, '');
}

function withoutStars(line: string): string {
  return line.replace(/^[\s*#[({<+-]+/, '').replace(/[\s*#\])}>!+-]+$/, '');
}

/** The embargo that the value of an `Embargo:` label states, or undefined when it says that there is none. */
export function embargoUntil(value: string, text: string, line: number): WireEmbargo | undefined {
  const said = value.trim();
  if (NOT_EMBARGOED.test(said)) return undefined;
  const when = said
    .replace(
      /^(?:(?:not for (?:release|publication|broadcast)|for release|until|till|before|at|on|[:–—*-])\s*)+/i,
      '',
    )
    .replace(/[\s.*!]+$/, (end) => (/[ap]\.?m\.$/i.test(said) ? end : ''));
  const date = statedDate(when) ?? statedDate(when.replace(OTHER_ZONE, '')) ?? statedDate(inEnglish(when));
  return { text, line, until: date?.hasZone && date.hasTime ? date.instant : undefined };
}

/** `las 10.00 GMT del viernes 5 de septiembre de 2025`, without what stands between the parts of it. */
function inEnglish(when: string): string {
  return when
    .replace(UNTIL_WORD, '')
    .replace(/\s*\((?=\p{L}+\)$)|(?<=\p{L})\)$/gu, ' ')
    .replace(/(?<![\d:.])(\d{1,2}) ?(?:uhr|uur|h|horas|heures)(?![\p{L}\d])/giu, '$1:00')
    .replace(BETWEEN, '')
    .replace(/(?<!\p{L})de (?=\d{1,2} de )/giu, '');
}

const UNTIL_WORD = new RegExp(`^(?:${UNTIL}\\s*)+`, 'iu');
