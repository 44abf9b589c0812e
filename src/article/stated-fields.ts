/**
 * What an article file says of itself, in our own words.
 *
 * Front matter and HTML metadata both come to this shape; compose-draft.ts makes a draft of it.
 */
import type { PlainText } from '../base/text.ts';
import type { Dateline, Person } from './draft.ts';

/** A picture as written; its address is not yet resolved. */
export interface StatedPicture {
  readonly source: string;
  readonly alt: PlainText | undefined;
  readonly credit: PlainText | undefined;
}

/** Everything a file may state; undefined or empty where it does not. */
export interface StatedFields {
  readonly headline?: PlainText | undefined;
  readonly subhead?: PlainText | undefined;
  readonly summary?: PlainText | undefined;
  /** The mark that ends the excerpt in the text (Jekyll). */
  readonly excerptSeparator?: string | undefined;
  readonly published?: Date | undefined;
  readonly updated?: Date | undefined;
  readonly expires?: Date | undefined;
  readonly isDraft?: boolean | undefined;
  readonly withheld?: PlainText | undefined;
  readonly section?: PlainText | undefined;
  readonly categories?: readonly PlainText[] | undefined;
  readonly tags?: readonly PlainText[] | undefined;
  readonly authors?: readonly Person[] | undefined;
  readonly source?: PlainText | undefined;
  readonly dateline?: Dateline | undefined;
  readonly correction?: PlainText | undefined;
  readonly language?: string | undefined;
  readonly picture?: StatedPicture | undefined;
  readonly id?: string | undefined;
  readonly slug?: string | undefined;
  readonly permalink?: string | undefined;
}
