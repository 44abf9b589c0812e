/**
 * Fields that an MDX file exports instead of stating them in front matter: `export const metadata = { title: 'Words' }`, as
 * blogs made with Next.js have it.
 *
 * In: the text of a file. Out: the fields whose values are written out: texts, numbers, dates, lists and tables of them.
 * What would have to be evaluated is no field. Pure; nothing is run.
 */
import { addField, type Field, type FieldRecord, type FieldValue, fieldName, NO_FIELDS } from './field.ts';
import { lineAt } from './file-text.ts';

const EXPORT =
  /^export\s+(?:const|let|var)\s+(?:meta|metadata|front_?matter|article|post|blog)(?:\s*:\s*[\w.<>, ]{1,60})?\s*=\s*(?=\{)/im;

/** The longest object. */
const CHARACTERS_MAX = 20_000;

/** How deep values may lie in one another. */
const DEPTH_MAX = 10;

/** The fields that a text exports; none where it exports none, or something else. */
export function exportedFields(text: string): ReadonlyMap<string, Field> {
  const found = EXPORT.exec(text);
  if (found === null) return NO_FIELDS;
  const start = found.index + found[0].length;
  const fields = new Map<string, Field>();
  new ObjectText(text.slice(start, start + CHARACTERS_MAX)).object(DEPTH_MAX, (name, value, at) => {
    addField(fields, name, { value, line: lineAt(text, start + at), column: 1 });
  });
  return fields;
}

const BETWEEN = /(?:\s|,|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const NAME = /(?:(["'])([^"'\n]{1,60})\1|([\w$]{1,60}))\s*:\s*/y;
const QUOTED = /"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|`((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)`/y;
const DATE = /^new Date\(\s*["'`]([^"'`]*)["'`]\s*\)$/;

class ObjectText {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads `{ name: value, … }`; what has no name, or no value that is written out, is passed over. */
  object(depth: number, found: (name: string, value: FieldValue, at: number) => void): void {
    this.#at += 1;
    while (!this.#isOver('}')) {
      const at = this.#at;
      const [, , quoted, bare] = this.#take(NAME) ?? [];
      const value = this.#value(depth);
      const name = quoted ?? bare;
      if (name !== undefined && value !== undefined) found(name, value, at);
      if (this.#at === at) this.#at += 1;
    }
    this.#at += 1;
  }

  #value(depth: number): FieldValue {
    const [first = ''] = this.#text.slice(this.#at, this.#at + 1);
    if (depth > 0 && first === '{') {
      const record: Record<string, FieldValue> = Object.create(null);
      this.object(depth - 1, (name, value) => {
        record[fieldName(name)] = value;
      });
      return record as FieldRecord;
    }
    if (depth > 0 && first === '[') return this.#list(depth - 1);
    const from = this.#at;
    const [, double, single, raw] = this.#take(QUOTED) ?? [];
    const quoted = double ?? single ?? raw;
    this.#skip();
    if (quoted !== undefined && this.#text.slice(from + quoted.length + 2, this.#at).trim() === '')
      return quoted.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    return writtenOut(this.#text.slice(from, this.#at).trim());
  }

  #list(depth: number): readonly FieldValue[] {
    const values: FieldValue[] = [];
    this.#at += 1;
    while (!this.#isOver(']')) {
      const at = this.#at;
      const value = this.#value(depth);
      if (value !== undefined) values.push(value);
      if (this.#at === at) this.#at += 1;
    }
    this.#at += 1;
    return values;
  }

  #isOver(closing: string): boolean {
    this.#take(BETWEEN);
    return this.#at >= this.#text.length || this.#text[this.#at] === closing;
  }

  /** To the end of an expression: the comma or bracket behind it. */
  #skip(): void {
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text[this.#at]!;
      if (depth === 0 && /[,}\]]/.test(sign)) return;
      if (/["'`]/.test(sign)) this.#at += Math.max((this.#match(QUOTED)?.[0].length ?? 1) - 1, 0);
      else if (/[({[]/.test(sign)) depth += 1;
      else if (/[)}\]]/.test(sign)) depth -= 1;
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    const found = this.#match(pattern);
    this.#at += found?.[0].length ?? 0;
    return found ?? undefined;
  }
}

function writtenOut(expression: string): FieldValue {
  if (expression === 'true' || expression === 'false') return expression === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(expression) ? expression : DATE.exec(expression)?.[1];
}
