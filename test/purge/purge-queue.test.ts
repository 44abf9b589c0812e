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
