/**
 * The dates that elements of an article state: microdata, RDFa, microformats, `time` where it says when the article
 * was published. A `time` anywhere else may be an event's (T-43).
 */
import { datesIn, isUpdateLabel } from './html-credits.ts';
import { hasClass, spelledNames } from './html-names.ts';
import {
  attribute,
  type HtmlElement,
  isElement,
  isText,
  isWithin,
  linesUpTo,
  neighbour,
  textContent,
  textUpTo,
} from './html-tree.ts';

/** A date as an element has it, and of what. */
export interface ElementDate {
  readonly written: string;
  readonly isUpdate: boolean;
}

/** Where an element is looked at. */
export interface DatePlace {
  /** The headline. */
  readonly heading: HtmlElement | undefined;
  /** What stands beside the headline, or between it and the text. */
  readonly near: ReadonlySet<HtmlElement>;
}

const PUBLISHED_CLASS =
  /(?:^|\s)(?:published|dt-published|entry-date|post-date|publish(?:ed)?-date|article-date)(?:\s|$)/i;
const UPDATED_CLASS = /(?:^|\s)(?:updated|dt-updated|modified|last-modified|date-modified)(?:\s|$)/i;
const PUBLISHED_PROPERTY =
  /(?:^|[\s:])(?:datePublished|dateCreated|created|issued|pubdate)(?:\s|$)|(?:^|\s)dc:date(?:\s|$)/;
const UPDATED_PROPERTY = /(?:^|[\s:])(?:dateModified|modified)(?:\s|$)/;

/** Names of lines of credits, in a part of them. */
const CREDITS_NAME =
  /(?:^|[^a-z])(?:byline|posted|submitted|meta|metadata|dateline|infos?|created|published|pub-?date|post-?date|entry-?date|article-?date|timestamp|date)(?:[^a-z]|$)/;

/** The longest line of credits. */
const CREDITS_CHARACTERS_MAX = 200;

/** How many ancestors may name the line that an element is in. */
const ANCESTORS_MAX = 6;

/** The date that an element states of the article; undefined where it states none. */
export function elementDate(element: HtmlElement, place: DatePlace): ElementDate | undefined {
  const property = `${attribute(element, 'itemprop') ?? ''} ${attribute(element, 'property') ?? ''}`;
  const isTime = /^(?:time|abbr)$/.test(element.tagName) || attribute(element, 'title') !== undefined;
  if (PUBLISHED_PROPERTY.test(property)) return dateOf(element, false);
  if (UPDATED_PROPERTY.test(property)) return dateOf(element, true);
  if (!isTime) return undefined;
  if (attribute(element, 'pubdate') !== undefined || hasClass(element, PUBLISHED_CLASS))
    return dateOf(element, false);
  if (hasClass(element, UPDATED_CLASS)) return dateOf(element, true);
  if (element.tagName !== 'time' || !isOfArticle(element, place)) return undefined;
  return dateOf(element, isUpdateLabel(textBefore(element)));
}

/** Whether an element names itself a line of credits, and is short enough to be one. */
export function isCreditsElement(element: HtmlElement): boolean {
  return (
    /^(?:p|div|span|section|footer|ul|small|h[3-6]|td|a|dl)$/.test(element.tagName) &&
    CREDITS_NAME.test(spelledNames(element)) &&
    textUpTo(element, CREDITS_CHARACTERS_MAX) !== undefined
  );
}

/** The dates in the words of a line of credits. */
export function datesOfLine(line: HtmlElement): readonly ElementDate[] {
  return datesIn(linesUpTo(line, CREDITS_CHARACTERS_MAX) ?? []).map(({ date, isUpdate }) => ({
    written: date,
    isUpdate,
  }));
}

/** Whether a `time` stands by the headline, in the head of the article, or in a line of credits. */
function isOfArticle(element: HtmlElement, { heading, near }: DatePlace): boolean {
  if (near.has(element)) return true;
  const parents = ancestors(element);
  const header = parents.find(({ tagName }) => tagName === 'header');
  if (header !== undefined) {
    const isHead = heading !== undefined && isWithin(heading, (each) => each === header);
    return isHead || isWithin(header, ({ tagName }) => tagName === 'article' || tagName === 'main');
  }
  return parents.some(isCreditsElement);
}

function ancestors(element: HtmlElement): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  let parent = element.parentNode;
  for (; found.length < ANCESTORS_MAX && parent !== null && isElement(parent); parent = parent.parentNode)
    found.push(parent);
  return found;
}

/** The words directly before an element on its line. */
function textBefore(element: HtmlElement): string {
  const before = neighbour(element, -1);
  if (before === undefined) return '';
  return isText(before) ? before.value : isElement(before) ? (textUpTo(before, 60) ?? '') : '';
}

/** Microformats write the machine's form of a date into `title` of `abbr` or `span`. */
function dateOf(element: HtmlElement, isUpdate: boolean): ElementDate | undefined {
  const written =
    attribute(element, 'datetime') ??
    attribute(element, 'content') ??
    (element.tagName === 'time' ? undefined : attribute(element, 'title')) ??
    textContent(element);
  return written.trim() === '' ? undefined : { written, isUpdate };
}
