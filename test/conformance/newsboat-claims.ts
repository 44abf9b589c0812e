/**
 * What a person with newsboat lives through: first subscription, idle polls, a restart, an edit, a new article.
 *
 * Two persons, since newsboat keeps one copy of an id however many feeds hold it (C-73): one subscribes to every feed
 * in RSS, the other in Atom.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checks } from './checks.ts';
import { NewsboatReader } from './newsboat-reader.ts';
import { fetchDocument, fetchFeeds, type PublishedFeed } from './published-feeds.ts';
import type { PublishedSite } from './published-site.ts';

/** How long a saved file may take to be in the feeds, in milliseconds; how fast it is, other tests hold. */
const RELOAD_MS_MAX = 10_000;

/** The article that is moved and edited: it has to be in the folder from the start. */
export const KEPT_ARTICLE = {
  path: 'kept-article.md',
  text: '# The article that is kept\n\nIts first words.\n',
};

/** One person, and what they subscribe to; the first is the main feed. */
interface Subscription {
  readonly reader: NewsboatReader;
  readonly urls: readonly string[];
}

/** Claims the life of two subscribers to every feed. */
export async function claimNewsboat(checks: Checks, site: PublishedSite, scratch: string): Promise<void> {
  const feeds = await fetchFeeds(site.baseUrl);
  const subscriptions: readonly Subscription[] = (['rss', 'atom'] as const).map((format) => {
    const urls = feeds.map((feed) => feed[format].url);
    const home = join(scratch, `newsboat-${format}`);
    mkdirSync(home);
    return { reader: new NewsboatReader(home, urls), urls };
  });
  const titles = new Map(feeds.flatMap((feed) => feed.articles.map(({ id, title }) => [id, title])));
  const claim = (what: string, complaints: (subscription: Subscription) => Promise<readonly string[]>) =>
    checks.claim(what, async () => {
      const found: string[] = [];
      for (const subscription of subscriptions) found.push(...(await complaints(subscription)));
      return found;
    });

  await claim(`newsboat reads all ${titles.size} articles of ${feeds.length} feeds`, async ({ reader }) => {
    await reader.poll();
    return misread(reader, titles);
  });
  // Newsboat 2.21 has nowhere to keep the validators of its first poll: its second is as unconditional.
  for (const { reader } of subscriptions) await reader.poll();
  await claim("newsboat's third poll is conditional and answered 304 by every feed (C-77)", (subscription) =>
    idlePoll(site, subscription),
  );
  const moved = join(site.articlesFolder, 'moved-article.md');
  for (const { reader } of subscriptions) reader.markAllRead();
  await checks.claim('the service ends when it is told to, and starts again', async () => {
    await site.restart(() => renameSync(join(site.articlesFolder, KEPT_ARTICLE.path), moved));
    return [];
  });
  await claim(
    'newsboat is answered 304 and shows nothing as new after a restart with a file renamed',
    async (subscription) => [...(await idlePoll(site, subscription)), ...unread(subscription, 0)],
  );

  const words = 'These words came later.';
  await save(moved, `${KEPT_ARTICLE.text}\n${words}\n`, words, feeds[0]!);
  await claim('newsboat fetches an edited article, and shows nothing as new', async (subscription) => [
    ...(await pollAfterChange(site, subscription)),
    ...unread(subscription, 0),
  ]);
  const title = 'News that nobody has read';
  await save(join(site.articlesFolder, 'news.md'), `# ${title}\n\nIt is new.\n`, title, feeds[0]!);
  await claim('newsboat shows one new article as one new article', async (subscription) => [
    ...(await pollAfterChange(site, subscription)),
    ...unread(subscription, 1),
  ]);
}

function misread(reader: NewsboatReader, titles: ReadonlyMap<string, string>): readonly string[] {
  const kept = new Map(reader.articles().map(({ guid, title }) => [guid, title]));
  return [
    ...[...kept.keys()].filter((id) => !titles.has(id)).map((id) => `invented ${id}`),
    ...[...titles]
      .filter(([id, title]) => kept.get(id) !== title)
      .map(([id, title]) => `${id}: found the title ${kept.get(id)}, expected ${title}`),
  ];
}

/** Polls while nothing has changed: every feed is asked once, names what it has, and hears 304. */
async function idlePoll(site: PublishedSite, { reader, urls }: Subscription): Promise<readonly string[]> {
  site.proxy.take();
  await reader.poll();
  const exchanges = site.proxy.take();
  return urls.flatMap((url) => {
    const polls = exchanges.filter(({ path }) => path === new URL(url).pathname);
    if (polls.length === 1 && polls[0]!.isConditional && polls[0]!.status === 304) return [];
    const told = polls.map(
      ({ isConditional, status }) => `${isConditional ? '' : 'un'}conditional ${status}`,
    );
    return [`${url}: found ${told.join(', ') || 'no poll'}, expected one conditional 304`];
  });
}

/** Polls after the main feed has changed: it is asked with what the reader has, and told what is new (H-60). */
async function pollAfterChange(
  site: PublishedSite,
  { reader, urls }: Subscription,
): Promise<readonly string[]> {
  site.proxy.take();
  await reader.poll();
  const main = site.proxy.take().find(({ path }) => path === new URL(urls[0]!).pathname);
  if ((main?.status === 226 || main?.status === 200) && main.isConditional) return [];
  return [`${urls[0]}: found ${main?.status ?? 'no poll'}, expected a conditional 226, or 200`];
}

function unread({ reader, urls }: Subscription, expected: number): readonly string[] {
  const found = reader.articles().filter(({ unread }) => unread !== 0);
  if (found.length === expected) return [];
  const told = found.map(({ title }) => title).join(', ');
  return [`${urls[0]} and others: ${found.length} are new (${told}), expected ${expected}`];
}

/**
 * Saves a file, and waits until a feed holds a text of it under a later Last-Modified.
 *
 * A reader on libcurl drops a 200 whose Last-Modified is no later than the one it has, and no honest one is later than
 * the present second (H-13): two polls in one second would tell nothing.
 */
async function save(
  file: string,
  content: string,
  text: string,
  { rss, atom }: PublishedFeed,
): Promise<void> {
  const before = await Promise.all([rss, atom].map(({ url }) => fetchDocument(url)));
  writeFileSync(file, content);
  const until = performance.now() + RELOAD_MS_MAX;
  for (const { url, modified } of before) {
    for (;;) {
      const now = await fetchDocument(url);
      if (now.text.includes(text) && now.modified > modified) break;
      if (performance.now() > until)
        throw new Error(`${url} holds no "${text}", or under no later date, after ${RELOAD_MS_MAX} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
