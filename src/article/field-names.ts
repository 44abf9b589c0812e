/**
 * The names that fields of front matter go by.
 *
 * Those that users of Hugo, Jekyll, Eleventy, Astro, Zola and Ghost have already; a table only.
 */

/** Our field → the names it goes by, most particular first. Spelled as `fieldName` gives them. */
export const FIELD_NAMES = {
  headline: ['title', 'headline'],
  subhead: ['subtitle', 'subhead', 'subheadline', 'dek'],
  summary: [
    'description',
    'summary',
    'excerpt',
    'abstract',
    'customexcerpt',
    'standfirst',
    'metadescription',
  ],
  published: [
    'publishdate',
    'pubdate',
    'publisheddate',
    'datepublished',
    'publishedat',
    'publicationdate',
    'publishedon',
    'date',
    'postdate',
    'created',
    'createdat',
    'createddate',
    'datecreated',
  ],
  updated: [
    'lastmod',
    'updated',
    'modified',
    'lastmodifiedat',
    'updateddate',
    'datemodified',
    'moddate',
    'updatedat',
    'lastupdated',
    'lastmodified',
    'modifieddate',
    'dateupdated',
  ],
  expires: ['expirydate', 'expires', 'expirationdate', 'unpublishdate'],
  tags: ['tags', 'tag', 'keywords', 'topics'],
  categories: ['categories', 'category'],
  section: ['section', 'desk'],
  authors: ['authors', 'author', 'byline', 'writer', 'creator'],
  slug: ['slug'],
  permalink: ['permalink', 'url'],
  canonical: ['canonicalurl', 'canonical'],
  picture: [
    'image',
    'featuredimage',
    'featureimage',
    'cover',
    'coverimage',
    'heroimage',
    'thumbnail',
    'images',
    'headerimage',
    'banner',
    'bannerimage',
    'ogimage',
    'socialimage',
    'header',
  ],
  alt: ['imagealt', 'coveralt', 'featuredimagealt', 'featureimagealt', 'heroimagealt'],
  pictureCredit: [
    'imagecredit',
    'photocredit',
    'covercredit',
    'featuredimagecredit',
    'featureimagecredit',
    'heroimagecredit',
    'imageattribution',
    'photographer',
    'photoby',
  ],
  language: ['lang', 'language', 'locale'],
  id: ['id', 'guid'],
  source: ['source', 'credit'],
  dateline: ['dateline', 'place'],
  correction: ['correction'],
  embargo: ['embargo', 'embargoeduntil'],
} as const;

/** Tables whose fields count as if they stood at the top: Hugo's params, Zola's extra and taxonomies. */
export const FIELD_TABLES = ['taxonomies', 'params', 'extra'] as const;

/** One of our fields. */
export type StatedName = keyof typeof FIELD_NAMES;
