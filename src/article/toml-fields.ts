/**
 * Fields written in TOML.
 */
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import {
  addField,
  type Field,
  type Fields,
  type FieldValue,
  fieldName,
  TOO_DEEP,
  unreadableFields,
} from './field.ts';
import { statedDate } from './stated-date.ts';
import { tomlAdvice } from './toml-advice.ts';

/** How deep values may lie in one another. */
const DEPTH_MAX = 50;

/** The fields of a TOML text whose first line is the file's `firstLine`. */
export function readToml(path: string, source: string, firstLine: number): Fields {
  try {
    const table = parseToml(source, {
      useLegacyDate: true,
      unsafeKeyBehaviour: 'drop',
      maxDepth: DEPTH_MAX,
      integersAsBigInt: false,
    });
    const fields = new Map<string, Field>();
    const lines = tomlLines(source);
    for (const [name, value] of Object.entries(table)) {
      addField(fields, name, {
        value: tomlValue(value, source),
        line: firstLine + (lines.get(name) ?? 0),
        column: 1,
      });
    }
    return { fields, faults: [] };
  } catch (cause) {
    if (cause instanceof RangeError) return unreadableFields(path, firstLine, undefined, TOO_DEEP);
    if (!(cause instanceof TomlError)) throw cause;
    const [first = ''] = cause.message.replace(/^Invalid TOML document:\s*/, '').split('\n', 1);
    const what = tomlAdvice(first, source.split('\n')[cause.line - 1] ?? '');
    return unreadableFields(path, cause.line + firstLine - 1, cause.column, `front matter: ${what}`);
  }
}

function tomlValue(value: unknown, source: string): FieldValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof TomlDate) return dateIn(value.toISOString(), source);
  if (Array.isArray(value)) return value.map((item) => tomlValue(item, source));
  if (typeof value !== 'object' || value === null) return String(value);
  const record: Record<string, FieldValue> = Object.create(null);
  for (const [name, inner] of Object.entries(value)) record[fieldName(name)] = tomlValue(inner, source);
  return record;
}

/** The date as it is written: the parser takes 31 February for 3 March, and no reader would learn of it. */
function dateIn(date: string, source: string): string {
  if (source.includes(date.slice(0, 10))) return date;
  const written = [...source.matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([day]) => day);
  return written.find((day) => statedDate(day) === undefined) ?? date;
}

/** On which line each TOML key begins, from 0, since the parser does not say. */
function tomlLines(source: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  source.split('\n').forEach((line, number) => {
    const [, name] = /^\s*\[{0,2}\s*["']?([^\s"'=.\]]+)/.exec(line) ?? [];
    if (name !== undefined && !lines.has(name)) lines.set(name, number);
  });
  return lines;
}
