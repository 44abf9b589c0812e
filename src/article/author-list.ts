/**
 * Lists of authors, as sites have them: `authors.yml` beside a blog (Docusaurus), `_data/authors.yml` (Jekyll),
 * `data/authors/jane.toml` (Hugo), `authors/jane.json` (Astro), whose keys articles state instead of names.
 *
 * In: the bytes of a list. Out: its people. A list that cannot be read has none: whoever looks for a key is told that
 * it is in none. Where lists are looked for is the intake's. Pure.
 */
import type { Person } from './draft.ts';
import type { Field, FieldRecord } from './field.ts';
import { fieldName } from './field.ts';
import { isRecord } from './field-values.ts';
import { people } from './people.ts';
import { readToml } from './toml-fields.ts';
import { readYaml } from './yaml-fields.ts';

/** Who a key stands for; undefined for one that is in no list. */
export type ListedAuthor = (key: string) => Person | undefined;

/** The most bytes of a list. */
export const AUTHOR_LIST_BYTES_MAX = 500_000;

const LIST = /(?:^|\/)authors\.(?:ya?ml|json|toml)$/i;
const OWN_FILE = /(?:^|\/)authors\/([^/]+)\.(?:ya?ml|json|toml)$/i;

/** Whether a file is a list of authors, or what a folder of them holds of one. */
export function isAuthorList(path: string): boolean {
  return LIST.test(path) || OWN_FILE.test(path);
}

/** The people in a list, by their keys as `fieldName` spells them. */
export function authorList(path: string, text: string): ReadonlyMap<string, Person> {
  const { fields } = /\.toml$/i.test(path) ? readToml(path, text, 1) : readYaml(path, text, 1);
  const [, key] = OWN_FILE.exec(path) ?? [];
  const records: readonly (readonly [string, FieldRecord])[] =
    key === undefined ? recordsIn(fields) : [[fieldName(key), recordOf(fields)]];
  return new Map(
    records.flatMap(([name, record]) => {
      const [person] = people(record, false);
      return person === undefined ? [] : [[name, person] as const];
    }),
  );
}

function recordsIn(fields: ReadonlyMap<string, Field>): readonly (readonly [string, FieldRecord])[] {
  return [...fields].flatMap(([name, { value }]) => (isRecord(value) ? [[name, value] as const] : []));
}

function recordOf(fields: ReadonlyMap<string, Field>): FieldRecord {
  return Object.fromEntries([...fields].map(([name, { value }]) => [name, value]));
}
