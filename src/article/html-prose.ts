/**
 * How much of a page's text is prose, by element: runs of text that are long enough to be sentences and neither links,
 * headings nor surroundings. Measured in one walk.
 */
import { isFurniture } from './html-boilerplate.ts';
import { isSubhead } from './html-subhead.ts';
import {
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  isElement,
  isText,
  textContent,
} from './html-tree.ts';
import { DROPPED } from './sanitize-schema.ts';

/** The prose of a page. */
export interface Prose {
  /** Its characters below a node. */
  readonly of: (node: HtmlParent) => number;
  /** Whether a node is or holds a paragraph: any with words in it, or only one with sentences. */
  readonly hasParagraph: (node: HtmlElement, isStrict: boolean) => boolean;
}

/** A run of text that is a sentence; an ideograph says as much as three letters. */
const SENTENCE_CHARACTERS_MIN = 40;

/** Elements whose text is not prose. */
const NO_PROSE: ReadonlySet<string> = new Set(
  'a nav footer aside form dialog menu h1 h2 h3 h4 h5 h6 figcaption address noscript iframe amp-sidebar'.split(
    ' ',
  ),
);

/** Measures a page. */
export function proseOf(page: HtmlParent): Prose {
  const isOutside = outsideOf(page);
  const characters = new Map<HtmlParent, number>();
  const paragraphs = new Set<HtmlParent>();
  const measure = (parent: HtmlParent): number => {
    let sum = 0;
    for (const node of parent.childNodes) {
      if (isText(node)) sum += sentenceCharacters(node.value);
      else if (isElement(node) && !isOutside(node)) {
        sum += measure(node);
        if (paragraphs.has(node)) paragraphs.add(parent);
      }
    }
    characters.set(parent, sum);
    if (isElement(parent) && parent.tagName === 'p' && textContent(parent).trim() !== '')
      paragraphs.add(parent);
    return sum;
  };
  measure(page);
  const of = (node: HtmlParent): number => characters.get(node) ?? 0;
  return { of, hasParagraph: (node, isStrict) => paragraphs.has(node) && (isStrict || of(node) > 0) };
}

/** Whether an element is no part of any text. Servers of old put all of a page, its `h1` too, into one form. */
function outsideOf(page: HtmlParent): (element: HtmlElement) => boolean {
  let pageForms: ReadonlySet<HtmlElement> | undefined;
  return (element) => {
    if (element.tagName === 'form') {
      pageForms ??= formsWithHeading(page);
      if (pageForms.has(element)) return false;
    }
    return NO_PROSE.has(element.tagName) || DROPPED.has(element.tagName) || isFurniture(element);
  };
}

function formsWithHeading(page: HtmlParent): ReadonlySet<HtmlElement> {
  const forms = new Set<HtmlElement>();
  for (const heading of elementsOf(page)) {
    if (heading.tagName !== 'h1') continue;
    for (let node = heading.parentNode; node !== null && isElement(node); node = node.parentNode)
      if (node.tagName === 'form') forms.add(node);
  }
  return forms;
}

/** Everything that stands before the first sentence of a text, in the order of the page. */
export function* elementsBeforeProse(page: HtmlParent, text: HtmlParent): Generator<HtmlElement> {
  const isOutside = outsideOf(page);
  let isInText = false;
  let subhead: HtmlElement | undefined;
  const walk = function* (parent: HtmlParent): Generator<HtmlElement, boolean> {
    isInText ||= parent === text;
    for (const node of parent.childNodes) {
      if (
        isText(node) &&
        isInText &&
        subhead === undefined &&
        sentenceCharacters(node.value) > 0 &&
        isElement(parent) &&
        !isOutside(parent)
      )
        return true;
      if (!isElement(node) || DROPPED.has(node.tagName)) continue;
      yield node;
      const isOwn = subhead === undefined && isSubhead(node);
      if (isOwn) subhead = node;
      if (yield* walk(node)) return true;
      if (isOwn) subhead = undefined;
    }
    return false;
  };
  yield* walk(page);
}

function sentenceCharacters(text: string): number {
  const length = text.trim().length;
  if (length * 3 < SENTENCE_CHARACTERS_MIN) return 0;
  const wide = text.match(/[\u2E80-\uFFDC]/g)?.length ?? 0;
  return length + 2 * wide >= SENTENCE_CHARACTERS_MIN ? length + 2 * wide : 0;
}
