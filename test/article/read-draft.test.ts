import { expect } from 'chai';
import fc from 'fast-check';
import type { Draft } from '../../src/article/draft.ts';
import { faultLine } from '../../src/article/fault.ts';
import { ARTICLE_BYTES_MAX } from '../../src/article/limits.ts';
import { isArticlePath, readDraft } from '../../src/article/read-draft.ts';
import { FILE_MARK, SITE_MARK } from '../../src/base/address.ts';
import type { Site } from '../../src/base/site.ts';

const site: Site = {
  title: 'The Harbor Post',
  description: 'News of one harbor',
  language: 'en',
  baseUrl: 'http://localhost:3000',
  authority: 'news.example.org',
  author: 'The Harbor Post',
  copyright: undefined,
};

const read = (path: string, text: string | Uint8Array) =>
  readDraft(path, typeof text === 'string' ? Buffer.from(text) : text, site);

function draftOf(path: string, text: string | Uint8Array): Draft {
  const { draft, faults } = read(path, text);
  expect(faults.map(faultLine)).to.deep.equal([]);
  return draft!;
}

describe('readDraft: which files', () => {
  const cases: [path: string, kind: string | undefined][] = [
    ['a.txt', 'wire'],
    ['a.MD', 'markdown'],
    ['a/b.markdown', 'markdown'],
    ['a.html', 'html'],
    ['a.htm', 'html'],
    ['a.jpg', undefined],
    ['content/posts/_index.md', undefined],
    ['README', undefined],
  ];
  for (const [path, kind] of cases) {
    it(`${path} is ${kind ?? 'no article'}`, () => {
      expect(isArticlePath(path)).to.equal(kind !== undefined);
      expect(
        read(path, 'Ferry is late\n\nThe ferry was late on Monday, the company said.').draft?.kind,
      ).to.equal(kind);
    });
  }
});

describe('readDraft: Markdown (T-06, T-23, T-37, T-41, T-43)', () => {
  it('reads a whole article', () => {
    const draft = draftOf(
      'harbor/ferries.md',
      '---\ntitle: The ferry is back\ndate: 2025-09-05T10:30:00+02:00\ncategories: [Transport, Harbor]\ntags: [ferry, Ferry]\nauthor: Ada North\nimage: img/f.png\n---\n' +
        '# The ferry is back\n\nIt came in at *noon*.\n\n![quay](quay.jpg)\n',
    );
    expect(draft).to.deep.include({
      path: 'harbor/ferries.md',
      kind: 'markdown',
      headline: 'The ferry is back',
      headlineSource: 'frontmatter',
      summary: 'It came in at noon.',
      body: `<p>It came in at <em>noon</em>.</p>\n<p><img src="${FILE_MARK}harbor/quay.jpg" alt="quay"></p>\n`,
      section: 'Transport',
      tags: ['ferry', 'Harbor'],
      published: new Date('2025-09-05T08:30:00Z'),
      isDraft: false,
    });
    expect(draft.picture).to.deep.equal({
      url: `${FILE_MARK}harbor/img/f.png`,
      alt: undefined,
      credit: undefined,
    });
  });

  const cases: [what: string, path: string, text: string, expected: Partial<Record<keyof Draft, unknown>>][] =
    [
      [
        'takes the heading that begins the text',
        'a.md',
        '## One\n\nText\n\n## Two\n',
        { headline: 'One', headlineSource: 'headline', body: '<p>Text</p>\n<h2>Two</h2>\n' },
      ],
      [
        'reads what dialects add',
        'a.md',
        '> [!tip]\n> See [[b]].\n\n:::note\nWords.\n:::\n',
        {
          body: '<blockquote>\n<p><strong>Tip</strong></p>\n<p>See <a href="\u0002b.md">b</a>.</p>\n</blockquote>\n<p><strong>Note</strong></p>\n<p>Words.</p>\n',
        },
      ],
      [
        'takes the first heading as the title (T-23)',
        'a.md',
        '# One *two*\n\nText.',
        { headline: 'One two', headlineSource: 'headline', body: '<p>Text.</p>\n' },
      ],
      [
        'else the first sentence (T-23)',
        'a.md',
        'One two. Three.',
        { headline: 'One two', headlineSource: 'lede' },
      ],
      [
        'else a name in words, as Obsidian has it, dated or not',
        '2024-05-01 Walks at low tide.md',
        'One two. Three.',
        { headline: 'Walks at low tide', headlineSource: 'filename' },
      ],
      [
        'else the name of a post of Jekyll, as Jekyll shows it',
        'a/_posts/2024-05-01-low-tide.md',
        'One two. Three.',
        { headline: 'Low Tide', headlineSource: 'filename' },
      ],
      [
        'else the file’s name (T-23)',
        '2024-05-01-one_two.md',
        '![](x.png)',
        { headline: 'One two', headlineSource: 'filename' },
      ],
      ['takes the section from the folder', 'world-news/a.md', 'Text', { section: 'World news' }],
      [
        'lets the stated section win',
        'world-news/a.md',
        '---\nsection: Sea\ncategories: [b]\n---\nText',
        { section: 'Sea', tags: ['b'] },
      ],
      [
        'takes the date from the name (T-37)',
        '_posts/2024-05-01-one.md',
        'Text',
        { published: new Date('2024-05-01') },
      ],
      [
        'lets the stated date win (T-37)',
        '2024-05-01-one.md',
        '---\ndate: 2025-01-01\n---\nText',
        { published: new Date('2025-01-01') },
      ],
      ['invents no date (T-37)', 'a.md', 'Text of Friday', { published: undefined }],
      [
        'takes the excerpt as the summary',
        'a.md',
        'One.\n\nTwo.\n\n<!--more-->\n\nThree.',
        { summary: 'One. Two.' },
      ],
      [
        'ends the excerpt in the middle of a line',
        'a.md',
        '---\nexcerpt_separator: <!--end-->\n---\nOne. <!--end--> Two.',
        { summary: 'One.', body: '<p>One.</p>\n<p>Two.</p>\n' },
      ],
      [
        'takes no title of a box for a paragraph (T-41)',
        'a.md',
        ':::note\n\nOne.\n\n:::',
        { summary: 'One.', body: '<p><strong>Note</strong></p>\n<p>One.</p>\n' },
      ],
      [
        'takes no caption for a paragraph (T-41)',
        'a.md',
        '![a](/a.png)\n_The quay_\n\nOne.',
        { summary: 'One.' },
      ],
      [
        'takes a heading for the title that it spells another way',
        'a.md',
        "---\ntitle: It's `a` day\n---\n# It’s *a* day!\n\nText",
        { headline: "It's `a` day", body: '<p>Text</p>\n' },
      ],
      [
        'takes the first picture of the text',
        'a.md',
        'Text ![b](/a.png)',
        { picture: { url: `${SITE_MARK}/a.png`, alt: 'b' } },
      ],
      ['takes drafts from Jekyll’s folder', '_drafts/a.md', 'Text', { isDraft: true }],
      [
        'publishes a README with front matter (VuePress)',
        'posts/a/README.md',
        '---\ntitle: A\n---\nText',
        { isDraft: false },
      ],
      ['reads CRLF', 'a.md', '---\r\ntitle: a\r\n---\r\nText\r\n', { headline: 'a', body: '<p>Text</p>\n' }],
      ['reads behind a byte-order mark (T-01)', 'a.md', '\uFEFF---\ntitle: a\n---\nText', { headline: 'a' }],
    ];
  for (const [what, path, text, expected] of cases) {
    it(what, () => {
      expect(draftOf(path, text)).to.deep.include(expected);
    });
  }
});

describe('readDraft: files about their folder', () => {
  for (const name of ['README.md', 'posts/readme.md', 'LICENSE.md', 'README.fr.md', 'CODE_OF_CONDUCT.md']) {
    it(`publishes no ${name} without front matter, and says so`, () => {
      const { draft, faults } = read(name, '# A\n\nText');
      expect(draft).to.deep.include({ headline: 'A', isDraft: true });
      expect(faults.map(({ severity }) => severity)).to.deep.equal(['note']);
    });
  }
});

const PAGE = `<!doctype html><html lang="de"><head><title>From the quay | The Post</title>
<meta property="og:site_name" content="The Post"><meta name="author" content="Ada North"><meta name="keywords" content="sea, ships">
<meta property="article:published_time" content="2025-09-05T10:00:00Z"><link rel="canonical" href="https://elsewhere.example/x">
</head><body><nav>Menu</nav><main><article><header><h1>From the quay</h1><p>by Ada</p></header>
<p>The <b>first</b> ship came in.</p><script>track()</script><aside>More</aside></article></main><footer>Imprint</footer></body></html>`;

describe('readDraft: HTML (T-06, R-44)', () => {
  it('reads a page without what surrounds the article', () => {
    const draft = draftOf('a.html', PAGE);
    expect(draft).to.deep.include({
      headline: 'From the quay',
      language: 'de',
      body: '<p>The <b>first</b> ship came in.</p>',
      summary: 'The first ship came in.',
      tags: ['sea', 'ships'],
      published: new Date('2025-09-05T10:00:00Z'),
      permalink: undefined,
    });
    expect(draft.authors.map(({ name }) => name)).to.deep.equal(['Ada North']);
  });

  const cases: [what: string, text: string, expected: Partial<Record<keyof Draft, unknown>>][] = [
    [
      'trusts JSON-LD most',
      PAGE.replace(
        '</head>',
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"H","dateModified":"2025-09-06T00:00:00Z","keywords":["k"]}]}</script></head>',
      ),
      { headline: 'H', updated: new Date('2025-09-06'), tags: ['k'] },
    ],
    ['keeps a title whose end is not the site', '<title>A - B</title><p>x', { headline: 'A - B' }],
    [
      'takes og:title before title',
      '<title>A</title><meta property="og:title" content="B"><p>x',
      { headline: 'B' },
    ],
    [
      'takes the first heading without a title',
      '<h1>A</h1><p>x',
      { headline: 'A', headlineSource: 'headline', body: '<p>x</p>' },
    ],
    [
      'reads a fragment with front matter',
      '---\ntitle: A\n---\n<p>x</p>',
      { headline: 'A', body: '<p>x</p>' },
    ],
    ['lets front matter win', '---\ntitle: A\n---\n<title>B</title><p>x</p>', { headline: 'A' }],
    [
      'resolves against the page’s base',
      '<base href="https://a.example/b/"><p><a href="c">x</a>',
      { body: '<p><a href="https://a.example/b/c">x</a></p>' },
    ],
    [
      'takes the picture of the page',
      '<meta property="og:image" content="/i.png"><p>x',
      { picture: { url: `${SITE_MARK}/i.png`, alt: undefined, credit: undefined } },
    ],
    [
      'keeps all where nothing but surroundings is left',
      '<header><p>x</p></header>',
      { body: '<div><p>x</p></div>' },
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(draftOf('a.html', text)).to.deep.include(expected);
    });
  }

  it('believes the charset that a page states', () => {
    expect(
      draftOf('a.html', Buffer.from('<meta charset="iso-8859-1"><p>caf\u00e9</p>', 'latin1')).body,
    ).to.equal('<p>café</p>');
  });

  it('warns of a date that is none, with its line, and goes on', () => {
    const { draft, faults } = read('a.html', '<p>x\n<meta name=date content="soon">');
    expect(draft?.published).to.equal(undefined);
    expect(faults.map(faultLine)).to.deep.equal([
      'a.html:2: `soon` is no date and is passed over; expected such as 2025-09-05T10:30:00+02:00',
    ]);
  });
});

describe('readDraft: faults', () => {
  const cases: [
    what: string,
    path: string,
    bytes: string | Uint8Array,
    severity: string,
    expected: string,
  ][] = [
    ['an empty file', 'a.md', '', 'error', 'a.md:1: the file is empty, expected the text of an article'],
    [
      'white space',
      'a.html',
      ' \n\t',
      'error',
      'a.html:1: the file holds only blank lines, expected the text of an article',
    ],
    [
      'front matter alone',
      'a.md',
      '---\ntitle: a\n---\n',
      'error',
      'a.md:4: the article has no text: expected some below its front matter',
    ],
    [
      'JSON-LD that is no JSON, and passes over it',
      'a.html',
      '<title>A</title><script type="application/ld+json">{</script><p>x',
      'note',
      'a.html:1: the JSON-LD is no JSON and is passed over; expected such as {"@type": "NewsArticle", …}',
    ],
    [
      'a page that a script would write',
      'a.html',
      '<html><body><script>x</script><noscript>You need to enable JavaScript to run this app.</noscript>',
      'error',
      'a.html:1: the page has no text of its own, a script would write it; expected the page as a browser saves it',
    ],
    ['markup alone', 'a.html', '<script>x</script>', 'error', 'a.html:1: the article has no text'],
    [
      'binary',
      'a.md',
      Uint8Array.of(1, 2, 0, 3),
      'error',
      'a.md:1: the file is binary: it holds NUL bytes, expected text',
    ],
    [
      '50 MB',
      'a.md',
      Buffer.alloc(ARTICLE_BYTES_MAX + 1, 'a'),
      'error',
      'a.md:1: the file has 5000001 bytes, expected 5000000 at most',
    ],
    [
      'an endless line',
      'a.html',
      `<p>x\n${'a'.repeat(1_000_001)}`,
      'error',
      'a.html:2: the line has 1000001 characters, expected 1000000 at most',
    ],
    [
      'too deep HTML',
      'a.html',
      '<div>'.repeat(9_000),
      'error',
      'a.html:1: HTML nested deeper than 400 elements',
    ],
    [
      'too much HTML',
      'a.html',
      '<p>x'.repeat(100_001),
      'error',
      'a.html:1: HTML of more than 100000 elements',
    ],
    [
      'too much Markdown',
      'a.md',
      `${'a b '.repeat(3)}\n`.repeat(95_000),
      'error',
      'a.md:1: Markdown of 1235000 characters, more than 1000000',
    ],
    [
      'another encoding',
      'a.md',
      Buffer.from('a\n\ncaf\u00e9', 'latin1'),
      'warning',
      'a.md:3: the file is not valid UTF-8 and was read as Windows-1252, expected UTF-8',
    ],
  ];
  for (const [what, path, bytes, severity, expected] of cases) {
    it(`names ${what}`, () => {
      const { draft, faults } = read(path, bytes);
      expect(faults.map(faultLine)).to.deep.equal([expected]);
      expect(faults[0]!.severity).to.equal(severity);
      expect(draft === undefined).to.equal(severity === 'error');
    });
  }

  const bombs: [what: string, path: string, text: string][] = [
    ['brackets', 'a.md', '['.repeat(200_000)],
    ['stars', 'a.md', '*a '.repeat(100_000)],
    ['ampersands', 'a.md', '&'.repeat(300_000)],
    ['nested quotes', 'a.md', '>'.repeat(100_000)],
    ['nested notes', 'a.md', `${'^['.repeat(400)}${']'.repeat(400)}`],
    ['many notes', 'a.md', '^[a]'.repeat(50_000)],
    ['a wide table', 'a.md', `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n${'|x|\n'.repeat(100)}`],
    ['opened tags', 'a.md', '<a '.repeat(100_000)],
    [
      'formatting opened again',
      'a.html',
      `${Array.from({ length: 150 }, (_, at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(50_000)}`,
    ],
    ['fostered content', 'a.html', `<table>${'<b></b>x'.repeat(30_000)}`],
    ['many attributes', 'a.html', `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join('\n')}>x`],
  ];
  for (const [what, path, text] of bombs) {
    it(`survives ${what}`, () => {
      expect(() => read(path, text)).not.to.throw();
    }).timeout(10_000);
  }

  it('never throws on any bytes, and says the same twice (T-46)', () => {
    const path = fc.constantFrom('a.md', 'b/c.html');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(path, bytes, (name, content) => {
        expect(read(name, content)).to.deep.equal(read(name, content));
      }),
      { numRuns: 500 },
    );
  });
});
