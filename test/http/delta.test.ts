/**
 * Deltas (RFC 3229, `A-IM: feed`; rules H-60 … H-71): a reader gets what is new since the document that it has.
 */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { FORMATS, type Format } from '../../src/feeds/feed.ts';
import { DOCUMENT_NAMES } from '../../src/feeds/feed-address.ts';
import { backupLedger } from '../../src/ledger/backup-ledger.ts';
import { type Answer, decoded } from './client.ts';
import { markdown } from './lantern-files.ts';
import { type Files, RunningService } from './running-service.ts';
import { until } from './until.ts';

const BODY = 'The boats came in past the pier, and the harbour master counted them twice. '.repeat(20);

function article(number: number, fields: Readonly<Record<string, string>> = {}): string {
  const date = new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString();
  return markdown({ title: `Number ${number}`, date, section: 'Town', ...fields }, BODY);
}

function articles(from: number, to: number): Files {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, at) => [`${from + at}.md`, article(from + at)]),
  );
}

const titlesIn = (body: string) =>
  [...body.matchAll(/(?:<title>|"title":")(Number \d+|Withdrawn: Number \d+)/g)].map(([, title]) => title);

describe('a delta (RFC 3229, H-60 … H-71)', () => {
  let running: RunningService;
  beforeEach(async () => {
    running = await RunningService.over(articles(1, 12));
  });
  afterEach(() => running.end());

  const pathOf = (format: Format) => `/${DOCUMENT_NAMES[format]}`;
  const poll = (
    path: string,
    etag: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => running.get(path, { 'A-IM': 'feed', 'If-None-Match': etag, ...headers });

  /** The entity-tag of a document, and then a change. */
  async function heldBefore(path: string, change: () => void, sign: string): Promise<string> {
    const { headers } = await running.get(path);
    change();
    await until('the change is there', async () => (await running.text(path)).includes(sign));
    return headers.etag!;
  }

  for (const format of FORMATS) {
    const path = pathOf(format);

    it(`holds what was added and edited, and nothing else (${format}, H-62, H-64)`, async () => {
      const etag = await heldBefore(
        path,
        () => {
          running.write('13.md', article(13));
          running.write('4.md', article(4, { summary: 'Told anew.' }));
        },
        'Told anew.',
      );
      await until('both are there', async () => (await running.text(path)).includes('Number 13'));
      const delta = await poll(path, etag);
      expect(delta.status).to.equal(226);
      expect(titlesIn(delta.body.toString())).to.deep.equal(['Number 13', 'Number 4']);
      const whole = await running.get(path);
      expect(delta.headers).to.include({
        im: 'feed',
        etag: whole.headers.etag,
        'delta-base': etag,
        'cache-control': 'no-store, im',
        vary: 'Accept-Encoding, A-IM',
        'content-type': whole.headers['content-type'],
      });
      expect((await poll(path, delta.headers.etag!)).status, 'its tag is that of the whole (H-63)').to.equal(
        304,
      );
      expect((await poll(path, etag)).body.equals(delta.body), 'from the table').to.equal(true);
    });

    it(`survives a restart, since nothing is remembered of readers (${format})`, async () => {
      const etag = await heldBefore(path, () => running.write('13.md', article(13)), 'Number 13');
      const first = await poll(path, etag);
      await running.stop();
      await running.start();
      const again = await poll(path, etag);
      expect([again.status, again.body.toString()]).to.deep.equal([226, first.body.toString()]);
    });
  }

  it('comes in the coding that was asked for (H-69)', async () => {
    const etag = await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
    const plain = await poll('/rss.xml', etag);
    const coded = await poll('/rss.xml', etag, { 'Accept-Encoding': 'gzip' });
    expect([coded.status, coded.headers['content-encoding']]).to.deep.equal([226, 'gzip']);
    expect(decoded(coded).toString()).to.equal(plain.body.toString());
  });

  const WHOLE: readonly [what: string, headers: (etag: string) => Record<string, string>][] = [
    ['to a reader that does not ask', (etag) => ({ 'If-None-Match': etag })],
    ['to one that asks for something else', (etag) => ({ 'If-None-Match': etag, 'A-IM': 'vcdiff, gzip' })],
    ['to one that rules it out', (etag) => ({ 'If-None-Match': etag, 'A-IM': 'feed;q=0' })],
    ['to one that rules it out with blanks', (etag) => ({ 'If-None-Match': etag, 'A-IM': 'feed ; q = 0' })],
    ['to one that has nothing', () => ({ 'A-IM': 'feed' })],
    ['to one that has what nobody gave it', () => ({ 'If-None-Match': '"mine"', 'A-IM': 'feed' })],
    [
      'to one that has a document of another ledger',
      (etag) => ({ 'If-None-Match': etag.replace(/"[0-9a-f]+/, '"0000aa'), 'A-IM': 'feed' }),
    ],
    [
      'to one that has a document from before everything',
      (etag) => ({ 'If-None-Match': etag.replace(/\.[0-9a-z]+\./, '.0.'), 'A-IM': 'feed' }),
    ],
    [
      'to one that has a document of tomorrow',
      (etag) => ({ 'If-None-Match': etag.replace(/\.[0-9a-z]+\./, '.zzzz.'), 'A-IM': 'feed' }),
    ],
  ];
  for (const [what, headers] of WHOLE) {
    it(`is not told ${what}: it gets the whole document (H-61, H-66)`, async () => {
      const etag = await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
      const { status, body } = await running.get('/rss.xml', headers(etag));
      expect([status, titlesIn(body.toString()).length]).to.deep.equal([200, 13]);
    });
  }

  const OF_OTHERS: readonly [what: string, other: string, path: string][] = [
    ['format', '/atom.xml', '/rss.xml'],
    ['feed', '/sections/town/rss.xml', '/rss.xml'],
    ['feed, which is larger', '/rss.xml', '/sections/town/rss.xml'],
  ];
  for (const [what, other, path] of OF_OTHERS) {
    it(`is not told to one that has the document of another ${what} of that moment (H-66)`, async () => {
      const { headers } = await running.get(other);
      const own = await heldBefore(path, () => running.write('13.md', article(13)), 'Number 13');
      expect((await poll(path, headers.etag!)).status).to.equal(200);
      expect((await poll(path, `${headers.etag}, ${own}`)).headers['delta-base']).to.equal(own);
    });
  }

  it('is not told to one that has what a restored backup of the ledger knows nothing of (H-66)', async () => {
    const backup = running.outside('backup.db');
    backupLedger(running.data, backup);
    const lost = await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
    const { headers } = await running.get('/rss.xml');
    await running.stop();
    for (const side of ['-wal', '-shm']) rmSync(join(running.data, `ledger.db${side}`), { force: true });
    renameSync(backup, join(running.data, 'ledger.db'));
    running.remove('13.md');
    running.write('14.md', article(14));
    await running.start();
    await until('it is there', async () => (await running.text('/rss.xml')).includes('Number 14'));
    const kept = await heldBefore('/rss.xml', () => running.write('15.md', article(15)), 'Number 15');
    const number = (etag: string) => etag.split('.')[1];
    expect(number(headers.etag!), 'the number is another change now').to.equal(number(kept));
    expect((await poll('/rss.xml', headers.etag!)).status).to.equal(200);
    expect((await poll('/rss.xml', kept)).status, 'what is told to others').to.equal(226);
    expect((await poll('/rss.xml', headers.etag!)).status, 'is not told to it').to.equal(200);
    expect((await poll('/rss.xml', lost)).status, 'what both know is told').to.equal(226);
  });

  it('is not told to one that has a page of the archive (H-66)', async () => {
    await running.stop();
    await running.start({ settings: { feeds: { limit: 5 } } });
    const { headers } = await running.get('/archive/1/rss.xml');
    await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
    expect((await poll('/rss.xml', headers.etag!)).status).to.equal(200);
  });

  it('comes after what a request expects: 412 where that is over (RFC 9110 §13.2.2)', async () => {
    const etag = await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
    expect((await poll('/rss.xml', etag, { 'If-Match': etag })).status).to.equal(412);
    const present = (await running.get('/rss.xml')).headers.etag;
    expect((await poll('/rss.xml', etag, { 'If-Match': present! })).status).to.equal(200);
  });

  it('is found by the newest of several tags, and names it (H-62)', async () => {
    const first = await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
    const second = await heldBefore('/rss.xml', () => running.write('14.md', article(14)), 'Number 14');
    const delta = await poll('/rss.xml', `"other", ${first}, W/${second}`);
    expect([delta.status, delta.headers['delta-base']]).to.deep.equal([226, second]);
    expect(titlesIn(delta.body.toString())).to.deep.equal(['Number 14']);
  });

  it('is no answer to a withdrawal, unless something says so', async () => {
    const { headers } = await running.get('/atom.xml');
    running.remove('3.md');
    await until('it is gone', async () => !(await running.text('/atom.xml')).includes('Number 3<'));
    expect((await poll('/atom.xml', headers.etag!)).status).to.equal(200);
  });

  it('is whole after a change of settings: every entry may look different', async () => {
    const { headers } = await running.get('/rss.xml');
    await running.stop();
    await running.start({ site: { title: 'The New Lantern' } });
    running.write('13.md', article(13));
    await until('it is there', async () => (await running.text('/rss.xml')).includes('Number 13'));
    expect((await poll('/rss.xml', headers.etag!)).status).to.equal(200);
  });

  it('can be turned off (H-71)', async () => {
    await running.stop();
    await running.start({ settings: { feeds: { deltas: false } } });
    const etag = await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
    const { status, headers } = await poll('/rss.xml', etag);
    expect([status, headers.vary]).to.deep.equal([200, 'Accept-Encoding']);
  });

  it('is asked for with GET alone', async () => {
    const etag = await heldBefore('/rss.xml', () => running.write('13.md', article(13)), 'Number 13');
    const head = await running.ask('/rss.xml', {
      method: 'HEAD',
      headers: { 'A-IM': 'feed', 'If-None-Match': etag },
    });
    expect(head.status).to.equal(200);
  });
});

describe('what is gone (A-49, A-50)', () => {
  let running: RunningService;
  afterEach(() => running.end());

  async function withdrawn(
    feeds: Readonly<Record<string, unknown>>,
    format: Format = 'atom',
  ): Promise<string> {
    running = await RunningService.over(articles(1, 12), { settings: { feeds } });
    const { headers } = await running.get(`/${DOCUMENT_NAMES[format]}`);
    running.remove('3.md');
    await until('it is gone', async () => !(await running.text('/atom.xml')).includes('<title>Number 3<'));
    return headers.etag!;
  }
  const TOMBSTONE = /<at:deleted-entry [^>]*ref="(tag:[^"]*:3)" when="20\d\d-[^"]*Z"\/>/;

  it('is not told of unless the settings say so', async () => {
    await withdrawn({});
    expect(await running.text('/atom.xml')).not.to.include('at:');
  });

  it('leaves a tombstone in Atom, in deltas too', async () => {
    const etag = await withdrawn({ tombstones: true });
    const whole = await running.text('/atom.xml');
    expect(whole).to.match(TOMBSTONE);
    expect(await running.text('/rss.xml')).not.to.include('deleted');
    const delta = await running.get('/atom.xml', { 'A-IM': 'feed', 'If-None-Match': etag });
    expect([delta.status, titlesIn(delta.body.toString())]).to.deep.equal([226, []]);
    expect(delta.body.toString()).to.match(TOMBSTONE);
    const rss = await running.get('/rss.xml', { 'A-IM': 'feed', 'If-None-Match': etag });
    expect(rss.status, 'RSS has no word for it').to.equal(200);
  });

  it('has no tombstone once it is back', async () => {
    await withdrawn({ tombstones: true });
    running.write('3.md', article(3));
    await until('it is back', async () => (await running.text('/atom.xml')).includes('<title>Number 3<'));
    expect(await running.text('/atom.xml')).not.to.include('at:');
  });

  it('has a tombstone in the feeds that have them alone', async () => {
    await withdrawn({ each: { 'sections/town': { tombstones: true } } });
    expect(await running.text('/atom.xml')).not.to.include('at:');
    expect(await running.text('/sections/town/atom.xml')).to.match(TOMBSTONE);
  });

  for (const format of FORMATS) {
    it(`has a notice in its place by policy, with its id and date, and in deltas (${format})`, async () => {
      const etag = await withdrawn({ withdrawn: 'notice' }, format);
      const path = `/${DOCUMENT_NAMES[format]}`;
      const body = await running.text(path);
      expect(titlesIn(body)).to.include('Withdrawn: Number 3').and.to.have.length(12);
      expect(body).to.include('withdrawn by its publisher');
      expect(body).to.match(/tag:lantern\.example\.org,2025-01-01:3\b/);
      const delta = await running.get(path, { 'A-IM': 'feed', 'If-None-Match': etag });
      expect([delta.status, titlesIn(delta.body.toString())]).to.deep.equal([226, ['Withdrawn: Number 3']]);
    });
  }
});

describe('the terms of single feeds', () => {
  let running: RunningService;
  afterEach(() => running.end());

  it('give each its own size and content', async () => {
    running = await RunningService.over(articles(1, 12), {
      settings: { feeds: { each: { 'sections/town': { limit: 4, content: 'summary' } } } },
    });
    expect(titlesIn(await running.text('/rss.xml'))).to.have.length(12);
    const rss = await running.text('/sections/town/rss.xml');
    expect(titlesIn(rss)).to.have.length(4);
    expect(rss).to.include('<description>').and.not.to.include('content:encoded>');
    const atom = await running.text('/sections/town/atom.xml');
    expect(atom).to.include('<summary>').and.not.to.include('<content');
    const [item] = JSON.parse(await running.text('/sections/town/feed.json')).items;
    expect(item.content_text).to.equal(item.summary);
    expect(item).not.to.have.property('content_html');
    expect(await running.text('/sections/town/archive/1/rss.xml')).not.to.include('content:encoded>');
  });
});
