/**
 * One start tag as it is written: the attributes that the schema lets through, each made safe.
 */
import { escapeMarkup } from '../base/text.ts';
import { attributeValue, type ValueContext } from './attribute-value.ts';
import { attribute, type HtmlElement } from './html-tree.ts';
import { ELEMENTS } from './sanitize-schema.ts';

/**
 * The start tag, with the attributes that pass, each once, in the order written.
 *
 * @param name the element's name as written, which may differ from the one it was read by
 * @param src the address to write instead of the element's own, already safe
 */
export function startTag(name: string, element: HtmlElement, context: ValueContext, src?: string): string {
  const attributes = ELEMENTS.get(name);
  let html = `<${name}`;
  let hasAlignment = false;
  let hasSource = false;
  for (const { name: attributeName, value: asWritten } of element.attrs) {
    const kind = attributes?.get(attributeName);
    if (kind === undefined) continue;
    const isSource = src !== undefined && attributeName === 'src';
    const value = isSource ? src : attributeValue(kind, asWritten, context);
    if (value === undefined) continue;
    hasSource ||= isSource;
    hasAlignment ||= kind === 'alignment';
    html += ` ${attributeName}="${escapeMarkup(value)}"`;
  }
  if (src !== undefined && !hasSource) html += ` src="${escapeMarkup(src)}"`;
  if ((name === 'td' || name === 'th') && !hasAlignment) html += alignment(attribute(element, 'style'));
  if (name === 'audio' || name === 'video') html += ' controls=""';
  return `${html}>`;
}

/** What Markdown tables and editors say in `style`, said in an attribute that readers keep. */
function alignment(style: string | undefined): string {
  const [, side] =
    /(?:^|;)\s*text-align\s*:\s*(left|center|right|justify)\s*(?:;|$)/i.exec(style ?? '') ?? [];
  return side === undefined ? '' : ` align="${side.toLowerCase()}"`;
}
