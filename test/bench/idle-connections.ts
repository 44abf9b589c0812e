/**
 * What connections cost that do nothing: memory of each, and CPU of the polls of others.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { cpuMs, output, residentMegabytes } from './child-process.ts';
import { median } from './medians.ts';

const ROUNDS = 3;
const ROUND_SECONDS = 2;
const OPENED_TOGETHER = 100;

/** What idle connections cost. */
export interface IdleCost {
  readonly connections: number;
  readonly kilobytesEach: number;
  readonly pollMicroseconds: number;
  readonly pollMicrosecondsAmong: number;
}

/**
 * Measures with and without idle connections.
 *
 * @param load the command that polls: `wrk`, pinned
 */
export async function idleCost(
  pid: number,
  port: number,
  connections: number,
  load: readonly string[],
): Promise<IdleCost> {
  const poll = async () => {
    const before = cpuMs(pid);
    const report = await output(load[0]!, [
      ...load.slice(1),
      ...['-t1', '-c32', `-d${ROUND_SECONDS}s`, '-H', 'If-None-Match: *', `http://127.0.0.1:${port}/rss.xml`],
    ]);
    const [, requests] = /(\d+) requests in/.exec(report) ?? [];
    return ((cpuMs(pid) - before) * 1000) / Number(requests);
  };
  const rounds = async () => {
    const each: number[] = [];
    for (let round = 0; round < ROUNDS; round++) each.push(await poll());
    return median(each);
  };
  await poll();
  const pollMicroseconds = await rounds();
  const before = residentMegabytes(pid);
  const sockets: Socket[] = [];
  while (sockets.length < connections) {
    const some = Array.from({ length: Math.min(OPENED_TOGETHER, connections - sockets.length) }, () =>
      connect({ host: '127.0.0.1', port }),
    );
    sockets.push(...some);
    await Promise.all(
      some.map(async (socket) => {
        await once(socket, 'connect');
        socket.write('GET /rss.xml HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n');
        await once(socket, 'data');
      }),
    );
  }
  const kilobytesEach = ((residentMegabytes(pid) - before) * 1000) / connections;
  const pollMicrosecondsAmong = await rounds();
  for (const socket of sockets) socket.destroy();
  return { connections, kilobytesEach, pollMicroseconds, pollMicrosecondsAmong };
}
