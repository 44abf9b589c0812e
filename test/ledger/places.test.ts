import { expect } from 'chai';
import { LedgerAtHand } from './ledger-at-hand.ts';

describe('where articles are (EXT-42)', () => {
  let at: LedgerAtHand;
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
    const day = (number: number) => new Date(Date.UTC(2025, 6, number));
    await at.write(
      { path: 'one.md', slug: 'one', published: day(1) },
      { path: 'two.md', slug: 'two', published: day(2), permalink: 'https://elsewhere.example/two' },
      { path: 'twin.md', slug: 'twin', published: day(2) },
      { path: 'three.md', slug: 'three', published: day(3) },
      { path: 'draft.md', slug: 'draft', published: day(4), isDraft: true },
    );
  });
  afterEach(() => at.dispose());

  it('is told newest first, as their cards tell it', async () => {
    const cards = await at.live();
    expect(await at.ledger.articles.places(0, 10)).to.deep.equal(
      cards.map(({ slug, permalink, updated }) => ({ slug, permalink, updated })),
    );
  });

  it('is told a piece at a time, each article once', async () => {
    const pieces = [];
    for (let offset = 0; offset < 5; offset += 2) pieces.push(await at.ledger.articles.places(offset, 2));
    expect(pieces.map((piece) => piece.map(({ slug }) => slug))).to.deep.equal([
      ['three', 'two'],
      ['twin', 'one'],
      [],
    ]);
  });
});
