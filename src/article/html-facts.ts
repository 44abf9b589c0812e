/**
 * What the elements of a page's article state that microdata, microformats and themes mark as date, author, section
 * or tag. What its head states: html-head.ts; whom to trust: html-fields.ts.
 */
import { isNeverText } from './html-boilerplate.ts';
import { bylineNames, isCreditsLine } from './html-credits.ts';
import {
  type DatePlace,
  datesOfLine,
  type ElementDate,
  elementDate,
  isCreditsElement,
} from './html-dates.ts';
import { isSubhead } from './html-subhead.ts';
import { isCategoryAddress, topicOf } from './html-topics.ts';
import {
  attribute,
  firstInside,
  type HtmlElement,
  type HtmlParent,
  holds,
  isElement,
  linesUpTo,
  textContent,
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

const AUTHOR_CLASS =
  /(?:^|\s)(?:p-author|author-name|gh-article-author-name|byline__name|byline-name|article-author|post-author|entry-author|byline|author|vcard|wp-block-post-author-name|meta__author|(?:article|post|entry|story|news|content)[-_]{1,2}authors?|[\w-]*(?:authors?|byline|writer|reporter|journalist)[-_]+name)(?:\s|$)/i;

/** Where elements are read. */
export interface FactsPlace extends DatePlace {
  /** Holds headline, credits and text. */
  readonly scope: HtmlParent;
  /** What stands between headline and text. */
  readonly between: ReadonlySet<HtmlElement>;
  /** The short lines there. */
  readonly credits: readonly HtmlElement[];
}

/** Reads the elements of the article. */
export function elementFacts(place: FactsPlace): ElementFacts {
  const found: { -readonly [name in keyof ElementFacts]?: ElementFacts[name] } = {};
  const dates = nothingFound<ElementDate>();
  const authors = nothingFound<string>();
  const bylines = nothingFound<string>();
  const categories: string[] = [];
  const tags: string[] = [];
  const lines: HtmlElement[] = [...place.credits];
  const topics: Record<'tag' | 'category', string[]> = { tag: [], category: [] };
  for (const element of ownElements(place.scope)) {
    const names = attribute(element, 'class') ?? '';
    const property = (attribute(element, 'itemprop') ?? attribute(element, 'property') ?? '').replace(
      /^schema:/,
      '',
    );
    const topic = topicOf(element);
    if (topic !== undefined) topics[topic].push(textContent(element));
    if (isCreditsElement(element)) lines.push(element);
    const isHead = place.between.has(element);
    if (isOfHead(element, place) && isSubhead(element) && !isCredits(element))
      found.subhead ??= textContent(element);
    const date = elementDate(element, place);
    if (date !== undefined) add(dates, isHead, date);
    else if (property === 'headline') found.headline ??= textContent(element);
    else if (property === 'description' || /(?:^|\s)p-summary(?:\s|$)/.test(names))
      found.summary ??= summaryOf(element, property);
    else if (property === 'image') found.picture ??= pictureOf(element);
    else if (property === 'articleSection') categories.push(statedValue(element));
    else if (property === 'keywords') tags.push(...statedValue(element).split(','));
    else if (isTag(element, names)) (isCategory(element) ? categories : tags).push(textContent(element));
    else if (isAuthor(element, names, property)) add(authors, isHead, ...namesIn(element));
  }
  for (const line of lines) {
    const isHead = place.between.has(line);
    add(dates, isHead, ...datesOfLine(line));
    add(bylines, isHead, ...bylineNames(linesUpTo(line, NAME_CHARACTERS_MAX * 2) ?? []));
  }
  const allDates = [...dates.byHeadline, ...dates.elsewhere];
  const named = [authors.byHeadline, bylines.byHeadline, authors.elsewhere, bylines.elsewhere];
  const nothing = { headline: undefined, summary: undefined, picture: undefined, subhead: undefined };
  return {
    ...nothing,
    ...found,
    published: allDates.find(({ isUpdate }) => !isUpdate)?.written,
    updated: allDates.find(({ isUpdate }) => isUpdate)?.written,
    authors: (named.find((names) => names.length > 0) ?? []).slice(0, VALUES_MAX),
    categories: (categories.length > 0 ? categories : topics.category).slice(0, VALUES_MAX),
    tags: (tags.length > 0 ? tags : topics.tag)
      .map((tag) => tag.replace(/^\s*#\s*/, ''))
      .slice(0, VALUES_MAX),
  };
}

/** What is found by the headline, and elsewhere: teasers, videos and readers beside an article have writers and dates, too. */
interface Found<T> {
  readonly byHeadline: T[];
  readonly elsewhere: T[];
}

function nothingFound<T>(): Found<T> {
  return { byHeadline: [], elsewhere: [] };
}

function add<T>(found: Found<T>, isHead: boolean, ...values: readonly T[]): void {
  (isHead ? found.byHeadline : found.elsewhere).push(...values);
}

/** The elements of an article without those of its comments, which have authors and dates of their own. */
function* ownElements(scope: HtmlParent): Generator<HtmlElement> {
  const stack = scope.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node) || isNeverText(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) stack.push(node.childNodes[at]!);
  }
}

function isCredits(element: HtmlElement): boolean {
  return isCreditsLine(linesUpTo(element, NAME_CHARACTERS_MAX * 2) ?? []);
}

/** Whether an element stands in the head of the article, or in a line beside the headline. */
function isOfHead(element: HtmlElement, { near }: DatePlace): boolean {
  return near.has(element) || isInside(element, ({ tagName }) => tagName === 'header');
}

function isAuthor(element: HtmlElement, names: string, property: string): boolean {
  if (/(?:^|\s)(?:source-)?org(?:\s|$)/.test(names)) return false;
  if (property === 'author' || property === 'creator')
    return !holds(element, (inner) => attribute(inner, 'itemprop') === 'name');
  if (property === 'name')
    return (
      isInside(element, (parent) =>
        /(?:^|:)author$/.test(attribute(parent, 'itemprop') ?? attribute(parent, 'rel') ?? ''),
      ) ||
      (/Person$/.test(attribute(element, 'typeof') ?? '') && isInside(element, isCreditsElement))
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
  const stated = attribute(element, 'content');
  const lines = stated === undefined ? (linesUpTo(element, NAME_CHARACTERS_MAX * 2) ?? []) : [stated];
  const name = lines.join(' ').trim();
  if (name === '' || name.length > NAME_CHARACTERS_MAX || /\d{4}|@/.test(name)) return [];
  const names = bylineNames(lines);
  return names.length > 0 ? names : [name];
}

function isTag(element: HtmlElement, names: string): boolean {
  return (
    /(?:^|\s)tag(?:\s|$)/i.test(attribute(element, 'rel') ?? '') || /(?:^|\s)p-category(?:\s|$)/.test(names)
  );
}

function isCategory(element: HtmlElement): boolean {
  return /(?:^|\s)category(?:\s|$)/i.test(attribute(element, 'rel') ?? '') || isCategoryAddress(element);
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
