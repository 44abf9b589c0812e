import { expect } from 'chai';
import { plainLine } from '../../src/base/text.ts';
import { FORMATS } from '../../src/feeds/feed.ts';
import {
  articlePath,
  documentPath,
  type FeedAddress,
  feedAddress,
  feedHome,
  feedKind,
} from '../../src/feeds/feed-address.ts';
import { articleUrl, feedHead } from '../../src/feeds/feed-head.ts';

const site = {
  baseUrl: 'https://news.example',
  authority: 'news.example',
  title: plainLine('News'),
  description: plainLine('All news'),
  language: 'ru',
  author: 'News',
};

describe('feedAddress (design §6, T-45)', () => {
  const cases: [what: string, path: string, expected: FeedAddress | undefined][] = [
    ['knows the main feed', '/rss.xml', { key: '', what: 'rss' }],
    ['knows a section', '/sections/world/atom.xml', { key: 'sections/world', what: 'atom' }],
    ['knows its page', '/sections/world/', { key: 'sections/world', what: 'page' }],
    [
      'reads percent-encoded letters',
      '/tags/%D0%BC%D0%B8%D1%80/feed.json',
      { key: 'tags/мир', what: 'json' },
    ],
    [
      'reads lower-case percent-encoding',
      '/tags/%d0%bc%d0%b8%d1%80/feed',
      { key: 'tags/мир', what: 'negotiated' },
    ],
    ['reads raw letters', '/tags/мир/', { key: 'tags/мир', what: 'page' }],
    [
      'reads decomposed letters as slugs are kept',
      `/tags/${encodeURI('й'.normalize('NFD'))}/`,
      { key: 'tags/й', what: 'page' },
    ],
    ['knows no address that is no UTF-8', '/tags/%D0/rss.xml', undefined],
    ['knows no address with a space', '/tags/a%20b/rss.xml', undefined],
    ['knows no slug that climbs', '/tags/..%2F..%2Fetc/rss.xml', undefined],
    ['knows nothing else', '/tags/a/b/rss.xml', undefined],
  ];
  for (const [what, path, expected] of cases) {
    it(what, () => {
      expect(feedAddress(path)).to.deep.equal(expected);
    });
  }
});

describe('addresses of slugs in any script (R-36)', () => {
  it('are ASCII and lead back', () => {
    for (const key of ['sections/мир', 'tags/平和', 'authors/محمد', 'tags/हिन्दी']) {
      expect(feedHome(key)).to.match(/^[\x21-\x7E]+$/);
      expect(feedAddress(documentPath(key, 'rss'))).to.deep.equal({ key, what: 'rss' });
    }
    const url = articleUrl({ slug: '平和', permalink: undefined }, 'https://news.example');
    expect(url).to.equal('https://news.example/articles/%E5%B9%B3%E5%92%8C');
    expect(articlePath('harbor')).to.equal('/articles/harbor');
  });

  it("give a feed's id that is an IRI in ASCII", () => {
    const head = feedHead(
      { key: 'sections/мир', name: 'Мир', change: 1, modified: new Date(0) } as never,
      site as never,
    );
    expect(head.id).to.equal('tag:news.example,2025:sections/%D0%BC%D0%B8%D1%80');
    expect(new URL(head.id).href).to.equal(head.id);
  });
});

describe('the addresses of feeds (design §6)', () => {
  const cases: [path: string, expected: FeedAddress | undefined][] = [
    ['/', { key: '', what: 'page' }],
    ['/feed/', { key: '', what: 'negotiated' }],
    ['/sections/world', { key: 'sections/world', what: 'page' }],
    ['/authors/ada/feed', { key: 'authors/ada', what: 'negotiated' }],
    ['/sections', undefined],
    ['/sections/', undefined],
    ['/sections/worldrss.xml', undefined],
    ['/articles/a', undefined],
    ['/rss', undefined],
    ['/RSS.xml', undefined],
    ['rss.xml', undefined],
    [`/tags/${'a'.repeat(101)}/`, undefined],
  ];
  for (const [path, expected] of cases) {
    it(`are read from ${path.slice(0, 40)}`, () => {
      expect(feedAddress(path)).to.deep.equal(expected);
    });
  }
  it('lead back to what they were written for', () => {
    for (const key of ['', 'sections/world', 'tags/a-b', 'authors/ada-quill']) {
      expect(feedAddress(feedHome(key))).to.deep.equal({ key, what: 'page' });
      for (const format of FORMATS)
        expect(feedAddress(documentPath(key, format))).to.deep.equal({ key, what: format });
    }
  });
  it('tell the kind of a feed', () => {
    const kinds = ['', 'sections/a', 'tags/a', 'authors/a'].map(feedKind);
    expect(kinds).to.deep.equal(['main', 'section', 'tag', 'author']);
  });
});
