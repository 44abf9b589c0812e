import { expect } from 'chai';
import fc from 'fast-check';
import {
  encodePath,
  FILE_MARK,
  publicHtml,
  referencedFiles,
  resolveFiles,
  SITE_MARK,
} from '../../src/base/address.ts';

describe('addresses of ours inside HTML (R-43)', () => {
  it('become absolute under the base URL', () => {
    const html = `<a href="${SITE_MARK}/x"><img src="${SITE_MARK}/assets/1/a.png"></a>`;
    expect(publicHtml(html, 'https://x.example/news')).to.equal(
      '<a href="https://x.example/news/x"><img src="https://x.example/news/assets/1/a.png"></a>',
    );
  });
  it('take a base URL literally', () => {
    expect(publicHtml(`${SITE_MARK}/x`, 'https://x.example/$&')).to.equal('https://x.example/$&/x');
  });
  it('name the files they refer to, each once, decoded, in order', () => {
    const html = `<img src="${FILE_MARK}b%20c.png"><a href="${FILE_MARK}a/d.pdf#p2">x</a><img src="${FILE_MARK}b%20c.png">`;
    expect(referencedFiles(html)).to.deep.equal(['b c.png', 'a/d.pdf']);
  });
  it('become what is published, or the same path on the site', () => {
    const html = `<img src="${FILE_MARK}a.png?x"><img src="${FILE_MARK}b%20c.png">`;
    const resolved = resolveFiles(html, (path) => (path === 'a.png' ? '/assets/1/a.png' : undefined));
    expect(resolved).to.equal(`<img src="${SITE_MARK}/assets/1/a.png?x"><img src="${SITE_MARK}/b%20c.png">`);
  });
  it('come back from their encoding, whatever the path', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), (segments) => {
        const path = segments.map((segment) => segment.replaceAll('/', '-')).join('/');
        fc.pre(path.isWellFormed());
        expect(referencedFiles(`<img src="${FILE_MARK}${encodePath(path)}">`)).to.deep.equal([path]);
      }),
    );
  });
});
