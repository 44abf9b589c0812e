/**
 * What the pages need to know: the port of this room.
 *
 * Whoever serves the pages (http) translates feeds and articles into these shapes, and decides their order and
 * number. Addresses are settled before they arrive: a page joins nothing but the site's base URL and a path.
 */
import type { Site } from '../base/site.ts';

/** The site's own facts, as every page shows them. */
export type PageSite = Site;

/** A name with a page of its own: a section, a tag, an author. */
export interface NamedLink {
  readonly name: string;
  /** A path on this site, such as `/sections/world/`. */
  readonly home: string;
}

/** For whom a feed is: everybody, or the readers of one section, tag or author. */
export type FeedKind = 'main' | 'section' | 'tag' | 'author';

/** One feed, its page and its three documents. */
export interface FeedLink {
  readonly kind: FeedKind;
  /** As people say it: the site's title for the main feed, else `Harbour`, `ferries`, `Ada Quill`. */
  readonly title: string;
  /** A path on this site, such as `/` or `/sections/world/`. */
  readonly home: string;
  /** Absolute URL of the RSS document. */
  readonly rss: string;
  /** Absolute URL of the Atom document. */
  readonly atom: string;
  /** Absolute URL of the JSON Feed document. */
  readonly json: string;
  /** How many live articles it holds in all. */
  readonly count: number;
}

/** The picture that stands for an article; `url` is absolute or a path on this site. */
export interface PagePicture {
  readonly url: string;
  readonly alt?: string | undefined;
  /** Who made or provided it. */
  readonly credit?: string | undefined;
  /** Pixels, both or neither: the page keeps the place free while the picture loads. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** One article in a list. */
export interface ArticleLine {
  readonly title: string;
  /** Absolute, or a path on this site. */
  readonly url: string;
  readonly published: Date;
  readonly summary: string;
  readonly section?: NamedLink | undefined;
  readonly authors: readonly string[];
  readonly picture?: PagePicture | undefined;
  /** RFC 5646 tag where it is not the site's own. */
  readonly language?: string | undefined;
}

/** One article in full. */
export interface ArticleView extends ArticleLine {
  /** Sanitised HTML with absolute addresses (base/address.ts `publicHtml`); the one field that is never escaped. */
  readonly body: string;
  /** The line under the headline. */
  readonly subhead?: string | undefined;
  readonly updated: Date;
  readonly tags: readonly NamedLink[];
  readonly language: string;
  /** The note of a correction, plain text. */
  readonly correction?: string | undefined;
  /** Where it was filed: `Vladivostok, Russia`. */
  readonly place?: string | undefined;
  /** The organisation credited, where it is not one of the authors. */
  readonly source?: string | undefined;
  /** The people of `authors`, with their pages. */
  readonly authorsLinked: readonly NamedLink[];
  /** True when `url` is on another site, which is then the place to read it. */
  readonly isExternal?: boolean | undefined;
}

/** Something to tell a visitor who asked for a page that is not there. */
export interface Notice {
  readonly title: string;
  readonly message: string;
}
