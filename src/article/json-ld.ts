/**
 * What a page's JSON-LD says of its article (schema.org `NewsArticle`, `Article`, `BlogPosting`).
 *
 * In: the texts of its `script type="application/ld+json"`. Out: the record of the article, what it refers to put in
 * place. Linked contexts are not followed. Values are read by json-ld-values.ts.
 */
import { isRecord, type JsonRecord, listOf } from './json-ld-values.ts';

const ARTICLE_TYPE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|Report|LiveBlogPosting)$/;
/** What a page may be about in place of an article. */
const WORK_TYPE =
  /^(?:https?:\/\/schema\.org\/)?(?:Recipe|HowTo|Review|CriticReview|PodcastEpisode|CreativeWork|Blog(?:Post)?)$/;
const PAGE_TYPE = /^(?:https?:\/\/schema\.org\/)?(?:WebPage|ItemPage)$/;
const SITE_TYPE = /^(?:https?:\/\/schema\.org\/)?WebSite$/;

/** The most records looked at in one script. */
const RECORDS_MAX = 1_000;

/** The records of one script; undefined for a text that is no JSON. */
export function jsonLdRecords(json: string): readonly JsonRecord[] | undefined {
  const value = parsedJson(json);
  if (value === undefined) return undefined;
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && at < RECORDS_MAX; at += 1) {
    const each = queue[at];
    if (Array.isArray(each)) queue.push(...each.slice(0, RECORDS_MAX));
    if (isRecord(each)) queue.push(each['@graph'], each.mainEntity, each.mainEntityOfPage);
  }
  return queue.slice(0, RECORDS_MAX).filter(isRecord);
}

/**
 * The record of the page's article: of several the one that is about this page, else the first. Where there is none,
 * what a `WebPage` says of dates and summary, since its name is seldom the headline. Empty where nothing says anything.
 *
 * @param isOfPage whether a record is about this page
 */
export function articleRecord(
  records: readonly JsonRecord[],
  isOfPage: (record: JsonRecord) => boolean,
): JsonRecord {
  const articles = records.filter((record) => hasType(record, ARTICLE_TYPE));
  const works = records.filter((record) => hasType(record, WORK_TYPE));
  const article = articles.find(isOfPage) ?? articles[0] ?? works.find(isOfPage);
  if (article !== undefined) return withReferences(article, records);
  const page = records.find((record) => hasType(record, PAGE_TYPE) && record.datePublished !== undefined);
  if (page === undefined) return {};
  const { datePublished, dateModified, description } = page;
  return { datePublished, dateModified, description };
}

/** What the page's site is called. */
export function siteNames(records: readonly JsonRecord[], article: JsonRecord): readonly unknown[] {
  const publishers = listOf(article.publisher).filter(isRecord);
  return [...publishers, ...records.filter((record) => hasType(record, SITE_TYPE))].map(({ name }) => name);
}

/** Authors, pictures and publisher that stand elsewhere in the graph, put where they are referred to. */
function withReferences(record: JsonRecord, records: readonly JsonRecord[]): JsonRecord {
  const inPlace = (value: unknown): readonly unknown[] =>
    listOf(value).map((each) => {
      if (!isRecord(each) || each['@id'] === undefined || each.name !== undefined || each.url !== undefined)
        return each;
      return (
        records.find((other) => other !== each && other['@id'] === each['@id'] && isSaying(other)) ?? each
      );
    });
  return {
    ...record,
    author: inPlace(record.author),
    image: inPlace(record.image),
    publisher: inPlace(record.publisher),
  };
}

function isSaying(record: JsonRecord): boolean {
  return record.name !== undefined || record.url !== undefined || record.contentUrl !== undefined;
}

function hasType(record: JsonRecord, type: RegExp): boolean {
  return listOf(record['@type']).some((each) => typeof each === 'string' && type.test(each));
}

/** JSON as templates write it: in comments, with line ends inside its texts, with a comma behind the last value. */
function parsedJson(json: string): unknown {
  const bare = json.replace(
    /^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?|(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*;?\s*$/g,
    '',
  );
  return jsonOf(bare) ?? jsonOf(bare.replace(/[\u0000-\u001F]+/g, ' ').replace(/, *([}\]])/g, '$1'));
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
