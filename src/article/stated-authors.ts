/**
 * The people that a field states as authors: by their names, or by keys of a list of the site.
 *
 * In: the field's value, and who the keys stand for. Out: people, and the keys that stand for nobody, which feeds show as
 * they are. Pure.
 */
import { absoluteWebAddress } from './addresses.ts';
import type { ListedAuthor } from './author-list.ts';
import type { Person } from './draft.ts';
import type { FieldValue } from './field.ts';
import { people } from './people.ts';

/** What Docusaurus, Jekyll and Hugo look up in lists; names have capitals. */
const KEY = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;

/** People, and keys that are in no list. */
export interface StatedAuthors {
  readonly authors: readonly Person[];
  readonly unlisted: readonly string[];
}

/**
 * The authors in a value.
 *
 * @param isSeveral whether a text may name several
 * @param page where themes of Hugo put the address of the one author
 * @param most how many count
 */
export function statedAuthors(
  value: FieldValue,
  isSeveral: boolean,
  page: FieldValue,
  listed: ListedAuthor,
  most: number,
): StatedAuthors {
  const unlisted: string[] = [];
  const authors = people(value, isSeveral)
    .slice(0, most)
    .map((person) => {
      if (person.url !== undefined || person.email !== undefined || /\s/.test(person.name)) return person;
      const found = listed(person.name);
      if (found === undefined && KEY.test(person.name)) unlisted.push(person.name);
      return found ?? person;
    });
  const [only] = authors;
  if (authors.length !== 1 || only?.url !== undefined || typeof page !== 'string')
    return { authors, unlisted };
  return { authors: [{ ...only!, url: absoluteWebAddress(page) }], unlisted };
}
