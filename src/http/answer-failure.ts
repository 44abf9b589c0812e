/**
 * What a client is told when something went wrong.
 *
 * A failure is answered with its problem document, or with a page where a browser asked; a bug is answered with a
 * bare 500 and logged whole. Nothing of the inside is told to strangers.
 */
import type { Request, Response } from 'express';
import { Failure } from '../base/failure.ts';
import type { Log } from '../base/log.ts';
import type { Site } from '../base/site.ts';
import type { ServedEdition } from '../edition/served-edition.ts';
import { KIND_KEYS } from '../feeds/surrogate-key.ts';
import { contentSecurityPolicy, pageMediaType } from '../pages/layout.ts';
import { noticePage } from '../pages/notice-page.ts';
import { type CacheTerms, keyHeader } from './cache-headers.ts';
import type { Observations } from './observations.ts';
import { mainFeedLink } from './page-routes.ts';
import { type Problem, problemOf } from './problem.ts';

/** How long a client should wait for a service that is starting or in trouble, in seconds (H-39). */
const RETRY_AFTER_SECONDS = 2;

const PROBLEM = 'application/problem+json; charset=utf-8';

/** Answers a request that failed. */
export async function answerFailure(
  cause: unknown,
  request: Request,
  response: Response,
  context: {
    readonly site: Site;
    readonly edition: ServedEdition;
    readonly log: Log;
    readonly observations: Observations;
    readonly caches: CacheTerms;
  },
): Promise<void> {
  const problem = problemFor(cause);
  context.observations.noteFailure(problem.code);
  if (problem.status === 500)
    context.log.error({ err: cause, method: request.method, path: request.path }, 'request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const isPage =
    problem.status < 500 && request.accepts(['application/problem+json', 'text/html']) === 'text/html';
  const body = isPage ? await pageOf(problem, context) : `${JSON.stringify(problem)}\n`;
  response.writeHead(problem.status, [
    ...['Content-Type', isPage ? pageMediaType : PROBLEM, 'Content-Length', String(Buffer.byteLength(body))],
    ...headersOf(problem, cause instanceof Failure ? cause.retryAfterSeconds : undefined, context.caches),
    ...(isPage ? ['Content-Security-Policy', contentSecurityPolicy] : []),
  ]);
  response.end(body);
}

/** Written at once and not by way of `send`: what has gone is polled for years, and should cost little. */
function headersOf(
  { status, code }: Problem,
  wait: number | undefined,
  caches: CacheTerms,
): readonly string[] {
  const mayBeKept = status === 404 || status === 410;
  const retryAfter = wait ?? (status === 503 ? RETRY_AFTER_SECONDS : undefined);
  return [
    ...['Access-Control-Allow-Origin', '*'],
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Cache-Control', mayBeKept ? 'public, max-age=60' : 'no-store'],
    ...['Vary', code === 'coding-not-acceptable' ? 'Accept, Accept-Encoding' : 'Accept'],
    // What is nowhere may be somewhere after the next change.
    ...(mayBeKept ? keyHeader(caches, [KIND_KEYS.index]) : []),
    ...(retryAfter === undefined ? [] : ['Retry-After', String(retryAfter)]),
  ];
}

async function pageOf(
  { title, detail }: Problem,
  { site, edition }: { readonly site: Site; readonly edition: ServedEdition },
): Promise<string> {
  return noticePage(site, await mainFeedLink(site, edition), { title, message: sentence(detail) });
}

/** Express reports requests that it cannot decode as errors with a status of their own. */
function problemFor(cause: unknown): Problem {
  if (cause instanceof Failure) return problemOf(cause.code, cause.message);
  const status = (cause as { status?: unknown } | undefined)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return problemOf('request-malformed', 'the address cannot be decoded');
  return problemOf('internal', 'the service has a defect; its log tells more');
}

function sentence(detail: string): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
}
