/**
 * What an HTML page states of its article: JSON-LD, OpenGraph, `meta`, elements, in that order of trust.
 *
 * `link rel=canonical` is not read: people save pages from elsewhere, and an article of ours is ours wherever its
 * text once stood. A date that is none is a warning here, since the page was seldom written by who publishes it.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { absoluteWebAddress } from './addresses.ts';
import type { Person } from './draft.ts';
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { type PageFacts, pageFacts } from './html-facts.ts';
import type { HtmlParent } from './html-tree.ts';
import { recordCredit, recordPeople, recordText, recordTexts } from './json-ld.ts';
import { markedUpLine } from './marked-up-line.ts';
import { people } from './people.ts';
import { statedDate } from './stated-date.ts';
import type { StatedFields } from './stated-fields.ts';
import { languageTag } from './stated-values.ts';

/** What a page states, and what is odd about it. */
export interface PageFields {
  readonly stated: StatedFields;
  readonly baseHref: string | undefined;
  readonly faults: readonly Fault[];
}

/** Names of `meta` elements, most particular first. */
const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'publish-date',
  'publication_date',
  'pubdate',
  'article.published',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'cxenseparse:recs:publishtime',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date',
] as const;
const UPDATED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
] as const;
const AUTHOR_METAS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
] as const;

/**
 * Reads what a page states.
 *
 * @param root the article's element
 * @param heading the text of the article's first heading; empty where there is none
 * @param html the page's text, for the lines of faults
 */
export function pageFields(
  path: string,
  page: HtmlParent,
  root: HtmlParent,
  { heading, html }: { readonly heading: string; readonly html: string },
): PageFields {
  const facts = pageFacts(page, root);
  const { metas, record } = facts;
  const faults: Fault[] = [];
  const date = (...values: (string | undefined)[]): Date | undefined => {
    const written = values.filter((value) => value !== undefined && value.trim() !== '');
    for (const value of written) {
      const instant = statedDate(value!.trim())?.instant;
      if (instant !== undefined) return instant;
    }
    const [first] = written;
    if (first !== undefined) faults.push(noDate(path, html, first.trim()));
    return undefined;
  };
  const all = (names: readonly string[]) => names.flatMap((name) => metas.get(name)?.[0] ?? []);
  const meta = (...names: string[]): string | undefined => all(names)[0];
  const picture =
    recordText(record.image) ??
    meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src');
  const stated: StatedFields = {
    headline: headlineOf(facts, heading),
    subhead: line(recordText(record.alternativeHeadline) ?? facts.subhead),
    summary: line(
      recordText(record.description) ??
        meta('og:description', 'description', 'twitter:description', 'dc.description'),
    ),
    published: date(recordText(record.datePublished), ...all(PUBLISHED_METAS), facts.published),
    updated: date(recordText(record.dateModified), ...all(UPDATED_METAS), facts.updated),
    authors: authorsOf(facts),
    section: line(
      meta('article:section') ??
        recordTexts(record.articleSection)[0] ??
        meta('parsely-section') ??
        facts.sections[0],
    ),
    tags: tagsOf(facts),
    language: languageTag(
      facts.language ?? recordText(record.inLanguage) ?? meta('content-language', 'og:locale') ?? '',
    ),
    picture:
      picture === undefined
        ? undefined
        : {
            source: picture,
            alt: line(meta('og:image:alt', 'twitter:image:alt')),
            credit: line(recordCredit(record.image)),
          },
  };
  return { stated, baseHref: absoluteWebAddress(facts.baseHref ?? ''), faults };
}

function noDate(path: string, html: string, written: string): Fault {
  const what = `\`${plainLine(written).slice(0, 60).toWellFormed()}\` is no date and is passed over; expected such as 2025-09-05T10:30:00+02:00`;
  return { path, line: lineAt(html, html.indexOf(written)), severity: 'warning', what };
}

function headlineOf(facts: PageFacts, heading: string): PlainText | undefined {
  const { record, metas } = facts;
  const stated =
    recordText(record.headline) ??
    metas.get('og:title')?.[0] ??
    metas.get('twitter:title')?.[0] ??
    metas.get('dc.title')?.[0] ??
    metas.get('dcterms.title')?.[0] ??
    facts.title;
  const title = ownTitle(stated, facts);
  // `Headline - Site` where the page shows `Headline`: the page's own words tell which part is whose
  const isHeadingFirst = heading !== '' && title.length > heading.length && title.startsWith(heading);
  const isParted = isHeadingFirst && /^\s*[|·•:»«–—-]\s/.test(title.slice(heading.length));
  return line(isParted ? heading : title);
}

/** A title without the site's name, where the page says what the site's name is. */
function ownTitle(title: string, { metas }: PageFacts): string {
  const site = plainLine(metas.get('og:site_name')?.[0] ?? metas.get('application-name')?.[0] ?? '');
  const whole = plainLine(title);
  if (site === '' || !whole.endsWith(site)) return whole;
  const own = whole.slice(0, -site.length).replace(/\s+[|·•:»«–—-]\s*$/, '');
  return own === '' || own.length + site.length === whole.length ? whole : own;
}

function authorsOf({ record, metas, authors }: PageFacts): readonly Person[] {
  const fromRecord = recordPeople(record.author).map((each) => ({
    name: line(withoutBy(recordText(each.name) ?? '')),
    url: recordText(each.url),
    email: recordText(each.email),
  }));
  const found = people(fromRecord, false);
  if (found.length > 0) return found;
  const named = AUTHOR_METAS.flatMap((name) => (metas.get(name) ?? []).slice(0, 20));
  const inHead = namedPeople(named);
  if (inHead.length > 0) return inHead;
  const inArticle = namedPeople(authors);
  return inArticle.length > 0 ? inArticle : namedPeople(cardAuthors(metas));
}

/** `twitter:label1` and `twitter:data1`, which WordPress and Ghost write for cards: in English, as themes have it. */
function cardAuthors(metas: PageFacts['metas']): readonly string[] {
  const isAuthor = /^(?:written by|author)$/i.test(metas.get('twitter:label1')?.[0]?.trim() ?? '');
  return isAuthor ? (metas.get('twitter:data1') ?? []).slice(0, 1) : [];
}

function namedPeople(names: readonly string[]): readonly Person[] {
  return people(names.filter((name) => !isAddress(name)).map(withoutBy), false);
}

function isAddress(name: string): boolean {
  return /^\s*(?:https?:)?\/\//i.test(name);
}

function withoutBy(name: string): string {
  return name.replace(/^\s*(?:(?:posted|written|words|text)\s+)?(?:by|von|par|por)\s*:?\s+(?=\p{Lu})/iu, '');
}

function tagsOf({ record, metas, tags }: PageFacts): readonly PlainText[] {
  const lists = [
    metas.get('article:tag') ?? [],
    ownKeywords(recordTexts(record.keywords)),
    recordTexts((metas.get('news_keywords') ?? metas.get('keywords') ?? metas.get('parsely-tags'))?.[0]),
    (metas.get('dc.subject') ?? metas.get('dcterms.subject') ?? []).flatMap((each) => each.split(/[;,]/)),
    tags,
  ];
  return (lists.find((list) => list.some((tag) => tag.trim() !== '')) ?? [])
    .map((tag) => line(tag))
    .filter((tag) => tag !== undefined)
    .slice(0, 100);
}

/** Medium marks which of its keywords are tags; the others are its own affairs. */
function ownKeywords(keywords: readonly string[]): readonly string[] {
  const marked = keywords.filter((keyword) => keyword.startsWith('Tag:'));
  return marked.length === 0 ? keywords : marked.map((keyword) => keyword.slice('Tag:'.length));
}

/** One line of plain text; JSON-LD and `meta` often hold references that were escaped twice. */
function line(text: string | undefined): PlainText | undefined {
  const plain = markedUpLine(text ?? '');
  return plain === '' ? undefined : plain;
}
