/**
 * Which element of a page holds its article.
 *
 * The first `article`, unless another holds far more text (teasers of other articles may stand first); else `main`;
 * else the element that themes mark as the text; else the body.
 */
import { attribute, elementsOf, type HtmlElement, type HtmlParent, textContent } from './html-tree.ts';

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
  return longest(articles) ?? main ?? marked ?? body ?? page;
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
