import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { Failure, type FailureCode } from '../../src/base/failure.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { backupLedger } from '../../src/ledger/backup-ledger.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { openBeside } from '../../src/ledger/open-database.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { LedgerAtHand } from './ledger-at-hand.ts';

let at: LedgerAtHand;
const file = () => join(at.folder, 'ledger.db');

beforeEach(async () => {
  at = await new LedgerAtHand().open();
  await at.write(
    { path: 'a.md', section: plainLine('World') },
    { path: 'b.md', headline: plainLine('B') },
    { path: 'c.md', isDraft: true },
  );
  await at.write({ path: 'd.md', headline: plainLine('D') });
});
afterEach(() => at.dispose());

function change(statements: string): void {
  const database = new DatabaseSync(file());
  database.exec(statements);
  database.close();
}

function codeOf(work: () => unknown): FailureCode {
  try {
    work();
  } catch (cause) {
    if (cause instanceof Failure) return cause.code;
    throw cause;
  }
  throw new Error('expected a failure');
}

describe('verifyLedger', () => {
  it('finds nothing wrong beside a ledger that is open', () => {
    expect(verifyLedger(at.folder)).to.deep.equal({ problems: [], articles: 4, changes: 2 });
  });

  const cases: [what: string, statements: string, problem: RegExp][] = [
    [
      'a live article outside the main feed',
      "delete from membership where feed = ''",
      /^article \S+:a is live, but not where it belongs in the main feed$/,
    ],
    [
      'a live article outside its section',
      "delete from membership where feed <> ''",
      /:a is live, but not where it belongs in the feed sections\/world$/,
    ],
    [
      'a place under another date',
      'update membership set published = 5 where row = 1',
      /:a is live, but not where it belongs/,
    ],
    [
      'a feed that shows a draft',
      "insert into membership (feed, published, first_seen, row) values ('', 1, 1, 3)",
      /^the feed "" shows article \S+:c, which is draft$/,
    ],
    [
      'a feed that shows nothing known',
      "insert into membership (feed, published, first_seen, row) values ('', 1, 1, 99)",
      /^the feed "" shows an article that is not there$/,
    ],
    [
      'a feed without a record',
      "delete from feed where feed = 'sections/world'",
      /^the feed "sections\/world" has articles, but no record$/,
    ],
    [
      'a live article that never went live',
      'update article set first_live = null where row = 1',
      /:a is live, but has never been$/,
    ],
    [
      'a change before publication',
      'update article set updated = published - 1 where row = 1',
      /:a was updated before it was published$/,
    ],
    [
      'an adopted id that is another article',
      "insert into adopted_id values (1, 'rss', (select id from article where row = 2), 0)",
      /:a has adopted the id of article \S+:b$/,
    ],
    [
      'an adopted id of two articles',
      "insert into adopted_id values (1, 'rss', 'x', 0), (2, 'atom', 'x', null)",
      /^the adopted id x is that of articles \S+:a and \S+:b$/,
    ],
    [
      'an adopted id of no format',
      "insert into adopted_id values (1, 'podcast', 'x', null)",
      /^the adopted id x belongs to no format that there is: podcast$/,
    ],
    [
      'a slug that leads elsewhere',
      'update slug set row = 2 where row = 1',
      /^the slug the-lamp-is-lit of article \S+:a leads elsewhere$/,
    ],
    [
      'a slug that leads nowhere',
      "insert into slug values ('x', 99)",
      /^the slug x leads to an article that is not there$/,
    ],
    ['a body that is lost', 'delete from body where row = 1', /:a is live, but has no body$/],
    [
      'a body too many',
      "insert into body values (99, '')",
      /^there is a body of an article that is not there: row 99$/,
    ],
    [
      'changes that go back in time',
      'update change set at = 5 where number = 2',
      /^change 2 lies before the one before it$/,
    ],
    [
      'a change that is lost',
      'delete from change where number = 2',
      /^the feed "" shows a change that is not there$/,
    ],
    [
      'a picture that is lost',
      "insert into asset values ('p.png', 'abc', 'p.png', 'image/png', 7, 1, 1, null)",
      /^assets\/abc \(p\.png\): expected 7 bytes, found no file$/,
    ],
  ];
  for (const [what, statements, problem] of cases) {
    it(`finds ${what}`, () => {
      change(statements);
      expect(verifyLedger(at.folder).problems.join('\n')).to.match(new RegExp(problem.source, 'm'));
    });
  }

  it('finds a picture that is only half there', () => {
    writeFileSync(join(at.folder, 'assets', 'abc'), 'abc');
    change("insert into asset values ('p.png', 'abc', 'p.png', 'image/png', 7, 1, 1, null)");
    expect(verifyLedger(at.folder).problems).to.deep.equal([
      'assets/abc (p.png): expected 7 bytes, found 3 bytes',
    ]);
  });

  it('tells damage in the file', async () => {
    await at.write({ path: 'long.md', body: '<p>long</p>'.repeat(20_000) as SafeHtml });
    await at.close();
    overwrite(file(), 0.5);
    expect(verifyLedger(at.folder).problems.join('\n')).to.match(/^damaged: /);
  });
});

describe('backupLedger', () => {
  const target = () => join(at.folder, 'backup.db');

  it('copies a ledger that is open into one that stands in its place', async () => {
    backupLedger(at.folder, target());
    await at.write({ path: 'later.md' });
    const copy = new LedgerAtHand();
    try {
      writeFileSync(join(copy.folder, 'ledger.db'), readFileSync(target()));
      await copy.open();
      expect(copy.ledger.epoch).to.equal(at.ledger.epoch);
      expect((await copy.ledger.lastChange()).number).to.equal(2);
      expect((await copy.live()).map(({ id }) => id.slice(-1)).sort()).to.deep.equal(['a', 'b', 'd']);
    } finally {
      await copy.dispose();
    }
  });

  it('overwrites nothing', () => {
    writeFileSync(target(), 'precious');
    expect(codeOf(() => backupLedger(at.folder, target()))).to.equal('ledger-file-unusable');
    expect(codeOf(() => backupLedger(at.folder, file()))).to.equal('ledger-file-unusable');
    expect(readFileSync(target(), 'utf8')).to.equal('precious');
  });

  it('says what it cannot write', () => {
    expect(codeOf(() => backupLedger(at.folder, join(at.folder, 'nowhere', 'b.db')))).to.equal(
      'ledger-file-unusable',
    );
  });

  it('keeps no copy of a ledger that is not whole (ledger-unreadable)', () => {
    change("delete from membership where feed = ''");
    expect(codeOf(() => backupLedger(at.folder, target()))).to.equal('ledger-unreadable');
    expect(readdirSync(at.folder).filter((name) => name.startsWith('backup'))).to.deep.equal([]);
  });
});

describe('openBeside', () => {
  it('reads beside the owner, and cannot write', () => {
    const { database, close } = openBeside(at.folder);
    expect(database.prepare('select count(*) as count from article').get()).to.deep.include({ count: 4 });
    expect(() => database.exec('delete from article')).to.throw(/readonly/);
    close();
  });

  it('writes where that was asked for', () => {
    const { database, close } = openBeside(at.folder, { writes: true });
    database.exec("insert into hold values (1, 1, '{}', null)");
    close();
  });

  it('makes no ledger where there is none (ledger-unreadable)', () => {
    const nowhere = join(at.folder, 'assets');
    expect(codeOf(() => openBeside(nowhere))).to.equal('ledger-unreadable');
    expect(readdirSync(nowhere)).to.deep.equal([]);
  });

  it('refuses a later version (ledger-newer)', () => {
    change('pragma user_version = 999');
    expect(codeOf(() => openBeside(at.folder))).to.equal('ledger-newer');
  });
});

describe('a damaged ledger', () => {
  const damages: [what: string, damage: () => void][] = [
    ['cut off in the middle', () => truncateSync(file(), 40_000)],
    ['cut off to nothing', () => truncateSync(file(), 0)],
    ['overwritten at its head', () => overwrite(file(), 0)],
    ['overwritten in its first page, behind the head', () => overwrite(file(), 0.001)],
    [
      "another program's",
      () => {
        rmSync(file());
        change('create table notes (text text)');
      },
    ],
  ];
  for (const [what, damage] of damages) {
    it(`${what} is refused with what to do, and stays as it is (ledger-unreadable)`, async () => {
      await at.close();
      for (const side of ['-wal', '-shm']) expect(existsSync(file() + side)).to.equal(false);
      damage();
      const before = readFileSync(file());
      let failure: unknown;
      await Ledger.open(at.folder, { clock: at.clock, authority: 'x' }).catch((cause) => {
        failure = cause;
      });
      expect(failure).to.be.instanceOf(Failure).with.property('code', 'ledger-unreadable');
      expect((failure as Failure).message).to.include('restore');
      expect(codeOf(() => openBeside(at.folder))).to.equal('ledger-unreadable');
      expect(readFileSync(file()).equals(before)).to.equal(true);
    });
  }
});

/** Writes nonsense over a few pages, at a part of the length. */
function overwrite(path: string, part: number): void {
  const bytes = readFileSync(path);
  bytes.fill('nonsense', Math.floor(bytes.length * part), Math.floor(bytes.length * part) + 12_000);
  writeFileSync(path, bytes);
}
