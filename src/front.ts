/**
 * What answers requests under one set of settings; new settings make a new one over the same edition.
 *
 * It begins with an empty table, so that no answer outlives the settings that it was prepared under.
 */
import type { IncomingMessage } from 'node:http';
import { AddressRanges } from './base/address-ranges.ts';
import type { Config } from './config.ts';
import { AccessLog } from './http/access-log.ts';
import { answerFailure } from './http/answer-failure.ts';
import { createRoutes } from './http/app.ts';
import type { AppContext } from './http/app-context.ts';
import { clientAddress } from './http/client-address.ts';
import type { Routes } from './http/express-app.ts';
import { type Budgets, Fairness } from './http/fairness.ts';
import { Nowhere } from './http/nowhere.ts';
import { createOperatorRoutes } from './http/operator-routes.ts';
import { PageShelf } from './http/page-shelf.ts';
import { PollTable } from './http/poll-table.ts';
import type { Moment } from './http/respond.ts';
import type { FastPath } from './http/server.ts';

/** What is the same under all settings. */
export type FrontParts = Pick<
  AppContext,
  'edition' | 'assetsFolder' | 'log' | 'observations' | 'metrics' | 'readiness' | 'isServing' | 'faults'
> &
  Pick<Moment, 'clock'> & { readonly budgets: Budgets };

/** Answers, until it is exchanged. */
export interface Front extends FastPath {
  /** Everything that the fast path does not know. */
  readonly routes: Routes;
  /** What the operator's own listener answers. */
  readonly operatorRoutes: Routes;
  /** The edition has changed: these addresses have other representations, or none. */
  renew(paths: readonly string[]): void;
}

/** Puts the answering rooms together. */
export function openFront(
  { site, settings, ...config }: Config,
  { clock, budgets, ...parts }: FrontParts,
): Front {
  const proxies = new AddressRanges(settings.proxy.trusted);
  const clientOf = ({ socket, headers }: IncomingMessage) =>
    clientAddress(socket.remoteAddress, headers['x-forwarded-for'] as string | undefined, proxies);
  const fairness = new Fairness(settings.fairness, clock, clientOf, budgets);
  const moment: Moment = { clock, nextScheduled: (feed) => parts.edition.nextScheduledIn(feed), fairness };
  const table = new PollTable(moment);
  const pages = new PageShelf(parts.edition, table);
  const nowhere = new Nowhere();
  const access = new AccessLog(parts.log, settings.log.access, clientOf);
  const context: AppContext = {
    ...parts,
    site,
    pages,
    nowhere,
    table,
    moment,
    maxAgeSeconds: settings.feeds.maxAgeSeconds,
    caches: settings.cache,
    offersDeltas: settings.feeds.deltas,
    operatorToken: config.operatorToken,
    hasOperatorListener: config.operatorListener !== undefined,
  };
  return {
    routes: createRoutes(context),
    operatorRoutes: createOperatorRoutes(context, (cause, request, response) =>
      answerFailure(cause, request, response, context),
    ),
    answer: (request, response) => {
      access.watch(request, response);
      return table.answer(request, response);
    },
    renew: (paths) => {
      pages.renew();
      nowhere.renew();
      for (const path of paths) table.renew(path, parts.edition.current(path));
    },
  };
}
