/**
 * What front matter fields mean.
 *
 * The names are those that users of Hugo, Jekyll, Eleventy, Astro, Zola and Ghost have already; names that mean
 * layout to their tools mean nothing here and are passed over. A value of the wrong kind, or a date that is none, is
 * an error with its line: publishing with a guessed date breaks the promise that dates make (T-06, T-37, T-43).
 */

import type { PlainText } from '../base/text.ts';
import { absoluteWebAddress } from './addresses.ts';
import type { ListedAuthor } from './author-list.ts';
import type { Fault } from './fault.ts';
import type { Field } from './field.ts';
import { FieldReader } from './field-reader.ts';
import type { StatedFields } from './stated-fields.ts';
import { statedDateline } from './stated-values.ts';

/** What fields state, and what is wrong with them. */
export interface FieldsRead {
  readonly stated: StatedFields;
  readonly faults: readonly Fault[];
}

/** Reads the fields of one file (see the module). */
export function statedFields(
  path: string,
  fields: ReadonlyMap<string, Field>,
  listed: ListedAuthor = () => undefined,
): FieldsRead {
  if (fields.size === 0) return { stated: {}, faults: [] };
  const read = new FieldReader(path, fields, listed);
  const address = read.text('permalink') ?? '';
  const embargo = read.embargo();
  const stated: StatedFields = {
    headline: read.line('headline'),
    subhead: read.line('subhead'),
    summary: read.line('summary'),
    excerptSeparator: read.text('excerptSeparator')?.trim(),
    published: embargo.until ?? read.date('published') ?? read.publishedAsDate(),
    updated: read.date('updated'),
    expires: read.date('expires'),
    isDraft: read.isDraft(),
    withheld: embargo.withheld,
    section: read.line('section'),
    categories: read.names('categories'),
    tags: read.names('tags'),
    authors: read.authors(),
    source: creditOf(read.line('source')),
    dateline: statedDateline(read.line('dateline')),
    correction: read.line('correction'),
    language: read.language(),
    picture: read.picture(),
    id: read.id(),
    slug: read.slug(address),
    permalink:
      absoluteWebAddress(/[{}]|\/:/.test(address) ? '' : address) ??
      absoluteWebAddress(read.text('canonical') ?? ''),
  };
  return { stated, faults: read.faults };
}

/** An organisation's name; the address of what somebody read (Obsidian's `source`) is none. */
function creditOf(source: PlainText | undefined): PlainText | undefined {
  return source === undefined || /^(?:https?:\/\/|www\.|\[\[)/i.test(source) ? undefined : source;
}
