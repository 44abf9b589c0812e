/**
 * Galleries of Minimal Mistakes, the theme that Jekyll's users have most: `{% include gallery caption="…" %}` shows the
 * pictures that front matter lists in `gallery`, or in the field that `id` names.
 *
 * In: the text below the front matter, and its fields. Out: the text with figures in place of such tags; a tag without
 * its list stays, for templates.ts to tell of. Pure; code is not looked into.
 */
import { escapeMarkup } from '../base/text.ts';
import { type Field, type FieldValue, fieldName } from './field.ts';
import { isList, isPictureName, isRecord } from './field-values.ts';
import { captionHtml } from './picture-shortcodes.ts';
import { argument, templateArguments } from './template-arguments.ts';
import { templatePieces } from './template-tags.ts';

const TAG = /^-?\s*include\s+gallery(?:\.html)?(?=\s|-|$)([\s\S]*)$/;

/** The most pictures of one gallery. */
const PICTURES_MAX = 100;

/** The text with its galleries as figures. */
export function withGalleries(text: string, fields: ReadonlyMap<string, Field>): string {
  if (!text.includes('{%') || !text.includes('include gallery')) return text;
  let changed = '';
  let at = 0;
  for (const piece of templatePieces(text)) {
    if (piece.form !== '{%') continue;
    const [, given] = TAG.exec(piece.inside) ?? [];
    if (given === undefined) continue;
    const args = templateArguments(given);
    const pictures = fields.get(fieldName(argument(args, ['id']) ?? 'gallery'))?.value;
    const images = isList(pictures)
      ? pictures.slice(0, PICTURES_MAX).flatMap((each) => imageOf(each) ?? [])
      : [];
    if (images.length === 0) continue;
    const caption = argument(args, ['caption']);
    const words = caption === undefined ? '' : `<figcaption>${captionHtml(caption)}</figcaption>`;
    // as many lines as the tag had, so that notes name the right ones
    const lines = piece.inside.replace(/[^\n]+/g, '');
    changed += `${text.slice(at, piece.start)}<figure>${images.join('')}${words}</figure>${lines}`;
    at = piece.end;
  }
  return changed + text.slice(at);
}

function imageOf(value: FieldValue): string | undefined {
  if (!isRecord(value)) return undefined;
  const source = isPictureName(value.url) ? value.url : value.imagepath;
  if (typeof source !== 'string') return undefined;
  const alt = [value.alt, value.title].find((each) => typeof each === 'string') ?? '';
  return `<img src="${escapeMarkup(source)}" alt="${escapeMarkup(String(alt))}">`;
}
