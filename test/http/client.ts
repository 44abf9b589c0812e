/**
 * A client that hides nothing: raw `node:http`, a connection for each request, bodies as the bytes that came.
 *
 * The global `fetch` decodes gzip, follows redirects and adds headers of its own, so it cannot see what is tested here.
 */
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

/** What came back. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** Name, value, name, value …, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** What is asked beside the path. */
export interface Question {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** How long an answer may take, in milliseconds: a hang is a failure, not a wait. */
const PATIENCE_MS = 5_000;

/** Asks a service on this machine; the path is sent as it is written. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: Question = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () =>
      resolve({
        status: response.statusCode!,
        headers: response.headers,
        rawHeaders: response.rawHeaders,
        body: Buffer.concat(chunks),
      }),
    );
  });
  outgoing.setTimeout(PATIENCE_MS, () => outgoing.destroy(new Error(`no answer from ${path}`)));
  outgoing.on('error', reject);
  outgoing.end();
  return promise;
}

/** Sends bytes that no client library would send, and gives back all that came until the connection ended. */
export function askRaw(port: number, head: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer')));
  socket.end(head);
  return text(socket);
}

/** The body without its content coding. */
export function decoded({ headers, body }: Answer): Buffer {
  switch (headers['content-encoding']) {
    case undefined:
      return body;
    case 'gzip':
      return gunzipSync(body);
    case 'br':
      return brotliDecompressSync(body);
    case 'zstd':
      return zstdDecompressSync(body);
    default:
      throw new Error(`found the coding ${headers['content-encoding']}`);
  }
}
