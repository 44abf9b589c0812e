/**
 * What the ledger is told: what was read of a file, and what it needs to know of the world beside it.
 */
import type { Draft } from '../article/draft.ts';
import type { Fault } from '../article/fault.ts';
import type { Asset } from './card.ts';
import type { RecordedFile } from './file-table.ts';

/** Files read and recorded in one commit, at most. */
export const FILES_TOGETHER = 256;

/** One file that was read. */
export interface FileReading {
  readonly file: RecordedFile;
  /** Undefined when a fault keeps it from being published; its article then keeps its last good version. */
  readonly draft: Draft | undefined;
  readonly faults: readonly Fault[];
  /** Paths of the files that belong to the article by their place. */
  readonly beside?: readonly string[];
}

/** Whether a file is no longer where it was; with a hash, also whether it holds other bytes. */
export type IsGone = (path: string, hash?: string) => boolean;

/** What recording needs to know of the world. */
export interface RecordContext {
  readonly now: Date;
  /** The number and instant (whole seconds) of the change that this batch would make. */
  readonly change: { readonly number: number; readonly at: number };
  readonly authority: string;
  readonly assetAt: (path: string) => Asset | undefined;
  /** True when no file, or none with these bytes, is at the path any more: its article may have been renamed. */
  readonly isGone: IsGone;
  /** Paths of known files that are gone: one of these articles may be a new file, renamed and edited. */
  readonly missing: readonly string[];
}
