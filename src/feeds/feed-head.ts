/**
 * What is said of a feed, and where its documents and its articles are.
 *
 * In: the ledger's record of a feed. Out: its head, the same for all formats. Which articles it holds is the ledger's to
 * say.
 */
import type { Site } from '../base/site.ts';
import type { ArchivePage } from '../ledger/archive.ts';
import type { ArticleCard } from '../ledger/article.ts';
import type { FeedRecord } from '../ledger/feed-tables.ts';
import type { DocumentUrls, FeedHead, FeedKind, Format } from './feed.ts';
import { type ArchiveAddress, articlePath, documentPath, feedHome, feedKind } from './feed-address.ts';

/** The year in every feed's own id: a constant, so that a lost ledger mints the same ids again. */
const ID_YEAR = '2025';

/** What a feed's title adds to the site's. */
const TITLES: Readonly<Record<FeedKind, (site: string, name: string) => string>> = {
  main: (site) => site,
  section: (site, name) => `${site}: ${name}`,
  tag: (site, name) => `${site}: ${name}`,
  author: (site, name) => `${site}: ${name}`,
};

/** What a feed says of itself, in one plain sentence. */
const DESCRIPTIONS: Readonly<Record<FeedKind, (site: Site, name: string) => string>> = {
  main: (site) => site.description,
  section: (site, name) => `The newest articles in the section ${name} of ${site.title}`,
  tag: (site, name) => `The newest articles tagged ${name} on ${site.title}`,
  author: (site, name) => `The newest articles by ${name} on ${site.title}`,
};

/** What is said of a feed, without its articles. */
export function feedHead(record: FeedRecord, site: Site): FeedHead {
  const { key, name, change, modified, archive } = record;
  const kind = feedKind(key);
  const url = (path: string) => site.baseUrl + path;
  return {
    key,
    kind,
    name: kind === 'main' ? site.title : name,
    title: TITLES[kind](site.title, name),
    description: DESCRIPTIONS[kind](site, name),
    language: site.language,
    id: `tag:${site.authority},${ID_YEAR}:${key === '' ? 'feed' : encodeURI(key)}`,
    homeUrl: url(feedHome(key)),
    documentUrls: documentUrls(key, site),
    previousUrls: archive && documentUrls(key, site, archiveAddress(archive)),
    change,
    modified,
  };
}

/**
 * The same of a page of its archive.
 *
 * A page that is not full goes by the places it shows, so that whatever was linked to once never changes: a reader that
 * knows an address knows what is behind it.
 */
export function archiveHead(record: FeedRecord, page: ArchivePage, site: Site): FeedHead {
  const { key } = record;
  const at = (address: ArchiveAddress) => documentUrls(key, site, address);
  return {
    ...feedHead(record, site),
    documentUrls: at(archiveAddress(page)),
    previousUrls: page.page === 1 ? undefined : at({ page: page.page - 1 }),
    archive: {
      currentUrls: documentUrls(key, site),
      nextUrls: page.isFull ? at({ page: page.page + 1 }) : undefined,
    },
  };
}

/** The address of an archive page: its number, once it is full. */
export function archiveAddress({ page, places, isFull }: ArchivePage): ArchiveAddress {
  return isFull ? { page } : { page, places };
}

function documentUrls(key: string, site: Site, archive?: ArchiveAddress): DocumentUrls {
  const url = (format: Format) => site.baseUrl + documentPath(key, format, archive);
  return { rss: url('rss'), atom: url('atom'), json: url('json') };
}

/** Where people and readers find an article: the publisher's own address of it, else ours. */
export function articleUrl(article: Pick<ArticleCard, 'permalink' | 'slug'>, baseUrl: string): string {
  return article.permalink ?? baseUrl + articlePath(article.slug);
}
