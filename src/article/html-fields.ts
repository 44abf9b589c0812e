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
    summary: line(
      recordText(record.description) ??
        meta('og:description', 'description', 'twitter:description', 'dc.description'),
    ),
    published: date(recordText(record.datePublished), ...all(PUBLISHED_METAS), facts.published),
    updated: date(recordText(record.dateModified), ...all(UPDATED_METAS), facts.updated),
    authors: authorsOf(facts),
    section: line(
      meta('article:section') ?? recordTexts(record.articleSection)[0] ?? meta('parsely-section'),
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
  const stated = line(recordText(record.headline));
  if (stated !== undefined) return stated;
  const title = ownTitle(metas.get('og:title')?.[0] ?? metas.get('twitter:title')?.[0] ?? facts.title, facts);
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
    name: line(recordText(each.name)),
    url: recordText(each.url),
    email: recordText(each.email),
  }));
  const found = people(fromRecord, false);
  if (found.length > 0) return found;
  const named = AUTHOR_METAS.flatMap((name) => (metas.get(name) ?? []).slice(0, 20));
  const inHead = namedPeople(named);
  return inHead.length > 0 ? inHead : namedPeople(authors);
}

function namedPeople(names: readonly string[]): readonly Person[] {
  return people(names.filter((name) => !isAddress(name)).map(withoutBy), false);
}

function isAddress(name: string): boolean {
  return /^\s*(?:https?:)?\/\//i.test(name);
}

function withoutBy(name: string): string {
  return name.replace(/^\s*(?:by|von|par|por)\s*:?\s+(?=\p{Lu})/iu, '');
}

function tagsOf({ record, metas }: PageFacts): readonly PlainText[] {
  const listed = metas.get('article:tag') ?? recordTexts(record.keywords);
  const tags =
    listed.length > 0
      ? listed
      : recordTexts((metas.get('news_keywords') ?? metas.get('keywords') ?? metas.get('parsely-tags'))?.[0]);
  return tags
    .map((tag) => line(tag))
    .filter((tag) => tag !== undefined)
    .slice(0, 100);
}

/** One line of plain text; JSON-LD and `meta` often hold references that were escaped twice. */
function line(text: string | undefined): PlainText | undefined {
  const plain = markedUpLine(text ?? '');
  return plain === '' ? undefined : plain;
}
