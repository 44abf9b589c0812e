/**
 * The lines `Label: value` above wire copy (T-06).
 *
 * A label states; what is stated wins over what is derived. Only the labels named here are labels: any other
 * `Word: text` is copy. Whether a line stands where labels may stand is the caller's to know.
 */
import { statedDate } from './stated-date.ts';
import type { WireLine } from './wire-lines.ts';

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

const NAMES: ReadonlyMap<string, WireLabel> = new Map(
  Object.entries<WireLabel>({
    slug: 'slug',
    headline: 'headline',
    hed: 'headline',
    head: 'headline',
    title: 'headline',
    subhead: 'subhead',
    subheadline: 'subhead',
    subtitle: 'subhead',
    dek: 'subhead',
    deck: 'subhead',
    byline: 'byline',
    by: 'byline',
    author: 'byline',
    authors: 'byline',
    dateline: 'dateline',
    date: 'date',
    published: 'date',
    'publication date': 'date',
    'pub date': 'date',
    updated: 'updated',
    modified: 'updated',
    'last updated': 'updated',
    expires: 'expires',
    source: 'source',
    credit: 'source',
    keywords: 'keywords',
    tags: 'keywords',
    summary: 'summary',
    abstract: 'summary',
    description: 'summary',
    category: 'category',
    section: 'category',
    desk: 'category',
    language: 'language',
    lang: 'language',
    id: 'id',
    guid: 'id',
    url: 'url',
    link: 'url',
    permalink: 'url',
    embargo: 'embargo',
    correction: 'correction',
  }),
);

const LABEL = /^([A-Za-z]+(?:[ -][A-Za-z]+)?)\s?:(?:\s+|$)/;

/** `Words: 400`: the form of a label, whether it is known or not. */
export function isLabelForm(line: string): boolean {
  return line.length <= 200 && /^\p{Lu}[\p{L}\d]*(?:[ _-][\p{L}\d]+){0,2}\s?:\s+\S/u.test(line);
}

/** The longest date, with the words around it. */
const DATE_CHARACTERS_MAX = 80;

/**
 * The label that a line is, or undefined. The value may be empty. `Date: it opens on Friday …` and `Embargo: how it
 * came about` are text: a date is short, and an embargo names a day or an hour.
 */
export function labelOf(line: string): { readonly label: WireLabel; readonly value: string } | undefined {
  const found = LABEL.exec(line.slice(0, 40));
  const label = NAMES.get((found?.[1] ?? '').toLowerCase().replace('-', ' '));
  if (found === null || label === undefined) return dateLabelOf(line);
  const value = line.slice(found[0].length).trim();
  const isDate = label === 'date' || label === 'updated' || label === 'expires';
  if (isDate && value.length > DATE_CHARACTERS_MAX) return undefined;
  if (label === 'embargo' && !/\d|^$|^(?:un)?till?\b|^(?:none|no|n\/a|lifted|nil)$/i.test(value))
    return undefined;
  return { label, value };
}

/** Of `Published Sept. 5, 2025, at 5:30 p.m.` and `FOR RELEASE: Sept. 5, 2025` only the whole of a date makes a label. */
const DATED = /^(?:(published|posted|for release)|(?:last )?updated)(?: on)?:? +(.+)$/i;

function dateLabelOf(line: string): { readonly label: WireLabel; readonly value: string } | undefined {
  const [, name, value = ''] = DATED.exec(line.slice(0, 120)) ?? [];
  if (statedDate(value) === undefined) return undefined;
  return { label: name === undefined ? 'updated' : 'date', value };
}

/** A shorter line had room for more. */
const FOLDED_CHARACTERS_MIN = 50;

/** Whether a line goes on with the value of the label above it, as mail programs fold long lines. */
export function isFolded(value: string, labelled: WireLine, next: WireLine): boolean {
  if (value === '' || labelled.text.length < FOLDED_CHARACTERS_MIN || next.startsBlock) return false;
  if (/[.!?…]["'”’»)]*$/u.test(value) || labelOf(next.text) !== undefined) return false;
  return /^\p{Ll}/u.test(next.text) || (next.indent >= labelled.indent + 2 && !isLabelForm(next.text));
}
