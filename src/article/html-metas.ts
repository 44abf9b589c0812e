/**
 * The `meta` elements of a page, and which of them say what: OpenGraph, Dublin Core, the names that search engines,
 * newsletters and counters of readers have made customary.
 *
 * Tables and look-ups only; html-fields.ts says whom to trust.
 */
import { attribute, type HtmlElement } from './html-tree.ts';
import { isRecord, listedTexts, listOf, recordTexts } from './json-ld-values.ts';

/** Contents of `meta` elements by lower-case `property`, `name` or `itemprop`. */
export type Metas = ReadonlyMap<string, readonly string[]>;

/** Names of `meta` elements, most particular first. */
export const META_NAMES = {
  title: [
    'og:title',
    'twitter:title',
    'headline',
    'parsely-title',
    'sailthru.title',
    'dc.title',
    'dcterms.title',
  ],
  site: ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'publisher', 'dc.publisher'],
  summary: [
    'og:description',
    'description',
    'twitter:description',
    'dc.description',
    'dcterms.description',
    'sailthru.description',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'article:published',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'citation_publication_date',
    'publish-date',
    'publish_date',
    'published_at',
    'publication_date',
    'publicationdate',
    'pubdate',
    'publishdate',
    'publisheddate',
    'content_publisheddate',
    'pub_date',
    'ptime',
    'og:pubdate',
    'bt:pubdate',
    'article:publish_date',
    'article_date_original',
    'originalpublicationdate',
    'iso-8601-publish-date',
    'article.published',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date.created',
    'cxenseparse:recs:publishtime',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'date',
  ],
  updated: [
    'article:modified_time',
    'og:article:modified_time',
    'og:updated_time',
    'datemodified',
    'dc.date.modified',
    'dcterms.modified',
    'last-modified',
    'lastmod',
  ],
  author: [
    'author',
    'article:author',
    'og:article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'byl',
  ],
  section: [
    'article:section',
    'og:article:section',
    'articlesection',
    'parsely-section',
    'section',
    'meta-section',
  ],
  picture: [
    'og:image:secure_url',
    'og:image',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
    'parsely-image-url',
    'sailthru.image.full',
    'thumbnail',
  ],
  pictureAlt: ['og:image:alt', 'twitter:image:alt'],
} as const;

/** Names of tags; those of the first that a page has. */
const TAGS = [
  'article:tag',
  'og:article:tag',
  'news_keywords',
  'keywords',
  'parsely-tags',
  'sailthru.tags',
  'dc.subject',
  'dcterms.subject',
];

/** The most values of one name. */
const VALUES_MAX = 100;

/** Adds what one `meta` element says. */
export function addMeta(metas: Map<string, string[]>, element: HtmlElement): void {
  const name =
    attribute(element, 'property') ??
    attribute(element, 'name') ??
    attribute(element, 'itemprop') ??
    attribute(element, 'http-equiv') ??
    '';
  const content = attribute(element, 'content') ?? '';
  // quotation marks that nobody escaped have ended the content after a few words
  if (element.attrs.some(({ name: each }) => each.includes('"'))) return;
  const key = name.trim().toLowerCase();
  if (key === 'parsely-page') addParselyPage(metas, content);
  else if (key !== '') addValue(metas, key, content);
}

function addValue(metas: Map<string, string[]>, key: string, content: string): void {
  if (content.trim() === '') return;
  const values = metas.get(key) ?? [];
  if (values.length < VALUES_MAX) values.push(content);
  metas.set(key, values);
}

/** Parse.ly's one `meta` of JSON, under the names that its several ones have. */
function addParselyPage(metas: Map<string, string[]>, json: string): void {
  let page: unknown;
  try {
    page = JSON.parse(json);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  if (!isRecord(page)) return;
  const names = {
    title: 'title',
    author: 'authors',
    'pub-date': 'pub_date',
    section: 'section',
    'image-url': 'image_url',
  };
  for (const [name, key] of Object.entries(names)) {
    for (const value of listOf(page[key]))
      if (typeof value === 'string') addValue(metas, `parsely-${name}`, value);
  }
  addValue(metas, 'parsely-tags', recordTexts(page.tags).join(';'));
}

/** The first value of each of these names that a page has, in order of trust. */
export function metaValues(metas: Metas, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => metas.get(name)?.[0] ?? []);
}

/** The tags in the `meta` elements: one element for each, or one that lists them. */
export function metaTags(metas: Metas): readonly string[] {
  const values = TAGS.map((name) => metas.get(name)).find((each) => each !== undefined) ?? [];
  return values.length === 1 ? listedTexts(values[0]!) : values;
}
