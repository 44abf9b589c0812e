/**
 * Every address of the service (design §6), as routes of Express.
 *
 * In: requests that the fast path did not know. Out: representations, handed to `respond`; failures, as problem
 * documents. What a feed, an article or a page *is* was decided in other rooms.
 */
import type { NextFunction, Request, Response, Router } from 'express';
import { Failure } from '../base/failure.ts';
import type { Format } from '../feeds/feed.ts';
import {
  type ArchiveAddress,
  articlePath,
  documentPath,
  type FeedAddress,
  feedAddress,
  feedHome,
} from '../feeds/feed-address.ts';
import { articleSurrogateKey, feedSurrogateKey, KIND_KEYS } from '../feeds/surrogate-key.ts';
import { faviconSvg } from '../pages/favicon.ts';
import { contentSecurityPolicy } from '../pages/layout.ts';
import { type Representation, withCodings } from '../render/representation.ts';
import { acceptedCodings } from './accept-encoding.ts';
import { answerFailure } from './answer-failure.ts';
import type { AppContext } from './app-context.ts';
import { sendAsset } from './asset-route.ts';
import { keyHeader } from './cache-headers.ts';
import { deltaBase, deltaKey } from './delta.ts';
import { emptyRoutes } from './express-app.ts';
import { negotiatedFormat } from './feed-format.ts';
import { archiveTerms, documentTerms, negotiatedTerms, opmlPage, sitemapPage } from './feed-routes.ts';
import { onlyReading } from './only-reading.ts';
import { isOperator } from './operator.ts';
import { addHealthRoutes, addOperatorRoutes } from './operator-routes.ts';
import { articleHomePage, feedHomePage } from './page-routes.ts';
import { type Prepared, prepare, prepareDelta, type ServingTerms } from './prepared.ts';
import { awaitsDelta, respond } from './respond.ts';
import { acceptable, PAGE_AGE_SECONDS, redirect, sendPage } from './send-page.ts';

const PAGE_TERMS: ServingTerms = {
  maxAgeSeconds: PAGE_AGE_SECONDS,
  vary: 'Accept-Encoding',
  headers: [
    'Content-Security-Policy',
    contentSecurityPolicy,
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
  ],
};
const INDEX_TERMS: ServingTerms = { maxAgeSeconds: PAGE_AGE_SECONDS, vary: 'Accept-Encoding', headers: [] };
const ICON_TERMS: ServingTerms = { ...INDEX_TERMS, maxAgeSeconds: 86_400 };

/** The terms of an answer that goes by these keys in caches (H-27). */
function withKeys(terms: ServingTerms, { caches }: AppContext, keys: readonly string[]): ServingTerms {
  return { ...terms, headers: [...terms.headers, ...keyHeader(caches, keys)] };
}

/** The routes under one set of settings. */
export function createRoutes(context: AppContext): Router {
  const { site, edition, nowhere } = context;
  const indexTerms = withKeys(INDEX_TERMS, context, [KIND_KEYS.index]);
  const app = emptyRoutes();
  addHealthRoutes(app, context);
  addOperatorRoutes(
    app,
    context,
    (request) => !context.hasOperatorListener && isOperator(request, context.operatorToken),
  );
  app.use(onlyReading);
  app.use((_request, _response, next) => {
    next(
      context.isServing()
        ? undefined
        : new Failure('not-ready', 'the first import is going on; feeds will be here soon'),
    );
  });
  app.get('/assets/:hash/:name', (request, response) => sendAsset(context.assetsFolder, request, response));
  // Files come and go without news; nothing else does.
  app.use((request, response, next) => {
    const known = nowhere.at(request.path);
    if (known !== undefined) return answerFailure(known, request, response, context);
    response.locals.news = nowhere.news;
    return next();
  });
  app.get('/opml.xml', (request, response) =>
    sendPage(context, request, response, '/opml.xml', indexTerms, () => opmlPage(site, edition)),
  );
  app.get('/sitemap.xml', (request, response) =>
    sendPage(context, request, response, '/sitemap.xml', indexTerms, () => sitemapPage(site, edition)),
  );
  app.get('/robots.txt', (request, response) =>
    sendPage(context, request, response, '/robots.txt', indexTerms, async () => ({
      text: `User-agent: *\nAllow: /\n\nSitemap: ${site.baseUrl}/sitemap.xml\n`,
      mediaType: 'text/plain; charset=utf-8',
    })),
  );
  app.get(['/favicon.svg', '/favicon.ico'], (request, response) =>
    sendPage(context, request, response, '/favicon.svg', ICON_TERMS, async () => ({
      text: faviconSvg,
      mediaType: 'image/svg+xml; charset=utf-8',
    })),
  );
  app.get('/articles/:slug', (request, response) =>
    sendArticle(context, request, response, request.params.slug.normalize('NFC')),
  );
  app.use((request, response) => sendFeed(context, request, response));
  app.use((cause: unknown, request: Request, response: Response, _next: NextFunction) => {
    nowhere.note(request.path, cause, response.locals.news);
    return answerFailure(cause, request, response, context);
  });
  return app;
}

/** Whatever lies under a feed's home: its documents, the negotiated address, its page. */
async function sendFeed(context: AppContext, request: Request, response: Response): Promise<void> {
  const { edition } = context;
  const address = feedAddress(request.path);
  if (address === undefined) throw new Failure('address-unknown', `found no ${request.path}`);
  const { key, what, archive } = address;
  if (archive !== undefined) return sendArchive(context, request, response, address as ArchivedAddress);
  if (what === 'page') return sendHome(context, request, response, key);
  const format: Format = what === 'negotiated' ? negotiatedFormat(request.headers.accept) : what;
  const found = await edition.document(key, format);
  if (found === undefined) throw new Failure('address-unknown', `found no feed ${key}`);
  const representation = await acceptable(found, request);
  if (what === 'negotiated') {
    const prepared = negotiated(
      representation,
      () => negotiatedTerms(context, key, format),
      context,
      documentPath(key, format),
    );
    return respond(prepared, request, response, context.moment);
  }
  const prepared = await prepareDocument(context, request, { key, format }, representation);
  respond(prepared, request, response, context.moment);
}

/** A document as it stands in the table, with the difference that the request asks for. */
async function prepareDocument(
  context: AppContext,
  request: Request,
  { key, format }: { readonly key: string; readonly format: Format },
  representation: Representation,
): Promise<Prepared> {
  const { edition, table, moment, observations } = context;
  const path = documentPath(key, format);
  const standing = table.find(path);
  const terms = () => documentTerms(context, key, format);
  const prepared =
    standing?.representation === representation
      ? standing
      : prepare(representation, terms(), moment.clock, observations.polls.of(path));
  if (edition.current(path) === representation) table.set(path, prepared);
  const base = awaitsDelta(prepared, request) ? deltaBase(request, representation) : undefined;
  if (base !== undefined) {
    const delta = await edition.delta(key, format, base, representation);
    prepared.deltas!.set(deltaKey(base), { prepared: delta && prepareDelta(delta, prepared, moment.clock) });
  }
  return prepared;
}

/** An address in a feed's archive always names a document. */
type ArchivedAddress = FeedAddress & { readonly what: Format; readonly archive: ArchiveAddress };

/** A page of a feed's archive; one that is not full yet has the address of what it holds. */
async function sendArchive(
  context: AppContext,
  request: Request,
  response: Response,
  { key, what: format, archive }: ArchivedAddress,
): Promise<void> {
  const { edition, moment, observations } = context;
  const archived = await edition.archived(key, format, archive);
  if (archived === undefined) throw new Failure('address-unknown', `found no ${request.path}`);
  const { address, representation } = archived;
  if (address.page === archive.page && address.places !== archive.places && archive.places === undefined) {
    return redirect(context, response, 307, documentPath(key, format, address));
  }
  // Nobody else will ask for it soon: it is made in the one coding that this request takes.
  const [coding = 'identity'] = acceptedCodings(request.headers['accept-encoding']);
  const prepared = prepare(
    await acceptable(await withCodings(representation, [coding]), request),
    archiveTerms(context, key, format, address),
    moment.clock,
    observations.polls.of(documentPath(key, format, address)),
  );
  respond(prepared, request, response, moment);
}

/** A negotiated answer depends on more than its address, so it cannot stand in the table; it is prepared once all the same. */
function negotiated(
  representation: Representation,
  terms: () => ServingTerms,
  { moment, table, observations }: AppContext,
  path: string,
): Prepared {
  const known = table.negotiated.get(representation);
  if (known !== undefined) return known;
  const prepared = prepare(representation, terms(), moment.clock, observations.polls.of(path));
  table.negotiated.set(representation, prepared);
  return prepared;
}

async function sendHome(
  context: AppContext,
  request: Request,
  response: Response,
  key: string,
): Promise<void> {
  const home = feedHome(key);
  if (request.path !== home) {
    if ((await context.edition.feed(key)) === undefined)
      throw new Failure('address-unknown', `found no ${request.path}`);
    return redirect(context, response, 301, home);
  }
  const terms = withKeys(PAGE_TERMS, context, [KIND_KEYS.feed, feedSurrogateKey(key)]);
  await sendPage(context, request, response, home, terms, () =>
    feedHomePage(context.site, context.edition, key),
  );
}

async function sendArticle(
  context: AppContext,
  request: Request,
  response: Response,
  slug: string,
): Promise<void> {
  const { site, edition } = context;
  await sendPage(
    context,
    request,
    response,
    articlePath(slug),
    withKeys(PAGE_TERMS, context, [KIND_KEYS.article, articleSurrogateKey(slug)]),
    async () => {
      const page = await articleHomePage(site, edition, slug);
      return 'text' in page ? page : undefined;
    },
    async () => {
      const page = await articleHomePage(site, edition, slug);
      return 'movedTo' in page ? page.movedTo : undefined;
    },
  );
}
