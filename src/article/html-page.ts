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
import { creditsLines, leadMedia, linesAbove } from './html-before-text.ts';
import { shownBody, unshownBody } from './html-body.ts';
import { decodeHtml } from './html-charset.ts';
import { isCreditsLine } from './html-credits.ts';
import { elementFacts } from './html-facts.ts';
import { pageFields } from './html-fields.ts';
import { type HeadFacts, headFacts } from './html-head.ts';
import {
  elementsBetween,
  elementsNear,
  scopeWith,
  siteNamesIn,
  unnamedSubhead,
} from './html-headline-place.ts';
import { META_NAMES, metaValues } from './html-metas.ts';
import { elementsBeforeProse } from './html-prose.ts';
import { articlePlace, firstHeading } from './html-root.ts';
import { isSubhead } from './html-subhead.ts';
import { titleElement } from './html-title.ts';
import {
  attribute,
  elementsOf,
  type HtmlParent,
  HtmlTooComplex,
  isElement,
  parseHtmlPage,
  textContent,
} from './html-tree.ts';
import { picturesInHtml } from './lost-pictures.ts';
import { withOwnFields } from './own-fields.ts';
import type { StatedFields } from './stated-fields.ts';
import { inHtml } from './template-html.ts';
import { type RenderedText, renderedTemplates } from './templates.ts';
import { renderedWordpress } from './wordpress-shortcodes.ts';
import { writtenInAddress } from './written-in-picture.ts';

const NO_TEXT = 'the article has no text';

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
  const filled = withOwnFields(matter.body, matter.fields);
  const { text, faults } = renderedTemplates(path, filled, linesBefore, inHtml, matter.fields);
  const wordpress = renderedWordpress(path, text, linesBefore);
  return { text: wordpress.text, faults: [...faults, ...wordpress.faults] };
}

function readPage(path: string, html: string, stated: StatedFields): Reading {
  const page = parseHtmlPage(html);
  const isPage = /<(?:html|head|body)[\s>]/i.test(html);
  const head = headFacts(page);
  const titles = titlesOf(head);
  const place = articlePlace(page, isPage, titles);
  const before = [...elementsBeforeProse(page, place.text)];
  const heading = titleElement(before, titles) ?? firstHeading(place.root) ?? firstHeading(page);
  const headingText = heading === undefined ? '' : plainLine(textContent(heading));
  const between = elementsBetween(before, heading);
  const credits = creditsLines(before, heading, isCreditsLine);
  const {
    stated: fromPage,
    baseHref,
    articleBody,
    faults,
  } = pageFields(path, {
    head,
    elements: elementFacts({
      scope: scopeWith(heading, place.scope),
      credits,
      heading,
      between,
      near: elementsNear(between, heading),
    }),
    heading: headingText,
    siteNames: siteNamesIn(before),
    language: languageOf(place.text),
    html,
  });
  const names = new Set(fromPage.authors?.map(({ name }) => name));
  const signatures = creditsLines(before, heading, (lines) => names.has(plainLine(lines.join(' '))));
  const subheads = before.filter(
    (each) => isSubhead(each) && plainLine(textContent(each)) === fromPage.subhead,
  );
  const base = { ...articleBase(path), href: baseHref };
  const headline = stated.headline ?? fromPage.headline;
  const isTitle = headline === undefined || isSameTitle(headingText, headline);
  const options = {
    base,
    idPrefix: idPrefix(path),
    omitted: new Set([
      ...(isTitle && heading !== undefined ? [heading] : []),
      ...(isPage ? [...credits, ...signatures, ...subheads, ...linesAbove(before, heading)] : []),
    ]),
    lead: isPage ? leadMedia(before, place, heading) : [],
    isPage,
    pictureAt: (source: string) => writtenInAddress(path, source),
  };
  const shown = shownBody(place, options);
  const body = (articleBody === undefined ? undefined : unshownBody(articleBody, shown, options)) ?? shown;
  if (!hasContent(body) || isScriptNotice(body))
    return { draft: undefined, faults: [...faults, errorOf(path, isPage ? emptinessOf(page) : NO_TEXT)] };
  const parts = { path, kind: 'html', base, body, excerptParagraphs: undefined } as const;
  const ownHeading: PlainText | undefined = headingText === '' ? undefined : headingText;
  const isUnnamed = isPage && fromPage.subhead === undefined;
  const lede = isUnnamed ? unnamedSubhead(before, heading, place.text, credits, [...names]) : undefined;
  // feeds show a summary, but no subhead
  const said = { ...fromPage, subhead: fromPage.subhead ?? lede, summary: fromPage.summary ?? lede };
  const draft = composeDraft({ ...parts, stated: merged(said, stated), heading: ownHeading });
  return { draft, faults: [...faults, ...picturesInHtml(path, place.text, html)] };
}

function titlesOf({ metas, records, title }: HeadFacts): readonly PlainText[] {
  const headlines = records.flatMap((record) =>
    typeof record.headline === 'string' ? [record.headline] : [],
  );
  return [...metaValues(metas, META_NAMES.title), title, ...headlines].map((each) => plainLine(each));
}

/** The language of the nearest element around the text that states one; `html` and `body` are the head's to tell. */
function languageOf(text: HtmlParent): string | undefined {
  for (let node: HtmlParent | null = text; node !== null && isElement(node); node = node.parentNode) {
    if (node.tagName === 'body') return undefined;
    const language = attribute(node, 'lang');
    if (language !== undefined && language !== '') return language;
  }
  return undefined;
}

/** `You need to enable JavaScript to run this app.` */
function isScriptNotice(body: SafeHtml): boolean {
  return (
    body.length < 300 &&
    /\b(?:enable|requires?|activate|turn on)\b.{0,40}\bjavascript\b|\bjavascript\b.{0,40}\b(?:enabled|required|disabled)\b/i.test(
      body,
    )
  );
}

/** Why a page shows nothing. */
function emptinessOf(page: HtmlParent): string {
  const hasScript = [...elementsOf(page)].some(({ tagName }) => tagName === 'script');
  return hasScript
    ? 'the page has no text of its own, a script would write it; expected the page as a browser saves it'
    : NO_TEXT;
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

function errorOf(path: string, what: string): Fault {
  return { path, line: 1, severity: 'error', what };
}

function withFaults(faults: readonly Fault[], reading: Reading): Reading {
  return { draft: reading.draft, faults: [...faults, ...reading.faults] };
}
