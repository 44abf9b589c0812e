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
  if (typeof value === 'string') return namesIn(value, isSeveral).map(personOfText);
  if (Array.isArray(value)) return value.map((item: FieldValue) => candidates(item, false)[0]);
  return typeof value === 'object' ? [personOfRecord(value as FieldRecord)] : [];
}

/** What stands behind a name without being another person's. */
const BEHIND_NAME = /,\s*(?=(?:Ph\.?\s?D|M\.?D|J\.?D|M\.?B\.?A|M\.?Sc|B\.?Sc|Jr|Sr|Esq|II|III|IV)\b)/gi;

/** Names that are whole on both sides of the word between them: `Tim Marsh and Ann Lake`, but not `Marsh and Lake`. */
const TWO_WHOLE_NAMES = /^\p{Lu}[^\s,]*(?:\s+[^\s,]+){1,3}?\s+(?:and|&)\s+\p{Lu}[^\s,]*(?:\s+[^\s,]+){1,3}$/u;

function namesIn(text: string, isSeveral: boolean): readonly string[] {
  const names = text.replace(/^\s*by:?\s+(?=\S)/i, '');
  if (!isSeveral && !TWO_WHOLE_NAMES.test(names.trim())) return [names];
  return names
    .replace(BEHIND_NAME, '\u0000')
    .split(/\s*[,;&]\s*|\s+and\s+/)
    .map((name) => name.replaceAll('\u0000', ', '));
}

/** `Name`, `Name <user@host>`, `Name (https://…)`, `[Name](https://…)`, `<a href="https://…">Name</a>`. */
function personOfText(text: string): Person | undefined {
  const [, anchor, linked, label, target, before, angled, braced] =
    /^\s*(?:<a\s[^>]*?href\s*=\s*["']?([^"'\s>]*)[^>]*>([^<]*)<\/a>|\[([^\]]*)\]\(([^)\s]*)\)|([^<]*?)(?:<([^<>]*)>|\((https?:[^()]*)\)))\s*$/i.exec(
      text,
    ) ?? [];
  const name = plainLine(linked ?? label ?? before ?? text);
  if (name === '') return undefined;
  const address = anchor ?? target ?? angled ?? braced;
  return { name, email: emailOf(address?.replace(/^mailto:/i, '')), url: absoluteWebAddress(address ?? '') };
}

function personOfRecord(record: FieldRecord): Person | undefined {
  const parts = [record.first ?? record.firstname, record.last ?? record.lastname].map(textOf);
  const whole = [record.name, record.displayname, record.fullname, record.title, record.author].map(textOf);
  const joined = parts.filter((part) => part !== undefined).join(' ');
  const name = plainLine(whole.find((each) => each !== undefined) ?? joined);
  if (name === '') return personOfKeyed(record);
  const url = textOf(record.url) ?? textOf(record.link) ?? textOf(record.website) ?? '';
  return { name, email: emailOf(textOf(record.email)), url: absoluteWebAddress(url) };
}

/** `{jane: {name: Jane}}` */
function personOfKeyed(record: FieldRecord): Person | undefined {
  const [only, ...others] = Object.values(record);
  return others.length === 0 && typeof only === 'object' && !Array.isArray(only)
    ? personOfRecord(only as FieldRecord)
    : undefined;
}

function textOf(value: FieldValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function emailOf(text: string | undefined): string | undefined {
  const email = text?.trim() ?? '';
  return EMAIL.test(email) ? email : undefined;
}
