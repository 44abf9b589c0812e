/**
 * What is wrong with TOML, in words that say what to write instead, where the parser's own would not tell.
 *
 * In: the parser's message and the line it speaks of. Out: a sentence. Pure.
 */

const BY_MESSAGE: readonly (readonly [message: RegExp, line: RegExp, what: string])[] = [
  [/redefine/, /^/, 'a field or table stands twice: leave one'],
  [
    /illegal character in key/,
    /^\s*["']?[\w-]+["']?\s*:/,
    '`name: value` is YAML, which stands between lines `---`',
  ],
  [/illegal character in key|unexpected end of key/, /^/, 'a line is no field: expected `name = value`'],
  [/control characters/, /=\s*["']/, 'a quotation is not closed: expected a quote at the end of the value'],
  [/end-of-line/, /=\s*"/, 'text stands behind a closed quotation: expected `\\"` for a quote inside quotes'],
  [
    /end-of-line/,
    /=\s*'/,
    "text stands behind a closed quotation: expected double quotes around a text with `'` in it",
  ],
  [/end-of-line/, /^/, 'found two values in one line, expected one'],
  [/comma or end/, /^/, 'a list or table is not closed: expected `]` or `}` at its end'],
  [/invalid value/, /=\s*(?:true|false)\s*$/i, 'expected true or false in small letters'],
  [/invalid value/, /^/, 'invalid value, expected text in quotes, a number, a date, true or false'],
  [
    /invalid date|numeric/,
    /=\s*\d{4}-/,
    'there is no such date, expected such as 2025-09-05 or 2025-09-05T10:30:00+02:00',
  ],
];

/** What to write instead. */
export function tomlAdvice(message: string, line: string): string {
  const known = BY_MESSAGE.find(([said, written]) => said.test(message) && written.test(line));
  return known?.[2] ?? message;
}
