/**
 * Express around routes that may be exchanged while it serves.
 *
 * One application lives as long as its listener, whose requests and responses are born with its prototypes; what answers
 * them is looked up for each request, so that new settings drop no connection.
 */
import express, { type Router } from 'express';

/** Addresses with their answers. */
export type Routes = Router;

/** Routes without answers yet, spelled as addresses are. */
export function emptyRoutes(): Routes {
  return express.Router({ caseSensitive: true });
}

/** The application that answers by the present routes. */
export function createApp(routes: () => Routes): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use((request, response, next) => routes()(request, response, next));
  return app;
}
