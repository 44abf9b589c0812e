import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { Failure } from '../../src/base/failure.ts';
import { FORMATS } from '../../src/feeds/feed.ts';
import { documentPath } from '../../src/feeds/feed-address.ts';
import { exportLedger } from '../../src/ledger/export-ledger.ts';
import { importLedger } from '../../src/ledger/import-ledger.ts';
import { LINES, type LineKind } from '../../src/ledger/ledger-text.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { HandClock } from '../http/hand-clock.ts';
import { markdown } from '../http/lantern-files.ts';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';
import { LedgerAtHand } from './ledger-at-hand.ts';

const FEEDS = ['', 'sections/harbour', 'sections/town', 'tags/boats'];

function textOf(folder: string): string {
  return [...exportLedger(folder)].join('');
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
  throw new Error('expected a failure');
}

describe('the ledger as text (design §3)', () => {
  let running: RunningService;
  let clock: HandClock;

  beforeEach(async () => {
    clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(
      {
        'harbour/lamp.md': markdown({ title: 'The lamp is lit', date: '2025-09-05', tags: '[boats]' }),
        'harbour/ferry.md': markdown({ title: 'The ferry waits' }, 'See [the lamp](lamp.md).\n'),
        'town/choir.txt': 'The choir sang on\n\nIt sang through the storm.\n',
        'town/later.md': markdown({ title: 'Later', date: '2026-01-01' }),
        'town/draft.md': markdown({ title: 'A draft', draft: 'true' }),
        'town/gone.md': markdown({ title: 'Gone' }),
        'town/broken.md': markdown({ title: 'Soon broken', tags: '[boats]' }, 'The good version.\n'),
        'town/renamed.md': markdown({ title: 'Renamed', slug: 'former-name' }),
      },
      { clock },
    );
    clock.set('2025-10-02T10:00:00Z');
    running.remove('town/gone.md');
    running.write('town/broken.md', '---\ntitle: [\n---\n\nThe bad version.\n');
    running.write('town/renamed.md', markdown({ title: 'Renamed', slug: 'present-name' }));
    running.write('harbour/lamp.md', markdown({ title: 'The lamp is lit again', date: '2025-09-05' }));
    await until('all of it is taken in', async () => {
      const live = (await running.text('/feed.json')).includes('The lamp is lit again');
      const { faults } = await running.readiness();
      const gone = await running.get('/articles/gone');
      const renamed = await running.get('/articles/present-name');
      return live && faults > 0 && gone.status === 410 && renamed.status === 200;
    });
  });
  afterEach(() => running.end());

  /** Bytes and validators of every document. */
  async function everything(): Promise<Readonly<Record<string, string>>> {
    const found: Record<string, string> = {};
    for (const path of FEEDS.flatMap((key) => FORMATS.map((format) => documentPath(key, format)))) {
      const { status, headers, body } = await running.get(path);
      found[path] = [status, headers.etag, headers['last-modified'], body.toString()].join('\n');
    }
    return found;
  }

  it('comes back as it was: no id, date, byte or entity-tag changes when the same files are scanned', async () => {
    clock.advance(60);
    const before = await everything();
    expect(before['/rss.xml']).to.include('200\n"');
    const text = textOf(running.data);
    const change = (await running.service.ledger.lastChange()).number;
    await running.stop();
    rmSync(running.data, { recursive: true });
    expect(await importLedger(running.data, text.trimEnd().split('\n'), 'ledger.jsonl')).to.equal(8);
    expect(textOf(running.data), 'before the scan').to.equal(text);
    expect(verifyLedger(running.data).problems).to.deep.equal([]);
    // As after a fresh clone: every file has other times.
    utimesSync(running.pathOf('town/choir.txt'), 1, 1);
    clock.set('2025-12-24T10:00:00Z');
    await running.start();
    const after = await everything();
    for (const [path, document] of Object.entries(before)) expect(after[path], path).to.equal(document);
    expect((await running.service.ledger.lastChange()).number).to.equal(change);
    expect(textOf(running.data), 'after the scan').to.equal(text);
    expect(verifyLedger(running.data).problems).to.deep.equal([]);
    expect((await running.get('/articles/former-name')).headers.location).to.match(/\/present-name$/);
    expect((await running.get('/articles/gone')).status).to.equal(410);
  });

  it('serves nothing before the bodies are read, and withdraws what lost its file meanwhile', async () => {
    const text = textOf(running.data);
    await running.stop();
    rmSync(running.data, { recursive: true });
    await importLedger(running.data, text.trimEnd().split('\n'), 'ledger.jsonl');
    running.remove('town/choir.txt');
    await running.start({ clock, isTakenIn: false });
    const early = await running.get('/rss.xml');
    if (early.status !== 200) expect(early.status).to.equal(503);
    await running.service.takenIn;
    const feed = await running.text('/rss.xml');
    expect(feed).to.include('The good version.').and.to.include('See <a');
    expect(feed).not.to.include('The choir sang on');
    expect((await running.get('/articles/the-choir-sang-on')).status).to.equal(410);
  });

  it('mints the same ids again from dated files when all is lost (T-39)', async () => {
    const ids = async () =>
      new Map(
        (await running.service.ledger.articles.newest('', 50)).map(({ id, headline }) => [headline, id]),
      );
    const before = await ids();
    await running.stop();
    rmSync(running.data, { recursive: true });
    clock.set('2026-03-01T10:00:00Z');
    await running.start();
    const after = await ids();
    expect(after.get('The lamp is lit again' as never)).to.equal(
      before.get('The lamp is lit again' as never),
    );
    expect(after.get('The ferry waits' as never), 'undated: a new day').not.to.equal(
      before.get('The ferry waits' as never),
    );
  });

  it('is sorted, one line an article, and the same twice', () => {
    const text = textOf(running.data);
    expect(textOf(running.data)).to.equal(text);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).to.deep.equal({ kind: 'ledger', version: 1 });
    const kinds = lines.map(({ kind }) => kind);
    expect([...new Set(kinds)], 'kinds stand together').to.have.length(
      kinds.filter((kind, at) => kind !== kinds[at - 1]).length,
    );
    const articles = lines.filter(({ kind }) => kind === 'article');
    expect(articles.map(({ row }) => row)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    const named = (path: string) => articles.find((article) => article.path === path)!;
    expect(named('town/renamed.md').slugs).to.deep.equal(['present-name', 'former-name']);
    expect(named('town/broken.md').body, 'no file holds it any more').to.include('The good version.');
    expect(named('harbour/ferry.md')).not.to.have.property('body');
    expect(named('town/gone.md')).to.include({ state: 'withdrawn', present: 0 });
  });
});

describe('every table', () => {
  /** What a scan of the same files makes again. */
  const MADE_AGAIN = ['file', 'asset', 'reference', 'membership', 'body'];
  /** In the lines of their articles. */
  const OF_ARTICLES = ['slug', 'adopted_id'];
  /** What the lines of articles hold of other tables. */
  const OF_OTHERS = ['adopted', 'guid_is_permalink', 'pages', 'again', 'body'];

  it('is in the text with every column, or made again by a scan', async () => {
    const at = await new LedgerAtHand().open();
    try {
      const database = new DatabaseSync(join(at.folder, 'ledger.db'), { readOnly: true });
      const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
      const names = tables.map(({ name }) => String(name));
      expect(names).to.have.members([
        ...Object.keys(LINES).filter((kind) => kind !== 'ledger'),
        ...OF_ARTICLES,
        ...MADE_AGAIN,
      ]);
      for (const table of names.filter((name) => Object.hasOwn(LINES, name))) {
        const columns = database
          .prepare(`pragma table_info(${table})`)
          .all()
          .map(({ name }) => name);
        const members = Object.keys(LINES[table as LineKind].shape);
        const written = members.map((member) => (member === 'slugs' ? 'slug' : member));
        expect(
          written.filter((member) => !OF_OTHERS.includes(member)),
          table,
        ).to.have.members(columns);
      }
      database.close();
    } finally {
      await at.dispose();
    }
  });
});

describe('importLedger', () => {
  let at: LedgerAtHand;
  let text: readonly string[];
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
    await at.write({ path: 'a.md' }, { path: 'b.md' });
    await at.close();
    text = textOf(at.folder).trimEnd().split('\n');
    rmSync(join(at.folder, 'ledger.db'));
  });
  afterEach(() => at.dispose());
  const article = () => text.findIndex((line) => line.includes('"kind":"article"'));
  const importing = (lines: readonly string[]) => importLedger(at.folder, lines, 'x.jsonl');

  it('refuses a ledger that is in use already (ledger-not-empty)', async () => {
    await importing(text);
    expect((await failureOf(importing(text))).code).to.equal('ledger-not-empty');
  });

  const wrong: [what: string, change: (lines: string[]) => unknown, message: RegExp][] = [
    [
      'a conflict mark of git',
      (lines) => lines.splice(2, 0, '<<<<<<< ours'),
      /x\.jsonl:3: expected a JSON object, found <{7} ours/,
    ],
    [
      'an empty line',
      (lines) => lines.splice(1, 0, ''),
      /x\.jsonl:2: expected a JSON object, found an empty line/,
    ],
    [
      'no first line',
      (lines) => lines.shift(),
      /x\.jsonl:1: expected the kind ledger in the first line only, found meta/,
    ],
    [
      'another version',
      (lines) => lines.splice(0, 1, '{"kind":"ledger","version":7}'),
      /x\.jsonl:1: .*expected 1.*version/,
    ],
    [
      'an unknown kind',
      (lines) => lines.push('{"kind":"post"}'),
      /x\.jsonl:\d+: expected one of the kinds ledger, meta, .*, found post/,
    ],
    [
      'a wrong type',
      (lines) => replaceIn(lines, '"tie":0', '"tie":"0"'),
      /x\.jsonl:\d+: .*expected number, received string.*tie/,
    ],
    [
      'a member that is missing',
      (lines) => replaceIn(lines, '"tie":0,', ''),
      /x\.jsonl:\d+: .*expected number, received undefined.*tie/,
    ],
    [
      'a member that is not known',
      (lines) => replaceIn(lines, '"tie":0', '"tie":0,"mood":1'),
      /x\.jsonl:\d+: .*mood/,
    ],
    [
      'an article twice',
      (lines) => lines.splice(article() + 1, 0, lines[article()]!),
      /x\.jsonl:\d+: expected a article\.\w+ that no line before has/,
    ],
    [
      'a feed that is not there',
      (lines) =>
        lines.splice(
          lines.findIndex((line) => line.includes('"kind":"feed"')),
          1,
        ),
      /x\.jsonl: the feed "" has articles, but no record/,
    ],
    [
      'a change that is not there',
      (lines) => lines.pop(),
      /x\.jsonl: the feed "" shows a change that is not there/,
    ],
    ['nothing', (lines) => lines.splice(0), /x\.jsonl: expected the text of a ledger, found nothing/],
  ];
  for (const [what, change, message] of wrong) {
    it(`refuses ${what}, and imports nothing`, async () => {
      const lines = [...text];
      change(lines);
      const failure = await failureOf(importing(lines));
      expect(failure.code).to.equal('ledger-text-invalid');
      expect(failure.message).to.match(message);
      expect(await importing(text), 'the ledger is still empty').to.equal(2);
    });
  }

  it('tells of every wrong line at once', async () => {
    const failure = await failureOf(importing(text.map((line, number) => (number % 2 === 1 ? '?' : line))));
    expect(failure.message.match(/x\.jsonl:\d+: expected a JSON object/g)).to.have.length(
      Math.floor(text.length / 2),
    );
  });
});

function replaceIn(lines: string[], found: string, by: string): void {
  const at = lines.findIndex((line) => line.includes(found));
  lines[at] = lines[at]!.replace(found, by);
}
