/**
 * Articles that are to be read until an instant.
 */
import { expect } from 'chai';
import { HandClock } from '../http/hand-clock.ts';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';
import { LedgerAtHand, START } from './ledger-at-hand.ts';

const EXPIRES = new Date('2025-09-05T18:00:00Z');

describe('an article that expires', () => {
  let at: LedgerAtHand;
  beforeEach(async () => {
    at = await new LedgerAtHand().open();
  });
  afterEach(() => at.dispose());
  const write = (expires: Date | undefined) =>
    at.write({ path: 'a.md', published: new Date('2025-09-01T00:00:00Z'), expires });
  const state = async () => (await at.ledger.articles.bySlug('the-lamp-is-lit'))?.state;

  it('is live until its instant, which the service looks forward to', async () => {
    await write(EXPIRES);
    expect((await at.ledger.articles.scheduled(1))[0]?.at).to.deep.equal(EXPIRES);
    at.clock.set('2025-09-05T17:59:59Z');
    expect(await at.ledger.promote()).to.equal(undefined);
    expect(await at.live()).to.have.lengthOf(1);
  });

  it('leaves every feed at its instant, in one change', async () => {
    await write(EXPIRES);
    at.clock.set('2025-09-05T18:00:00Z');
    expect((await at.ledger.promote())?.touched).to.include('');
    expect(await at.live()).to.deep.equal([]);
    expect(await state()).to.equal('expired');
    expect((await at.ledger.articles.scheduled(1))[0]?.at).to.equal(undefined);
    expect(await at.ledger.promote()).to.equal(undefined);
  });

  it('comes back with its id and dates when its instant is moved on (R-33, R-37)', async () => {
    await write(EXPIRES);
    const before = await at.only();
    at.clock.set('2025-09-05T19:00:00Z');
    await at.ledger.promote();
    await write(new Date('2025-09-06T00:00:00Z'));
    const after = await at.only();
    expect([after.id, after.slug, after.published]).to.deep.equal([before.id, before.slug, before.published]);
  });

  it('stays away when the clock is set back and its file is read again', async () => {
    await write(EXPIRES);
    at.clock.set('2025-09-05T19:00:00Z');
    await at.ledger.promote();
    at.clock.set('2025-09-05T13:00:00Z');
    await write(EXPIRES);
    expect(await state()).to.equal('expired');
  });

  it('is never live when its instant was over before it was seen', async () => {
    await write(new Date('2025-09-05T11:00:00Z'));
    expect(await at.live()).to.deep.equal([]);
    expect((await at.ledger.articles.bySlug('the-lamp-is-lit'))?.hasBeenLive).to.equal(false);
  });

  it('is answered 410 with a page that says so, and no feed is kept beyond its instant (H-22, H-38)', async () => {
    const clock = new HandClock(START);
    const text = '---\ntitle: Offer\ndate: 2025-09-01\nexpires: 2025-09-05T12:05:00Z\n---\nSoup.\n';
    const running = await RunningService.over({ 'a.md': text, 'b.md': 'Other.\n' }, { clock });
    try {
      const { headers } = await running.get('/rss.xml');
      expect(headers['cache-control']).to.include('max-age=300');
      clock.set('2025-09-05T12:05:00Z');
      await until('it is gone', async () => !(await running.text('/rss.xml')).includes('Offer'));
      const page = await running.get('/articles/offer', { accept: 'text/html' });
      expect(page.status).to.equal(410);
      expect(page.body.toString()).to.not.include('Soup.');
      const problem = await running.get('/articles/offer', { accept: 'application/json' });
      expect(JSON.parse(problem.body.toString())).to.include({ status: 410, code: 'article-expired' });
    } finally {
      await running.end();
    }
  });
});
