import { expect } from 'chai';
import { Failure, type FailureCode } from '../../src/base/failure.ts';
import { Nowhere } from '../../src/http/nowhere.ts';

describe('Nowhere', () => {
  const failure = (code: FailureCode = 'address-unknown') => new Failure(code, 'found no lamps');
  let nowhere: Nowhere;
  beforeEach(() => {
    nowhere = new Nowhere();
  });

  it('keeps in mind what was nowhere, until there is news (H-02)', () => {
    const cause = failure();
    nowhere.note('/articles/lamps', cause, nowhere.news);
    expect(nowhere.at('/articles/lamps')).to.equal(cause);
    expect(nowhere.at('/articles/boats')).to.equal(undefined);
    nowhere.renew();
    expect(nowhere.at('/articles/lamps')).to.equal(undefined);
  });

  it('keeps nothing that news overtook', () => {
    const { news } = nowhere;
    nowhere.renew();
    nowhere.note('/articles/lamps', failure(), news);
    expect(nowhere.at('/articles/lamps')).to.equal(undefined);
  });

  for (const code of ['article-withdrawn', 'article-expired'] as const)
    it(`keeps ${code}: it is polled for years (H-02)`, () => {
      nowhere.note('/articles/lamps', failure(code), nowhere.news);
      expect(nowhere.at('/articles/lamps')).to.include({ code });
    });

  for (const cause of [failure('not-ready'), failure('coding-not-acceptable'), new TypeError('a bug')])
    it(`keeps no ${(cause as Failure).code ?? cause.message}`, () => {
      nowhere.note('/articles/lamps', cause, nowhere.news);
      expect(nowhere.at('/articles/lamps')).to.equal(undefined);
    });

  it('keeps no more in mind than a bound, however long the addresses are', () => {
    const paths = Array.from({ length: 101 }, (_, number) => `/${number}-${'a'.repeat(10_000)}`);
    for (const path of paths) nowhere.note(path, failure(), nowhere.news);
    expect(nowhere.at(paths[0]!), 'the first had to go').to.equal(undefined);
    expect(nowhere.at(paths.at(-1)!), 'the last is there').to.not.equal(undefined);
  });
});
