import { expect } from 'chai';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { LedgerAtHand, START } from './ledger-at-hand.ts';

const body = (text: string) => `<p>${text}</p>` as SafeHtml;
const start = new Date(START);

describe('dates and states (T-37, T-38, A-20 … A-23, R-20, R-37)', () => {
  let at: LedgerAtHand;
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
  });
  afterEach(() => at.dispose());

  it('dates an undated article by when it was first seen', async () => {
    await at.write({ path: 'a.md' });
    const { published, updated } = await at.only();
    expect([published, updated]).to.deep.equal([start, start]);
  });

  it('never moves published, whatever is stated later', async () => {
    await at.write({ path: 'a.md', published: new Date('2025-01-01T00:00:00Z') });
    await at.write({ path: 'a.md', published: new Date('2024-01-01T00:00:00Z') });
    await at.write({ path: 'a.md', published: new Date('2030-01-01T00:00:00Z') });
    expect((await at.only()).published).to.deep.equal(new Date('2025-01-01T00:00:00Z'));
  });

  it('moves updated for a difference that readers notice', async () => {
    await at.write({ path: 'a.md' });
    at.clock.advance(60);
    await at.write({ path: 'a.md', body: body('other') });
    expect((await at.only()).updated).to.deep.equal(new Date('2025-09-05T12:01:00Z'));
  });

  it('moves nothing for a file that says the same', async () => {
    await at.write({ path: 'a.md' });
    const before = await at.only();
    at.clock.advance(60);
    const { change } = await at.write({ path: 'a.md', kind: 'html' });
    expect(change).to.equal(undefined);
    expect(await at.only()).to.deep.equal(before);
  });

  const stated: [what: string, updated: string, expected: string][] = [
    ['a stated update', '2025-09-01T00:00:00Z', '2025-09-01T00:00:00Z'],
    ['no update before publication (A-23)', '2020-01-01T00:00:00Z', '2025-01-01T00:00:00Z'],
    ['no update ahead of the clock (R-20)', '2030-01-01T00:00:00Z', START],
  ];
  for (const [what, updated, expected] of stated) {
    it(`takes ${what}`, async () => {
      const published = new Date('2025-01-01T00:00:00Z');
      await at.write({ path: 'a.md', published, updated: new Date(updated) });
      expect((await at.only()).updated).to.deep.equal(new Date(expected));
    });
  }

  it('takes a stated update with an edit only if it is later than the last and not ahead', async () => {
    await at.write({ path: 'a.md' });
    at.clock.advance(3600);
    await at.write({ path: 'a.md', body: body('1'), updated: new Date('2025-09-05T12:30:00Z') });
    expect((await at.only()).updated).to.deep.equal(new Date('2025-09-05T12:30:00Z'));
    await at.write({ path: 'a.md', body: body('2'), updated: new Date('2020-01-01T00:00:00Z') });
    expect((await at.only()).updated).to.deep.equal(new Date('2025-09-05T13:00:01Z'));
    await at.write({ path: 'a.md', body: body('3'), updated: new Date('2040-01-01T00:00:00Z') });
    expect((await at.only()).updated.getTime()).to.be.lessThan(new Date('2025-09-05T13:01:00Z').getTime());
  });

  it('tells articles of one instant apart by ties, also across batches and drafts (A-21)', async () => {
    await at.write({ path: 'a.md' }, { path: 'b.md' });
    await at.write({ path: 'c.md', isDraft: true }, { path: 'd.md' });
    at.clock.advance(60);
    await at.write({ path: 'a.md', body: body('edited') });
    await at.write({ path: 'a.md', body: body('edited'), isDraft: true });
    at.clock.advance(60);
    await at.write({ path: 'c.md' });
    await at.write({ path: 'a.md', body: body('edited') });
    const instants = (await at.live()).map(({ updated, tie }) => `${updated.toISOString()} ${tie}`);
    expect(instants).to.have.length(4);
    expect(new Set(instants)).to.have.length(4);
  });

  it('never moves updated back when an article becomes a draft and comes back', async () => {
    await at.write({ path: 'a.md' });
    at.clock.advance(60);
    await at.write({ path: 'a.md', body: body('edited') });
    const { updated } = await at.only();
    await at.write({ path: 'a.md', body: body('edited'), isDraft: true });
    expect(await at.live()).to.deep.equal([]);
    await at.write({ path: 'a.md', body: body('edited') });
    expect((await at.only()).updated).to.deep.equal(updated);
  });

  it('publishes a draft at the instant at which it is one no more', async () => {
    await at.write({ path: 'a.md', isDraft: true });
    expect(await at.live()).to.deep.equal([]);
    at.clock.advance(86_400);
    await at.write({ path: 'a.md' });
    expect((await at.only()).published).to.deep.equal(new Date(start.getTime() + 86_400_000));
  });

  it('lets a draft change its date until readers have seen it', async () => {
    await at.write({ path: 'a.md', isDraft: true, published: new Date('2025-01-01T00:00:00Z') });
    await at.write({ path: 'a.md', published: new Date('2025-02-01T00:00:00Z') });
    expect((await at.only()).published).to.deep.equal(new Date('2025-02-01T00:00:00Z'));
  });

  it('takes a withheld article out of the feeds and lets it return', async () => {
    await at.write({ path: 'a.md' });
    await at.write({ path: 'a.md', withheld: plainLine('KILL') });
    expect(await at.live()).to.deep.equal([]);
    expect((await at.ledger.articles.bySlug('the-lamp-is-lit'))?.state).to.equal('withdrawn');
    await at.write({ path: 'a.md' });
    expect(await at.live()).to.have.length(1);
  });

  it('keeps the last good version of an article whose file has a fault', async () => {
    await at.write({ path: 'a.md' });
    const { change } = await at.ledger.record(
      [
        {
          file: {
            path: 'a.md',
            signature: { bytes: 0, mtimeMs: 0, ctimeMs: 0, inode: 0 },
            hash: 'x',
            faults: [],
            references: [],
          },
          draft: undefined,
          faults: [{ path: 'a.md', line: 3, severity: 'error', what: 'found nothing' }],
        },
      ],
      at.clock.now(),
      () => false,
    );
    expect(change).to.equal(undefined);
    expect((await at.only()).headline).to.equal('The lamp is lit');
    expect(await at.ledger.files.faultCount()).to.equal(1);
  });

  describe('a scheduled article (R-50, C-20)', () => {
    const published = new Date('2025-09-06T09:00:00Z');
    beforeEach(() => at.write({ path: 'a.md', published, updated: new Date('2030-01-01T00:00:00Z') }));

    it('stays out until its instant', async () => {
      expect(await at.live()).to.deep.equal([]);
      expect((await at.ledger.articles.scheduled(1))[0]?.at).to.deep.equal(published);
      expect(await at.ledger.promote()).to.equal(undefined);
    });

    it('goes live at its instant, with no date ahead of the clock (R-20)', async () => {
      at.clock.set('2025-09-06T09:00:00Z');
      const change = await at.ledger.promote();
      expect([...change!.touched]).to.deep.equal(['']);
      const article = await at.only();
      expect([article.published, article.updated]).to.deep.equal([published, published]);
      expect((await at.ledger.articles.scheduled(1))[0]?.at).to.equal(undefined);
    });

    it('goes live when its date is moved into the past', async () => {
      await at.write({ path: 'a.md', published: new Date('2025-09-01T00:00:00Z') });
      expect((await at.only()).published).to.deep.equal(new Date('2025-09-01T00:00:00Z'));
    });

    it('never goes live when its file is gone', async () => {
      await at.forget('a.md');
      at.clock.set('2025-09-07T00:00:00Z');
      expect(await at.ledger.promote()).to.equal(undefined);
    });
  });
});
