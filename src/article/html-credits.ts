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

/** What introduces the names; `di` and `de` in small letters only before a whole name. */
const BY =
  /^(?:(?:Written|Posted|Published|Story|Text|Words|Submitted|Reported) by|By|BY|by|Von|von|Par|par|Por|por|Di|Door|door|Av|Af|Oleh|Texte?(?=\s*[:：])|Autore?|Autora|Szerző|Írta|Yazan|Teksti|Tác giả|Автор|Текст|Γράφει (?:ο|η)|Του|Της|بقلم|كتب|מאת|文|作者|記者|기자|di (?=\p{Lu}\p{Ll}+ \p{Lu}))\s*[:：]?\s*(?=\p{Lu}|\p{Lo})/u;

/** Scripts without capitals name the role behind the names: `홍길동 기자`. */
const ROLE_BEHIND = /[\p{Script=Hangul}] (?:기자|특파원)$/u;

/** The role behind a name: `Ada North Staff Writer`. */
const ROLE =
  /[,\s]\s*(?:(?:Staff|Senior|Special|Chief|Executive|Managing|Deputy|Associate|Contributing|Political|Sports|Science|Technology|Business|Health|Foreign|News)\s+){0,3}(?:Writers?|Reporters?|Correspondents?|Editors?|Columnists?)$/i;

/** What parts the names of a byline from the day, or from what else is on its line. */
const BEHIND_NAMES =
  /\s+[|•·]\s+|\s+on\s+(?=\p{Lu}|\d)|,?\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)/u;

const PUBLISHED =
  '(?:first |originally )?(?:published|posted|created|date|submitted)|publié|mis en ligne|veröffentlicht|erstellt|stand|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|udgivet|offentliggjort|julkaistu|opublikowano|dodano|publikováno|vydáno|megjelent|publicat|objavljeno|yayınlanma(?: tarihi)?|опубликовано|опубліковано|δημοσιεύ(?:τηκε|θηκε)|تاريخ النشر|نشر(?: في)?|פורסם(?: ב)?|发布时间|发表时间|發布時間|公開日?|掲載日?|配信|投稿日|(?:기사 ?)?입력|등록|게재';

const UPDATED =
  '(?:last )?(?:updated|modified|edited|revised)|last update|mis à jour|modifié|aktualisiert|letzte änderung|actualizad[oa]|aggiornato|atualizad[oa]|bijgewerkt|laatst bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano|aktualizováno|frissítve|actualizat|güncelleme(?: tarihi)?|обновлено|изменено|оновлено|ενημερώθηκε|آخر تحديث|تحديث|עודכן(?: ב)?|更新(?:时间|日)?|最終更新(?:日)?|(?:기사 ?)?수정';

const WHEN = new RegExp(
  `^(?:${PUBLISHED}|${UPDATED})(?: (?:on|at|le|am|el|il|em|op|den|vom|в|στις))?(?![\\p{L}])\\s*[:：]?\\s*`,
  'iu',
);
const UPDATED_FIRST = new RegExp(`^[^\\p{L}]*(?:${UPDATED})(?![\\p{L}])`, 'iu');
const UPDATED_LAST = new RegExp(
  `(?:^|[^\\p{L}])(?:${UPDATED})(?: (?:on|at|le|am|el|il))?\\s*[:：]?\\s*$`,
  'iu',
);

/** What parts the statements of one line. */
const PARTING = new RegExp(
  `\\s+on\\s+(?=\\p{L}{3,9}\\.?\\s+\\d)|\\s+(?=@\\w{2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,)|\\s+[|•·–—/]\\s+|\\s{2,}|[\\s,;(|]+(?=(?:${PUBLISHED}|${UPDATED})(?![\\p{L}]))|\\s+(?=(?:by|von|par|por|door)\\s+\\p{Lu})`,
  'iu',
);

/** A date that a line states, and of what. */
export interface DatedLine {
  readonly date: string;
  readonly isUpdate: boolean;
}

/** The names in a byline; none in any other line. */
export function bylineNames(lines: string | readonly string[]): readonly string[] {
  for (const part of [...bylineAlone(lines), ...statements(lines)]) {
    const names = ROLE_BEHIND.test(part) ? bylineOf(part)?.names : namesBehindBy(part);
    if (names !== undefined && names.length > 0) return names;
  }
  return [];
}

/** The line that begins with `By`, where the next is another statement: the outlet, an address. */
function bylineAlone(lines: string | readonly string[]): readonly string[] {
  if (typeof lines === 'string' || lines.length < 2) return [];
  const at = lines.findIndex((line) => BY.test(line));
  const next = lines[at + 1] ?? '';
  return at < 0 || /^(?:and|und|et|y|e|&|,)/.test(next) ? [] : [lines[at]!];
}

function namesBehindBy(line: string): readonly string[] {
  if (!BY.test(line)) return [];
  const [names = ''] = line.replace(BY, '').split(BEHIND_NAMES);
  const bare = names.replace(ROLE, '').replace(/\s+(?:und|et|y|e|и)\s+/gu, ' and ');
  return bylineOf(`By ${bare}`)?.names ?? [];
}

/** The dates that a line states, apart from what introduces them. */
export function datesIn(lines: string | readonly string[]): readonly DatedLine[] {
  const [whole = '', ...parts] = statements(lines);
  if (!/\d/.test(whole)) return [];
  const dates = datesOf(whole);
  return dates.length > 0 ? dates : parts.flatMap(datesOf);
}

function datesOf(line: string): readonly DatedLine[] {
  const date = line
    .replace(WHEN, '')
    .trim()
    .replace(/[)\s]+$/, '');
  return statedDate(date) === undefined ? [] : [{ date, isUpdate: UPDATED_FIRST.test(line) }];
}

/** Whether a line begins with what introduces a date, readable or not: `First posted: 08-13-10`. */
export function isDateLabelled(line: string): boolean {
  return /^[^\d]{0,60}[:：]\s*\d/.test(line) && WHEN.test(line);
}

/** Whether the words before a date say that it is one of an update. */
export function isUpdateLabel(text: string): boolean {
  return UPDATED_LAST.test(plainLine(text));
}

/** Whether lines say nothing but who or when, and the fields say it already. */
export function isCreditsLine(lines: readonly string[]): boolean {
  const isOne = (line: string | readonly string[]) =>
    bylineNames(line).length > 0 || datesIn(line).length > 0;
  return isOne(lines.join(' ')) || (lines.length > 1 && labelled(lines).every(isOne));
}

/** The lines in one, its parts, and the lines themselves. */
function statements(lines: string | readonly string[]): readonly string[] {
  const all = typeof lines === 'string' ? [lines] : lines;
  const line = plainLine(all.join(' '));
  if (line.length > LINE_CHARACTERS_MAX) return [];
  const parts = line.split(PARTING);
  const found = [line, ...(parts.length > 1 ? parts : []), ...(all.length > 1 ? labelled(all) : [])];
  return [...new Set(found.map((each) => plainLine(each)))].filter((each) => each !== '');
}

/** A label alone on its line belongs to the next: `By`, `Published`. */
const LABEL = new RegExp(
  `^(?:by|von|par|por|di|door|av|af|text|words|author|${PUBLISHED}|${UPDATED})\\s*[:：]?$`,
  'iu',
);

function labelled(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const [at, line] of lines.entries()) {
    const label = lines[at - 1];
    if (label !== undefined && LABEL.test(label)) found[found.length - 1] = `${label} ${line}`;
    else found.push(line);
  }
  return found;
}
