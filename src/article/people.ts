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
  return typeof value === 'object' ? peopleOfRecord(value as FieldRecord) : [];
}

/** What stands behind a name without being another person's. */
const BEHIND_NAME = /,\s*(?=(?:Ph\.?\s?D|M\.?D|J\.?D|M\.?B\.?A|M\.?Sc|B\.?Sc|Jr|Sr|Esq|II|III|IV)\b)/gi;

/** Names that are whole around the word between the last two: `Tim Marsh and Ann Lake`, but not `Marsh and Lake`. */
const WHOLE_NAMES =
  /^(?:\p{Lu}[^\s,]*(?:\s+[^\s,]+){1,3},\s+){0,8}\p{Lu}[^\s,]*(?:\s+[^\s,]+){1,3}?,?\s+(?:and|&)\s+\p{Lu}[^\s,]*(?:\s+[^\s,]+){1,3}$/u;

/** Between people of whom each is followed by an address or a place: `Jane Roe (Harbour Board), Tim Marsh (Kiosk)`. */
const BEHIND_BRACES = /(?<=\))\s*(?:,\s*(?:and\s+)?|;|&|and\s)\s*/;

function namesIn(text: string, isSeveral: boolean): readonly string[] {
  const names = text.replace(/^\s*by:?\s+(?=\S)/i, '');
  const braced = names.trim().split(BEHIND_BRACES);
  if (braced.length > 1 && braced.every((name) => name.endsWith(')'))) return braced;
  if (!isSeveral && !WHOLE_NAMES.test(names.trim())) return [names];
  return names
    .replace(BEHIND_NAME, '\u0000')
    .split(/\s*,\s*and\s+|\s*[,;&]\s*|\s+and\s+/)
    .map((name) => name.replaceAll('\u0000', ', '));
}

/** `Name`, `Name <user@host>`, `user@host (Name)`, `Name (https://…)`, `[Name](https://…)`, `<a href="https://…">Name</a>`. */
function personOfText(text: string): Person | undefined {
  const [, mail, named] = /^\s*(\S+@\S+)\s+\(([^()]+)\)\s*$/.exec(text) ?? [];
  if (named !== undefined && emailOf(mail) !== undefined)
    return { name: plainLine(named), email: emailOf(mail), url: undefined };
  const [, shown, page, place] = /^\s*\[([^\]]+)\]\(([^)\s]*)\)\s*(\([^()]*\))\s*$/.exec(text) ?? [];
  if (shown !== undefined)
    return { name: plainLine(`${shown} ${place}`), email: undefined, url: absoluteWebAddress(page ?? '') };
  const [, anchor, linked, label, target, before, angled, braced] =
    /^\s*(?:<a\s[^>]*?href\s*=\s*["']?([^"'\s>]*)[^>]*>([^<]*)<\/a>|\[([^\]]*)\]\(([^)\s]*)\)|([^<]*?)(?:<([^<>]*)>|\((https?:[^()]*)\)))\s*$/i.exec(
      text,
    ) ?? [];
  const name = plainLine(linked ?? label ?? before ?? text);
  if (name === '') return undefined;
  const address = anchor ?? target ?? angled ?? braced;
  return { name, email: emailOf(address?.replace(/^mailto:/i, '')), url: absoluteWebAddress(address ?? '') };
}

/** One person, or several by their keys: `{jane: {name: Jane}, tim: {name: Tim}}`. */
function peopleOfRecord(record: FieldRecord): readonly (Person | undefined)[] {
  const person = personOfRecord(record);
  if (person !== undefined) return [person];
  const records = Object.values(record).filter((each) => typeof each === 'object' && !Array.isArray(each));
  return records.map((each) => personOfRecord(each as FieldRecord));
}

function personOfRecord(record: FieldRecord): Person | undefined {
  const named = typeof record.name === 'object' && !Array.isArray(record.name) ? record.name : record;
  const { first, firstname, given, last, lastname, family } = named as FieldRecord;
  const parts = [first ?? firstname ?? given, last ?? lastname ?? family].map(textOf);
  const whole = [record.name, record.displayname, record.fullname, record.title, record.author].map(textOf);
  const joined = parts.filter((part) => part !== undefined).join(' ');
  const name = plainLine(whole.find((each) => each !== undefined) ?? joined);
  if (name === '') return undefined;
  const url = textOf(record.url) ?? textOf(record.link) ?? textOf(record.website) ?? textOf(record.to) ?? '';
  return { name, email: emailOf(textOf(record.email)), url: absoluteWebAddress(url) };
}

function textOf(value: FieldValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function emailOf(text: string | undefined): string | undefined {
  const email = text?.trim() ?? '';
  return EMAIL.test(email) ? email : undefined;
}
