/**
 * Which element inside an article's holds only its text.
 *
 * What says that it is the text, else the column with the headline; then downwards, as long as one child has all the prose
 * and nothing that is a paragraph stands beside it. What is left outside is menus, credits and footers; when in doubt the
 * larger element is taken, since a button too many is better than a paragraph too few.
 */
import { plainLine } from '../base/text.ts';
import { spelledNames } from './html-names.ts';
import type { Prose } from './html-prose.ts';
import { isPart, isSiteName } from './html-title.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  isElement,
  textContent,
} from './html-tree.ts';

/** The most elements of one kind that are compared. */
const CANDIDATES_MAX = 100;

/** What themes without `article` and `main` call the text. */
const TEXT_NAME =
  /(?:^|\s)(?:entry-content|post-content|article-content|article-body|articlebody|story-body|post-body|h-entry|hentry|e-content|mw-parser-output|markdown-body)(?:\s|$)/i;

/** The same in a part of longer names: `c-article-body`, `wp-block-post-content`, `storyBody__text`. */
const TEXT_NAME_PART =
  /(?:^|[^a-z])(?:article|story|post|entry|news|blog|item)[-_]{0,2}(?:body|content|text|copy)(?:$|[^a-z])|(?:^|\s)(?:body|body-content|available-content|gh-content)(?:\s|$)/;

/** The share of the prose that an element must have to be the text, where something says that it is. */
export const MARKED_SHARE_MIN = 0.6;

/** The share from which on a second element of the same names is a part of the text, too. */
const PART_SHARE_MIN = 0.1;

/** The same where nothing says so, outside `article` and `main`: pages end in imprints and notices. */
const BODY_SHARE_MIN = 0.85;

/** The share of the prose of a page that the column with the headline has. */
const COLUMN_SHARE_MIN = 0.6;

/** Elements that are part of a text, not the frame of one. */
const PARTS: ReadonlySet<string> = new Set(
  'p blockquote pre ul ol dl figure details h1 h2 h3 h4 h5 h6 font b i em strong span a address'.split(' '),
);

/**
 * The element inside `root` that holds the text of a page.
 *
 * @param titles what the head calls the article
 */
export function textOf(root: HtmlParent, prose: Prose, titles: readonly string[]): HtmlParent {
  const total = prose.of(root);
  const named = [...elementsOf(root)]
    .filter((element) => isMarked(element) || isHinted(element))
    .slice(0, CANDIDATES_MAX);
  const marked = named.filter(
    (element) => prose.of(element) >= MARKED_SHARE_MIN * total && !hasOtherPart(element, named, total, prose),
  );
  const isWhole = isElement(root) && (root.tagName === 'article' || root.tagName === 'main');
  const start = total > 0 ? (marked.at(-1) ?? root) : root;
  const shareMin = isWhole || start !== root ? 1 : BODY_SHARE_MIN;
  let text: HtmlParent = isWhole || start !== root ? start : columnOf(root, prose, titles);
  for (
    let child = narrower(text, shareMin, prose);
    child !== undefined;
    child = narrower(text, shareMin, prose)
  )
    text = child;
  return text;
}

/** Whether an element says that it is the text, in the words of microdata or of themes. */
export function isMarked(element: HtmlElement): boolean {
  if (/(?:^|\s)articleBody(?:\s|$)/.test(attribute(element, 'itemprop') ?? '')) return true;
  if (attribute(element, 'name') === 'articleBody') return true;
  const names = attribute(element, 'class');
  return (
    names !== undefined && element.tagName !== 'body' && element.tagName !== 'html' && TEXT_NAME.test(names)
  );
}

/** The same in a part of a longer name. */
export function isHinted(element: HtmlElement): boolean {
  return /^(?:article|div|section)$/.test(element.tagName) && TEXT_NAME_PART.test(spelledNames(element));
}

/** The column of a page: the least that holds the headline and most of the prose; teasers stand beside it. */
function columnOf(root: HtmlParent, prose: Prose, titles: readonly string[]): HtmlParent {
  const proseMin = Math.max(1, COLUMN_SHARE_MIN * prose.of(root));
  let node: HtmlParent | null = headingOf(root, titles);
  while (node !== null && node !== root && isElement(node)) {
    if (prose.of(node) >= proseMin) return node;
    node = node.parentNode;
  }
  return root;
}

/** The first heading that says what the head calls the article. */
function headingOf(root: HtmlParent, titles: readonly string[]): HtmlElement | null {
  for (const element of elementsOf(root)) {
    if (!/^h[12]$/.test(element.tagName) || isSiteName(element)) continue;
    const text = plainLine(textContent(element));
    if (titles.some((title) => isPart(title, text))) return element;
  }
  return null;
}

/** Whether a text is in several elements of one name, as with an advertisement between them. */
function hasOtherPart(
  element: HtmlElement,
  named: readonly HtmlElement[],
  total: number,
  prose: Prose,
): boolean {
  const name = attribute(element, 'class');
  return named.some(
    (other) =>
      other !== element &&
      attribute(other, 'class') === name &&
      prose.of(other) >= PART_SHARE_MIN * total &&
      prose.of(other) < (1 - MARKED_SHARE_MIN) * total,
  );
}

/** The child that has the prose of its parent, when nothing beside it is a paragraph. */
function narrower(parent: HtmlParent, shareMin: number, prose: Prose): HtmlElement | undefined {
  const children = parent.childNodes.filter(isElement);
  const proseMin = Math.max(1, shareMin * prose.of(parent));
  const child = children.find((each) => prose.of(each) >= proseMin);
  if (child === undefined || PARTS.has(child.tagName)) return undefined;
  const isWhole = shareMin === 1;
  const others = children.filter((other) => other !== child && (isWhole || other.tagName === 'p'));
  return others.some((other) => prose.hasParagraph(other, isWhole)) ? undefined : child;
}
