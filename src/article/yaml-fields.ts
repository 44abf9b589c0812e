/**
 * Fields written in YAML 1.2's core schema: no tags, no custom types, aliases within a budget.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import {
  addField,
  type Field,
  type Fields,
  type FieldValue,
  fieldName,
  NO_FIELDS,
  TOO_DEEP,
  unreadableFields,
} from './field.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** The most values in it, aliases counted as often as they are used (alias bombs). */
const VALUES_MAX = 10_000;

/** How deep values may lie in one another. */
const DEPTH_MAX = 50;

/** The fields of a YAML text whose first line is the file's `firstLine`. */
export function readYaml(path: string, source: string, firstLine: number): Fields {
  return readPlainYaml(source, firstLine) ?? readWholeYaml(path, source, firstLine);
}

/** The same for whatever YAML there is. */
export function readWholeYaml(path: string, source: string, firstLine: number): Fields {
  const lines = new LineCounter();
  // a no-break space behind a name looks like a space, and is none to the parser
  const document = parsedYaml(source.replace(/^([\w-]+:)\u00A0/gm, '$1 '), lines);
  if (document === undefined) return unreadableFields(path, firstLine, undefined, TOO_DEEP);
  const [problem] = document.errors;
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    const [written = ''] = source.slice(source.lastIndexOf('\n', problem.pos[0] - 1) + 1).split('\n', 1);
    const what = written.includes('{{')
      ? 'found a template, expected the value itself'
      : (ADVICE[problem.code] ?? yamlSentence(problem.message));
    return unreadableFields(path, line + firstLine - 1, col, `front matter: ${what}`);
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { fields: NO_FIELDS, faults: [] };
  if (!isMap(contents))
    return unreadableFields(path, firstLine, undefined, 'front matter is not a list of `name: value` fields');
  const fields = new Map<string, Field>();
  const budget = { values: VALUES_MAX, isTooDeep: false };
  const resolve: Resolve = (node) => (isAlias(node) ? node.resolve(document) : undefined);
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue;
    const at = lines.linePos(key.range?.[0] ?? 0);
    const place = { line: at.line + firstLine - 1, column: at.col };
    const read = yamlValue(value as Node | null, resolve, budget, DEPTH_MAX);
    if (budget.isTooDeep) return unreadableFields(path, place.line, place.column, TOO_DEEP);
    if (budget.values < 0)
      return unreadableFields(
        path,
        place.line,
        place.column,
        `front matter of more than ${VALUES_MAX} values`,
      );
    addField(fields, String(key.value), { value: read, ...place });
  }
  return { fields, faults: [] };
}

/** What to write instead, where the parser's own words would not tell. */
const ADVICE: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a field stands twice',
  BLOCK_AS_IMPLICIT_KEY:
    'nested mappings are not allowed in one line: a value that holds `: ` must stand in quotes, such as title: "Harbor: the reopening"',
  BAD_SCALAR_START: 'a value that begins with `@` or a backtick must stand in quotes',
  TAB_AS_INDENT: 'found a tab, expected spaces',
  BAD_DQ_ESCAPE: 'found a backslash in double quotes, expected it twice, or single quotes around the value',
};

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
    if (node.tag === '!binary' || node.tag === 'tag:yaml.org,2002:binary')
      return Buffer.from(node.source ?? String(node.value), 'base64').toString();
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
