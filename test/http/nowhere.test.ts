import { expect } from 'chai';
import { Failure, type FailureCode } from '../../src/base/failure.ts';
import { createApp } from '../../src/http/express-app.ts';
import { Nowhere } from '../../src/http/nowhere.ts';
import { listen } from '../../src/http/server.ts';
import { ask } from './client.ts';
import { routesOver } from './routes-over.ts';

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

describe('an address at which nothing is (H-02)', () => {
  it('is looked for once, until there is news; only reading is answered so', async () => {
    let looked = 0;
    const article = async () => {
      looked += 1;
      return undefined;
    };
    const { routes, table, nowhere } = routesOver({ change: 1, article }, () => true);
    const listening = await listen(
      createApp(() => routes),
      table,
      '127.0.0.1',
      0,
    );
    const status = async (method = 'GET') =>
      (await ask(listening.port, '/articles/lamps', { method })).status;
    try {
      expect([await status(), await status(), await status('HEAD')]).to.deep.equal([404, 404, 404]);
      expect(looked).to.equal(1);
      expect(await status('POST')).to.equal(405);
      nowhere.renew();
      expect(await status()).to.equal(404);
      expect(looked).to.equal(2);
    } finally {
      await listening.close();
    }
  });
});
