/**
 * One line of plain text out of a field in which somebody left HTML: references (`Tom &#8217;s`), which exports of
 * WordPress are full of, and the tags of emphasis. Pure.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { parseHtmlFragment, textContent } from './html-tree.ts';

/** A reference, or the end of an element that text may stand in; any other `<` is the author's own. */
const IS_HTML =
  /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});|<\/(?:a|abbr|b|cite|code|em|i|p|small|span|strong|sub|sup|u)>|<br\s*\/?>/i;

/** The line without HTML. */
export function markedUpLine(text: string): PlainText {
  if (!IS_HTML.test(text)) return plainLine(text);
  const kept = text.replace(
    /<(?!\/?(?:a|abbr|b|br|cite|code|em|i|p|small|span|strong|sub|sup|u)\b[^<>]*>)/gi,
    '&lt;',
  );
  return plainLine(textContent(parseHtmlFragment(kept.replace(/<br\s*\/?>|<\/p>/gi, ' '))));
}
