import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.ts';
import { Failure } from '../../src/base/failure.ts';
import { Fairness, openBudgets } from '../../src/http/fairness.ts';
import type { Question } from './client.ts';
import { HandClock } from './hand-clock.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService } from './running-service.ts';

const BUDGET = 5;

/** Nobody is exempt but by what a case says; this machine is a proxy, so that a request may come from anywhere. */
const SETTINGS = {
  fairness: { wholeFeedsPerHour: BUDGET, exemptAddresses: [] as string[] },
  proxy: { trusted: ['127.0.0.0/8'] },
};
const from = (address: string): Question => ({ headers: { 'X-Forwarded-For': address } });

describe('the budget of whole feeds (H-41 … H-43)', () => {
  const clock = new HandClock('2025-10-01T10:00:00Z');
  let running: RunningService;
  afterEach(() => running.end());

  /** The statuses that one client gets for asking so often. */
  async function statuses(
    times: number,
    question: Question = {},
    path = '/rss.xml',
  ): Promise<readonly number[]> {
    const all: number[] = [];
    for (let at = 0; at < times; at++) all.push((await running.ask(path, question)).status);
    return all;
  }
  const start = async (settings: unknown = SETTINGS) => {
    clock.set('2025-10-01T10:00:00Z');
    running = await RunningService.over(LANTERN_FILES, { clock, settings });
  };
  const whole = (times: number) => Array.from({ length: times }, () => 200);

  it('refuses what goes beyond it, says for how long, and lets nobody keep the answer', async () => {
    await start();
    expect(await statuses(BUDGET)).to.deep.equal(whole(BUDGET));
    const { status, headers, body } = await running.get('/rss.xml');
    expect(status).to.equal(429);
    expect(headers['retry-after']).to.equal(String(3600 / BUDGET));
    expect(headers['cache-control']).to.equal('no-store');
    expect(headers['content-type']).to.match(/^application\/problem\+json/);
    expect(JSON.parse(body.toString())).to.include({ status: 429, code: 'polled-too-often' });
  });

  it('is there again after the time that was said, and not before', async () => {
    await start();
    await statuses(BUDGET);
    clock.advance(Number((await running.get('/rss.xml')).headers['retry-after']) - 1);
    expect(await statuses(1)).to.deep.equal([429]);
    clock.advance(1);
    expect(await statuses(2)).to.deep.equal([200, 429]);
    clock.advance(3600);
    expect(await statuses(BUDGET + 1)).to.deep.equal([...whole(BUDGET), 429]);
  });

  it('survives a clock that is set back', async () => {
    await start();
    await statuses(BUDGET + 1);
    clock.set('2025-09-01T10:00:00Z');
    expect(await statuses(1)).to.deep.equal([200]);
  });

  const free: [what: string, question: Question][] = [
    ['a conditional request that matches', { headers: { 'If-None-Match': '*' } }],
    ['a conditional request that does not', { headers: { 'If-None-Match': '"old"' } }],
    ['a request since a date', { headers: { 'If-Modified-Since': 'Wed, 01 Oct 2025 09:00:00 GMT' } }],
    ['a compressed body', { headers: { 'Accept-Encoding': 'gzip' } }],
    ['a head', { method: 'HEAD' }],
  ];
  for (const [what, question] of free) {
    it(`is never spent by ${what}, nor refuses it`, async () => {
      await start();
      expect(await statuses(3 * BUDGET, question)).to.not.include(429);
      expect(await statuses(BUDGET + 1)).to.deep.equal([...whole(BUDGET), 429]);
      expect(await statuses(1, question)).to.not.include(429);
    });
  }

  const counted: [what: string, headers: Question['headers']][] = [
    ['a tag that is none', { 'If-None-Match': 'old' }],
    ['no tag', { 'If-None-Match': '' }],
    ['a date that is none (H-06)', { 'If-Modified-Since': 'yesterday' }],
    [
      'a tag that is none beside a date, which it makes be ignored (H-03)',
      { 'If-None-Match': 'old', 'If-Modified-Since': 'Wed, 01 Oct 2025 09:00:00 GMT' },
    ],
  ];
  for (const [what, headers] of counted) {
    it(`is spent by a condition that names ${what}`, async () => {
      await start();
      expect(await statuses(BUDGET + 1, { headers: headers! })).to.deep.equal([...whole(BUDGET), 429]);
    });
  }

  it('is not forgiven when the settings are read again, and has their measure from then on', async () => {
    await start();
    await statuses(BUDGET + 1);
    await running.service.reload(() => running.config({ settings: SETTINGS }));
    expect(await statuses(1)).to.deep.equal([429]);
    const doubled = { ...SETTINGS.fairness, wholeFeedsPerHour: 2 * BUDGET };
    await running.service.reload(() => running.config({ settings: { ...SETTINGS, fairness: doubled } }));
    clock.advance(3600 / (2 * BUDGET));
    expect(await statuses(2)).to.deep.equal([200, 429]);
  });

  it('is one for all formats of a feed, asked for by name or not', async () => {
    await start();
    for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/feed', '/rss.xml?x=1'])
      expect(await statuses(1, {}, path)).to.deep.equal([200]);
    expect(await statuses(1, {}, '/atom.xml')).to.deep.equal([429]);
  });

  it('is each feed’s own, and not for pages', async () => {
    await start();
    await statuses(BUDGET + 1);
    expect(await statuses(BUDGET, {}, '/sections/harbour/rss.xml')).to.deep.equal(whole(BUDGET));
    for (const page of ['/', '/sitemap.xml', '/articles/the-lamp-is-lit'])
      expect(await statuses(2 * BUDGET, {}, page)).to.deep.equal(whole(2 * BUDGET));
  });

  it('is each client’s own: an IPv4 address, or the first 64 bits of an IPv6 address', async () => {
    await start();
    expect(await statuses(BUDGET + 1, from('192.0.2.1'))).to.include(429);
    expect(await statuses(1, from('192.0.2.2'))).to.deep.equal([200]);
    for (let at = 1; at <= BUDGET; at++)
      expect(await statuses(1, from(`2001:db8::${at}`))).to.deep.equal([200]);
    expect(await statuses(1, from('2001:db8::ffff'))).to.deep.equal([429]);
    expect(await statuses(1, from('2001:db8:0:1::1'))).to.deep.equal([200]);
  });

  it('cannot be stretched by addresses that nobody trusted said', async () => {
    await start({ ...SETTINGS, proxy: { trusted: [] } });
    const all: number[] = [];
    for (let at = 0; at <= BUDGET; at++) all.push(...(await statuses(1, from(`192.0.2.${at}`))));
    expect(all).to.deep.equal([...whole(BUDGET), 429]);
  });

  const exempt: [what: string, settings: unknown, question: Question][] = [
    ['this machine', { fairness: { wholeFeedsPerHour: BUDGET } }, {}],
    [
      'addresses that a setting names',
      { ...SETTINGS, fairness: { ...SETTINGS.fairness, exemptAddresses: ['192.0.2.0/24'] } },
      from('192.0.2.9'),
    ],
    ['reader services', SETTINGS, { headers: { 'User-Agent': 'Feedly/1.0 (+http://www.feedly.com/)' } }],
    [
      'anybody, when it is turned off',
      { ...SETTINGS, fairness: { wholeFeedsPerHour: 0 } },
      from('192.0.2.9'),
    ],
  ];
  for (const [what, settings, question] of exempt) {
    it(`does not hold for ${what}`, async () => {
      await start(settings);
      expect(await statuses(3 * BUDGET, question)).to.deep.equal(whole(3 * BUDGET));
    });
  }

  it('refuses a browser with a page', async () => {
    await start();
    const browser = { headers: { Accept: 'text/html', 'X-Forwarded-For': '192.0.2.3' } };
    await statuses(BUDGET, browser);
    const { status, headers } = await running.ask('/rss.xml', browser);
    expect(status).to.equal(429);
    expect(headers['content-type']).to.match(/^text\/html/);
  });

  it('is 60 an hour unless a setting says otherwise', async () => {
    await start({ fairness: { exemptAddresses: [] } });
    expect(await statuses(61)).to.deep.equal([...whole(60), 429]);
  });
});

describe('Fairness', () => {
  it('remembers only so many clients, and forgives those that it forgets', () => {
    let client = '192.0.2.1';
    const terms = { wholeFeedsPerHour: 1, exemptAddresses: [], exemptAgents: [] };
    const fairness = new Fairness(terms, systemClock, () => client, openBudgets());
    const isRefused = () => {
      try {
        fairness.spend({ headers: {} } as IncomingMessage, '');
        return false;
      } catch (cause) {
        expect(cause).to.be.instanceOf(Failure);
        return true;
      }
    };
    expect([isRefused(), isRefused()]).to.deep.equal([false, true]);
    for (let at = 0; at < 20_000; at++) {
      client = `10.0.${at >> 8}.${at & 255}`;
      expect(isRefused()).to.equal(false);
    }
    expect(isRefused()).to.equal(true);
    client = '192.0.2.1';
    expect(isRefused()).to.equal(false);
  });
});
