/**
 * The people in a field: names as text, lists, or records with an address (T-12, T-42).
 */
import { plainLine } from '../base/text.ts';
import { absoluteWebAddress } from './addresses.ts';
import type { Person } from './draft.ts';
import type { FieldRecord, FieldValue } from './field.ts';

/** `user@host` as feeds may show it; nothing here decides whether mail arrives. */
const EMAIL = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/;

/**
 * The people that a value names, each name once.
 *
 * @param isSeveral whether a text may name several: `authors: A, B`, but `author: Smith, John`
 */
export function people(value: FieldValue, isSeveral: boolean): readonly Person[] {
  const found = new Map<string, Person>();
  for (const person of candidates(value, isSeveral))
    if (person !== undefined) found.set(person.name, found.get(person.name) ?? person);
  return [...found.values()];
}

function candidates(value: FieldValue, isSeveral: boolean): readonly (Person | undefined)[] {
  if (typeof value === 'string') return (isSeveral ? bylineNames(value) : [value]).map(personOfText);
  if (Array.isArray(value)) return value.map((item: FieldValue) => candidates(item, false)[0]);
  return typeof value === 'object' ? [personOfRecord(value as FieldRecord)] : [];
}

function bylineNames(text: string): readonly string[] {
  return text.replace(/^\s*by\s+/i, '').split(/\s*[,;&]\s*|\s+and\s+/);
}

/** `Name`, or `Name <user@host>`. */
function personOfText(text: string): Person | undefined {
  const [, before, inside] = /^([^<]*)<([^<>]*)>\s*$/.exec(text) ?? [];
  const name = plainLine(before ?? text);
  if (name === '') return undefined;
  return { name, email: emailOf(inside), url: absoluteWebAddress(inside ?? '') };
}

function personOfRecord(record: FieldRecord): Person | undefined {
  const name = plainLine(textOf(record.name) ?? textOf(record.title) ?? '');
  if (name === '') return undefined;
  const url = textOf(record.url) ?? textOf(record.link) ?? textOf(record.website) ?? '';
  return { name, email: emailOf(textOf(record.email)), url: absoluteWebAddress(url) };
}

function textOf(value: FieldValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function emailOf(text: string | undefined): string | undefined {
  const email = text?.trim() ?? '';
  return EMAIL.test(email) ? email : undefined;
}
