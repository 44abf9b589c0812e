/**
 * The listening server: polls first, everything else through Express.
 *
 * Node's own guards against slow and hostile clients are stated here, not left to defaults.
 */
import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { Failure } from '../base/failure.ts';

/** Limits on a connection. */
const OPTIONS = {
  /** Bytes of one request's head. */
  maxHeaderSize: 16_384,
  /** Time for a head to arrive, in milliseconds. */
  headersTimeout: 10_000,
  /** Time for a whole request to arrive, in milliseconds. */
  requestTimeout: 30_000,
  /** How long an idle connection is kept, in milliseconds. */
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  /** A request without a body is born with an ended stream: a tenth of what a poll costs (design §5). */
  optimizeEmptyRequests: true,
} as const;

/** How long requests in flight are given at the end, in milliseconds. */
const DRAIN_MS = 1_500;

/** Answers what it can before Express is asked; false when it is somebody else's to answer. */
export interface FastPath {
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no new request, and ends when those in flight are answered, or after `DRAIN_MS`. */
  close(): Promise<void>;
}

/**
 * Listens.
 *
 * @param port 0 for any free one
 * @throws {Failure} `address-in-use`
 */
export async function listen(
  app: Express,
  fastPath: FastPath,
  host: string,
  port: number,
): Promise<Listening> {
  const server = createServer({ ...OPTIONS, ...expressClasses(app) }, (request, response) => {
    try {
      if (fastPath.answer(request, response)) return;
    } catch (cause) {
      // Nothing was written yet: Express comes to the same failure, and tells of it as of every other.
      if (!(cause instanceof Failure)) throw cause;
    }
    app(request, response);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  try {
    await promise;
  } catch (cause) {
    throw new Failure(
      'address-in-use',
      `cannot listen on ${host}:${port}: ${(cause as Error).message}; set HOST or PORT`,
      { cause },
    );
  }
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** Express sets the prototypes of every request and response; objects born with them cost it nothing (design §5). */
function expressClasses(app: Express): {
  IncomingMessage: typeof IncomingMessage;
  ServerResponse: typeof ServerResponse;
} {
  function Incoming(...parameters: ConstructorParameters<typeof IncomingMessage>) {
    return Reflect.construct(IncomingMessage, parameters, Incoming);
  }
  Incoming.prototype = app.request;
  function Outgoing(...parameters: ConstructorParameters<typeof ServerResponse>) {
    return Reflect.construct(ServerResponse, parameters, Outgoing);
  }
  Outgoing.prototype = app.response;
  return { IncomingMessage: Incoming, ServerResponse: Outgoing } as unknown as ReturnType<
    typeof expressClasses
  >;
}

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await promise;
  clearTimeout(timer);
}
