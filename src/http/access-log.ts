/**
 * One line for a request that was answered, for one of so many requests.
 *
 * Nothing is kept and nothing is allocated for a request that is not logged. Off unless a setting asks for it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../base/log.ts';

/** Characters of what a client says of itself that are logged. */
const TOLD_CHARACTERS_MAX = 200;

/** Logs requests. */
export class AccessLog {
  readonly #log: Log;
  readonly #every: number;
  readonly #clientOf: (request: IncomingMessage) => string | undefined;
  #passed = 0;

  /** @param every one of how many requests is logged: 1 for each, 0 for none */
  constructor(log: Log, every: number, clientOf: (request: IncomingMessage) => string | undefined) {
    this.#log = log;
    this.#every = every;
    this.#clientOf = clientOf;
  }

  /** Logs a request when it has been answered, if its turn has come. */
  watch(request: IncomingMessage, response: ServerResponse): void {
    if (this.#every === 0) return;
    this.#passed += 1;
    if (this.#passed < this.#every) return;
    this.#passed = 0;
    this.#tellWhenDone(request, response);
  }

  #tellWhenDone(request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers, socket } = request;
    const client = this.#clientOf(request);
    const began = performance.now();
    const sent = socket.bytesWritten;
    response.once('close', () =>
      this.#log.info(
        {
          method,
          path: url,
          // A client that went away got no answer, whatever was meant for it.
          status: response.writableFinished ? response.statusCode : undefined,
          bytes: socket.bytesWritten - sent,
          ms: Math.round((performance.now() - began) * 10) / 10,
          client,
          agent: headers['user-agent']?.slice(0, TOLD_CHARACTERS_MAX),
        },
        'request',
      ),
    );
  }
}
