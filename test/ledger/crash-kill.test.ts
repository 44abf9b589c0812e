/**
 * `kill -9` at fifty moments of an ingest: whatever a poll was ever given stays, and the ledger is whole.
 *
 * One folder and one ledger through all fifty lives. The moments come from a seed; what the process has done by then
 * is the machine's, so each run tries other moments of the work.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openBeside } from '../../src/ledger/open-database.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { Chance } from '../fuzz/random.ts';
import { ask } from '../http/client.ts';
import { markdown } from '../http/lantern-files.ts';
import { until } from '../http/until.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const FILES = 2000;
const KILLS = 50;
/** The longest life, from what a first start takes until it serves, in milliseconds. */
const LIFE_MS = 400;
/** Files written anew between two lives, so that there is always something to take in. */
const EDITS = 150;

/** One article as a poll was given it. */
interface Given {
  readonly url: string;
  readonly published: string;
  readonly updated: string;
  /** How often its file had been written. */
  readonly writing: number;
}

/** What all polls together were given. */
class Acknowledged {
  change = 0;
  epoch = '';
  readonly articles = new Map<string, Given>();

  /** Takes in one answer; nothing that was given before may be lost or different. */
  learn(etag: string, body: string): void {
    const [epoch, change] = etag.replace(/"/g, '').split('.') as [string, string];
    expect(this.epoch || epoch, 'the ledger is the same one').to.equal(epoch);
    this.epoch = epoch;
    expect(Number.parseInt(change, 36), 'the feed goes forward').to.be.at.least(this.change);
    this.change = Number.parseInt(change, 36);
    const { items } = JSON.parse(body) as { items: Readonly<Record<string, string>>[] };
    for (const { id, url, date_published, date_modified, content_html } of items) {
      const writing = Number(/writing (\d+)/.exec(content_html!)![1]);
      const given = { url: url!, published: date_published!, updated: date_modified!, writing };
      const before = this.articles.get(id!);
      if (before !== undefined) {
        expect([given.url, given.published], id).to.deep.equal([before.url, before.published]);
        expect(given.writing, `${id} is not what it was before`).to.be.at.least(before.writing);
        expect(given.updated >= before.updated, `${id} was updated later`).to.equal(true);
      }
      this.articles.set(id!, given);
    }
  }
}

describe('kill -9 at any moment of an ingest', function () {
  this.timeout(180_000);
  const chance = new Chance(4, KILLS);
  const acknowledged = new Acknowledged();
  const writings = new Map<number, number>();
  let folder: string;
  let child: ChildProcess | undefined;

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-kill-')));
    mkdirSync(join(folder, 'articles'));
    for (let number = 0; number < FILES; number++) write(number);
  });
  after(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Writes a file, or writes it anew; dated, so that its id is known. */
  function write(number: number): void {
    const writing = (writings.get(number) ?? 0) + 1;
    writings.set(number, writing);
    const date = new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString();
    const path = join(folder, 'articles', `${number}.md`);
    writeFileSync(
      `${path}.new`,
      markdown({ title: `Number ${number}`, date }, `This is writing ${writing}.`),
    );
    renameSync(`${path}.new`, path);
  }

  function start(): {
    readonly child: ChildProcess;
    readonly port: Promise<number>;
    readonly takenIn: Promise<unknown>;
  } {
    const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        BASE_URL: 'https://lantern.example.org',
        DATA_DIR: join(folder, 'data'),
      },
    });
    const said = (stream: 'stdout' | 'stderr', sign: RegExp) => {
      const { promise, resolve } = Promise.withResolvers<string>();
      let text = '';
      started[stream]!.on('data', (chunk: Buffer) => {
        text += chunk;
        const found = sign.exec(text);
        if (found !== null) resolve(found[1]!);
      });
      return promise;
    };
    child = started;
    return {
      child: started,
      port: said('stdout', /listening on .*:(\d+)\)/).then(Number),
      takenIn: said('stderr', /(is taken in and watched)/),
    };
  }

  /** Polls as long as the service lives. */
  async function poll(port: number): Promise<void> {
    for (;;) {
      const answer = await ask(port, '/feed.json').catch(() => undefined);
      if (answer === undefined) return;
      if (answer.status === 200) acknowledged.learn(answer.headers.etag!, answer.body.toString());
      else expect(answer.status).to.equal(503);
    }
  }

  /** How long lives may be here and now, in milliseconds: many must be long enough to answer, on a busy machine too. */
  async function lifeMs(): Promise<number> {
    const began = performance.now();
    const life = start();
    const port = await life.port;
    await until('it serves', async () => (await ask(port, '/feed.json')).status === 200, 30_000);
    const longest = Math.round(performance.now() - began) + LIFE_MS;
    const ended = once(life.child, 'exit');
    life.child.kill('SIGKILL');
    await ended;
    rmSync(join(folder, 'data'), { recursive: true });
    return longest;
  }

  it(`loses nothing that a poll was given in ${KILLS} lives`, async () => {
    let longest = await lifeMs();
    let answering = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const life = start();
      let polling: Promise<void> | undefined;
      void life.port.then((port) => {
        answering++;
        polling = poll(port);
      });
      const ended = once(life.child, 'exit');
      await pause(chance.below(longest));
      expect(life.child.exitCode, 'it lives until it is killed').to.equal(null);
      life.child.kill('SIGKILL');
      await ended;
      await polling;
      // The machine has become busier since.
      if (acknowledged.articles.size === 0) longest += LIFE_MS;
      for (let edit = 0; edit < EDITS; edit++) write(chance.below(FILES));
      if (kill % 10 === 9) expect(verifyLedger(join(folder, 'data')).problems).to.deep.equal([]);
    }
    expect(answering, 'many lives were long enough to answer').to.be.above(KILLS / 5);
    expect(acknowledged.articles.size).to.be.at.least(50);
  });

  it('goes on to the end afterwards, with every article as its file says', async () => {
    const life = start();
    const port = await life.port;
    await life.takenIn;
    await until('the feed shows the newest writing', async () => {
      const { headers, body } = await ask(port, '/feed.json');
      acknowledged.learn(headers.etag!, body.toString());
      return body.includes(`writing ${writings.get(FILES - 1)}.`);
    });
    const ended = once(life.child, 'exit');
    life.child.kill('SIGTERM');
    expect(await ended).to.deep.equal([0, null]);
    const data = join(folder, 'data');
    expect(verifyLedger(data)).to.deep.include({ problems: [], articles: FILES });
    const { database, close } = openBeside(data);
    const found = database
      .prepare(
        "select a.id, b.html from article a join body b using (row) where a.state = 'live' order by a.id",
      )
      .all();
    close();
    const expected = [...writings].map(([number, writing]) => ({
      id: `tag:lantern.example.org,${new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString().slice(0, 10)}:${number}`,
      html: `<p>This is writing ${writing}.</p>\n`,
    }));
    expected.sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(found.map(({ id, html }) => ({ id, html }))).to.deep.equal(expected);
  });
});
