/** The line under a headline that says more of the story: standfirst, deck, subtitle; told by the names of themes. */
import { hasClass, spelledNames } from './html-names.ts';
import { type HtmlElement, textUpTo } from './html-tree.ts';

const SUBHEAD =
  /(?:^|[^a-z])(?:standfirst|sub-?titles?|sub-?head(?:line|ing)?|deck?|strap-?line|article-excerpt|p-dek|bajada|entradilla|chapo|sottotitolo|onderkop|underrubrik)(?:$|[^a-z])/;

/** The longest subhead. */
const SUBHEAD_CHARACTERS_MAX = 500;

/** Whether an element is such a line; the parts of it are not asked. */
export function isSubhead(element: HtmlElement): boolean {
  if (!/^(?:p|div|h[2-6]|span)$/.test(element.tagName)) return false;
  if (hasClass(element, /mw-|article__sub-title/) || !SUBHEAD.test(spelledNames(element))) return false;
  return (textUpTo(element, SUBHEAD_CHARACTERS_MAX)?.trim() ?? '') !== '';
}
