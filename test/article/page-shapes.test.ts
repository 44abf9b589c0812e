import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';
import { FILE_MARK } from '../../src/base/address.ts';

const H = 'Storm closes the harbour';
const LEDE = 'Two hundred fishing boats stayed in the harbour on Friday after the worst storm in years.';
const END = 'Nobody was hurt, said the harbour master, but the bait for the winter is lost.';
const TEXT = `<p>${LEDE}</p><p>${END}</p>`;
const OTHER =
  'A goat has climbed the tower and has stayed there for three days, eating what the keeper throws it.';

const page = (body: string, head = `<title>${H} | Coast Daily</title>`) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const ld = (record: unknown) => `<script type="application/ld+json">${JSON.stringify(record)}</script>`;

function read(html: string | Uint8Array) {
  const { draft, faults } = readDraft('a.html', Buffer.from(html as string), undefined as never);
  return {
    headline: draft?.headline,
    subhead: draft?.subhead,
    authors: draft?.authors.map(({ name }) => name),
    published: draft?.published?.toISOString(),
    updated: draft?.updated?.toISOString(),
    section: draft?.section,
    tags: draft?.tags,
    credit: draft?.picture?.credit,
    summary: draft?.summary,
    body: draft?.body.replace(/\n/g, ''),
    faults: faults.map(({ what }) => what),
  };
}

/** What a row expects; what it does not name may be anything. */
type Expected = { readonly [name in keyof ReturnType<typeof read>]?: unknown };

function table(cases: readonly [what: string, html: string, expected: Expected][]) {
  for (const [what, html, expected] of cases)
    it(what, () => {
      expect(read(html)).to.deep.include(expected);
    });
}

describe('readHtmlPage: which part is the article, in the shapes of many systems', () => {
  table([
    [
      'takes a letter to subscribers that names itself a newsletter',
      page(
        `<div role="main"><article class="newsletter-post post"><h1>${H}</h1><div class="body markup">${TEXT}</div></article><div id="discussion"><div class="comments-page"><p>${OTHER}</p></div></div></div>`,
      ),
      { headline: H, body: TEXT },
    ],
    [
      'takes the article under the title before a longer one below it',
      page(
        `<main><article><h1>${H}</h1>${TEXT}</article><article><h1>Goat</h1>${`<p>${OTHER}</p>`.repeat(9)}</article></main>`,
      ),
      { body: TEXT },
    ],
    [
      'takes the part of an article that says that it is its body',
      page(
        `<article><div><p>A kicker</p></div><h1>${H}</h1><div data-gu-name="standfirst"><p>${OTHER.slice(0, 50)}</p></div><div class="c-article-body">${TEXT.repeat(2)}</div><div><p>Reuse this content</p></div></article>`,
      ),
      { body: TEXT.repeat(2) },
    ],
    [
      'takes all parts of a text between which something stands',
      page(
        `<div id="main"><h1>${H}</h1><div class="article-body"><p>${LEDE}</p></div><div class="ad">Ad</div><div class="article-body"><p>${END}</p></div></div>`,
      ),
      { body: `<div><p>${LEDE}</p></div><div><p>${END}</p></div>` },
    ],
    [
      'takes no teaser among related ones for the article of a page that has none',
      page(
        `<div><h1>${H}</h1>${TEXT}</div><div class="related-posts"><article>${`<p>${OTHER}</p>`.repeat(9)}</article></div>`,
      ),
      { body: TEXT },
    ],
    [
      'takes no teaser without a name for the article of a page that has none',
      page(
        `<div class="story"><h1>${H}</h1>${TEXT.repeat(4)}</div><div><article><h3>Goat</h3><p>${OTHER}</p></article></div>`,
      ),
      { headline: H, body: TEXT.repeat(4) },
    ],
    [
      'takes what has text where `main` and `article` are empty',
      page(`<main></main><article></article><div class="content"><h1>${H}</h1>${TEXT}</div>`),
      { headline: H, body: TEXT },
    ],
    [
      'drops what plugins put into a text, whatever it says',
      page(
        `<article><h1>${H}</h1><div class="entry-content"><p>${LEDE}</p><div id="ez-toc-container" class="ez-toc-v2"><p>In this piece</p></div><div class="code-block code-block-3">x</div><div class="saboxplugin-wrap"><p>${OTHER}</p></div><div class="yarpp yarpp-related"><h3>y</h3></div><p>${END}</p></div></article>`,
      ),
      { body: TEXT },
    ],
    [
      'drops what is said to browsers without scripts',
      page(
        `<article><h1>${H}</h1>${TEXT.repeat(2)}<noscript><p>Please enable JavaScript to read on.</p></noscript></article>`,
      ),
      { body: TEXT.repeat(2) },
    ],
    [
      'drops links back and to the printer',
      page(`<article><h1>${H}</h1>${TEXT}<p><a href="javascript:history.back()">[go]</a></p></article>`),
      { body: TEXT },
    ],
    [
      'drops more comments than there is text',
      page(`<article><h1>${H}</h1>${TEXT}<div id="comments">${`<p>${OTHER}</p>`.repeat(20)}</div></article>`),
      { body: TEXT },
    ],
    [
      'drops a dialog of consent that is longer than the text',
      page(
        `<div id="onetrust-banner-sdk">${`<p>${OTHER}</p>`.repeat(9)}</div><div><h1>${H}</h1>${TEXT}</div>`,
      ),
      { body: TEXT },
    ],
    [
      'drops day and section above the headline',
      page(`<p>Thursday, November 26, 2026</p><p>Weather</p><h1>${H}</h1>${TEXT}`),
      { body: TEXT },
    ],
    [
      'keeps the picture above the headline and its caption',
      page(
        `<header><figure><img src="https://c.example/p.jpg"><figcaption>Pier</figcaption></figure><h1>${H}</h1></header><div class="entry-content">${TEXT}</div>`,
      ),
      {
        body: `<figure><img src="https://c.example/p.jpg"><figcaption>Pier</figcaption></figure>${TEXT}`,
      },
    ],
    [
      'drops the numbers of lines of code, not the code',
      page(
        `<article><h1>${H}</h1>${TEXT}<table><tr><td><pre>1\n2\n</pre></td><td><pre>make pier</pre></td></tr></table></article>`,
      ),
      { body: `${TEXT}<table><tbody><tr><td><pre>make pier</pre></td></tr></tbody></table>` },
    ],
  ]);
});

describe('readHtmlPage: lines that are the site’s, by their words', () => {
  const inside = (html: string) => page(`<article><h1>${H}</h1><p>${LEDE}</p>${html}<p>${END}</p></article>`);
  const dropped = [
    '<p>Advertisement</p>',
    '<div>ADVERTISEMENT</div>',
    '<p><em><a href="/s">Sign up for our newsletter</a></em></p>',
    '<p><strong>Read more:</strong> <a href="/g">Goat on tower</a></p>',
    '<p><a href="/g">Read more: Goat on tower</a></p>',
    '<p>More on this story</p><ul><li><a href="/g">Goat</a></li><li><a href="/h">Hen</a></li></ul>',
    '<h3>Related articles</h3><ul><li><a href="/g">Goat</a></li></ul>',
    '<div><span>Lire aussi :</span> <a href="/g">La chèvre</a></div>',
    '<p>Lesen Sie auch: <a href="/g">Die Ziege</a></p>',
    '<div><div>Материалы по теме:</div><a href="/g">Коза</a></div>',
    '<p><strong>Baca juga: <a href="/g">Kambing</a></strong></p>',
    '<p>À lire aussi. <a href="/g">La chèvre</a></p>',
    '<div><p>【関連記事】</p><ul><li><a href="/g">ヤギ</a></li></ul></div>',
    '<p><a href="#c">Comments (4)</a></p>',
    '<p>Back to top</p>',
  ];
  for (const html of dropped)
    it(`drops ${html}`, () => {
      expect(read(inside(html)).body).to.equal(TEXT);
    });
  const kept = [
    '<p>Read more than one book about it, she says.</p>',
    '<p>Share this: the whole coast is poorer.</p>',
    '<h2>Related</h2><p>Lamps are related to mirrors.</p>',
    '<ul><li>Print</li><li>Comments</li></ul>',
    '<p>Press <em>Share</em> to go on.</p>',
    '<h2>Sources</h2><ul><li><a href="https://x.example/1">The lamp book</a></li></ul>',
    '<p><a href="https://x.example/3">A map of the cape</a></p>',
  ];
  for (const html of kept)
    it(`keeps ${html}`, () => {
      expect(read(inside(html)).body).to.equal(`<p>${LEDE}</p>${html}<p>${END}</p>`);
    });
});

describe('readHtmlPage: names and dates in words (T-12, T-37)', () => {
  const cases: [by: string, authors: readonly string[], when: string, published: string | undefined][] = [
    [
      'By ADA NORTH Staff Writer',
      ['Ada North'],
      'Published 5:30 p.m. ET Sept. 5, 2024',
      '2024-09-05T21:30:00.000Z',
    ],
    ['By<br>Ada North', ['Ada North'], 'Published<br>5 September 2024', '2024-09-05T00:00:00.000Z'],
    ['Von Jörg Süd', ['Jörg Süd'], 'Stand: 05.09.2024, 10:30 Uhr', '2024-09-05T10:30:00.000Z'],
    ['Par Luc Sud', ['Luc Sud'], 'Publié le jeudi 5 septembre 2024 à 10h30', '2024-09-05T10:30:00.000Z'],
    ['di Anna Nord', ['Anna Nord'], 'giovedì 5 settembre 2024 alle 10:30', '2024-09-05T10:30:00.000Z'],
    ['Por João Norte', ['João Norte'], '05 de setembro de 2024 às 10h30', '2024-09-05T10:30:00.000Z'],
    ['Av Åsa Nord', ['Åsa Nord'], 'Publicerad 5 september 2024', '2024-09-05T00:00:00.000Z'],
    ['Autor: Łukasz Północ', ['Łukasz Północ'], 'czwartek, 5 września 2024', '2024-09-05T00:00:00.000Z'],
    [
      'Автор: Анна Северная',
      ['Анна Северная'],
      'четверг, 5 сентября 2024 в 10:30',
      '2024-09-05T10:30:00.000Z',
    ],
    ['김철수 기자', ['김철수'], '입력 2024.09.05 10:30', '2024-09-05T10:30:00.000Z'],
    ['記者：山田花子', ['山田花子'], '2024年9月5日（木） 10時30分', '2024-09-05T10:30:00.000Z'],
    ['Yazan: Ayşe Kuzey', ['Ayşe Kuzey'], '5 Eylül 2024', '2024-09-05T00:00:00.000Z'],
    ['بقلم: أحمد الشمالي', ['أحمد الشمالي'], '5 سبتمبر 2024', '2024-09-05T00:00:00.000Z'],
    ['Γράφει η Άννα Βορρά', ['Άννα Βορρά'], '5 Σεπτεμβρίου 2024', '2024-09-05T00:00:00.000Z'],
  ];
  for (const [by, authors, when, published] of cases)
    it(`reads ${by} and ${when}`, () => {
      const html = page(`<div><h1>${H}</h1><div>${by}</div><div>${when}</div><div>${TEXT}</div></div>`);
      const found = read(html);
      expect(found).to.deep.include({ authors, published });
      expect(found.body?.replace(/<.?div>/g, '')).to.equal(TEXT);
    });
  table([
    [
      'tells the date of an update from that of publication',
      page(
        `<article><header><h1>${H}</h1><p>Updated <time datetime="2024-09-06T10:00:00Z">6 Sep</time></p><p>First published <time datetime="2024-09-05T10:00:00Z">5 Sep</time></p></header>${TEXT}</article>`,
      ),
      { published: '2024-09-05T10:00:00.000Z', updated: '2024-09-06T10:00:00.000Z' },
    ],
    [
      'takes a date that says only when the page was updated for no date of publication',
      page(
        `<article><h1>${H}</h1><div>Updated<br>10:30 AM EDT, Thu September 5, 2024</div>${TEXT}</article>`,
      ),
      { published: undefined, updated: '2024-09-05T14:30:00.000Z' },
    ],
    [
      'takes the date by the headline, not the one of today in the head of the site',
      page(
        `<header><time datetime="2026-11-26">Today</time></header><div><span class="date">Sep 5, 2024</span><h1>${H}</h1>${TEXT}</div>`,
      ),
      { published: '2024-09-05T00:00:00.000Z', body: TEXT },
    ],
    [
      'takes a bare time under the headline',
      page(`<main><h1>${H}</h1><time datetime="2024-09-05T08:00:00Z">5 September 2024</time>${TEXT}</main>`),
      { published: '2024-09-05T08:00:00.000Z', body: TEXT },
    ],
    [
      'takes name and date from a line behind the text',
      page(
        `<main><h1>${H}</h1>${TEXT}<p class="posted">Posted on <time datetime="2024-09-05T08:00:00Z">5 September 2024</time> by <a href="/about">Ada North</a></p></main>`,
      ),
      { authors: ['Ada North'], published: '2024-09-05T08:00:00.000Z' },
    ],
    [
      'takes no date of a comment',
      page(
        `<article><h1>${H}</h1>${TEXT}<div id="comments"><p class="meta"><time datetime="2024-09-05">x</time></p></div></article>`,
      ),
      { published: undefined },
    ],
    [
      'takes a time that is both published and updated for the first',
      page(
        `<article><h1>${H}</h1><p><time class="entry-date updated" datetime="2024-09-05T10:30:00Z">x</time></p>${TEXT}</article>`,
      ),
      { published: '2024-09-05T10:30:00.000Z', updated: undefined },
    ],
    [
      'takes the day in the canonical address where nothing else tells',
      page(
        `<h1>${H}</h1>${TEXT}`,
        `<title>${H}</title><link rel="canonical" href="https://c.example/2024/09/05/x/">`,
      ),
      { published: '2024-09-05T00:00:00.000Z' },
    ],
    [
      'takes the zone of a date from another that says the same hour',
      page(
        `<h1>${H}</h1>${TEXT}`,
        `${ld({ '@type': 'NewsArticle', headline: H, datePublished: '2024-09-05T10:30:00' })}<meta property="article:published_time" content="2024-09-05T10:30:00+02:00">`,
      ),
      { published: '2024-09-05T08:30:00.000Z' },
    ],
    [
      'reads hNews with dates in titles, and no organization as a person',
      page(
        `<div class="hentry"><h2>${H}</h2><p><span class="author vcard"><span class="fn">Ada North</span></span>, <span class="source-org vcard"><span class="org fn">Coast</span></span> <span class="updated" title="2024-09-05T10:30:00Z">x</span> <abbr class="published" title="2024-09-05T09:30:00Z">x</abbr></p><div class="entry-content">${TEXT}</div></div>`,
      ),
      { authors: ['Ada North'], published: '2024-09-05T09:30:00.000Z', updated: '2024-09-05T10:30:00.000Z' },
    ],
    [
      'takes a byline before a site that calls itself the author',
      page(
        `<article><h1>${H}</h1><p class="byline">By <a rel="author">Ada North</a></p>${TEXT}</article>`,
        '<meta name="author" content="Coast Daily"><meta property="og:site_name" content="Coast Daily">',
      ),
      { authors: ['Ada North'] },
    ],
    [
      'takes no account for an author',
      page(`<article><h1>${H}</h1>${TEXT}</article>`, '<meta name="author" content="admin">'),
      { authors: [] },
    ],
    [
      'reads RDFa of dates and names',
      page(
        `<article><h1>${H}</h1><div class="submitted"><span property="dc:date dc:created" content="2013-04-03T14:20:00+02:00">By <span typeof="schema:Person" property="schema:name">Jan Polder</span></span></div>${TEXT}</article>`,
      ),
      { authors: ['Jan Polder'], published: '2013-04-03T12:20:00.000Z' },
    ],
  ]);
});

describe('readHtmlPage: headline, subhead, section and tags by the names of themes', () => {
  table([
    [
      'takes no logo for the headline',
      page(
        `<div><h1><a href="/">Coast Daily</a></h1></div><div>${TEXT}</div>`,
        `<title>${H} - Coast Daily</title>`,
      ),
      { headline: H },
    ],
    [
      'takes section and site out of a title',
      page(
        `<div>${TEXT}</div>`,
        `<meta property="og:title" content="Coast | ${H} | Daily"><meta property="og:site_name" content="Daily"><meta property="article:section" content="Coast">`,
      ),
      { headline: H, section: 'Coast' },
    ],
    [
      'takes a subtitle out of the text',
      page(
        `<article><h1>${H}</h1><h2 class="pw-subtitle-paragraph">And the geese do not care</h2>${TEXT}</article>`,
      ),
      { subhead: 'And the geese do not care', body: TEXT },
    ],
    [
      'reads on behind a subtitle that is a sentence',
      page(
        `<article><h1>${H}</h1><p class="standfirst">${OTHER}</p><p class="byline">By Ada North</p>${TEXT}</article>`,
      ),
      { subhead: OTHER, authors: ['Ada North'], body: TEXT },
    ],
    [
      'takes the sentence between headline and text for the subhead where nothing names it',
      page(
        `<article><header><h1>${H}</h1><p class="a-lead">${OTHER}</p></header><div class="article-body">${TEXT}</div></article>`,
      ),
      { subhead: OTHER, summary: OTHER, body: TEXT },
    ],
    [
      'takes a title apart at the signs of Japanese',
      page(
        `<div>${TEXT}</div>`,
        `<meta property="og:title" content="灯台を閉める｜岬"><meta property="og:site_name" content="岬">`,
      ),
      { headline: '灯台を閉める' },
    ],
    [
      'takes tags and section from the names of lists of links',
      page(
        `<article><h1>${H}</h1>${TEXT}<div class="post-meta"><a href="/categories/weather/">Weather</a></div><div class="post-tags"><a href="/tags/boats/">#boats</a></div></article>`,
      ),
      { section: 'Weather', tags: ['boats'], body: TEXT },
    ],
    [
      'takes tags of a line that calls itself a byline for tags',
      page(
        `<article><h1>${H}</h1>${TEXT}<div><span class="byline post-labels"><span>Labels:</span><a rel="tag" href="/l">boats</a></span></div></article>`,
      ),
      { authors: [], tags: ['boats'] },
    ],
    [
      'takes the record of a recipe where there is none of an article',
      page(
        `<main><h1>${H}</h1>${TEXT}</main>`,
        `<title>${H}</title>${ld({ '@type': 'Recipe', name: H, author: { name: 'Ada North' }, keywords: 'bait' })}`,
      ),
      { headline: H, authors: ['Ada North'], tags: ['bait'] },
    ],
    [
      'finds the credit of a picture that the head names in another size',
      page(
        `<article><h1>${H}</h1>${TEXT}<figure><img src="https://c.example/p.jpg?w=400"><figcaption>Pier (Cora West/The Coast)</figcaption></figure></article>`,
        '<meta property="og:image" content="https://c.example/p.jpg?w=1200">',
      ),
      { credit: 'Cora West/The Coast' },
    ],
  ]);
});

describe('readHtmlPage: pictures that scripts would show (C-42)', () => {
  const cases: [what: string, html: string, body: string][] = [
    [
      'the fallback beside a placeholder',
      '<img src="b.jpg"><img src="/img/blank.gif"><noscript><img src="c.jpg"></noscript>',
      `<img src="${FILE_MARK}b.jpg"><img src="${FILE_MARK}c.jpg">`,
    ],
    [
      'an attribute of another script',
      '<img data-hi-res-src="c.jpg" data-low-res-src="c-low.jpg" src="1px.gif">',
      `<img src="${FILE_MARK}c.jpg">`,
    ],
    [
      'a player without what old browsers are told',
      '<video src="c.mp4">Your browser does not support the video tag.</video>',
      `<video src="${FILE_MARK}c.mp4" controls=""></video>`,
    ],
  ];
  for (const [what, html, body] of cases)
    it(`shows ${what}`, () => {
      expect(read(page(`<article><h1>${H}</h1>${TEXT}${html}</article>`)).body).to.equal(TEXT + body);
    });
});

describe('readHtmlPage: pages of many thousand elements', () => {
  const bombs: [what: string, html: string][] = [
    ['points elsewhere in each line of a list', `<ul>${'<li><a>Read more</a>\n'.repeat(40_000)}</ul>`],
    [
      'names many credits around many times',
      `${'<div class=meta>'.repeat(380)}${'<time>1</time>\n'.repeat(40_000)}`,
    ],
  ];
  for (const [what, html] of bombs)
    it(`reads in time what ${what}`, () => {
      const begun = performance.now();
      read(page(`<h1>${H}</h1>${html}`));
      expect(performance.now() - begun).to.be.below(8_000);
    });
});
