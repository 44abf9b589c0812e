import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { Failure } from '../../src/base/failure.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { openBeside } from '../../src/ledger/open-database.ts';
import { LedgerAtHand } from './ledger-at-hand.ts';

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
  throw new Error('expected a failure');
}

describe('Ledger.open', () => {
  let at: LedgerAtHand;
  beforeEach(() => {
    at = new LedgerAtHand();
  });
  afterEach(() => at.dispose());
  const opening = () => Ledger.open(at.folder, { clock: at.clock, authority: 'lantern.example.org' });

  it('gives the same state after a restart (design, invariant 2)', async () => {
    await at.open();
    await at.write(
      { path: 'a.md', section: plainLine('World') },
      { path: 'b.md', isDraft: true },
      { path: 'c.md', published: new Date('2026-01-01T00:00:00Z') },
    );
    const { ledger } = at;
    const state = async (from: Ledger) => [
      from.epoch,
      (await from.lastChange()).number,
      await from.articles.newest('', 10),
      await from.articles.newest('sections/world', 10),
      [...(await from.articles.bodies([1, 2, 3]))],
      [...(await from.files.inFolder(''))],
      await from.articles.scheduled(10),
      (await from.feeds.settle('', { articles: 10, bytesMax: 1_000_000 }, 'salt', (text) => text))?.record,
    ];
    const before = await state(ledger);
    await at.close();
    await at.open();
    expect(await state(at.ledger)).to.deep.equal(before);
  });

  it('gives two ledgers different epochs', async () => {
    const other = await new LedgerAtHand().open();
    await at.open();
    expect(at.ledger.epoch).to.match(/^[0-9a-f]{6}$/);
    expect(at.ledger.epoch).not.to.equal(other.ledger.epoch);
    await other.dispose();
  });

  it('refuses a data folder that is in use (ledger-in-use)', async () => {
    await at.open();
    const failure = await failureOf(opening());
    expect(failure.code).to.equal('ledger-in-use');
    expect(failure.message).to.include(at.folder);
  });

  it('frees the data folder when it is closed', async () => {
    await at.open();
    await at.close();
    await at.open();
    expect((await at.ledger.lastChange()).number).to.equal(0);
  });

  it('is on the disk when a commit returns, and keeps its write-ahead log small', async () => {
    await at.open();
    const wal = () => statSync(join(at.folder, 'ledger.db-wal')).size;
    let number = 0;
    const writeMegabytes = async (count: number) => {
      for (let written = 0; written < count; written++) {
        const body = `<p>${number++}</p>`.repeat(200_000).slice(0, 1_000_000) as SafeHtml;
        await at.write({ path: 'a.md', body });
      }
    };
    await writeMegabytes(30);
    expect(wal()).to.be.below(18_000_000);
    const reader = openBeside(at.folder);
    reader.database.exec('begin; select * from change');
    await writeMegabytes(30);
    expect(wal(), 'somebody reads an earlier moment').to.be.above(25_000_000);
    reader.close();
    await writeMegabytes(2);
    expect(wal()).to.be.below(18_000_000);
    const { database, close } = openBeside(at.folder, { writes: true });
    const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).get()!)[0];
    expect([pragma('journal_mode'), pragma('synchronous')]).to.deep.equal(['wal', 2]);
    close();
  });

  it('refuses a ledger that a later Feedwright wrote (ledger-newer)', async () => {
    await at.open();
    await at.close();
    const database = new DatabaseSync(join(at.folder, 'ledger.db'));
    database.exec('pragma user_version = 999');
    database.close();
    const failure = await failureOf(opening());
    expect(failure.code).to.equal('ledger-newer');
    expect(failure.message).to.match(/version 999, this Feedwright knows versions up to \d+/);
  });

  it('refuses a file that is no database (ledger-unreadable), and leaves it alone', async () => {
    writeFileSync(
      join(at.folder, 'ledger.db'),
      'this is not a database, but a text of some length '.repeat(40),
    );
    expect((await failureOf(opening())).code).to.equal('ledger-unreadable');
    expect((await failureOf(opening())).code, 'the lock is free again').to.equal('ledger-unreadable');
  });

  it('refuses a folder where a file should be (ledger-unreadable)', async () => {
    mkdirSync(join(at.folder, 'ledger.db'));
    expect((await failureOf(opening())).code).to.equal('ledger-unreadable');
  });

  it('refuses a data folder that cannot be made (data-folder-unusable)', async () => {
    const file = join(at.folder, 'file');
    writeFileSync(file, '');
    const options = { clock: at.clock, authority: 'lantern.example.org' };
    expect((await failureOf(Ledger.open(join(file, 'below'), options))).code).to.equal(
      'data-folder-unusable',
    );
  });
});
