/**
 * The addresses for operations: how the service is, for whoever asks; what is wrong, and the metrics, for the operator.
 *
 * On the public listener the operator's own addresses are open to `isOperator` alone; with a listener of their own they
 * are not on the public one at all. Strangers are told that there is nothing.
 */
import type { IRouter, NextFunction, Request, Response, Router } from 'express';
import type { Fault } from '../article/fault.ts';
import { Failure } from '../base/failure.ts';
import type { Site } from '../base/site.ts';
import { faultsPage } from '../pages/faults-page.ts';
import { contentSecurityPolicy } from '../pages/layout.ts';
import { emptyRoutes } from './express-app.ts';
import { isOperator } from './operator.ts';
import type { Readiness } from './readiness.ts';

/** What the addresses tell of. */
export interface OperatorContext {
  readonly site: Site;
  /** What `/readyz` tells; not ready means that feeds are not there yet. */
  readonly readiness: () => Promise<Readiness>;
  /** Every fault of every file. */
  readonly faults: () => Promise<readonly Fault[]>;
  readonly metrics: () => Promise<{ readonly text: string; readonly mediaType: string }>;
  readonly operatorToken: string | undefined;
  /** True when the operator's own addresses have a listener to themselves. */
  readonly hasOperatorListener: boolean;
}

/** What is said to one who asks now. */
const FOR_NOBODY_ELSE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** Adds `/healthz` and `/readyz`, which tell nobody's secret. */
export function addHealthRoutes(router: IRouter, { readiness }: Pick<OperatorContext, 'readiness'>): void {
  router.get(
    '/healthz',
    (_request, response) => void response.set(FOR_NOBODY_ELSE).type('text').send('ok\n'),
  );
  router.get('/readyz', async (_request, response) => {
    const { isReady, ...facts } = await readiness();
    response
      .status(isReady ? 200 : 503)
      .set(FOR_NOBODY_ELSE)
      .json({ status: isReady ? 'ready' : 'starting', ...facts });
  });
}

/** Adds the operator's own addresses; a request that `isAllowed` refuses finds nothing there. */
export function addOperatorRoutes(
  router: IRouter,
  context: OperatorContext,
  isAllowed: (request: Request) => boolean,
): void {
  const allowed = (request: Request, _response: Response, next: NextFunction) =>
    next(isAllowed(request) ? undefined : new Failure('address-unknown', `found no ${request.path}`));
  router.get('/faults', allowed, async (_request, response) => {
    response.set({ ...FOR_NOBODY_ELSE, 'Content-Security-Policy': contentSecurityPolicy });
    response.type('html').send(faultsPage(context.site, await context.faults()));
  });
  router.get('/metrics', allowed, async (_request, response) => {
    const { text, mediaType } = await context.metrics();
    response.set({ ...FOR_NOBODY_ELSE, 'Content-Type': mediaType }).send(text);
  });
}

/**
 * The routes behind a listener for the operator alone.
 *
 * Whoever can connect to it is the operator, unless a token is set: then it, or being on this machine, is asked for.
 */
export function createOperatorRoutes(
  context: OperatorContext,
  answerFailure: (cause: unknown, request: Request, response: Response) => Promise<void>,
): Router {
  const app = emptyRoutes();
  addHealthRoutes(app, context);
  const { operatorToken } = context;
  addOperatorRoutes(
    app,
    context,
    (request) => operatorToken === undefined || isOperator(request, operatorToken),
  );
  app.use((request) => {
    throw new Failure('address-unknown', `found no ${request.path}`);
  });
  app.use((cause: unknown, request: Request, response: Response, _next: NextFunction) =>
    answerFailure(cause, request, response),
  );
  return app;
}
