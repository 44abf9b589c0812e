/**
 * The fields of a file's front matter, whatever language they were written in.
 *
 * Numbers and dates are text as they stand in the file: a parser's own dates go through the machine's zone (T-46).
 */
import type { Fault } from './fault.ts';

/** One field as written. */
export interface Field {
  /** Text, boolean, undefined for nothing, a list, or a record; numbers and dates are text as they stand in the file. */
  readonly value: FieldValue;
  readonly line: number;
  readonly column: number;
}

/** A value of a field. */
export type FieldValue = string | boolean | undefined | readonly FieldValue[] | FieldRecord;
/** Named values inside a field. */
export interface FieldRecord {
  readonly [name: string]: FieldValue;
}

/** Fields by name (see `fieldName`), and what is wrong with them. */
export interface Fields {
  readonly fields: ReadonlyMap<string, Field>;
  readonly faults: readonly Fault[];
}

/** No fields at all. */
export const NO_FIELDS: ReadonlyMap<string, Field> = new Map();

/** What a front matter says of being nested beyond any use. */
export const TOO_DEEP = 'front matter is nested too deeply';

/** A field's name in the one spelling that we look up: `Last_Modified-At` → `lastmodifiedat`. */
export function fieldName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** Adds a field; the first of two spellings of a name stays. */
export function addField(fields: Map<string, Field>, name: string, field: Field): void {
  const key = fieldName(name);
  if (!fields.has(key) && field.value !== undefined) fields.set(key, field);
}

/** The one error that keeps front matter from being read. */
export function unreadableFields(
  path: string,
  line: number,
  column: number | undefined,
  what: string,
): Fields {
  return { fields: NO_FIELDS, faults: [{ path, line, column, severity: 'error', what }] };
}
