/**
 * XML of strangers as a tree, leniently.
 *
 * In: a text that claims to be XML. Out: its first element, as well as it can be read. A feed is full of small errors,
 * and readers took it nevertheless, so errors are passed over. Document type definitions are skipped, so that no entity
 * is ever defined or expanded; what is not bounded by the length of the text is bounded here.
 */
import saxParsers from 'sax';
import { Failure } from '../base/failure.ts';

/** An element. Names are in lower case, with their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Elements inside one another: markup that was not escaped and never closed nests, too. */
const DEPTH_MAX = 300;

const ELEMENTS_MAX = 1_000_000;

/** Characters handed to the parser together. */
const CHUNK = 65_536;

/**
 * The first element of a text.
 *
 * @returns undefined when there is none
 * @throws {Failure} `old-feed-unreadable` when it is deeper or has more elements than any feed
 */
export function parseXml(text: string): XmlElement | undefined {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const sax = saxParsers.parser(false, { lowercase: true, position: false, strictEntities: false });
  sax.onerror = () => {
    sax.error = null;
  };
  sax.onopentag = ({ name, attributes }) => {
    elements += 1;
    if (elements > ELEMENTS_MAX || open.length >= DEPTH_MAX)
      throw new Failure(
        'old-feed-unreadable',
        `found more than ${ELEMENTS_MAX} elements, or ${DEPTH_MAX} inside one another: that is no feed`,
      );
    const element: XmlElement = { name, attributes, children: [] };
    if (root === undefined) root = element;
    else open.at(-1)?.children.push(element);
    open.push(element);
  };
  sax.onclosetag = () => {
    open.pop();
  };
  sax.ontext = (some) => {
    open.at(-1)?.children.push(some);
  };
  sax.oncdata = sax.ontext;
  for (let at = 0; at < text.length; at += CHUNK) sax.write(text.slice(at, at + CHUNK));
  sax.close();
  return root;
}

/** The elements with a name right below one. */
export function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[];
}

/** The text of the first element with one of these names that holds any, without white space around it. */
export function childText(parent: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenNamed(parent, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** All text in an element, in its order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
