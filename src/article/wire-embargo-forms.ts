/**
 * The words of embargoes (T-11), in the languages that agencies and press offices write in.
 *
 * Tables only: how a line is read by them is wire-embargo.ts'.
 */
import { MONTH_NAME } from './month-names.ts';

const FORBIDDEN = '(?:RELEASE|PUBLICATION|BROADCAST|USE|PUBLISHING)';
const PARTICIPLE =
  `(?:EMBARGOED(?: (?:COPY|MATERIAL|STORY|TEXT|RELEASE))?|EMBARGAD[OA]|EMBARGOTERET|EMBARGOLU|ADVANCED? FOR|NO USE|HOLD FOR ${FORBIDDEN}|DO NOT (?:PUBLISH|USE|RUN|RELEASE|BROADCAST)|НЕ (?:ДЛЯ ПУБЛИКАЦИИ|ПУБЛИКОВАТЬ)|` +
  `NOT (?:YET )?(?:FOR|TO BE) (?:${FORBIDDEN}|RELEASED|PUBLISHED|BROADCAST|USED)(?:(?:,? (?:OR|AND) | ?\\/ ?)(?:FOR )?(?:${FORBIDDEN}|RELEASED|PUBLISHED|USED))*)`;
const NOUN =
  '(?:EMBARGO|SPERRFRIST|SPERRVERMERK|SPERREFRIST|SPÄRRTID|SPERRETID|AMBARGO|ΕΜΠΑΡΓΚΟ|ЭМБАРГО|ЕМБАРГО|解禁日?時?|エンバーゴ|엠바고|禁发|(?:حظر|محظور) (?:ال)?نشر|محظور النشر)';

/** What stands before a day or an hour; a sentence may go on with most of them. */
export const UNTIL =
  "(?:UNTIL|TILL?|TIL|BEFORE|BIS|HASTA|JUSQU['’](?:AU|À|A)|FINO (?:AL?L?[AEO]?)|ATÉ|T\\/M|TOT|DO|ДО|ΕΩΣ|ΈΩΣ|ΜΕΧΡΙ|ΜΈΧΡΙ|حتى|[:：–—-])(?!\\p{L})";

/** Behind these a headline goes on as well: only a time or a day makes an embargo of them. */
const AT = '(?:TO|FOR|AT|ON|FROM|AL?)';
export const EMBARGO = new RegExp(
  `^(?:(?:STRICTLY|STRICT|UNDER|ONDER|SOUS|BAJO|SOTTO|SOB|CON|NEWS|MEDIA|PRESS|PUBLICATION|BITTE|ACHTUNG|ATTENTION|ATENCIÓN|PLEASE NOTE(?: THE)?|PLEASE RESPECT(?: THE)?|RESPECT(?: THE)?) )*(?:(${PARTICIPLE})|${NOUN}(?: (?:LIFTS|ENDS|EXPIRES|DATE|TIME|BEACHTEN))?)` +
    `(?: (?:FOR|AND|–|-)? ?${PARTICIPLE})?(?: (?:FOR|NOT FOR) ${FORBIDDEN})?(?: NEWS)?` +
    `\\s*(?:(${UNTIL})|${AT}(?=\\s)|(?=[\\s,\\d]))`,
  'iu',
);
export const RELEASE_AT =
  /^(?:FOR RELEASE\b(?! ON DELIVERY)(?: UPON DELIVERY, EXPECTED)?\s*(?::|AT|ON|AFTER|UNTIL)?|RELEASE(?: TIME)?:|RELEASE(?= \p{L}+DAY\b)|(?:EMBARGO )?LIFT TIME:|NOT BEFORE(?= \d{1,2}[:.]\d\d| \d{1,2} [AP])|PUBLISH (?:ON|AT|AFTER)\b)\s*(NOT BEFORE|AFTER)?\s*/iu;

/** AP's, for the Sunday papers: `For Sunday release, Sept. 7`. */
export const RELEASE_OF_DAY = /^FOR (.{3,30}?) (?:RELEASE|USE|PAPERS)\b[\s,:]*(.*)$/i;

/** Chinese says both ends at once. */
export const FORBIDDEN_BEFORE =
  /^(?:.{0,10}(?:请勿|不得|禁止).{0,4}于?在?.{0,24}\d.{0,12}前.{0,4}(?:发布|刊发|播发|发表|刊登|發布|刊登)|.{0,4}\d.{1,14}前.{0,2}(?:请勿|不得|禁止).{0,4}(?:发布|刊发|播发|发表|刊登|發布)|.{0,4}(?:请勿|禁止)(?:发布|刊发|播发|發布)[，,：:].{0,12}\d.{0,12}前)/u;

/** A paper is embargoed, and no country: `This story is under embargo until …`, `News release – embargoed until …`. */
export const PAPER = new RegExp(
  '^.{0,60}?(?<!\\p{L})(?:stor(?:y|ies)|release|report|article|stud(?:y|ies)|material|copy|text|documents?|findings|paper|' +
    'presse|communiqué|étude|information|dépêche|comunicado|comunicato|nota|noticia|notícia|notizia|bericht|estudio|mitteilung|meldung|studie)(?!\\p{L})(?!.{0,25}(?<!\\p{L})(?:was|were|had been)(?!\\p{L})).{0,25}?' +
    `(?<!\\p{L})(?:${PARTICIPLE}|(?:under|sous|bajo|sob|sotto|unter|in)(?: strict)? ${NOUN})(?: FOR ${FORBIDDEN})?[\\s:]+(?:${UNTIL})(.+)$`,
  'iu',
);

/** Alone on its line: that there is one, or that it ends with something else than a day. */
export const SHORT =
  /^(?:(?:strictly |under |sous |bajo |sob |sotto |onder |strict |under strict )embargo|sperrfrist beachten|sperrvermerk|sperrfrist!.{0,60}|(?:this|the attached|the following|our) (?:\p{L}+ )?(?:release|story|report|article|study|paper|material) is (?:strictly )?(?:embargoed|under(?: strict)? embargo)\.?|.{0,10}embargo.{0,4}(?:jusqu['’]à nouvel ordre|until further notice|bis auf weiteres|hasta nuevo aviso|fino a nuovo avviso|até nova ordem)|embargolu haber|embargoed (?:until|till) [^,]{2,40}|embargoed for .{0,30}\b(?:papers|newspapers|editions)|embargoed copy [–—-] not for release|\$?ADV ?\d{1,2}(?:-\d{1,2})*|(?:\$?ADV|WEEKEND ADVANCE)(?: for .{3,40})?|[\d月日時分午前後\s（）()以降]+解禁|[【[]解禁[】\]].{0,30}\d.*|[\d월일시분오전후\s]+(?:이후 보도|까지 엠바고)|\[?엠바고[\]:].{0,30}|엠바고)$/iu;

/** For the editions of a day. */
export const FOR_DAY =
  /^(?:HOLD (?:FOR|UNTIL|TILL)|HELD (?:FOR|UNTIL)|HFR|ADV FOR|FOR USE(?: AFTER)?|FOR PUBLICATION(?: ON(?: OR AFTER)?)?|FOR WEEKEND EDITIONS OF)\s+(.+?)(?: RELEASE)?$/i;

/** Not before, in the words of other desks: an infinitive, and then nothing or a time. */
export const INFINITIVE = new RegExp(
  '^(?:(?:ne pas|[àa] ne pas) (?:diffuser|publier|utiliser)|no (?:publicar|difundir|usar)|prohibida su (?:difusión|publicación)|' +
    'non (?:pubblicare|diffondere|utilizzare)|não (?:publicar|divulgar|usar)|niet (?:publiceren|gebruiken)|ikke (?:for|til) (?:publisering|offentliggørelse)|klausulert|ei julki|embargo klo|' +
    'do not (?:publish|use|release)|nicht (?:zur veröffentlichung|veröffentlichen|verwenden)|не (?:публиковать|использовать)|публикация не)' +
    '(?:$| (?:antes|hasta|avant|jusqu|prima|fino|voor|tot|før|til|vor|bis|ab|ennen|для|до|ранее|before|until|\\d)(?!\\p{L})[^,:]{0,50}$)|' +
    '^veröffentlichung frei ab .{2,50}$|^zur veröffentlichung ab .{2,50}$|^(?:gesperrt|frei) (?:bis|ab|für \\p{L}+ausgaben|für online ab)(?!\\p{L})[^,:]{0,50}$|^sendesperrfrist:|^nicht vor .{2,30} (?:veröffentlichen|verwenden)$|' +
    '^julkaisuvapaa [\\d.]|^эмбарго до (?:начала|окончания) .{3,40}$',
  'iu',
);
export const THIS_PAPER =
  /^(?:this|these|the (?:attached|following|enclosed)|our|please note|diese[rs]?|ce|cette|este|esta|questo|questa)\b/i;
const WEEKDAY =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|' +
  '(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:man|mån|tirs|tis|ons|tors|fre|lør|lör|søn|sön)dag|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|' +
  '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo';
export const ALONE = new RegExp(
  '^(?:STRICTLY |STRICT |UNDER |UNDER STRICT )?(?:EMBARGO|EMBARGAD[OA]|SPERRFRIST|CONFIDENTIAL(?: UNTIL [^\\p{Ll}]*)?|(?:NOT|NOT YET|HOLD) FOR (?:RELEASE|PUBLICATION|BROADCAST|USE)|' +
    `EMBARGOED(?: FOR (?:${WEEKDAY.toUpperCase()}|[AP]\\.?M\\.?)[^\\p{Ll}]*| (?:MATERIAL|COPY|STORY))?)[.!]?(?: [–—-].*)?$`,
  'u',
);
export const NOT_EMBARGOED = /^(?:none|no|n\/a|lifted|nil)\b/i;

/** The words that days and times of day are made of. */
export const DATE_WORD = new RegExp(
  '^(?:\\d+(?:st|nd|rd|th|h\\d*|[ap]m)?|[apm]|[ap]m|noon|midnight|at|on|of|the|der|den|dem|del?|el|las?|le|à|às?|ore|alle|klo?|um|godz|hod(?:in)?|from|in|om|' +
    `hours?|hrs|h|uhr|horas|heures?|uur|ams|pms|мск|часов|ч|года|local|time|uk|us|[us]|${MONTH_NAME}|utc?|gmt|[ecmp][sd]?t|bst|ist|wes?t|ces?t|mes?z|ee?st|eet|jst|kst|msk|z|` +
    `eastern|central|mountain|pacific|standard|daylight|and|thereafter|${WEEKDAY}|feira|today|tomorrow)$`,
  'iu',
);

/** Between the parts of a date in other languages than English, where they are not read as parts of it. */
export const BETWEEN = new RegExp(
  `(?<!\\p{L})(?:el|las?|los|del|au|alle|ore|às?|as|à|a|le|om|um|uur|kl\\.?|${WEEKDAY})(?!\\p{L})[,.]?\\s*`,
  'giu',
);

export const HOUR = /\d\s*[:.]\d\d|\d\s*[ap]\.?m|\d{4}\s*(?:gmt|utc|hours|hrs)|noon|midnight/i;

/** What a time in another zone is behind: `1800 GMT / 1400 EDT`, `10 a.m. EDT (1400 GMT)`. */
export const OTHER_ZONE = /\s*(?:\([^()]*\)?|\/\s*\d{1,2}[:.]?\d{2}\s*[a-z]{2,4}\b)/gi;

/** What calls an editor's attention before the embargo. */
export const ATTENTION =
  /^(?:(?:ACHTUNG|ATTENTION|ATTENZIONE|ATENCIÓN|ATENÇÃO|LET OP|IMPORTANT|WICHTIG|NOTE|PLEASE NOTE|N\.?B\.?|HINWEIS|EIL|DRAFT|CHECK AGAINST DELIVERY|ES GILT DAS GESPROCHENE WORT|INTERNAL USE ONLY|CONFIDENTIAL|ВНИМАНИЕ)(?: (?:EDITORS?|REDAKTION(?:EN)?))?\s*[!:,–-]+\s*)+/iu;

/** What a time limit is about, where no time stands behind `Sperrfrist:`. */
export const OCCASION =
  /\d|\b(?:beginn|ende|rede\p{L}*|ansprache|sitzung|veröffentlichung|kabinett|konferenz|ab|bis|nach)(?!\p{L})|tag$|mittwoch/iu;
