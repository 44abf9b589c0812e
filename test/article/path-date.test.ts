import { expect } from 'chai';
import { falseDayIn, humanName, pathName } from '../../src/article/path-date.ts';

describe('pathName (T-23, T-37)', () => {
  const cases: [path: string, stem: string, day: string | undefined][] = [
    ['a/one.md', 'one', undefined],
    ['_posts/2024-05-01-one-two.md', 'one-two', '2024-05-01'],
    ['2024-5-1-one.md', 'one', '2024-05-01'],
    ['2024-05-01.md', '2024-05-01', '2024-05-01'],
    ['2024-13-01-one.md', '2024-13-01-one', undefined],
    ['posts/one/index.md', 'one', undefined],
    ['posts/2024-05-01-one/index.md', 'one', '2024-05-01'],
    ['index.md', 'index', undefined],
    ['posts/2024-05-01-one/index.de.md', 'one', '2024-05-01'],
    ['posts/one.pt-br.md', 'one', undefined],
    ['20240501-one.md', 'one', '2024-05-01'],
    ['20241301-one.md', '20241301-one', undefined],
    ['2024_05_01_one.md', 'one', '2024-05-01'],
    ['blog/2024/05/01/one.md', 'one', '2024-05-01'],
    ['blog/2024/05/01/one/index.md', 'one', '2024-05-01'],
    ['blog/2024-05-01/one.md', 'one', '2024-05-01'],
    ['blog/2024/05-01-one.md', 'one', '2024-05-01'],
    ['blog/2024/05-01-one/index.md', 'one', '2024-05-01'],
    ['blog/2024/13/01/one.md', 'one', undefined],
    ['blog/2024/05/one.md', 'one', undefined],
  ];
  for (const [path, stem, day] of cases) {
    it(path, () => {
      const name = pathName(path);
      expect(name.stem).to.equal(stem);
      expect(name.date?.instant.toISOString().slice(0, 10)).to.equal(day);
    });
  }

  it('tells of a day in a name that is none', () => {
    const days = ['a/2015-02-30-b.md', '2015_13_01_b.md', '2015-02-28-b.md', '2015-02.md', 'b.md'].map(
      falseDayIn,
    );
    expect(days).to.deep.equal(['2015-02-30', '2015_13_01', undefined, undefined, undefined]);
  });

  it('makes a name readable', () => {
    expect(humanName('the-long_way home')).to.equal('The long way home');
  });
});
