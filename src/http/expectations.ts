/**
 * What a request says of the state that it expects, as Node hands it over.
 *
 * The judgement is precondition.ts's; here it becomes a failure that says what was found.
 */
import type { IncomingMessage } from 'node:http';
import { Failure } from '../base/failure.ts';
import { isAsExpected } from './precondition.ts';

/** The date asked about. Node keeps the first of several, and a server must ignore them all (H-06). */
export function ifModifiedSince(request: IncomingMessage): string | undefined {
  const date = request.headers['if-modified-since'];
  if (date === undefined || request.headersDistinct['if-modified-since']!.length > 1) return undefined;
  return date;
}

/**
 * Lets a request pass that is about what would be sent.
 *
 * @param etag of what would be sent, quoted
 * @throws {Failure} `precondition-failed` when it is about something else (RFC 9110 §13.2.2)
 */
export function expectUnchanged({ headers }: IncomingMessage, etag: string, modified: Date): void {
  const { 'if-match': ifMatch, 'if-unmodified-since': since } = headers;
  if (ifMatch === undefined && since === undefined) return;
  if (isAsExpected(etag, modified, ifMatch, since)) return;
  const found = ifMatch === undefined ? `If-Unmodified-Since: ${since}` : `If-Match: ${ifMatch}`;
  throw new Failure('precondition-failed', `found ${found}, expected what is published now: ${etag}`);
}
