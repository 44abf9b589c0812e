import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

const H = 'Storm closes the harbour';
const LEDE = 'Two hundred fishing boats stayed in the harbour on Friday after the worst storm in years.';
const END = 'Nobody was hurt, said the harbour master, but the bait for the winter is lost.';
const TEXT = `<p>${LEDE}</p><p>${END}</p>`;

const ld = (...records: unknown[]) =>
  records.map((each) => `<script type="application/ld+json">${JSON.stringify(each)}</script>`).join('');
const page = (body: string, head = `<title>${H} | Coast Daily</title>`) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

/** What a row expects, in one shape for all: absent means that nothing is stated. */
interface Expected {
  readonly headline?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly picture?: string;
  readonly body?: string;
}

function read(html: string) {
  const { draft } = readDraft('a.html', Buffer.from(html), undefined as never);
  return {
    headline: draft?.headline,
    authors: draft?.authors.map(({ name }) => name),
    published: draft?.published?.toISOString(),
    section: draft?.section,
    tags: draft?.tags,
    summary: draft?.summary,
    picture: draft?.picture?.url,
    body: draft?.body.replace(/\n/g, ''),
  };
}

describe('readHtmlPage: pages as they are saved (T-06, T-12, T-37, T-42, C-41)', () => {
  const graph = {
    '@graph': [
      {
        '@type': 'Article',
        headline: H,
        author: { name: 'Ada North', '@id': '#1' },
        image: { '@id': 'https://b.example/#primaryimage' },
        articleSection: ['Harbour', 'News'],
        keywords: ['boats'],
        datePublished: '2025-09-05T09:03:12+00:00',
      },
      { '@type': 'ImageObject', '@id': 'https://b.example/#primaryimage', url: 'https://b.example/p.jpg' },
      { '@type': 'Person', '@id': '#1', name: 'Ada North' },
    ],
  };
  const cases: [what: string, html: string, expected: Expected][] = [
    [
      'a blog whose plugin writes a graph',
      page(
        `<article class="post hentry"><header><h1>${H}</h1></header><div class="post-thumbnail"><img src="https://b.example/p.jpg"></div><div class="entry-content">${TEXT}<div class="sharedaddy">Share</div></div></article><article class="comment-body"><p>${'First! '.repeat(90)}</p></article>`,
        ld(graph),
      ),
      {
        authors: ['Ada North'],
        published: '2025-09-05T09:03:12.000Z',
        section: 'Harbour',
        tags: ['boats', 'News'],
        picture: 'https://b.example/p.jpg',
        body: `<img src="https://b.example/p.jpg">${TEXT}`,
      },
    ],
    [
      'a theme of blocks',
      page(
        `<main><div class="wp-block-group"><h1 class="wp-block-post-title">${H}</h1><div class="wp-block-group"><p>Written by</p><div class="wp-block-post-author-name"><a href="/a">Ada North</a></div><div class="wp-block-post-date"><time datetime="2025-09-05T11:03:12+02:00">5 September</time></div><div class="wp-block-post-terms"><a href="/category/harbour/" rel="tag">Harbour</a></div></div><div class="entry-content">${TEXT}</div><div class="wp-block-post-terms"><a href="/tag/boats/" rel="tag">boats</a></div></div><div class="wp-block-comments"><p>First</p></div></main>`,
      ),
      {
        authors: ['Ada North'],
        published: '2025-09-05T09:03:12.000Z',
        section: 'Harbour',
        tags: ['boats'],
        body: TEXT,
      },
    ],
    [
      'a theme from before any of this',
      page(
        `<div id="header"><h1><a href="/">Coast Daily</a></h1></div><div id="content"><div class="post"><h2>${H}</h2><div class="entry">${TEXT}<p class="postmetadata">Filed under <a href="/c" rel="category tag">Harbour</a></p></div></div><h3>One response</h3><ol class="commentlist"><li><p>Nice boats, and a nice place to keep them in, I always say.</p></li></ol></div><div id="sidebar"><h2>Archives</h2></div><div id="footer"><p>Proudly powered</p></div>`,
        `<title>Coast Daily &raquo; Blog Archive &raquo; ${H}</title>`,
      ),
      { section: 'Harbour', body: TEXT },
    ],
    [
      'a hosted blog with a date in `abbr`',
      page(
        `<div class="post hentry"><h3 class="post-title entry-title" itemprop="name">${H}</h3><div class="post-body entry-content" itemprop="description articleBody">${LEDE}<br><br>${END}</div><div class="post-footer"><span class="post-author vcard">Posted by <a rel="author"><span itemprop="name">Ada North</span></a></span> <abbr class="published" title="2012-09-05T02:03:00-07:00">2:03 AM</abbr> <a rel="tag">boats</a></div></div>`,
        `<title>Coast Daily: ${H}</title>`,
      ),
      {
        authors: ['Ada North'],
        published: '2012-09-05T09:03:00.000Z',
        tags: ['boats'],
        summary: `${LEDE} ${END}`,
        body: `${LEDE}<br><br>${END}`,
      },
    ],
    [
      'a page without any mark at all',
      page(
        `<div id="cookie-consent" class="cookie-banner"><p>We use cookies to measure how this site is used and to show advertisements to you.</p></div><div class="menu"><a>News</a></div><div class="page"><div class="left"><h1>${H}</h1><div class="text">${TEXT}</div></div><div class="right"><h3>Most read</h3><a>Cats</a></div></div><div id="foot"><p>© 2025 All rights reserved.</p></div>`,
      ),
      { body: TEXT },
    ],
    [
      'a layout of tables',
      page(
        `<table><tr><td><a>Home</a></td><td><font size=5><b>${H}</b></font><br><i>By Ada North</i><p>${LEDE}<p>${END}</td></tr></table>`,
        `<title>The Coast Daily: ${H}</title>`,
      ),
      { authors: ['Ada North'], body: `<br>${TEXT}` },
    ],
    [
      'a byline and a date in words',
      page(
        `<div class="article"><h1>${H}</h1><p>By Ada North and Ben South</p><p>Published: September 5, 2025 9:03 AM GMT</p>${TEXT}</div>`,
      ),
      { authors: ['Ada North', 'Ben South'], published: '2025-09-05T09:03:00.000Z', body: TEXT },
    ],
    [
      'a date inside a sentence as text',
      page(
        `<article><h1>${H}</h1><p><span>VESTERVIK</span>, <span>Sept. 5, 2025</span> – ${LEDE}</p></article>`,
      ),
      { body: `<p><span>VESTERVIK</span>, <span>Sept. 5, 2025</span> – ${LEDE}</p>` },
    ],
    [
      'the record of this page among others',
      page(
        `<article><h1>${H}</h1>${TEXT}</article>`,
        `<title>${H}</title>${ld([
          { '@type': 'NewsArticle', headline: 'Cats', author: 'Dora Cat' },
          { '@type': 'NewsArticle', headline: H, author: [['Ada North'], { name: 'By Ben South' }] },
        ])}`,
      ),
      { authors: ['Ada North', 'Ben South'], body: TEXT },
    ],
    [
      'JSON-LD as templates spoil it',
      page(
        `<article><h1>${H}</h1>${TEXT}</article>`,
        `<script type="application/ld+json">/* <![CDATA[ */{"@type":["NewsArticle"],"headline":"${H}","description":"The road\nis closed",}/* ]]> */</script>`,
      ),
      { summary: 'The road is closed', body: TEXT },
    ],
    [
      'authors that one text lists',
      page(
        `<article><h1>${H}</h1>${TEXT}</article>`,
        ld({ '@type': 'Article', headline: H, author: 'Ada North, Ben South and Cora West' }),
      ),
      { authors: ['Ada North', 'Ben South', 'Cora West'], body: TEXT },
    ],
    [
      'one author whose name has a comma',
      page(`<article><h1>${H}</h1>${TEXT}</article>`, '<meta name="author" content="North, Ada">'),
      { authors: ['North, Ada'], body: TEXT },
    ],
    [
      'what counters of readers are told in JSON',
      page(
        `<h1>${H}</h1>${TEXT}`,
        `<meta name="parsely-page" content='{"title":"${H}","section":"Harbour","authors":["Ada North"],"pub_date":"2025-09-05T09:03:12Z","tags":["boats","storms"]}'>`,
      ),
      {
        authors: ['Ada North'],
        published: '2025-09-05T09:03:12.000Z',
        section: 'Harbour',
        tags: ['boats', 'storms'],
        body: TEXT,
      },
    ],
    [
      'Dublin Core with its qualifiers',
      page(
        `<h1>${H}</h1>${TEXT}`,
        '<meta name="DCTERMS.issued" content="2025-09-05"><meta name="DC.subject" content="boats; storms"><meta name="DC.creator" content="Ministry of Ports">',
      ),
      {
        authors: ['Ministry of Ports'],
        published: '2025-09-05T00:00:00.000Z',
        tags: ['boats', 'storms'],
        body: TEXT,
      },
    ],
    [
      'microdata in elements',
      page(
        `<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">${H}</h2><span itemprop="articleSection">Harbour</span><p itemprop="description">The road is closed.</p><div itemprop="image"><meta itemprop="url" content="https://c.example/p.jpg"></div><div itemprop="articleBody">${TEXT}</div><span itemprop="keywords">boats, storms</span></div>`,
        `<title>${H} « Coast</title>`,
      ),
      {
        section: 'Harbour',
        summary: 'The road is closed.',
        picture: 'https://c.example/p.jpg',
        tags: ['boats', 'storms'],
        body: TEXT,
      },
    ],
    [
      'every entry of a live blog',
      page(
        `<main><h1>${H}</h1><article><h2>Boats</h2><p>${LEDE}</p></article><article><h2>Bait</h2><p>${END}</p></article></main>`,
      ),
      { body: `<div><h2>Boats</h2><p>${LEDE}</p></div><div><h2>Bait</h2><p>${END}</p></div>` },
    ],
    [
      'the story, not the teasers above it',
      page(
        `<main><div><article class="teaser"><h2>Cats</h2><p>They sleep on the pier, eat what falls from the boats, and sleep.</p></article></div><div class="story"><h1>${H}</h1>${TEXT}</div></main>`,
      ),
      { body: TEXT },
    ],
    [
      'the picture and its caption that lead an article',
      page(
        `<main><div class="hero"><h1>${H}</h1><img class="avatar" src="https://c.example/ada.jpg"><div class="image"><img src="https://c.example/p.jpg"><div class="caption">Pier</div></div></div><article>${TEXT}</article></main>`,
      ),
      {
        picture: 'https://c.example/p.jpg',
        body: `<div><img src="https://c.example/p.jpg"><div>Pier</div></div>${TEXT}`,
      },
    ],
    [
      'short paragraphs beside the text',
      page(`<article><h1>${H}</h1><p>In short.</p><div>${TEXT}</div><p>The end.</p></article>`),
      {
        summary: `In short. ${LEDE}`,
        body: `<p>In short.</p><div>${TEXT}</div><p>The end.</p>`,
      },
    ],
    [
      'short paragraphs beside the text of a page without `article`',
      page(`<h1>${H}</h1><p>${LEDE}</p><div>${TEXT.repeat(9)}</div><p>${END}</p>`),
      { body: `<p>${LEDE}</p><div>${TEXT.repeat(9)}</div><p>${END}</p>` },
    ],
    [
      'paragraphs that are no `p`',
      page(`<article><h1>${H}</h1><div>${LEDE}</div><div>${END}</div><p>Reporting by A</p></article>`),
      { summary: `${LEDE} ${END}`, body: `<div>${LEDE}</div><div>${END}</div><p>Reporting by A</p>` },
    ],
    [
      'the number of a note apart from the word before it',
      page(`<article><h1>${H}</h1><p>${LEDE}<a href="#note-1">1</a></p></article>`),
      { summary: `${LEDE}1`, body: `<p>${LEDE}<sup>1</sup></p>` },
    ],
    [
      'a picture once that `noscript` shows first',
      page(
        `<article><h1>${H}</h1>${TEXT}<noscript><img src="https://c.example/p.jpg"></noscript><img data-src="https://c.example/p.jpg"></article>`,
      ),
      { picture: 'https://c.example/p.jpg', body: `${TEXT}<img src="https://c.example/p.jpg">` },
    ],
  ];
  for (const [what, html, expected] of cases) {
    it(`reads ${what}`, () => {
      const nothing = { headline: H, authors: [], published: undefined, section: undefined, tags: [] };
      const found = read(html);
      const isDerived = expected.summary === undefined;
      expect(found).to.deep.equal({
        ...nothing,
        picture: undefined,
        summary: isDerived ? found.summary : undefined,
        ...expected,
      });
    });
  }
});

describe('readHtmlPage: the words of a picture', () => {
  const cases: [what: string, html: string, alt: string | undefined, credit: string | undefined][] = [
    [
      'alt and credit of the picture that the head names',
      page(
        `<article><figure><img src="https://c.example/p.jpg" alt="Pier"><figcaption>The pier. Photo: Cora West</figcaption></figure>${TEXT}</article>`,
        '<meta property="og:image" content="https://c.example/p.jpg">',
      ),
      'Pier',
      'Cora West',
    ],
    [
      'the credit in JSON-LD before the one in the caption',
      page(
        `<article><figure><img src="https://c.example/p.jpg"><figcaption>Photo: Cora West</figcaption></figure>${TEXT}</article>`,
        ld({ '@type': 'Article', image: { url: 'https://c.example/p.jpg', creditText: 'Dora East' } }),
      ),
      undefined,
      'Dora East',
    ],
    [
      'no credit in a caption that has none',
      page(
        `<article><figure><img src="https://c.example/p.jpg"><figcaption>A photo by the pier wall.</figcaption></figure>${TEXT}</article>`,
      ),
      undefined,
      undefined,
    ],
  ];
  for (const [what, html, alt, credit] of cases) {
    it(`gives ${what}`, () => {
      const { draft } = readDraft('a.html', Buffer.from(html), undefined as never);
      expect([draft?.picture?.alt, draft?.picture?.credit]).to.deep.equal([alt, credit]);
    });
  }
});
