import { expect } from 'chai';
import { pino } from 'pino';
import type { Log } from '../../src/base/log.ts';
import type { PurgeCall } from '../../src/purge/purge-calls.ts';
import { PurgeQueue, WAITING_MAX } from '../../src/purge/purge-queue.ts';
import { until } from '../http/until.ts';

const call = (what: string): PurgeCall => ({
  url: 'http://cache/',
  method: 'BAN',
  headers: {},
  body: undefined,
  what,
});

/** A queue whose caches answer as they are told, and whose pauses are only written down. */
function queue(answer: (what: string, time: number) => string | undefined | Promise<string | undefined>) {
  const sent: string[] = [];
  const paused: number[] = [];
  const events: { readonly msg: string; readonly level: number }[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => void events.push(JSON.parse(line)) }) as Log;
  const made = new PurgeQueue({
    log,
    everything: [call('feed')],
    send: async ({ what }) => {
      sent.push(what);
      return answer(what, sent.filter((each) => each === what).length);
    },
    pause: async (milliseconds) => void paused.push(milliseconds),
  });
  return { made, sent, paused, events };
}

describe('PurgeQueue (H-28)', () => {
  it('sends each request once, in order', async () => {
    const { made, sent, paused } = queue(() => undefined);
    made.add(['a', 'b', 'c', 'd', 'e', 'f'].map(call));
    await until('all are sent', () => sent.length === 6 && made.length === 0);
    expect(sent).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(paused).to.have.length(0);
  });

  it('tries again, later each time, and says so', async () => {
    const { made, sent, paused, events } = queue((_, time) => (time < 4 ? 'status 503' : undefined));
    made.add([call('a')]);
    await until('it is taken', () => sent.length === 4);
    expect(paused).to.deep.equal([500, 2_000, 8_000]);
    expect(events.filter(({ level }) => level === 40)).to.have.length(3);
  });

  it('gives up in the end, and says so', async () => {
    const { made, sent, events } = queue(() => 'ECONNREFUSED');
    made.add([call('a')]);
    await until('it is given up', () => events.some(({ level }) => level === 50));
    expect(sent).to.have.length(6);
  });

  it('sends a request again that came again while it was on its way', async () => {
    const first = Promise.withResolvers<undefined>();
    const { made, sent } = queue((_, time) => (time === 1 ? first.promise : undefined));
    made.add([call('a')]);
    made.add([call('a'), call('a')]);
    first.resolve(undefined);
    await until('it is sent twice', () => made.length === 0 && sent.length === 2);
    expect(sent).to.deep.equal(['a', 'a']);
  });

  it('says "everything" when too much waits', async () => {
    const never = Promise.withResolvers<undefined>();
    const { made, sent } = queue((what) => (what === 'feed' ? undefined : never.promise));
    made.add(Array.from({ length: WAITING_MAX + 1 }, (_, number) => call(`article-${number}`)));
    expect(made.length).to.equal(0);
    expect(sent).to.deep.equal(['feed']);
    await made.close();
  });

  it('holds no request up by others that are tried again later', async () => {
    const never = Promise.withResolvers<void>();
    const sent: string[] = [];
    const made = new PurgeQueue({
      log: pino({ level: 'silent' }) as Log,
      everything: [],
      send: async ({ what }) => {
        sent.push(what);
        return what.startsWith('bad') ? 'ECONNREFUSED' : undefined;
      },
      pause: () => never.promise,
    });
    made.add(['bad 1', 'bad 2', 'bad 3', 'bad 4', 'bad 5', 'good'].map(call));
    await until('it is sent', () => sent.includes('good'));
    expect(made.length).to.equal(5);
    await made.close();
  });

  it('says "everything" to a cache that answers again after something was given up', async () => {
    const { made, sent } = queue((what) => (what === 'a' ? 'ECONNREFUSED' : undefined));
    made.add([call('a')]);
    await until('it is given up', () => sent.length === 6 && made.length === 0);
    made.add([call('b')]);
    await until('all is said', () => sent.includes('feed'));
    made.add([call('c')]);
    await until('it is sent', () => sent.includes('c'));
    expect(sent.slice(6)).to.deep.equal(['b', 'feed', 'c']);
  });

  it('says no more than that to a cache that refuses one request', async () => {
    const { made, sent } = queue((what) => (what === 'a' ? 'status 400' : undefined));
    made.add([call('a')]);
    await until('it is given up', () => sent.length === 6 && made.length === 0);
    made.add([call('b')]);
    await until('it is sent', () => sent.includes('b'));
    expect(sent.slice(6)).to.deep.equal(['b']);
  });

  it('ends at once, whatever waits', async () => {
    const { made, sent } = queue(() => 'status 500');
    made.add(['a', 'b', 'c', 'd', 'e', 'f'].map(call));
    await made.close();
    const before = sent.length;
    made.add([call('g')]);
    expect(made.length).to.equal(0);
    expect(sent).to.have.length(before);
  });
});
