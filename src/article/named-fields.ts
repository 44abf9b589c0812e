/**
 * The fields of one file, found by any of the names that generators have for them.
 *
 * Some stand in a table of their own (`extra`, `params` …); a field at the top goes before one in a table.
 */
import type { Field } from './field.ts';
import { FIELD_NAMES, FIELD_TABLES, type StatedName } from './field-names.ts';
import { isRecord } from './field-values.ts';

/** A field with the name by which it was found. */
export type NamedField = Field & { readonly name: string };

/** Finds fields. */
export class NamedFields {
  readonly #fields: ReadonlyMap<string, Field>;

  constructor(fields: ReadonlyMap<string, Field>) {
    this.#fields = fields;
  }

  /** The first field of one of our names' spellings that is not empty. */
  find(name: StatedName): NamedField | undefined {
    for (const each of FIELD_NAMES[name]) {
      const found = this.at(each);
      if (found !== undefined && found.value !== '') return found;
    }
    return undefined;
  }

  /** A date that stands in a table: `date: {created: …, updated: …}` (MkDocs), `last_update: {date: …}` (Docusaurus). */
  findDate(name: StatedName): NamedField | undefined {
    const found = this.find(name);
    const table = found ?? (name === 'updated' ? this.at('date') : undefined);
    if (table === undefined || !isRecord(table.value)) return found;
    const names =
      name === 'updated' ? ['updated', 'modified', found === undefined ? '' : 'date'] : ['created'];
    const { value: record } = table;
    const value = names.map((each) => record[each]).find((each) => each !== undefined);
    if (value !== undefined) return { ...table, value };
    // `last_update: {author: …}` states no date, and is none that is wrong
    return name === 'updated' ? undefined : found;
  }

  /** The field of exactly this name. */
  at(name: string): NamedField | undefined {
    const field = this.#fields.get(name);
    if (field !== undefined) return { name, ...field };
    for (const tableName of FIELD_TABLES) {
      const table = this.#fields.get(tableName);
      const value = isRecord(table?.value) ? table.value[name] : undefined;
      if (table !== undefined && value !== undefined) return { name, ...table, value };
    }
    return undefined;
  }
}
