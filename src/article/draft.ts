/**
 * What one article file says.
 *
 * A draft is a pure function of the file's path, its bytes and the site's settings: it has no id, knows no clock
 * and remembers nothing. The ledger makes an article of it.
 */
import type { PlainText, SafeHtml } from '../base/text.ts';
import type { Fault } from './fault.ts';

/** The three kinds of article files. */
export type DraftKind = 'wire' | 'markdown' | 'html';

/** Where the headline came from (T-23). */
export type HeadlineSource = 'frontmatter' | 'label' | 'headline' | 'lede' | 'filename';

/** Somebody who wrote; may be an organisation (T-42, RFC 4287 §3.2). */
export interface Person {
  readonly name: PlainText;
  readonly email?: string | undefined;
  /** Absolute http(s) URL. */
  readonly url?: string | undefined;
}

/** Where and for whom a wire story was filed (T-30 … T-36). */
export interface Dateline {
  /** As it stands in the copy: `VLADIVOSTOK, RUSSIA`. */
  readonly raw: string;
  /** For people: `Vladivostok, Russia`. */
  readonly place: PlainText;
  readonly city: PlainText;
  readonly region?: PlainText | undefined;
}

/** A day of some year: the ledger, which knows when the file was first seen, finds which (T-35). */
export interface DatelineDay {
  /** 1 … 12. */
  readonly month: number;
  /** 1 … 31; 29 February included. */
  readonly day: number;
}

/** A picture that stands for the article. */
export interface Picture {
  /** Absolute http(s) URL, or marked (base/address.ts). */
  readonly url: string;
  readonly alt?: PlainText | undefined;
  /** Who made or provided it. */
  readonly credit?: PlainText | undefined;
}

/** What one file says. */
export interface Draft {
  /** Relative to the articles folder, `/` between segments. */
  readonly path: string;
  readonly kind: DraftKind;
  readonly headline: PlainText;
  readonly headlineSource: HeadlineSource;
  readonly subhead?: PlainText | undefined;
  /** Plain, without the dateline, 300 characters at most unless stated (T-41). */
  readonly summary: PlainText;
  /** The full text; addresses of ours are marked. */
  readonly body: SafeHtml;
  /** The people named; empty when the file names none. */
  readonly authors: readonly Person[];
  /** The organisation credited: `The iNews Times` (T-33). */
  readonly source?: PlainText | undefined;
  readonly dateline?: Dateline | undefined;
  /** The desk's name, as written. */
  readonly section?: PlainText | undefined;
  /** Each once (by slug), as written. */
  readonly tags: readonly PlainText[];
  /** RFC 5646 tag, only where the file states one. */
  readonly language?: string | undefined;
  readonly picture?: Picture | undefined;
  /** The stated date of publication (T-37); never the file's own times. */
  readonly published?: Date | undefined;
  /** The day of a dateline without its year, only where nothing states `published` (T-35). */
  readonly datelineDay?: DatelineDay | undefined;
  /** The stated date of the last significant change. */
  readonly updated?: Date | undefined;
  readonly expires?: Date | undefined;
  /** The author says that it is not ready. */
  readonly isDraft: boolean;
  /** Told to stay hidden for good or until somebody edits the file: a kill, a hold, an embargo without a zone. */
  readonly withheld?: PlainText | undefined;
  /** The note of a correction, shown with the article. */
  readonly correction?: PlainText | undefined;
  /** Stated identity; absolute IRI. */
  readonly id?: string | undefined;
  /** Stated slug, already in slug form. */
  readonly slug?: string | undefined;
  /** Stated absolute http(s) address of the article elsewhere. */
  readonly permalink?: string | undefined;
}

/** The outcome of reading a file: a draft unless some fault is an error, or the file stands where no articles are. */
export interface Reading {
  readonly draft: Draft | undefined;
  readonly faults: readonly Fault[];
}
