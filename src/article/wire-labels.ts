/**
 * The lines `Label: value` above wire copy (T-06).
 *
 * A label states; what is stated wins over what is derived. Only the labels named here are labels: any other
 * `Word: text` is copy. Whether a line stands where labels may stand is the caller's to know.
 */
import { statedDate } from './stated-date.ts';
import { isDayOrTime } from './wire-embargo.ts';
import type { WireLine } from './wire-lines.ts';
import { CORRECTION_LABELS } from './wire-notice-words.ts';

/** What a label can state. */
export type WireLabel =
  | 'slug'
  | 'headline'
  | 'subhead'
  | 'byline'
  | 'dateline'
  | 'date'
  | 'updated'
  | 'expires'
  | 'source'
  | 'keywords'
  | 'summary'
  | 'category'
  | 'language'
  | 'id'
  | 'url'
  | 'embargo'
  | 'correction';

/** A label's value and where it stood. */
export interface LabelledValue {
  readonly value: string;
  readonly line: number;
}

/** The labels of one file; of a repeated label the first counts. */
export type WireLabels = Readonly<Partial<Record<WireLabel, LabelledValue>>>;

/** Every label by the words that desks have for it. */
const WORDS: Readonly<Record<WireLabel, string>> = {
  slug: 'slug',
  headline:
    'headline|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|тема|hed|head|title|titel|titre|título|titolo|überschrift|заголовок|标题|標題|العنوان',
  subhead: 'subhead|subhed|subheadline|subtitle|dek|deck|untertitel|utl|sous-titre|подзаголовок',
  byline:
    'byline|by|door|reporter|writer|author|authors|autor|autora|auteur|autore|автор|作者|记者|記者|撰文|기자|كتب|كتبت|بقلم|الكاتب',
  dateline: 'dateline|location|place',
  date: 'date|dateid|created|date created|dated|datetime|sent|gesendet|envoyé|enviado|inviato|verzonden|sendt|skickat|отправлено|published|publication date|release date|publish date|date published|pub date|datum|fecha|data|дата|日期|发布时间|發布時間|التاريخ',
  updated: 'updated|modified|last updated|stand|обновлено|更新时间',
  expires: 'expires',
  source: 'source|credit|quelle|fuente|fonte|bron|источник|来源|來源|المصدر',
  keywords:
    'keywords|tags|topics|stichwörter|schlagwörter|mots-clés|etiquetas|palabras clave|parole chiave|ключевые слова|теги|关键词|關鍵詞',
  summary: 'summary|abstract|description|zusammenfassung|résumé|chapô|resumen|摘要',
  category: 'category|section|desk|ressort|rubrik|rubrique|sección|sezione|seção|рубрика|栏目|欄目|القسم',
  language: 'language|lang|sprache|langue|idioma|lingua',
  id: 'id|guid|newsitemid',
  url: 'url|link|permalink',
  embargo: 'embargo',
  correction: CORRECTION_LABELS,
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([label, names]) =>
    names.split('|').map((name): [string, string] => [name, label]),
  ),
);

const LABEL = /^([\p{L}\p{M}]+(?:[ -][\p{L}\p{M}]+)?)\.?\s?(?::(?:\s+|$)|：\s*)/u;

/** `Words: 400`: the form of a label, whether it is known or not. */
export function isLabelForm(line: string): boolean {
  return line.length <= 200 && /^\p{Lu}[\p{L}\d]*(?:[ _-][\p{L}\d]+){0,2}\s?:\s+\S/u.test(line);
}

/** `Data:` may open a headline in English; the others must name a day. */
const ENGLISH_DATE = /^(?:date|pub|release|expires|(?:last )?updated|modified)/;

/** Labels that a headline may begin with, when it goes on small or in many words. */
const TITLED: ReadonlySet<WireLabel> = new Set(['source', 'dateline', 'keywords', 'category']);

/** Whether a line has the form of a label, and may be a headline for all that: `Source: harbor to be sold`. */
export function isLikeTitle(line: string): boolean {
  const found = labelOf(line);
  if (found?.label === 'correction') return /[\p{L}\p{N}]$/u.test(found.value);
  if (found === undefined || !(TITLED.has(found.label) || /^subject/i.test(line))) return false;
  return /^\p{Ll}|^(?:\S+\s+){4}/u.test(found.value);
}

/** The longest date, with the words around it. */
const DATE_CHARACTERS_MAX = 80;

/**
 * The label that a line is, or undefined. The value may be empty. `Date: it opens on Friday …` and `Embargo: how it
 * came about` are text: a date is short, and an embargo names a day or an hour.
 */
export function labelOf(numbered: string): { readonly label: WireLabel; readonly value: string } | undefined {
  const line = numbered.replace(NUMBERED, '$1');
  const found = LABEL.exec(line.slice(0, 40));
  const name = (found?.[1] ?? '').toLowerCase();
  const label = (NAMES.get(name) ?? NAMES.get(name.replace('-', ' '))) as WireLabel | undefined;
  if (found === null || label === undefined) return dateLabelOf(line);
  const isDate = label === 'date' || label === 'updated' || label === 'expires';
  const said = line.slice(found[0].length, line.endsWith('=') ? -1 : undefined).trim();
  const value = isDate && said.length <= 2 * DATE_CHARACTERS_MAX ? said.replace(UPDATED_BEHIND, '') : said;
  if (isDate && value.length > DATE_CHARACTERS_MAX) return undefined;
  if (isDate && !ENGLISH_DATE.test(name)) {
    const day = dayFirst(value);
    return statedDate(day) === undefined && !isDayOrTime(day) ? undefined : { label, value: day };
  }
  if (/^(?:door|reporter|writer)$/.test(name) && !/^\p{Lu}\S* (?:\S+ )?\p{Lu}/u.test(value)) return undefined;
  if (label === 'headline') return { label, value: value.replace(ANSWERED, '') };
  if (label === 'byline' && /[?？。!！…]$/u.test(value)) return undefined;
  if (
    label === 'embargo' &&
    !/\d|^$|^(?:un)?till?\b|^(?:none|no|n\/a|lifted|nil|yes|ja|oui|sí)$/i.test(value)
  )
    return undefined;
  return { label, value };
}

/** `HED 1:`, `DEK 2:`. */
const NUMBERED = /^((?:sub)?(?:hed|head|headline)|dec?k) ?\d(?=\s?:)/i;

/** What mail programs put before the subject of a mail that is sent on. */
const ANSWERED = /^(?:(?:fwd?|re|wg|aw|tr|rv|vs|sv): ?)+(?=\S)/i;

/** Of `Published Sept. 5, 2025, at 5:30 p.m.` and `FOR RELEASE: Sept. 5, 2025` only the whole of a date makes a label. */
const DATED =
  /^(?:(published|posted|for release|(?:news|press|public) release(?= ?:? ?\d)|publi[ée] le|publicado (?:em|el)|pubblicato il|veröffentlicht am|gepubliceerd op|опубликовано|송고시간|입력|发布时间)|(?:last )?updated|mis à jour le|atualizado em|actualizado el|aktualisiert am|수정)(?: on)?:? *(?<![a-z])(.+)$/iu;

/** Outside English the day comes first, with strokes between the numbers too. */
const STROKES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/;

function dateLabelOf(line: string): { readonly label: WireLabel; readonly value: string } | undefined {
  const [, name, said = ''] = DATED.exec(line.slice(0, 120).replace(UPDATED_BEHIND, '')) ?? [];
  const isEnglish =
    name === undefined
      ? /^(?:last )?updated/i.test(line)
      : /^(?:published|posted|for|news|press|public )/i.test(name);
  const value = isEnglish ? said : dayFirst(said);
  if (statedDate(value) === undefined) return undefined;
  return { label: name === undefined ? 'updated' : 'date', value };
}

/** `Published: Sept. 5, 2025 | Updated: 3 hours ago`: when it changed is told in words of the page. */
const UPDATED_BEHIND =
  /\s*[|•·,–-]\s*(?:(?:last )?updated?|mis à jour|actualizado|atualizado|aktualisiert)(?!\p{L}).*$/iu;

function dayFirst(date: string): string {
  return date.replace(STROKES, '$1.$2.$3').replace(/(?<=\d) [-–|à] (?=\d)/, ' ');
}

/** A shorter line had room for more. */
const FOLDED_CHARACTERS_MIN = 50;

/** Whether a line goes on with the value of the label above it, as mail programs fold long lines. */
export function isFolded(value: string, labelled: WireLine, next: WireLine): boolean {
  if (value === '' || labelled.text.length < FOLDED_CHARACTERS_MIN || next.startsBlock) return false;
  if (/[.!?…]["'”’»)]*$/u.test(value) || labelOf(next.text) !== undefined) return false;
  return /^\p{Ll}/u.test(next.text) || (next.indent >= labelled.indent + 2 && !isLabelForm(next.text));
}

/** Whether a line states in the block of labels what nobody asks for: more of them follow, or the block ends. */
export function isUnknownLabel({ text, startsBlock }: WireLine, next: WireLine | undefined): boolean {
  if (startsBlock || !isLabelForm(text) || next === undefined) return false;
  return next.startsBlock || labelOf(next.text) !== undefined || isLabelForm(next.text);
}
