import { expect } from 'chai';
import type { Draft } from '../../src/article/draft.ts';
import { decodeHtml } from '../../src/article/html-charset.ts';
import { readDraft } from '../../src/article/read-draft.ts';
import { FILE_MARK } from '../../src/base/address.ts';

function draftOf(text: string | Uint8Array, path = 'a.html'): Draft {
  const { draft, faults } = readDraft(path, Buffer.from(text as string), undefined as never);
  expect(faults.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
  return draft!;
}

const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe('readHtmlPage: which part is the article', () => {
  const cases: [what: string, text: string, body: string][] = [
    ['takes the article', page('<div>menu</div><article><p>x</p></article><div>more</div>'), '<p>x</p>'],
    [
      'takes the longest of several articles',
      page(`<article><p>teaser</p></article><article><p>${'x '.repeat(30)}y</p></article>`),
      `<p>${'x '.repeat(30)}y</p>`,
    ],
    [
      'takes the first of articles alike',
      page('<article><p>one two</p></article><article><p>three</p></article>'),
      '<p>one two</p>',
    ],
    ['takes main without an article', page('<div>menu</div><main><p>x</p></main>'), '<p>x</p>'],
    ['takes the role of main', page('<div>menu</div><div role="main"><p>x</p></div>'), '<p>x</p>'],
    [
      'takes what a theme calls the text',
      page('<div>menu</div><div class="post entry-content"><p>x</p></div>'),
      '<p>x</p>',
    ],
    [
      'takes what microdata call the text',
      page('<div>menu</div><div itemprop="articleBody"><p>x</p></div>'),
      '<p>x</p>',
    ],
    [
      'keeps the lead image of the header',
      page(
        '<article><header><h1>T</h1><p class="byline">By A</p><figure><img src="a.jpg"><figcaption>c</figcaption></figure></header><p>x</p></article>',
      ),
      `<figure><img src="${FILE_MARK}a.jpg"><figcaption>c</figcaption></figure><p>x</p>`,
    ],
    ['drops the header of a site', page('<header><img src="logo.png">Site</header><p>x</p>'), '<p>x</p>'],
    [
      'drops share buttons',
      page(
        '<article><p>one two three four five</p><div class="sharedaddy sd-sharing">Share on</div></article>',
      ),
      '<p>one two three four five</p>',
    ],
    [
      'drops related articles',
      page(
        '<article><p>one two three four five</p><section class="related-posts"><h3>See</h3></section></article>',
      ),
      '<p>one two three four five</p>',
    ],
    [
      'drops a sign-up form',
      page('<article><p>one two three four five</p><form><p>Mail</p><input></form></article>'),
      '<p>one two three four five</p>',
    ],
    [
      'drops a line of credits',
      page('<article><p class="entry-meta">By A on <time>5 May</time></p><p>x y</p></article>'),
      '<p>x y</p>',
    ],
    [
      'drops comments',
      page('<article><p>one two three four five six</p><div id="comments"><p>First!</p></div></article>'),
      '<p>one two three four five six</p>',
    ],
    [
      'keeps an article that a theme gives such a name',
      page(`<article><div class="meta"><p>${'long '.repeat(80)}</p></div></article>`),
      `<p>${'long '.repeat(80)}</p>`,
    ],
    [
      'keeps a class that only contains the word',
      page('<article><p class="shareholders">x</p></article>'),
      '<p>x</p>',
    ],
    ['keeps all of a fragment', '<p>x</p><div class="related">y</div>', '<p>x</p><div>y</div>'],
  ];
  for (const [what, text, body] of cases) {
    it(what, () => {
      expect(draftOf(text).body.replace(/\n/g, '')).to.equal(body);
    });
  }
});

describe('readHtmlPage: whom a page is believed (T-06, T-37)', () => {
  const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
  const cases: [what: string, text: string, expected: Partial<Record<keyof Draft, unknown>>][] = [
    [
      'JSON-LD before OpenGraph',
      page('<p>x', `<meta property="og:title" content="B">${ld('{"@type":"NewsArticle","headline":"A"}')}`),
      { headline: 'A' },
    ],
    [
      'OpenGraph before the title',
      page('<p>x', '<title>C</title><meta property="og:title" content="B">'),
      { headline: 'B' },
    ],
    [
      'OpenGraph without the site',
      page('<p>x', '<meta property="og:title" content="B | S"><meta property="og:site_name" content="S">'),
      { headline: 'B' },
    ],
    ['the title before the heading', page('<h1>D</h1><p>x', '<title>C</title>'), { headline: 'C' }],
    [
      'the heading where the title adds the site to it',
      page('<article><h1>From the quay</h1><p>x</article>', '<title>From the quay - The Post</title>'),
      { headline: 'From the quay', body: '<p>x</p>' },
    ],
    ['the heading alone', page('<h1>D</h1><p>x'), { headline: 'D', headlineSource: 'headline' }],
    [
      'JSON-LD in a comment',
      page('<p>x', ld('<!-- {"@type":"Article","headline":"A"} -->')),
      { headline: 'A' },
    ],
    [
      'references in JSON-LD as what they mean',
      page('<p>x', ld('{"@type":"Article","headline":"A &amp; B&#8217;s"}')),
      { headline: 'A & B’s' },
    ],
    [
      'an author elsewhere in the graph',
      page(
        '<p>x',
        ld(
          '{"@graph":[{"@type":"Article","headline":"A","author":{"@id":"#n"}},{"@id":"#n","@type":"Person","name":"Ada North"}]}',
        ),
      ),
      { authors: [{ name: 'Ada North', email: undefined, url: undefined }] },
    ],
    [
      'several authors',
      page('<p>x', ld('{"@type":"Article","author":[{"name":"A B"},"C D"]}')),
      {
        authors: [
          { name: 'A B', email: undefined, url: undefined },
          { name: 'C D', email: undefined, url: undefined },
        ],
      },
    ],
    [
      'the meta before the byline',
      page('<article><a rel="author">C D</a><p>x</article>', '<meta name="author" content="By A B">'),
      { authors: [{ name: 'A B', email: undefined, url: undefined }] },
    ],
    [
      'a byline in the article',
      page('<article><p class="byline">By <a rel="author" href="/a">Ada North</a></p><p>x</article>'),
      { authors: [{ name: 'Ada North', email: undefined, url: undefined }] },
    ],
    [
      'microdata of an author',
      page(
        '<article><span itemprop="author" itemscope><span itemprop="name">Ada North</span></span><p>x</article>',
      ),
      { authors: [{ name: 'Ada North', email: undefined, url: undefined }] },
    ],
    [
      'no address as an author',
      page('<p>x', '<meta property="article:author" content="https://facebook.com/a">'),
      { authors: [] },
    ],
    [
      'meta before microdata',
      page(
        '<article><time itemprop="datePublished" datetime="2024-01-01">x</time><p>x</article>',
        '<meta property="article:published_time" content="2025-01-01">',
      ),
      { published: new Date('2025-01-01') },
    ],
    [
      'microdata of a date',
      page('<article><meta itemprop="datePublished" content="2024-01-01"><p>x</article>'),
      { published: new Date('2024-01-01') },
    ],
    [
      'the time in the header',
      page(
        '<article><header><h1>T</h1><time datetime="2024-05-01T10:00:00Z">May</time></header><p>x</article>',
      ),
      { published: new Date('2024-05-01T10:00:00Z') },
    ],
    [
      'the time in a line of credits',
      page(
        '<article><p class="post-meta"><time class="entry-date published" datetime="2024-05-01">May</time><time class="updated" datetime="2024-05-03">x</time></p><p>x</article>',
      ),
      { published: new Date('2024-05-01'), updated: new Date('2024-05-03') },
    ],
    [
      'no time in the text (T-43)',
      page('<article><p>Meet on <time datetime="2024-05-01">May 1</time></p></article>'),
      { published: undefined },
    ],
    [
      'the next date where one is none',
      page(
        '<p>x',
        '<meta name="date" content="soon"><meta property="article:published_time" content="2024-05-01">',
      ),
      { published: new Date('2024-05-01') },
    ],
    [
      'Dublin Core',
      page('<p>x', '<meta name="DC.date.issued" content="2024-05-01"><meta name="DC.creator" content="A B">'),
      { published: new Date('2024-05-01'), authors: [{ name: 'A B', email: undefined, url: undefined }] },
    ],
    [
      'news keywords before keywords',
      page('<p>x', '<meta name="keywords" content="c"><meta name="news_keywords" content="a, b">'),
      { tags: ['a', 'b'] },
    ],
    [
      'the locale where no language is stated',
      page('<p>x', '<meta property="og:locale" content="pt_BR">'),
      { language: 'pt-BR' },
    ],
    ['the section', page('<p>x', '<meta property="article:section" content="World">'), { section: 'World' }],
  ];
  for (const [what, text, expected] of cases) {
    it(`believes ${what}`, () => {
      expect(draftOf(text)).to.deep.include(expected);
    });
  }
});

describe('readHtmlPage: pictures, players and embeds (C-41, C-42)', () => {
  const f = (name: string) => `${FILE_MARK}${name}`;
  const cases: [what: string, text: string, body: string][] = [
    [
      'a post of Facebook as its page',
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1"></iframe>',
      '<a href="https://www.facebook.com/a/posts/1">Watch or listen at Facebook</a>',
    ],
    [
      'no page of others that a frame of Facebook names',
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fa.example"></iframe>',
      '<a href="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fa.example">Watch or listen at Facebook</a>',
    ],
    [
      'a post of Twitter as its page',
      '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=123"></iframe>',
      '<a href="https://twitter.com/i/status/123">Watch or listen at Twitter</a>',
    ],
    [
      'a recording of Spotify as its page',
      '<iframe src="https://open.spotify.com/embed/episode/a1"></iframe>',
      '<a href="https://open.spotify.com/episode/a1">Watch or listen at Spotify</a>',
    ],
    [
      'a map',
      '<iframe src="https://www.google.com/maps/embed?pb=a" title="The quay"></iframe>',
      '<a href="https://www.google.com/maps/embed?pb=a">The quay</a>',
    ],
    ['no other frame of Google', '<iframe src="https://www.google.com/recaptcha"></iframe>x', 'x'],
    [
      'the widest candidate',
      '<img src="s.jpg" srcset="s.jpg 480w, m.jpg 800w, l.jpg 1600w">',
      `<img src="${f('l.jpg')}">`,
    ],
    [
      'no candidate too wide for a reader',
      '<img src="s.jpg" srcset="m.jpg 800w, x.jpg 5000w">',
      `<img src="${f('m.jpg')}">`,
    ],
    [
      'its own address before denser ones',
      '<img src="a.jpg" srcset="b.jpg 2x">',
      `<img src="${f('a.jpg')}">`,
    ],
    [
      'a candidate with commas in its address',
      '<img srcset="https://c.example/w_1,h_2/a.jpg 100w, https://c.example/w_3,h_4/b.jpg 200w">',
      '<img src="https://c.example/w_3,h_4/b.jpg">',
    ],
    [
      'a candidate where the address is a placeholder',
      '<img src="/img/placeholder.gif" srcset="a.jpg 2x">',
      `<img src="${f('a.jpg')}">`,
    ],
    ['what loads lazily', '<img src="x.gif" data-src="a.jpg">', `<img src="${f('a.jpg')}">`],
    [
      'what loads lazily in a set',
      '<img src="data:image/gif;base64,R0" data-srcset="a.jpg 100w, b.jpg 900w">',
      `<img src="${f('b.jpg')}">`,
    ],
    [
      'the image of a picture',
      '<picture><source srcset="a.avif" type="image/avif"><img src="a.jpg" alt="q"></picture>',
      `<img src="${f('a.jpg')}" alt="q">`,
    ],
    [
      'a noscript once',
      '<p>x<img src="data:," data-src="a-800.jpg"> <noscript><img src="a.jpg"></noscript></p>',
      `<p>x<img src="${f('a-800.jpg')}"> </p>`,
    ],
    [
      'no counter',
      '<p>x<img src="https://pixel.wp.com/g.gif?x=1"><img src="https://www.facebook.com/tr?id=1"></p>',
      '<p>x</p>',
    ],
    [
      'a video with sources',
      '<video><source src="a.webm" type="video/webm"><source src="a.mp4"></video>',
      `<video controls=""><source src="${f('a.webm')}" type="video/webm"><source src="${f('a.mp4')}"></video>`,
    ],
    ['no video without any', '<video>text</video>', 'text'],
    [
      'a frame as a link',
      '<iframe data-src="https://player.vimeo.com/video/123456" src="about:blank"></iframe>',
      '<a href="https://vimeo.com/123456">Watch or listen at Vimeo</a>',
    ],
    [
      'an old object as a link',
      '<object><embed src="https://www.youtube.com/v/abcdefghijk"></object>',
      '<a href="https://www.youtube.com/watch?v=abcdefghijk">Watch or listen at YouTube</a>',
    ],
    [
      'an embed as a link',
      '<embed src="https://www.youtube.com/v/abcdefghijk">',
      '<a href="https://www.youtube.com/watch?v=abcdefghijk">Watch or listen at YouTube</a>',
    ],
    [
      'a light player as a link',
      '<lite-youtube videoid="abcdefghijk"></lite-youtube>',
      '<a href="https://www.youtube.com/watch?v=abcdefghijk">Watch or listen at YouTube</a>',
    ],
    [
      'a gist as a link',
      '<script src="https://gist.github.com/u/abc123.js"></script>',
      '<a href="https://gist.github.com/u/abc123">See it at GitHub Gist</a>',
    ],
    [
      'a post with its own link',
      '<blockquote class="twitter-tweet"><p>x</p><a href="https://twitter.com/a/status/1?ref_src=b">May</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>',
      '<blockquote><p>x</p><a href="https://twitter.com/a/status/1?ref_src=b">May</a></blockquote>',
    ],
    [
      'a formula as its TeX',
      '<math><semantics><mi>E</mi><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math><span class="katex-html">E</span>',
      'E=mc^2',
    ],
    ['a script of mathematics', '<script type="math/tex">x^2</script>', 'x^2'],
    [
      'links without their trackers',
      '<a href="https://a.example/b?utm_source=x&amp;c=1&amp;fbclid=2#d">y</a>',
      '<a href="https://a.example/b?c=1#d">y</a>',
    ],
    ['links that held nothing else', '<a href="/b?utm_source=x">y</a>', '<a href="\u0001/b">y</a>'],
  ];
  for (const [what, text, body] of cases) {
    it(`keeps ${what}`, () => {
      expect(draftOf(`<p>.</p>${text}`).body.replace('<p>.</p>', '')).to.equal(body);
    });
  }
});

describe('readHtmlPage: what surrounds an article (R-44)', () => {
  const words = 'The board voted to rebuild the quay. '.repeat(8);
  const cases: [what: string, element: string][] = [
    ['a form to sign up', '<div class="css-1x2" data-component="newsletter-promo"><h2>Sign up</h2></div>'],
    ['lists of what others read', '<section class="article-most-read"><p>Other</p></section>'],
    ['a box of Substack', '<div class="subscription-widget-wrap"><p>Thanks for reading</p></div>'],
    ['a banner', '<div id="cookie-banner-root" class="cookie-banner"><p>We use cookies</p></div>'],
    ['links to other stories', '<div class="c-related-stories"><a href="/x">Other</a></div>'],
  ];
  for (const [what, element] of cases) {
    it(`leaves out ${what}`, () => {
      const text = page(`<article><p>${words}</p>${element}<p>End.</p></article>`);
      expect(readDraft('a.html', Buffer.from(text), undefined as never).draft?.body).to.equal(
        `<p>${words}</p><p>End.</p>`,
      );
    });
  }

  it('finds the text of a page whose markup says nothing of an article', () => {
    const text = page(
      `<div id="header"><ul><li>Home</li></ul></div><div id="content"><div><h1>A</h1><img src="/a.png"><div><p>${words}</p><p>End.</p></div></div><div><ul><li>Other</li></ul></div></div><div id="footer">Copyright</div>`,
    );
    expect(readDraft('a.html', Buffer.from(text), undefined as never).draft?.body).to.equal(
      `<img src="\u0001/a.png"><p>${words}</p><p>End.</p>`,
    );
  });

  it('finds the text of a page laid out in a table', () => {
    const text = page(
      `<table><tr><td><a href="/">Home</a></td></tr><tr><td>Local</td><td><h1>A</h1><p>${words}<p>End.</td></tr></table>`,
    );
    expect(readDraft('a.html', Buffer.from(text), undefined as never).draft?.body).to.equal(
      `<p>${words}</p><p>End.</p>`,
    );
  });

  it('keeps what only sounds like it', () => {
    const text = page(
      `<article><p class="share-price">Shares fell.</p><p class="newsletters-of-old">They were long.</p></article>`,
    );
    expect(readDraft('a.html', Buffer.from(text), undefined as never).draft?.body)
      .to.contain('fell')
      .and.contain('long');
  });

  it('takes the line under the headline', () => {
    const text = page(
      '<article><header><h1>A</h1><p class="standfirst">B &amp; c</p></header><p>x</p></article>',
    );
    expect(readDraft('a.html', Buffer.from(text), undefined as never).draft?.subhead).to.equal('B & c');
  });
});

describe('decodeHtml (T-01)', () => {
  const head = (charset: string) => `<meta charset="${charset}">`;
  const cases: [what: string, bytes: Buffer, text: string][] = [
    [
      'Windows-1251',
      Buffer.concat([Buffer.from(head('windows-1251')), Buffer.from([0xcc, 0xe8, 0xf0])]),
      'Мир',
    ],
    [
      'ISO-8859-2',
      Buffer.concat([Buffer.from(head('iso-8859-2')), Buffer.from([0xa3, 0xf3, 0x64, 0xbc])]),
      'Łódź',
    ],
    [
      'Shift_JIS',
      Buffer.concat([Buffer.from(head('Shift_JIS')), Buffer.from([0x93, 0x8c, 0x8b, 0x9e])]),
      '東京',
    ],
    [
      'GBK',
      Buffer.concat([
        Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
        Buffer.from([0xba, 0xcd, 0xc6, 0xbd]),
      ]),
      '和平',
    ],
    ['EUC-KR', Buffer.concat([Buffer.from(head('euc-kr')), Buffer.from([0xbc, 0xad, 0xbf, 0xef])]), '서울'],
    [
      'KOI8-R by an XML declaration',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="koi8-r"?>'),
        Buffer.from([0xed, 0xc9, 0xd2]),
      ]),
      'Мир',
    ],
    [
      'ISO-2022-JP',
      Buffer.concat([Buffer.from(head('iso-2022-jp')), Buffer.from('\u001b$BEl5~\u001b(B', 'latin1')]),
      '東京',
    ],
    ['UTF-8 whatever the page says', Buffer.from(`${head('iso-8859-1')}café`), 'café'],
    [
      'Windows-1252 where the page says UTF-8 and is not',
      Buffer.concat([Buffer.from(head('utf-8')), Buffer.from([0x93, 0xe9, 0x94])]),
      '“é”',
    ],
    [
      'Windows-1252 where the name is none',
      Buffer.concat([Buffer.from(head('x-none')), Buffer.from([0xe9])]),
      'é',
    ],
  ];
  for (const [what, bytes, text] of cases) {
    it(`reads ${what}`, () => {
      expect(decodeHtml(bytes).text.endsWith(text)).to.equal(true);
    });
  }
});
