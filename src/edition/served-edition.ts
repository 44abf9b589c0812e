/**
 * What the doors need of an edition, in whichever thread it is made.
 */
import type { Format } from '../feeds/feed.ts';
import type { ArchiveAddress } from '../feeds/feed-address.ts';
import type { ArticleCard, ArticlePlace } from '../ledger/article.ts';
import type { FeedCount, FeedRecord } from '../ledger/feed-tables.ts';
import type { Scheduled } from '../ledger/lifecycle.ts';
import type { Representation } from '../render/representation.ts';
import type { ArchivedDocument } from './feed-documents.ts';
import type { NamedChange } from './named-change.ts';

/** What an edition knows of itself. */
export interface EditionState {
  /** The ledger's epoch, which all entity-tags begin with. */
  readonly epoch: string;
  /** The number of the change that is being shown. */
  readonly change: number;
  /** That change's instant. */
  readonly changedAt: Date;
  /** What goes live or ends next, the next first, at most `SCHEDULED_MAX`. */
  readonly scheduled: readonly Scheduled[];
}

/** An article as its page needs it. */
export interface FoundArticle {
  readonly card: ArticleCard & { readonly hasBeenLive: boolean };
  readonly body: string;
}

/** What is read of an edition; everything takes its time. */
export interface EditionReads {
  /**
   * What has changed between an earlier change and a document, where that is less than the document itself.
   *
   * @returns undefined where nothing but the whole document would do, or it has been overtaken
   */
  delta(
    key: string,
    format: Format,
    since: NamedChange,
    of: Representation,
  ): Promise<Representation | undefined>;
  /** A page of a feed's archive, made for the request: nobody polls the past. */
  archived(key: string, format: Format, at: ArchiveAddress): Promise<ArchivedDocument | undefined>;
  /** The feed's record, brought up to date; undefined when there is no such feed. */
  feed(key: string): Promise<FeedRecord | undefined>;
  /** The newest live articles of a feed, newest first. */
  newest(key: string, limit: number): Promise<readonly ArticleCard[]>;
  /** Where live articles are, newest first: `limit` of them, without the first `offset`. */
  places(offset: number, limit: number): Promise<readonly ArticlePlace[]>;
  /** The article that a slug names, or once named, with its body. */
  article(slug: string): Promise<FoundArticle | undefined>;
  /** The feeds under a home (`sections/`, `tags/`, `authors/`) that have live articles, largest first. */
  feeds(home: string, limit: number): Promise<readonly FeedCount[]>;
  /** How many live articles a feed has. */
  count(key: string): Promise<number>;
}

/** The representations of the present moment. */
export interface ServedEdition extends EditionReads, Pick<EditionState, 'epoch' | 'change' | 'changedAt'> {
  /** The document of a feed, made if it was not yet; undefined when there is no such feed. */
  document(key: string, format: Format): Promise<Representation | undefined>;
  /** The representation that stands for a document at the moment, if one does; what a change overtook is another. */
  current(path: string): Representation | undefined;
  /** The next instant at which a feed changes by itself: no answer may be cached beyond it. */
  nextScheduledIn(feed?: string): Date | undefined;
  /**
   * Calls `listener` after each change, and when codings come or a document falls out, with the paths of documents whose
   * representations are no longer the current ones, until told to stop.
   */
  onChange(listener: (paths: readonly string[]) => void): () => void;
}
