/**
 * What `feedwright why` tells.
 */
import { expect } from 'chai';
import { plainLine } from '../../src/base/text.ts';
import { whyText } from '../../src/why-command.ts';
import { LedgerAtHand } from './ledger-at-hand.ts';

const SHOWN = 2;

describe('why', () => {
  let at: LedgerAtHand;
  const told = async (wish: string) => {
    const known = await at.ledger.history.explain(wish, (feed) => ({
      articles: feed === 'sections/world' ? 1 : SHOWN,
      bytesMax: 512_000,
    }));
    return known === undefined ? undefined : whyText(known);
  };
  const day = (number: number) => new Date(Date.UTC(2025, 7, number));

  before(async () => {
    at = await new LedgerAtHand().open();
    await at.write(
      { path: 'a.md', headline: plainLine('First'), published: day(1), section: plainLine('World') },
      { path: 'b.md', headline: plainLine('Second'), published: day(2), section: plainLine('World') },
      { path: 'c.md', headline: plainLine('Third'), published: day(3) },
      { path: 'd.md', headline: plainLine('Draft'), isDraft: true },
      { path: 'e.md', headline: plainLine('Later'), published: new Date('2026-01-01T00:00:00Z') },
      { path: 'f.md', headline: plainLine('Gone'), published: day(4) },
    );
    await at.forget('f.md');
    await at.write({
      path: 'b.md',
      headline: plainLine('Second'),
      slug: 'two',
      published: day(2),
      section: plainLine('World'),
    });
  });
  after(() => at.dispose());

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a path', 'c.md', ['Third\n', 'state      live since 2025-09-05T12:00:00Z', '1 in the main feed']],
    ['an article beyond what a feed shows', 'a.md', ['not in the main feed: 3 of its articles, beyond the 2 shown', 'not in sections/world: 2 of its articles, beyond the 1 shown']],
    ['a slug that it had', 'second', ['slug       two, once second', 'file       b.md']],
    ['an address', 'https://lantern.example.org/articles/two', ['Second\n']],
    ['an id', 'tag:lantern.example.org,2025-08-03:c', ['Third\n']],
    ['a draft', 'd.md', ['state      draft', 'feeds      none: not in the main feed, since it is draft']],
    ['a scheduled article', 'e.md', ['state      scheduled for 2026-01-01T00:00:00Z']],
    ['a withdrawn article', 'f.md', ['state      withdrawn since 2025-09-05T', 'f.md, which is gone', 'feeds      none: not in the main feed, since it is withdrawn']],
  ]; // biome-ignore format: one case a line
  for (const [what, wish, parts] of cases) {
    it(`tells of ${what}`, async () => {
      const text = await told(wish);
      for (const part of parts) expect(text).to.include(part);
    });
  }

  it('says that an article stays although its file is gone, and why', async () => {
    const known = await at.ledger.history.explain('c.md', () => ({ articles: SHOWN, bytesMax: 512_000 }));
    expect(whyText(known!, 'all 3 articles would be withdrawn')).to.include(
      'held       its file is gone, and it stays: all 3 articles would be withdrawn (feedwright hold show)',
    );
  });

  it('knows nothing of an address that nobody can decode', async () => {
    expect(await told('https://lantern.example.org/articles/%E0%A4')).to.equal(undefined);
  });

  it('knows nothing of what was never seen', async () => {
    expect(await told('never.md')).to.equal(undefined);
  });
});
