/**
 * The listening server: polls first, everything else through Express.
 *
 * Node's own guards against slow and hostile clients are stated here, not left to defaults.
 */
import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
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

/** How long a connection may stand still: who reads nothing of an answer is cut off within twice this, in milliseconds. */
const STALLED_MS = 15_000;

/** Requests of one connection that may have come before those ahead of them were answered; no reader sends many. */
const PIPELINED_MAX = 20;

/** Connections held at once; what comes beyond them is closed, and makes idle ones go. */
const CONNECTIONS_MAX = 15_000;

/** Connections that may wait to be accepted: the kernel's own bound where that is lower. */
const BACKLOG = 4_096;

/** How long requests in flight are given at the end, in milliseconds. */
const DRAIN_MS = 1_500;

/**
 * How long requests that are on their way are still taken before that, in milliseconds: each answer then says that it is the
 * last one, so that a client or proxy that keeps its connection learns of the end instead of losing a request.
 */
const FAREWELL_MS = 50;

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
  let isClosing = false;
  const server = createServer({ ...OPTIONS, ...expressClasses(app) }, (request, response) => {
    if (isClosing) response.shouldKeepAlive = false;
    // Node reads all requests of one packet before anybody else has a turn.
    if (response.socket === null && !isPatientEnough(request, response)) return;
    const refusal = refused(request);
    if (refusal !== undefined) {
      response.writeHead(refusal, ['Connection', 'close', 'Content-Length', '0']).end();
      return;
    }
    try {
      if (fastPath.answer(request, response)) return;
    } catch (cause) {
      // Nothing was written yet: Express comes to the same failure, and tells of it as of every other.
      if (!(cause instanceof Failure)) throw cause;
    }
    app(request, response);
  });
  server.setTimeout(STALLED_MS);
  server.maxConnections = CONNECTIONS_MAX;
  server.on('drop', () => server.closeIdleConnections());
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ port, host, backlog: BACKLOG }, resolve);
  try {
    await promise;
  } catch (cause) {
    throw new Failure(
      'address-in-use',
      `cannot listen on ${host}:${port}: ${(cause as Error).message}; set HOST or PORT`,
      { cause },
    );
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      isClosing = true;
      await close(server);
    },
  };
}

/** How many requests of a connection came too early. */
const early = new WeakMap<Socket, number>();

/** False when too many have come too early; the last one that is answered ends the connection. */
function isPatientEnough({ socket }: IncomingMessage, response: ServerResponse): boolean {
  const count = (early.get(socket) ?? 0) + 1;
  early.set(socket, count);
  if (count === PIPELINED_MAX) {
    response.shouldKeepAlive = false;
    readNoMore(socket);
  }
  return count <= PIPELINED_MAX;
}

/** What Node's parser is told of a request behind which the connection speaks another protocol. */
const NO_REQUESTS_FOLLOW = 2;

/**
 * A packet can hold a thousand requests, and making objects of all of them takes the others' turn. Node has no door to
 * this: its parser's own is used, and a test notices when that goes.
 */
function readNoMore(socket: Socket): void {
  const { parser } = socket as { parser?: { onIncoming: () => number } | null };
  if (parser) parser.onIncoming = () => NO_REQUESTS_FOLLOW;
}

/**
 * The status of a request that Node lets through and nobody should answer: of another major version, whose framing is
 * unknown, or for two hosts, which a proxy and we might choose between differently (RFC 9112 §2.3, §3.2).
 */
function refused({ httpVersionMajor, rawHeaders }: IncomingMessage): 400 | 505 | undefined {
  if (httpVersionMajor !== 1) return 505;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1 ? 400 : undefined;
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
  // Not `server.close` yet: it hangs up on everybody who is between two requests.
  NetServer.prototype.close.call(server, () => resolve());
  await Promise.race([promise, pause(FAREWELL_MS)]);
  server.close();
  // Whose answer had begun before the end is idle when it is over.
  const idle = setInterval(() => server.closeIdleConnections(), FAREWELL_MS);
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await promise;
  clearInterval(idle);
  clearTimeout(timer);
}
