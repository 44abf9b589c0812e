import { execFile } from 'node:child_process';
import { renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { pino } from 'pino';
import { FORMATS } from '../src/feeds/feed.ts';
import { documentPath } from '../src/feeds/feed-address.ts';
import { Intake } from '../src/intake/intake.ts';
import { Ledger } from '../src/ledger/ledger.ts';
import { CODINGS } from '../src/render/representation.ts';
import { HandClock } from './http/hand-clock.ts';
import { LANTERN_FILES, markdown } from './http/lantern-files.ts';
import { RunningService, TEST_SITE } from './http/running-service.ts';
import { until } from './http/until.ts';

const FEEDS = ['', 'sections/harbour', 'tags/boats', 'authors/ada-quill'];
const PAGES = ['/', '/articles/the-lamp-is-lit', '/sections/harbour/', '/opml.xml', '/sitemap.xml'];

/** What a reader keeps of one article. */
interface Kept {
  readonly id: string;
  readonly url: string;
  readonly date_published: string;
  readonly date_modified: string;
}

describe('a restart (design invariant 2)', () => {
  let running: RunningService;
  let clock: HandClock;

  beforeEach(async () => {
    clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(LANTERN_FILES, { clock });
    clock.set('2025-10-02T10:00:00Z');
  });
  afterEach(() => running.end());

  /** Bytes and validators of every document, in every coding. */
  async function everything(): Promise<Readonly<Record<string, string>>> {
    const found: Record<string, string> = {};
    const addresses = [
      ...FEEDS.flatMap((key) => FORMATS.map((format) => documentPath(key, format))),
      ...PAGES,
    ];
    for (const path of addresses) {
      for (const coding of CODINGS) {
        const { status, headers, body } = await running.get(path, { 'Accept-Encoding': coding });
        found[`${path} ${coding}`] = [
          status,
          headers.etag,
          headers['last-modified'],
          body.toString('base64'),
        ].join(' ');
      }
    }
    return found;
  }

  async function kept(): Promise<readonly Kept[]> {
    const { items } = JSON.parse(await running.text('/feed.json')) as { readonly items: readonly Kept[] };
    return items.map(({ id, url, date_published, date_modified }) => ({
      id,
      url,
      date_published,
      date_modified,
    }));
  }

  async function restart(between: () => void = () => {}): Promise<void> {
    await running.stop();
    between();
    await running.start();
  }

  it('changes no byte, no tag and no date of any feed in any coding', async () => {
    const before = await everything();
    for (const now of ['2025-10-02T11:00:00Z', '2026-01-01T00:00:00Z', '2025-09-30T00:00:00Z']) {
      await restart(() => clock.set(now));
      if (now > '2025-10-02') expect(await everything(), now).to.deep.equal(before);
      else expect((await running.get('/rss.xml', { 'If-None-Match': '*' })).status).to.equal(304);
    }
    expect(running.events.filter(({ msg }) => msg === 'published')).to.deep.equal([]);
  });

  it('serves from the ledger at once, before the folder is looked at', async () => {
    const before = await running.get('/rss.xml');
    await running.stop();
    renameSync(running.articles, running.outside('elsewhere'));
    await running.start({ clock, isTakenIn: false });
    const answer = await running.get('/rss.xml', { 'If-None-Match': before.headers.etag });
    expect(answer.status).to.equal(304);
    renameSync(running.outside('elsewhere'), running.articles);
  });

  it('withdraws nothing when the folder is not there', async () => {
    await running.stop();
    renameSync(running.articles, running.outside('elsewhere'));
    await running.start();
    expect(await kept()).to.have.length(5);
    renameSync(running.outside('elsewhere'), running.articles);
  });

  it('serves no empty feed after a first start that was killed before it had an article', async () => {
    await running.stop();
    rmSync(running.data, { recursive: true });
    const ledger = await Ledger.open(running.data, { clock, authority: TEST_SITE.authority });
    await ledger.noteSettings('of that start');
    await ledger.close();
    await running.start({ isTakenIn: false });
    let answer = await running.get('/rss.xml');
    while (answer.status === 503) answer = await running.get('/rss.xml');
    expect(answer.body.toString()).to.include('<item>');
    await running.service.takenIn;
  });

  it('reads no file when nothing has changed, and one when one has', async () => {
    await running.stop();
    running.write('town/bridge.md', markdown({ title: 'Bridge opens on Tuesday', date: '2025-09-02' }));
    for (const expected of [1, 0]) {
      const ledger = await Ledger.open(running.data, { clock, authority: TEST_SITE.authority });
      let filesRead = 0;
      const intake = new Intake({
        root: running.articles,
        site: TEST_SITE,
        ledger,
        clock,
        log: pino({ level: 'silent' }),
        onChange: async () => {},
        onProgress: (files) => {
          filesRead = files;
        },
      });
      await intake.takeIn();
      await intake.close();
      await ledger.close();
      expect(filesRead).to.equal(expected);
    }
  });

  it('takes no date from a touched file, be it touched before or after the start', async () => {
    const touch = () => {
      for (const path of Object.keys(LANTERN_FILES))
        utimesSync(running.pathOf(path), 1_000_000_000, 2_000_000_000);
    };
    const before = await everything();
    await restart(touch);
    expect(await everything()).to.deep.equal(before);
    for (const path of Object.keys(LANTERN_FILES))
      utimesSync(running.pathOf(path), 1_100_000_000, 1_100_000_000);
    running.write('town/marker.md', markdown({ title: 'Marker', date: '2025-01-01' }));
    await until('the marker is there', async () => (await running.text('/rss.xml')).includes('Marker'));
    expect((await kept()).slice(0, 5).map(({ date_modified }) => date_modified)).to.not.include(
      '2025-10-02T10:00:00Z',
    );
    running.remove('town/marker.md');
    await until('the marker is gone', async () => !(await running.text('/rss.xml')).includes('Marker'));
    expect((await running.get('/tags/boats/rss.xml')).headers.etag).to.equal(
      before['/tags/boats/rss.xml identity']!.split(' ')[1],
    );
  });

  it('keeps ids and dates when BASE_URL changes, and moves the links', async () => {
    const before = await kept();
    await running.stop();
    await running.start({
      clock,
      site: { baseUrl: 'https://harbour.example.net/news', authority: 'harbour.example.net' },
    });
    const after = await kept();
    expect(after.map(({ url }) => new URL(url).origin)).to.deep.equal(
      after.map(() => 'https://harbour.example.net'),
    );
    const identity = ({ id, date_published, date_modified }: Kept) => ({ id, date_published, date_modified });
    expect(after.map(identity)).to.deep.equal(before.map(identity));
    expect(after[0]!.id).to.match(/^tag:lantern\.example\.org,/);
    expect(await running.text('/rss.xml')).to.not.include('https://lantern.example.org');
  });

  it('moves tags and Last-Modified when a setting changes what feeds show (H-11, H-20)', async () => {
    const before = await running.get('/rss.xml');
    await running.stop();
    await running.start({ clock, site: { title: 'The New Lantern' } });
    const after = await running.get('/rss.xml', { 'If-None-Match': before.headers.etag });
    expect(after.status).to.equal(200);
    expect(Date.parse(after.headers['last-modified']!)).to.be.greaterThan(
      Date.parse(before.headers['last-modified']!),
    );
  });

  it('mints the same ids again for dated files when the whole ledger is lost', async () => {
    const dated = (all: readonly Kept[]) =>
      all.filter(({ id }) => !id.includes('choir')).map(({ id, url }) => ({ id, url }));
    const before = dated(await kept());
    await restart(() => rmSync(running.data, { recursive: true }));
    expect(dated(await kept())).to.deep.equal(before);
    expect(before).to.have.length(4);
  });

  it('notices what happened meanwhile: a file written, renamed, deleted', async () => {
    const [, lamp, ferry] = await kept();
    await restart(() => {
      running.write('town/new.md', markdown({ title: 'Something new', date: '2025-10-02' }));
      renameSync(running.pathOf('harbour/ferry.md'), running.pathOf('town/ferry-news.md'));
      running.remove('harbour/lamp.md');
    });
    const after = await kept();
    expect(after.map(({ id }) => id))
      .to.include(ferry!.id)
      .and.not.include(lamp!.id);
    expect(after).to.have.length(5);
    expect(after.find(({ id }) => id === ferry!.id)).to.include({
      date_published: ferry!.date_published,
      url: ferry!.url,
    });
    expect((await running.get('/articles/the-lamp-is-lit')).status).to.equal(410);
    expect(await running.text('/feed.json')).to.include('Something new');
  });

  it('remembers faults, and logs them no second time', async () => {
    running.write('town/broken.md', '---\ntitle: "open\n---\n\nText.\n');
    await until('the fault is counted', async () => (await running.readiness()).faults === 1);
    await restart();
    expect((await running.readiness()).faults).to.equal(1);
    expect(running.events.filter(({ path }) => path === 'town/broken.md')).to.deep.equal([]);
  });

  it('never lets Last-Modified run ahead of Date, nor back (H-13)', async () => {
    const modified = async () => Date.parse((await running.get('/rss.xml')).headers['last-modified']!);
    let last = await modified();
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      running.write('town/bridge.md', markdown({ title, date: '2025-09-02' }));
      await until(`${title} is there`, async () =>
        (await running.text('/rss.xml')).includes(`<title>${title}</title>`),
      );
      const now = await modified();
      expect(now).to.be.at.least(last).and.at.most(clock.now().getTime());
      last = now;
    }
    clock.advance(10);
    expect(await modified()).to.be.at.least(last);
  });
});

describe('the zone of the machine (F-12, T-46)', () => {
  async function documentsIn(zone: string): Promise<Record<string, string>> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'feeds-of-a-zone.ts')],
      { env: { ...process.env, TZ: zone }, maxBuffer: 10_000_000 },
    );
    return JSON.parse(stdout);
  }

  it('changes no byte of any document or page', async () => {
    const zones = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC'];
    const all = await Promise.all(zones.map(documentsIn));
    const offsets = all.map(({ offset }) => offset);
    expect(new Set(offsets).size, offsets.join(' ')).to.equal(zones.length);
    const [first, ...others] = all.map(({ offset: _, ...documents }) => documents);
    expect(Object.values(first!).join('')).to.include('In words').and.include('Wire copy with a date');
    for (const other of others) expect(other).to.deep.equal(first);
  });
});

describe('the id of a feed (A-14)', () => {
  it('stays when the site moves, and forgets a name of this machine as soon as there is a public one', async () => {
    const running = await RunningService.over(
      { 'a.md': '---\ntitle: A\n---\nText.\n' },
      {
        site: { authority: 'localhost', baseUrl: 'http://localhost:3000' },
      },
    );
    const id = async () => /<id>([^<]*)</.exec(await running.text('/atom.xml'))?.[1];
    try {
      expect(await id()).to.equal('tag:localhost,2025:feed');
      for (const host of ['first.example.org', 'second.example.org', 'localhost']) {
        await running.stop();
        await running.start({ site: { authority: host, baseUrl: `https://${host}` } });
        expect(await id(), host).to.equal('tag:first.example.org,2025:feed');
      }
    } finally {
      await running.end();
    }
  });
});
