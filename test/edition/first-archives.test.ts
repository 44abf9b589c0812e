/**
 * How an archive begins: behind what is served, and where it was when the process ended.
 */
import { expect } from 'chai';
import { plainLine } from '../../src/base/text.ts';
import { Edition } from '../../src/edition/edition.ts';
import { TEST_SITE } from '../http/running-service.ts';
import { LedgerAtHand } from '../ledger/ledger-at-hand.ts';

/** More than go to their pages in one piece, and in two. */
const ARTICLES = 700;
const SHOWN = 10;
const LIMITS = {
  articles: SHOWN,
  bytesMax: 1_000_000,
  maxAgeSeconds: 900,
  representationBytesMax: 10_000_000,
  fragmentBytesMax: 1_000_000,
};

describe('an archive that begins', () => {
  let at: LedgerAtHand;
  let edition: Edition;
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
    await at.write(
      ...Array.from({ length: ARTICLES }, (_, number) => ({
        path: `${number}.md`,
        headline: plainLine(`No ${number}`),
        published: new Date(Date.UTC(2020, 0, 1, number)),
      })),
    );
    await open();
  });
  afterEach(() => at.dispose());

  async function open(articles = SHOWN): Promise<void> {
    edition = new Edition(at.ledger, TEST_SITE, { ...LIMITS, articles });
    await edition.open();
  }

  /** The process ends, and another one begins. */
  async function restart(articles = SHOWN): Promise<void> {
    await edition.close();
    await at.close();
    await at.open();
    await open(articles);
  }

  /** Fills so many pieces, as a process does that is ended then. */
  async function fill(pieces: number): Promise<void> {
    let asked = 0;
    await edition.fillArchive(() => asked++ < pieces);
  }

  const head = async () => (await edition.document('', 'json'))!;
  const textOf = (body: { codings: { identity: { bytes: Uint8Array } } }) =>
    Buffer.from(body.codings.identity.bytes).toString();

  /** The headlines from the head to the oldest page. */
  async function walk(): Promise<readonly string[]> {
    const found: string[] = [];
    let text = textOf(await head());
    for (;;) {
      const { items, next_url } = JSON.parse(text) as { items: { title: string }[]; next_url?: string };
      found.push(...items.map(({ title }) => title));
      const [, page, places] = /\/archive\/(\d+)(?:-(\d+))?\//.exec(next_url ?? '') ?? [];
      if (page === undefined) return found;
      const address = { page: Number(page), places: places === undefined ? undefined : Number(places) };
      text = textOf((await edition.archived('', 'json', address))!.representation);
    }
  }

  const all = Array.from({ length: ARTICLES }, (_, number) => `No ${ARTICLES - 1 - number}`);

  it('shows nothing of pages that are being filled, and leaves bytes and tags as they were', async () => {
    const before = await head();
    expect(textOf(before)).to.not.include('next_url');
    await fill(1);
    await restart();
    const after = await head();
    expect(after.tag).to.equal(before.tag);
    expect(textOf(after)).to.equal(textOf(before));
    expect(await edition.archived('', 'json', { page: 1, places: undefined })).to.equal(undefined);
  });

  it('keeps no document waiting: nothing goes to a page before the first answer', async () => {
    await fill(1);
    await restart();
    await head();
    expect((await at.ledger.articles.archive('', 1, undefined))!.articles).to.have.length(SHOWN);
    expect(await at.ledger.articles.archive('', 40, undefined)).to.equal(undefined);
  });

  it('goes on where it was, and then leads to every article once', async () => {
    await fill(1);
    await restart();
    await fill(Number.POSITIVE_INFINITY);
    await edition.learn((await at.ledger.beginArchives())!);
    expect(await walk()).to.deep.equal(all);
  });

  it('is whole, too, where nothing was filled before it began', async () => {
    await edition.learn((await at.ledger.beginArchives())!);
    expect(await walk()).to.deep.equal(all);
  });

  it('takes articles back where the feed shows more when it goes on', async () => {
    await fill(Number.POSITIVE_INFINITY);
    await restart(2 * SHOWN);
    await fill(Number.POSITIVE_INFINITY);
    await edition.learn((await at.ledger.beginArchives())!);
    expect(JSON.parse(textOf(await head())).items).to.have.length(2 * SHOWN);
    expect(await walk()).to.deep.equal(all);
  });

  it('shows what came meanwhile, and what was withdrawn no more', async () => {
    await fill(1);
    await at.write({ path: 'new.md', headline: plainLine('New'), published: new Date(Date.UTC(2024, 0)) });
    await at.forget('3.md');
    await fill(Number.POSITIVE_INFINITY);
    await edition.learn((await at.ledger.beginArchives())!);
    expect(await walk()).to.deep.equal(['New', ...all.filter((headline) => headline !== 'No 3')]);
  });
});
