/**
 * Answers with what is made once per change: pages for people, and indexes for programs.
 *
 * Each goes into the table of polls when it was asked for once. Where an address means another one, it points there.
 */
import type { Request, Response } from 'express';
import { Failure } from '../base/failure.ts';
import { basePath } from '../base/site.ts';
import { KIND_KEYS } from '../feeds/surrogate-key.ts';
import { type Representation, withCodings } from '../render/representation.ts';
import { acceptedCodings } from './accept-encoding.ts';
import type { AppContext } from './app-context.ts';
import { setKeys } from './cache-headers.ts';
import type { Page } from './page-shelf.ts';
import { prepare, type ServingTerms } from './prepared.ts';
import { respond } from './respond.ts';

/** How long an answer that is no feed may be reused without asking, in seconds. */
export const PAGE_AGE_SECONDS = 300;

/** Sends a page that is made once per change; `movedTo` tells, where there is none, where it is instead. */
export async function sendPage(
  context: AppContext,
  request: Request,
  response: Response,
  path: string,
  terms: ServingTerms,
  make: () => Promise<Page | undefined>,
  movedTo: () => Promise<string | undefined> = async () => undefined,
): Promise<void> {
  const representation = await context.pages.page(path, make);
  if (representation === undefined) {
    const moved = await movedTo();
    if (moved !== undefined) return redirect(context, response, 301, moved);
    throw new Failure('address-unknown', `found no ${request.path}`);
  }
  send(context, request, response, path, await acceptable(representation, request), terms);
}

/**
 * The representation, with one coding more for a request that rules out all it has: a small body, or one that has just
 * changed, is there as it is alone (H-35).
 */
export async function acceptable(representation: Representation, request: Request): Promise<Representation> {
  const accepted = acceptedCodings(request.headers['accept-encoding']);
  if (accepted.some((coding) => representation.codings[coding] !== undefined)) return representation;
  return withCodings(representation, accepted.slice(0, 1), 0);
}

/**
 * Points to another address of the site. A slug may come back and an archive page fill up, so that no browser may keep
 * the one for good, nor the other at all.
 */
export function redirect(
  { site, caches }: AppContext,
  response: Response,
  status: 301 | 307,
  path: string,
): void {
  setKeys(response, caches, [KIND_KEYS.index]);
  response.set('X-Content-Type-Options', 'nosniff');
  response.set('Cache-Control', status === 301 ? `public, max-age=${PAGE_AGE_SECONDS}` : 'no-cache');
  response.redirect(status, basePath(site) + path);
}

/** Answers, and puts the answer into the table for the next poll, unless a change has overtaken it meanwhile. */
function send(
  context: AppContext,
  request: Request,
  response: Response,
  path: string,
  representation: Representation,
  terms: ServingTerms,
): void {
  const prepared = prepare(representation, terms, context.moment.clock, context.observations.polls.of(path));
  if (context.pages.isCurrent(path, representation)) context.table.set(path, prepared);
  respond(prepared, request, response, context.moment);
}
