import { cpSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { LANTERN_FILES, markdown } from './http/lantern-files.ts';
import { RunningService } from './http/running-service.ts';
import { SlowWriter } from './http/slow-writer.ts';
import { until } from './http/until.ts';

/** The goal is 200 ms; a busy machine is given more before it is called a failure. */
const LIMIT_MS = 1_000;

const FEEDS = ['/rss.xml', '/atom.xml', '/feed.json'];

describe('a folder that changes while it is served', () => {
  let running: RunningService;

  beforeEach(async () => {
    running = await RunningService.over(LANTERN_FILES);
    await Promise.all(FEEDS.map((path) => running.get(path)));
  });
  afterEach(() => running.end());

  const article = (title: string, body = 'Text.') => markdown({ title, date: '2025-09-10' }, body);

  /** Waits until all formats show a text, or show it no longer. */
  async function shown(text: string, isShown = true): Promise<void> {
    await until(
      `the feeds ${isShown ? '' : 'no longer '}show ${text}`,
      async () =>
        (await Promise.all(FEEDS.map((path) => running.text(path)))).every(
          (feed) => feed.includes(text) === isShown,
        ),
      LIMIT_MS,
    );
  }

  const ways: [what: string, write: (content: string) => void][] = [
    ['in place', (content) => running.write('harbour/lamp.md', content)],
    [
      'by rename, as editors do',
      (content) => {
        writeFileSync(running.pathOf('harbour/.lamp.md.swp'), content);
        renameSync(running.pathOf('harbour/.lamp.md.swp'), running.pathOf('harbour/lamp.md'));
      },
    ],
    [
      'by rename, with a backup of the old one',
      (content) => {
        renameSync(running.pathOf('harbour/lamp.md'), running.pathOf('harbour/lamp.md~'));
        running.write('harbour/lamp.md', content);
      },
    ],
    [
      'by removal and return',
      (content) => {
        running.remove('harbour/lamp.md');
        running.write('harbour/lamp.md', content);
      },
    ],
  ];
  it('is taken in when another folder takes its place, as when a site is deployed', async () => {
    const next = running.outside('next');
    cpSync(running.articles, next, { recursive: true });
    writeFileSync(join(next, 'harbour/deployed.md'), article('Deployed by rename'));
    renameSync(running.articles, running.outside('previous'));
    renameSync(next, running.articles);
    await shown('Deployed by rename');
    running.write('harbour/deployed.md', article('Watched where it is'));
    await shown('Watched where it is');
  });

  it('is told of at once when it is taken away, and keeps what is published', async () => {
    const before = await running.get('/rss.xml');
    renameSync(running.articles, running.outside('away'));
    const trouble = async () => JSON.parse(await running.text('/readyz')).trouble;
    await until('it is told', async () => (await trouble()) === 'ENOENT', LIMIT_MS);
    expect((await running.get('/rss.xml')).headers.etag).to.equal(before.headers.etag);
    renameSync(running.outside('away'), running.articles);
    await until('it is over', async () => (await trouble()) === undefined, 3 * LIMIT_MS);
    expect((await running.get('/rss.xml')).headers.etag).to.equal(before.headers.etag);
  });

  for (const [what, write] of ways) {
    it(`shows an article that is saved ${what}, as the same article`, async () => {
      const [, id] = /<guid[^>]*>([^<]*harbour\/lamp)</.exec(await running.text('/rss.xml'))!;
      write(article('The lamp is lit', 'A second keeper came.'));
      await shown('A second keeper came.');
      const feed = await running.text('/rss.xml');
      expect(feed).to.include(`>${id}<`);
      expect(feed.match(/<item>/g)).to.have.length(5);
    });
  }

  it('changes tag and Last-Modified with the bytes, in every format (H-11, H-13, H-20)', async () => {
    const before = await Promise.all(FEEDS.map((path) => running.get(path)));
    running.write('town/new.md', article('Something new'));
    await shown('Something new');
    for (const [at, path] of FEEDS.entries()) {
      const { headers } = await running.get(path);
      expect(headers.etag).to.not.equal(before[at]!.headers.etag);
      expect(Date.parse(headers['last-modified']!)).to.be.at.least(
        Date.parse(before[at]!.headers['last-modified']!),
      );
      expect((await running.get(path, { 'If-None-Match': before[at]!.headers.etag })).status).to.equal(200);
    }
  });

  it('leaves feeds alone that do not show the article (H-11, H-12)', async () => {
    const before = await running.get('/tags/light/rss.xml');
    running.write('town/new.md', article('Something new'));
    await shown('Something new');
    const after = await running.get('/tags/light/rss.xml');
    expect(after.headers.etag).to.equal(before.headers.etag);
    expect(after.body.equals(before.body)).to.equal(true);
  });

  it('shows an article in a new folder', async () => {
    running.write('islands/north/seal.md', article('Seals counted'));
    await shown('Seals counted');
    expect((await running.get('/sections/islands/rss.xml')).status).to.equal(200);
    running.write('islands/north/second.md', article('Counted again'));
    await shown('Counted again');
  });

  it('shows the articles of a folder that is moved in, and forgets those of one that is moved out', async () => {
    mkdirSync(running.outside('islands'));
    writeFileSync(join(running.outside('islands'), 'seal.md'), article('Seals counted'));
    renameSync(running.outside('islands'), running.pathOf('islands'));
    await shown('Seals counted');
    renameSync(running.pathOf('islands'), running.outside('islands'));
    await shown('Seals counted', false);
    expect((await running.get('/articles/seals-counted')).status).to.equal(410);
  });

  it('keeps an article that is renamed, and one whose folder is renamed', async () => {
    const [, id] = /<guid[^>]*>([^<]*harbour\/lamp)</.exec(await running.text('/rss.xml'))!;
    renameSync(running.pathOf('harbour/lamp.md'), running.pathOf('harbour/light.md'));
    renameSync(running.pathOf('town'), running.pathOf('city'));
    running.write('harbour/marker.md', article('Marker'));
    await shown('Marker');
    await until(
      'the section has moved',
      async () => (await running.get('/sections/city/rss.xml')).status === 200,
    );
    const feed = await running.text('/rss.xml');
    expect(feed).to.include(`>${id}<`);
    expect(feed.match(/<item>/g)).to.have.length(6);
    for (const slug of ['the-lamp-is-lit', 'bridge-opens-on-monday'])
      expect((await running.get(`/articles/${slug}`)).status, slug).to.equal(200);
  });

  it('takes an article out when its file is deleted, and answers 410', async () => {
    running.remove('harbour/lamp.md');
    await shown('The lamp is lit', false);
    expect((await running.get('/articles/the-lamp-is-lit')).status).to.equal(410);
  });

  it('takes the articles of a deleted folder out', async () => {
    running.remove('harbour');
    await shown('The lamp is lit', false);
    await shown('Ferry waits', false);
  });

  it('publishes no file that somebody is still writing, however long it takes', async () => {
    const file = running.pathOf('harbour/long.md');
    const writer = new SlowWriter(file);
    try {
      await writer.write('---\ntitle: A long one\ndate: 2025-09-10\n---\n\nThe first half.\n');
      for (const name of ['One', 'Two', 'Three']) {
        running.write(`harbour/${name}.md`, article(`Marker ${name}`));
        await shown(`Marker ${name}`);
        await shown('A long one', false);
        // The writer was last seen a minute ago: it may have gone for a coffee, and has the file open all the same.
        utimesSync(file, Date.now() / 1000 - 60, Date.now() / 1000 - 60);
      }
      await writer.write('\nThe second half.\n');
    } finally {
      await writer.close();
    }
    await shown('The second half.');
  });

  it('keeps the last good version while somebody rewrites a file', async () => {
    const writer = new SlowWriter(running.pathOf('harbour/lamp.md'));
    try {
      await writer.write('');
      running.write('harbour/marker.md', article('Marker'));
      await shown('Marker');
      expect(await running.text('/rss.xml')).to.include('The lamp is lit');
      await writer.write(article('The lamp is out'));
    } finally {
      await writer.close();
    }
    await shown('The lamp is out');
  });

  it('keeps the last good version of a file that becomes faulty, tells of it once, and takes the next good one', async () => {
    running.write('harbour/lamp.md', '---\ntitle: "The lamp is\n---\n\nBroken.\n');
    await until('the fault is counted', async () => (await running.readiness()).faults === 1, LIMIT_MS);
    expect(await running.text('/rss.xml'))
      .to.include('The lamp is lit')
      .and.not.include('Broken.');
    expect((await running.get('/articles/the-lamp-is-lit')).status).to.equal(200);
    const told = running.events.filter(({ path }) => path === 'harbour/lamp.md');
    expect(told).to.have.length(1);
    expect(told[0]).to.include({ severity: 'error' }).and.to.have.property('line');
    running.write('harbour/lamp.md', article('The lamp is mended'));
    await shown('The lamp is mended');
    expect((await running.readiness()).faults).to.equal(0);
  });

  it('goes on watching a folder that was removed and made again at once, as site generators do', async () => {
    for (const title of ['Once', 'Twice']) {
      running.remove('town');
      running.write('town/bridge.md', article(`${title} again`));
      await shown(`${title} again`);
      running.write('town/later.md', article(`${title} later`));
      await shown(`${title} later`);
    }
  });

  it('takes an article into the feeds of its new tags and out of the old ones', async () => {
    running.write(
      'harbour/lamp.md',
      markdown({ title: 'The lamp is lit', date: '2025-09-05', tags: '[oil]' }, 'New.'),
    );
    await until(
      'the new tag has a feed',
      async () => (await running.get('/tags/oil/rss.xml')).status === 200,
      LIMIT_MS,
    );
    expect(await running.text('/tags/oil/rss.xml')).to.include('The lamp is lit');
    const old = await running.get('/tags/light/rss.xml');
    expect(old.status).to.equal(200);
    expect(old.body.toString()).to.not.include('The lamp is lit');
  });

  it('passes over what is no article', async () => {
    const { change } = await running.readiness();
    running.write('harbour/.hidden.md', article('Hidden'));
    running.write('.git/HEAD.md', article('Hidden'));
    running.write('node_modules/a/readme.md', article('Hidden'));
    running.write('harbour/draft.md~', article('Hidden'));
    running.write('harbour/notes.docx', 'Hidden');
    running.write('harbour/marker.md', article('Marker'));
    await shown('Marker');
    expect(await running.text('/rss.xml')).to.not.include('Hidden');
    expect((await running.readiness()).change).to.equal(change + 1);
  });

  it('takes in a hundred files that come at once', async () => {
    for (let n = 0; n < 100; n++) running.write(`many/file-${n}.md`, article(`Number ${n}`));
    await until(
      'all have pages',
      async () => (await running.text('/sitemap.xml')).match(/\/articles\/number-/g)?.length === 100,
    );
  });
});
