/**
 * How the service is, as `/readyz` and the metrics tell it.
 */

/** Whether all articles have been taken in once, and what an operator should look at. */
export interface Readiness {
  readonly isReady: boolean;
  readonly change: number;
  /** How many files have faults; undefined where the ledger cannot tell. */
  readonly faults?: number | undefined;
  /** Why changes cannot be published at the moment: a failure's code, or that of a system call. */
  readonly trouble?: string | undefined;
  /** What was found in the articles folder and is not believed. */
  readonly held?: HeldChange | undefined;
}

/** A change of the folder that waits for its cause to go away, or for a decision. */
export interface HeldChange {
  readonly why: string;
  readonly since: Date;
  /** Articles that would be withdrawn. */
  readonly withdraws: number;
  /** New files that wait beside them. */
  readonly keepsBack: number;
}
