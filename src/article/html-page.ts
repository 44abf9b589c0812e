/**
 * An HTML file: a page, or a fragment with or without front matter.
 *
 * In: path and bytes. Out: a draft whose body is what the page shows inside its `article`, else `main`, else
 * `body` (html-root.ts), without what surrounds every article of a site. Scripts do not run and nothing is fetched.
 */
import { cleanText, type PlainText, plainLine, type SafeHtml } from '../base/text.ts';
import { articleBase } from './addresses.ts';
import { hasContent } from './body-text.ts';
import { composeDraft, idPrefix } from './compose-draft.ts';
import type { Reading } from './draft.ts';
import type { Fault } from './fault.ts';
import { lineAt, readFileText } from './file-text.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { statedFields } from './front-matter-fields.ts';
import { isArticleHeader, isBoilerplate } from './html-boilerplate.ts';
import { decodeHtml } from './html-charset.ts';
import { pageFields } from './html-fields.ts';
import { articleRoot, firstHeading } from './html-root.ts';
import {
  type HtmlElement,
  type HtmlParent,
  HtmlTooComplex,
  isElement,
  parseHtmlPage,
  textContent,
} from './html-tree.ts';
import { picturesInHtml } from './lost-pictures.ts';
import { sanitizeNodes } from './sanitize.ts';
import type { StatedFields } from './stated-fields.ts';
import { type RenderedText, renderedTemplates } from './templates.ts';
import { renderedWordpress } from './wordpress-shortcodes.ts';
import { writtenInAddress } from './written-in-picture.ts';

/** What surrounds the article even in a fragment. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside']);

/** Reads an HTML file. */
export function readHtmlPage(path: string, bytes: Uint8Array): Reading {
  const { text: decoded, faults: textFaults } = readFileText(path, bytes, decodeHtml);
  if (decoded === undefined) return { draft: undefined, faults: textFaults };
  const text = cleanText(decoded);
  const matter = frontMatter(path, text);
  const fromMatter = statedFields(path, matter.fields);
  const faults = [...textFaults, ...matter.faults, ...fromMatter.faults];
  if (faults.some(({ severity }) => severity === 'error')) return { draft: undefined, faults };
  try {
    const source = templatedHtml(path, matter, text);
    return withFaults([...faults, ...source.faults], readPage(path, source.text, fromMatter.stated));
  } catch (cause) {
    if (!(cause instanceof HtmlTooComplex)) throw cause;
    return { draft: undefined, faults: [...faults, errorOf(path, cause.message)] };
  }
}

/** Only a file with front matter was written for a generator; braces in any other page are the page's own. */
function templatedHtml(path: string, matter: FrontMatter, file: string): RenderedText {
  if (matter.body.length === file.length) return { text: file, faults: [] };
  const linesBefore = lineAt(file, file.length - matter.body.length) - 1;
  const { text, faults } = renderedTemplates(path, matter.body, linesBefore);
  const wordpress = renderedWordpress(path, text, linesBefore);
  return { text: wordpress.text, faults: [...faults, ...wordpress.faults] };
}

function readPage(path: string, html: string, stated: StatedFields): Reading {
  const page = parseHtmlPage(html);
  const root = articleRoot(page);
  const heading = firstHeading(root) ?? firstHeading(page);
  const headingText = heading === undefined ? '' : plainLine(textContent(heading));
  const { stated: fromPage, baseHref, faults } = pageFields(path, page, root, { heading: headingText, html });
  const base = { ...articleBase(path), href: baseHref };
  const headline = stated.headline ?? fromPage.headline;
  const isTitle = headline === undefined || isSameTitle(headingText, headline);
  const body = bodyOf(root, {
    base,
    idPrefix: idPrefix(path),
    title: isTitle ? heading : undefined,
    pictureAt: (source) => writtenInAddress(path, source),
    isPage: /<(?:html|head|body)[\s>]/i.test(html),
  });
  if (!hasContent(body))
    return { draft: undefined, faults: [...faults, errorOf(path, 'the article has no text')] };
  const parts = { path, kind: 'html', base, body, excerptParagraphs: undefined } as const;
  const ownHeading: PlainText | undefined = headingText === '' ? undefined : headingText;
  const draft = composeDraft({ ...parts, stated: merged(fromPage, stated), heading: ownHeading });
  return { draft, faults: [...faults, ...picturesInHtml(path, root, html)] };
}

/** Front matter over the page's own words; a field that neither states stays unstated. */
function merged(page: StatedFields, matter: StatedFields): StatedFields {
  const stated = Object.entries(matter).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...page, ...Object.fromEntries(stated) };
}

/** Whether a heading says the headline in other words: the same, or most of its words. */
function isSameTitle(heading: string, headline: string): boolean {
  if (heading === headline) return true;
  const [ours, theirs] = [heading, headline].map(
    (text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)),
  );
  const shared = ours!.intersection(theirs!).size;
  return shared > 0 && shared >= Math.max(ours!.size, theirs!.size) / 2;
}

interface BodyOptions {
  readonly base: ReturnType<typeof articleBase>;
  readonly idPrefix: string;
  /** The heading that is the headline, and stands in no body. */
  readonly title: HtmlElement | undefined;
  readonly pictureAt: (source: string) => string | undefined;
  /** Whether the file is a whole page; the author of a fragment wrote all of it. */
  readonly isPage: boolean;
}

/** The body without its surroundings; with them, where nothing else is left. */
function bodyOf(
  root: HtmlParent,
  { base, idPrefix: prefix, title, isPage, pictureAt }: BodyOptions,
): SafeHtml {
  const characters = isPage ? textContent(root).length : 0;
  const isHeader = (element: HtmlElement) => isArticleHeader(element) && isArticle(root);
  const body = sanitizeNodes(root.childNodes, {
    base,
    idPrefix: prefix,
    omits: (element) =>
      element === title ||
      (isArticleHeader(element) && !isHeader(element)) ||
      (isPage ? isBoilerplate(element, characters) : SURROUNDINGS.has(element.tagName)),
    keepsMedia: isHeader,
    pictureAt,
  }).trim() as SafeHtml;
  if (hasContent(body)) return body;
  const omits = (element: HtmlElement) => element === title;
  return sanitizeNodes(root.childNodes, { base, idPrefix: prefix, omits, pictureAt }).trim() as SafeHtml;
}

function isArticle(root: HtmlParent): boolean {
  return isElement(root) && (root.tagName === 'article' || root.tagName === 'main');
}

function errorOf(path: string, what: string): Fault {
  return { path, line: 1, severity: 'error', what };
}

function withFaults(faults: readonly Fault[], reading: Reading): Reading {
  return { draft: reading.draft, faults: [...faults, ...reading.faults] };
}
