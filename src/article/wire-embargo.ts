/**
 * Embargoes: until when an agency forbids to show a story (T-11).
 *
 * In: one line above the text. Out: the embargo it states, with its end where that is an instant with a zone; without
 * one nobody can know when it ends (fail closed). A headline may begin with the same word (`Embargo on oil grows`,
 * `Embargo until 2026 likely, minister says`), so that a line in small letters counts only when it says nothing else.
 */
import { MONTH_NAME } from './month-names.ts';
import { statedDate } from './stated-date.ts';

/** A time before which a story must not be seen. */
export interface WireEmbargo {
  readonly text: string;
  readonly line: number;
  /** The instant, only when the line states one with its zone. */
  readonly until: Date | undefined;
}

const FORBIDDEN = '(?:RELEASE|PUBLICATION|BROADCAST|USE|PUBLISHING)';
const PARTICIPLE =
  `(?:EMBARGOED(?: (?:COPY|MATERIAL|STORY|TEXT|RELEASE))?|EMBARGAD[OA]|EMBARGOTERET|ADVANCED? FOR|HOLD FOR ${FORBIDDEN}|DO NOT (?:PUBLISH|USE|RUN|RELEASE|BROADCAST)|НЕ (?:ДЛЯ ПУБЛИКАЦИИ|ПУБЛИКОВАТЬ)|` +
  `NOT (?:YET )?(?:FOR|TO BE) (?:${FORBIDDEN}|RELEASED|PUBLISHED|BROADCAST|USED)(?:(?:,? (?:OR|AND) | ?\\/ ?)(?:FOR )?(?:${FORBIDDEN}|RELEASED|PUBLISHED|USED))*)`;
const NOUN = '(?:EMBARGO|SPERRFRIST|ЭМБАРГО|ЕМБАРГО|解禁日?時?|エンバーゴ|엠바고|禁发|حظر (?:ال)?نشر)';
const UNTIL =
  "(?:UNTIL|TILL?|BEFORE|BIS|HASTA|JUSQU['’](?:AU|À|A)|FINO (?:AL?L?[AEO]?)|ATÉ|T\\/M|TOT|ДО|حتى|[:：–—-])";
/** Behind these a headline goes on as well: only a time or a day makes an embargo of them. */
const AT = '(?:TO|FOR|AT|ON|FROM|AL?)';
const EMBARGO = new RegExp(
  `^(?:(?:STRICTLY|STRICT|UNDER|ONDER|SOUS|BAJO|SOTTO|SOB|NEWS) )*(?:(${PARTICIPLE})|${NOUN}(?: (?:LIFTS|ENDS|EXPIRES|DATE|TIME))?)` +
    `(?: (?:FOR|AND|–|-)? ?${PARTICIPLE})?(?: (?:FOR|NOT FOR) ${FORBIDDEN})?(?: NEWS)?` +
    `\\s*(?:(${UNTIL})|${AT}(?=\\s)|(?=[\\s,]))`,
  'iu',
);
const RELEASE_AT =
  /^(?:FOR RELEASE\b(?! ON DELIVERY)\s*(?::|AT|ON|AFTER|UNTIL)?|RELEASE:|PUBLISH (?:ON|AT|AFTER)\b)\s*(NOT BEFORE|AFTER)?\s*/i;
/** AP's, for the Sunday papers: `For Sunday release, Sept. 7`. */
const RELEASE_OF_DAY = /^FOR (.{3,30}?) (?:RELEASE|USE)\b[\s,:]*(.*)$/i;
/** Chinese says both ends at once. */
const FORBIDDEN_BEFORE =
  /^.{0,10}(?:请勿|不得|禁止).{0,4}于?在?.{0,24}\d.{0,12}前.{0,4}(?:发布|刊发|播发|发表|刊登|發布|刊登)/u;
/** A paper is embargoed, and no country: `This story is under embargo until …`, `News release – embargoed until …`. */
const PAPER = new RegExp(
  '^.{0,60}?(?<!\\p{L})(?:stor(?:y|ies)|release|report|article|stud(?:y|ies)|material|copy|text|documents?|findings|paper|' +
    'presse|communiqué|étude|comunicado|comunicato|nota|estudio|mitteilung|meldung|studie)(?!\\p{L}).{0,25}?' +
    `(?<!\\p{L})(?:${PARTICIPLE}|(?:under|sous|bajo|sob|sotto|unter|in)(?: strict)? ${NOUN})(?: FOR ${FORBIDDEN})?[\\s:]+${UNTIL}(?!\\p{L})(.+)$`,
  'iu',
);
/** Alone on its line: that there is one, or that it ends with something else than a day. */
const SHORT =
  /^(?:(?:strictly |under |sous |bajo |sob |sotto |onder )embargo|embargoed (?:until|till) [^,]{2,40}|\$?ADV ?\d{1,2}(?:-\d{1,2})*|[\d月日時分午前後\s（）()]+解禁|[\d월일시분오전후\s]+이후 보도)$/iu;
/** For the editions of a day. */
const FOR_DAY =
  /^(?:HOLD FOR|HELD FOR|HFR|FOR USE|FOR PUBLICATION(?: ON(?: OR AFTER)?)?|FOR WEEKEND EDITIONS OF)\s+(.+)$/i;
/** Not before, in the words of other desks: an infinitive, and then nothing or a time. */
const INFINITIVE = new RegExp(
  '^(?:(?:ne pas|à ne pas) (?:diffuser|publier|utiliser)|no (?:publicar|difundir|usar)|prohibida su (?:difusión|publicación)|' +
    'non (?:pubblicare|diffondere|utilizzare)|não (?:publicar|divulgar|usar)|niet (?:publiceren|gebruiken)|ikke (?:for|til) (?:publisering|offentliggørelse)|' +
    'do not (?:publish|use|release)|nicht (?:zur veröffentlichung|veröffentlichen|verwenden)|не (?:публиковать|использовать)|публикация не)' +
    '(?:$| (?:antes|hasta|avant|jusqu|prima|fino|voor|tot|før|vor|bis|ab|для|до|ранее|before|until)(?!\\p{L})[^,:]{0,50}$)|' +
    '^zur veröffentlichung ab .{2,50}$|^(?:gesperrt|frei) (?:bis|ab|für \\p{L}+ausgaben)(?!\\p{L})[^,:]{0,50}$|^sendesperrfrist:|^nicht vor .{2,30} (?:veröffentlichen|verwenden)$',
  'iu',
);
const THIS_PAPER =
  /^(?:this|these|the (?:attached|following|enclosed)|our|please note|diese[rs]?|ce|cette|este|esta|questo|questa)\b/i;
const WEEKDAY =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|' +
  '(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:man|tirs|ons|tors|fre|lør|søn)dag|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|' +
  '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo';
const ALONE = new RegExp(
  '^(?:STRICTLY |UNDER )?(?:EMBARGO|SPERRFRIST|CONFIDENTIAL(?: UNTIL [^\\p{Ll}]*)?|(?:NOT|NOT YET|HOLD) FOR (?:RELEASE|PUBLICATION|BROADCAST|USE)|' +
    `EMBARGOED(?: FOR (?:${WEEKDAY.toUpperCase()})[^\\p{Ll}]*| (?:MATERIAL|COPY|STORY))?)[.!]?(?: [–—-].*)?$`,
  'u',
);
const NOT_EMBARGOED = /^(?:none|no|n\/a|lifted|nil)\b/i;

/** The words that days and times of day are made of. */
const DATE_WORD = new RegExp(
  '^(?:\\d+(?:st|nd|rd|th|h\\d*|[ap]m)?|[apm]|[ap]m|noon|midnight|at|on|of|the|der|den|dem|del?|las?|le|à|ore|um|from|in|' +
    `hours?|hrs|h|uhr|horas|heures?|uur|ams|pms|мск|часов|ч|года|local|time|uk|us|[us]|${MONTH_NAME}|utc?|gmt|[ecmp][sd]?t|bst|ist|wes?t|ces?t|mes?z|ee?st|eet|jst|kst|msk|z|` +
    `eastern|central|mountain|pacific|standard|daylight|and|thereafter|${WEEKDAY}|today|tomorrow)$`,
  'iu',
);

/** Whether a text consists of the words of a day and a time, a number or weekday among them. */
export function isDayOrTime(text: string): boolean {
  const words = text.split(/[\s,.:;/()+–—-]+/u).filter((word) => word !== '');
  return words.length > 0 && words.length <= 16 && words.every((word) => DATE_WORD.test(word));
}

const HOUR = /\d\s*[:.]\d\d|\d\s*[ap]\.?m|\d{4}\s*(?:gmt|utc|hours|hrs)|noon|midnight/i;

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
  if (day !== null && isDayOrTime(day[1]!) && (day[2] === '' || isDayOrTime(day[2]!)))
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
  if (/^SPERRFRIST/i.test(words) && /:$/.test(words.trim())) return true;
  if (/^SPERRFRIST/i.test(words)) return /\d/.test(says) && isDayOrTime(/^[^\s,:]+/.exec(says)?.[0] ?? '');
  if (/\p{Ll}/u.test(words)) return false;
  return hasUntil
    ? /\d/.test(when) || (isParticiple && !/\p{Ll}/u.test(when))
    : isParticiple && /\d/.test(when);
}

/** What calls an editor's attention before the embargo. */
const ATTENTION =
  /^(?:(?:ACHTUNG|ATTENTION|ATTENZIONE|ATENCIÓN|ATENÇÃO|LET OP|IMPORTANT|WICHTIG|NOTE|PLEASE NOTE|N\.?B\.?|HINWEIS|EIL|DRAFT|CHECK AGAINST DELIVERY|CONFIDENTIAL|ВНИМАНИЕ)(?: (?:EDITORS?|REDAKTION(?:EN)?))?\s*[!:,–-]+\s*)+/iu;

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
  const date = statedDate(when) ?? statedDate(when.replace(/\s*\([^()]*\)/g, ''));
  return { text, line, until: date?.hasZone && date.hasTime ? date.instant : undefined };
}
