import { expect } from 'chai';
import { articleBase, fetchAddress, linkAddress } from '../../src/article/addresses.ts';
import { FILE_MARK, SITE_MARK } from '../../src/base/address.ts';

const base = articleBase('news/2025/a.md');

describe('linkAddress (R-36, R-43, C-43)', () => {
  const cases: [what: string, written: string, expected: string | undefined][] = [
    [
      'normalises an absolute URL to ASCII',
      'HTTPS://Exämple.org/ü b?q=ß#f',
      'https://xn--exmple-cua.org/%C3%BC%20b?q=%C3%9F#f',
    ],
    [
      'encodes what RFC 3986 does not know, but for brackets of a host',
      'https://[::1]:80/a|b[c]?d={e}^`f#g|',
      'https://[::1]:80/a%7Cb%5Bc%5D?d=%7Be%7D%5E%60f#g%7C',
    ],
    ['keeps mailto', 'mailto:a@example.org', 'mailto:a@example.org'],
    ['keeps tel', 'tel:+1-555-0100', 'tel:+1-555-0100'],
    ['gives a scheme-relative address https', '//example.org/x', 'https://example.org/x'],
    ['reads backslashes as browsers do', '\\\\example.org\\x', 'https://example.org/x'],
    ['marks a root-relative address as ours', '/a/../b c?d=e#f', `${SITE_MARK}/b%20c?d=e#f`],
    ['marks a relative address as a file', 'img/a b.jpg', `${FILE_MARK}news/2025/img/a%20b.jpg`],
    ['does not encode twice', 'a%20b.jpg?x=1#y', `${FILE_MARK}news/2025/a%20b.jpg?x=1#y`],
    ['climbs inside the folder', '../../b.md', `${FILE_MARK}b.md`],
    ['does not climb out of the folder', '../../../b.md', undefined],
    ['does not climb out in disguise', '..%2F..%2F..%2Fb', undefined],
    ['takes Pelican’s root of the content', '{static}/a.png', `${FILE_MARK}a.png`],
    ['takes Pelican’s root, encoded', '%7Bfilename%7D/b.md#c', `${FILE_MARK}b.md#c`],
    ['takes Pelican’s file beside', '{attach}a.png', `${FILE_MARK}news/2025/a.png`],
    ['takes Docusaurus’ addresses of the site', '@site/static/a.png', `${SITE_MARK}/a.png`],
    ['takes Docusaurus’ addresses that are no files', 'pathname:///a.png', `${SITE_MARK}/a.png`],
    ['takes Docusaurus’ root', '@site/blog/b.md', `${FILE_MARK}blog/b.md`],
    ['takes Ghost’s address of the site', '__GHOST_URL__/about/', `${SITE_MARK}/about/`],
    ['drops fragments', '#x', undefined],
    ['drops the empty address', '  ', undefined],
    ['drops a bare query', '?page=2', undefined],
    ['drops javascript', 'javascript:alert(1)', undefined],
    ['drops javascript behind controls', '\u0000java\nscript:alert(1)', undefined],
    ['drops data', 'data:text/html,x', undefined],
    ['drops file', 'file:///etc/passwd', undefined],
    ['drops what is no URL', 'http://[x', undefined],
    ['drops a forged mark', '\u0001javascript:alert(1)', undefined],
    ['takes a percent sign that encodes nothing as itself', '50%.png', `${FILE_MARK}news/2025/50%25.png`],
  ];
  for (const [what, written, expected] of cases) {
    it(what, () => {
      expect(linkAddress(written, base)).to.equal(expected);
    });
  }

  it('takes the names that Astro’s users give their sources', () => {
    const post = articleBase('site/src/content/blog/a.md');
    for (const written of ['@/assets/b.png', '~/assets/b.png', '@assets/b.png'])
      expect(fetchAddress(written, post)).to.equal(`${FILE_MARK}site/src/assets/b.png`);
    expect(fetchAddress('@/assets/b.png', base)).to.equal(`${FILE_MARK}assets/b.png`);
  });

  it('puts the folder of an article’s pictures before them (Jekyll)', () => {
    const post = { ...base, mediaFolder: '/img/2025/' };
    expect(fetchAddress('/a.png', post)).to.equal(`${SITE_MARK}/img/2025/a.png`);
    expect(fetchAddress('https://a.example/b.png', post)).to.equal('https://a.example/b.png');
    expect(linkAddress('/a', post)).to.equal(`${SITE_MARK}/a`);
  });

  it('resolves against a page’s own base', () => {
    expect(linkAddress('x.html', { ...base, href: 'https://example.org/a/b' })).to.equal(
      'https://example.org/a/x.html',
    );
  });

  it('fetches nothing by mail', () => {
    expect(fetchAddress('mailto:a@example.org', base)).to.equal(undefined);
  });
});
