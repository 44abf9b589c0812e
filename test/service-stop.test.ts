import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import { LAMP_PNG } from './http/lantern-files.ts';
import { RunningService } from './http/running-service.ts';

/** More than are read without threads. */
const MANY = 2_000;

/** More than lies between two sockets, in bytes. */
const LARGE_BYTES = 24_000_000;

/** How long a stop may take, in milliseconds. */
const STOP_MS = 2_000;

describe('a service that stops', () => {
  it('does not wait for a first import, and takes in the rest at the next start', async () => {
    const files = Object.fromEntries(
      Array.from({ length: MANY }, (_, at) => [`town/${at}.md`, `---\ntitle: No ${at}\n---\nText ${at}.\n`]),
    );
    const running = await RunningService.over(files, { isTakenIn: false });
    try {
      const began = performance.now();
      await running.stop();
      expect(performance.now() - began).to.be.below(STOP_MS);
      expect(running.events.filter(({ level }) => level >= 50)).to.deep.equal([]);
      await running.start({});
      const count = await running.service.ledger.feeds.count('');
      expect(count).to.equal(MANY);
    } finally {
      await running.end();
    }
  });

  it('sends to its end what it has begun to send, and takes no new connection meanwhile', async () => {
    const picture = Buffer.concat([LAMP_PNG, Buffer.alloc(LARGE_BYTES)]);
    const running = await RunningService.over({ 'a.md': '![A](a.png)\n\nText.\n', 'a.png': picture });
    try {
      const { port } = running.service;
      const [path] = /\/assets\/[0-9a-f]{32}\/a\.png/.exec(await running.text('/rss.xml'))!;
      const socket = connect({ host: '127.0.0.1', port });
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      await once(socket, 'readable');
      const began = performance.now();
      const stopped = running.stop();
      const late = connect({ host: '127.0.0.1', port });
      const [refusal] = (await once(late, 'error')) as [NodeJS.ErrnoException];
      expect(refusal.code).to.equal('ECONNREFUSED');
      const answer = await buffer(socket);
      await stopped;
      expect(performance.now() - began).to.be.below(STOP_MS);
      const head = answer.indexOf('\r\n\r\n') + 4;
      expect(answer.subarray(head).equals(picture)).to.equal(true);
    } finally {
      await running.end();
    }
  });

  it('loses no request of clients that keep their connections: each learns which answer is the last', async () => {
    const running = await RunningService.over({ 'a.md': 'Text.\n' });
    try {
      const { port } = running.service;
      const polls = Array.from({ length: 10 }, (_, at) =>
        untilClosed(port, at % 2 === 0 ? '/rss.xml' : '/feed'),
      );
      await Promise.all(polls.map(({ firstAnswer }) => firstAnswer));
      await running.stop();
      const lasts = await Promise.all(polls.map(({ last }) => last));
      expect(lasts).to.deep.equal(lasts.map(() => 'close'));
    } finally {
      await running.end();
    }
  });

  it('does not wait for clients that say nothing, or half of something', async () => {
    const running = await RunningService.over({ 'a.md': 'Text.\n' });
    const sockets = ['', 'GET /rss.xml HTTP/1.1\r\nHos'].map((said) => {
      const socket = connect({ host: '127.0.0.1', port: running.service.port });
      socket.on('error', () => undefined);
      socket.write(said);
      return socket;
    });
    try {
      await Promise.all(sockets.map((socket) => once(socket, 'connect')));
      const began = performance.now();
      await running.stop();
      expect(performance.now() - began).to.be.below(STOP_MS);
    } finally {
      for (const socket of sockets) socket.destroy();
      await running.end();
    }
  });
});

/** Polls by one connection, again and again, until it ends; tells what the last answer said of the connection. */
function untilClosed(port: number, path: string): { firstAnswer: Promise<void>; last: Promise<string> } {
  const first = Promise.withResolvers<void>();
  const last = Promise.withResolvers<string>();
  const socket = connect({ host: '127.0.0.1', port });
  const poll = () => socket.write(`HEAD ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  let said = 'nothing';
  let text = '';
  socket.on('data', (some: Buffer) => {
    text += some.toString('latin1');
    if (!text.endsWith('\r\n\r\n')) return;
    said = /^Connection: (.*)$/im.exec(text)?.[1]?.trim() ?? 'nothing';
    text = '';
    first.resolve();
    if (said === 'close') return;
    said = 'no answer';
    poll();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => last.resolve(said));
  poll();
  return { firstAnswer: first.promise, last: last.promise };
}
