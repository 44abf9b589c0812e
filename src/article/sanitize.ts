/**
 * HTML from anybody made into HTML that any reader may show.
 *
 * In: HTML, or a parsed tree. Out: only elements and attributes of the schema, every address absolute or marked,
 * every character escaped that could be markup, and no two ways to read it: what is written is parsed again until it
 * comes back the same, so that no reader's parser makes of it another tree than ours did (mutation XSS). Nothing is
 * fetched and no page is rendered.
 *
 * The tree of the parser is walked directly, namespaces in hand. `hast-util-from-parse5` was refused: it reads tag
 * names as selectors, so that `<p.x>` becomes a `p` inside a `p`; so was `hast-util-to-html`: it writes `<` into
 * attributes and loses a line of `pre` at each round.
 *
 * Source: rules R-43 … R-45, C-35, C-41, C-42.
 */
import { cleanText, escapeMarkup, type SafeHtml } from '../base/text.ts';
import type { ArticleBase } from './addresses.ts';
import { attributeValue, type ValueContext } from './attribute-value.ts';
import { isBlank, isHidden, isImageTwin, isInPlace, isNoteNumber } from './element-checks.ts';
import { citedEmbed, type EmbedLink, elementEmbed } from './embeds.ts';
import { headingLevel, headingShift, shiftedHeading } from './headings.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  parseHtmlFragment,
  textContent,
} from './html-tree.ts';
import { imageSources, isTrackingPixel } from './image-source.ts';
import { mathText, scriptedMath } from './math-text.ts';
import { playerSource } from './player-source.ts';
import { DROPPED, ELEMENTS, MEDIA_ELEMENTS, RENAMED, VOID } from './sanitize-schema.ts';
import { startTag } from './start-tag.ts';

/** What the HTML belongs to. */
export interface SanitizeOptions {
  readonly base: ArticleBase;
  /** Put before every id, so that articles in one feed do not collide. */
  readonly idPrefix: string;
  /** The marked address of a picture that is written into the file, by its `data:` address. */
  readonly pictureAt?: ((source: string) => string | undefined) | undefined;
  /** Nodes to leave out with all they hold, besides what the schema drops. */
  readonly omits?: ((element: HtmlElement) => boolean) | undefined;
  /** Elements of which only pictures and players are kept. */
  readonly keepsMedia?: ((element: HtmlElement) => boolean) | undefined;
}

interface Walk extends ValueContext {
  readonly omits: ((element: HtmlElement) => boolean) | undefined;
  readonly keepsMedia: ((element: HtmlElement) => boolean) | undefined;
  readonly pictureAt: ((source: string) => string | undefined) | undefined;
  /** By how many levels headings move (headings.ts). */
  headingShift: number;
  /** The address of the last image written: a `noscript` beside it repeats it. */
  lastImage: string | undefined;
  /** Whether that one stood in a `noscript`. */
  isLastFallback: boolean;
  /** How many `noscript` elements are open. */
  noscripts: number;
}

/** How often HTML may change when it is read again; beyond it only its text is kept. */
const ROUNDS_MAX = 5;

/** What themes and footnotes write into links that lead nowhere in a feed; the selectors choose text or emoji. */
const ANCHOR_MARK = /^(?:[#¶§🔗↩↑^\s]|\uFE0E|\uFE0F)*$/u;

/** What players say to browsers without players. */
const OLD_BROWSER = /(?<=^|>)[^<>]{0,100}\bbrowser\b[^<>]{0,140}(?=$|<)/i;

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/**
 * The safe form of a fragment. A fixed point: sanitizing the answer again gives the answer.
 *
 * @throws {HtmlTooComplex} beyond the limits of html-tree.ts
 */
export function sanitizeHtml(html: string, options: SanitizeOptions): SafeHtml {
  return sanitizeNodes(parseHtmlFragment(cleanText(html)).childNodes, options);
}

/**
 * The safe form of parsed nodes (see `sanitizeHtml`).
 *
 * @throws {HtmlTooComplex} beyond the limits of html-tree.ts
 */
export function sanitizeNodes(nodes: readonly HtmlNode[], options: SanitizeOptions): SafeHtml {
  let html = writeNodes(nodes, walkOf(options, false));
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const again = writeNodes(parseHtmlFragment(html).childNodes, walkOf(options, true));
    if (again === html) return html as SafeHtml;
    html = again;
  }
  return `<p>${escapeMarkup(cleanText(textContent(parseHtmlFragment(html))).trim())}</p>` as SafeHtml;
}

function walkOf(options: SanitizeOptions, isMarked: boolean): Walk {
  const omits = isMarked ? undefined : options.omits;
  return {
    base: options.base,
    idPrefix: options.idPrefix,
    isMarked,
    omits,
    keepsMedia: isMarked ? undefined : options.keepsMedia,
    pictureAt: isMarked ? undefined : options.pictureAt,
    headingShift: 0,
    lastImage: undefined,
    isLastFallback: false,
    noscripts: 0,
  };
}

/** NFC over the whole, since dropping an element may bring a letter and its accent together. */
function writeNodes(nodes: readonly HtmlNode[], walk: Walk): string {
  walk.headingShift = headingShift(headingLevels(nodes, walk));
  return written(nodes, walk).normalize('NFC');
}

/** The levels of the headings that will be written. */
function* headingLevels(nodes: readonly HtmlNode[], walk: Walk): Generator<number> {
  for (const node of nodes) {
    if (!isElement(node) || DROPPED.has(node.tagName) || isLeftOut(node, walk)) continue;
    const level = headingLevel(node.tagName);
    if (level !== undefined) yield level;
    yield* headingLevels(node.childNodes, walk);
  }
}

function isLeftOut(element: HtmlElement, walk: Walk): boolean {
  return isHidden(element) || walk.omits?.(element) === true || walk.keepsMedia?.(element) === true;
}

function written(nodes: readonly HtmlNode[], walk: Walk): string {
  let html = '';
  for (const node of nodes) {
    if (isText(node)) html += writtenText(node.value);
    else if (isElement(node)) html += writtenElement(node, walk);
  }
  return html;
}

/** A leading U+0338 would merge with the `>` before it into `≯` when somebody normalizes the HTML. */
function writtenText(text: string): string {
  return escapeMarkup(cleanText(text).replace(/^\u0338+/, ''));
}

function writtenElement(element: HtmlElement, walk: Walk): string {
  const { tagName } = element;
  if (element.namespaceURI !== HTML_NAMESPACE) return writtenForeign(element);
  if (isHidden(element) || walk.omits?.(element) === true) return '';
  if (walk.keepsMedia?.(element) === true) return writtenMedia(element, walk);
  if (tagName === 'img' || tagName === 'amp-img') return writtenImage(element, walk);
  const embed = elementEmbed(element, walk.base);
  if (embed !== undefined) return writtenEmbed(embed, walk);
  if (tagName === 'script') return writtenText(scriptedMath(element) ?? '');
  if (DROPPED.has(tagName)) return '';
  if (tagName === 'noscript') return writtenNoscript(element, walk);
  if (tagName === 'a') return writtenLink(element, walk);
  const level = headingLevel(tagName);
  const name =
    level === undefined ? (RENAMED.get(tagName) ?? tagName) : shiftedHeading(level, walk.headingShift);
  const attributes = ELEMENTS.get(name);
  if (attributes === undefined || !isInPlace(name, element)) return written(element.childNodes, walk);
  if (VOID.has(name)) return name === 'source' ? writtenSource(element, walk) : startTag(name, element, walk);
  const cited = citedEmbed(element, walk.base);
  const content = written(element.childNodes, walk) + (cited === undefined ? '' : writtenEmbed(cited, walk));
  if ((name === 'p' || level !== undefined) && isBlank(content)) return '';
  if (name === 'audio' || name === 'video') return writtenPlayer(name, element, content, walk);
  const leadingLine = name === 'pre' && content.startsWith('\n') ? '\n' : '';
  return `${startTag(name, element, walk)}${leadingLine}${content}</${name}>`;
}

/** Only mathematics has a text that still says something without its markup. */
function writtenForeign(element: HtmlElement): string {
  return element.tagName === 'math' ? writtenText(mathText(element)) : '';
}

function writtenImage(element: HtmlElement, walk: Walk): string {
  if (isTrackingPixel(element)) return '';
  for (const source of imageSources(element)) {
    const src = attributeValue('fetch', source, walk) ?? walk.pictureAt?.(source);
    if (src === undefined) continue;
    if (src === walk.lastImage && (walk.noscripts > 0 || walk.isLastFallback)) return '';
    [walk.lastImage, walk.isLastFallback] = [src, walk.noscripts > 0];
    return startTag('img', element, walk, src);
  }
  // its `noscript` has the picture
  walk.lastImage = undefined;
  return '';
}

function writtenEmbed({ href, label }: EmbedLink, walk: Walk): string {
  const address = attributeValue('link', href, walk);
  return address === undefined ? '' : `<a href="${escapeMarkup(address)}">${escapeMarkup(label)}</a>`;
}

/** The pictures and players in an element, without what is written around them. */
function writtenMedia(element: HtmlElement, walk: Walk): string {
  let html = '';
  for (const node of element.childNodes) {
    if (!isElement(node) || isHidden(node) || walk.omits?.(node) === true) continue;
    html += MEDIA_ELEMENTS.has(node.tagName) ? writtenElement(node, walk) : writtenMedia(node, walk);
  }
  return html;
}

function writtenNoscript(element: HtmlElement, walk: Walk): string {
  if (walk.lastImage !== undefined && isImageTwin(element)) return '';
  walk.noscripts += 1;
  const content = written(element.childNodes, walk);
  walk.noscripts -= 1;
  return content;
}

/** A link that leads nowhere becomes its text; one that only marks a heading or a footnote's way back goes. */
function writtenLink(element: HtmlElement, walk: Walk): string {
  const href = attribute(element, 'href');
  const address = href === undefined ? undefined : attributeValue('link', href, walk);
  if (address === undefined && isAnchorMark(element, href)) return '';
  if (address === undefined) {
    const text = written(element.childNodes, walk);
    return isNoteNumber(element, href) ? `<sup>${text}</sup>` : text;
  }
  return `${startTag('a', element, walk)}${written(element.childNodes, walk)}</a>`;
}

function isAnchorMark(element: HtmlElement, href: string | undefined): boolean {
  return href?.trim().startsWith('#') === true && ANCHOR_MARK.test(textContent(element));
}

/** A player; without anything to play, what it says instead. */
function writtenPlayer(name: string, element: HtmlElement, content: string, walk: Walk): string {
  const src = playerSource(element, walk);
  if (src === undefined && !content.includes('<source ')) return content;
  return `${startTag(name, element, walk, src)}${content.replace(OLD_BROWSER, '')}</${name}>`;
}

function writtenSource(element: HtmlElement, walk: Walk): string {
  const src = playerSource(element, walk);
  return src === undefined ? '' : startTag('source', element, walk, src);
}
