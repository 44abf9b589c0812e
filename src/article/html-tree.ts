/**
 * HTML parsed within limits.
 *
 * The one door to the HTML parser. Some few kilobytes can ask it for millions of elements (formatting that is opened
 * again in every paragraph) or for a tree deeper than any stack; both end here with an `HtmlTooComplex`, which the
 * readers turn into a fault. Scripting counts as off, so that `noscript` is read like everything else.
 */
import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html as names,
  parse,
  parseFragment,
} from 'parse5';

/** A page or fragment as the parser's tree. */
export type HtmlNode = DefaultTreeAdapterTypes.Node;
/** An element of that tree; html-names.ts keeps with it what its names are, since a dozen questions ask for them. */
export type HtmlElement = DefaultTreeAdapterTypes.Element & { names?: ElementNames };
/** The names of an element as written, and on one line with the words apart. */
export interface ElementNames {
  readonly written: readonly string[];
  readonly spelled: string;
}
/** A node that has children. */
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** The deepest nesting of elements; newspapers' pages stay below 40. */
export const HTML_DEPTH_MAX = 400;

/** The most elements that one file may make. */
export const HTML_ELEMENTS_MAX = 100_000;

/** Thrown for HTML beyond the limits; the message is a fault's sentence. */
export class HtmlTooComplex extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'HtmlTooComplex';
  }
}

/**
 * The nodes of a fragment, read as the content of a `div`, which is where readers put it.
 *
 * @throws {HtmlTooComplex} beyond the limits
 */
export function parseHtmlFragment(html: string): HtmlParent {
  const context = defaultTreeAdapter.createElement('div', names.NS.HTML, []);
  return parseFragment(context, html, { scriptingEnabled: false, treeAdapter: limitedAdapter() });
}

/**
 * The nodes of a whole page.
 *
 * @throws {HtmlTooComplex} beyond the limits
 */
export function parseHtmlPage(html: string): HtmlParent {
  return parse(html, { scriptingEnabled: false, treeAdapter: limitedAdapter() });
}

type Adapter = typeof defaultTreeAdapter;

function limitedAdapter(): Adapter {
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      elements += 1;
      if (elements > HTML_ELEMENTS_MAX) {
        throw new HtmlTooComplex(`HTML of more than ${HTML_ELEMENTS_MAX} elements`);
      }
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
    },
    onItemPush() {
      depth += 1;
      if (depth > HTML_DEPTH_MAX)
        throw new HtmlTooComplex(`HTML nested deeper than ${HTML_DEPTH_MAX} elements`);
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** Whether a node is text. */
export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

/** The value of an attribute, or undefined. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return undefined;
}

/** Every element below a node, in document order. A stack, since nested generators cost their depth at each step. */
export function* elementsOf(parent: HtmlParent): Generator<HtmlElement> {
  const stack = parent.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) stack.push(node.childNodes[at]!);
  }
}

/** How many elements are asked what stands in one; with more in it, it is no name and no byline. */
const INSIDE_MAX = 200;

/** The first such element below a node, where it is among the first that are asked. */
export function firstInside(
  parent: HtmlParent,
  is: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  let asked = 0;
  for (const element of elementsOf(parent)) {
    if (is(element)) return element;
    asked += 1;
    if (asked === INSIDE_MAX) return undefined;
  }
  return undefined;
}

/** Whether one of the first elements below a node is such a one. */
export function holds(parent: HtmlParent, is: (element: HtmlElement) => boolean): boolean {
  return firstInside(parent, is) !== undefined;
}

/** Whether an element, or one around it, is such a one. */
export function isWithin(element: HtmlElement, is: (each: HtmlElement) => boolean): boolean {
  for (let node: HtmlParent | null = element; node !== null && isElement(node); node = node.parentNode)
    if (is(node)) return true;
  return false;
}

/** In a longer row of siblings no neighbour is looked for, since finding one's own place costs the row. */
const SIBLINGS_MAX = 2_000;

/** The nearest node before (-1) or behind (1) an element that is an element, or text that is not blank. */
export function neighbour(element: HtmlElement, step: -1 | 1): HtmlNode | undefined {
  const siblings = element.parentNode?.childNodes ?? [];
  if (siblings.length > SIBLINGS_MAX) return undefined;
  for (let at = siblings.indexOf(element) + step; at >= 0 && at < siblings.length; at += step) {
    const node = siblings[at]!;
    if (isElement(node) || (isText(node) && node.value.trim() !== '')) return node;
  }
  return undefined;
}

/** Elements whose text is for machines, or for browsers that do not know them. */
const UNREAD: ReadonlySet<string> = new Set(
  'script style template iframe noembed noframes textarea'.split(' '),
);

/** All text below a node that people read. */
export function textContent(parent: HtmlParent): string {
  let text = '';
  for (const node of parent.childNodes) {
    if (isText(node)) text += node.value;
    else if (isElement(node) && !UNREAD.has(node.tagName))
      text += node.tagName === 'br' ? '\n' : textContent(node);
  }
  return text;
}

/** All text below a node, whoever it is for. */
export function wholeText(parent: HtmlParent): string {
  let text = '';
  for (const node of parent.childNodes) {
    if (isText(node)) text += node.value;
    else if (isElement(node)) text += wholeText(node);
  }
  return text;
}

/** Elements that stand within a line. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b cite em font i mark small span strong sub sup time u'.split(' '),
);

/** The lines of text below a node as a page shows them, blocks apart; undefined where it is longer (see `textUpTo`). */
export function linesUpTo(parent: HtmlParent, charactersMax: number): readonly string[] | undefined {
  if (textUpTo(parent, charactersMax) === undefined) return undefined;
  let text = '';
  const add = (node: HtmlNode): void => {
    if (isText(node)) text += node.value.replace(/\s+/g, ' ');
    if (!isElement(node) || UNREAD.has(node.tagName)) return;
    if (!INLINE.has(node.tagName)) text += '\n';
    node.childNodes.forEach(add);
    if (!INLINE.has(node.tagName)) text += '\n';
  };
  parent.childNodes.forEach(add);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The text below a node, or undefined where it is longer, or spread over too many elements. */
export function textUpTo(parent: HtmlParent, charactersMax: number): string | undefined {
  if (parent.childNodes.length > INSIDE_MAX) return undefined;
  const stack: HtmlNode[] = parent.childNodes.toReversed();
  let text = '';
  let count = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    count += 1;
    if (isText(node)) text += node.value;
    else if (isElement(node) && !UNREAD.has(node.tagName)) {
      if (node.tagName === 'br') text += '\n';
      if (node.childNodes.length > INSIDE_MAX) return undefined;
      stack.push(...node.childNodes.toReversed());
    }
    if (text.length > charactersMax || count > INSIDE_MAX) return undefined;
  }
  return text;
}
