/**
 * What is wrong with YAML, in words that say what to write instead, where the parser's own would not tell.
 *
 * In: the parser's problem and the text. Out: a sentence, and the place that is to be changed. Pure.
 */

/** Where a text is to be changed, and how. */
export interface YamlAdvice {
  readonly what: string;
  /** Offset in the text. */
  readonly at: number;
}

const BY_CODE: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a field that keeps articles back stands twice: leave one',
  TAB_AS_INDENT: 'found a tab, expected spaces',
  BAD_DQ_ESCAPE: 'found a backslash in double quotes, expected it twice, or single quotes around the value',
};

/** What a value cannot begin with unless it is meant as YAML means it. */
const MEANS_ELSE = /^[[{*&!|>%@`,\]}?]/;

/** The advice for a problem. */
export function yamlAdvice(
  {
    code,
    message,
    pos: [at],
  }: { readonly code: string; readonly message: string; readonly pos: readonly [number, number] },
  source: string,
): YamlAdvice {
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = source.slice(lineStart).split('\n', 1);
  const [, value = ''] = /^[ \t]*(?:-[ \t]+)?(?:["']?[\w .-]+["']?[ \t]*:[ \t]*)?(.*)$/.exec(line) ?? [];
  if (line.includes('{{')) return { what: 'found a template, expected the value itself', at };
  if (/^[ \t]*-[^\s-]/.test(line) && /^(?:MULTILINE_IMPLICIT_KEY|MISSING_CHAR)$/.test(code))
    return { what: 'an item of a list has no space behind its dash: expected `- `', at: lineStart };
  const known = BY_CODE[code];
  if (known !== undefined) return { what: known, at };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return nestedAdvice(source, at, lineStart, line, value);
  if (code === 'MISSING_CHAR') return missingAdvice(message, source, at);
  if (code === 'BAD_INDENT' && /\bend with a\b/.test(message))
    return { what: `a list or table is not closed: expected \`${message.at(-1)}\` at its end`, at };
  if (/^["']/.test(value) && code === 'UNEXPECTED_TOKEN') {
    const what = `text stands behind a closed quotation: expected ${value[0] === '"' ? '`\\"`' : "`''`"} for a quote inside quotes`;
    return { what, at };
  }
  if (MEANS_ELSE.test(value) && /^(?:UNEXPECTED_TOKEN|BAD_SCALAR_START)$/.test(code)) {
    const sign = value.startsWith('`') ? 'a backtick' : `\`${value[0]}\``;
    return { what: `a value that begins with ${sign} must stand in quotes`, at };
  }
  return { what: yamlSentence(message), at };
}

function nestedAdvice(
  source: string,
  at: number,
  lineStart: number,
  line: string,
  value: string,
): YamlAdvice {
  if (/:(?:\s|$)/.test(value)) {
    const what =
      'nested mappings are not allowed in one line: a value that holds `: ` must stand in quotes, such as title: "Harbor: the reopening"';
    return { what, at };
  }
  const below =
    lineStart + line.length + (/^\s*/.exec(source.slice(lineStart + line.length))?.[0].length ?? 0);
  return { what: 'a field stands indented below one that has a value: expected it at the margin', at: below };
}

function missingAdvice(message: string, source: string, at: number): YamlAdvice {
  const [, quote] = /closing (["'])/.exec(message) ?? [];
  if (quote === undefined) return { what: 'a line is no field: expected `name: value`', at };
  const opening = new RegExp(`^[^"'\\n]*[:-][ \\t]+${quote}(?![^\\n]*${quote}[ \\t]*$)`, 'm').exec(source);
  return {
    what: `a quotation is not closed: expected \`${quote}\` at the end of the value`,
    at: opening === null ? at : opening.index + opening[0].length - 1,
  };
}

/** The first line of a parser's message, as a fault's sentence. */
function yamlSentence(message: string): string {
  const [first = ''] = message.split('\n', 1);
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '');
}

/** Why a text that is YAML holds no fields. */
export function whyNoFields(source: string): string {
  if (/^["']?[A-Za-z][\w-]*["']?:[^\s/]/m.test(source)) return ': expected a space behind each colon';
  return /^[A-Za-z][\w-]*[ \t]*=/m.test(source)
    ? ': `name = value` is TOML, which stands between lines `+++`'
    : '';
}
