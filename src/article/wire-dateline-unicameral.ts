/**
 * Datelines in scripts without capitals (T-30 … T-33): Chinese, Japanese, Korean, Arabic.
 *
 *     新华社广州9月5日电（记者张三）Lede       【東京=共同】Lede
 *     (서울=연합뉴스) 홍길동 기자 = Lede        القاهرة (رويترز) - Lede
 *
 * Without capitals a known agency, or the character that says "by wire", is the proof that T-32 asks for.
 */
import { plainLine } from '../base/text.ts';
import type { WireDateline } from './wire-place.ts';

const AGENCIES: ReadonlySet<string> = new Set(
  (
    '新华社|新華社|中新社|中新网|中央社|法新社|路透社|美联社|共同社|共同|時事|時事通信|ロイター|AFP時事|연합뉴스|뉴시스|뉴스1|' +
    'رويترز|أ ف ب|ا ف ب|د ب أ|أ ش أ|واس|قنا|وفا|سانا|بترا|شينخوا|سبوتنيك|الأناضول|أسوشيتد برس'
  ).split('|'),
);

const CHINESE =
  /^([\p{Script=Han}]{2,4}[社网])?\s?([\p{Script=Han}]{2,8}?)\s?(\d{1,2}月\d{1,2}日)(?:[电電讯訊])(?:\s?[（(][^（）()]{1,40}[）)])?\s*/u;
const BRACKETED =
  /^[（(【[［]\s?([\p{L}\p{M}·、]{1,12})\s?[=＝]\s?([\p{L}\p{M}\d ]{1,12})[）)】\]］]\s*(?:[\p{Script=Hangul}·\s]{2,24}(?:기자|특파원)\s*=\s*)?/u;
const PARENTHESISED = /^([\p{Lo}\p{M}\s،]{2,40}?)\s?[（(]([\p{Lo}\p{M} ]{2,16})[）)]\s*[-–—:]\s*/u;

/** The dateline that a paragraph begins with, or undefined. */
export function unicameralDateline(head: string): WireDateline | undefined {
  const chinese = CHINESE.exec(head);
  if (chinese !== null) {
    const [leadIn, agency, city, day] = chinese;
    return datelineOf(leadIn, city!, agency, day);
  }
  const found = BRACKETED.exec(head) ?? PARENTHESISED.exec(head);
  if (found === null || !AGENCIES.has(found[2]!.trim())) return undefined;
  return datelineOf(found[0], found[1]!, found[2]!.trim(), undefined);
}

function datelineOf(
  leadIn: string,
  place: string,
  source: string | undefined,
  dateText: string | undefined,
): WireDateline {
  const city = plainLine(place);
  return { dateline: { raw: city, place: city, city }, source, date: undefined, dateText, leadIn };
}
