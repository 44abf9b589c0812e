/**
 * Fields in a comment at the top of a file, as Nikola has them: `.. title: Words`, one a line.
 *
 * In: the text of a file. Out: the fields, and where the text below them begins. Pure.
 */
import { addField, type Field } from './field.ts';

const COMMENT =
  /^\s*<!--[ \t]*\n((?:[ \t]*(?:\.\.[ \t]+[\w-]{1,40}:[^\n]*)?\n){1,60})[ \t]*-->[ \t]*(?:\n|$)/;
const LINE = /^[ \t]*\.\.[ \t]+([\w-]+):[ \t]*(.*?)[ \t]*$/;

/** The fields of such a comment; undefined where there is none. */
export function commentFields(
  text: string,
): { readonly fields: ReadonlyMap<string, Field>; readonly bodyStart: number } | undefined {
  const [whole, lines] = COMMENT.exec(text.slice(0, 20_000)) ?? [];
  if (whole === undefined || lines === undefined || !/^[ \t]*\.\.[ \t]+title:/m.test(lines)) return undefined;
  const before = /^\s*/.exec(text)![0].split('\n').length;
  const fields = new Map<string, Field>();
  for (const [at, line] of lines.split('\n').entries()) {
    const [, name, value = ''] = LINE.exec(line) ?? [];
    if (name !== undefined && value !== '')
      addField(fields, name, { value, line: before + 1 + at, column: 1 });
  }
  return { fields, bodyStart: whole.length };
}
