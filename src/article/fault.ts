/**
 * A defect in an article file: a value that is collected and shown, never thrown (design, invariant 3).
 */

/** `error`: the file is not published (its last good version stays). `warning`: published, but. `note`: good to know. */
export type Severity = 'error' | 'warning' | 'note';

/** What is wrong in one file, and where. */
export interface Fault {
  /** Relative to the articles folder, `/` between segments. */
  readonly path: string;
  /** From 1; line 1 where the whole file is meant. */
  readonly line: number;
  /** From 1, where known. */
  readonly column?: number | undefined;
  readonly severity: Severity;
  /** Lower case, no full stop: what was found and what was expected. */
  readonly what: string;
}

/** The fault as editors and terminals know it: `path:line[:column]: what`. */
export function faultLine(fault: Fault): string {
  const where = fault.column === undefined ? `${fault.line}` : `${fault.line}:${fault.column}`;
  return `${fault.path}:${where}: ${fault.what}`;
}
