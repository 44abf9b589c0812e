/**
 * `feedwright adopt` as an operator meets it: the table, the question, the exit codes.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { Ledger } from '../../src/ledger/ledger.ts';
import { HandClock } from '../http/hand-clock.ts';
import { markdown } from '../http/lantern-files.ts';
import { TEXTS, WORDPRESS } from './old-documents.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

describe('feedwright adopt', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'feedwright-adopt-'));
    mkdirSync(join(folder, 'articles'));
    writeFileSync(
      join(folder, 'articles/lamp.md'),
      markdown({ title: 'The lamp is lit' }, `${TEXTS.lamp}\n`),
    );
    writeFileSync(join(folder, 'old.xml'), WORDPRESS);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function run(answer: string, ...args: readonly string[]) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, BASE_URL: 'https://lantern.example.org' },
    });
    const { promise, resolve } = Promise.withResolvers<number | null>();
    child.once('close', resolve);
    child.stdin.end(answer);
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), promise]);
    return { out, err, code };
  }

  const why = async () => (await run('', 'why', 'https://old.example.org/?p=12')).code;

  it('takes the folder in, shows the table, and writes nothing without a yes', async () => {
    const { out, code } = await run('', 'adopt', 'old.xml');
    expect(out).to.match(/^RSS "Old Harbour" by https:\/\/wordpress\.org\/\?v=6\.5\.2: 3 items\n/);
    expect(out).to.match(
      / 99 % {2}2025-09-05T07:41:07Z {2}https:\/\/old\.example\.org\/\?p=12 {2}The lamp is lit {2}lamp\.md {2}link, title, text\n/,
    );
    expect(out).to.include('  Hello world!: no live article is like it\n');
    expect(out).to.include(
      '1 article of 3, 0 of them adopted before\nadopt these 1? [y/N] nothing is written\n',
    );
    expect(code).to.equal(1);
    expect(await why()).to.equal(1);
  });

  it('writes after a yes', async () => {
    const { out, code } = await run('y\n', 'adopt', 'old.xml');
    expect(out).to.match(
      /adopt these 1\? \[y\/N\] written: readers get these ids and dates from the next start on\n$/,
    );
    expect(code).to.equal(0);
    expect(await why()).to.equal(0);
    const again = await run('', 'adopt', 'old.xml');
    expect(again.out).to.include('all of them are adopted already\n');
    expect(again.code).to.equal(0);
  });

  it('answers programs, and asks them nothing', async () => {
    const shown = await run('', 'adopt', 'old.xml', '--format', 'json');
    expect(JSON.parse(shown.out)).to.deep.include({ format: 'rss', isWritten: false });
    expect(shown.code).to.equal(1);
    const written = await run('', 'adopt', 'old.xml', '--format', 'json', '--yes');
    const { isWritten, adopted, refused } = JSON.parse(written.out);
    expect(isWritten).to.equal(true);
    expect(adopted).to.have.length(1);
    expect(adopted[0]).to.deep.include({
      id: 'https://old.example.org/?p=12',
      isPermalink: false,
      article: 'lamp.md',
    });
    expect(refused).to.have.length(2);
    expect(written.code).to.equal(0);
  });

  it('shows the table beside a service, writes nothing, and says what to do', async () => {
    const clock = new HandClock('2025-10-01T10:00:00Z');
    const data = join(folder, '.feedwright');
    await run('', 'adopt', 'old.xml');
    const ledger = await Ledger.open(data, { clock, authority: 'lantern.example.org' });
    try {
      const { out, err, code } = await run('', 'adopt', 'old.xml', '--yes');
      expect(out).to.include('https://old.example.org/?p=12');
      expect(err).to.match(
        /since a service uses the ledger in .*: stop it, adopt, and start it again \(ledger-in-use\)\n$/,
      );
      expect(code).to.equal(2);
      expect((await ledger.articles.holdersOf(['https://old.example.org/?p=12'])).size).to.equal(0);
    } finally {
      await ledger.close();
    }
  });

  it('ends with 2 for what is no feed, or not there', async () => {
    writeFileSync(join(folder, 'page.html'), '<!doctype html><html></html>');
    const page = await run('', 'adopt', 'page.html');
    expect(page.err).to.match(/a page of HTML: name the feed that it links to \(old-feed-unreadable\)\n$/);
    expect(page.code).to.equal(2);
    const none = await run('', 'adopt', 'none.xml');
    expect(none.err).to.match(/\(old-feed-unreachable\)\n$/);
    expect(none.code).to.equal(2);
  });
});
