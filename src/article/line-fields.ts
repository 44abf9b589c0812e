/**
 * Fields as Pelican has them: `Name: value` lines whose values are what stands there, colons, `#` and all; a line that
 * is indented goes on with the value above it.
 *
 * Source: the Meta-Data extension of Python-Markdown.
 */
import { addField, type Field, type Fields } from './field.ts';

const FIELD = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/;

/** Whether a value is written as only YAML has it: in quotes or brackets, as a block, as items of a list. */
export function hasYaml(source: string): boolean {
  return /^[ \t]*-[ \t]|^[A-Za-z][\w-]*[ \t]*:[ \t]+["'[{|>&*!]/m.test(source);
}

/** The fields of a text whose first line is the file's `firstLine`. */
export function readLines(source: string, firstLine: number): Fields {
  const fields = new Map<string, Field>();
  let name = '';
  let value = '';
  let line = 0;
  const add = () => {
    if (name !== '' && value !== '') addField(fields, name, { value, line, column: 1 });
  };
  for (const [at, written] of source.split('\n').entries()) {
    const [, next, stated = ''] = FIELD.exec(written) ?? [];
    if (next === undefined) {
      value = `${value} ${written.trim()}`.trim();
      continue;
    }
    add();
    name = next;
    value = stated.trim();
    line = firstLine + at;
  }
  add();
  return { fields, faults: [] };
}
