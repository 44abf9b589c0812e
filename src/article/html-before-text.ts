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
]);

/** How many pictures and players are looked at. */
const CANDIDATES_MAX = 50;

/** A picture this small is an icon. */
const ICON_PIXELS_MAX = 100;

/** The lines behind the headline that are credits; the outermost element of each. */
export function creditsLines(
  before: readonly HtmlElement[],
  heading: HtmlElement | undefined,
  isCredits: (text: string) => boolean,
): readonly HtmlElement[] {
  const start = heading === undefined ? 0 : before.indexOf(heading) + 1;
  const lines: HtmlElement[] = [];
  for (const element of start === 0 && heading !== undefined ? [] : before.slice(start)) {
    if (!LINES.has(element.tagName) || lines.some((line) => isInside(element, line)) || isInSentence(element))
      continue;
    const text = textUpTo(element, LINE_CHARACTERS_MAX)?.trim();
    if (text !== undefined && text !== '' && isCredits(text)) lines.push(element);
  }
  return lines;
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
  const media: HtmlElement[] = [];
  let candidates = 0;
  before.forEach((element, at) => {
    const isLead = (at > start && start >= 0) || (isArticle && isInside(element, root));
    if (!isLead || !MEDIA_ELEMENTS.has(element.tagName) || candidates >= CANDIDATES_MAX) return;
    candidates += 1;
    if (isInside(element, text)) return;
    if (isIcon(element) || isWithin(element, isFurnished) || media.some((other) => isInside(element, other)))
      return;
    media.push(withCaption(element, root));
  });
  return media;
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

function isWithin(element: HtmlElement, is: (each: HtmlElement) => boolean): boolean {
  for (let node: HtmlParent | null = element; node !== null && isElement(node); node = node.parentNode)
    if (is(node)) return true;
  return false;
}
