/**
 * From an old feed to what readers get: ids, isPermaLink and dates exactly as they were (R-33 … R-37,
 * A-14 … A-17, J-11).
 */
import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type AdoptionPlan, planAdoption } from '../../src/adopt/plan-adoption.ts';
import { readOldFeed } from '../../src/adopt/read-old-feed.ts';
import { FORMATS } from '../../src/feeds/feed.ts';
import { documentPath } from '../../src/feeds/feed-address.ts';
import { exportLedger } from '../../src/ledger/export-ledger.ts';
import { importLedger } from '../../src/ledger/import-ledger.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { whyText } from '../../src/why-command.ts';
import { HandClock } from '../http/hand-clock.ts';
import { markdown } from '../http/lantern-files.ts';
import { RunningService, TEST_SITE } from '../http/running-service.ts';
import { until } from '../http/until.ts';
import * as old from './old-documents.ts';

const FILES = {
  'harbour/lamp.md': markdown({ title: 'The lamp is lit', date: '2025-09-05' }, `${old.TEXTS.lamp}\n`),
  'harbour/ferry.md': markdown({ title: '\'"Bread & butter": the ferry’s wait\'' }, `${old.TEXTS.ferry}\n`),
  'town/new.md': markdown({ title: 'Quite new', date: '2025-09-07' }, 'Never seen before.\n'),
};

/** What readers see of one article in each format. */
interface Seen {
  readonly rss: string;
  readonly atom: string;
  readonly json: { readonly id: string; readonly date_published: string; readonly date_modified: string };
}

describe('an old feed, adopted', () => {
  let running: RunningService;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock('2025-10-01T10:00:00Z');
    running = await RunningService.over(FILES, { clock });
  });
  afterEach(() => running.end());

  /** Adopts documents one after the other, with the service stopped. */
  async function adopted(...documents: readonly string[]): Promise<readonly AdoptionPlan[]> {
    await running.stop();
    const ledger = await Ledger.open(running.data, { clock, authority: TEST_SITE.authority });
    const plans: AdoptionPlan[] = [];
    try {
      for (const document of documents) {
        const plan = await planAdoption(ledger.articles, readOldFeed(Buffer.from(document)), clock.now());
        plans.push(plan);
        await ledger.adopt(plan.adopted.map(({ adoption }) => adoption));
      }
    } finally {
      await ledger.close();
    }
    await running.start();
    return plans;
  }

  async function seen(headline: string): Promise<Seen> {
    const between = (text: string, tag: string) =>
      [...text.matchAll(new RegExp(`<${tag}[ >][^]*?</${tag}>`, 'g'))].map(([one]) => one);
    const has = (one: string) => one.includes(`<title>${headline}`);
    const { items } = JSON.parse(await running.text('/feed.json')) as {
      readonly items: readonly (Seen['json'] & { readonly title: string })[];
    };
    return {
      rss: between(await running.text('/rss.xml'), 'item').find(has)!,
      atom: between(await running.text('/atom.xml'), 'entry').find(has)!,
      json: items.find(({ title }) => title.startsWith(headline))!,
    };
  }

  it('keeps a WordPress guid and its date in every format, and leaves the address alone', async () => {
    const before = await running.get('/rss.xml');
    const [plan] = await adopted(old.WORDPRESS);
    expect(plan!.adopted.map(({ article }) => article.path)).to.deep.equal([
      'harbour/lamp.md',
      'harbour/ferry.md',
    ]);
    expect(plan!.refused.map(({ why }) => why)).to.deep.equal(['no live article is like it']);
    const { rss, atom, json } = await seen('The lamp');
    expect(rss).to.include('<guid isPermaLink="false">https://old.example.org/?p=12</guid>');
    expect(rss).to.include('<pubDate>Fri, 05 Sep 2025 07:41:07 GMT</pubDate>');
    expect(rss).to.include('<link>https://lantern.example.org/articles/the-lamp-is-lit</link>');
    expect(atom).to.include('<id>https://old.example.org/?p=12</id>');
    expect(atom).to.include('<published>2025-09-05T07:41:07Z</published>');
    expect(atom).to.include('<updated>2025-09-05T07:41:07Z</updated>');
    expect(json).to.include({ id: 'https://old.example.org/?p=12', date_published: '2025-09-05T07:41:07Z' });
    const after = await running.get('/rss.xml');
    expect(after.headers.etag).not.to.equal(before.headers.etag);
    const later = await running.get('/rss.xml', { 'If-None-Match': String(before.headers.etag) });
    expect(later.status, 'validators move').to.equal(200);
    expect((await running.get('/articles/the-lamp-is-lit')).status).to.equal(200);
  });

  it('keeps what each format had: the RSS guid, the Atom id, the JSON id', async () => {
    await adopted(old.HUGO, old.JEKYLL, old.JSON_1_1);
    const { rss, atom, json } = await seen('The lamp');
    expect(rss).to.include('<guid isPermaLink="true">https://old.example.org/harbour/lamp/</guid>');
    expect(atom).to.include('<id>https://old.example.org/2025/09/05/lamp</id>');
    expect(atom).to.include('<published>2025-09-05T07:41:07Z</published>');
    expect(atom).to.include('<updated>2025-09-06T10:00:00Z</updated>');
    expect(json.id).to.equal('65f0c1d2e3a4b5c6d7e8f901');
  });

  it('gives a format the id of another only where it can hold it (A-14, R-35)', async () => {
    await adopted(old.GHOST);
    const ghost = await seen('The lamp');
    expect(ghost.rss).to.include('<guid isPermaLink="false">65f0c1d2e3a4b5c6d7e8f901</guid>');
    expect(ghost.atom, 'no IRI').to.include('<id>tag:lantern.example.org,2025-09-05:harbour/lamp</id>');
    expect(ghost.json.id).to.equal('65f0c1d2e3a4b5c6d7e8f901');
  });

  it('does not take a bare number from JSON for a guid (R-35)', async () => {
    await adopted(old.JSON_1_0);
    const { rss, atom, json } = await seen('The lamp');
    expect(json.id).to.equal('12');
    expect(rss).to.include('>tag:lantern.example.org,2025-09-05:harbour/lamp</guid>');
    expect(atom).to.include('<id>tag:lantern.example.org,2025-09-05:harbour/lamp</id>');
  });

  it('stays adopted when the file is renamed and edited at once, and after a restart', async () => {
    await adopted(old.WORDPRESS);
    running.remove('harbour/lamp.md');
    running.write('town/lantern.md', FILES['harbour/lamp.md'].replace('lit\n', 'lit again\n'));
    await until('the edit is published', async () => (await running.text('/rss.xml')).includes('lit again'));
    await running.stop();
    await running.start();
    const { rss } = await seen('The lamp is lit again');
    expect(rss).to.include('>https://old.example.org/?p=12</guid>');
    expect(rss).to.include('<pubDate>Fri, 05 Sep 2025 07:41:07 GMT</pubDate>');
  });

  it('moves nothing when it is adopted again', async () => {
    await adopted(old.WORDPRESS);
    const change = (await running.service.ledger.lastChange()).number;
    const { etag } = (await running.get('/rss.xml')).headers;
    const [plan] = await adopted(old.WORDPRESS);
    expect(plan!.adopted.every(({ isKnown }) => isKnown)).to.equal(true);
    expect((await running.service.ledger.lastChange()).number).to.equal(change);
    expect((await running.get('/rss.xml')).headers.etag).to.equal(etag);
  });

  it('is in the text of the ledger, and comes back byte by byte', async () => {
    await adopted(old.HUGO, old.JEKYLL, old.JSON_1_0);
    const everything = async () =>
      Promise.all(
        FORMATS.map(async (format) => (await running.get(documentPath('', format))).body.toString()),
      );
    const before = await everything();
    await running.stop();
    const text = [...exportLedger(running.data)].join('');
    expect(text).to.include(
      '"adopted":{"atom":"https://old.example.org/2025/09/05/lamp","json":"12","rss":"https://old',
    );
    expect(text).to.include('"guid_is_permalink":1');
    rmSync(running.data, { recursive: true });
    await importLedger(running.data, text.trimEnd().split('\n'), 'ledger.jsonl');
    expect([...exportLedger(running.data)].join('')).to.equal(text);
    expect(verifyLedger(running.data).problems).to.deep.equal([]);
    await running.start();
    expect(await everything()).to.deep.equal(before);
  });

  it('is told by why, which finds the article by its old id', async () => {
    await adopted(old.WORDPRESS);
    const known = await running.service.ledger.history.explain('https://old.example.org/?p=12', () => ({
      articles: 50,
      bytesMax: 512_000,
    }));
    expect(whyText(known!)).to.match(/^The lamp is lit\n/);
    expect(whyText(known!)).to.include(
      '  adopted    https://old.example.org/?p=12 (RSS, isPermaLink="false")\n',
    );
  });

  it('keeps a new file from taking an adopted id (R-33)', async () => {
    await adopted(old.WORDPRESS);
    running.write('town/thief.md', markdown({ title: 'A thief', id: '"https://old.example.org/?p=12"' }));
    await until('the fault is noticed', async () => (await running.service.ledger.files.faultCount()) > 0);
    const [fault] = await running.service.ledger.files.faults();
    expect(fault?.what).to.include('which harbour/lamp.md has already');
  });
});

describe('planAdoption: what is refused', () => {
  let running: RunningService;
  before(async () => {
    running = await RunningService.over(
      { ...FILES, 'town/draft.md': markdown({ title: 'A draft', date: '2025-09-08', draft: 'true' }) },
      { clock: new HandClock('2025-10-01T10:00:00Z') },
    );
  });
  after(() => running.end());

  const DRAFT = 'tag:lantern.example.org,2025-09-08:town/draft';
  const guid = (id: string) => `<guid isPermaLink="false">${id}</guid>`;
  const lamp = (more: string) => `<item><title>The lamp is lit</title>${more}</item>`;
  const cases: readonly (readonly [string, string, RegExp, number])[] = [
    ['the id of another article', lamp(guid(DRAFT)), /^another article has its id already: tag:lantern/, 0],
    ['one id of two articles', `${lamp(guid('a'))}<item><title>Quite new</title>${guid('a')}</item>`, /^its id is that of several items/, 0],
    ['neither id nor link', lamp(''), /^it has neither an id nor a link$/, 0],
    ['an id too long', lamp(guid('x'.repeat(1_001))), /^no document can hold its id/, 0],
    ['an id of two lines', lamp(guid('x\ny')), /^no document can hold its id/, 0],
    ['an item that the document holds twice', lamp(guid('a')) + lamp(guid('a')), /^the old feed holds it twice$/, 1],
  ]; // biome-ignore format: one case a line
  for (const [what, items, why, adopted] of cases) {
    it(`refuses ${what}`, async () => {
      const feed = readOldFeed(Buffer.from(`<rss><channel>${items}</channel></rss>`));
      const plan = await planAdoption(
        running.service.ledger.articles,
        feed,
        new Date('2025-10-01T10:00:00Z'),
      );
      expect(plan.adopted).to.have.length(adopted);
      expect(plan.refused[0]!.why).to.match(why);
    });
  }

  it('takes no date from the future (R-20)', async () => {
    const feed = readOldFeed(
      Buffer.from(
        `<rss><channel>${lamp(`${guid('a')}<link>/the-lamp-is-lit</link><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate>`)}</channel></rss>`,
      ),
    );
    const { adopted } = await planAdoption(
      running.service.ledger.articles,
      feed,
      new Date('2025-10-01T10:00:00Z'),
    );
    expect(adopted.map(({ adoption }) => adoption.published)).to.deep.equal([undefined]);
  });
});
