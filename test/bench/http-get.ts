/**
 * One GET over node:http: bytes as they came, headers as they were sent.
 */
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Name, value, name, value … */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** No measured start takes longer. */
const DEADLINE_MS = 180_000;

const agent = new Agent({ keepAlive: true });

/** Asks a port of this machine. */
export async function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  get({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('end', () =>
      resolve({
        status: response.statusCode!,
        headers: response.headers,
        rawHeaders: response.rawHeaders,
        body: Buffer.concat(pieces),
      }),
    );
  }).on('error', reject);
  return promise;
}

/** Asks again and again until the answer is as wished; a server that is not there yet counts as not. */
export async function askUntil(
  port: number,
  path: string,
  isWished: (answer: Answer) => boolean,
  {
    everyMs,
    headers = {},
    withinMs = DEADLINE_MS,
  }: {
    readonly everyMs: number;
    readonly headers?: Record<string, string>;
    readonly withinMs?: number;
  },
): Promise<Answer> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    const answer = await ask(port, path, headers).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ECONNREFUSED' || cause.code === 'ECONNRESET') return undefined;
      throw cause;
    });
    if (answer !== undefined && isWished(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw new Error(`${path} did not answer as expected in time`);
}

/** A port that is free at the moment. */
export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const server = createServer().listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return address.port;
}
