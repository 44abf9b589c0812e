import { expect } from 'chai';
import { FEEDS_NAMED_MAX, PollTallies } from '../../src/http/poll-tallies.ts';

describe('PollTallies', () => {
  const cases: [what: string, path: string, kind: string, feed: string, format: string][] = [
    ['knows the main feed', '/rss.xml', 'main', 'main', 'rss'],
    ['knows a section', '/sections/harbour/atom.xml', 'section', 'sections/harbour', 'atom'],
    ['knows a tag, percent-encoded', '/tags/%C3%A4rger/feed.json', 'tag', 'tags/ärger', 'json'],
    [
      'knows a page of an archive',
      '/sections/harbour/archive/1/rss.xml',
      'archive',
      'sections/harbour',
      'rss',
    ],
    ['knows a page', '/articles/the-lamp', 'page', '', 'html'],
    ['knows a feed’s page', '/sections/harbour/', 'page', '', 'html'],
    ['knows an index', '/sitemap.xml', 'index', '', 'xml'],
    ['knows what robots read', '/robots.txt', 'index', '', 'txt'],
    ['knows the icon', '/favicon.svg', 'index', '', 'svg'],
  ];
  for (const [what, path, kind, feed, format] of cases) {
    it(what, () => {
      const tallies = new PollTallies();
      const mine = tallies.of(path);
      expect([...tallies.rows()]).to.deep.equal([{ kind, feed, format, tallies: mine }]);
      expect(tallies.of(path)).to.equal(mine);
    });
  }

  it('names the first feeds, and counts the others together, however many are asked for', () => {
    const tallies = new PollTallies();
    for (let at = 0; at < 10_000; at++) tallies.of(`/tags/t${at}/rss.xml`);
    tallies.of('/rss.xml');
    const feeds = [...tallies.rows()].map(({ feed }) => feed);
    expect(feeds).to.have.length(FEEDS_NAMED_MAX + 1);
    expect(feeds).to.include.members(['main', 'other', 'tags/t0']);
  });
});
