import { readdirSync, readFileSync } from 'node:fs';
import { getPriority, platform } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';

const SCRIPT = `
import { parentPort } from 'node:worker_threads';
const { stepBack, stepHelpersBack } = await import('${new URL('../../src/base/thread-priority.ts', import.meta.url)}');
stepBack('below normal');
stepHelpersBack();
parentPort.postMessage('done');
setInterval(() => undefined, 1000);
`;

describe('the priority of threads', () => {
  it('is lower for the thread that steps back and for helpers, and stays for the one that answers', async function () {
    if (platform() !== 'linux') this.skip();
    const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`));
    await new Promise((resolve) => thread.once('message', resolve));
    const lowered = readdirSync('/proc/self/task')
      .filter((id) => getPriority(Number(id)) > 0)
      .map((id) => readFileSync(`/proc/self/task/${id}/comm`, 'utf8').trim());
    expect(getPriority(process.pid)).to.equal(0);
    expect(lowered).to.include('V8Worker');
    expect(lowered.filter((name) => !['V8Worker', 'libuv-worker'].includes(name))).to.have.length(1);
    await thread.terminate();
  });
});
