/**
 * The hold: what a scan would take away is weighed before readers lose it.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { type HoldDecision, Holds } from '../../src/ledger/holds.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

const COUNT = 40;
const pathOf = (number: number) => `news/piece-${String(number).padStart(2, '0')}.md`;
const textOf = (number: number, more = '') =>
  `---\ntitle: Piece ${number}\ndate: 2025-0${1 + (number % 9)}-11\n---\nText of piece ${number}.${more}\n`;
const FILES = Object.fromEntries(
  Array.from({ length: COUNT }, (_, number) => [pathOf(number), textOf(number)]),
);

interface Readyz {
  readonly held?: { readonly why: string; readonly withdraws: number; readonly keepsBack: number };
}

describe('the hold', () => {
  let running: RunningService;
  let before: { readonly bytes: string; readonly etag: string };
  const feed = async () => {
    const { body, headers } = await running.get('/rss.xml');
    return { bytes: body.toString(), etag: String(headers.etag) };
  };
  const held = async () => (JSON.parse(await running.text('/readyz')) as Readyz).held;
  const untilHeld = () => until('it is held', async () => (await held()) !== undefined);
  const untilOver = () => until('the hold is over', async () => (await held()) === undefined, 10_000);
  const remove = (...numbers: readonly number[]) => {
    for (const number of numbers) rmSync(join(running.articles, pathOf(number)));
  };
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  /** As the command does: with a connection of its own. */
  const decide = async (decision: HoldDecision) => {
    const ledger = await Ledger.openBeside(running.data, {
      clock: { now: () => new Date(0) },
      authority: 'lantern.example.org',
    });
    expect(ledger.holds).to.be.instanceOf(Holds);
    await ledger.holds.decide(decision);
    await ledger.close();
  };

  beforeEach(async () => {
    running = await RunningService.over(FILES);
    before = await feed();
  });
  afterEach(() => running.end());

  it('holds nothing at a first import, and nothing of a small loss', async () => {
    expect(await held()).to.equal(undefined);
    remove(...range(0, 8));
    await until(
      'they are withdrawn',
      async () => (await feed()).bytes.split('<item>').length - 1 === COUNT - 8,
    );
    expect(await held()).to.equal(undefined);
  });

  it('holds the loss of many, says why, and lets go when they are back, with the same bytes and tags', async () => {
    remove(...range(0, 25));
    await untilHeld();
    expect(await held()).to.include({
      why: '25 of the 40 articles in the main feed would be withdrawn',
      withdraws: 25,
      keepsBack: 0,
    });
    expect(await feed()).to.deep.equal(before);
    expect(running.events.map(({ msg }) => msg).join()).to.include('held: what is published stays');
    for (const number of range(0, 25)) running.write(pathOf(number), textOf(number));
    await untilOver();
    expect(await feed()).to.deep.equal(before);
  });

  it('publishes other edits meanwhile', async () => {
    remove(...range(0, 25));
    await untilHeld();
    running.write(pathOf(30), textOf(30, ' Corrected.'));
    await until('the edit is served', async () => (await feed()).bytes.includes('Corrected.'));
    expect((await feed()).bytes.split('<item>')).to.have.lengthOf(COUNT + 1);
  });

  it('holds everything when the folder is empty, over a restart too', async () => {
    renameSync(join(running.articles, 'news'), join(running.data, 'news-away'));
    await untilHeld();
    expect((await held())?.why).to.equal('all 40 articles would be withdrawn');
    await running.stop();
    await running.start();
    await untilHeld();
    expect(await feed()).to.deep.equal(before);
    renameSync(join(running.data, 'news-away'), join(running.articles, 'news'));
    await untilOver();
    expect(await feed()).to.deep.equal(before);
  });

  it('keeps back new files that would be new articles beside the lost ones', async () => {
    const moved = range(0, 25).map(
      (number) => [`old/other-${number}.md`, textOf(number, ' And more.')] as const,
    );
    await running.stop();
    remove(...range(0, 25));
    for (const [path, text] of moved) {
      mkdirSync(dirname(join(running.articles, path)), { recursive: true });
      writeFileSync(join(running.articles, path), text);
    }
    await running.start();
    await untilHeld();
    expect(await held()).to.include({ withdraws: 25, keepsBack: 25 });
    expect(await feed()).to.deep.equal(before);
  });

  it('follows a move of the same bytes without holding', async () => {
    renameSync(join(running.articles, 'news'), join(running.articles, 'archive'));
    await until('they are in the new section', async () =>
      (await running.text('/feed.json')).includes('Archive'),
    );
    expect(await held()).to.equal(undefined);
    const ids = (text: string) => text.match(/<guid[^>]*>[^<]*/g);
    expect(ids((await feed()).bytes)).to.have.members(ids(before.bytes)!);
  });

  const longer = (number: number, more = '') =>
    `---\ntitle: Piece ${number}\ndate: 2025-0${1 + (number % 9)}-11\n---\n${Array.from({ length: 40 }, (_, at) => `w${number}x${at}`).join(' ')}${more}\n`;
  const idsOf = async () => ((await feed()).bytes.match(/<guid[^>]*>[^<]*/g) ?? []).sort();

  it('follows a move of files that are edited at once without holding', async () => {
    for (const number of range(0, COUNT)) running.write(pathOf(number), longer(number));
    await until(
      'they are edited',
      async () => new Set((await feed()).bytes.match(/w\d+x0 /g)).size === COUNT,
    );
    const ids = await idsOf();
    await running.stop();
    remove(...range(0, COUNT));
    for (const number of range(0, COUNT))
      running.write(`old/other-${number}.html.md`, longer(number, ' And more.'));
    await running.start();
    expect(await held()).to.equal(undefined);
    expect(await idsOf()).to.deep.equal(ids);
    expect((await feed()).bytes).to.include('And more.');
  });

  for (const isRunning of [true, false]) {
    it(`holds drafts of everything, made while the service ${isRunning ? 'runs' : 'stands still'}`, async () => {
      const drafts = range(0, COUNT).map((number) => textOf(number).replace('title', 'draft: true\ntitle'));
      if (!isRunning) await running.stop();
      for (const number of range(0, COUNT)) running.write(pathOf(number), drafts[number]!);
      if (!isRunning) await running.start();
      await untilHeld();
      expect(await held()).to.include({ withdraws: COUNT, keepsBack: 0 });
      expect(await feed()).to.deep.equal(before);
      if (!isRunning) return;
      for (const number of range(0, COUNT)) running.write(pathOf(number), textOf(number));
      await untilOver();
      expect(await feed()).to.deep.equal(before);
    });
  }

  it('makes drafts of everything when that is released, and not when it is discarded', async () => {
    for (const decision of ['discard', 'release'] as const) {
      for (const number of range(0, COUNT))
        running.write(pathOf(number), textOf(number).replace('title', `draft: true\nx: ${decision}\ntitle`));
      await untilHeld();
      await decide(decision);
      await untilOver();
      const shown = (await feed()).bytes.split('<item>').length - 1;
      expect(shown, decision).to.equal(decision === 'discard' ? COUNT : 0);
    }
  });

  it('holds files that are moved over others', async () => {
    for (const number of range(0, 20))
      renameSync(join(running.articles, pathOf(number)), join(running.articles, pathOf(number + 20)));
    await untilHeld();
    expect(await held()).to.include({ withdraws: 20 });
    expect(await feed()).to.deep.equal(before);
  });

  it('keeps what is scheduled, too, while everything is gone', async () => {
    running.write('news/later.md', '---\ntitle: Later\ndate: 2125-01-01\n---\nSoon.\n');
    const terms = () => ({ articles: 50, bytesMax: 512_000 });
    const state = async () => {
      const known = await running.service.ledger.history.explain('news/later.md', terms);
      return known !== undefined && 'state' in known ? known.state : undefined;
    };
    await until('it is known', async () => (await state()) === 'scheduled');
    rmSync(join(running.articles, 'news'), { recursive: true });
    await untilHeld();
    expect(await state()).to.equal('scheduled');
  });

  it('publishes the loss when it is released', async () => {
    remove(...range(0, 25));
    await untilHeld();
    await decide('release');
    await untilOver();
    expect((await feed()).bytes.split('<item>')).to.have.lengthOf(COUNT - 25 + 1);
  });

  it('keeps the articles when the loss is discarded, over a restart too, until a file is back', async () => {
    remove(...range(0, 25));
    await untilHeld();
    await decide('discard');
    await untilOver();
    await running.stop();
    await running.start();
    expect(await held()).to.equal(undefined);
    expect(await feed()).to.deep.equal(before);
    running.write(pathOf(3), textOf(3, ' Back.'));
    await until('the file is read', async () => (await feed()).bytes.includes('Back.'));
    expect((await feed()).bytes.split('<item>')).to.have.lengthOf(COUNT + 1);
  });
});
