/**
 * Datelines in scripts without capitals (T-30 … T-33): Chinese, Japanese, Korean, Arabic, Hindi.
 *
 *     新华社广州9月5日电（记者张三）Lede       【東京=共同】Lede          [東京 5日 ロイター] - Lede
 *     (서울=연합뉴스) 홍길동 기자 = Lede        القاهرة (رويترز) - Lede      नई दिल्ली, 5 सितंबर (भाषा) Lede
 *
 * Without capitals a known agency, or the character that says "by wire", is the proof that T-32 asks for.
 */
import { plainLine } from '../base/text.ts';
import { MONTH_NAME } from './month-names.ts';
import { statedDate } from './stated-date.ts';
import type { WireDateline } from './wire-place.ts';

const AGENCIES: ReadonlySet<string> = new Set(
  (
    '新华社|新華社|中新社|中新网|中央社|法新社|路透社|美联社|共同社|共同|時事|時事通信|ロイター|AFP|AFP時事|CNN|연합뉴스|뉴시스|뉴스1|' +
    'وام|ايرنا|ایرنا|ایسنا|تسنیم|' +
    'رويترز|רויטרס|أ ف ب|ا ف ب|د ب أ|أ ش أ|واس|قنا|وفا|سانا|بترا|شينخوا|سبوتنيك|الأناضول|أسوشيتد برس|भाषा|वार्ता|आईएएनएस|पीटीआई|एएनआई|एपी'
  ).split('|'),
);

const DAY = '(?:\\d{1,2}月)?\\d{1,2}日';
const CHINESE =
  /^([\p{Script=Han}]{2,4}[社网])?\s?([\p{Script=Han}]{2,8}?)\s?(\d{1,2}月\d{1,2}日)(?:[电電讯訊])(?:\s?[（(][^（）()]{1,40}[）)])?\s*/u;
/** The reporter's name stands before the city without a mark between them, so that only the agency is told. */
const CHINESE_BRACKETED = new RegExp(
  `^[（(]([\\p{Script=Han}]{2,4}社)(?:((?:記者|记者)[\\p{Script=Han}]{4,12}?)|([\\p{Script=Han}]{2,6}?))(${DAY})(?:[专專]?[电電])[）)]\\s*`,
  'u',
);
const BRACKETED =
  /^[（(【[［]\s?([\p{L}\p{M}·、]{1,12})\s?[=＝]\s?([\p{L}\p{M}\d ]{1,12})[）)】\]］]\s*(?:[\p{Script=Hangul}·\s]{2,24}(?:기자|특파원)\s*=\s*)?/u;
/** `[東京 5日 ロイター] - `, `【9月5日 AFP】`. */
const DATED = new RegExp(
  `^[【[［]\\s?(?:([\\p{L}\\p{M}・]{1,14})\\s)?(${DAY})\\s([\\p{L}]{2,10})[】\\]］]\\s*(?:[-－–—]\\s*)?`,
  'u',
);
/** `【東京共同】`. */
const GLUED = /^[【（(]([\p{Script=Han}\p{Script=Katakana}]{1,8}?)(AFP時事|共同|時事|ロイター)[】）)]\s*/u;
const PARENTHESISED = new RegExp(
  `^([\\p{Lo}\\p{M}\\s،]{2,40}?)[،,]?\\s?((?:\\d{1,2}|\\p{Script=Devanagari}{2,8}) (?:${MONTH_NAME})(?:,? \\d{4})?)?\\s?[（(]([\\p{Lo}\\p{M} ]{2,16})[）)](\\s*[-–—:]\\s*|\\s+)`,
  'u',
);

/** `أبوظبي في 5 سبتمبر / وام / `. */
const STROKED = new RegExp(
  `^([\\p{Lo}\\p{M}\\s]{2,40}?)[،,]?\\s(?:في\\s)?(\\d{1,2} (?:${MONTH_NAME})(?:,? \\d{4})?)\\s?/\\s?([\\p{Lo}\\p{M} ]{2,16}?)\\s?/\\s*(?:[-–—]\\s*)?`,
  'u',
);

/** The dateline that a paragraph begins with, or undefined. */
export function unicameralDateline(head: string): WireDateline | undefined {
  const chinese = CHINESE.exec(head);
  if (chinese !== null) return datelineOf(chinese[0], chinese[2], chinese[1], chinese[3]);
  const bracketed = CHINESE_BRACKETED.exec(head);
  if (bracketed !== null && AGENCIES.has(bracketed[1]!))
    return datelineOf(bracketed[0], bracketed[3], bracketed[1], bracketed[4]);
  const dated = DATED.exec(head);
  if (dated !== null && AGENCIES.has(dated[3]!)) return datelineOf(dated[0], dated[1], dated[3], dated[2]);
  const found = BRACKETED.exec(head) ?? GLUED.exec(head);
  if (found !== null && AGENCIES.has(found[2]!.trim()))
    return datelineOf(found[0], found[1], found[2]!.trim(), undefined);
  const stroked = STROKED.exec(head);
  if (stroked !== null && AGENCIES.has(stroked[3]!))
    return datelineOf(stroked[0], stroked[1], stroked[3], stroked[2]);
  return parenthesised(head);
}

/** Arabic with a dash behind the agency, Hindi without one behind a day and an agency. */
function parenthesised(head: string): WireDateline | undefined {
  const [leadIn, place, day, agency, separator] = PARENTHESISED.exec(head) ?? [];
  if (leadIn === undefined || !AGENCIES.has(agency!.trim())) return undefined;
  return day === undefined && separator!.trim() === ''
    ? undefined
    : datelineOf(leadIn, place, agency!.trim(), day);
}

function datelineOf(
  leadIn: string,
  place: string | undefined,
  source: string | undefined,
  dateText: string | undefined,
): WireDateline {
  const city = plainLine(place ?? '');
  const date = dateText === undefined ? undefined : statedDate(dateText);
  const dateline = city === '' ? undefined : { raw: city, place: city, city };
  return { dateline, source, date, dateText, leadIn };
}
