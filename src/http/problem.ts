/**
 * Failures become answers: the one place where a failure's code meets a status.
 *
 * Source: RFC 9457 problem documents; rules H-02, H-18, H-38 … H-40.
 */
import type { FailureCode } from '../base/failure.ts';

/** The status of every failure; the compiler refuses a code without one. Those that only end the start are 500. */
export const STATUS: Readonly<Record<FailureCode, number>> = {
  'address-unknown': 404,
  'article-withdrawn': 410,
  'article-expired': 410,
  'method-not-allowed': 405,
  'coding-not-acceptable': 406,
  'request-malformed': 400,
  'range-not-satisfiable': 416,
  'precondition-failed': 412,
  'not-ready': 503,
  'polled-too-often': 429,
  'settings-invalid': 500,
  'argument-invalid': 500,
  'articles-folder-missing': 500,
  'data-folder-unusable': 503,
  'data-folder-full': 503,
  'ledger-unreadable': 500,
  'ledger-newer': 500,
  'ledger-in-use': 503,
  'ledger-not-empty': 500,
  'ledger-text-invalid': 500,
  'ledger-file-unusable': 500,
  'old-feed-unreachable': 500,
  'old-feed-unreadable': 500,
  'address-in-use': 500,
};

/** What each status that we send is called. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  404: 'There is nothing at this address',
  405: 'This address is only for reading',
  406: 'No content coding that you accept is available',
  410: 'This article is no longer here',
  412: 'It is no longer what you expect',
  416: 'The file is shorter than that',
  429: 'You have fetched this feed too often',
  500: 'The service has a defect',
  503: 'The service cannot answer at the moment',
};

/** A problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The failure's stable name. */
  readonly code: string;
}

/** The problem that a failure is. */
export function problemOf(code: FailureCode | 'internal', detail: string): Problem {
  const status = code === 'internal' ? 500 : STATUS[code];
  return { type: 'about:blank', title: TITLES[status] ?? 'The request failed', status, detail, code };
}
