import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { Failure } from '../../src/base/failure.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { NEWEST_VERSION } from '../../src/ledger/migrations.ts';
import { openBeside } from '../../src/ledger/open-database.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { LedgerAtHand } from './ledger-at-hand.ts';

/** Ledgers as released versions of Feedwright wrote them, by version. Never edited: add the next. */
const EARLIER: Record<number, string> = {
  1: `create table meta (key text primary key, value text not null) without rowid;
    create table article (
      row integer primary key, id text not null unique, slug text not null, path text unique,
      present integer not null, state text not null, published integer not null, first_seen integer not null,
      first_live integer, updated integer not null, tie integer not null, content_hash text not null,
      file_hash text not null, revision integer not null, change integer not null, card text not null);
    create index article_by_file_hash on article (file_hash);
    create unique index article_by_updated on article (updated, tie);
    create index article_scheduled on article (published) where state = 'scheduled';
    create table body (row integer primary key, html text not null);
    create table slug (slug text primary key, row integer not null) without rowid;
    create table membership (
      feed text not null, published integer not null, first_seen integer not null, row integer not null,
      primary key (feed, published desc, first_seen desc, row)) without rowid;
    create index membership_by_row on membership (row);
    create table feed (
      feed text primary key, name text not null, touched integer not null, checked integer not null,
      fingerprint text not null, change integer not null, modified integer not null) without rowid;
    create table change (number integer primary key, at integer not null);
    create table file (
      folder text not null, name text not null, bytes integer not null, mtime_ms real not null,
      ctime_ms real not null, inode integer not null, hash text not null, faults text not null,
      primary key (folder, name)) without rowid;
    create index file_faulty on file (folder, name) where faults <> '[]';
    create table asset (
      path text primary key, hash text not null, name text not null, type text not null, bytes integer not null,
      width integer, height integer, seconds integer) without rowid;
    create index asset_by_hash on asset (hash);
    create table reference (source text not null, target text not null, primary key (source, target)) without rowid;
    create index reference_by_target on reference (target);
    insert into meta values ('epoch', 'abc123'), ('authority', 'lantern.example.org'), ('settings', 'salt');
    insert into change values (1, 1757073600), (2, 1757160000);
    insert into feed values ('', '', 2, 2, '1.2', 2, 1757160000), ('sections/town', 'Town', 1, 0, '', 0, 0);
    insert into article values
      (1, 'tag:lantern.example.org,2025-09-05:town/lamp', 'the-lamp', 'town/lamp.md', 1, 'live', 1757030400,
       1757073600, 1757073600, 1757160000, 0, 'c1', 'f1', 2, 2,
       '{"headline":"The lamp","summary":"It shines.","authors":[],"section":"Town","tags":[],"feeds":[{"key":"sections/town","name":"Town"}]}'),
      (2, 'tag:lantern.example.org,2025-09-05:town/gone', 'gone', 'town/gone.md', 0, 'withdrawn', 1757030400,
       1757073600, 1757073600, 1757030400, 0, 'c2', 'f2', 2, 2,
       '{"headline":"Gone","summary":"It went.","authors":[],"tags":[],"feeds":[]}');
    insert into body values (1, '<p>It shines.</p>'), (2, '<p>It went.</p>');
    insert into slug values ('the-lamp', 1), ('the-lamp-of-old', 1), ('gone', 2);
    insert into membership values ('', 1757030400, 1757073600, 1), ('sections/town', 1757030400, 1757073600, 1);
    insert into file values ('town', 'lamp.md', 20, 1.5, 2.5, 3, 'f1', '[]');`,
};

/** Version 2 is version 1 with these columns and tables. */
EARLIER[2] = `${EARLIER[1]}
  alter table article add column expires integer;
  alter table article add column ended integer;
  create index article_expiring on article (expires) where state = 'live' and expires is not null;
  create index article_ended on article (ended) where ended is not null;
  create table event (
    change integer not null, row integer not null, what text not null, detail text not null,
    primary key (change, row, what)) without rowid;
  create index event_by_row on event (row, change);
  create table adopted_id (
    row integer not null, format text not null, id text not null, primary key (row, format)) without rowid;
  create unique index adopted_id_by_id on adopted_id (format, id);
  create table hold (number integer primary key, since integer not null, what text not null, decision text);
  insert into adopted_id values (1, 'rss', 'https://old.example.org/?p=1');`;

/** Version 3 is version 2 with archives. */
EARLIER[3] = `${EARLIER[2]}
  alter table membership add column since integer not null default 0;
  alter table membership add column page integer;
  alter table membership add column place integer;
  alter table membership add column again integer;
  create index membership_open
    on membership (page, feed, published desc, first_seen desc, row, again, since) where page is null;
  create index membership_archived on membership (feed, page, place) where page is not null;
  create index membership_again on membership (feed, again) where again is not null;
  alter table feed add column shown integer not null default 0;
  create table archive (
    feed text not null, page integer not null, articles integer not null, bytes integer not null,
    touched integer not null, primary key (feed, page)) without rowid;
  create table removal (
    feed text not null, row integer not null, change integer not null, primary key (feed, row)) without rowid;
  create index removal_by_change on removal (feed, change);
  create index removal_by_row on removal (row);`;

/** Version 4 is version 3 with what an adopted guid says of itself. */
EARLIER[4] = `${EARLIER[3]}
  alter table adopted_id add column is_permalink integer;
  insert into adopted_id values (2, 'rss', 'https://old.example.org/gone', 1);`;

/** Version 5 is version 4 with a mark for each change. */
EARLIER[5] = `${EARLIER[4]}
  alter table change add column mark text;`;

/** What makes the migration of each version fail, and what is said of it. */
const IN_THE_WAY: Readonly<Record<number, readonly [statement: string, message: string]>> = {
  1: ['create table hold (in_the_way integer);', 'table hold already exists'],
  2: ['create table removal (in_the_way integer);', 'table removal already exists'],
  3: ['alter table adopted_id add column is_permalink text;', 'duplicate column name: is_permalink'],
  4: ['alter table change add column mark integer;', 'duplicate column name: mark'],
  5: ['alter table removal add column since text;', 'duplicate column name: since'],
};

describe('a ledger of an earlier version', () => {
  let at: LedgerAtHand;
  beforeEach(() => {
    at = new LedgerAtHand();
  });
  afterEach(() => at.dispose());

  function write(version: number, further = ''): void {
    const database = new DatabaseSync(join(at.folder, 'ledger.db'));
    database.exec(
      `pragma journal_mode = wal; ${EARLIER[version]} pragma user_version = ${version}; ${further}`,
    );
    database.close();
  }

  /** Every table, index and column. */
  function columnsIn(folder: string): readonly unknown[] {
    const database = new DatabaseSync(join(folder, 'ledger.db'), { readOnly: true });
    try {
      return database
        .prepare(
          'select s.type, s.name, c.name as column from sqlite_schema s left join pragma_table_info(s.name) c order by 1, 2, 3',
        )
        .all();
    } finally {
      database.close();
    }
  }

  it('has a fixture for each version', () => {
    expect(Object.keys(EARLIER).map(Number)).to.deep.equal(
      Array.from({ length: NEWEST_VERSION - 1 }, (_, index) => index + 1),
    );
  });

  for (const version of Object.keys(EARLIER).map(Number)) {
    it(`${version} keeps its ids, dates, slugs, changes and files`, async () => {
      write(version);
      await at.open();
      const { ledger } = at;
      expect(ledger.epoch).to.equal('abc123');
      expect(await ledger.lastChange()).to.deep.equal({ number: 2, at: new Date('2025-09-06T12:00:00Z') });
      const [lamp, ...others] = await ledger.articles.newest('sections/town', 10);
      expect(others).to.deep.equal([]);
      expect(lamp).to.deep.include({
        id: 'tag:lantern.example.org,2025-09-05:town/lamp',
        slug: 'the-lamp',
        state: 'live',
        published: new Date('2025-09-05T00:00:00Z'),
        updated: new Date('2025-09-06T12:00:00Z'),
        revision: 2,
      });
      expect([...(await ledger.articles.bodies([1])).values()]).to.deep.equal(['<p>It shines.</p>']);
      expect((await ledger.articles.bySlug('the-lamp-of-old'))?.slug).to.equal('the-lamp');
      expect((await ledger.articles.bySlug('gone'))?.state).to.equal('withdrawn');
      expect(await ledger.files.inFolder('town')).to.have.keys('lamp.md');
      expect(
        (await ledger.feeds.settle('', { articles: 10, bytesMax: 1_000_000 }, 'salt', (text) => text))?.record
          .change,
      ).to.equal(2);
      expect(verifyLedger(at.folder).problems).to.deep.equal([]);
      const { change } = await at.write({ path: 'town/new.md' });
      expect(change?.number, 'it goes on').to.equal(3);
    });

    it(`${version} has the columns of a new one afterwards`, async () => {
      write(version);
      await at.open();
      const fresh = await new LedgerAtHand().open();
      expect(columnsIn(at.folder)).to.deep.equal(columnsIn(fresh.folder));
      await fresh.dispose();
    });

    it(`${version} is migrated before a command looks at it`, () => {
      write(version);
      const { database, close } = openBeside(at.folder);
      expect(database.prepare('pragma user_version').get()).to.deep.include({ user_version: NEWEST_VERSION });
      close();
    });

    it(`${version} stays as it is when its migration fails`, async () => {
      const [statement, message] = IN_THE_WAY[version]!;
      write(version, statement);
      const before = columnsIn(at.folder);
      let failure: unknown;
      await Ledger.open(at.folder, { clock: at.clock, authority: 'lantern.example.org' }).catch((cause) => {
        failure = cause;
      });
      expect(failure).to.be.instanceOf(Failure).with.property('code', 'ledger-unreadable');
      expect((failure as Failure).message).to.include(message);
      expect(columnsIn(at.folder)).to.deep.equal(before);
      const database = new DatabaseSync(join(at.folder, 'ledger.db'));
      expect(database.prepare('pragma user_version').get()).to.deep.include({ user_version: version });
      database.close();
    });
  }
});
