/**
 * Fields written in YAML 1.2's core schema: no tags, no custom types, aliases within a budget.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Fault } from './fault.ts';
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
import { decidesPublication } from './kept-back.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { whyNoFields, yamlAdvice } from './yaml-advice.ts';

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
  const document = parsedYaml(withoutTabs(source).replace(/^([\w-]+:)\u00A0/gm, '$1 '), lines);
  if (document === undefined) return unreadableFields(path, firstLine, undefined, TOO_DEEP);
  const repeated = document.errors.filter(({ code }) => code === REPEATED);
  const problem =
    document.errors.find(({ code }) => code !== REPEATED) ??
    repeated.find(({ pos }) => decidesPublication(nameAt(source, pos[0])));
  if (problem !== undefined) {
    const { what, at } = yamlAdvice(problem, source);
    const { line, col } = lines.linePos(at);
    return unreadableFields(path, line + firstLine - 1, col, `front matter: ${what}`);
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { fields: NO_FIELDS, faults: [] };
  if (!isMap(contents))
    return unreadableFields(
      path,
      firstLine,
      undefined,
      `front matter is not a list of \`name: value\` fields${whyNoFields(source)}`,
    );
  const fields = new Map<string, Field>();
  const budget: Budget = { values: VALUES_MAX, isTooDeep: false, unknownAlias: undefined };
  const resolve: Resolve = (node) => (isAlias(node) ? node.resolve(document) : undefined);
  for (const { key, value } of withMerged(contents, resolve)) {
    if (!isScalar(key)) continue;
    const at = lines.linePos(key.range?.[0] ?? 0);
    const place = { line: at.line + firstLine - 1, column: at.col };
    const read = yamlValue(value as Node | null, resolve, budget, DEPTH_MAX);
    if (budget.unknownAlias !== undefined)
      return unreadableFields(
        path,
        place.line,
        place.column,
        `front matter: nothing is named \`&${budget.unknownAlias}\`; a value that begins with \`*\` must stand in quotes`,
      );
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
  return { fields, faults: repeated.map(({ pos }) => repeatedFault(path, source, lines, pos[0], firstLine)) };
}

/** The parser's word for a field that stands twice, which it goes on after. */
const REPEATED = 'DUPLICATE_KEY';

function nameAt(source: string, at: number): string {
  return fieldName(/^["']?([^:"'\n]{0,60})/.exec(source.slice(at, at + 80))?.[1] ?? '');
}

/** What Jekyll reads without a word: of a field that stands twice, the last. */
function repeatedFault(
  path: string,
  source: string,
  lines: LineCounter,
  at: number,
  firstLine: number,
): Fault {
  const { line, col: column } = lines.linePos(at);
  const what = `${nameAt(source, at)} stands twice, and this one counts: leave one`;
  return { path, line: line + firstLine - 1, column, severity: 'warning', what };
}

/** Hexo lets its authors indent by tabs, each of which it takes for two spaces; YAML has none. */
function withoutTabs(source: string): string {
  return source.includes('\t')
    ? source.replace(/^[ \t]+(?=\S)/gm, (indent) => indent.replaceAll('\t', '  '))
    : source;
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

type Resolve = (node: Node) => Node | undefined;

interface Budget {
  values: number;
  isTooDeep: boolean;
  /** The name of an alias that stands for nothing. */
  unknownAlias: string | undefined;
}

/** The fields of a map, of repeated ones the last, then those that it takes from others: `<<: *defaults`, which YAML 1.1 had and generators read. */
function withMerged({ items: written }: YAMLMap, resolve: Resolve): readonly YAMLMap['items'][number][] {
  const last = new Map(written.map((item) => [isScalar(item.key) ? item.key.value : item, item]));
  const items = written.filter((item) => last.get(isScalar(item.key) ? item.key.value : item) === item);
  const merged = items.flatMap(({ key, value }) => {
    if (!isScalar(key) || key.value !== '<<') return [];
    const maps = isSeq(value) ? value.items : [value];
    return maps
      .map((map) => (isAlias(map) ? resolve(map) : map))
      .flatMap((map) => (isMap(map) ? map.items : []));
  });
  return merged.length === 0 ? items : [...items, ...merged];
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
  const resolved = resolve(node);
  if (resolved === undefined && isAlias(node)) budget.unknownAlias ??= node.source;
  return yamlValue(resolved ?? null, resolve, budget, depth - 1);
}
