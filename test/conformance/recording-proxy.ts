/**
 * Stands between readers and the service, changes nothing, and writes down who asked what and was answered how.
 *
 * Its address is the service's BASE_URL, and outlives restarts of the service: to a reader it is the public address.
 */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One poll. */
export interface Exchange {
  readonly path: string;
  readonly userAgent: string;
  /** Whether the reader named what it has. */
  readonly isConditional: boolean;
  readonly status: number;
}

/** A proxy that listens. */
export class RecordingProxy {
  readonly #server: Server;
  #exchanges: Exchange[] = [];
  /** The port of the service behind it. */
  upstreamPort = 0;

  private constructor() {
    this.#server = createServer((incoming, outgoing) => {
      const onward = request(
        {
          host: '127.0.0.1',
          port: this.upstreamPort,
          method: incoming.method,
          path: incoming.url,
          headers: incoming.rawHeaders,
          agent: false,
        },
        (answer) => {
          this.#exchanges.push({
            path: incoming.url!,
            userAgent: incoming.headers['user-agent'] ?? '',
            isConditional: 'if-none-match' in incoming.headers || 'if-modified-since' in incoming.headers,
            status: answer.statusCode!,
          });
          outgoing.sendDate = false;
          outgoing.writeHead(answer.statusCode!, answer.rawHeaders);
          answer.pipe(outgoing);
        },
      );
      onward.on('error', () => outgoing.destroy()); // the reader sees what it would see without a proxy
      incoming.pipe(onward);
    });
  }

  /** A proxy on a free port. */
  static async open(): Promise<RecordingProxy> {
    const proxy = new RecordingProxy();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    proxy.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    await promise;
    return proxy;
  }

  /** The public address of whatever is behind it. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was recorded since the last time; the record begins anew. */
  take(): readonly Exchange[] {
    const taken = this.#exchanges;
    this.#exchanges = [];
    return taken;
  }

  /** Ends it, and every connection with it. */
  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
