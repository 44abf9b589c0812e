import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { ask } from './http/client.ts';
import { markdown } from './http/lantern-files.ts';
import { until } from './http/until.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');

/** How a command ended. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe('the command line', () => {
  let folder: string;
  const children = new Set<ChildProcess>();

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-cli-')));
    write('articles/harbour/lamp.md', markdown({ title: 'The lamp is lit', date: '2025-09-05' }));
    write('articles/town/choir.txt', 'The choir sang on\n\nIt sang through the storm.\n');
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
    rmSync(folder, { recursive: true });
  });

  function write(path: string, content: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  /** Starts a command with no environment but what it needs. */
  function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    });
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  }

  async function run(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const child = start(args, environment);
    const { promise, resolve } = Promise.withResolvers<number | null>();
    child.once('close', resolve);
    const [out, err, code] = await Promise.all([text(child.stdout!), text(child.stderr!), promise]);
    return { code, out, err };
  }

  /** Starts a service and answers with its port once it says that it serves. */
  async function serve(
    environment: Readonly<Record<string, string>> = {},
  ): Promise<{ child: ChildProcess; port: number; said: () => string }> {
    const child = start([], environment);
    let out = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    await until(
      'it says that it serves',
      () => out.includes('listening on') || child.exitCode !== null,
      10_000,
    );
    return { child, port: Number(/:(\d+)\)/.exec(out)?.[1]), said: () => out };
  }

  describe('serve', () => {
    it('needs no settings, says what it serves and where, and stops at SIGTERM', async () => {
      const { child, port, said } = await serve();
      expect(said())
        .to.include(`Feedwright serves ${join(folder, 'articles')} at `)
        .and.include(`127.0.0.1:${port}`);
      await until('it is ready', async () => (await ask(port, '/readyz')).status === 200, 10_000);
      expect((await ask(port, '/rss.xml')).body.toString()).to.include('The lamp is lit');
      const { promise, resolve } = Promise.withResolvers<unknown>();
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.kill('SIGTERM');
      expect(await promise).to.deep.equal({ code: 0, signal: null });
    });

    it('reads its settings again at SIGHUP, and keeps the old ones where the new are bad', async () => {
      const { child, port } = await serve({ LOG_LEVEL: 'info' });
      let log = '';
      child.stderr!.setEncoding('utf8').on('data', (some: string) => {
        log += some;
      });
      const feed = async () => (await ask(port, '/rss.xml')).body.toString();
      await until('it is ready', async () => (await ask(port, '/readyz')).status === 200, 10_000);
      write('feedwright.yaml', 'site:\n  title: The Beacon\n');
      child.kill('SIGHUP');
      await until('the new title is served', async () =>
        (await feed()).includes('<title>The Beacon</title>'),
      );
      write('feedwright.yaml', 'site:\n  title: The Lamp\n  colour: red\nfeeds:\n  limit: 0\n');
      child.kill('SIGHUP');
      await until('it is said what is wrong', () => log.includes('stay as they were'));
      expect(log)
        .to.include('feedwright.yaml:3:3: site.colour')
        .and.include('feedwright.yaml:5:3: feeds.limit');
      expect(await feed()).to.include('<title>The Beacon</title>');
    });

    it('lives through a SIGHUP while it starts, and reads its settings again once it serves', async () => {
      const child = start([]);
      let out = '';
      child.stdout!.on('data', (chunk: Buffer) => {
        out += chunk;
      });
      await until('it begins', () => existsSync(join(folder, '.feedwright/ledger.db')), 10_000);
      write('feedwright.yaml', 'site:\n  title: The Beacon\n');
      child.kill('SIGHUP');
      await until('it serves', () => out.includes('listening on') || child.signalCode !== null, 10_000);
      expect(child.signalCode).to.equal(null);
      const port = Number(/:(\d+)\)/.exec(out)?.[1]);
      await until('the new title is served', async () =>
        (await ask(port, '/rss.xml')).body.toString().includes('<title>The Beacon</title>'),
      );
    });

    it('survives kill -9: the next start serves the same bytes (design invariant 2)', async () => {
      const first = await serve();
      await until('it is ready', async () => (await ask(first.port, '/readyz')).status === 200, 10_000);
      const before = await ask(first.port, '/rss.xml');
      first.child.kill('SIGKILL');
      await until('it is gone', () => first.child.signalCode !== null);
      const second = await serve({ BASE_URL: 'http://localhost:0' });
      const after = await ask(second.port, '/rss.xml');
      expect(after.status).to.equal(200);
      expect(after.body.toString()).to.equal(before.body.toString());
      expect(after.headers.etag).to.equal(before.headers.etag);
    });

    it('ends with 2 when there is no articles folder', async () => {
      const { code, err } = await run([], { ARTICLES_DIR: './none' });
      expect(code).to.equal(2);
      expect(err).to.include(join(folder, 'none')).and.include('(articles-folder-missing)');
    });

    it('serves what it remembers while there is no articles folder, and takes it in when it is there', async () => {
      const first = await serve({ BASE_URL: 'http://localhost:0' });
      await until('it is ready', async () => (await ask(first.port, '/readyz')).status === 200);
      const before = await ask(first.port, '/rss.xml');
      first.child.kill('SIGKILL');
      await until('it is gone', () => first.child.signalCode !== null);
      renameSync(join(folder, 'articles'), join(folder, 'away'));
      const second = await serve({ BASE_URL: 'http://localhost:0' });
      const trouble = async () => JSON.parse((await ask(second.port, '/readyz')).body.toString()).trouble;
      await until('it says so', async () => (await trouble()) === 'ENOENT');
      expect((await ask(second.port, '/rss.xml')).body.toString()).to.equal(before.body.toString());
      expect((await run(['why', 'harbour/lamp.md'])).out).to.include('live since');
      for (const typed of [
        'articles/harbour/lamp.md',
        './articles/harbour/lamp.md',
        join(folder, 'articles/harbour/lamp.md'),
      ])
        expect((await run(['why', typed])).out, typed)
          .to.include('harbour/lamp.md')
          .and.include('live since');
      renameSync(join(folder, 'away'), join(folder, 'articles'));
      write('articles/town/new.txt', 'New on the pier\n\nIt is new.\n');
      await until(
        'it is taken in',
        async () => (await ask(second.port, '/rss.xml')).body.toString().includes('New on the pier'),
        5_000,
      );
      expect(await trouble()).to.equal(undefined);
    });

    it('ends with 2 when a command is none, and says which', async () => {
      for (const args of [['chekc'], ['chekc', 'articles'], ['serve', 'articles']]) {
        const { code, err } = await run(args);
        expect(code).to.equal(2);
        expect(err).to.equal(
          `feedwright: expected a command, found ${args[args[0] === 'serve' ? 1 : 0]}: \`feedwright help\` lists them all (argument-invalid)\n`,
        );
      }
    });

    it('ends with 2 when settings are wrong, and lists them all', async () => {
      write('feedwright.yaml', 'site:\n  colour: red\nfeeds:\n  limit: 0\n');
      const { code, err, out } = await run([], { PORT: '99999', LOG_LEVEL: 'loud' });
      expect(code).to.equal(2);
      expect(out).to.equal('');
      for (const said of [
        'PORT',
        'LOG_LEVEL',
        'feedwright.yaml:2:3: site.colour',
        'feedwright.yaml:4:3: feeds.limit',
      ])
        expect(err).to.include(said);
      expect(err)
        .to.include('(settings-invalid)')
        .and.not.match(/^\s+at /m);
    });

    it('ends with 2 when the port is in use', async () => {
      const other = createServer();
      const { promise, resolve } = Promise.withResolvers<void>();
      other.listen(0, '127.0.0.1', resolve);
      await promise;
      const { port } = other.address() as AddressInfo;
      try {
        const { code, err } = await run([], { PORT: String(port) });
        expect(code).to.equal(2);
        expect(err).to.include(`127.0.0.1:${port}`).and.include('(address-in-use)');
      } finally {
        other.close();
      }
    });

    it('ends with 2 when another process has the ledger', async () => {
      const { port } = await serve();
      const { code, err } = await run([]);
      expect(code).to.equal(2);
      expect(err).to.include(join(folder, '.feedwright')).and.include('(ledger-in-use)');
      expect((await ask(port, '/healthz')).status).to.equal(200);
    });

    it('ends with 2 when the data folder cannot be made', async () => {
      write('a-file', '');
      const { code, err } = await run([], { DATA_DIR: './a-file/data' });
      expect(code).to.equal(2);
      expect(err).to.include('(data-folder-unusable)');
    });
  });

  describe('check', () => {
    it('ends with 0 and counts when there is nothing wrong', async () => {
      const { code, out, err } = await run(['check']);
      expect(err).to.equal('');
      expect(code).to.equal(0);
      expect(out).to.match(/^2 files read\b.*\n$/);
    });

    it('ends with 1 and prints every fault as path:line: what', async () => {
      write('articles/town/empty.md', '');
      write('articles/town/yaml.md', '---\ntitle: fine\ntags: [a, b\n---\n\nText.\n');
      write('articles/town/day.md', markdown({ title: 'A', date: '2025-02-30' }));
      const { code, out, err } = await run(['check', 'articles']);
      expect(err).to.equal('');
      expect(code).to.equal(1);
      const lines = out.trimEnd().split('\n');
      expect(lines.slice(0, -1)).to.have.length(3);
      for (const [at, expected] of [
        /^town\/day\.md:3:\d+: date is `2025-02-30`, expected/,
        /^town\/empty\.md:1: the file is empty/,
        /^town\/yaml\.md:4:\d+: front matter: /,
      ].entries())
        expect(lines[at]).to.match(expected);
      expect(lines.at(-1)).to.match(/^5 files read\b.*\b3\b/);
    });

    it('checks another folder than the one that is served, while it is served, and leaves nothing behind', async () => {
      await serve();
      write('other/one.md', 'Text.\n');
      const { code, out } = await run(['check', 'other']);
      expect(code).to.equal(0);
      expect(out).to.match(/^1 file read/);
    });

    it('ends with 2 when there is no such folder', async () => {
      const { code, err } = await run(['check', 'none']);
      expect(code).to.equal(2);
      expect(err).to.include('(articles-folder-missing)');
    });
  });

  describe('ledger', () => {
    const elsewhere = { DATA_DIR: './elsewhere' };

    /** A service that has taken everything in. */
    async function ready(): Promise<void> {
      const { port } = await serve();
      await until('it is ready', async () => (await ask(port, '/readyz')).status === 200);
    }

    it('export, verify and backup work beside a service, and need no articles folder', async () => {
      await ready();
      const nowhere = { ARTICLES_DIR: './nowhere' };
      expect(await run(['ledger', 'export', 'ledger.jsonl'], nowhere)).to.deep.equal({
        code: 0,
        out: '',
        err: '',
      });
      const { out } = await run(['ledger', 'export']);
      expect(out).to.equal(readFileSync(join(folder, 'ledger.jsonl'), 'utf8'));
      expect(out.match(/^\{"kind":"article"/gm)).to.have.length(2);
      const verified = await run(['ledger', 'verify'], nowhere);
      expect(verified.out).to.match(/^the ledger is whole: 2 articles, \d+ changes?\n$/);
      expect(verified.code).to.equal(0);
      expect(await run(['ledger', 'backup', 'copy.db'], nowhere)).to.deep.equal({
        code: 0,
        out: '',
        err: '',
      });
      for (const [command, file] of [
        ['backup', 'copy.db'],
        ['backup', '.feedwright/ledger.db'],
        ['export', '.feedwright/ledger.db'],
      ] as const)
        expect((await run(['ledger', command, file])).err, file).to.include('(ledger-file-unusable)');
    });

    it('import makes another ledger of the text, once', async () => {
      await ready();
      await run(['ledger', 'export', 'ledger.jsonl']);
      expect((await run(['ledger', 'import', 'ledger.jsonl'])).err).to.include('(ledger-in-use)');
      expect((await run(['ledger', 'import', 'none.jsonl'], elsewhere)).err).to.include(
        '(ledger-file-unusable)',
      );
      const imported = await run(['ledger', 'import', 'ledger.jsonl'], elsewhere);
      expect(imported.out).to.match(/^2 articles /);
      const again = await run(['ledger', 'export'], elsewhere);
      expect(again.out).to.equal(readFileSync(join(folder, 'ledger.jsonl'), 'utf8'));
      const { code, err } = await run(['ledger', 'import', 'ledger.jsonl'], elsewhere);
      expect(code).to.equal(2);
      expect(err).to.include('(ledger-not-empty)');
    });

    it('import names every line that is wrong', async () => {
      write('wrong.jsonl', '{"kind":"ledger","version":1}\n<<<<<<<\n{"kind":"feed"}\n');
      const { code, err } = await run(['ledger', 'import', 'wrong.jsonl'], elsewhere);
      expect(code).to.equal(2);
      expect(err).to.match(/^wrong\.jsonl:2: expected a JSON object, found <{7}$/m);
      expect(err)
        .to.match(/^wrong\.jsonl:3: /m)
        .and.include('(ledger-text-invalid)');
    });

    it('verify ends with 1 and prints what is wrong', async () => {
      write('articles/harbour/lamp.png', 'no picture, but a file');
      write(
        'articles/harbour/lamp.md',
        markdown({ title: 'The lamp', date: '2025-09-05', image: 'lamp.png' }),
      );
      await ready();
      rmSync(join(folder, '.feedwright/assets'), { recursive: true });
      const { code, out } = await run(['ledger', 'verify']);
      expect(code).to.equal(1);
      expect(out).to.match(/^assets\/\w+ \(harbour\/lamp\.png\): expected 22 bytes, found no file\n$/);
    });
  });
});
