import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { Failure } from '../src/base/failure.ts';
import { openLog } from '../src/base/log.ts';
import { PublisherThread } from '../src/publisher-in-thread.ts';
import { type Service, startService } from '../src/service.ts';
import { type Answer, ask, type Question } from './http/client.ts';
import { LANTERN_FILES, markdown } from './http/lantern-files.ts';
import { RunningService } from './http/running-service.ts';
import { until } from './http/until.ts';

describe('a publisher in a thread of its own', () => {
  let files: RunningService;
  let service: Service;

  before(async () => {
    files = await RunningService.over(LANTERN_FILES);
    // Within the second of a change, Last-Modified is told as the present second (H-13).
    await pause(1000);
  });
  after(() => files.end());

  const start = async (): Promise<Service> => {
    const config = files.config();
    const thread = new PublisherThread(config);
    return startService(config, { log: openLog('silent'), open: (events) => thread.open(events) });
  };
  const shown = ({ status, headers: { date, connection, ...headers }, body }: Answer) => ({
    status,
    headers,
    body: body.toString(),
  });

  it('answers every address as one in the same thread does', async () => {
    const questions: readonly (readonly [string, Question])[] = [
      ['/rss.xml', {}],
      ['/atom.xml', { headers: { 'accept-encoding': 'gzip' } }],
      ['/feed.json', { headers: { 'accept-encoding': 'zstd' } }],
      ['/feed', { headers: { accept: 'application/atom+xml' } }],
      ['/sections/harbour/rss.xml', { method: 'HEAD' }],
      ['/sections/nowhere/rss.xml', {}],
      ['/archive/1/rss.xml', {}],
      ['/', {}],
      ['/sections/harbour/', {}],
      ['/sections/harbour', {}],
      ['/articles/the-lamp-is-lit', {}],
      ['/articles/nobody-wrote-it', { headers: { accept: 'text/html' } }],
      ['/opml.xml', {}],
      ['/sitemap.xml', {}],
      ['/readyz', {}],
      ['/faults', {}],
      ['/assets/nothing/lamp.png', {}],
    ];
    const here = await Promise.all(questions.map(([path, question]) => files.ask(path, question)));
    await files.stop();
    service = await start();
    try {
      await service.takenIn;
      const there = await Promise.all(questions.map(([path, question]) => ask(service.port, path, question)));
      for (const [at, [path]] of questions.entries())
        expect(shown(there[at]!), path).to.deep.equal(shown(here[at]!));
    } finally {
      await service.close();
    }
  });

  it('publishes an edit, lives by new settings, and tells the metrics of its work', async () => {
    service = await start();
    try {
      await service.takenIn;
      const before = (await ask(service.port, '/rss.xml')).headers.etag!;
      await ask(service.port, '/articles/the-lamp-is-lit');
      files.write('town/new.md', markdown({ title: 'New', date: '2025-09-20' }, 'Out of the thread.'));
      await until('it is in the feed', async () => {
        const { body } = await ask(service.port, '/rss.xml', { headers: { 'if-none-match': before } });
        return body.toString().includes('Out of the thread.');
      });
      expect((await ask(service.port, '/articles/new')).status).to.equal(200);
      const config = files.config();
      await service.reload(() => ({ ...config, site: { ...config.site, title: 'The Lamp' } }));
      expect((await ask(service.port, '/')).body.toString()).to.include('The Lamp');
      const metrics = (await ask(service.port, '/metrics')).body.toString();
      expect(metrics).to.match(/render\w*_count\{format="rss"\} [1-9]/);
    } finally {
      await service.close();
    }
  });

  it('fails as the publisher fails', async () => {
    service = await start();
    try {
      const failure = await start().catch((cause: unknown) => cause);
      expect(failure).to.be.instanceOf(Failure);
      expect((failure as Failure).code).to.equal('ledger-in-use');
    } finally {
      await service.close();
    }
  });
});
