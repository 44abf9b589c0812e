import { expect } from 'chai';
import { articleUrl, feedHead } from '../../src/feeds/feed-head.ts';
import { sampleArticle, sampleSite } from '../render/sample-documents.ts';

const site = sampleSite({ baseUrl: 'https://lantern.example.org/news' });
const record = (key: string, name: string) => ({
  key,
  name,
  change: 7,
  modified: new Date('2025-09-06T08:00:00Z'),
});

describe('feedHead (design §6, A-02, A-14, A-15)', () => {
  const cases: [key: string, name: string, title: string, id: string, home: string][] = [
    ['', '', 'The Lantern', 'feed', '/news/'],
    ['sections/world', 'World', 'The Lantern: World', 'sections/world', '/news/sections/world/'],
    ['tags/q-a', 'Q&A', 'The Lantern: Q&A', 'tags/q-a', '/news/tags/q-a/'],
    ['authors/ada', 'Ada', 'The Lantern: Ada', 'authors/ada', '/news/authors/ada/'],
  ];
  for (const [key, name, title, id, home] of cases) {
    it(`says what ${key || 'the main feed'} is`, () => {
      const head = feedHead(record(key, name), site);
      expect(head.title).to.equal(title);
      expect(head.id).to.equal(`tag:lantern.example.org,2025:${id}`);
      expect(new URL(head.id).href, 'the id is its own canonical form').to.equal(head.id);
      expect(head.homeUrl).to.equal(`https://lantern.example.org${home}`);
      expect(head.documentUrls).to.deep.equal({
        rss: `${head.homeUrl}rss.xml`,
        atom: `${head.homeUrl}atom.xml`,
        json: `${head.homeUrl}feed.json`,
      });
      expect([head.change, head.modified]).to.deep.equal([7, new Date('2025-09-06T08:00:00Z')]);
      expect(head.description).not.to.equal('');
    });
  }
  it('keeps the id when the base URL changes', () => {
    const moved = feedHead(record('tags/a', 'A'), sampleSite({ baseUrl: 'http://other.example' }));
    expect(moved.id).to.equal(feedHead(record('tags/a', 'A'), site).id);
  });
});

describe('articleUrl', () => {
  it('prefers the publisher’s own address of an article', () => {
    expect(articleUrl(sampleArticle(), site.baseUrl)).to.equal(
      'https://lantern.example.org/news/articles/the-lamp-is-lit',
    );
    expect(articleUrl(sampleArticle({ permalink: 'https://x.example/a' }), site.baseUrl)).to.equal(
      'https://x.example/a',
    );
  });
});
