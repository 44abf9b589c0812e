import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import { Failure } from '../src/base/failure.ts';
import type { Config } from '../src/config.ts';
import { LANTERN_FILES } from './http/lantern-files.ts';
import { RunningService, TEST_SITE } from './http/running-service.ts';
import { until } from './http/until.ts';

describe('settings read again (SIGHUP)', () => {
  let running: RunningService;
  beforeEach(async () => {
    running = await RunningService.over(LANTERN_FILES);
  });
  afterEach(() => running.end());

  const reload = (settings: unknown, other: Partial<Config> = {}) =>
    running.service.reload(() => ({ ...running.config({ settings }), ...other }));
  const logged = (msg: RegExp) => running.events.filter((event) => msg.test(event.msg));

  it('changes what the site is called, in feeds and on pages, and the validators with it', async () => {
    const before = await running.get('/rss.xml');
    await running.text('/');
    await reload({}, { site: { ...TEST_SITE, title: 'The Beacon' } });
    const after = await running.get('/rss.xml', { 'If-None-Match': before.headers.etag });
    expect(after.status).to.equal(200);
    expect(after.body.toString()).to.include('<title>The Beacon</title>');
    for (const path of ['/', '/opml.xml', '/sections/harbour/atom.xml'])
      expect(await running.text(path), path).to.include('The Beacon');
    expect((await running.get('/rss.xml', { 'If-None-Match': after.headers.etag })).status).to.equal(304);
  });

  it('leaves every byte and validator alone that the new settings do not concern', async () => {
    const before = await running.get('/rss.xml');
    const { change } = await running.readiness();
    await reload({ fairness: { wholeFeedsPerHour: 5 }, log: { access: 1 } });
    const after = await running.get('/rss.xml');
    expect(after.headers.etag).to.equal(before.headers.etag);
    expect((await running.readiness()).change).to.equal(change);
    expect(after.body.equals(before.body)).to.equal(true);
  });

  const live: [what: string, settings: unknown, isSo: () => Promise<boolean>][] = [
    [
      'how many articles a feed has',
      { feeds: { limit: 1 } },
      async () => (await running.text('/rss.xml')).match(/<item>/g)?.length === 1,
    ],
    [
      'how long answers may be reused',
      { feeds: { maxAgeSeconds: 300 } },
      async () => /max-age=300,/.test((await running.get('/rss.xml')).headers['cache-control']!),
    ],
    [
      'how long negotiated answers may be reused',
      { feeds: { maxAgeSeconds: 300 } },
      async () => /max-age=300,/.test((await running.get('/feed')).headers['cache-control']!),
    ],
    [
      'what is fair',
      { fairness: { wholeFeedsPerHour: 1, exemptAddresses: [] } },
      async () => (await running.get('/rss.xml')).status === 429,
    ],
    [
      'which requests are logged',
      { log: { access: 1 } },
      async () => (await running.get('/rss.xml')) && logged(/^request$/).length > 0,
    ],
  ];
  for (const [what, settings, isSo] of live) {
    it(`changes ${what}`, async () => {
      expect(await isSo()).to.equal(false);
      await reload(settings);
      await until('the new settings hold', isSo);
    });
  }

  it('changes how much may vanish at once', async () => {
    await reload({ hold: { withdrawals: 0, share: 0 } });
    running.remove(Object.keys(LANTERN_FILES)[0]!);
    await until('the loss is held', () => logged(/^held/).length > 0);
  });

  it('drops no connection: one that is open goes on, and one that is in the middle of a request is answered', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = async () => {
      const [response] = (await once(
        request({ host: '127.0.0.1', port: running.service.port, path: '/rss.xml', agent }).end(),
        'response',
      )) as [IncomingMessage];
      const { localPort } = response.socket;
      response.resume();
      await once(response, 'end');
      return [response.statusCode, localPort];
    };
    const half = connect({ host: '127.0.0.1', port: running.service.port });
    try {
      const before = await ask();
      half.write('GET /rss.xml HTTP/1.1\r\n');
      await reload({ feeds: { limit: 1 } });
      expect(await ask()).to.deep.equal(before);
      half.write('Host: a\r\nConnection: close\r\n\r\n');
      const [bytes] = (await once(half, 'data')) as [Buffer];
      expect(bytes.toString()).to.match(/^HTTP\/1\.1 200 /);
    } finally {
      half.destroy();
      agent.destroy();
    }
  });

  it('answers every poll while settings change, each with one edition or another', async () => {
    const titles = new Set<string>();
    let isOver = false;
    const polling = (async () => {
      while (!isOver) {
        const { status, body } = await running.get('/rss.xml');
        expect(status).to.equal(200);
        titles.add(/<title>(.*?)<\/title>/.exec(body.toString())![1]!);
      }
    })();
    const names = ['One', 'Two', 'Three'];
    for (const title of names) {
      await reload({}, { site: { ...TEST_SITE, title } });
      expect(await running.text('/rss.xml')).to.include(`<title>${title}</title>`);
    }
    isOver = true;
    await polling;
    expect([...titles].every((title) => ['The Lantern', ...names].includes(title))).to.equal(true);
  });

  it('says which settings need a restart, and takes the others', async () => {
    await reload(
      { feeds: { maxAgeSeconds: 300 }, memory: { fragmentsMegabytes: 8 } },
      {
        port: 1,
        host: '0.0.0.0',
        dataFolder: '/elsewhere',
        articlesFolder: '/elsewhere',
        site: { ...TEST_SITE, authority: 'other.example', baseUrl: 'https://other.example' },
      },
    );
    const [warning] = logged(/after a restart/);
    expect(warning!.settings).to.have.members([
      'PORT',
      'HOST',
      'DATA_DIR',
      'ARTICLES_DIR',
      'BASE_URL',
      'site.authority',
      'memory.fragmentsMegabytes',
    ]);
    const answer = await running.get('/rss.xml');
    expect(answer.headers['cache-control']).to.include('max-age=300,');
    expect(answer.body.toString()).to.include(TEST_SITE.baseUrl).and.not.include('other.example');
    expect(logged(/read again/)).to.have.length(1);
  });

  it('leaves everything as it was when the settings are bad, and logs every fault', async () => {
    const before = await running.get('/rss.xml');
    await running.service.reload(() => {
      throw new Failure('settings-invalid', 'the settings are not usable\n  feeds.limit: a\n  feed: b');
    });
    const [error] = logged(/stay as they were/);
    expect(error).to.deep.include({ code: 'settings-invalid', faults: ['feeds.limit: a', 'feed: b'] });
    const after = await running.get('/rss.xml');
    expect(after.headers.etag).to.equal(before.headers.etag);
    expect(after.headers['cache-control']).to.equal(before.headers['cache-control']);
    await reload({ feeds: { maxAgeSeconds: 300 } });
    expect((await running.get('/rss.xml')).headers['cache-control']).to.include('max-age=300,');
  });

  it('changes which events are logged', async () => {
    await reload({}, { logLevel: 'error' });
    running.events = [];
    running.write('bad.md', '---\ntitle: [\n---\nText.\n');
    await until('the fault is known', async () => (await running.readiness()).faults > 0);
    expect(running.events).to.deep.equal([]);
  });

  it('publishes what changes afterwards under the new settings', async () => {
    await reload({}, { site: { ...TEST_SITE, title: 'The Beacon' } });
    running.write('harbour/later.md', '---\ntitle: Later\ndate: 2025-09-30\n---\nText.\n');
    await until('it is there', async () => (await running.text('/rss.xml')).includes('Later'));
    expect(await running.text('/rss.xml')).to.include('<title>The Beacon</title>');
    await running.stop();
    await running.start({ site: { title: 'The Beacon' } });
    expect(await running.text('/rss.xml')).to.include('<title>The Beacon</title>');
  });
});
