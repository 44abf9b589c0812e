/**
 * History: from the head of any feed to its oldest article (RFC 5005 §4; rules A-42 … A-48, J-05).
 */
import { expect } from 'chai';
import { FORMATS, type Format } from '../../src/feeds/feed.ts';
import { DOCUMENT_NAMES } from '../../src/feeds/feed-address.ts';
import { markdown } from './lantern-files.ts';
import { type Files, RunningService, TEST_SITE } from './running-service.ts';
import { until } from './until.ts';

const SHOWN = 10;
const SETTINGS = { feeds: { limit: SHOWN } };

/** Articles of as many hours, the first one the oldest. */
function articles(from: number, to: number): Files {
  const files: Record<string, string> = {};
  for (let number = from; number <= to; number++) files[`${number}.md`] = article(number);
  return files;
}

function article(number: number, fields: Readonly<Record<string, string>> = {}): string {
  const date = new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString();
  const section = number % 2 === 0 ? 'Town' : 'Harbour';
  return markdown({ title: `Number ${number}`, date, section, ...fields }, `The text of ${number}.`);
}

/** What a document holds, whatever its format. */
interface Found {
  readonly titles: readonly string[];
  readonly ids: readonly string[];
  readonly previous: string | undefined;
}

function found(format: Format, body: string): Found {
  if (format === 'json') {
    const { items, next_url } = JSON.parse(body) as {
      items: { id: string; title: string }[];
      next_url?: string;
    };
    return { titles: items.map(({ title }) => title), ids: items.map(({ id }) => id), previous: next_url };
  }
  const entries = body.split(format === 'rss' ? '<item>' : /<entry[^>]*>/).slice(1);
  const inner = (name: RegExp) => entries.map((entry) => name.exec(entry)![1]!);
  return {
    titles: inner(/<title>([^<]*)</),
    ids: inner(format === 'rss' ? /<guid[^>]*>([^<]*)</ : /<id>([^<]*)</),
    previous: link(body, 'prev-archive'),
  };
}

function link(body: string, rel: string): string | undefined {
  return new RegExp(`rel="${rel}"[^>]* href="([^"]*)"`).exec(body)?.[1];
}

describe('history (RFC 5005 §4, A-42 … A-48, J-05)', () => {
  let running: RunningService;
  afterEach(() => running.end());

  const numbers = ({ titles }: Found) => titles.map((title) => Number(/\d+/.exec(title)![0]));
  const pathOf = (url: string) => url.slice(TEST_SITE.baseUrl.length);

  async function document(format: Format, path = `/${DOCUMENT_NAMES[format]}`): Promise<Found> {
    const { status, body } = await running.get(path);
    expect(status, path).to.equal(200);
    return found(format, body.toString());
  }

  /** Every document from the head of a feed to its oldest page. */
  async function walk(format: Format, home = '/'): Promise<readonly Found[]> {
    const walked: Found[] = [];
    let path: string | undefined = home + DOCUMENT_NAMES[format];
    while (path !== undefined) {
      const at: Found = await document(format, path);
      walked.push(at);
      path = at.previous === undefined ? undefined : pathOf(at.previous);
    }
    return walked;
  }

  const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at);

  for (const format of FORMATS) {
    it(`leads from the head of every feed to each article exactly once, newest first (${format})`, async () => {
      running = await RunningService.over(articles(1, 47), { settings: SETTINGS });
      expect((await walk(format)).flatMap(numbers)).to.deep.equal(down(47, 1));
      const town = (await walk(format, '/sections/town/')).flatMap(numbers);
      expect(town).to.deep.equal(down(47, 1).filter((number) => number % 2 === 0));
    });

    it(`never changes a full page, whatever comes (${format})`, async () => {
      running = await RunningService.over(articles(1, 45), { settings: SETTINGS });
      const paths = [1, 2, 3].map((page) => `/archive/${page}/${DOCUMENT_NAMES[format]}`);
      const before = await Promise.all(paths.map((path) => running.text(path)));
      for (const [path, file] of Object.entries(articles(46, 80))) running.write(path, file);
      await until('the new ones are there', async () =>
        (await running.text('/feed.json')).includes('Number 80'),
      );
      expect((await walk(format)).flatMap(numbers)).to.deep.equal(down(80, 1));
      expect(await Promise.all(paths.map((path) => running.text(path)))).to.deep.equal(before);
      await running.stop();
      await running.start();
      expect(await Promise.all(paths.map((path) => running.text(path)))).to.deep.equal(before);
    });
  }

  it('links a page that is not full by the places it shows: what was linked never changes (A-46)', async () => {
    running = await RunningService.over(articles(1, 24), { settings: SETTINGS });
    expect((await document('atom')).previous).to.equal('https://lantern.example.org/archive/2-4/atom.xml');
    const moved = await running.get('/archive/2/atom.xml');
    expect([moved.status, moved.headers.location]).to.deep.equal([307, '/archive/2-4/atom.xml']);
    const four = numbers(await document('atom', '/archive/2-4/atom.xml'));
    expect(four).to.deep.equal([14, 13, 12, 11]);
    running.write('25.md', article(25));
    await until('it is there', async () => (await running.text('/feed.json')).includes('Number 25'));
    expect((await document('atom')).previous).to.equal('https://lantern.example.org/archive/2-5/atom.xml');
    expect(numbers(await document('atom', '/archive/2-4/atom.xml'))).to.deep.equal(four);
  });

  it('says on each page which feed it is of, and what is before and after (A-45)', async () => {
    running = await RunningService.over(articles(1, 35), { settings: SETTINGS });
    const first = await running.text('/archive/1/atom.xml');
    const second = await running.text('/archive/2/atom.xml');
    const base = 'https://lantern.example.org';
    expect(first).to.include('<fh:archive/>');
    expect(link(first, 'prev-archive')).to.equal(undefined);
    expect(link(first, 'next-archive')).to.equal(`${base}/archive/2/atom.xml`);
    expect(link(second, 'prev-archive')).to.equal(`${base}/archive/1/atom.xml`);
    expect(link(second, 'current')).to.equal(`${base}/atom.xml`);
    expect(link(second, 'self')).to.equal(`${base}/archive/2/atom.xml`);
    expect((await running.get('/archive/2/atom.xml')).headers.link, 'by its header too (H-56)').to.equal(
      `<${base}/archive/2/atom.xml>; rel="self"; type="application/atom+xml", ` +
        `<${base}/atom.xml>; rel="current"; type="application/atom+xml"`,
    );
    expect(await running.text('/atom.xml')).not.to.include('fh:');
    expect(JSON.parse(await running.text('/archive/1/feed.json'))).not.to.have.property('next_url');
  });

  it('lets caches keep a page for a day, and revalidates it', async () => {
    running = await RunningService.over(articles(1, 35), { settings: SETTINGS });
    const { headers } = await running.get('/archive/1/rss.xml');
    expect(headers['cache-control']).to.include('max-age=86400');
    const again = await running.get('/archive/1/rss.xml', { 'If-None-Match': headers.etag! });
    expect(again.status).to.equal(304);
  });

  it('knows no page beyond those there are', async () => {
    running = await RunningService.over(articles(1, 35), { settings: SETTINGS });
    for (const path of ['/archive/0/rss.xml', '/archive/4/rss.xml', '/archive/3-9/rss.xml', '/archive/1/'])
      expect((await running.get(path)).status, path).to.equal(404);
  });

  it('has none for a feed that shows everything', async () => {
    running = await RunningService.over(articles(1, SHOWN), { settings: SETTINGS });
    expect((await walk('rss')).length).to.equal(1);
    expect((await running.get('/archive/1/rss.xml')).status).to.equal(404);
  });

  it('shows a late arrival in the subscription document first, and keeps it afterwards (A-47)', async () => {
    running = await RunningService.over(articles(2, 30), { settings: SETTINGS });
    running.write('1.md', article(1));
    await until('it is there', async () => numbers(await document('json')).includes(1));
    expect(numbers(await document('json'))).to.have.length(SHOWN);
    expect((await walk('json')).flatMap(numbers).sort((a, b) => a - b)).to.deep.equal(down(30, 1).reverse());
  });

  it("puts a bulk of old articles into the archive, and into nobody's inbox", async () => {
    running = await RunningService.over(articles(21, 50), { settings: SETTINGS });
    const before = numbers(await document('json'));
    await running.stop();
    for (const [path, file] of Object.entries(articles(1, 20))) running.write(path, file);
    await running.start();
    expect(numbers(await document('json'))).to.deep.equal(before);
    expect((await walk('json')).flatMap(numbers).sort((a, b) => a - b)).to.deep.equal(down(50, 1).reverse());
  });

  it('shows the correction of an archived article in the subscription document, and on its page (A-47)', async () => {
    running = await RunningService.over(articles(1, 30), { settings: SETTINGS });
    running.write('5.md', article(5, { correction: 'It was the other boat.' }));
    await until('it is there', async () => (await running.text('/atom.xml')).includes('the other boat'));
    expect(numbers(await document('atom')))
      .to.include(5)
      .and.to.have.length(SHOWN);
    expect(await running.text('/archive/1/atom.xml')).to.include('the other boat');
  });

  it('brings nothing back when something newer is withdrawn: no reader sees an old article as new', async () => {
    running = await RunningService.over(articles(1, 30), { settings: SETTINGS });
    running.remove('30.md');
    await until('it is gone', async () => !numbers(await document('json')).includes(30));
    expect(numbers(await document('json'))).to.deep.equal(down(29, 21));
    running.remove('15.md');
    await until(
      'it is gone',
      async () => !(await running.text('/archive/2-10/feed.json')).includes('Number 15'),
    );
    expect((await walk('json')).flatMap(numbers)).to.deep.equal(
      down(29, 1).filter((number) => number !== 15),
    );
  });

  it('takes articles back from the last pages when feeds are made larger', async () => {
    running = await RunningService.over(articles(1, 30), { settings: SETTINGS });
    await running.stop();
    await running.start({ settings: { feeds: { limit: 15 } } });
    expect(numbers(await document('json'))).to.deep.equal(down(30, 16));
    expect((await walk('json')).flatMap(numbers)).to.deep.equal(down(30, 1));
  });

  it('holds fewer articles where they are long (C-40)', async () => {
    const long = Object.fromEntries(
      Object.entries(articles(1, 12)).map(([path, file]) => [
        path,
        `${file}${'And the tide rose. '.repeat(300)}\n`,
      ]),
    );
    running = await RunningService.over(long, { settings: { feeds: { limit: SHOWN, kilobytes: 20 } } });
    const { body } = await running.get('/feed.json');
    expect(body.length).to.be.below(24_000);
    expect(numbers(await document('json')).length).to.be.within(2, 4);
    expect((await walk('json')).flatMap(numbers)).to.deep.equal(down(12, 1));
  });

  it('holds no more because long articles came again (C-40, A-47)', async () => {
    const long = (number: number, fields = {}) =>
      `${article(number, fields)}${'And the tide rose. '.repeat(300)}\n`;
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at + 1}.md`, long(at + 1)]));
    running = await RunningService.over(files, { settings: { feeds: { limit: 50, kilobytes: 20 } } });
    expect(numbers(await document('json'))).to.deep.equal(down(12, 10));
    for (const number of [1, 2, 3, 4]) {
      running.write(`${number}.md`, long(number, { correction: `It was boat ${number}.` }));
      await until('it is corrected', async () =>
        (await running.text('/feed.json')).includes(`It was boat ${number}.`),
      );
    }
    const { body } = await running.get('/feed.json');
    expect(body.length).to.be.below(24_000);
    expect(numbers(await document('json'))).to.include.members([12, 4]);
    const [, ...archive] = await walk('json');
    const archived = archive.flatMap(numbers);
    expect(archived).to.deep.equal([...new Set(archived)]);
    expect([...new Set([...numbers(await document('json')), ...archived])]).to.have.members(down(12, 1));
  });
});
