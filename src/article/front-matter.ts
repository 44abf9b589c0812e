/**
 * The block of fields at the top of an article file, and the text below it.
 *
 * YAML between `---` lines, TOML between `+++` lines, or a JSON object at the very start: what Hugo, Jekyll, Eleventy,
 * Astro and Zola accept. Out come fields with their place in the file; what they mean is front-matter-fields.ts'.
 * Nothing is evaluated: no tags, no custom types, aliases within a budget; dates stay text, since a parser's own dates
 * go through the machine's zone (T-46).
 */
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
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

/** A file taken apart. */
export interface FrontMatter {
  /** By name: lower case, without `-` and `_`. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly body: string;
  readonly faults: readonly Fault[];
}

/** The most characters of front matter; a thousand times what an article needs. */
export const FRONT_MATTER_CHARACTERS_MAX = 64_000;

/** The most values in it, aliases counted as often as they are used (alias bombs). */
const VALUES_MAX = 10_000;

/** How deep values may lie in one another. */
const DEPTH_MAX = 50;

const TOO_DEEP = 'front matter is nested too deeply';

const NO_FIELDS: ReadonlyMap<string, Field> = new Map();

/** Takes the front matter off a text. A text without one is all body. */
export function frontMatter(path: string, text: string): FrontMatter {
  const block = fencedBlock(text) ?? jsonBlock(text);
  if (block === undefined) return { fields: NO_FIELDS, body: text, faults: [] };
  if (block.end < 0) {
    return failed(path, text, 1, undefined, `front matter is not closed: expected a line \`${block.fence}\``);
  }
  const source = text.slice(block.start, block.end);
  const body = text.slice(block.bodyStart);
  if (source.length > FRONT_MATTER_CHARACTERS_MAX) {
    return failed(
      path,
      body,
      1,
      undefined,
      `front matter of ${source.length} characters, more than ${FRONT_MATTER_CHARACTERS_MAX}`,
    );
  }
  const firstLine = block.fence === '}' ? 1 : 2;
  const read = block.fence === '+++' ? readToml(path, source, firstLine) : readYaml(path, source, firstLine);
  return { ...read, body };
}

interface Block {
  readonly fence: '---' | '+++' | '}';
  readonly start: number;
  /** Where the fields end; -1 when the block is not closed. */
  readonly end: number;
  readonly bodyStart: number;
}

function fencedBlock(text: string): Block | undefined {
  const [opening, fence] = /^(---|\+\+\+)[ \t]*\n/.exec(text) ?? [];
  if (opening === undefined || (fence !== '---' && fence !== '+++')) return undefined;
  const closing = fence === '---' ? /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm : /^\+\+\+[ \t]*(?:\n|$)/gm;
  closing.lastIndex = opening.length;
  const close = closing.exec(text);
  if (close !== null) return { fence, start: opening.length, end: close.index, bodyStart: closing.lastIndex };
  // a lone `---` may be a rule across the page; it is an open block only where a field follows
  const isField = /^\s*["']?[A-Za-z][\w.-]*["']?\s*[:=]/.test(
    text.slice(opening.length, opening.length + 200),
  );
  return isField ? { fence, start: opening.length, end: -1, bodyStart: -1 } : undefined;
}

/** Hugo's JSON: an object at the very start whose closing brace ends its line. */
function jsonBlock(text: string): Block | undefined {
  if (!/^\{\s*["}]/.test(text)) return undefined;
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length && at < FRONT_MATTER_CHARACTERS_MAX; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return { fence: '}', start: 0, end: at + 1, bodyStart: at + 1 };
    }
  }
  return { fence: '}', start: 0, end: -1, bodyStart: -1 };
}

function failed(
  path: string,
  body: string,
  line: number,
  column: number | undefined,
  what: string,
): FrontMatter {
  return { fields: NO_FIELDS, body, faults: [{ path, line, column, severity: 'error', what }] };
}

/** A field's name in the one spelling that we look up: `Last_Modified-At` → `lastmodifiedat`. */
export function fieldName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

type Fields = Omit<FrontMatter, 'body'>;

function readYaml(path: string, source: string, firstLine: number): Fields {
  const lines = new LineCounter();
  const document = parsedYaml(source, lines);
  if (document === undefined) return failed(path, '', firstLine, undefined, TOO_DEEP);
  const [problem] = document.errors;
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    const what = problem.code === 'DUPLICATE_KEY' ? 'a field stands twice' : yamlSentence(problem.message);
    return failed(path, '', line + firstLine - 1, col, `front matter: ${what}`);
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { fields: NO_FIELDS, faults: [] };
  if (!isMap(contents))
    return failed(path, '', firstLine, undefined, 'front matter is not a list of `name: value` fields');
  const fields = new Map<string, Field>();
  const budget = { values: VALUES_MAX, isTooDeep: false };
  const resolve: Resolve = (node) => (isAlias(node) ? node.resolve(document) : undefined);
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue;
    const at = lines.linePos(key.range?.[0] ?? 0);
    const place = { line: at.line + firstLine - 1, column: at.col };
    const read = yamlValue(value as Node | null, resolve, budget, DEPTH_MAX);
    if (budget.isTooDeep) return failed(path, '', place.line, place.column, TOO_DEEP);
    if (budget.values < 0)
      return failed(path, '', place.line, place.column, `front matter of more than ${VALUES_MAX} values`);
    addField(fields, String(key.value), { value: read, ...place });
  }
  return { fields, faults: [] };
}

/** A stack of brackets can exhaust the parser's; that alone is turned into an answer. */
function parsedYaml(source: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(source, {
      lineCounter,
      schema: 'core',
      version: '1.2',
      strict: true,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** The first line of a parser's message, as a fault's sentence. */
function yamlSentence(message: string): string {
  const [first = ''] = message.split('\n', 1);
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '');
}

type Resolve = (node: Node) => Node | undefined;

interface Budget {
  values: number;
  isTooDeep: boolean;
}

function yamlValue(node: Node | null, resolve: Resolve, budget: Budget, depth: number): FieldValue {
  budget.values -= 1;
  budget.isTooDeep ||= depth < 0;
  if (node === null || budget.values < 0 || budget.isTooDeep) return undefined;
  if (isScalar(node)) {
    if (typeof node.value === 'boolean') return node.value;
    if (node.value === null || node.value === undefined) return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }
  if (isSeq(node))
    return node.items.map((item) => yamlValue(item as Node | null, resolve, budget, depth - 1));
  if (isMap(node)) {
    const record: Record<string, FieldValue> = Object.create(null);
    for (const { key, value } of node.items) {
      if (isScalar(key))
        record[fieldName(String(key.value))] = yamlValue(value as Node | null, resolve, budget, depth - 1);
    }
    return record;
  }
  return yamlValue(resolve(node) ?? null, resolve, budget, depth - 1);
}

function readToml(path: string, source: string, firstLine: number): Fields {
  try {
    const table = parseToml(source, {
      useLegacyDate: true,
      unsafeKeyBehaviour: 'drop',
      maxDepth: 50,
      integersAsBigInt: false,
    });
    const fields = new Map<string, Field>();
    const lines = tomlLines(source);
    for (const [name, value] of Object.entries(table)) {
      addField(fields, name, {
        value: tomlValue(value),
        line: firstLine + (lines.get(name) ?? 0),
        column: 1,
      });
    }
    return { fields, faults: [] };
  } catch (cause) {
    if (cause instanceof RangeError) return failed(path, '', firstLine, undefined, TOO_DEEP);
    if (!(cause instanceof TomlError)) throw cause;
    const [first = ''] = cause.message.replace(/^Invalid TOML document:\s*/, '').split('\n', 1);
    return failed(path, '', cause.line + firstLine - 1, cause.column, `front matter: ${first}`);
  }
}

function tomlValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(tomlValue);
  if (typeof value !== 'object' || value === null) return String(value);
  const record: Record<string, FieldValue> = Object.create(null);
  for (const [name, inner] of Object.entries(value)) record[fieldName(name)] = tomlValue(inner);
  return record;
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

/** The first of two spellings of a name stays. */
function addField(fields: Map<string, Field>, name: string, field: Field): void {
  const key = fieldName(name);
  if (!fields.has(key) && field.value !== undefined) fields.set(key, field);
}
