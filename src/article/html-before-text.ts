/**
 * What stands between the headline of a page and its first sentence: lines of credits, and the picture that leads.
 *
 * In: the elements before the first sentence, in the order of the page.
 */
import { isBoilerplate } from './html-boilerplate.ts';
import type { ArticlePlace } from './html-root.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  holds,
  isElement,
  isWithin,
  linesUpTo,
  textUpTo,
} from './html-tree.ts';

import { MEDIA_ELEMENTS } from './sanitize-schema.ts';

/** The longest line of credits. */
const LINE_CHARACTERS_MAX = 160;

/** Elements that may be a line of their own. */
const LINES: ReadonlySet<string> = new Set([
  'p',
  'div',
  'span',
  'address',
  'h4',
  'h5',
  'h6',
  'small',
  'font',
  'i',
  'em',
  'li',
  'time',
]);

/** How many pictures and players are looked at. */
const CANDIDATES_MAX = 50;

/** How many lines above a headline are looked at, and how many elements around each. */
const LINES_ABOVE_MAX = 100;
const ANCESTORS_MAX = 4;

/** A picture this small is an icon. */
const ICON_PIXELS_MAX = 100;

/** The lines behind the headline that are credits; the outermost element of each. */
export function creditsLines(
  before: readonly HtmlElement[],
  heading: HtmlElement | undefined,
  isCredits: (lines: readonly string[]) => boolean,
): readonly HtmlElement[] {
  const start = heading === undefined ? 0 : before.indexOf(heading) + 1;
  const lines: HtmlElement[] = [];
  for (const element of start === 0 && heading !== undefined ? [] : before.slice(start)) {
    if (!LINES.has(element.tagName) || lines.some((line) => isInside(element, line)) || isInSentence(element))
      continue;
    const own = linesUpTo(element, LINE_CHARACTERS_MAX) ?? [];
    if (own.length > 0 && isCredits(own)) lines.push(element);
  }
  return lines;
}

/** What stands above the headline and is nothing to look at: the day, the section, the way to the front page. */
export function linesAbove(
  before: readonly HtmlElement[],
  heading: HtmlElement | undefined,
): readonly HtmlElement[] {
  const end = heading === undefined ? 0 : before.indexOf(heading);
  const above = before.slice(0, Math.max(0, end));
  const around = new Set(heading === undefined ? [] : ancestorsOf(heading));
  const withMedia = new Set<HtmlElement>();
  for (const element of above) if (MEDIA_ELEMENTS.has(element.tagName)) markUpTo(element, around, withMedia);
  // with a picture it shares what does not hold the headline: a caption
  const isBesideMedia = (element: HtmlElement) =>
    [element, ...ancestorsOf(element, ANCESTORS_MAX - 1)].some((each) => withMedia.has(each));
  return above
    .slice(-LINES_ABOVE_MAX)
    .filter(
      (element) =>
        !around.has(element) &&
        textUpTo(element, LINE_CHARACTERS_MAX) !== undefined &&
        !isBesideMedia(element),
    );
}

/** Marks an element and what holds it, up to what is excepted. */
function markUpTo(element: HtmlElement, excepted: ReadonlySet<HtmlElement>, marked: Set<HtmlElement>): void {
  let node: HtmlParent | null = element;
  while (node !== null && isElement(node) && !excepted.has(node) && !marked.has(node)) {
    marked.add(node);
    node = node.parentNode;
  }
}

function ancestorsOf(element: HtmlElement, max = Number.POSITIVE_INFINITY): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  let node = element.parentNode;
  for (; found.length < max && node !== null && isElement(node); node = node.parentNode) found.push(node);
  return found;
}

/** Whether an element is part of a paragraph, which has been looked at as a whole, or of a picture. */
function isInSentence({ parentNode }: HtmlElement): boolean {
  const isPart = ({ tagName }: HtmlElement) => /^(?:p|li|blockquote|figure|h[1-6])$/.test(tagName);
  return parentNode !== null && isElement(parentNode) && isWithin(parentNode, isPart);
}

/** Pictures and players that lead the text but stand outside its element: in all of an `article`, else behind the headline. */
export function leadMedia(
  before: readonly HtmlElement[],
  { root, text }: ArticlePlace,
  heading: HtmlElement | undefined,
): readonly HtmlElement[] {
  if (root === text && (heading === undefined || isInside(heading, text))) return [];
  const isArticle = isElement(root) && root.tagName === 'article';
  const start = heading === undefined ? before.length : before.indexOf(heading);
  const beside = heading === undefined ? null : headOf(heading);
  const media: HtmlElement[] = [];
  let candidates = 0;
  before.forEach((element, at) => {
    const isLead =
      (at > start && start >= 0) ||
      (isArticle && isInside(element, root)) ||
      (beside !== null && isElement(beside) && beside.tagName !== 'body' && isInside(element, beside));
    if (!isLead || !MEDIA_ELEMENTS.has(element.tagName) || candidates >= CANDIDATES_MAX) return;
    candidates += 1;
    if (isInside(element, text)) return;
    if (isIcon(element) || isWithin(element, isFurnished) || media.some((other) => isInside(element, other)))
      return;
    media.push(withCaption(element, root));
  });
  return media;
}

/** What holds the headline: its header, else its parent. */
function headOf(heading: HtmlElement): HtmlParent | null {
  for (let node = heading.parentNode; node !== null && isElement(node); node = node.parentNode)
    if (node.tagName === 'header') return node;
  return heading.parentNode;
}

function isFurnished(element: HtmlElement): boolean {
  return isBoilerplate(element, Number.POSITIVE_INFINITY);
}

/** The longest caption. */
const CAPTION_CHARACTERS_MAX = 400;

/** The outermost element around a picture that holds besides it nothing but a caption. */
function withCaption(media: HtmlElement, root: HtmlParent): HtmlElement {
  let best = media;
  for (
    let node = media.parentNode;
    node !== null && node !== root && isElement(node);
    node = node.parentNode
  ) {
    if (textUpTo(node, CAPTION_CHARACTERS_MAX) === undefined) break;
    if (holds(node, ({ tagName }) => /^(?:h[1-6]|p|time)$/.test(tagName))) break;
    if (holds(node, (each) => each.tagName === 'figcaption' || CAPTION.test(attribute(each, 'class') ?? '')))
      best = node;
  }
  return best;
}

const CAPTION = /(?:^|[^a-z])(?:caption|credit)(?:[^a-z]|$)/i;

/** Whether a picture, or the only one in a figure, says that it is small. */
function isIcon(element: HtmlElement): boolean {
  const image =
    element.tagName === 'img' ? element : [...elementsOf(element)].find(({ tagName }) => tagName === 'img');
  const width = Number.parseInt(image === undefined ? '' : (attribute(image, 'width') ?? ''), 10);
  return width > 0 && width <= ICON_PIXELS_MAX;
}

function isInside(element: HtmlElement, outer: HtmlParent): boolean {
  return isWithin(element, (each) => each === outer);
}
