import { expect } from 'chai';
import type { Draft } from '../../src/article/draft.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { LedgerAtHand, readingOf } from './ledger-at-hand.ts';

const dated = { published: new Date('2025-01-02T03:04:05Z') };
const edited: Partial<Draft> = { body: '<p>edited</p>' as SafeHtml };
const TAG = 'tag:lantern.example.org,';

describe('identity (design §3, T-37 … T-39, R-33, A-14)', () => {
  let at: LedgerAtHand;
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
  });
  afterEach(() => at.dispose());

  it('mints an id from the stated date and the path', async () => {
    await at.write({ path: 'news/a.md', ...dated });
    expect((await at.only()).id).to.equal(`${TAG}2025-01-02:news/a`);
  });

  it('mints an id from the day first seen where no date is stated', async () => {
    await at.write({ path: 'news/a.md' });
    expect((await at.only()).id).to.equal(`${TAG}2025-09-05:news/a`);
  });

  it('takes a stated id', async () => {
    await at.write({ path: 'a.md', id: 'urn:uuid:12345678-1234-1234-1234-123456789012' });
    expect((await at.only()).id).to.equal('urn:uuid:12345678-1234-1234-1234-123456789012');
  });

  it('tells of an id that comes too late: the article keeps the one that readers know', async () => {
    await at.write({ path: 'a.md', ...dated });
    const { faults } = await at.write({ path: 'a.md', ...dated, id: 'urn:x:late' });
    expect((await at.only()).id).to.equal(`${TAG}2025-01-02:a`);
    expect(faults).to.deep.equal([
      {
        path: 'a.md',
        line: 1,
        severity: 'warning',
        what: `found the id urn:x:late, but the article has been ${TAG}2025-01-02:a since it was first seen: it keeps that`,
      },
    ]);
    expect((await at.write({ path: 'a.md', ...dated, id: `${TAG}2025-01-02:a` })).faults).to.deep.equal([]);
  });

  /** What becomes of one article; it must stay one, with its id. */
  const kept: [what: string, act: () => Promise<unknown>][] = [
    ['an edit', () => at.write({ path: 'a.md', ...dated, ...edited })],
    ['another date', () => at.write({ path: 'a.md', published: new Date('2020-01-01T00:00:00Z') })],
    ['another headline', () => at.write({ path: 'a.md', ...dated, headline: plainLine('Other') })],
    [
      'a rename, seen as one',
      () => {
        at.remove('a.md');
        return at.write({ path: 'moved/b.md', ...dated });
      },
    ],
    [
      'a rename, its old file withdrawn first',
      async () => {
        await at.forget('a.md');
        return at.write({ path: 'moved/b.md', ...dated });
      },
    ],
    [
      'a deletion and a restoration',
      async () => {
        await at.forget('a.md');
        return at.write({ path: 'a.md', ...dated });
      },
    ],
    [
      'a deletion and a restoration in other words',
      async () => {
        await at.forget('a.md');
        return at.write({ path: 'a.md', ...dated, ...edited });
      },
    ],
    [
      'another format under the same name',
      () => {
        at.remove('a.md');
        return at.write({ path: 'a.html', kind: 'html', ...dated, ...edited });
      },
    ],
    [
      'another format, its old file withdrawn first',
      async () => {
        await at.forget('a.md');
        return at.write({ path: 'a.txt', kind: 'wire', ...edited });
      },
    ],
    [
      'a draft in between',
      async () => {
        await at.write({ path: 'a.md', ...dated, isDraft: true });
        return at.write({ path: 'a.md', ...dated });
      },
    ],
  ];
  for (const [what, act] of kept) {
    it(`is kept through ${what}`, async () => {
      await at.write({ path: 'a.md', ...dated });
      const before = await at.only();
      at.clock.advance(60);
      await act();
      const after = await at.only();
      expect([after.id, after.row, after.published]).to.deep.equal([before.id, before.row, before.published]);
    });
  }

  for (const field of [{ id: 'urn:isbn:0451450523' }, { slug: 'stated' }]) {
    it(`is kept by a stated ${Object.keys(field)[0]} through a rename with other words`, async () => {
      await at.write({ path: 'a.md', ...dated, ...field });
      const { row } = await at.only();
      at.remove('a.md');
      await at.write({ path: 'b.md', ...edited, ...field });
      expect((await at.only()).row).to.equal(row);
    });
  }

  it('leaves an article whose id has a number to the file that it is (R-33, T-39)', async () => {
    const other = { ...dated, headline: plainLine('Other'), slug: 'other' };
    await at.write({ path: 'a.md', ...dated });
    await at.write({ path: 'a.html', ...other });
    at.remove('a.html');
    await at.write({ path: 'moved/c.html', ...other });
    await at.write({ path: 'a.txt', ...dated, headline: plainLine('Third'), slug: 'other' });
    const ids = (await at.ledger.articles.newest('', 10)).map(({ id }) => id);
    expect(ids.sort()).to.deep.equal(['a', 'a-2', 'a-3'].map((name) => `${TAG}2025-01-02:${name}`));
  });

  it('follows stated ids when two files take each other’s place', async () => {
    await at.write(
      { path: 'a.md', id: 'urn:x:a' },
      { path: 'b.md', id: 'urn:x:b', headline: plainLine('B') },
    );
    at.remove('b.md');
    await at.write(
      { path: 'a.md', id: 'urn:x:b', headline: plainLine('B') },
      { path: 'c.md', id: 'urn:x:a' },
    );
    const live = (await at.live()).map(({ id, headline }) => [id, headline]);
    expect(live).to.have.deep.members([
      ['urn:x:a', 'The lamp is lit'],
      ['urn:x:b', 'B'],
    ]);
  });

  const words = (from: number) => Array.from({ length: 40 }, (_, at) => `word${from + at}`).join(' ');
  const piece = (number: number, edit = '') => ({
    headline: plainLine(`Piece ${number}${edit}`),
    body: `<p>${edit} ${words(number * 100)}</p>` as SafeHtml,
  });
  /** Files as they were, and as they are: which piece, where; a piece of 0 is new, one with a fraction is edited. */
  const places: [
    what: string,
    before: Record<string, number>,
    after: Record<string, number>,
    gone?: string,
  ][] = [
    ['two files that take each other’s names', { a: 1, b: 2 }, { a: 2, b: 1 }],
    ['two that do and are edited', { a: 1, b: 2 }, { a: 2.5, b: 1.5 }],
    ['three files in a ring', { a: 1, b: 2, c: 3 }, { a: 3, b: 1, c: 2 }],
    ['a file whose name another one takes, itself before it', { m: 1, z: 2 }, { b: 1, m: 2 }, 'z'],
    ['a file whose name another one takes, itself behind it', { m: 1, b: 2 }, { m: 2, z: 1 }, 'b'],
    ['a row of files, each moved on by one', { a: 1, b: 2, c: 3 }, { a: 9, b: 1, c: 2, d: 3 }],
    ['a file that is edited, beside a copy of what it was', { a: 1 }, { a: 1.5, b: 9 }],
  ];
  for (const [what, before, after, gone] of places) {
    it(`follows the texts of ${what}`, async () => {
      const files = (of: Record<string, number>) =>
        Object.entries(of).map(([name, number]) => ({
          path: `${name}.md`,
          ...piece(Math.floor(number), number % 1 === 0 ? '' : ', edited'),
        }));
      await at.write(...files(before));
      const ids = new Map((await at.live()).map(({ headline, id }) => [headline, id]));
      if (gone !== undefined) at.remove(`${gone}.md`);
      at.clock.advance(60);
      await at.write(...files(after));
      for (const { headline, id } of await at.live()) {
        const was = ids.get(plainLine(headline.replace(', edited', '')));
        if (was !== undefined) expect(id, headline).to.equal(was);
      }
      expect((await at.live()).length).to.equal(Object.keys(after).length);
    });
  }

  for (const [minutes, isSame] of [
    [5, true],
    [90, false],
  ] as const)
    it(`${isSame ? 'knows' : 'does not know'} a file that comes back renamed and edited ${minutes} minutes after it was deleted`, async () => {
      await at.write({ path: 'a.md', ...piece(1) });
      const { id } = await at.only();
      await at.forget('a.md');
      at.clock.advance(minutes * 60);
      const { recognised } = await at.write({ path: 'b.md', ...piece(1, ', edited') });
      expect((await at.only()).id === id).to.equal(isSame);
      expect(recognised.map(({ how }) => how)).to.deep.equal(isSame ? ['its text'] : []);
    });

  it('believes a copy that is renamed rather to be itself than what was deleted long ago', async () => {
    await at.write({ path: 'a.md', ...piece(1, ', old') }, { path: 'b.md', ...piece(1) });
    await at.forget('a.md');
    const { id } = await at.only();
    at.remove('b.md');
    const reading = readingOf({ path: 'c.md', ...piece(1, ', old') });
    await at.ledger.record([reading], at.clock.now(), (path) => path === 'b.md', ['b.md']);
    expect((await at.only()).id).to.equal(id);
  });

  it('follows two files that take each other’s names and are read one after the other', async () => {
    await at.write({ path: 'a.md', ...piece(1) }, { path: 'b.md', ...piece(2) });
    const names = async () => (await at.live()).map(({ headline, id }) => `${headline} ${id}`).sort();
    const before = await names();
    at.put({ path: 'b.md', ...piece(1) });
    await at.write({ path: 'a.md', ...piece(2) });
    await at.write({ path: 'b.md', ...piece(1) });
    expect(await names()).to.deep.equal(before);
  });

  it('keeps an article whose file is overwritten with a copy of another one', async () => {
    await at.write({ path: 'a.md', ...piece(1) }, { path: 'b.md', ...piece(2) });
    const ids = (await at.live()).map(({ id }) => id).sort();
    await at.write({ path: 'a.md', ...piece(2) });
    expect((await at.live()).map(({ id }) => id).sort()).to.deep.equal(ids);
  });

  it('keeps an article whose file is written anew, when no other file is like it', async () => {
    await at.write({ path: 'a.md', ...piece(1) }, { path: 'b.md', ...piece(2) });
    const ids = (await at.live()).map(({ id }) => id);
    await at.write({ path: 'a.md', ...piece(3) }, { path: 'b.md', ...piece(4) });
    expect((await at.live()).map(({ id }) => id)).to.have.members(ids);
  });

  it('withdraws an article whose path another one has taken, and remembers it', async () => {
    await at.write({ path: 'a.md' }, { path: 'b.md', id: 'urn:x:b', headline: plainLine('B') });
    await at.forget('b.md');
    await at.write({ path: 'a.md', id: 'urn:x:b', headline: plainLine('B') });
    expect((await at.live()).map(({ id }) => id)).to.deep.equal(['urn:x:b']);
    const history = await at.ledger.history.ofFeed('', { from: 2, to: 9 }, 100);
    expect(history.map(({ what, id }) => [what, id])).to.deep.include(['withdrawn', `${TAG}2025-09-05:a`]);
  });

  it('tells two files of equal bytes apart', async () => {
    await at.write({ path: 'a.md', ...dated }, { path: 'b.md', ...dated });
    const live = await at.live();
    expect(live.map(({ id }) => id)).to.deep.equal([`${TAG}2025-01-02:a`, `${TAG}2025-01-02:b`]);
    expect(live.map(({ slug }) => slug)).to.deep.equal(['the-lamp-is-lit', 'the-lamp-is-lit-2']);
  });

  it('gives a lost identity to one of two files of equal bytes, not to both', async () => {
    await at.write({ path: 'a.md', ...dated });
    const { row } = await at.only();
    at.remove('a.md');
    await at.write({ path: 'b.md', ...dated }, { path: 'c.md', ...dated });
    const rows = (await at.live()).map((article) => article.row);
    expect(rows).to.have.length(2);
    expect(rows.filter((found) => found === row)).to.have.length(1);
  });

  it('tells one name in several formats apart, a file at a time', async () => {
    for (const path of ['a.md', 'a.txt', 'a.html', 'a.htm']) await at.write({ path, ...dated });
    const ids = (await at.live()).map(({ id }) => id).sort();
    expect(ids).to.deep.equal(['', '-2', '-3', '-4'].map((suffix) => `${TAG}2025-01-02:a${suffix}`));
  });

  for (const together of [true, false]) {
    it(`refuses a stated id that another file has, ${together ? 'in one batch' : 'later'}`, async () => {
      const one = { path: 'a.md', id: 'urn:x:a' };
      const other = { path: 'b.md', id: 'urn:x:a', headline: plainLine('B') };
      const first = together ? undefined : await at.write(one);
      const { faults } = together ? await at.write(one, other) : await at.write(other);
      expect(first?.faults ?? []).to.deep.equal([]);
      expect(faults).to.have.length(1);
      expect(faults[0]).to.include({ path: 'b.md', severity: 'error' });
      expect(faults[0]!.what).to.equal(
        'found the id urn:x:a, which a.md has already: give each article its own',
      );
      expect((await at.only()).headline).to.equal('The lamp is lit');
      expect(await at.ledger.files.faults()).to.deep.equal(faults);
    });
  }

  it('leaves a stated id to the file that had it first, when that moves behind the other one', async () => {
    await at.write({ path: 'b.md', id: 'urn:x:a' });
    await at.write({ path: 'c.md', id: 'urn:x:a' });
    at.remove('b.md');
    const { faults } = await at.write({ path: 'c.md', id: 'urn:x:a' }, { path: 'd.md', id: 'urn:x:a' });
    expect(faults.map(({ path }) => path)).to.deep.equal(['c.md']);
  });

  it('publishes a stated slug that is taken under the next, with a warning', async () => {
    const { faults } = await at.write({ path: 'a.md', slug: 'lamp' }, { path: 'b.md', slug: 'lamp' });
    expect(faults.map(({ path, severity }) => [path, severity])).to.deep.equal([['b.md', 'warning']]);
    expect((await at.live()).map(({ slug }) => slug)).to.deep.equal(['lamp', 'lamp-2']);
  });

  it('keeps the slug through another headline, and counts slugs on across batches', async () => {
    for (const path of ['a.md', 'b.md', 'c.md']) await at.write({ path });
    await at.write({ path: 'b.md', headline: plainLine('Other') });
    const slugs = (await at.live()).map(({ slug }) => slug).sort();
    expect(slugs).to.deep.equal(['the-lamp-is-lit', 'the-lamp-is-lit-2', 'the-lamp-is-lit-3']);
  });

  it('finds an article by its old slug after a new one was stated', async () => {
    await at.write({ path: 'a.md', slug: 'old' });
    await at.write({ path: 'a.md', slug: 'new' });
    expect((await at.ledger.articles.bySlug('old'))?.slug).to.equal('new');
    await at.write({ path: 'b.md', slug: 'old' });
    expect((await at.ledger.articles.bySlug('old'))?.slug, 'an old slug is nobody else’s').to.equal('new');
  });

  it('is a deleted article again by a slug that it had once', async () => {
    await at.write({ path: 'a.md', slug: 'old' });
    await at.write({ path: 'a.md', slug: 'new' });
    const { id } = await at.only();
    await at.forget('a.md');
    await at.write({ path: 'b.md', slug: 'old', headline: plainLine('Other words') });
    expect((await at.only()).id).to.equal(id);
    expect((await at.ledger.articles.bySlug('new'))?.slug).to.equal('old');
  });

  it('mints the same ids again for dated articles when the ledger is lost', async () => {
    const files = ['a.md', 'b/c.md', 'b/d.txt'].map((path) => ({ path, ...dated }));
    await at.write(...files);
    const other = await new LedgerAtHand().open();
    try {
      other.clock.advance(400 * 24 * 3600);
      await other.write(...files);
      expect((await other.live()).map(({ id }) => id)).to.deep.equal((await at.live()).map(({ id }) => id));
    } finally {
      await other.dispose();
    }
  });
});
