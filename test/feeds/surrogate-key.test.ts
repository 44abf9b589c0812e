import { expect } from 'chai';
import { articleSurrogateKey, feedSurrogateKey } from '../../src/feeds/surrogate-key.ts';

describe('surrogate keys (H-27)', () => {
  const cases: [what: string, key: string, expected: string][] = [
    ['calls the main feed by a name of its own', feedSurrogateKey(''), 'feed-main'],
    ['tells a tag from a section', feedSurrogateKey('tags/boats'), 'feed-tags-boats'],
    ['writes other scripts in ASCII', feedSurrogateKey('tags/löwe'), 'feed-tags-l%C3%B6we'],
    ['names the page of an article', articleSurrogateKey('the-lamp-is-lit'), 'article-the-lamp-is-lit'],
    [
      'leaves nothing that is special in an expression',
      articleSurrogateKey("a.b*c(d)'e"),
      'article-a%2Eb%2Ac%28d%29%27e',
    ],
  ];
  for (const [what, key, expected] of cases) {
    it(what, () => {
      expect(key).to.equal(expected);
    });
  }

  it('are 1024 bytes at most', () => {
    expect(articleSurrogateKey('漢'.repeat(200))).to.have.length(1024);
  });
});
