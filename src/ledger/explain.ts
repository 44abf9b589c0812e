/**
 * Where an article is and why: everything the ledger knows of one, for people who ask.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Fault } from '../article/fault.ts';
import { ADOPTED_COLUMN, adoptedIdsOf, holdersOf } from './adopted-ids.ts';
import type { AdoptedIds, Card } from './article.ts';
import { type ArticleEvent, eventsOf } from './feed-history.ts';
import { type WindowTerms, windowOf } from './feed-window.ts';
import { splitPath } from './file-table.ts';
import type { ArticleState, ArticleTable, Tables } from './tables.ts';

/** An article's place in one feed. */
export interface FeedPlace {
  /** `''` is the main feed. */
  readonly feed: string;
  /** 1 is the newest: its place in the document, or among all articles of the feed when the document does not show it. */
  readonly position: number;
  /** False when it is older than the articles that the feed shows. */
  readonly isShown: boolean;
  /** How many articles the document holds. */
  readonly shown: number;
  /** The page of the feed's archive that it went to, if it did. */
  readonly page: number | undefined;
}

/** What is known of a file. */
export interface ExplainedFile {
  readonly path: string;
  readonly faults: readonly Fault[];
}

/** What is known of an article. */
export interface Explanation {
  readonly id: string;
  /** The present one first, then those that lead to it. */
  readonly slugs: readonly string[];
  /** Ids that readers knew before, by the format whose feed had them. */
  readonly adopted: AdoptedIds | undefined;
  readonly headline: string;
  readonly state: ArticleState;
  /** Its file; false in `isPresent` when it is gone. */
  readonly path: string | undefined;
  readonly isPresent: boolean;
  readonly published: Date;
  readonly updated: Date;
  readonly firstSeen: Date;
  /** When readers saw it first. */
  readonly firstLive: Date | undefined;
  /** When readers lost it. */
  readonly ended: Date | undefined;
  readonly expires: Date | undefined;
  /** How often readers could see a difference, and the change that made the last one. */
  readonly revision: number;
  readonly change: number;
  readonly feeds: readonly FeedPlace[];
  /** The feeds that its state keeps it out of. */
  readonly notIn: readonly string[];
  readonly faults: readonly Fault[];
  /** What happened to it, the latest last. */
  readonly events: readonly ArticleEvent[];
}

/** Events that are told at most: the latest. */
const EVENTS_MAX = 100;

/**
 * The article that a path, a slug, an id or an address names; else the file at that path, which became no article.
 *
 * @param termsOf how large the document of a feed may be
 */
export async function explain(
  db: Kysely<Tables>,
  wish: string,
  termsOf: (feed: string) => WindowTerms,
): Promise<Explanation | ExplainedFile | undefined> {
  const article = await articleNamed(db, wish);
  if (article !== undefined) return explained(db, article, termsOf);
  const faults = await faultsOf(db, wish);
  return faults === undefined ? undefined : { path: wish, faults };
}

type NamedArticle = Selectable<ArticleTable> & { readonly adopted: string };

async function articleNamed(db: Kysely<Tables>, wish: string): Promise<NamedArticle | undefined> {
  const articles = db.selectFrom('article').selectAll('article').select(ADOPTED_COLUMN);
  const [, slug] = /\/articles\/([^/?#]+)/.exec(wish) ?? [];
  const bySlug = (name: string) =>
    articles
      .innerJoin('slug', 'slug.row', 'article.row')
      .where('slug.slug', '=', name.normalize('NFC'))
      .executeTakeFirst();
  return (
    (await articles
      .where('article.row', '=', (await holdersOf(db, [wish])).get(wish) ?? 0)
      .executeTakeFirst()) ??
    (await articles.where('path', '=', wish.replace(/^\.\//, '')).executeTakeFirst()) ??
    (await bySlug(slug === undefined ? wish : decoded(slug)))
  );
}

/** A name in an address; as it stands where nobody can decode it. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (cause) {
    if (cause instanceof URIError) return name;
    throw cause;
  }
}

async function faultsOf(db: Kysely<Tables>, path: string): Promise<readonly Fault[] | undefined> {
  const { folder, name } = splitPath(path);
  const file = await db
    .selectFrom('file')
    .select('faults')
    .where('folder', '=', folder)
    .where('name', '=', name)
    .executeTakeFirst();
  return file === undefined ? undefined : (JSON.parse(file.faults) as Fault[]);
}

async function explained(
  db: Kysely<Tables>,
  article: NamedArticle,
  termsOf: (feed: string) => WindowTerms,
): Promise<Explanation> {
  const slugs = await db.selectFrom('slug').select('slug').where('row', '=', article.row).execute();
  const instant = (seconds: number | null) => (seconds === null ? undefined : new Date(seconds * 1000));
  const { headline, feeds } = JSON.parse(article.card) as Card;
  return {
    id: article.id,
    slugs: [article.slug, ...slugs.map(({ slug }) => slug).filter((slug) => slug !== article.slug)],
    adopted: adoptedIdsOf(article.adopted),
    headline,
    state: article.state,
    path: article.path ?? undefined,
    isPresent: article.present === 1,
    published: new Date(article.published * 1000),
    updated: new Date(article.updated * 1000),
    firstSeen: new Date(article.first_seen * 1000),
    firstLive: instant(article.first_live),
    ended: instant(article.ended),
    expires: instant(article.expires),
    revision: article.revision,
    change: article.change,
    feeds: await placesOf(db, article.row, termsOf),
    notIn: article.state === 'live' ? [] : ['', ...feeds.map(({ key }) => key)],
    faults: article.path === null ? [] : ((await faultsOf(db, article.path)) ?? []),
    events: await eventsOf(db, article.row, EVENTS_MAX),
  };
}

async function placesOf(
  db: Kysely<Tables>,
  row: number,
  termsOf: (feed: string) => WindowTerms,
): Promise<readonly FeedPlace[]> {
  const memberships = await db
    .selectFrom('membership')
    .selectAll()
    .where('row', '=', row)
    .orderBy('feed')
    .execute();
  const places: FeedPlace[] = [];
  for (const { feed, published, first_seen, page } of memberships) {
    const window = await windowOf(db, feed, termsOf(feed));
    const at = window.findIndex((shown) => shown.row === row);
    const { count } = await db
      .selectFrom('membership')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('feed', '=', feed)
      .where((eb) =>
        eb.or([
          eb('published', '>', published),
          eb.and([eb('published', '=', published), eb('first_seen', '>', first_seen)]),
          eb.and([eb('published', '=', published), eb('first_seen', '=', first_seen), eb('row', '<', row)]),
        ]),
      )
      .executeTakeFirstOrThrow();
    const isShown = at >= 0;
    const position = 1 + (isShown ? at : count);
    places.push({ feed, position, isShown, shown: window.length, page: page ?? undefined });
  }
  return places;
}
