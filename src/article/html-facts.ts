/**
 * What the elements of a page's article state that microdata, microformats and themes mark as date, author, section
 * or tag. What its head states: html-head.ts; whom to trust: html-fields.ts.
 */
import { bylineNames, dateLine } from './html-credits.ts';
import {
  attribute,
  elementsOf,
  firstInside,
  type HtmlElement,
  type HtmlParent,
  holds,
  isElement,
  textContent,
  textUpTo,
} from './html-tree.ts';

/** What elements of the article say, as written. */
export interface ElementFacts {
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly headline: string | undefined;
  readonly summary: string | undefined;
  readonly picture: string | undefined;
  /** The line under the headline, where it stands in the article's head. */
  readonly subhead: string | undefined;
}

/** The most authors, and the most tags, of one page. */
const VALUES_MAX = 100;

/** The longest text that can be a name. */
const NAME_CHARACTERS_MAX = 100;

const PUBLISHED_CLASS =
  /(?:^|\s)(?:published|dt-published|entry-date|post-date|publish(?:ed)?-date|article-date)(?:\s|$)/i;
const UPDATED_CLASS = /(?:^|\s)(?:updated|dt-updated|modified|last-modified)(?:\s|$)/i;
const DATE_CLASS =
  /(?:^|\s)(?:date|pubdate|timestamp|entry-date|post-date|article-date|date-header|published)(?:\s|$)/i;
const AUTHOR_CLASS =
  /(?:^|\s)(?:p-author|author-name|gh-article-author-name|byline__name|byline-name|article-author|post-author|entry-author|byline|author|vcard|wp-block-post-author-name|meta__author)(?:\s|$)/i;
const SUBHEAD_CLASS =
  /(?:^|\s)(?:[\w-]*(?:standfirst|subtitle|subhead(?:line)?|deck?|article-excerpt))(?:\s|$)/i;
const CREDITS_CLASS =
  /(?:^|\s)(?:byline|posted-on|entry-meta|post-meta|article-meta|meta|post-info|article-info|article__meta|post__meta|dateline|date|wp-block-post-date)(?:\s|$)/i;

/**
 * Reads the elements of the article.
 *
 * @param scope holds headline, credits and text
 * @param credits the short lines between headline and text
 */
export function elementFacts(scope: HtmlParent, credits: readonly HtmlElement[]): ElementFacts {
  const found: { -readonly [name in keyof ElementFacts]?: ElementFacts[name] } = {};
  const authors: string[] = [];
  const categories: string[] = [];
  const tags: string[] = [];
  for (const element of elementsOf(scope)) {
    const names = attribute(element, 'class') ?? '';
    const property = (attribute(element, 'itemprop') ?? attribute(element, 'property') ?? '').replace(
      /^schema:/,
      '',
    );
    if (SUBHEAD_CLASS.test(names) && isInside(element, ({ tagName }) => tagName === 'header'))
      found.subhead ??= textContent(element);
    if (isPublished(element, names, property)) found.published ??= dateOf(element);
    else if (property === 'dateModified' || (isTime(element) && UPDATED_CLASS.test(names)))
      found.updated ??= dateOf(element);
    else if (property === 'headline') found.headline ??= textContent(element);
    else if (property === 'description' || /(?:^|\s)p-summary(?:\s|$)/.test(names))
      found.summary ??= summaryOf(element, property);
    else if (property === 'image') found.picture ??= pictureOf(element);
    else if (property === 'articleSection') categories.push(statedValue(element));
    else if (property === 'keywords') tags.push(...statedValue(element).split(','));
    else if (isAuthor(element, names, property)) authors.push(...namesIn(element));
    else if (isTag(element, names)) (isCategory(element) ? categories : tags).push(textContent(element));
  }
  const lines = credits.map((each) => textContent(each));
  const dates = credits
    .filter((each) => DATE_CLASS.test(attribute(each, 'class') ?? ''))
    .map((each) => textContent(each));
  const nothing = {
    updated: undefined,
    headline: undefined,
    summary: undefined,
    picture: undefined,
    subhead: undefined,
  };
  return {
    ...nothing,
    ...found,
    published: found.published ?? [...lines, ...dates].map(dateLine).find((date) => date !== undefined),
    authors: (authors.length > 0 ? authors : lines.flatMap(bylineNames)).slice(0, VALUES_MAX),
    categories: categories.slice(0, VALUES_MAX),
    tags: tags.slice(0, VALUES_MAX),
  };
}

function isTime(element: HtmlElement): boolean {
  return element.tagName === 'time' || element.tagName === 'abbr';
}

/** A date says that it is one of publication by its mark or by where it stands; any other may be an event's. */
function isPublished(element: HtmlElement, names: string, property: string): boolean {
  if (property === 'datePublished' || property === 'dateCreated') return true;
  if (!isTime(element)) return false;
  if (attribute(element, 'pubdate') !== undefined || PUBLISHED_CLASS.test(names)) return true;
  if (UPDATED_CLASS.test(names) || element.tagName === 'abbr') return false;
  return isInside(
    element,
    (parent) => parent.tagName === 'header' || CREDITS_CLASS.test(attribute(parent, 'class') ?? ''),
  );
}

function isAuthor(element: HtmlElement, names: string, property: string): boolean {
  if (property === 'author' || property === 'creator')
    return !holds(element, (inner) => attribute(inner, 'itemprop') === 'name');
  if (property === 'name')
    return isInside(element, (parent) =>
      /(?:^|:)author$/.test(attribute(parent, 'itemprop') ?? attribute(parent, 'rel') ?? ''),
    );
  if (/(?:^|\s)author(?:\s|$)/i.test(attribute(element, 'rel') ?? '')) return element.tagName === 'a';
  if (element.tagName === 'a') return isFirstLinkOf(element, AUTHOR_CLASS) || AUTHOR_CLASS.test(names);
  return AUTHOR_CLASS.test(names) && !holds(element, (inner) => inner.tagName === 'a');
}

/** A name that is a link in an element which says that it is the author; links behind it are to other places. */
function isFirstLinkOf(link: HtmlElement, names: RegExp): boolean {
  const parent = link.parentNode;
  if (parent === null || !isElement(parent) || !names.test(attribute(parent, 'class') ?? '')) return false;
  return parent.childNodes.find((node) => isElement(node) && node.tagName === 'a') === link;
}

/** `By Ada North and Ben South` in an element that says that it is a byline; a mere name otherwise. */
function namesIn(element: HtmlElement): readonly string[] {
  const name = (attribute(element, 'content') ?? textUpTo(element, NAME_CHARACTERS_MAX * 2) ?? '').trim();
  if (name === '' || name.length > NAME_CHARACTERS_MAX || /\d{4}|@/.test(name)) return [];
  const names = bylineNames(name);
  return names.length > 0 ? names : [name];
}

function isTag(element: HtmlElement, names: string): boolean {
  return (
    /(?:^|\s)tag(?:\s|$)/i.test(attribute(element, 'rel') ?? '') || /(?:^|\s)p-category(?:\s|$)/.test(names)
  );
}

function isCategory(element: HtmlElement): boolean {
  return (
    /(?:^|\s)category(?:\s|$)/i.test(attribute(element, 'rel') ?? '') ||
    /\/categor(?:y|ies|ia|ie)\//i.test(attribute(element, 'href') ?? '')
  );
}

/** Blogger calls the text itself a description. */
function summaryOf(element: HtmlElement, property: string): string | undefined {
  const isText = property === 'description' && /articleBody/.test(attribute(element, 'itemprop') ?? '');
  return isText ? undefined : statedValue(element);
}

function pictureOf(element: HtmlElement): string | undefined {
  const stated = firstInside(element, (inner) => attribute(inner, 'itemprop') === 'url');
  const image = stated ?? element;
  return attribute(image, 'content') ?? attribute(image, 'src') ?? attribute(image, 'href');
}

function statedValue(element: HtmlElement): string {
  return attribute(element, 'content') ?? textContent(element);
}

/** How many ancestors are asked. */
const ANCESTORS_MAX = 6;

function isInside(element: HtmlElement, is: (parent: HtmlElement) => boolean): boolean {
  let parent = element.parentNode;
  for (let level = 0; level < ANCESTORS_MAX && parent !== null && isElement(parent); level += 1) {
    if (is(parent)) return true;
    parent = parent.parentNode;
  }
  return false;
}

/** Microformats write the machine's form of a date into `title` of `abbr`. */
function dateOf(element: HtmlElement): string | undefined {
  const date =
    attribute(element, 'datetime') ??
    attribute(element, 'content') ??
    (element.tagName === 'abbr' ? attribute(element, 'title') : undefined) ??
    textContent(element);
  return date.trim() === '' ? undefined : date;
}
