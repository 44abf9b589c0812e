import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { RunningService } from './http/running-service.ts';

/** More than are read without threads. */
const MANY = 2_000;

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
