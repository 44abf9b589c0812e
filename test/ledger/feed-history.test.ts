/**
 * What happened in a feed, change by change.
 */
import { expect } from 'chai';
import { plainLine } from '../../src/base/text.ts';
import { differences, historyText } from '../../src/history-command.ts';
import { LedgerAtHand } from './ledger-at-hand.ts';

const TOWN = plainLine('Town');
const day = (number: number) => new Date(Date.UTC(2025, 7, number));

describe('history and diff', () => {
  let at: LedgerAtHand;
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
    await at.write(
      { path: 'a.md', headline: plainLine('First'), published: day(1), section: TOWN },
      { path: 'b.md', headline: plainLine('Second'), published: day(2), section: TOWN },
    );
  });
  afterEach(() => at.dispose());

  const entries = async (feed: string, from = 0) =>
    at.ledger.history.ofFeed(feed, { from, to: (await at.ledger.lastChange()).number }, 100);
  const words = async (feed: string, from = 0) =>
    (await entries(feed, from)).map(({ what, headline }) => `${what} ${headline}`);
  const different = async (from: number, feed = '') =>
    differences(await entries(feed, from)).map(({ sign, headline }) => `${sign} ${headline}`);

  it('tell what entered', async () => {
    expect(await words('')).to.deep.equal(['entered First', 'entered Second']);
    expect(await different(0)).to.deep.equal(['+ First', '+ Second']);
  });

  it('tell an edit with its parts, and the headline before', async () => {
    await at.write({ path: 'a.md', headline: plainLine('The first'), published: day(1), section: TOWN });
    const [edit] = await entries('', 1);
    expect(edit).to.deep.include({ change: 2, what: 'edited', headline: 'The first' });
    expect(edit?.detail).to.deep.equal({ parts: ['headline'], before: 'First', after: 'The first' });
    expect(historyText([edit!])).to.match(
      /^change 2, \S+Z\n {2}edited +The first \(headline; First → The first\)\n$/,
    );
    expect(await different(1)).to.deep.equal(['~ The first']);
  });

  it('tell a correction', async () => {
    const draft = { path: 'a.md', headline: plainLine('First'), published: day(1), section: TOWN };
    await at.write({ ...draft, correction: plainLine('It was the other one.') });
    expect(await words('', 1)).to.deep.equal(['corrected First', 'edited First']);
  });

  it('tell what left one feed, and stays in another', async () => {
    await at.write({ path: 'a.md', headline: plainLine('First'), published: day(1) });
    expect(await different(1, 'sections/town')).to.deep.equal(['- First']);
    expect(await different(1)).to.deep.equal(['~ First']);
  });

  it('tell a withdrawal, and that it came back', async () => {
    await at.forget('b.md');
    expect(await words('', 1)).to.deep.equal(['left Second', 'withdrawn Second']);
    expect(await different(1)).to.deep.equal(['- Second']);
    await at.write({ path: 'b.md', headline: plainLine('Second'), published: day(2), section: TOWN });
    expect(await words('', 2)).to.deep.equal(['entered Second', 'restored Second']);
    expect(await different(1), 'nothing is lost in the end').to.deep.equal(['~ Second']);
  });

  it('tell what came and went again: nothing is different for whoever never had it', async () => {
    await at.write({ path: 'c.md', headline: plainLine('Third'), published: day(3) });
    await at.write({ path: 'c.md', headline: plainLine('The third'), published: day(3) });
    await at.forget('c.md');
    expect(await words('', 1)).to.deep.equal([
      'entered The third',
      'edited The third',
      'left The third',
      'withdrawn The third',
    ]);
    expect(await different(1)).to.deep.equal([]);
    expect(await different(2)).to.deep.equal(['- The third']);
    expect(
      (await at.ledger.history.ofFeed('', { from: 1, to: 3 }, 100)).map(({ what }) => what),
    ).to.deep.equal(['entered', 'edited']);
  });

  it('tell nothing of what happened before it came', async () => {
    const draft = { path: 'c.md', headline: plainLine('Third'), published: day(3) };
    await at.write(draft);
    await at.write({ ...draft, headline: plainLine('The third') });
    await at.write({ ...draft, headline: plainLine('The third'), section: TOWN });
    await at.forget('c.md');
    const changes = (await entries('sections/town', 1)).map(({ change, what }) => `${what} ${change}`);
    expect(changes).to.deep.equal(['edited 4', 'entered 4', 'left 5', 'withdrawn 5']);
  });

  it('tell a move of the file, which is no difference for readers', async () => {
    at.remove('a.md');
    await at.write({ path: 'z.md', headline: plainLine('First'), published: day(1), section: TOWN });
    expect((await entries('')).find(({ what }) => what === 'moved')?.detail).to.deep.equal({
      before: 'a.md',
      after: 'z.md',
    });
    expect(await different(1)).to.deep.equal([]);
  });

  it('tell what went live at its hour', async () => {
    await at.write({
      path: 'c.md',
      headline: plainLine('Third'),
      published: new Date('2025-09-05T13:00:00Z'),
    });
    at.clock.advance(3600);
    await at.ledger.promote();
    expect((await words('', 1)).sort()).to.deep.equal(['entered Third', 'published Third']);
  });

  it('find the change of an instant', async () => {
    expect(await at.ledger.history.changeAt(new Date('2000-01-01'))).to.equal(1);
    expect(await at.ledger.history.changeAt(new Date('2100-01-01'))).to.equal(2);
  });

  it('are told of one article too', async () => {
    await at.write({ path: 'a.md', headline: plainLine('The first'), published: day(1), section: TOWN });
    const known = await at.ledger.history.explain('a.md', () => ({ articles: 50, bytesMax: 512_000 }));
    expect('id' in known! ? known.events.map(({ what, change }) => `${what} ${change}`) : []).to.deep.equal([
      'edited 2',
    ]);
  });
});
