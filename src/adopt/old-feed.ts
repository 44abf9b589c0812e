/**
 * A feed that another program published: what it said of each of its items.
 *
 * One shape for RSS, Atom and JSON Feed, whoever wrote them. Nothing in it is trusted: texts are as they were found.
 */
import type { Format } from '../feeds/feed.ts';

/** As much of an old feed is taken; each a limit against a document that means harm, or nothing. */
export const OLD_FEED_LIMITS = Object.freeze({
  bytesMax: 15_000_000,
  itemsMax: 20_000,
  /** Characters of one item's text that are compared. */
  textCharactersMax: 200_000,
});

/** The old feed. */
export interface OldFeed {
  readonly format: Format;
  /** Empty when it has none. */
  readonly title: string;
  /** What wrote it, where it says so. */
  readonly generator: string | undefined;
  /** In the order of the document. */
  readonly items: readonly OldItem[];
}

/** One of its items. */
export interface OldItem {
  /** By which readers told it from others: its id, else its link; undefined when it has neither. */
  readonly id: string | undefined;
  /** What an RSS guid said of itself, or meant without saying; undefined in other formats. */
  readonly isPermalink: boolean | undefined;
  /** Absolute, or as it was found where it cannot be made so. */
  readonly link: string | undefined;
  /** May hold markup. */
  readonly title: string;
  readonly published: Date | undefined;
  readonly updated: Date | undefined;
  /** HTML: the text, or the summary where there is no more; empty when it has neither. */
  readonly text: string;
}
