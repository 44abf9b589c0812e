/**
 * What stands around the headline of a page, where dates, names and the site's own name are looked for.
 *
 * In: the headline, and the elements before the first sentence in the order of the page.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { isArticleHeader, isBoilerplate } from './html-boilerplate.ts';
import { isDateLabelled } from './html-credits.ts';
import { isSiteName } from './html-title.ts';
import {
  type HtmlElement,
  type HtmlParent,
  holds,
  isElement,
  isWithin,
  textContent,
  textUpTo,
} from './html-tree.ts';

/** The most links home that are looked at. */
const SITE_NAMES_MAX = 10;

/** What holds the article and its headline, too. */
export function scopeWith(heading: HtmlElement | undefined, scope: HtmlParent): HtmlParent {
  if (heading === undefined || !isElement(scope)) return scope;
  let wider: HtmlElement = scope;
  while (!isWithin(heading, (each) => each === wider)) {
    if (wider.parentNode === null || !isElement(wider.parentNode)) return scope;
    wider = wider.parentNode;
  }
  return wider;
}

/** What stands between the headline and the text. */
export function elementsBetween(
  before: readonly HtmlElement[],
  heading: HtmlElement | undefined,
): ReadonlySet<HtmlElement> {
  const at = heading === undefined ? -1 : before.indexOf(heading);
  return new Set(at < 0 ? [] : before.slice(at + 1));
}

/** The same, and what shares the headline's parent. */
export function elementsNear(
  between: ReadonlySet<HtmlElement>,
  heading: HtmlElement | undefined,
): ReadonlySet<HtmlElement> {
  const parent = heading?.parentNode ?? null;
  const beside = parent === null || !isElement(parent) || parent.tagName === 'body' ? [] : parent.childNodes;
  return new Set([...between, ...beside.filter(isElement)]);
}

/** The fewest and the most characters of a sentence that is the line under a headline. */
const SUBHEAD_CHARACTERS = [40, 500] as const;

/** The first sentence between the headline and the text, where nothing names it: a line under the headline. */
export function unnamedSubhead(
  before: readonly HtmlElement[],
  heading: HtmlElement | undefined,
  text: HtmlParent,
  credits: readonly HtmlElement[],
  authors: readonly string[],
): PlainText | undefined {
  const at = heading === undefined ? -1 : before.indexOf(heading);
  const lines = at < 0 ? [] : before.slice(at + 1, at + 1 + ELEMENTS_MAX);
  for (const element of lines) {
    if (!/^(?:p|h2)$/.test(element.tagName)) continue;
    // a header inside the text is not shown
    if (isWithin(element, (each) => each === text) && !isWithin(element, isArticleHeader)) continue;
    if (credits.includes(element) || isWithin(element, isSurrounding)) continue;
    const line = plainLine(textUpTo(element, SUBHEAD_CHARACTERS[1]) ?? '');
    // a date, or who the writer is
    if (isDateLabelled(line) || holds(element, ({ tagName }) => tagName === 'time')) continue;
    if (authors.some((name) => line.startsWith(name))) continue;
    if (line.length >= SUBHEAD_CHARACTERS[0]) return line;
  }
  return undefined;
}

/** How many elements behind the headline are looked at. */
const ELEMENTS_MAX = 100;

function isSurrounding(element: HtmlElement): boolean {
  return element.tagName === 'figure' || isBoilerplate(element, Number.POSITIVE_INFINITY);
}

/** The names that the site gives itself above the text. */
export function siteNamesIn(before: readonly HtmlElement[]): readonly string[] {
  const names = before.filter(({ tagName }) => tagName === 'a').filter(isSiteName);
  return names.slice(0, SITE_NAMES_MAX).map((each) => plainLine(textContent(each)));
}
