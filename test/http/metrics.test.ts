import { expect } from 'chai';
import { METRICS } from '../../src/http/metrics.ts';
import { LANTERN_FILES } from './lantern-files.ts';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

describe('/metrics', () => {
  let running: RunningService;
  beforeEach(async () => {
    running = await RunningService.over(LANTERN_FILES);
  });
  afterEach(() => running.end());

  /** The value of a series, told as Prometheus writes it; undefined when there is none. */
  async function value(series: string): Promise<number | undefined> {
    const line = (await running.text('/metrics')).split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  }
  const polls = (feed: string, status: number, coding: string) =>
    `feedwright_polls_total{kind="main",feed="${feed}",format="rss",coding="${coding}",status="${status}"}`;

  it('tells every metric of the table, and no other', async () => {
    const { headers, body } = await running.get('/metrics');
    expect(headers['content-type']).to.equal('text/plain; version=0.0.4; charset=utf-8');
    expect(headers['cache-control']).to.equal('no-store');
    const told = [...body.toString().matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [
      name,
      type,
    ]);
    expect(told).to.deep.equal(METRICS.map(({ name, type }) => [name, type]));
  });

  it('counts polls by feed, format, status and coding, whoever answers them', async () => {
    const { etag } = (await running.get('/rss.xml')).headers;
    for (const _ of [1, 2]) await running.get('/rss.xml', { 'Accept-Encoding': 'gzip' });
    for (const _ of [1, 2, 3]) await running.get('/rss.xml', { 'If-None-Match': etag });
    await running.get('/feed', { 'If-None-Match': etag });
    expect(await value(polls('main', 200, 'identity'))).to.equal(1);
    expect(await value(polls('main', 200, 'gzip'))).to.equal(2);
    expect(await value(polls('main', 304, 'identity'))).to.equal(4);
  });

  it('counts the bytes sent, and those that a 304 saved', async () => {
    const { headers, body } = await running.get('/rss.xml');
    await running.get('/rss.xml', { 'If-None-Match': headers.etag });
    await running.ask('/rss.xml', { method: 'HEAD' });
    const labels = 'kind="main",feed="main",format="rss",coding="identity"';
    expect(await value(`feedwright_sent_bytes_total{${labels}}`)).to.equal(body.length);
    expect(await value(`feedwright_saved_bytes_total{${labels},status="304"}`)).to.equal(body.length);
  });

  it('goes on counting where a change renews a feed', async () => {
    await running.get('/rss.xml');
    const before = await value('feedwright_changes_total');
    running.write('harbour/later.md', '---\ntitle: Later\ndate: 2025-09-30\n---\nText.\n');
    await until('the change is published', async () => (await running.text('/rss.xml')).includes('Later'));
    expect(await value('feedwright_changes_total')).to.be.above(before!);
    expect(await value(polls('main', 200, 'identity'))).to.be.at.least(2);
    expect(await value('feedwright_render_seconds_count{format="rss"}')).to.be.at.least(2);
    expect(await value('feedwright_ingest_seconds_count{work="scan"}')).to.equal(1);
    expect(await value('feedwright_ingest_seconds_bucket{work="scan",le="+Inf"}')).to.equal(1);
    expect(await value('feedwright_files_read_total')).to.be.at.least(1);
  });

  it('counts deltas, and the bytes that they saved', async () => {
    const { etag } = (await running.get('/rss.xml')).headers;
    running.write('harbour/later.md', '---\ntitle: Later\ndate: 2025-09-30\n---\nText.\n');
    await until('the change is published', async () => (await running.text('/rss.xml')).includes('Later'));
    const delta = await running.get('/rss.xml', { 'A-IM': 'feed', 'If-None-Match': etag });
    expect(delta.status).to.equal(226);
    const labels = 'kind="main",feed="main",format="rss",coding="identity",status="226"';
    expect(await value(`feedwright_polls_total{${labels}}`)).to.equal(1);
    const { length } = (await running.get('/rss.xml')).body;
    expect(await value(`feedwright_saved_bytes_total{${labels}}`)).to.equal(length - delta.body.length);
  });

  it('counts failures by their code, and tells faults and holds', async () => {
    await running.get('/nothing');
    await running.ask('/rss.xml', { method: 'POST' });
    expect(await value('feedwright_failures_total{code="address-unknown"}')).to.equal(1);
    expect(await value('feedwright_failures_total{code="method-not-allowed"}')).to.equal(1);
    expect(await value('feedwright_ready')).to.equal(1);
    expect(await value('feedwright_faults')).to.equal((await running.readiness()).faults);
    expect(await value('feedwright_held_articles')).to.equal(0);
  });

  it('has nothing to tell a stranger', async () => {
    const answer = await running.get('/metrics', { 'X-Forwarded-For': '192.0.2.7' });
    expect(answer.status).to.equal(404);
    expect(answer.body.toString()).to.not.include('feedwright_');
  });
});
