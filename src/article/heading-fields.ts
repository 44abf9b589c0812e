/**
 * Fields in lines of their own between a file's heading and a rule, as posts without front matter have them:
 *
 *     # The bench is back
 *
 *     Author: [Marit Holm](https://example.org/)
 *
 *     **Tags:** weather, boats
 *
 *     ---
 *
 * In: a text without front matter. Out: its fields, the heading as the title among them, and where the text below the
 * rule begins. One line that is no field, or a date that cannot be read, and all of it is text: nothing is lost.
 */
import { addField, type Field } from './field.ts';
import { statedDate } from './stated-date.ts';

const HEADING = /^#[ \t]+([^\n]{1,300})\n/;
const LINE =
  /^(\*\*|__)?(authors?|date|published|updated|last updated|tags|categories|category|description|summary)[ \t]*(?::[ \t]*\1|\1[ \t]*:)[ \t]*(\S.*?)(?:[ \t]{2,}|\\)?$/i;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/** A title is plain text. */
const EMPHASIS = /(\*{1,3}|`)(\S(?:[^\n]{0,200}?\S)?)\1/g;

/** The most lines between a heading and its rule. */
const LINES_MAX = 30;

/** The names by which front matter knows what is called otherwise here. */
const NAMES: Readonly<Record<string, string>> = { published: 'date', 'last updated': 'updated' };

/** The fields below a heading; undefined where there are none. */
export function headingFields(
  text: string,
): { readonly fields: ReadonlyMap<string, Field>; readonly bodyStart: number } | undefined {
  const [heading, title = ''] = HEADING.exec(text) ?? [];
  if (heading === undefined) return undefined;
  const value = title.replace(/[ \t]+#*[ \t]*$/, '').replace(EMPHASIS, '$2');
  const fields = new Map<string, Field>([['title', { value, line: 1, column: 1 }]]);
  let at = heading.length;
  for (let line = 2; line < LINES_MAX; line += 1) {
    const next = text.indexOf('\n', at);
    if (next < 0) return undefined;
    const written = text.slice(at, next);
    at = next + 1;
    if (RULE.test(written)) return fields.size > 2 ? { fields, bodyStart: at } : undefined;
    if (written.trim() === '') continue;
    const [, , label = '', value = ''] = LINE.exec(written) ?? [];
    const name = NAMES[label.toLowerCase()] ?? label;
    if (name === '' || (/^(?:date|updated)$/i.test(name) && statedDate(value) === undefined))
      return undefined;
    addField(fields, name, { value, line, column: 1 });
  }
  return undefined;
}
