/**
 * An article's own fields where its text asks for them: `# {{ page.title }}` (Jekyll), `{{ $frontmatter.description }}`
 * (VitePress), `{{ title }}` (Eleventy), `{{< param "title" >}}` (Hugo); and words under a name: `{% assign boat = "the ferry" %}`, then `{{ boat }}`.
 *
 * In: the text below the front matter, and its fields. Out: the text with each field that is a plain text in place;
 * what else is asked for stays, for templates.ts to tell of. Nothing is evaluated; code is not looked into.
 */
import { type Field, fieldName } from './field.ts';
import { templatePieces } from './template-tags.ts';

const EXPRESSION = /^(?:(?:page|\$?frontmatter|\$page\.frontmatter)\.)?([A-Za-z][\w-]{0,60})$/i;
const PARAM = /^param\s+["'`]?([A-Za-z][\w-]{0,60})["'`]?$/;

/** A text or number that a tag puts under a name, to be read further down. */
const ASSIGNED =
  /^-?\s*(?:assign|set)\s+([A-Za-z_][\w-]{0,60})\s*=\s*(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'|(-?\d{1,20}(?:\.\d{1,20})?))\s*-?$/;

/** The text with its own fields, and with what it assigns to names. */
export function withOwnFields(text: string, fields: ReadonlyMap<string, Field>): string {
  if (!/\{\{[<%]?-?\s*[$A-Za-z]/.test(text)) return text;
  const assigned = new Map<string, string>();
  let filled = '';
  let at = 0;
  for (const { form, start, end, ...tag } of templatePieces(text)) {
    if (form === 'code' || !('inside' in tag) || text[start - 1] === '$') continue;
    const value =
      form === '{%' ? assignedIn(tag.inside, assigned) : asked(form, tag.inside, fields, assigned);
    if (value === undefined) continue;
    filled += text.slice(at, start) + value;
    at = end;
  }
  return filled + text.slice(at);
}

/** Notes what a tag assigns; it prints nothing. */
function assignedIn(inside: string, assigned: Map<string, string>): string | undefined {
  const [, name, double, single, number] = ASSIGNED.exec(inside) ?? [];
  if (name === undefined) return undefined;
  assigned.set(name, double ?? single ?? number ?? '');
  return '';
}

function asked(
  form: string,
  inside: string,
  fields: ReadonlyMap<string, Field>,
  assigned: ReadonlyMap<string, string>,
): string | undefined {
  const expression = inside.replace(/^-|-$/g, '').trim();
  const own = form === '{{' ? assigned.get(expression) : undefined;
  if (own !== undefined || !form.startsWith('{{')) return own;
  const [, name] = (form === '{{' ? EXPRESSION : PARAM).exec(expression) ?? [];
  const value = name === undefined ? undefined : fields.get(fieldName(name))?.value;
  return typeof value === 'string' && !value.includes('\n') ? value : undefined;
}
