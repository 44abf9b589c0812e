/**
 * A draft that the ledger has named.
 *
 * The id, the slug and the dates outlive the file; everything else is what the file said last.
 */
import type { Dateline, Person, Picture } from '../article/draft.ts';
import type { PlainText, SafeHtml } from '../base/text.ts';
import type { ArticleState } from './tables.ts';

/** A thing that has a feed of its own: a section, a tag or an author. */
export interface FeedName {
  /** Where the feed lives, without slashes at its ends: `sections/world`, `tags/boats`; `''` is the main feed. */
  readonly key: string;
  /** As people write it. */
  readonly name: PlainText;
}

/** A picture with what is known of its file. */
export interface ArticlePicture extends Picture {
  readonly type?: string | undefined;
  readonly bytes?: number | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A file that comes with the article. */
export interface ArticleMedia {
  /** Marked (base/address.ts). */
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Duration, whole seconds. */
  readonly seconds?: number | undefined;
}

/** Everything a reader sees of an article except its body; stored as one JSON text. */
export interface Card {
  readonly headline: PlainText;
  readonly subhead?: PlainText | undefined;
  readonly summary: PlainText;
  readonly authors: readonly Person[];
  readonly source?: PlainText | undefined;
  readonly dateline?: Dateline | undefined;
  readonly section?: PlainText | undefined;
  readonly tags: readonly PlainText[];
  readonly language?: string | undefined;
  readonly picture?: ArticlePicture | undefined;
  /** Files beside the article but its picture; undefined for none. */
  readonly media?: readonly ArticleMedia[] | undefined;
  readonly correction?: PlainText | undefined;
  readonly permalink?: string | undefined;
  /** The section's, tags' and authors' feeds, in that order. */
  readonly feeds: readonly FeedName[];
}

/** Ids under which readers knew an article before Feedwright published it, by the format of the feed that had them. */
export interface AdoptedIds {
  readonly rss?: string | undefined;
  readonly atom?: string | undefined;
  readonly json?: string | undefined;
  /** Whether the old guid was a permanent link by its own word; undefined when there is none. */
  readonly isPermalink?: boolean | undefined;
}

/** An article without its body: what lists and selections need. */
export interface ArticleCard extends Card {
  /** Order of minting; never changes. */
  readonly row: number;
  readonly id: string;
  readonly slug: string;
  readonly state: ArticleState;
  readonly published: Date;
  readonly updated: Date;
  /** Microseconds added to `updated` where it is written out. */
  readonly tie: number;
  readonly revision: number;
  /** The change that made this revision. */
  readonly change: number;
  readonly adopted?: AdoptedIds | undefined;
}

/** Where an article is, and since when it is as it is. */
export type ArticlePlace = Pick<ArticleCard, 'slug' | 'permalink' | 'updated'>;

/** An article as readers get it; addresses of ours in `body` are marked. */
export interface Article extends ArticleCard {
  readonly body: SafeHtml;
}
