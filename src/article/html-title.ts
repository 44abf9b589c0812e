/**
 * The headline of a page: what stands above the text, told from the site's name by the page's title.
 *
 * In: the elements before the text, and the titles that the head states. A title is `Headline - Site`, `Site: Headline`,
 * or `Headline | Section | Site`; the part that stands above the text is the headline.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { attribute, firstInside, type HtmlElement, textContent, textUpTo } from './html-tree.ts';

/** What parts the headline from the names of section and site. */
const PARTING_BEFORE = /[|｜·•:：»«_/／–—―-]\s*$/;
const PARTING_AFTER = /^\s*[|｜·•:：»«_/／–—―[-]/;

/** The most characters of the source of a headline, white space and all. */
const HEADLINE_SOURCE_CHARACTERS_MAX = 1_000;

/** The fewest and the most characters of a headline that is no heading. */
const HEADLINE_CHARACTERS = [8, 200] as const;

/** The element whose text is the headline, of those before the text; undefined where none repeats a title. */
export function titleElement(
  before: Iterable<HtmlElement>,
  titles: readonly string[],
): HtmlElement | undefined {
  let heading: HtmlElement | undefined;
  let other: HtmlElement | undefined;
  for (const element of before) {
    const isHeading = isTitleName(element);
    if (!isHeading && other !== undefined) continue;
    const text = plainLine(textUpTo(element, HEADLINE_SOURCE_CHARACTERS_MAX) ?? '');
    if (!titles.some((title) => isPart(title, text)) || isSiteName(element)) continue;
    if (isHeading) heading = element;
    else if (text.length >= HEADLINE_CHARACTERS[0] && text.length <= HEADLINE_CHARACTERS[1]) other = element;
  }
  return heading ?? other;
}

function isTitleName(element: HtmlElement): boolean {
  return (
    /^h[1-3]$/.test(element.tagName) ||
    attribute(element, 'itemprop') === 'headline' ||
    /(?:^|\s)(?:entry-title|post-title|article-title|p-name|title|MsoTitle)(?:\s|$)/.test(
      attribute(element, 'class') ?? '',
    )
  );
}

/** Where the links in a site's own name lead. */
const HOME = /^(?:\.?\/|\.|https?:\/\/[^/]+\/?|(?:\.?\/)?(?:index|home|default)\.\w{2,5})$/i;

/** Whether an element is, or holds nothing but, a link to the site's front page: its name or logo. */
export function isSiteName(element: HtmlElement): boolean {
  const link = element.tagName === 'a' ? element : firstInside(element, ({ tagName }) => tagName === 'a');
  if (link === undefined || !HOME.test((attribute(link, 'href') ?? '').trim())) return false;
  return textContent(link).trim() === (textUpTo(element, HEADLINE_SOURCE_CHARACTERS_MAX) ?? '').trim();
}

/** Whether a text is all of a title, or one of its parts; quotation marks are the same, straight or curly. */
export function isPart(title: string, text: string): boolean {
  const at = text === '' ? -1 : straight(title).indexOf(straight(text));
  if (at < 0) return false;
  const [before, after] = [title.slice(0, at), title.slice(at + text.length)];
  return (before === '' || PARTING_BEFORE.test(before)) && (after === '' || PARTING_AFTER.test(after));
}

function straight(text: string): string {
  return text.replace(/[“”„]/g, '"').replace(/[‘’‚]/g, "'");
}

/** A title without the names of its site. */
export function withoutSite(title: string, sites: readonly string[]): PlainText {
  const whole = plainLine(title);
  for (const name of sites) {
    const site = plainLine(name);
    if (site === '' || site.length >= whole.length || !isPart(whole, site)) continue;
    const own = whole.startsWith(site)
      ? whole.slice(site.length).replace(/^\s*[|｜·•:：»«_/／–—―-]+\s*/, '')
      : whole.endsWith(site)
        ? whole.slice(0, -site.length).replace(/\s*[|｜·•:：»«_/／–—―-]+\s*$/, '')
        : '';
    if (own !== '') return plainLine(own);
  }
  return whole;
}
