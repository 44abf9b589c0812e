/**
 * Two changes within one second (H-13, C-70; docs/decisions/0003).
 */
import { expect } from 'chai';
import { HandClock } from './hand-clock.ts';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

const article = (text: string) => `---\ntitle: One\ndate: 2026-01-01\n---\n${text}\n`;

describe('two changes within a second', () => {
  const clock = new HandClock('2026-06-01T12:00:00.200Z');
  let running: RunningService;
  const edit = async (text: string) => {
    running.write('one.md', article(text));
    await until(`the feed says ${text}`, async () => (await running.text('/rss.xml')).includes(text));
  };
  const header = async (name: string, headers: Record<string, string> = {}) =>
    (await running.get('/rss.xml', headers)).headers[name];

  before(async () => {
    running = await RunningService.over({ 'one.md': article('first') }, { clock });
    clock.advance(60);
    await edit('second');
    await edit('third');
    await edit('fourth');
  });
  after(() => running.end());

  it('are told under the present second, which is not ahead of Date (H-13)', async () => {
    expect(await header('last-modified')).to.equal('Mon, 01 Jun 2026 12:01:00 GMT');
  });

  it('are not hidden from a reader that knows that second (C-70)', async () => {
    const since = { 'If-Modified-Since': 'Mon, 01 Jun 2026 12:01:00 GMT' };
    const answer = await running.get('/rss.xml', since);
    expect(answer.status).to.equal(200);
    expect(answer.headers).to.have.property('etag');
    expect(answer.headers, 'libcurl would not believe it').to.not.have.property('last-modified');
  });

  it('are told under the next second as soon as it is there, and then answered 304', async () => {
    clock.advance(1);
    expect(await header('last-modified')).to.equal('Mon, 01 Jun 2026 12:01:01 GMT');
    const answer = await running.get('/rss.xml', { 'If-Modified-Since': 'Mon, 01 Jun 2026 12:01:01 GMT' });
    expect(answer.status).to.equal(304);
  });

  it('say the same in the document (H-20)', async () => {
    expect(await running.text('/rss.xml')).to.include('<lastBuildDate>Mon, 01 Jun 2026 12:01:01 GMT<');
    expect(await running.text('/atom.xml')).to.include('<updated>2026-06-01T12:01:01Z<');
  });
});
