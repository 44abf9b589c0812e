/**
 * A feed: the articles chosen for one audience, and what is said of them together.
 *
 * A feed knows no format and no bytes. Everything a document shows is in here, so that a document is a function of it.
 */
import type { ArticleCard, ArticleMedia, ArticlePicture } from '../ledger/article.ts';

/** The three formats; one feed has the same articles, order, ids and dates in each (J-25). */
export const FORMATS = ['rss', 'atom', 'json'] as const;

/** One of the three formats. */
export type Format = (typeof FORMATS)[number];

/** An article as a feed holds it: without its body. */
export type FeedArticle = ArticleCard;

/** The picture of an article, with what is known of its file. */
export type FeedPicture = ArticlePicture;

/** A file that comes with an article. */
export type FeedMedia = ArticleMedia;

/** What a feed gathers. */
export type FeedKind = 'main' | 'section' | 'tag' | 'author';

/** Absolute URL of each document. */
export type DocumentUrls = Readonly<Record<Format, string>>;

/** Where an archive page stands. */
export interface ArchiveLinks {
  /** The subscription document. */
  readonly currentUrls: DocumentUrls;
  /** The page after it; undefined while it is not full. */
  readonly nextUrls: DocumentUrls | undefined;
}

/** A feed without its articles. */
export interface FeedHead {
  /** Where it lives, without slashes at its ends; `''` is the main feed. */
  readonly key: string;
  readonly kind: FeedKind;
  /** Of the section, tag or author; the site's title for the main feed. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** RFC 5646 tag. */
  readonly language: string;
  /** Permanent absolute IRI; the same in all formats. */
  readonly id: string;
  /** Absolute URL of the page for people. */
  readonly homeUrl: string;
  /** Absolute URL of each document. */
  readonly documentUrls: DocumentUrls;
  /** The change after which its documents last differed. */
  readonly change: number;
  /** Where those who go back in time go next (RFC 5005 §4, J-05); undefined where nothing is older. */
  readonly previousUrls?: DocumentUrls | undefined;
  /** Set for a page of the archive. */
  readonly archive?: ArchiveLinks | undefined;
  /** That change's instant, whole seconds: lastBuildDate, atom:updated and Last-Modified alike (H-20). */
  readonly modified: Date;
}
