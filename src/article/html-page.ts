/**
 * An HTML file: a page, or a fragment with or without front matter.
 *
 * In: path and bytes. Out: a draft whose body is what the page shows inside its first `article`, else `main`, else
 * `body`, without what surrounds every article of a site. Scripts do not run and nothing is fetched.
 */
import { type PlainText, plainLine, type SafeHtml } from '../base/text.ts';
import { articleBase } from './addresses.ts';
import { articleText } from './article-text.ts';
import { hasContent } from './body-text.ts';
import { composeDraft, idPrefix } from './compose-draft.ts';
import type { Reading } from './draft.ts';
import type { Fault } from './fault.ts';
import { frontMatter } from './front-matter.ts';
import { statedFields } from './front-matter-fields.ts';
import { decodeHtml } from './html-charset.ts';
import { pageFields } from './html-fields.ts';
import {
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  HtmlTooComplex,
  parseHtmlPage,
  textContent,
} from './html-tree.ts';
import { sanitizeNodes } from './sanitize.ts';
import type { StatedFields } from './stated-fields.ts';

/** What surrounds articles on a page. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside']);

/** Reads an HTML file. */
export function readHtmlPage(path: string, bytes: Uint8Array): Reading {
  const { text, faults: textFaults } = articleText(path, bytes, decodeHtml);
  if (text === undefined) return { draft: undefined, faults: textFaults };
  const matter = frontMatter(path, text);
  const fromMatter = statedFields(path, matter.fields);
  const faults = [...textFaults, ...matter.faults, ...fromMatter.faults];
  if (faults.some(({ severity }) => severity === 'error')) return { draft: undefined, faults };
  try {
    return withFaults(faults, readPage(path, matter.body, fromMatter.stated));
  } catch (cause) {
    if (!(cause instanceof HtmlTooComplex)) throw cause;
    return { draft: undefined, faults: [...faults, errorOf(path, cause.message)] };
  }
}

function readPage(path: string, html: string, stated: StatedFields): Reading {
  const page = parseHtmlPage(html);
  const { stated: fromPage, baseHref, faults } = pageFields(path, page, html);
  const base = { ...articleBase(path), href: baseHref };
  const root = articleRoot(page);
  const heading = [...elementsOf(root)].find(({ tagName }) => tagName === 'h1') ?? firstHeading(page);
  const headingText = heading === undefined ? '' : plainLine(textContent(heading));
  const headline = stated.headline ?? fromPage.headline;
  const isTitle = headline === undefined || headingText === headline;
  const body = bodyOf(root, (element) => isTitle && element === heading, { base, idPrefix: idPrefix(path) });
  if (!hasContent(body))
    return { draft: undefined, faults: [...faults, errorOf(path, 'the article has no text')] };
  const parts = { path, kind: 'html', base, body, excerptParagraphs: undefined } as const;
  const ownHeading: PlainText | undefined = headingText === '' ? undefined : headingText;
  return { draft: composeDraft({ ...parts, stated: merged(fromPage, stated), heading: ownHeading }), faults };
}

/** Front matter over the page's own words; a field that neither states stays unstated. */
function merged(page: StatedFields, matter: StatedFields): StatedFields {
  const stated = Object.entries(matter).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...page, ...Object.fromEntries(stated) };
}

/** The first `article`, else `main`, else the body. */
function articleRoot(page: HtmlParent): HtmlParent {
  const found = new Map<string, HtmlElement>();
  for (const element of elementsOf(page))
    if (!found.has(element.tagName)) found.set(element.tagName, element);
  return found.get('article') ?? found.get('main') ?? found.get('body') ?? page;
}

function firstHeading(page: HtmlParent): HtmlElement | undefined {
  for (const element of elementsOf(page)) if (element.tagName === 'h1') return element;
  return undefined;
}

/** The body without its surroundings; with them, where nothing else is left. */
function bodyOf(
  root: HtmlParent,
  isTitle: (element: HtmlElement) => boolean,
  options: { readonly base: ReturnType<typeof articleBase>; readonly idPrefix: string },
): SafeHtml {
  const omits = (element: HtmlElement) => isTitle(element) || SURROUNDINGS.has(element.tagName);
  const body = sanitizeNodes(root.childNodes, { ...options, omits }).trim() as SafeHtml;
  return hasContent(body)
    ? body
    : (sanitizeNodes(root.childNodes, { ...options, omits: isTitle }).trim() as SafeHtml);
}

function errorOf(path: string, what: string): Fault {
  return { path, line: 1, severity: 'error', what };
}

function withFaults(faults: readonly Fault[], reading: Reading): Reading {
  return { draft: reading.draft, faults: [...faults, ...reading.faults] };
}
