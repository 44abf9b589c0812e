/**
 * Which element of a page holds its article.
 *
 * The first `article`, unless another holds far more text (teasers of other articles may stand first); else `main`;
 * else the element that themes mark as the text; else the one that holds most of the paragraphs, with what little stands
 * around them (the headline, a picture); else the body.
 */
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  isElement,
  textContent,
} from './html-tree.ts';

/** What themes without `article` and `main` call the text. */
const TEXT_NAME =
  /(?:^|\s)(?:entry-content|post-content|article-content|article-body|articlebody|story-body|post-body|h-entry|hentry|e-content|mw-parser-output|markdown-body)(?:\s|$)/i;

/** An `article` this much longer than the first one is the page's. */
const LONGER_BY = 3;

/** The most elements of one kind that are compared. */
const CANDIDATES_MAX = 50;

/** The element, or the page itself where it has no body. */
export function articleRoot(page: HtmlParent): HtmlParent {
  const articles: HtmlElement[] = [];
  let main: HtmlElement | undefined;
  let marked: HtmlElement | undefined;
  let body: HtmlElement | undefined;
  for (const element of elementsOf(page)) {
    const { tagName } = element;
    if (tagName === 'article' && articles.length < CANDIDATES_MAX) articles.push(element);
    else if (tagName === 'main' || attribute(element, 'role') === 'main') main ??= element;
    else if (tagName === 'body') body ??= element;
    else if (isMarked(element)) marked ??= element;
  }
  return longest(articles) ?? main ?? marked ?? (body === undefined ? page : aroundParagraphs(body));
}

/** Fewer characters in paragraphs tell nothing of where the text is. */
const PARAGRAPHS_CHARACTERS_MIN = 200;

/** The share of all paragraphs that the element of the text holds. */
const PARAGRAPHS_SHARE = 0.7;

/** How much more text, by the paragraphs', may stand between them and the heading. */
const AROUND_SHARE_MAX = 0.3;

/** How many ancestors are asked for the heading. */
const ANCESTORS_MAX = 5;

/** The element around most paragraphs of a page whose markup says nothing of an article. */
function aroundParagraphs(body: HtmlElement): HtmlElement {
  const all = paragraphCharacters(body);
  if (all < PARAGRAPHS_CHARACTERS_MIN) return body;
  let found = body;
  for (let next: HtmlElement | undefined = body; next !== undefined; ) {
    found = next;
    next = found.childNodes.find(
      (child): child is HtmlElement =>
        isElement(child) && child.tagName !== 'p' && paragraphCharacters(child) >= all * PARAGRAPHS_SHARE,
    );
  }
  return withHeading(found, body, textContent(found).length + all * AROUND_SHARE_MAX) ?? found;
}

/** The nearest element around a text that has the page's heading too, and little else. */
function withHeading(text: HtmlElement, body: HtmlElement, charactersMax: number): HtmlElement | undefined {
  let element = text;
  for (let level = 0; level < ANCESTORS_MAX && element !== body; level += 1) {
    if (textContent(element).length > charactersMax) return undefined;
    for (const inner of elementsOf(element)) if (inner.tagName === 'h1') return element;
    const { parentNode } = element;
    if (parentNode === null || !isElement(parentNode)) return undefined;
    element = parentNode;
  }
  return undefined;
}

function paragraphCharacters(parent: HtmlParent): number {
  let characters = 0;
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    characters += child.tagName === 'p' ? textContent(child).trim().length : paragraphCharacters(child);
  }
  return characters;
}

function isMarked(element: HtmlElement): boolean {
  if (/(?:^|\s)articleBody(?:\s|$)/.test(attribute(element, 'itemprop') ?? '')) return true;
  const names = attribute(element, 'class');
  return (
    names !== undefined && element.tagName !== 'body' && element.tagName !== 'html' && TEXT_NAME.test(names)
  );
}

function longest(articles: readonly HtmlElement[]): HtmlElement | undefined {
  const [first, ...others] = articles;
  if (first === undefined || others.length === 0) return first;
  let best = first;
  let characters = textContent(first).trim().length;
  for (const other of others) {
    const otherCharacters = textContent(other).trim().length;
    if (otherCharacters > LONGER_BY * characters) [best, characters] = [other, otherCharacters];
  }
  return best;
}

/** What themes call the heading of an article whose `h1` is the site's name. */
const HEADING_NAME = /(?:^|\s)(?:entry-title|post-title|p-name)(?:\s|$)/i;

/** The first `h1` below a node, else the first heading that is marked as the article's. */
export function firstHeading(parent: HtmlParent): HtmlElement | undefined {
  let marked: HtmlElement | undefined;
  for (const element of elementsOf(parent)) {
    if (element.tagName === 'h1') return element;
    if (!/^h[2-6]$/.test(element.tagName)) continue;
    const isMarked =
      HEADING_NAME.test(attribute(element, 'class') ?? '') || attribute(element, 'itemprop') === 'headline';
    if (isMarked) marked ??= element;
  }
  return marked;
}
