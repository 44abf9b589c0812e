import { expect } from 'chai';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { LedgerAtHand } from './ledger-at-hand.ts';

const settle = async (at: LedgerAtHand, key: string, limit = 2, salt = 'salt') =>
  (await at.ledger.feeds.settle(key, { articles: limit, bytesMax: 1_000_000 }, salt, (text) => text))?.record;
const day = (number: number) => new Date(Date.UTC(2025, 0, number));

describe('the change sequence (design §3, H-13, H-20)', () => {
  let at: LedgerAtHand;
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
  });
  afterEach(() => at.dispose());

  it('rises by one with every change that a reader could notice, its instants never the same', async () => {
    const changes = [
      (await at.write({ path: 'a.md' })).change,
      (await at.write({ path: 'a.md', isDraft: true })).change,
      (await at.write({ path: 'a.md' })).change,
      await at.ledger.withdraw(['a.md']),
    ];
    expect(changes.map((change) => change?.number)).to.deep.equal([1, 2, 3, 4]);
    const instants = changes.map((change) => change!.at.getTime());
    expect(instants[1]).to.be.greaterThan(instants[0]!);
    expect(instants).to.deep.equal(instants.toSorted((one, other) => one - other));
    expect((await at.ledger.lastChange()).number).to.equal(4);
  });

  it('never goes back in time with the clock', async () => {
    const before = (await at.write({ path: 'a.md' })).change!;
    at.clock.set('2020-01-01T00:00:00Z');
    const after = (await at.write({ path: 'b.md' })).change!;
    expect(after.at.getTime()).to.be.at.least(before.at.getTime());
  });

  const silent: [what: string, act: () => Promise<unknown>][] = [
    ['nothing read', () => at.write()],
    ['a draft', () => at.write({ path: 'b.md', isDraft: true })],
    ['a draft deleted', () => at.ledger.withdraw(['b.md'])],
    ['the same file again', () => at.write({ path: 'a.md' })],
    ['the withdrawal of what is not there', () => at.ledger.withdraw(['nowhere.md'])],
    ['a promotion of nothing', () => at.ledger.promote()],
  ];
  for (const [what, act] of silent) {
    it(`does not rise for ${what}`, async () => {
      await at.write({ path: 'a.md' });
      await act();
      expect((await at.ledger.lastChange()).number).to.equal(1);
    });
  }

  it('names the feeds that it touched, those left and those joined', async () => {
    const first = await at.write({ path: 'a.md', section: plainLine('World'), tags: [plainLine('Boats')] });
    expect([...first.change!.touched].sort()).to.deep.equal(['', 'sections/world', 'tags/boats']);
    const moved = await at.write({ path: 'a.md', section: plainLine('Local'), tags: [plainLine('Boats')] });
    expect([...moved.change!.touched].sort()).to.deep.equal([
      '',
      'sections/local',
      'sections/world',
      'tags/boats',
    ]);
  });

  describe('of a feed (H-11, H-20)', () => {
    beforeEach(() =>
      at.write(
        ...[1, 2, 3].map((number) => ({
          path: `${number}.md`,
          published: day(number),
          headline: plainLine(`N ${number}`),
        })),
      ),
    );

    it('moves when an article it shows changes', async () => {
      const before = await settle(at, '');
      at.clock.advance(60);
      const { change } = await at.write({ path: '3.md', published: day(3), body: '<p>x</p>' as SafeHtml });
      const after = await settle(at, '');
      expect(before?.change).to.equal(1);
      expect([after?.change, after?.modified]).to.deep.equal([change?.number, change?.at]);
    });

    it('stays when only articles beyond its end change', async () => {
      const before = await settle(at, '');
      await at.write({ path: '1.md', published: day(1), body: '<p>x</p>' as SafeHtml });
      expect(await settle(at, '')).to.deep.equal(before);
    });

    it('moves forward when its newest article is deleted', async () => {
      const before = await settle(at, '');
      at.clock.advance(60);
      await at.forget('3.md');
      const after = await settle(at, '');
      expect(after!.change).to.be.greaterThan(before!.change);
      expect(after!.modified.getTime()).to.be.greaterThan(before!.modified.getTime());
    });

    it('stays when one change undoes another before anybody asked', async () => {
      const before = await settle(at, '');
      await at.write({ path: '4.md' });
      await at.forget('4.md');
      expect(await settle(at, '')).to.deep.equal(before);
    });

    it('keeps answering when its last article is gone', async () => {
      await at.write({ path: 's.md', section: plainLine('World') });
      await at.forget('s.md');
      expect(await settle(at, 'sections/world')).to.include({ key: 'sections/world', name: 'World' });
    });

    it('is unknown when it never existed', async () => {
      expect(await settle(at, 'sections/nowhere')).to.equal(undefined);
    });

    it('moves with the settings, once', async () => {
      await settle(at, '');
      expect(await at.ledger.noteSettings('one')).not.to.equal(undefined);
      const before = await settle(at, '', 2, 'one');
      expect(before?.change).to.equal(2);
      expect(await at.ledger.noteSettings('one')).to.equal(undefined);
      expect(await settle(at, '', 2, 'one')).to.deep.equal(before);
      await at.ledger.noteSettings('two');
      expect((await settle(at, '', 2, 'two'))?.change).to.equal(3);
    });
  });

  it('orders a feed by publication, then by when files were found, then by path order', async () => {
    await at.write({ path: 'a.md', published: day(5) }, { path: 'b.md', published: day(5) });
    at.clock.advance(60);
    await at.write({ path: 'c.md', published: day(5) }, { path: 'd.md', published: day(6) });
    const ids = (await at.live()).map(({ id }) => id.slice(-1));
    expect(ids).to.deep.equal(['d', 'c', 'a', 'b']);
  });

  it('lists feeds by how many articles they have', async () => {
    await at.write(
      { path: 'a.md', tags: [plainLine('One')] },
      { path: 'b.md', tags: [plainLine('Two'), plainLine('One')] },
    );
    expect(await at.ledger.feeds.list('tags/', 10)).to.deep.equal([
      { key: 'tags/one', name: 'One', count: 2 },
      { key: 'tags/two', name: 'Two', count: 1 },
    ]);
    expect(await at.ledger.feeds.count('')).to.equal(2);
  });
});

describe('a batch is recorded whole or not at all', () => {
  it('leaves nothing of a batch that breaks in the middle', async () => {
    const at = await new LedgerAtHand().open();
    try {
      await at.write({ path: 'a.md', id: 'urn:x:a' });
      const before = await at.live();
      at.remove('a.md');
      let failed: unknown;
      const broken = { ...(await import('./ledger-at-hand.ts')).readingOf({ path: 'b.md', id: 'urn:x:a' }) };
      await at.ledger
        .record([broken], at.clock.now(), () => {
          throw new Error('the disk is gone');
        })
        .catch((cause: unknown) => {
          failed = cause;
        });
      expect(failed).to.be.an('error').with.property('message', 'the disk is gone');
      expect(await at.live()).to.deep.equal(before);
      expect((await at.ledger.lastChange()).number).to.equal(1);
      expect(await at.ledger.files.inFolder('')).to.have.keys('a.md');
      await at.write({ path: 'c.md' });
      expect((await at.ledger.lastChange()).number, 'the ledger goes on').to.equal(2);
    } finally {
      await at.dispose();
    }
  });
});
