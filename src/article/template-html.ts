/**
 * What templates are rendered to, as HTML: in a page no Markdown is read, and its signs would be printed.
 *
 * In: one template's replacement, as template-outcomes.ts writes it. Out: the same in HTML. Pure.
 */
import { escapeMarkup } from '../base/text.ts';

const FENCE = /^\n\n(`{3,})(\S*)\n([\s\S]*)\n\1\n\n$/;
const QUOTATION = /^\n\n(>[\s\S]*)\n\n$/;
const TITLE = /^\s*\*\*([^\n]+)\*\*(?:\n\n|$)/;
const LINK = /^\[([^\]\n]*)\]\(([^()\s]*)\)$/;

/** A replacement in HTML; what is HTML already stays as it is. */
export function inHtml(replacement: string): string {
  const [, , language = '', code] = FENCE.exec(replacement) ?? [];
  if (code !== undefined) {
    const named = language === '' ? '' : ` class="language-${escapeMarkup(language)}"`;
    return `<pre><code${named}>${escapeMarkup(code)}</code></pre>`;
  }
  const [, quotation] = QUOTATION.exec(replacement) ?? [];
  if (quotation !== undefined) {
    const paragraphs = quotation.replace(/^> ?/gm, '').split(/\n\s*\n/);
    return `<blockquote>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</blockquote>`;
  }
  return replacement
    .replace(TITLE, '<p><b>$1</b></p>')
    .replace(LINK, (_, words: string, address: string) => `<a href="${address}">${words}</a>`);
}
