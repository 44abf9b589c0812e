/**
 * An article's own fields where its text asks for them: `# {{ page.title }}` (Jekyll), `{{ $frontmatter.description }}`
 * (VitePress), `{{ title }}` (Eleventy), `{{< param "title" >}}` (Hugo).
 *
 * In: the text below the front matter, and its fields. Out: the text with each field that is a plain text in place;
 * what else is asked for stays, for templates.ts to tell of. Nothing is evaluated; code is not looked into.
 */
import { type Field, fieldName } from './field.ts';
import { templatePieces } from './template-tags.ts';

const EXPRESSION = /^(?:(?:page|\$?frontmatter|\$page\.frontmatter)\.)?([A-Za-z][\w-]{0,60})$/i;
const PARAM = /^param\s+["'`]?([A-Za-z][\w-]{0,60})["'`]?$/;

/** The text with its own fields. */
export function withOwnFields(text: string, fields: ReadonlyMap<string, Field>): string {
  if (fields.size === 0 || !/\{\{[<%]?\s*[$A-Za-z]/.test(text)) return text;
  let filled = '';
  let at = 0;
  for (const piece of templatePieces(text)) {
    if (piece.form === 'code' || !piece.form.startsWith('{{') || text[piece.start - 1] === '$') continue;
    const [, name] = (piece.form === '{{' ? EXPRESSION : PARAM).exec(piece.inside.trim()) ?? [];
    const value = name === undefined ? undefined : fields.get(fieldName(name))?.value;
    if (typeof value !== 'string' || value.includes('\n')) continue;
    filled += text.slice(at, piece.start) + value;
    at = piece.end;
  }
  return filled + text.slice(at);
}
