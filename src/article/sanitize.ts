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
import { type ArticleBase, fetchAddress } from './addresses.ts';
import { attributeValue, type ValueContext } from './attribute-value.ts';
import { embedLink } from './embeds.ts';
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
import { DROPPED, ELEMENTS, RENAMED, VOID } from './sanitize-schema.ts';

/** What the HTML belongs to. */
export interface SanitizeOptions {
  readonly base: ArticleBase;
  /** Put before every id, so that articles in one feed do not collide. */
  readonly idPrefix: string;
  /** Nodes to leave out with all they hold, besides what the schema drops. */
  readonly omits?: ((element: HtmlElement) => boolean) | undefined;
}

interface Walk extends ValueContext {
  readonly omits: ((element: HtmlElement) => boolean) | undefined;
  /** The address of the last image written: a `noscript` beside it repeats it. */
  lastImage: string | undefined;
  /** How many `noscript` elements are open. */
  noscripts: number;
}

/** How often HTML may change when it is read again; beyond it only its text is kept. */
const ROUNDS_MAX = 5;

/** What themes and footnotes write into links that lead nowhere in a feed; the selectors choose text or emoji. */
const ANCHOR_MARK = /^(?:[#¶§🔗↩↑^\s]|\uFE0E|\uFE0F)*$/u;

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
    lastImage: undefined,
    noscripts: 0,
  };
}

/** NFC over the whole, since dropping an element may bring a letter and its accent together. */
function writeNodes(nodes: readonly HtmlNode[], walk: Walk): string {
  return written(nodes, walk).normalize('NFC');
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
  if (DROPPED.has(tagName) || isHidden(element) || walk.omits?.(element) === true) return '';
  if (tagName === 'img') return writtenImage(element, walk);
  if (tagName === 'iframe') return writtenFrame(element, walk);
  if (tagName === 'noscript') return writtenNoscript(element, walk);
  if (tagName === 'a') return writtenLink(element, walk);
  const name = RENAMED.get(tagName) ?? tagName;
  const attributes = ELEMENTS.get(name);
  if (attributes === undefined || !isInPlace(name, element)) return written(element.childNodes, walk);
  if (VOID.has(name)) return name === 'source' ? writtenSource(element, walk) : tag(name, element, walk);
  const content = written(element.childNodes, walk);
  if (name === 'p' && isBlank(content)) return '';
  if ((name === 'audio' || name === 'video') && !isPlayable(element, content, walk)) return content;
  const leadingLine = name === 'pre' && content.startsWith('\n') ? '\n' : '';
  return `${tag(name, element, walk)}${leadingLine}${content}</${name}>`;
}

/** Only mathematics has a text that still says something without its markup. */
function writtenForeign(element: HtmlElement): string {
  return element.tagName === 'math' ? writtenText(textContent(element)) : '';
}

function writtenImage(element: HtmlElement, walk: Walk): string {
  if (isTrackingPixel(element)) return '';
  for (const source of imageSources(element)) {
    const src = attributeValue('fetch', source, walk);
    if (src === undefined) continue;
    if (walk.noscripts > 0 && src === walk.lastImage) return '';
    walk.lastImage = src;
    return tag('img', element, walk, src);
  }
  return '';
}

function writtenFrame(element: HtmlElement, walk: Walk): string {
  const source = attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
  const link = embedLink(
    fetchAddress(source, walk.base) ?? '',
    cleanText(attribute(element, 'title') ?? '').trim(),
  );
  if (link === undefined) return '';
  const href = attributeValue('link', link.href, walk);
  return href === undefined ? '' : `<a href="${escapeMarkup(href)}">${escapeMarkup(link.label)}</a>`;
}

function writtenNoscript(element: HtmlElement, walk: Walk): string {
  walk.noscripts += 1;
  const content = written(element.childNodes, walk);
  walk.noscripts -= 1;
  return content;
}

/** A link that leads nowhere becomes its text; one that only marks a heading or a footnote's way back goes. */
function writtenLink(element: HtmlElement, walk: Walk): string {
  const href = attribute(element, 'href');
  const address = href === undefined ? undefined : attributeValue('link', href, walk);
  if (address === undefined) return isAnchorMark(element, href) ? '' : written(element.childNodes, walk);
  return `${tag('a', element, walk)}${written(element.childNodes, walk)}</a>`;
}

function isAnchorMark(element: HtmlElement, href: string | undefined): boolean {
  return href?.trim().startsWith('#') === true && ANCHOR_MARK.test(textContent(element));
}

function writtenSource(element: HtmlElement, walk: Walk): string {
  return attributeValue('fetch', attribute(element, 'src') ?? '', walk) === undefined
    ? ''
    : tag('source', element, walk);
}

function isPlayable(element: HtmlElement, content: string, walk: Walk): boolean {
  return (
    content.includes('<source ') ||
    attributeValue('fetch', attribute(element, 'src') ?? '', walk) !== undefined
  );
}

/** Whether an element stands where a strict parser takes it without an error. */
function isInPlace(name: string, element: HtmlElement): boolean {
  const parent = element.parentNode;
  const parentName = parent !== null && isElement(parent) ? parent.tagName : '';
  if (name === 'rt' || name === 'rp') return parentName === 'ruby';
  if (name === 'source') return parentName === 'audio' || parentName === 'video';
  return true;
}

function isHidden(element: HtmlElement): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether a paragraph shows nothing. */
function isBlank(content: string): boolean {
  return content.length < 2_000 && /^(?:\s|<br>)*$/.test(content);
}

/** The start tag with the attributes that pass, each once, in the order written. */
function tag(name: string, element: HtmlElement, walk: Walk, src?: string): string {
  const attributes = ELEMENTS.get(name);
  let html = `<${name}`;
  let hasAlignment = false;
  let hasSource = false;
  for (const { name: attributeName, value: asWritten } of element.attrs) {
    const kind = attributes?.get(attributeName);
    if (kind === undefined) continue;
    const isSource = src !== undefined && attributeName === 'src';
    const value = isSource ? src : attributeValue(kind, asWritten, walk);
    if (value === undefined) continue;
    hasSource ||= isSource;
    hasAlignment ||= kind === 'alignment';
    html += ` ${attributeName}="${escapeMarkup(value)}"`;
  }
  if (src !== undefined && !hasSource) html += ` src="${escapeMarkup(src)}"`;
  if ((name === 'td' || name === 'th') && !hasAlignment) html += alignment(attribute(element, 'style'));
  if (name === 'audio' || name === 'video') html += ' controls=""';
  return `${html}>`;
}

/** What Markdown tables and editors say in `style`, said in an attribute that readers keep. */
function alignment(style: string | undefined): string {
  const [, side] =
    /(?:^|;)\s*text-align\s*:\s*(left|center|right|justify)\s*(?:;|$)/i.exec(style ?? '') ?? [];
  return side === undefined ? '' : ` align="${side.toLowerCase()}"`;
}
