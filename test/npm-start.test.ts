/**
 * The service as the README starts it: by npm, which runs scripts in a shell.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ask } from './http/client.ts';
import { until } from './http/until.ts';

const ROOT = join(import.meta.dirname, '..');

describe('npm start', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'feedwright-npm-'));
    mkdirSync(join(folder, 'articles'));
    writeFileSync(join(folder, 'articles', 'lamp.md'), 'The lamp is lit.\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('ends the service when npm is told to end, and not a shell alone', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: ROOT,
      detached: true,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        ARTICLES_DIR: join(folder, 'articles'),
        DATA_DIR: join(folder, 'data'),
      },
    });
    try {
      let out = '';
      npm.stdout.on('data', (chunk: Buffer) => {
        out += chunk;
      });
      await until('it says that it serves', () => out.includes('listening on'), 15_000);
      const port = Number(/:(\d+)\)/.exec(out)?.[1]);
      expect((await ask(port, '/healthz')).status).to.equal(200);
      const ended = once(npm, 'exit');
      npm.kill('SIGTERM');
      await ended;
      const isGone = () =>
        ask(port, '/healthz').then(
          () => false,
          () => true,
        );
      await until('nothing listens any more', isGone, 3_000);
    } finally {
      endGroup(npm.pid!);
    }
  });
});

/** Ends whatever npm has started and left behind. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}
