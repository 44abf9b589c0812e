/**
 * What the service publishes, as its own indexes tell it: every feed of opml.xml in the three formats.
 */

/** What all formats of a feed have to agree upon (J-25). */
export interface ListedArticle {
  readonly id: string;
  readonly title: string;
  /** Whole seconds since 1970: the finest that RSS can tell. */
  readonly published: number;
  readonly updated: number;
}

/** One document as it was sent. */
export interface SentDocument {
  readonly url: string;
  readonly text: string;
  readonly etag: string | null;
  /** Last-Modified, in milliseconds since 1970. */
  readonly modified: number;
}

/** One feed in its three formats, and the articles that its JSON document holds, in their order. */
export interface PublishedFeed {
  readonly rss: SentDocument;
  readonly atom: SentDocument;
  readonly json: SentDocument;
  readonly articles: readonly ListedArticle[];
}

/** Fetches a document. */
export async function fetchDocument(url: string): Promise<SentDocument> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url} was answered ${response.status}`);
  const { headers } = response;
  return {
    url,
    text: await response.text(),
    etag: headers.get('etag'),
    modified: Date.parse(headers.get('last-modified') ?? ''),
  };
}

/**
 * Fetches every feed that opml.xml lists; the first is the main feed.
 *
 * @throws when there is none, or the main feed is empty: whatever is claimed of nothing is true
 */
export async function fetchFeeds(baseUrl: string): Promise<readonly PublishedFeed[]> {
  const opml = await fetchDocument(`${baseUrl}/opml.xml`);
  const urls = [...opml.text.matchAll(/ xmlUrl="([^"]*)"/g)].map(([, url]) => url!.replaceAll('&amp;', '&'));
  const feeds = await Promise.all(urls.map(fetchFeed));
  if (!feeds[0]?.articles.length) throw new Error(`${opml.url} lists no feed with articles`);
  return feeds;
}

async function fetchFeed(url: string): Promise<PublishedFeed> {
  const home = url.slice(0, url.lastIndexOf('/') + 1);
  const [rss, atom, json] = await Promise.all(
    [url, `${home}atom.xml`, `${home}feed.json`].map(fetchDocument),
  );
  return { rss: rss!, atom: atom!, json: json!, articles: listedArticles(json!) };
}

interface JsonFeed {
  readonly feed_url: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly date_published: string;
    readonly date_modified?: string;
  }[];
}

function listedArticles({ url, text }: SentDocument): readonly ListedArticle[] {
  const feed = JSON.parse(text) as JsonFeed;
  if (feed.feed_url !== url) throw new Error(`${url} calls itself ${feed.feed_url} (J-03)`);
  return feed.items.map(({ id, title, date_published, date_modified }) => ({
    id,
    title,
    published: wholeSeconds(date_published),
    updated: wholeSeconds(date_modified ?? date_published),
  }));
}

function wholeSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}
