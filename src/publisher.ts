/**
 * What publishes, as the service needs it: in this thread (publisher-at-hand.ts) or in another (publisher-in-thread.ts).
 *
 * It knows no request.
 */
import type { Fault } from './article/fault.ts';
import type { Config } from './config.ts';
import type { ServedEdition } from './edition/served-edition.ts';
import type { Readiness } from './http/readiness.ts';

/** What is told of the work that goes on. */
export interface PublisherEvents {
  /** How long work on the articles folder took, by what was done. */
  onWorked(what: string, seconds: number): void;
  /** How long a document took. */
  onRendered(format: string, seconds: number): void;
  /** How many article files have been read since the start. */
  onProgress(files: number): void;
  /** Told when there begins to be something to serve. */
  onServing?(isServing: boolean): void;
}

/** What the service needs of it, in whichever thread it works. */
export interface Publisher {
  readonly edition: ServedEdition;
  /** Where the files behind `/assets/` are. */
  readonly assetsFolder: string;
  /** False before the newest articles have been taken in for the first time. */
  readonly isServing: boolean;
  /** Resolves when the articles folder has been taken in once. */
  readonly takenIn: Promise<void>;
  readiness(): Promise<Readiness>;
  faults(): Promise<readonly Fault[]>;
  /** Lives by other settings from now on. */
  settle(next: Config): Promise<void>;
  /** Takes nothing in any more; what is published stays. */
  rest(): Promise<void>;
  /** Finishes the work in hand and closes the ledger. */
  close(): Promise<void>;
}
