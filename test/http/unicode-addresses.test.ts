import { expect } from 'chai';
import { HandClock } from './hand-clock.ts';
import { RunningService, TEST_SITE } from './running-service.ts';

const FILES = {
  'новости/порт.md':
    '---\ntitle: Порт снова открыт\ndate: 2025-09-05\ntags: [море, 平和]\nauthor: Ада Норт\n---\nПорт открыт.\n',
  'world/port.md': '---\ntitle: 港口重新开放\ndate: 2025-09-06\n---\n港口重新开放。\n',
};
const ARTICLE = `/articles/${encodeURIComponent('порт-снова-открыт')}`;

describe('addresses of slugs in any script (R-36, T-45)', () => {
  let running: RunningService;
  before(async () => {
    running = await RunningService.over(FILES, { clock: new HandClock('2025-10-01T10:00:00Z') });
  });
  after(() => running.end());

  it('serve the article, however its address is encoded', async () => {
    for (const path of [ARTICLE, ARTICLE.toLowerCase(), `/articles/${encodeURIComponent('港口重新开放')}`]) {
      expect((await running.get(path)).status, path).to.equal(200);
    }
  });

  it('serve the feeds of section, tag and author, and answer 304', async () => {
    for (const key of ['sections/новости', 'tags/море', 'tags/平和', 'authors/ада-норт']) {
      const path = `/${encodeURI(key)}/rss.xml`;
      const first = await running.get(path);
      expect(first.status, key).to.equal(200);
      const again = await running.get(path, { 'If-None-Match': first.headers.etag! });
      expect(again.status, key).to.equal(304);
      expect((await running.get(`/${encodeURI(key)}`)).headers.location).to.equal(`/${encodeURI(key)}/`);
    }
  });

  it('are ASCII in every document and header', async () => {
    for (const path of [
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/opml.xml',
      '/sitemap.xml',
      `/${encodeURI('tags/море')}/atom.xml`,
    ]) {
      const answer = await running.get(path);
      const text = await running.text(path);
      for (const [url] of text.matchAll(/https?:\/\/[^"'<>\s]+/g))
        expect(url, path).to.match(/^[\x21-\x7E]+$/);
      expect(JSON.stringify(answer.headers)).to.match(/^[\x20-\x7E]+$/);
    }
    expect(await running.text('/rss.xml')).to.contain(`<link>${TEST_SITE.baseUrl}${ARTICLE}</link>`);
  });
});
