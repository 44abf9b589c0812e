/**
 * The lines between a page's headline and its text that say who and when in words: `By Ada North and Ben South`,
 * `Published 5 September 2025, 10:30 GMT` (T-12, T-37).
 *
 * In: one line; where it stands is the caller's to judge. A date in words that leaves anything over is none.
 */
import { plainLine } from '../base/text.ts';
import { statedDate } from './stated-date.ts';
import { bylineOf } from './wire-byline.ts';

/** The longest line of credits. */
const LINE_CHARACTERS_MAX = 160;

const BY =
  /^(?:(?:Written|Posted|Published|Story|Text|Words|Submitted) by|By|BY|by|Von|Par|Por|Di|Door|Av|Af|Автор|Текст|文|作者|記者|기자)\s*[:：]?\s*(?=\p{Lu}|\p{Lo})/u;

const WHEN =
  /^(?:(?:first |last )?(?:published|posted|updated|created|date|publié|veröffentlicht|publicado|pubblicato|опубликовано|发布时间|发表时间|公開日|掲載日|입력)(?: on| at| le| am| el| il)?)\s*[:：]?\s*/i;

/** The names in a byline; none in any other line. */
export function bylineNames(text: string): readonly string[] {
  const line = plainLine(text);
  if (line.length > LINE_CHARACTERS_MAX || !BY.test(line)) return [];
  const [names = ''] = line.replace(BY, '').split(/\s+[|•·]\s+|\s+on\s+(?=\p{Lu}|\d)/u);
  return bylineOf(`By ${names.replace(/\s+(?:und|et|y|e|и)\s+/gu, ' and ')}`)?.names ?? [];
}

/** The date that a line is, apart from what introduces it. */
export function dateLine(text: string): string | undefined {
  const line = plainLine(text);
  if (line.length > LINE_CHARACTERS_MAX || !/\d/.test(line)) return undefined;
  for (const part of [line, ...line.split(/\s+[|•·–—]\s+|\s{2,}/u)]) {
    const date = part.replace(WHEN, '').trim();
    if (statedDate(date) !== undefined) return date;
  }
  return undefined;
}

/** Whether a line says nothing but who or when, and the fields say it already. */
export function isCreditsLine(text: string): boolean {
  return bylineNames(text).length > 0 || dateLine(text) !== undefined;
}
