/**
 * What stands above the text of wire copy, in parts (T-05).
 */
import type { WireByline } from './wire-credits.ts';
import type { WireEmbargo } from './wire-embargo.ts';
import type { WireLabels } from './wire-labels.ts';
import type { WireLine } from './wire-lines.ts';
import type { WireNotice } from './wire-notices.ts';

/** What a line above the text is. */
export type HeadPart =
  | 'label'
  | 'slug'
  | 'notice'
  | 'embargo'
  | 'headline'
  | 'subhead'
  | 'byline'
  | 'outlet'
  | 'date'
  | 'furniture'
  | 'bullet';

/** One line above the text; several when a notice is hard-wrapped. */
export interface WirePart {
  readonly kind: HeadPart;
  readonly text: string;
  readonly line: number;
}

/** The head of a story. */
export interface WireHead {
  readonly parts: readonly WirePart[];
  readonly labels: WireLabels;
  /** Lines in the block of labels that state what nobody asks for. */
  readonly unknownLabels: readonly WirePart[];
  readonly notices: readonly WireNotice[];
  readonly embargo: WireEmbargo | undefined;
  readonly byline: WireByline | undefined;
  /** The organisation on the line under the byline. */
  readonly outlet: string | undefined;
  /** The lines of bullets that stand above the dateline. */
  readonly bullets: readonly WireLine[];
  /** The index of the first line of the text. */
  readonly textAt: number;
}
