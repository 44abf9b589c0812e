import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { Failure } from '../../src/base/failure.ts';
import { receivedBytes, sharedBytes, sharedText } from '../../src/base/shared-bytes.ts';
import { ThreadCalls } from '../../src/base/thread-calls.ts';

/** A thread that answers these names. */
interface Calls {
  double(number: number): Promise<number>;
  fail(): Promise<never>;
  break(): Promise<never>;
  later(milliseconds: number): Promise<number>;
  lengthOf(bytes: Uint8Array): Promise<number>;
  say(word: string): Promise<void>;
  end(): Promise<never>;
}

const SCRIPT = `
import { parentPort } from 'node:worker_threads';
import { setTimeout as pause } from 'node:timers/promises';
const { answerCalls } = await import('${new URL('../../src/base/thread-calls.ts', import.meta.url)}');
const { Failure } = await import('${new URL('../../src/base/failure.ts', import.meta.url)}');
answerCalls(parentPort, {
  double: async (number) => 2 * number,
  fail: async () => { throw new Failure('not-ready', 'found nothing yet', { retryAfterSeconds: 3 }); },
  break: async () => { throw new TypeError('a bug'); },
  later: async (milliseconds) => { await pause(milliseconds); return milliseconds; },
  lengthOf: async (bytes) => bytes.length,
  say: async (word) => { parentPort.postMessage({ word }); },
  end: () => { setImmediate(() => { throw new Error('ended'); }); return new Promise(() => undefined); },
});
`;

describe('calls to another thread', () => {
  let thread: Worker;
  let calls: Calls;
  let news: { readonly word: string }[];
  before(() => {
    news = [];
    thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`));
    calls = new ThreadCalls(thread, (each: { readonly word: string }) => news.push(each)).as<Calls>();
  });
  after(() => thread.terminate());

  it('bring values back, in any order', async () => {
    const done: number[] = [];
    await Promise.all([30, 1].map(async (wait) => done.push(await calls.later(wait))));
    expect(done).to.deep.equal([1, 30]);
    expect(await calls.double(21)).to.equal(42);
  });

  it('bring failures back as what they are', async () => {
    const failure = await calls.fail().catch((cause: unknown) => cause);
    expect(failure).to.be.instanceOf(Failure);
    expect(failure).to.include({ code: 'not-ready', message: 'found nothing yet', retryAfterSeconds: 3 });
  });

  it('bring bugs back', async () => {
    expect(await calls.break().catch((cause: unknown) => cause)).to.be.instanceOf(TypeError);
  });

  it('share bytes that are made to be shared', async () => {
    const text = sharedText('café');
    expect(text.toString()).to.equal('café');
    expect(await calls.lengthOf(text)).to.equal(5);
    const received = structuredClone(sharedBytes(Buffer.from('lamp')));
    expect(receivedBytes(received).toString()).to.equal('lamp');
  });

  it('leave room for news, which comes before the answer to what was asked after it', async () => {
    await calls.say('lamp');
    expect(news).to.deep.equal([{ word: 'lamp' }]);
  });

  it('fail when the thread ends of itself, those to come too', async () => {
    const why = async (call: Promise<unknown>) => call.catch((cause: Error) => cause.message);
    expect(await why(calls.end())).to.equal('ended');
    expect(await why(calls.double(1))).to.equal('ended');
  });
});
