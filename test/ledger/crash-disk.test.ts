/**
 * What becomes of a running service when its data folder fails it: full, gone, read-only, damaged.
 *
 * A disk that is full needs a file system of its own, which only root may mount.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Failure } from '../../src/base/failure.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { markdown } from '../http/lantern-files.ts';
import { type Files, RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

/** How long a service may take to notice that all is well again, in milliseconds. */
const RECOVERY_MS = 10_000;

const LAMP = { 'harbour/lamp.md': markdown({ title: 'The lamp is lit', date: '2025-09-05' }) };
const FERRY = markdown({ title: 'The ferry waits', date: '2025-09-06' });

let running: RunningService;

const trouble = async () => (JSON.parse(await running.text('/readyz')) as { trouble?: string }).trouble;

async function startFailure(): Promise<Failure> {
  try {
    await running.start();
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
  throw new Error('expected a failure');
}

/** The main feed stays what it was, and feeds that nobody has asked for yet are made. */
async function expectServed(etag: string | undefined): Promise<void> {
  const { status, headers, body } = await running.get('/feed.json');
  expect([status, headers.etag]).to.deep.equal([200, etag]);
  expect(body.toString()).to.include('The lamp is lit');
  expect((await running.get('/sections/harbour/atom.xml')).status).to.equal(200);
}

describe('a service whose disk is full', () => {
  let isMounted = false;

  before(function () {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
      process.stdout.write(
        '      (skipped: a full disk needs a file system of its own, which only root may mount)\n',
      );
      this.skip();
    }
  });
  afterEach(async () => {
    await running.stop();
    if (isMounted) execFileSync('umount', ['--lazy', running.data]);
    isMounted = false;
    await running.end();
  });

  /** A service that has stopped, over a small disk. */
  async function onDisk(size: string, files: Files): Promise<void> {
    running = await RunningService.over({});
    await running.stop();
    rmSync(running.data, { recursive: true });
    mkdirSync(running.data);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', running.data]);
    isMounted = true;
    for (const [path, content] of Object.entries(files)) running.write(path, content);
  }
  const filler = () => join(running.data, 'filler');

  function fill(): void {
    let bytes = 1 << 20;
    while (bytes >= 512) {
      try {
        writeFileSync(filler(), Buffer.alloc(bytes), { flag: 'a' });
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
        bytes /= 2;
      }
    }
  }

  it('serves what it has, says so, and publishes what came meanwhile when there is room again', async () => {
    await onDisk('2m', LAMP);
    await running.start();
    const { etag } = (await running.get('/feed.json')).headers;
    fill();
    running.write('harbour/ferry.md', FERRY);
    running.write('harbour/lamp.md', `${LAMP['harbour/lamp.md']}\nAnd it shines.\n`);
    await until('it is said', async () => (await trouble()) === 'data-folder-full');
    expect(running.events.filter(({ code }) => code === 'data-folder-full')).to.have.length(1);
    expect((await running.get('/readyz')).status, 'feeds are served').to.equal(200);
    await expectServed(etag);
    rmSync(filler());
    await until(
      'it is published',
      async () => (await running.text('/feed.json')).includes('The ferry waits'),
      RECOVERY_MS,
    );
    await until('all is well', async () => (await trouble()) === undefined, RECOVERY_MS);
    expect(await running.text('/rss.xml')).to.include('And it shines.');
    expect(verifyLedger(running.data).problems).to.deep.equal([]);
  });

  it('publishes a scheduled article when there is room again', async () => {
    const soon = new Date(Date.now() + 1500).toISOString();
    await onDisk('2m', { ...LAMP, 'harbour/soon.md': markdown({ title: 'Soon', date: soon }) });
    await running.start();
    const { etag } = (await running.get('/feed.json')).headers;
    fill();
    await until('it is said', async () => (await trouble()) === 'data-folder-full');
    await expectServed(etag);
    rmSync(filler());
    await until(
      'it is published',
      async () => (await running.text('/feed.json')).includes('"Soon"'),
      RECOVERY_MS,
    );
    expect(await trouble()).to.equal(undefined);
  });

  it('finishes a first import that had no room, and is not ready before', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 800 }, (_, at) => [
        `${at}.md`,
        markdown({ title: `N ${at}`, date: '2025-09-05' }, 'word '.repeat(600)),
      ]),
    );
    await onDisk('1m', files);
    await running.start();
    await until('it is said', async () => (await trouble()) === 'data-folder-full');
    expect((await running.get('/readyz')).status).to.equal(503);
    execFileSync('mount', ['-o', 'remount,size=64m', running.data]);
    await until('it is ready', async () => (await running.get('/readyz')).status === 200, RECOVERY_MS);
    expect(await running.service.ledger.feeds.count('')).to.equal(800);
    expect(verifyLedger(running.data).problems).to.deep.equal([]);
  });

  it('keeps no half of a picture, and publishes it when there is room again', async () => {
    await onDisk('2m', LAMP);
    await running.start();
    fill();
    running.write('harbour/lamp.png', new Uint8Array(300_000));
    running.write('harbour/lamp.md', `${LAMP['harbour/lamp.md']}\n![A lamp](lamp.png)\n`);
    await until('it is said', async () => (await trouble()) === 'data-folder-full');
    rmSync(filler());
    await until(
      'it is published',
      async () => (await running.text('/feed.json')).includes('lamp.png'),
      RECOVERY_MS,
    );
    expect(verifyLedger(running.data).problems).to.deep.equal([]);
  });

  it('says at the start that the data folder is read-only (data-folder-unusable)', async () => {
    await onDisk('2m', LAMP);
    await running.start();
    await running.stop();
    execFileSync('mount', ['-o', 'remount,ro', running.data]);
    expect((await startFailure()).code).to.equal('data-folder-unusable');
  });

  it('says at the start that the disk is full (data-folder-full)', async () => {
    await onDisk('2m', LAMP);
    await running.start();
    await running.stop();
    fill();
    const failure = await startFailure();
    expect(failure.code).to.equal('data-folder-full');
  });
});

describe('a service whose data folder is taken away', () => {
  beforeEach(async () => {
    running = await RunningService.over(LAMP);
  });
  afterEach(() => running.end());

  it('serves what it has, acknowledges nothing, and goes on when it is back', async () => {
    const { etag } = (await running.get('/feed.json')).headers;
    renameSync(running.data, running.outside('elsewhere'));
    running.write('harbour/ferry.md', FERRY);
    await until('it is said', async () => (await trouble()) === 'data-folder-unusable');
    await expectServed(etag);
    renameSync(running.outside('elsewhere'), running.data);
    await until(
      'it is published',
      async () => (await running.text('/feed.json')).includes('The ferry waits'),
      RECOVERY_MS,
    );
    await until('all is well', async () => (await trouble()) === undefined, RECOVERY_MS);
    expect(verifyLedger(running.data).problems).to.deep.equal([]);
  });

  it('does not publish into a folder that was removed', async () => {
    rmSync(running.data, { recursive: true });
    running.write('harbour/ferry.md', FERRY);
    await until('it is said', async () => (await trouble()) === 'data-folder-unusable');
    expect(await running.text('/feed.json')).not.to.include('The ferry waits');
  });
});

describe('a service whose ledger is damaged while it runs', () => {
  beforeEach(async () => {
    running = await RunningService.over({
      ...LAMP,
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, at) => [
          `${at}.md`,
          markdown({ title: `N ${at}` }, 'word '.repeat(50_000)),
        ]),
      ),
    });
  });
  afterEach(() => running.end());

  it('serves what it has, says so, and does not start again without a word', async () => {
    const { etag } = (await running.get('/feed.json')).headers;
    const file = join(running.data, 'ledger.db');
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', CHECKPOINT, file]);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill('nonsense', 4096), { flag: 'r+' });
    const article = await running.get('/articles/n-1');
    expect([article.status, JSON.parse(article.body.toString()).code]).to.deep.equal([
      500,
      'ledger-unreadable',
    ]);
    expect(await trouble()).to.equal('ledger-unreadable');
    const { status, headers } = await running.get('/feed.json');
    expect([status, headers.etag]).to.deep.equal([200, etag]);
    await running.stop();
    const damaged = readFileSync(file);
    const failure = await startFailure();
    expect(failure.code).to.equal('ledger-unreadable');
    expect(failure.message).to.match(/restore/);
    expect(readFileSync(file).equals(damaged), 'it is left as it is').to.equal(true);
  });
});

/** Empties the write-ahead log into the file, so that damage to the file is damage to the ledger. */
const CHECKPOINT =
  "new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec('pragma wal_checkpoint(truncate)')";
