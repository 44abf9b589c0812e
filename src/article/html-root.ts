/**
 * Which element of a page holds its article, and which one inside it only its text.
 *
 * The element is the `article` with the headline or with most text, else `main`, else what themes mark as the text, else the
 * body. What in it is only the text: html-text.ts.
 */
import { plainLine } from '../base/text.ts';
import { isFurniture } from './html-boilerplate.ts';
import { type Prose, proseOf } from './html-prose.ts';
import { isHinted, isMarked, MARKED_SHARE_MIN, textOf } from './html-text.ts';
import { isPart, isSiteName } from './html-title.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  isElement,
  isWithin,
  textContent,
} from './html-tree.ts';

/** The places of an article in a page. */
export interface ArticlePlace {
  /** Holds the article, and perhaps more. */
  readonly root: HtmlParent;
  /** Holds headline, credits and text. */
  readonly scope: HtmlParent;
  /** Holds the text. */
  readonly text: HtmlParent;
}

/** An `article` this much longer than the first one is the page's. */
const LONGER_BY = 3;

/** The most elements of one kind that are compared. */
const CANDIDATES_MAX = 100;

/** The most elements that call themselves the main one and are looked into. */
const MAINS_MAX = 5;

/** The least share of the prose of `main`, and of a body without one, that an `article` without headline has. */
const ARTICLE_OF_MAIN_SHARE_MIN = 2 / 3;
const ARTICLE_OF_BODY_SHARE_MIN = 1 / 3;

/**
 * Finds the article of a page.
 *
 * @param isPage whether the file is a whole page; the author of a fragment wrote all of it
 * @param titles what the head calls the article
 */
export function articlePlace(page: HtmlParent, isPage: boolean, titles: readonly string[]): ArticlePlace {
  const prose = proseOf(page);
  const root = articleRoot(page, prose, titles);
  return { root, scope: scopeOf(root), text: isPage ? textOf(root, prose, titles) : root };
}

function articleRoot(page: HtmlParent, prose: Prose, titles: readonly string[]): HtmlParent {
  const articles: HtmlElement[] = [];
  let asked = 0;
  let mains = 0;
  let main: HtmlElement | undefined;
  let marked: HtmlElement | undefined;
  let hinted: HtmlElement | undefined;
  let body: HtmlElement | undefined;
  for (const element of elementsOf(page)) {
    const { tagName } = element;
    if (tagName === 'article') {
      asked += 1;
      if (asked <= CANDIDATES_MAX && !isWithin(element, isAside) && !isEmpty(element)) articles.push(element);
    } else if (tagName === 'main' || attribute(element, 'role') === 'main') {
      mains += 1;
      main ??= mains <= MAINS_MAX && isEmpty(element) ? undefined : element;
    } else if (tagName === 'body') body ??= element;
    else if (isMarked(element)) marked ??= element;
    else if (isHinted(element) && prose.of(element) >= MARKED_SHARE_MIN * prose.of(page)) hinted ??= element;
  }
  const article = titled(articles, prose, titles) ?? longest(articles);
  const text = main ?? wholeOf(marked ?? hinted, prose) ?? body ?? page;
  const shareMin = text === main ? ARTICLE_OF_MAIN_SHARE_MIN : ARTICLE_OF_BODY_SHARE_MIN;
  const isPart = article !== undefined && isOneOfMany(article, main ?? body ?? page, shareMin, prose);
  return (isPart ? undefined : article) ?? text;
}

/** Whether the headline and much of the prose stand outside an `article`: one entry of a live blog, a teaser. */
function isOneOfMany(article: HtmlElement, whole: HtmlParent, shareMin: number, prose: Prose): boolean {
  return (
    prose.of(article) < shareMin * prose.of(whole) &&
    firstHeading(whole) !== undefined &&
    firstHeading(article) === undefined &&
    [...elementsOf(whole)].includes(article)
  );
}

/** Whether an element shows nothing at all: a script would have filled it. */
function isEmpty(element: HtmlElement): boolean {
  const isShown = ({ tagName }: HtmlElement) => /^(?:img|amp-img|picture|video|audio|iframe)$/.test(tagName);
  return textContent(element).trim() === '' && ![...elementsOf(element)].some(isShown);
}

/** Whether an element is beside the article by its name or its kind. */
function isAside(element: HtmlElement): boolean {
  return isFurniture(element) || /^(?:aside|nav|footer)$/.test(element.tagName);
}

/** What holds all elements of one name that the text is in, as with an advertisement between them. */
function wholeOf(marked: HtmlElement | undefined, prose: Prose): HtmlElement | undefined {
  const name = marked === undefined ? undefined : attribute(marked, 'class');
  const { parentNode } = marked ?? { parentNode: null };
  if (name === undefined || parentNode === null || !isElement(parentNode)) return marked;
  const isPart = (other: HtmlElement) => attribute(other, 'class') === name && prose.of(other) > 0;
  return parentNode.childNodes.filter(isElement).filter(isPart).length > 1 ? parentNode : marked;
}

/** The `article` with text under a heading that is the page's title; pages go on with the next article below. */
function titled(
  articles: readonly HtmlElement[],
  prose: Prose,
  titles: readonly string[],
): HtmlElement | undefined {
  if (articles.length < 2) return undefined;
  return articles.find((article) => {
    const heading = prose.of(article) === 0 ? undefined : firstHeading(article);
    const text = plainLine(heading === undefined ? '' : textContent(heading));
    return titles.some((title) => isPart(title, text));
  });
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

/** Microformats, microdata and themes put headline, credits and text into one element. */
function scopeOf(root: HtmlParent): HtmlParent {
  let scope = root;
  for (let level = 0; level < 6 && isElement(scope) && scope.tagName !== 'body'; level += 1) {
    const names = attribute(scope, 'class') ?? '';
    const type = attribute(scope, 'itemtype') ?? '';
    if (/(?:^|\s)(?:hentry|h-entry|post)(?:\s|$)/.test(names) || /Article|BlogPosting/.test(type))
      return scope;
    if (scope.parentNode === null) break;
    scope = scope.parentNode;
  }
  return root;
}

/** The first `h1` below a node that is not the site's own name. */
export function firstHeading(parent: HtmlParent): HtmlElement | undefined {
  for (const element of elementsOf(parent))
    if (element.tagName === 'h1' && !isSiteName(element)) return element;
  return undefined;
}
