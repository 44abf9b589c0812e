/**
 * The body of a page: what its text shows, without what surrounds every article of a site.
 *
 * In: where the article stands, and what the fields say already. Out: safe HTML; empty where the page shows nothing. What is
 * left out is told by html-boilerplate.ts.
 */
import { escapeMarkup, type SafeHtml } from '../base/text.ts';
import type { ArticleBase } from './addresses.ts';
import { hasContent, textLength } from './body-text.ts';
import { isArticleHeader, isBoilerplate } from './html-boilerplate.ts';
import type { ArticlePlace } from './html-root.ts';
import { type HtmlElement, type HtmlParent, isElement, textContent } from './html-tree.ts';
import { sanitizeHtml, sanitizeNodes } from './sanitize.ts';

/** What surrounds the article even in a fragment. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside']);

/** What a body is made with. */
export interface BodyOptions {
  readonly base: ArticleBase;
  readonly idPrefix: string;
  /** The headline and the lines that the fields say already. */
  readonly omitted: ReadonlySet<HtmlElement>;
  /** Pictures and players between headline and text. */
  readonly lead: readonly HtmlElement[];
  /** Whether the file is a whole page; the author of a fragment wrote all of it. */
  readonly isPage: boolean;
  readonly pictureAt: (source: string) => string | undefined;
}

/** The body without its surroundings; with them, where nothing else is left. */
export function shownBody(
  { root, text }: ArticlePlace,
  { base, idPrefix: prefix, omitted, lead, isPage, pictureAt }: BodyOptions,
): SafeHtml {
  const characters = isPage ? textContent(text).length : 0;
  const isHeader = (element: HtmlElement) => isArticleHeader(element) && isArticle(root);
  const body = sanitizeNodes([...lead, ...text.childNodes], {
    base,
    idPrefix: prefix,
    omits: asked(
      (element) =>
        omitted.has(element) ||
        (isArticleHeader(element) && !isHeader(element)) ||
        (isPage ? isBoilerplate(element, characters) : SURROUNDINGS.has(element.tagName)),
    ),
    keepsMedia: isHeader,
    pictureAt,
  }).trim() as SafeHtml;
  if (hasContent(body)) return body;
  const omits = (element: HtmlElement) => omitted.has(element);
  return sanitizeNodes(root.childNodes, { base, idPrefix: prefix, omits, pictureAt }).trim() as SafeHtml;
}

/** A question about elements that is answered once for each: the sanitiser asks for headings first, then for all. */
function asked(is: (element: HtmlElement) => boolean): (element: HtmlElement) => boolean {
  const answers = new Map<HtmlElement, boolean>();
  return (element) => {
    const known = answers.get(element);
    if (known !== undefined) return known;
    const answer = is(element);
    answers.set(element, answer);
    return answer;
  };
}

function isArticle(root: HtmlParent): boolean {
  return isElement(root) && (root.tagName === 'article' || root.tagName === 'main');
}

/** How many times longer the text in JSON-LD is than what the page shows, where a script would have shown it. */
const UNSHOWN_TIMES_MIN = 3;

/** The body that a page has only in its JSON-LD, as text or as HTML; undefined where the page shows as much. */
export function unshownBody(
  articleBody: string,
  shown: SafeHtml,
  options: BodyOptions,
): SafeHtml | undefined {
  const charactersMin = UNSHOWN_TIMES_MIN * textLength(shown);
  if (articleBody.length <= charactersMin) return undefined;
  const isHtml = /<(?:p|br)\b/i.test(articleBody);
  const html = isHtml ? articleBody : paragraphsOf(articleBody);
  const body = sanitizeHtml(html, { base: options.base, idPrefix: options.idPrefix }).trim() as SafeHtml;
  return textLength(body) > charactersMin ? body : undefined;
}

function paragraphsOf(text: string): string {
  const paragraphs = text.split(/\s*\n\s*/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph.trim())}</p>`).join('\n');
}
