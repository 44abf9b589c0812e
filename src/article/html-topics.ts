/**
 * The tags and categories of a page that only the names and addresses of its links tell: `ul.post-tags`,
 * `/category/harbour/`. What says so with `rel` or a property: html-facts.ts.
 */
import { hasClass, spelledNames } from './html-names.ts';
import { attribute, type HtmlElement, isElement, textContent, textUpTo } from './html-tree.ts';

const TAGS = /(?:^|[^a-z])(?:tags?|tag-?(?:list|links?|cloud)|labels?|keywords)(?:[^a-z]|$)/;
const CATEGORIES = /(?:^|[^a-z])(?:categor(?:y|ies)|kicker|eyebrow|overline|rubrik)(?:[^a-z]|$)/;
const CATEGORY_ADDRESS = /\/categor(?:y|ies|ia|ias|ie)\//i;
const TAG_ADDRESS = /\/tags?\//i;

/** Links in such lists that lead to more of the site. */
const NO_TOPIC = /^(?:home|more|(?:view|see|show) (?:all|more)|all|read more)\W*$/i;

/** How many ancestors may name the list, and how much text besides links it may hold. */
const ANCESTORS_MAX = 5;
const LIST_CHARACTERS_MAX = 400;

/** Whether a link is a tag of the article, or its category; undefined where it is neither. */
export function topicOf(link: HtmlElement): 'tag' | 'category' | undefined {
  if (link.tagName !== 'a') return undefined;
  const topic = namedTopicOf(link);
  const text = topic === undefined ? '' : textContent(link).trim();
  return text === '' || NO_TOPIC.test(text) ? undefined : topic;
}

function namedTopicOf(link: HtmlElement): 'tag' | 'category' | undefined {
  if (hasClass(link, /(?:^|\s)p-category(?:\s|$)/)) return isCategoryAddress(link) ? 'category' : 'tag';
  const names = listNames(link);
  if (CATEGORIES.test(names) || (isCategoryAddress(link) && /meta|tags?|terms/.test(names)))
    return 'category';
  if (TAGS.test(names)) return isCategoryAddress(link) ? 'category' : 'tag';
  return TAG_ADDRESS.test(attribute(link, 'href') ?? '') && /meta|footer|topics/.test(names)
    ? 'tag'
    : undefined;
}

/** Whether the address of a link is a category's. */
export function isCategoryAddress(link: HtmlElement): boolean {
  return CATEGORY_ADDRESS.test(attribute(link, 'href') ?? '');
}

/** The names of a link and of what lists it; a list is short, and articles name themselves after their tags. */
function listNames(link: HtmlElement): string {
  let names = spelledNames(link);
  let parent = link.parentNode;
  for (let level = 0; level < ANCESTORS_MAX && parent !== null && isElement(parent); level += 1) {
    if (!/^(?:ul|ol|li|dl|dd|div|p|span|nav|section|footer|header)$/.test(parent.tagName)) break;
    if (textUpTo(parent, LIST_CHARACTERS_MAX) === undefined) break;
    if (parent.tagName !== 'header') names += ` ${spelledNames(parent)}`;
    parent = parent.parentNode;
  }
  return names;
}
