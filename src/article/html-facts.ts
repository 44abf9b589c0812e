/**
 * What one walk over a page finds that states something of its article: metadata of the head, and the few elements
 * of the article that themes and microdata mark as date or author.
 *
 * Nothing is decided here; html-fields.ts says whom to trust.
 */
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  holds,
  isElement,
  textContent,
} from './html-tree.ts';
import { articleRecord, type JsonRecord } from './json-ld.ts';

/** The finds. */
export interface PageFacts {
  /** Contents of `meta` elements by lower-case `property`, `name` or `itemprop`. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** The article's JSON-LD, empty where there is none. */
  readonly record: JsonRecord;
  readonly title: string;
  readonly language: string | undefined;
  readonly baseHref: string | undefined;
  /** Dates that elements of the article state, as written. */
  readonly published: string | undefined;
  readonly updated: string | undefined;
  /** Names that elements of the article state, as written. */
  readonly authors: readonly string[];
  /** What links of the article say that they are: its tags, and the section (`rel="category tag"` of WordPress). */
  readonly tags: readonly string[];
  /** The line under the headline, where it stands in the article's head. */
  readonly subhead: string | undefined;
  readonly sections: readonly string[];
}

/** The most values of one `meta` name, and the most authors of one page. */
const VALUES_MAX = 100;

/** The longest text that can be a name. */
const NAME_CHARACTERS_MAX = 100;

const PUBLISHED_CLASS =
  /(?:^|\s)(?:published|dt-published|entry-date|post-date|publish(?:ed)?-date|article-date)(?:\s|$)/i;
const UPDATED_CLASS = /(?:^|\s)(?:updated|dt-updated|modified|last-modified)(?:\s|$)/i;
const AUTHOR_CLASS =
  /(?:^|\s)(?:p-author|author-name|gh-article-author-name|byline__name|byline-name|article-author|post-author|entry-author)(?:\s|$)/i;
const SUBHEAD_CLASS =
  /(?:^|\s)(?:[\w-]*(?:standfirst|subtitle|subhead(?:line)?|deck?|article-excerpt))(?:\s|$)/i;
/** Microformats: a name in the card of an author. */
const CARD_NAME_CLASS = /(?:^|\s)(?:fn|p-name)(?:\s|$)/i;
const CARD_CLASS = /(?:^|\s)(?:author|p-author|byline|post-author|entry-author)(?:\s|$)/i;
const CREDITS_CLASS =
  /(?:^|\s)(?:byline|posted-on|entry-meta|post-meta|article-meta|meta|post-info|article-info|article__meta|post__meta|dateline|date)(?:\s|$)/i;

/**
 * Walks a page.
 *
 * @param root the article's element
 */
export function pageFacts(page: HtmlParent, root: HtmlParent): PageFacts {
  const metas = new Map<string, string[]>();
  const found: { -readonly [name in keyof PageFacts]?: PageFacts[name] } = {};
  for (const element of elementsOf(page)) {
    switch (element.tagName) {
      case 'meta':
        addMeta(metas, element);
        break;
      case 'title':
        if (!('namespaceURI' in element && element.namespaceURI.endsWith('svg')))
          found.title ??= textContent(element);
        break;
      case 'html':
        found.language = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
        break;
      case 'base':
        found.baseHref ??= attribute(element, 'href');
        break;
      case 'script':
        if (/^\s*application\/ld\+json/i.test(attribute(element, 'type') ?? ''))
          found.record ??= articleRecord(textContent(element));
        break;
    }
  }
  return {
    title: '',
    language: undefined,
    baseHref: undefined,
    ...found,
    metas,
    record: found.record ?? {},
    ...articleFacts(root),
  };
}

function addMeta(metas: Map<string, string[]>, element: HtmlElement): void {
  const name =
    attribute(element, 'property') ??
    attribute(element, 'name') ??
    attribute(element, 'itemprop') ??
    attribute(element, 'http-equiv') ??
    '';
  const content = attribute(element, 'content');
  const key = name.trim().toLowerCase();
  if (key === '' || content === undefined || content.trim() === '') return;
  const values = metas.get(key) ?? [];
  if (values.length < VALUES_MAX) values.push(content);
  metas.set(key, values);
}

type ArticleFacts = Pick<PageFacts, 'published' | 'updated' | 'authors' | 'tags' | 'sections' | 'subhead'>;

function articleFacts(root: HtmlParent): ArticleFacts {
  let published: string | undefined;
  let updated: string | undefined;
  const authors: string[] = [];
  const tags: string[] = [];
  const sections: string[] = [];
  let subhead: string | undefined;
  for (const element of elementsOf(root)) {
    const names = attribute(element, 'class') ?? '';
    const property = attribute(element, 'itemprop') ?? '';
    if (SUBHEAD_CLASS.test(names) && isInside(element, ({ tagName }) => tagName === 'header'))
      subhead ??= textContent(element);
    const relation = attribute(element, 'rel') ?? '';
    if (/(?:^|\s)(?:tag|category)(?:\s|$)/i.test(relation)) {
      const list = /category/i.test(relation) ? sections : tags;
      if (list.length < VALUES_MAX) list.push(textContent(element));
    } else if (property === 'datePublished' || isPublishedTime(element, names)) published ??= dateOf(element);
    else if (property === 'dateModified' || (isTime(element) && UPDATED_CLASS.test(names)))
      updated ??= dateOf(element);
    else if (isAuthor(element, names, property) && authors.length < VALUES_MAX) {
      const name = textContent(element).trim();
      if (name !== '' && name.length <= NAME_CHARACTERS_MAX) authors.push(name);
    }
  }
  return { published, updated, authors, tags, sections, subhead };
}

/** `abbr` with the instant in its title was the way before HTML had `time` (microformats, Blogger). */
function isTime({ tagName }: HtmlElement): boolean {
  return tagName === 'time' || tagName === 'abbr';
}

/** A date says that it is one of publication by its mark or by where it stands; any other may be an event's. */
function isPublishedTime(time: HtmlElement, names: string): boolean {
  if (!isTime(time)) return false;
  if (time.tagName === 'abbr') return PUBLISHED_CLASS.test(names);
  if (attribute(time, 'pubdate') !== undefined || PUBLISHED_CLASS.test(names))
    return !UPDATED_CLASS.test(names) || PUBLISHED_CLASS.test(names);
  if (UPDATED_CLASS.test(names)) return false;
  return isInside(
    time,
    (parent) => parent.tagName === 'header' || CREDITS_CLASS.test(attribute(parent, 'class') ?? ''),
  );
}

function isAuthor(element: HtmlElement, names: string, property: string): boolean {
  if (property === 'author') return !holds(element, (inner) => attribute(inner, 'itemprop') === 'name');
  if (property === 'name') return isInside(element, (parent) => attribute(parent, 'itemprop') === 'author');
  if (/(?:^|\s)author(?:\s|$)/i.test(attribute(element, 'rel') ?? '')) return true;
  if (CARD_NAME_CLASS.test(names))
    return (
      isInside(element, (parent) => CARD_CLASS.test(attribute(parent, 'class') ?? '')) && !holdsName(element)
    );
  return AUTHOR_CLASS.test(names) && !holdsName(element);
}

/** Whether an element inside states the name more closely. */
function holdsName(element: HtmlElement): boolean {
  return holds(
    element,
    (inner) =>
      inner.tagName === 'a' ||
      attribute(inner, 'itemprop') === 'name' ||
      CARD_NAME_CLASS.test(attribute(inner, 'class') ?? ''),
  );
}

/** How many ancestors are asked. */
const ANCESTORS_MAX = 6;

function isInside(element: HtmlElement, is: (parent: HtmlElement) => boolean): boolean {
  let parent = element.parentNode;
  for (let level = 0; level < ANCESTORS_MAX && parent !== null && isElement(parent); level += 1) {
    if (is(parent)) return true;
    parent = parent.parentNode;
  }
  return false;
}

function dateOf(element: HtmlElement): string | undefined {
  const date =
    attribute(element, 'datetime') ??
    attribute(element, 'content') ??
    (element.tagName === 'abbr' ? attribute(element, 'title') : undefined) ??
    textContent(element);
  return date.trim() === '' ? undefined : date;
}
