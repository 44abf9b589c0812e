import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { Failure } from '../src/base/failure.ts';
import { LAMP_PNG, LANTERN_FILES, markdown } from './http/lantern-files.ts';
import { type LoggedEvent, RunningService } from './http/running-service.ts';
import { startAtHand } from './http/service-at-hand.ts';
import { until } from './http/until.ts';

/** A megabyte and a bit, without a line end. */
const ENDLESS = 'word '.repeat(250_000);

const FAULTY: [what: string, path: string, content: string | Uint8Array, line: number, said: RegExp][] = [
  ['an empty file', 'bad/empty.md', '', 1, /empty/],
  ['nothing but blank lines', 'bad/blank.txt', '\n \n\t\n', 1, /blank lines/],
  ['a picture that says it is Markdown', 'bad/picture.md', LAMP_PNG, 1, /binary/],
  ['zeros', 'bad/zeros.txt', Buffer.alloc(10_000), 1, /binary/],
  ['an endless line', 'bad/endless.md', `Title\n\n${ENDLESS}`, 3, /1250000 characters/],
  ['too many lines', 'bad/lines.txt', 'a\n'.repeat(150_000), 1, /150001 lines/],
  ['YAML that is broken', 'bad/yaml.md', '---\ntitle: fine\ntags: [a, b\n---\n\nText.\n', 4, /front matter/],
  [
    'YAML that is and is no draft',
    'bad/twice.md',
    '---\ndraft: true\ndraft: false\n---\n\nText.\n',
    3,
    /stands twice/,
  ],
  ['YAML that never ends', 'bad/open.md', '---\ntitle: A\n\nText.\n', 1, /not closed/],
  ['an alias bomb', 'bad/bomb.md', aliasBomb(), 0, /front matter|values|alias/],
  [
    'TOML that is broken',
    'bad/toml.md',
    '+++\ntitle = "A"\ndate = tomorrow\n+++\n\nText.\n',
    3,
    /front matter/,
  ],
  [
    'an impossible day',
    'bad/day.md',
    markdown({ title: 'A', date: '2025-02-30' }),
    3,
    /date is `2025-02-30`, expected/,
  ],
  [
    'an impossible month',
    'bad/month.md',
    markdown({ title: 'A', date: '2025-13-01' }),
    3,
    /date is `2025-13-01`/,
  ],
  ['an impossible hour', 'bad/hour.md', markdown({ title: 'A', date: '2025-02-03T25:00:00Z' }), 3, /date is/],
  [
    'a date in words that says nothing',
    'bad/soon.md',
    markdown({ title: 'A', date: 'soon' }),
    3,
    /date is `soon`/,
  ],
  [
    'a list for a title',
    'bad/list.md',
    markdown({ title: '[a, b]', date: '2025-01-01' }),
    2,
    /title is a list/,
  ],
];

describe('article files that are wrong (bad input)', () => {
  let running: RunningService;

  before(async function () {
    this.timeout(20_000);
    const bad = Object.fromEntries(FAULTY.map(([, path, content]) => [path, content]));
    running = await RunningService.over({ ...LANTERN_FILES, ...bad });
  });
  after(() => running.end());

  const about = (path: string): readonly LoggedEvent[] =>
    running.events.filter((event) => event.path === path);

  for (const [what, path, , line, said] of FAULTY) {
    it(`tells where and what is wrong with ${what}, once`, () => {
      const events = about(path).filter(({ severity }) => severity === 'error');
      expect(events).to.have.length(1);
      expect(events[0]!.msg).to.match(said);
      if (line > 0) expect(events[0]!.line).to.equal(line);
    });
  }

  it('counts every faulty file at /readyz', async () => {
    expect((await running.readiness()).faults).to.equal(FAULTY.length);
  });

  it('publishes all the rest and nothing of it', async () => {
    const { items } = JSON.parse(await running.text('/feed.json'));
    expect(items).to.have.length(5);
    expect((await running.get('/sections/bad/rss.xml')).status).to.equal(404);
  });
});

describe('files that only the disk can make wrong', () => {
  let running: RunningService;

  beforeEach(async () => {
    running = await RunningService.over(LANTERN_FILES);
  });
  afterEach(() => running.end());

  /** Waits for the one fault at a path. */
  async function fault(path: string): Promise<LoggedEvent> {
    await until(`a fault of ${path}`, () => running.events.some((event) => event.path === path));
    await until('it is counted', async () => (await running.readiness()).faults === 1);
    return running.events.find((event) => event.path === path)!;
  }

  /** The same again, found by the scan at the start instead of by the watch. */
  async function faultAfterRestart(path: string): Promise<void> {
    await running.stop();
    await running.start();
    expect((await running.readiness()).faults, `${path} after a restart`).to.equal(1);
    expect(JSON.parse(await running.text('/feed.json')).items).to.have.length(5);
  }

  it('refuses 50 MB without reading them', async () => {
    writeFileSync(running.outside('huge.md'), '# Huge\n');
    truncateSync(running.outside('huge.md'), 50_000_000);
    spawnSync('mv', [running.outside('huge.md'), running.pathOf('huge.md')]);
    expect((await fault('huge.md')).msg).to.equal('found 50000000 bytes, expected at most 5000000');
    await faultAfterRestart('huge.md');
  });

  it('keeps the last good version of a file that grows beyond all bounds', async () => {
    truncateSync(running.pathOf('harbour/lamp.md'), 50_000_000);
    await fault('harbour/lamp.md');
    expect(await running.text('/rss.xml')).to.include('The lamp is lit');
  });

  const secret = markdown({ title: 'Secret', date: '2025-09-09' }, 'Only for us.');

  it('refuses a link that leads out of the folder, and forgets it with the link', async () => {
    writeFileSync(running.outside('secret.md'), secret);
    symlinkSync(running.outside('secret.md'), running.pathOf('harbour/link.md'));
    expect((await fault('harbour/link.md')).msg).to.include('leads out of the articles folder');
    await faultAfterRestart('harbour/link.md');
    running.remove('harbour/link.md');
    await until('the fault is forgotten', async () => (await running.readiness()).faults === 0);
  });

  it('refuses a link in the place of a good file, and keeps what is published', async () => {
    writeFileSync(running.outside('secret.md'), secret);
    running.remove('harbour/lamp.md');
    symlinkSync(running.outside('secret.md'), running.pathOf('harbour/lamp.md'));
    await fault('harbour/lamp.md');
    expect(await running.text('/rss.xml')).to.not.include('Only for us.');
    await faultAfterRestart('harbour/lamp.md');
  });

  it('walks through no link to a folder', async () => {
    mkdirSync(running.outside('private'));
    writeFileSync(`${running.outside('private')}/secret.md`, secret);
    symlinkSync(running.outside('private'), running.pathOf('linked'));
    running.write('town/marker.md', markdown({ title: 'Marker', date: '2025-09-10' }));
    await until('the marker is there', async () => (await running.text('/rss.xml')).includes('Marker'));
    expect(await running.text('/rss.xml')).to.not.include('Only for us.');
    await running.stop();
    await running.start();
    expect(await running.text('/rss.xml')).to.not.include('Only for us.');
  });

  it('follows a link to a file inside the folder', async () => {
    symlinkSync('lamp.md', running.pathOf('harbour/also.md'));
    running.write('town/marker.md', markdown({ title: 'Marker', date: '2025-09-10' }));
    await until('the marker is there', async () => (await running.text('/rss.xml')).includes('Marker'));
    expect((await running.readiness()).faults).to.equal(0);
  });

  it('refuses a link that leads in a circle', async () => {
    symlinkSync('circle.md', running.pathOf('harbour/circle.md'));
    expect((await fault('harbour/circle.md')).msg).to.include('ELOOP');
    await faultAfterRestart('harbour/circle.md');
  });

  it('never waits for a pipe', async function () {
    if (spawnSync('mkfifo', [running.pathOf('harbour/pipe.md')]).status !== 0) {
      process.stdout.write('      (skipped: no mkfifo on this machine)\n');
      this.skip();
    }
    running.write('town/marker.md', markdown({ title: 'Marker', date: '2025-09-10' }));
    await until('the marker is there', async () => (await running.text('/rss.xml')).includes('Marker'));
    await running.stop();
    await running.start();
    expect((await running.get('/healthz')).status).to.equal(200);
  });

  it('refuses a file that may not be read', async function () {
    if (process.getuid?.() === 0) {
      process.stdout.write('      (skipped: root may read everything)\n');
      this.skip();
    }
    running.write('harbour/locked.md', secret);
    chmodSync(running.pathOf('harbour/locked.md'), 0);
    expect((await fault('harbour/locked.md')).msg).to.include('EACCES');
    await faultAfterRestart('harbour/locked.md');
  });

  it('takes a folder with the name of an article for a folder', async () => {
    running.write('town/folder.md/inside.md', markdown({ title: 'Inside', date: '2025-09-10' }));
    await until('the article is there', async () => (await running.text('/rss.xml')).includes('Inside'));
    expect((await running.readiness()).faults).to.equal(0);
  });

  it('takes names of every kind', async () => {
    const names = [
      'a b.md',
      "it's.md",
      'ünï.md',
      '日本.md',
      '%41.md',
      'q?x#y.md',
      '<b>&.md',
      'new\nline.md',
      '..md.md',
    ];
    for (const name of names)
      running.write(`names/${name}`, markdown({ title: `File ${name.length}`, date: '2025-09-10' }));
    await until(
      'all are there',
      async () => JSON.parse(await running.text('/feed.json')).items.length >= 5 + names.length - 1,
    );
    await running.stop();
    await running.start();
    for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/'])
      expect((await running.get(path)).status, path).to.equal(200);
    const { items } = JSON.parse(await running.text('/feed.json'));
    for (const { id, url } of items) {
      expect(new URL(id).href).to.equal(id);
      expect((await running.get(new URL(url).pathname)).status, url).to.equal(200);
    }
  });

  it('reads every encoding that newsrooms still send (T-01)', async () => {
    const text = '---\ntitle: Café “Zur Möwe” – offen\ndate: 2025-09-10\n---\n\nÄpfel.\n';
    const title = 'Café “Zur Möwe” – offen';
    const bytes: Readonly<Record<string, Uint8Array>> = {
      'utf-8-with-mark': Buffer.from(`\ufeff${text}`),
      'utf-16-little': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'utf-16-big': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'windows-1252': Buffer.from(
        text.replaceAll('“', '\u0093').replaceAll('”', '\u0094').replaceAll('–', '\u0096'),
        'latin1',
      ),
    };
    for (const [name, content] of Object.entries(bytes)) running.write(`encodings/${name}.md`, content);
    const count = Object.keys(bytes).length;
    await until(
      'all are there',
      async () => JSON.parse(await running.text('/feed.json')).items.length === 5 + count,
    );
    const { items } = JSON.parse(await running.text('/feed.json'));
    expect(items.filter((item: { title: string }) => item.title === title)).to.have.length(count);
  });
});

describe('articles that claim the same name', () => {
  let running: RunningService;

  beforeEach(async () => {
    running = await RunningService.over(LANTERN_FILES);
  });
  afterEach(() => running.end());

  it('keeps the first of two with one id, and tells of the second', async () => {
    const id = 'tag:lantern.example.org,2025:one';
    running.write('town/first.md', markdown({ title: 'First', date: '2025-09-10', id }));
    await until('the first is there', async () => (await running.text('/rss.xml')).includes('>First<'));
    running.write('town/second.md', markdown({ title: 'Second', date: '2025-09-10', id }));
    await until('the fault is counted', async () => (await running.readiness()).faults === 1);
    const [event] = running.events.filter(({ path }) => path === 'town/second.md');
    expect(event!.msg).to.include(id).and.include('town/first.md');
    const feed = await running.text('/rss.xml');
    expect(feed).to.include('>First<').and.not.include('>Second<');
    expect(feed.match(new RegExp(`>${id}<`, 'g'))).to.have.length(1);
  });

  it('publishes both of two with one slug, and warns', async () => {
    running.write('town/first.md', markdown({ title: 'First', date: '2025-09-10', slug: 'same' }));
    await until('the first is there', async () => (await running.get('/articles/same')).status === 200);
    running.write('town/second.md', markdown({ title: 'Second', date: '2025-09-10', slug: 'same' }));
    await until('the second is there', async () => (await running.get('/articles/same-2')).status === 200);
    const [event] = running.events.filter(({ path }) => path === 'town/second.md');
    expect(event).to.include({ severity: 'warning' });
    expect(event!.msg).to.include('same-2');
    expect(await running.text('/articles/same')).to.include('First');
  });

  it('publishes both of two with one title, without a word', async () => {
    running.write('town/first.md', markdown({ title: 'The lamp is lit', date: '2025-09-10' }));
    await until(
      'the second is there',
      async () => (await running.get('/articles/the-lamp-is-lit-2')).status === 200,
    );
    expect((await running.readiness()).faults).to.equal(0);
  });
});

describe('a machine that does not allow it', () => {
  let running: RunningService;

  beforeEach(async () => {
    running = await RunningService.over(LANTERN_FILES);
  });
  afterEach(() => running.end());

  async function code(start: Promise<unknown>): Promise<string> {
    try {
      await start;
    } catch (cause) {
      if (cause instanceof Failure) return cause.code;
      throw cause;
    }
    throw new Error('the service started');
  }

  it('refuses a ledger that is in use', async () => {
    expect(await code(startAtHand({ ...running.config() }))).to.equal('ledger-in-use');
  });

  it('refuses a port that is in use, and frees the ledger', async () => {
    const { port } = running.service;
    const other = { ...running.config(), dataFolder: running.outside('other'), port };
    expect(await code(startAtHand(other))).to.equal('address-in-use');
    const second = await startAtHand({ ...other, port: 0 });
    await second.close();
  });

  it('refuses an address that is not ours', async () => {
    const other = { ...running.config(), dataFolder: running.outside('other'), host: '203.0.113.1' };
    expect(await code(startAtHand(other))).to.equal('address-in-use');
  });

  it('refuses a ledger that is none', async () => {
    await running.stop();
    writeFileSync(`${running.data}/ledger.db`, 'This is a text, and no ledger.\n'.repeat(200));
    expect(await code(running.start())).to.equal('ledger-unreadable');
  });

  it('refuses a data folder that is a file', async () => {
    writeFileSync(running.outside('file'), '');
    const other = { ...running.config(), dataFolder: running.outside('file') };
    expect(await code(startAtHand(other))).to.equal('data-folder-unusable');
  });

  it('withdraws nothing while the whole folder is away, as an unmounted disk is, and goes on when it is back', async () => {
    renameSync(running.articles, running.outside('away'));
    expect(JSON.parse(await running.text('/feed.json')).items).to.have.length(5);
    renameSync(running.outside('away'), running.articles);
    running.write('town/marker.md', markdown({ title: 'Marker', date: '2025-09-10' }));
    await until('the marker is there', async () => (await running.text('/rss.xml')).includes('Marker'));
    expect(JSON.parse(await running.text('/feed.json')).items).to.have.length(6);
  });
});

/** Nine levels of ten aliases each: a billion values in four hundred characters. */
function aliasBomb(): string {
  const levels = Array.from({ length: 9 }, (_, n) => {
    const values =
      n === 0
        ? Array(10).fill('x').join(', ')
        : Array(10)
            .fill(`*a${n - 1}`)
            .join(', ');
    return `a${n}: &a${n} [${values}]\n`;
  });
  return `---\ntitle: Bomb\n${levels.join('')}---\n\nText.\n`;
}
