import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { LANTERN_FILES, markdown } from './http/lantern-files.ts';
import { RunningService } from './http/running-service.ts';
import { until } from './http/until.ts';

describe('a service that tells a cache what is stale (H-28)', () => {
  let running: RunningService;
  let asked: Pick<IncomingMessage, 'method' | 'headers'>[];
  let status: number;
  const cache = createServer((request, response) => {
    asked.push(request);
    response.writeHead(status).end();
  });
  const keys = () => asked.map(({ headers }) => headers['surrogate-key']);

  beforeEach(async () => {
    asked = [];
    status = 200;
    await new Promise<void>((resolve) => void cache.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(cache.address() as AddressInfo).port}/`;
    const purge = { url, method: 'PURGE', headers: { 'Surrogate-Key': '{key}' } };
    running = await RunningService.over(LANTERN_FILES, { settings: { cache: { purge } } });
    await until('the first import is told of', () => keys().includes('feed-authors-ben-oar'));
    await until('everything was said', () => keys().includes('index'));
  });
  afterEach(async () => {
    await running.end();
    cache.closeAllConnections();
    await new Promise((resolve) => cache.close(resolve));
  });

  it('says "everything" when it starts', () => {
    expect(keys().slice(0, 3).sort()).to.deep.equal(['article', 'feed', 'index']);
    expect(asked.every(({ method }) => method === 'PURGE')).to.equal(true);
  });

  it('names the feeds of an edited article and its page, once the new bytes are there', async () => {
    await running.get('/articles/bridge-opens-on-monday');
    await running.get('/articles/the-lamp-is-lit');
    asked = [];
    running.write(
      'town/bridge.md',
      markdown({ title: 'Bridge opens on Monday', date: '2025-09-02', author: 'Ben Oar' }, 'Tuesday.'),
    );
    await until('the page is told of', () => keys().includes('article-bridge-opens-on-monday'));
    expect(await running.text('/rss.xml')).to.include('Tuesday.');
    await until('the indexes are told of', () => keys().includes('index'));
    expect([...new Set(keys())].sort()).to.deep.equal([
      'article-bridge-opens-on-monday',
      'feed-authors-ben-oar',
      'feed-main',
      'feed-sections-town',
      'index',
    ]);
  });

  it('names a page that a cache has had for longer than from the last change to this one', async () => {
    await running.get('/articles/bridge-opens-on-monday');
    running.write('town/other.md', markdown({ title: 'Other', date: '2025-09-03' }, 'Not of the bridge.'));
    await until('the other one is told of', () => keys().includes('article-other') || asked.length > 6);
    await until('it is in the feed', async () => (await running.text('/rss.xml')).includes('Not of the'));
    asked = [];
    running.write(
      'town/bridge.md',
      markdown({ title: 'Bridge opens on Monday', date: '2025-09-02', author: 'Ben Oar' }, 'Tuesday.'),
    );
    await until('the page is told of', () => keys().includes('article-bridge-opens-on-monday'));
  });

  it('says "everything" when the settings are read again', async () => {
    asked = [];
    const config = running.config();
    await running.service.reload(() => ({ ...config, site: { ...config.site, title: 'The Lamp' } }));
    // What the first import made stale may still be on its way; these two keys are said for everything alone.
    const all = () => keys().filter((key) => key === 'article' || key === 'feed');
    await until('everything is said', () => all().length === 2 && keys().includes('index'));
    expect(all().sort()).to.deep.equal(['article', 'feed']);
  });

  it('publishes all the same when the cache refuses, and tries again', async () => {
    status = 503;
    asked = [];
    running.remove('town/bridge.md');
    await until('it was tried twice', () => keys().filter((key) => key === 'feed-main').length >= 2);
    expect(await running.text('/rss.xml')).to.not.include('Bridge opens');
    expect(
      running.events.some(({ msg, trouble }) => msg.startsWith('a cache') && trouble === 'status 503'),
    ).to.equal(true);
  });
});
