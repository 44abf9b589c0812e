/**
 * Fields in the YAML that nearly every front matter is: one `name: value` a line, and lists of plain words.
 *
 * Answers undefined for everything else, which the whole parser reads then: the two never differ (held by a test), but
 * this one takes a twentieth of the time, and an archive is read at once.
 */
import { addField, type Field, type Fields, type FieldValue } from './field.ts';

const NAMED = /^([A-Za-z_][\w-]*):(?: +(.*))?$/;
const LISTED = /^( *)- +(.*)$/;
/** Names that the parser would not take as texts. */
const NO_NAME = /^(?:true|false|null)$/i;
/** Characters with which the parser has its own ways. */
const UNCOMMON = /[\t\r\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF\p{Cs}]/u;
/** A plain scalar: what stands in it cannot end it. */
const PLAIN = /^[\p{L}\p{Nd}](?:(?!: | #|:$).)*$/u;
/** The same inside a list in brackets, where commas and brackets end it too. */
const LISTED_PLAIN = /^[\p{L}\p{Nd}][^[\]{},:#]*$/u;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;

/** Longer ones are not what nearly every front matter is. */
const CHARACTERS_MAX = 8_000;

/** The fields of a YAML text whose first line is the file's `firstLine`. */
export function readPlainYaml(source: string, firstLine: number): Fields | undefined {
  if (source.length > CHARACTERS_MAX) return undefined;
  const lines = source.split('\n').map((line) => line.replace(/ +$/, ''));
  const fields = new Map<string, Field>();
  const names = new Set<string>();
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]!;
    if (text === '') continue;
    const [, name, rest] = UNCOMMON.test(text) ? [] : (NAMED.exec(text) ?? []);
    if (name === undefined || names.has(name) || NO_NAME.test(name)) return undefined;
    names.add(name);
    const list = rest === undefined ? listBelow(lines, at + 1) : undefined;
    const read = rest === undefined ? list : (scalar(rest) ?? bracketed(rest));
    if (read === undefined) return undefined;
    addField(fields, name, { value: read.value, line: firstLine + at, column: 1 });
    at += list?.value.length ?? 0;
  }
  return fields.size === 0 ? undefined : { fields, faults: [] };
}

/** A value that was read; no value in it is YAML's null. */
interface Read<Value> {
  readonly value: Value;
}

/** The list of plain values in the lines from `from` on; undefined when they hold none, or something else. */
function listBelow(lines: readonly string[], from: number): Read<readonly FieldValue[]> | undefined {
  const values: FieldValue[] = [];
  const [, indent] = LISTED.exec(lines[from] ?? '') ?? [];
  if (indent === undefined) return undefined;
  for (let at = from; at < lines.length; at++) {
    const [, space, rest] = LISTED.exec(lines[at]!) ?? [];
    if (rest === undefined) return NAMED.test(lines[at]!) || lines[at] === '' ? { value: values } : undefined;
    const item = space === indent && !UNCOMMON.test(rest) ? scalar(rest) : undefined;
    if (item === undefined) return undefined;
    values.push(item.value);
  }
  return { value: values };
}

function bracketed(text: string): Read<readonly FieldValue[]> | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const items = text
    .slice(1, -1)
    .split(',')
    .map((item) => item.trim());
  if (items.some((item) => !LISTED_PLAIN.test(item))) return undefined;
  return { value: items.map((item) => plainValue(item)) };
}

function scalar(text: string): Read<FieldValue> | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return { value: quoted[1] ?? quoted[2] };
  return PLAIN.test(text) ? { value: plainValue(text) } : undefined;
}

/** The core schema knows truths, nulls and numbers; a number stays as it is written. */
function plainValue(text: string): FieldValue {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return /^(?:null|Null|NULL)$/.test(text) ? undefined : text;
}
