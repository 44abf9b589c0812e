/**
 * What the head of an HTML page states: JSON-LD, OpenGraph, `meta`, `title`, in that order of trust.
 *
 * `link rel=canonical` is not read: people save pages from elsewhere, and an article of ours is ours wherever its
 * text once stood. A date that is none is a warning here, since the page was seldom written by who publishes it.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { absoluteWebAddress } from './addresses.ts';
import { lineAt } from './article-text.ts';
import type { Person } from './draft.ts';
import type { Fault } from './fault.ts';
import { attribute, elementsOf, type HtmlParent, textContent } from './html-tree.ts';
import { articleRecord, type JsonRecord, recordPeople, recordText, recordTexts } from './json-ld.ts';
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

/** What the walk over a page collects. */
interface PageFacts {
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly record: JsonRecord;
  readonly title: string;
  readonly language: string | undefined;
  readonly baseHref: string | undefined;
  readonly pubdate: string | undefined;
}

/**
 * Reads what a page states.
 *
 * @param html the page's text, for the lines of faults
 */
export function pageFields(path: string, page: HtmlParent, html: string): PageFields {
  const facts = pageFacts(page);
  const { metas, record } = facts;
  const faults: Fault[] = [];
  const date = (...values: (string | undefined)[]): Date | undefined => {
    const written = values.find((value) => value !== undefined && value.trim() !== '')?.trim();
    if (written === undefined) return undefined;
    const instant = statedDate(written)?.instant;
    if (instant === undefined) {
      const what = `\`${plainLine(written).slice(0, 60).toWellFormed()}\` is no date and is passed over; expected such as 2025-09-05T10:30:00+02:00`;
      faults.push({ path, line: lineAt(html, html.indexOf(written)), severity: 'warning', what });
    }
    return instant;
  };
  const meta = (...names: string[]): string | undefined =>
    names.map((name) => metas.get(name)?.[0]).find((value) => value !== undefined);
  const picture = recordText(record.image) ?? meta('og:image', 'og:image:url', 'twitter:image');
  const stated: StatedFields = {
    headline: line(recordText(record.headline) ?? meta('og:title') ?? ownTitle(facts)),
    summary: line(recordText(record.description) ?? meta('og:description', 'description')),
    published: date(
      recordText(record.datePublished),
      meta('article:published_time', 'date', 'dc.date', 'dcterms.date'),
      facts.pubdate,
    ),
    updated: date(recordText(record.dateModified), meta('article:modified_time', 'last-modified')),
    authors: authorsOf(facts),
    section: line(meta('article:section') ?? recordTexts(record.articleSection)[0]),
    tags: tagsOf(facts),
    language: languageTag(facts.language ?? ''),
    picture: picture === undefined ? undefined : { source: picture, alt: line(meta('og:image:alt')) },
  };
  return { stated, baseHref: absoluteWebAddress(facts.baseHref ?? ''), faults };
}

function pageFacts(page: HtmlParent): PageFacts {
  const metas = new Map<string, string[]>();
  let record: JsonRecord | undefined;
  let title = '';
  let language: string | undefined;
  let baseHref: string | undefined;
  let pubdate: string | undefined;
  for (const element of elementsOf(page)) {
    if (element.tagName === 'meta') {
      const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? '').trim().toLowerCase();
      const content = attribute(element, 'content');
      if (name !== '' && content !== undefined && content.trim() !== '')
        metas.set(name, [...(metas.get(name) ?? []), content].slice(0, 100));
    } else if (element.tagName === 'title' && title === '') title = textContent(element);
    else if (element.tagName === 'html')
      language = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
    else if (element.tagName === 'base') baseHref ??= attribute(element, 'href');
    else if (element.tagName === 'time' && attribute(element, 'pubdate') !== undefined)
      pubdate ??= attribute(element, 'datetime');
    else if (
      element.tagName === 'script' &&
      /^\s*application\/ld\+json/i.test(attribute(element, 'type') ?? '')
    ) {
      record ??= articleRecord(textContent(element));
    }
  }
  return { metas, record: record ?? {}, title, language, baseHref, pubdate };
}

/** `<title>` without the site's name, where the page says what the site's name is. */
function ownTitle({ title, metas }: PageFacts): string {
  const site = plainLine(metas.get('og:site_name')?.[0] ?? '');
  const whole = plainLine(title);
  if (site === '' || !whole.endsWith(site)) return whole;
  const own = whole.slice(0, -site.length).replace(/\s+[|·•:»«–—-]\s*$/, '');
  return own === '' || own.length + site.length === whole.length ? whole : own;
}

function authorsOf({ record, metas }: PageFacts): readonly Person[] {
  const fromRecord = recordPeople(record.author).map((each) => ({
    name: recordText(each.name),
    url: recordText(each.url),
    email: recordText(each.email),
  }));
  const found = people(fromRecord, false);
  if (found.length > 0) return found;
  const named = [...(metas.get('author') ?? []), ...(metas.get('article:author') ?? [])];
  return people(
    named.filter((name) => !/^\s*(?:https?:)?\/\//i.test(name)),
    false,
  );
}

function tagsOf({ record, metas }: PageFacts): readonly PlainText[] {
  const listed = metas.get('article:tag') ?? recordTexts(record.keywords);
  const tags = listed.length > 0 ? listed : recordTexts(metas.get('keywords')?.[0]);
  return tags
    .map(plainLine)
    .filter((tag) => tag !== '')
    .slice(0, 100);
}

function line(text: string | undefined): PlainText | undefined {
  const plain = plainLine(text ?? '');
  return plain === '' ? undefined : plain;
}
