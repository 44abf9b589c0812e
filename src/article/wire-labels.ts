/**
 * The lines `Label: value` above wire copy (T-06).
 *
 * A label states; what is stated wins over what is derived. Only the labels named here are labels: any other
 * `Word: text` is copy. Whether a line stands where labels may stand is the caller's to know.
 */

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

const NAMES: Readonly<Record<string, WireLabel>> = {
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
};

const LABEL = /^([A-Za-z]+(?:[ -][A-Za-z]+)?)\s?:(?:\s+|$)/;

/** The label that a line is, or undefined. The value may be empty. */
export function labelOf(line: string): { readonly label: WireLabel; readonly value: string } | undefined {
  const found = LABEL.exec(line.slice(0, 40));
  if (found === null) return undefined;
  const label = NAMES[found[1]!.toLowerCase().replace('-', ' ')];
  return label === undefined ? undefined : { label, value: line.slice(found[0].length).trim() };
}
