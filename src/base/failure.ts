/**
 * What the world did wrong, in a way we can name.
 *
 * A failure is thrown; a defect in an article file is a fault (a value, see article/fault.ts); a broken
 * assumption of ours is a bug (`assert`). Nothing here knows a status code: http translates.
 */

/** Every failure has one of these stable, public names; the README says what to do about each. */
export const FAILURE_CODES = [
  'settings-invalid',
  'argument-invalid',
  'articles-folder-missing',
  'data-folder-unusable',
  'data-folder-full',
  'ledger-unreadable',
  'ledger-newer',
  'ledger-in-use',
  'ledger-not-empty',
  'ledger-text-invalid',
  'ledger-file-unusable',
  'old-feed-unreachable',
  'old-feed-unreadable',
  'address-in-use',
  'address-unknown',
  'article-withdrawn',
  'article-expired',
  'method-not-allowed',
  'coding-not-acceptable',
  'request-malformed',
  'range-not-satisfiable',
  'precondition-failed',
  'not-ready',
  'polled-too-often',
] as const;

/** The name of a failure. */
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Something a user or the machine did that we can name. The message is lower case, says what was found and expected. */
export class Failure extends Error {
  readonly code: FailureCode;
  /** How long to wait before it is tried again, where that is known: whole seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: FailureCode,
    message: string,
    options?: { readonly cause?: unknown; readonly retryAfterSeconds?: number },
  ) {
    // Whoever meets it needs to know what it is, not where it was thrown; a stack is a fifth of what a 404 costs.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message, options);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'Failure';
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}
