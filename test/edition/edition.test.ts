import { brotliDecompressSync } from 'node:zlib';
import { expect } from 'chai';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { Edition, type EditionLimits } from '../../src/edition/edition.ts';
import { FORMATS } from '../../src/feeds/feed.ts';
import type { Recorded } from '../../src/ledger/ledger.ts';
import { CODINGS } from '../../src/render/representation.ts';
import { TEST_SITE } from '../http/running-service.ts';
import { until } from '../http/until.ts';
import { LedgerAtHand } from '../ledger/ledger-at-hand.ts';

const LIMITS = {
  articles: 50,
  bytesMax: 1_000_000,
  maxAgeSeconds: 900,
  representationBytesMax: 10_000_000,
  fragmentBytesMax: 1_000_000,
};

const HARBOUR = plainLine('Harbour');
const TOWN = plainLine('Town');

describe('Edition (H-11, H-12, H-20, H-21)', () => {
  let at: LedgerAtHand;
  let edition: Edition;
  let told: string[];

  beforeEach(async () => {
    at = await new LedgerAtHand().open();
    await at.write({ path: 'harbour/lamp.md', section: HARBOUR }, { path: 'town/bridge.md', section: TOWN });
    edition = await opened();
    at.clock.advance(60);
  });
  afterEach(() => at.dispose());

  async function opened(limits: EditionLimits = LIMITS): Promise<Edition> {
    const made = new Edition(at.ledger, TEST_SITE, limits);
    await made.open();
    await made.warm();
    told = [];
    made.onChange((paths) => told.push(...paths));
    return made;
  }

  async function learn({ change }: Pick<Recorded, 'change'>): Promise<void> {
    at.clock.advance(10);
    await edition.learn(change!);
  }

  const document = async (key: string) => (await edition.document(key, 'rss'))!;

  it('makes a document once', async () => {
    expect(await document('')).to.equal(await document(''));
    const [one, two] = await Promise.all([document('sections/town'), document('sections/town')]);
    expect(one).to.equal(two);
  });

  it('has no document of a feed that never was', async () => {
    expect(await edition.document('sections/nowhere', 'rss')).to.equal(undefined);
  });

  it('holds every coding, each with its own tag (H-10)', async () => {
    await edition.completed();
    const { codings } = await document('');
    expect(Object.keys(codings)).to.have.members([...CODINGS]);
    expect(new Set(Object.values(codings).map(({ etag }) => etag)).size).to.equal(CODINGS.length);
  });

  it('makes the smallest brotli of what is polled in the background, under another tag (H-10)', async () => {
    const body = 'The boats came in past the pier, and the harbour master counted them. '.repeat(60);
    await at.write({ path: 'harbour/long.md', section: HARBOUR, body: `<p>${body}</p>` as SafeHtml });
    await edition.close();
    edition = await opened();
    await edition.completed();
    const first = (await edition.document('', 'rss'))!;
    const held = async () => (await edition.document('', 'rss'))!;
    await until('it is made', async () => (await held()).codings.br?.etag.endsWith('-br11"') ?? false);
    const best = await held();
    expect(best.tag).to.equal(first.tag);
    expect(best.codings.br!.etag).to.equal(`"${first.tag}-br11"`);
    expect(best.codings.br!.bytes.length).to.be.below(first.codings.br!.bytes.length);
    expect(brotliDecompressSync(best.codings.br!.bytes).equals(first.codings.identity.bytes)).to.equal(true);
    expect(best.codings.gzip).to.equal(first.codings.gzip);
  });

  it('makes it when nothing more urgent is to be done', async () => {
    let asked = 0;
    let isBusy = true;
    const body = 'The lamp was lit at dusk, and the keeper went home along the wall. '.repeat(60);
    await at.write({ path: 'harbour/long.md', section: HARBOUR, body: `<p>${body}</p>` as SafeHtml });
    await edition.close();
    edition = await opened({
      ...LIMITS,
      isBusy: () => {
        asked += 1;
        return isBusy;
      },
    });
    const isBest = async () => (await document('')).codings.br?.etag.endsWith('-br11"') ?? false;
    await until('it was asked', async () => asked > 0);
    expect(await isBest()).to.equal(false);
    isBusy = false;
    await until('it is made', isBest);
  });

  it('renews what is polled and was touched, and says so', async () => {
    const before = await document('sections/harbour');
    await learn(await at.write({ path: 'harbour/lamp.md', section: HARBOUR, headline: plainLine('Out') }));
    const after = await document('sections/harbour');
    expect(after.tag).to.not.equal(before.tag);
    expect(after.modified.getTime()).to.be.greaterThan(before.modified.getTime());
    expect(after.codings.identity.bytes.toString()).to.include('Out');
    expect(told).to.include.members(['/rss.xml', '/atom.xml', '/feed.json', '/sections/harbour/rss.xml']);
  });

  it('leaves alone what shows no difference', async () => {
    const before = await document('sections/town');
    await learn(await at.write({ path: 'harbour/lamp.md', section: HARBOUR, headline: plainLine('Out') }));
    expect(await document('sections/town')).to.equal(before);
    expect(told).to.not.include('/sections/town/rss.xml');
  });

  it('shows one change in all formats at once', async () => {
    await learn(await at.write({ path: 'harbour/lamp.md', section: HARBOUR, headline: plainLine('Out') }));
    const documents = await Promise.all(FORMATS.map((format) => edition.document('', format)));
    expect(new Set(documents.map((each) => each!.modified.getTime())).size).to.equal(1);
    expect(new Set(documents.map((each) => each!.tag.split('.', 2).join('.'))).size).to.equal(1);
    for (const each of documents) expect(each!.codings.identity.bytes.toString()).to.include('Out');
  });

  it('keeps the feed of a section whose last article is gone', async () => {
    await document('sections/town');
    at.remove('town/bridge.md');
    await learn({ change: await at.ledger.withdraw(['town/bridge.md']) });
    expect((await document('sections/town')).codings.identity.bytes.toString()).to.not.include('<item>');
  });

  it('makes the same bytes and tags in another life (H-12)', async () => {
    const before = await document('');
    await at.close();
    await at.open();
    at.clock.advance(1_000);
    edition = await opened();
    const after = await document('');
    expect(after.tag).to.equal(before.tag);
    for (const coding of CODINGS) expect(after.codings[coding]).to.deep.equal(before.codings[coding]);
  });

  it('makes other bytes and tags when a setting says so', async () => {
    const before = await document('');
    at.clock.advance(10);
    edition = await opened({ ...LIMITS, articles: 1 });
    const after = await document('');
    expect(after.tag).to.not.equal(before.tag);
    expect(after.codings.identity.bytes.toString().match(/<item>/g)).to.have.length(1);
  });

  it('forgets documents beyond its bound, says so, and makes them again', async () => {
    edition = await opened({ ...LIMITS, representationBytesMax: 10_000 });
    const before = await document('');
    // Whoever hears of it looks what stands there now, and must not keep what has just fallen out.
    const stays: boolean[] = [];
    edition.onChange((paths) => {
      for (const path of paths) {
        const current = edition.current(path);
        queueMicrotask(() => stays.push(edition.current(path) === current));
      }
    });
    for (const key of ['sections/harbour', 'sections/town'])
      for (const format of FORMATS) await edition.document(key, format);
    expect(told).to.include('/rss.xml');
    expect(stays).to.not.be.empty.and.to.not.include(false);
    const after = await document('');
    expect(after).to.not.equal(before);
    expect(after.codings.identity.bytes.equals(before.codings.identity.bytes)).to.equal(true);
  });

  it('serves a document that is larger than all that it may keep', async () => {
    edition = await opened({ ...LIMITS, representationBytesMax: 1_000 });
    expect((await document('')).codings.identity.bytes.length).to.be.greaterThan(1_000);
  });

  it('knows the next instant at which something goes live', async () => {
    expect(edition.nextScheduledIn()).to.equal(undefined);
    const noon = new Date('2026-01-01T12:00:00Z');
    const { change } = await at.write({ path: 'harbour/noon.md', published: noon });
    expect(change).to.equal(undefined);
    await edition.lookAhead();
    expect(edition.nextScheduledIn()).to.deep.equal(noon);
    at.clock.set('2026-01-01T12:00:00Z');
    await learn({ change: await at.ledger.promote() });
    expect(edition.nextScheduledIn()).to.equal(undefined);
  });
});
