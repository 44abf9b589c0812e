/**
 * What an HTML page states of its article: JSON-LD, OpenGraph, `meta`, elements, in that order of trust.
 *
 * `link rel=canonical` only tells which record of JSON-LD is the page's: people save pages from elsewhere, and an article
 * of ours is ours wherever its text once stood. A date that is none is a warning here, since the page was seldom written
 * by who publishes it.
 */
import { type PlainText, plainLine } from '../base/text.ts';
import { absoluteWebAddress } from './addresses.ts';
import type { Fault } from './fault.ts';
import { lineAt } from './file-text.ts';
import { authorsOf } from './html-authors.ts';
import type { ElementFacts } from './html-facts.ts';
import type { HeadFacts } from './html-head.ts';
import { META_NAMES, metaTags, metaValues } from './html-metas.ts';
import { isPart, withoutSite } from './html-title.ts';
import { articleRecord, siteNames } from './json-ld.ts';
import { type JsonRecord, recordAddress, recordCredit, recordText, recordTexts } from './json-ld-values.ts';
import { markedUpLine } from './marked-up-line.ts';
import { type StatedDate, statedDate } from './stated-date.ts';
import type { StatedFields } from './stated-fields.ts';
import { languageTag } from './stated-values.ts';

/** What a page states, and what is odd about it. */
export interface PageFields {
  readonly stated: StatedFields;
  readonly baseHref: string | undefined;
  /** The text of the article where only JSON-LD has it, as plain text or HTML. */
  readonly articleBody: string | undefined;
  readonly faults: readonly Fault[];
}

/** What the fields are read from. */
export interface PageSources {
  readonly head: HeadFacts;
  readonly elements: ElementFacts;
  /** The text of the article's headline in the page; empty where there is none. */
  readonly heading: string;
  /** What the site calls itself in the links to its front page. */
  readonly siteNames: readonly string[];
  /** The language that the article's own element states. */
  readonly language: string | undefined;
  /** The page's text, for the lines of faults. */
  readonly html: string;
}

/** Reads what a page states. */
export function pageFields(path: string, sources: PageSources): PageFields {
  const { head, elements, heading, html } = sources;
  const { metas } = head;
  const record = articleRecord(head.records, (each) => isOfPage(each, head, heading));
  const faults: Fault[] = head.brokenJson === undefined ? [] : [brokenJson(path, html, head.brokenJson)];
  const date = (...values: (string | undefined)[]): Date | undefined => {
    const written = values.filter((value) => value !== undefined && value.trim() !== '');
    const read = written.flatMap((value) => statedDate(value!.trim()) ?? []);
    if (read.length > 0) return mostExact(read).instant;
    const [first] = written;
    if (first !== undefined) faults.push(noDate(path, html, first.trim()));
    return undefined;
  };
  const meta = (names: readonly string[]): string | undefined => metaValues(metas, names)[0];
  const picture =
    recordAddress(record.image) ??
    meta(META_NAMES.picture) ??
    elements.picture ??
    recordAddress(record.thumbnailUrl);
  const categories = lines([...recordTexts(record.articleSection), ...elements.categories]);
  const stated: StatedFields = {
    headline: headlineOf(record, sources),
    subhead: line(recordText(record.alternativeHeadline) ?? elements.subhead),
    summary: summaryOf(record, sources),
    published: date(
      recordText(record.datePublished),
      ...metaValues(metas, META_NAMES.published),
      elements.published,
      dateInAddress(head.canonical) ?? dateInAddress(meta(['og:url'])),
    ),
    updated: date(
      recordText(record.dateModified),
      ...metaValues(metas, META_NAMES.updated),
      elements.updated,
    ),
    authors: authorsOf(record, metas, elements.authors, sitesOf(record, sources)),
    section: line(sectionOf(meta(META_NAMES.section) ?? '')),
    categories,
    tags: tagsOf(record, sources),
    language: languageTag(
      sources.language ??
        head.language ??
        recordText(record.inLanguage) ??
        meta(['content-language', 'og:locale', 'dc.language']) ??
        '',
    ),
    picture:
      picture === undefined
        ? undefined
        : {
            source: picture,
            alt: line(meta(META_NAMES.pictureAlt)),
            credit: line(recordCredit(record.image)),
          },
  };
  const articleBody = recordText(record.articleBody);
  return { stated, baseHref: absoluteWebAddress(head.baseHref ?? ''), articleBody, faults };
}

/** The first date, or another that tells the zone or the hour of the same: `2025-09-05T10:30:00` and `…+02:00`. */
function mostExact([first, ...others]: readonly StatedDate[]): StatedDate {
  const isSame = ({ instant }: StatedDate) =>
    Math.abs(instant.getTime() - first!.instant.getTime()) <= HOURS_APART_MAX * 3_600_000;
  if (first!.hasZone && first!.hasTime) return first!;
  return others.find((other) => other.hasZone && other.hasTime && isSame(other)) ?? first!;
}

/** How far apart two spellings of one instant may be that differ by their zone. */
const HOURS_APART_MAX = 14;

/** The day in the address of a page: `/2025/09/05/`, `/2025-09-05-`, `/20250905/`. */
function dateInAddress(address: string | undefined): string | undefined {
  const [, year, , month, day] =
    /\/((?:19|20)\d{2})([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[/_-]|$)/.exec(address ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

function noDate(path: string, html: string, written: string): Fault {
  const what = `\`${plainLine(written).slice(0, 60).toWellFormed()}\` is no date and is passed over; expected such as 2025-09-05T10:30:00+02:00`;
  return { path, line: lineAt(html, html.indexOf(written)), severity: 'warning', what };
}

function brokenJson(path: string, html: string, json: string): Fault {
  const what = 'the JSON-LD is no JSON and is passed over; expected such as {"@type": "NewsArticle", …}';
  return { path, line: lineAt(html, html.indexOf(json)), severity: 'note', what };
}

/** Pages carry the records of the articles that they recommend, too. */
function isOfPage(record: JsonRecord, { title, canonical }: HeadFacts, heading: string): boolean {
  const headline = line(recordText(record.headline ?? record.name));
  if (headline !== undefined && (headline === heading || isPart(plainLine(title), headline))) return true;
  const address = recordAddress(record.url) ?? recordAddress(record.mainEntityOfPage);
  return address !== undefined && address === canonical;
}

function headlineOf(record: JsonRecord, sources: PageSources): PlainText | undefined {
  const { head, elements, heading } = sources;
  const { metas } = head;
  const stated = line(recordText(record.headline ?? record.name));
  const title = stated ?? line(metaValues(metas, META_NAMES.title)[0] ?? elements.headline ?? head.title);
  if (title === undefined) return undefined;
  // a headline in JSON-LD may be longer than the heading for a reason, but not at its end
  if (isPart(title, heading) && (stated === undefined || title.startsWith(heading))) return line(heading);
  const sections = [...metaValues(metas, META_NAMES.section), ...recordTexts(record.articleSection)];
  return withoutSite(withoutSite(title, sitesOf(record, sources)), sections);
}

/** The first text that says something of the article: many a page has its site's name there. */
function summaryOf(record: JsonRecord, sources: PageSources): PlainText | undefined {
  const { head, elements } = sources;
  const sites = new Set(sitesOf(record, sources).map((site) => plainLine(site)));
  return [recordText(record.description), ...metaValues(head.metas, META_NAMES.summary), elements.summary]
    .map(line)
    .find((summary) => summary !== undefined && !sites.has(summary));
}

/** The desk, where the way to it is stated: `news,nation`, `/world/europe`. */
function sectionOf(stated: string): string {
  const [, desk] = /^\/?([\w-]+)(?:[,/][\w-]+)+\/?$/.exec(stated.trim()) ?? [];
  return desk ?? stated;
}

/** What the page's site is called. */
function sitesOf(record: JsonRecord, { head, siteNames: ofElements }: PageSources): readonly string[] {
  const named = [...metaValues(head.metas, META_NAMES.site), ...siteNames(head.records, record)];
  return [...named, ...ofElements].filter((site) => typeof site === 'string');
}

function tagsOf(record: JsonRecord, { head, elements }: PageSources): readonly PlainText[] {
  const fromMetas = lines(metaTags(head.metas));
  const isTagged = head.metas.has('article:tag') || head.metas.has('og:article:tag');
  const fromRecord = lines(ownKeywords(recordTexts(record.keywords)));
  const [first, second] = isTagged ? [fromMetas, fromRecord] : [fromRecord, fromMetas];
  return [first, second, lines(elements.tags)].find((tags) => tags.length > 0) ?? [];
}

/** Medium marks which of its keywords are tags; the others are its own affairs. */
function ownKeywords(keywords: readonly string[]): readonly string[] {
  const marked = keywords.filter((keyword) => keyword.startsWith('Tag:'));
  return marked.length === 0 ? keywords : marked.map((keyword) => keyword.slice('Tag:'.length));
}

function lines(texts: readonly string[]): readonly PlainText[] {
  return texts.flatMap((text) => line(text) ?? []).slice(0, 100);
}

/** One line of plain text; JSON-LD and `meta` often hold references that were escaped twice. */
function line(text: string | undefined): PlainText | undefined {
  const plain = markedUpLine(text ?? '');
  return plain === '' ? undefined : plain;
}
