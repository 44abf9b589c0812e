import { expect } from 'chai';
import { type PurgeTemplate, purgeCalls } from '../../src/purge/purge-calls.ts';
import { ALL_TARGETS, staleTargets } from '../../src/purge/purge-targets.ts';

const TARGETS = staleTargets(['', 'tags/löwe'], ['the-lamp']);
const CONTEXT = { token: 's3cret', basePath: '/news' };

function calls(template: Partial<PurgeTemplate>) {
  return purgeCalls({ url: 'http://cache/', method: 'POST', ...template }, TARGETS, CONTEXT);
}

describe('purgeCalls (H-28)', () => {
  it('asks once a key by its header, as Varnish is asked', () => {
    const made = calls({ method: 'BAN', headers: { 'Surrogate-Key': '{key}' } });
    expect(made.map(({ headers }) => headers['Surrogate-Key'])).to.deep.equal([
      'feed-main',
      'feed-tags-l%C3%B6we',
      'article-the-lamp',
      'index',
    ]);
    expect(made[0]).to.include({ url: 'http://cache/', method: 'BAN', body: undefined });
  });

  it('encodes a key in an address, as Fastly is asked, and fills the secret in', () => {
    const [, second] = calls({
      url: 'https://api.example/purge/{key}',
      headers: { 'Fastly-Key': '{token}' },
    });
    expect(second!.url).to.equal('https://api.example/purge/feed-tags-l%25C3%25B6we');
    expect(second!.headers).to.deep.equal({ 'Fastly-Key': 's3cret' });
    expect(second!.what).to.equal('feed-tags-löwe'.replace('ö', '%C3%B6'));
  });

  it('asks once a path, below the public address', () => {
    const made = calls({ url: 'http://cache{path}', method: 'PURGE' }).map(({ url }) => url);
    expect(made).to.include.members([
      'http://cache/news/rss.xml',
      'http://cache/news/feed',
      'http://cache/news/tags/l%C3%B6we/',
      'http://cache/news/articles/the-lamp',
      'http://cache/news/sitemap.xml',
    ]);
    expect(new Set(made).size).to.equal(made.length);
  });

  it('writes bodies, as Cloudflare is asked', () => {
    expect(calls({ body: '{"tags":["{key}"]}' })[0]!.body).to.equal('{"tags":["feed-main"]}');
  });

  it('asks a cache that knows neither once a change', () => {
    expect(calls({ url: 'http://cache/purge-all' }).map(({ what }) => what)).to.deep.equal(['everything']);
  });

  it('takes everything back by three keys, and by no path', () => {
    const template = { url: 'http://cache/{key}', method: 'POST' };
    expect(purgeCalls(template, ALL_TARGETS, CONTEXT).map(({ what }) => what)).to.deep.equal([
      'feed',
      'article',
      'index',
    ]);
    expect(purgeCalls({ ...template, url: 'http://cache{path}' }, ALL_TARGETS, CONTEXT)).to.have.length(0);
  });
});
