import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

const H = 'Storm closes the harbour';
const LEDE = 'Two hundred fishing boats stayed in the harbour on Friday after the worst storm in years.';
const END = 'Nobody was hurt, said the harbour master, but the bait for the winter is lost.';
const TEXT = `<p>${LEDE}</p><p>${END}</p>`;
const OTHER = 'A goat has climbed the tower and has stayed there for three days, eating what is thrown.';
const TEASERS = `<div class="col-b"><div><h3>Goat</h3><p>${OTHER}</p></div></div>`;

const page = (body: string, head = `<title>${H} | Coast Daily</title>`) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const ld = (record: unknown) => `<script type="application/ld+json">${JSON.stringify(record)}</script>`;

function read(html: string) {
  const { draft } = readDraft('a.html', Buffer.from(html), undefined as never);
  return {
    headline: draft?.headline,
    subhead: draft?.subhead,
    authors: draft?.authors.map(({ name }) => name),
    published: draft?.published?.toISOString(),
    section: draft?.section,
    summary: draft?.summary,
    picture: draft?.picture?.url,
    body: draft?.body.replace(/\n/g, ''),
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

describe('readHtmlPage: which part is the article, where much stands beside it', () => {
  table([
    [
      'takes the column with the headline',
      page(`<div class="w"><div class="col-a"><h1>${H}</h1>${TEXT}</div>${TEASERS}</div>`),
      { body: TEXT },
    ],
    [
      'takes the whole where the headline stands in no column',
      page(`<h1>${H}</h1><div class="w"><div><p>${LEDE}</p></div><div><p>${END}</p></div></div>`),
      { body: `<div><p>${LEDE}</p></div><div><p>${END}</p></div>` },
    ],
    [
      'takes the article of a page that is one form',
      page(`<form action="/"><div><h1>${H}</h1><h2>${LEDE}</h2>${TEXT}</div></form>`),
      { headline: H, body: `<h2>${LEDE}</h2>${TEXT}` },
    ],
    [
      'looks for no article in a frame that nobody closed',
      page(
        `<div><h1>${H}</h1>${TEXT}</div><div class="rail"><iframe src="https://ads.example/a"/><p>${OTHER.repeat(20)}</p></div>`,
      ),
      { body: TEXT },
    ],
    [
      'takes the text that only JSON-LD has',
      page(
        `<div id="app"><h1>${H}</h1></div>${ld({ '@type': 'NewsArticle', headline: H, articleBody: `${LEDE}\n\n${END} <b>` })}`,
      ),
      { body: `<p>${LEDE}</p><p>${END} &lt;b&gt;</p>` },
    ],
    [
      'takes the text that only JSON-LD has as HTML',
      page(
        `<div id="app"><h1>${H}</h1></div>${ld({ '@type': 'NewsArticle', headline: H, articleBody: `${TEXT}<svg>x` })}`,
      ),
      { body: TEXT },
    ],
    [
      'takes the text of the page where JSON-LD says the same',
      page(
        `<article><h1>${H}</h1>${TEXT}</article>${ld({ '@type': 'NewsArticle', headline: H, articleBody: `${LEDE} ${END}` })}`,
      ),
      { body: TEXT },
    ],
  ]);
});

describe('readHtmlPage: what inside an article is not the article', () => {
  const inArticle = (more: string) => page(`<article><h1>${H}</h1>${TEXT}${more}</article>`);
  const names = [
    'comentarios_lectores',
    'visitors_comment_block',
    'story_tools',
    'content-tools',
    'more-from',
  ];
  for (const name of names)
    it(`drops \`${name}\``, () => {
      expect(read(inArticle(`<div class="${name}"><h4>First!</h4><p>Good.</p></div>`))).to.include({
        body: TEXT,
      });
    });

  table([
    [
      'drops a heading of related items with its links',
      inArticle('<h4>Related Items</h4><ul><li><a href="/a">Goat</a></li></ul>'),
      { body: TEXT },
    ],
    [
      'keeps the words of a sentence, whatever their link is called',
      page(
        `<article><h1>${H}</h1><p>Two hundred fishing <a class="popup" href="https://a.example/b">boats</a> stayed in the harbour on Friday after <span class="related">the worst storm</span> in years.</p><p>${END}</p></article>`,
      ),
      {
        body: `<p>Two hundred fishing <a href="https://a.example/b">boats</a> stayed in the harbour on Friday after <span>the worst storm</span> in years.</p><p>${END}</p>`,
      },
    ],
    [
      'drops what a sentence says to screen readers',
      page(
        `<article><h1>${H}</h1><p>${LEDE}<span class="screen-reader-text">Opens in a window</span></p></article>`,
      ),
      { body: `<p>${LEDE}</p>` },
    ],
    [
      'drops buttons to like, to share and to follow, and keeps what is shown (C-41)',
      inArticle(
        '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fa.example"></iframe><iframe src="https://platform.twitter.com/widgets/tweet_button.html"></iframe><iframe src="https://www.youtube.com/subscribe_embed?channel=a"></iframe><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      ),
      { body: `${TEXT}<a href="https://www.youtube.com/watch?v=abcdefghijk">Watch or listen at YouTube</a>` },
    ],
  ]);
});

describe('readHtmlPage: who and when, where others beside the article have names and dates (T-12, T-37, T-42)', () => {
  const videos =
    '<div><p class="byline">By <a class="author" href="/c">Cara West</a></p><time itemprop="datePublished" datetime="2020-01-02">x</time></div>';
  table([
    [
      'takes name and date by the headline',
      page(
        `<div><h1>${H}</h1><p class="entry__byline">By <a href="/a">Ada North</a> on Sep 05, 2024 at 11:30a <a href="/t">@ada</a></p>${TEXT}${videos}</div>`,
      ),
      { authors: ['Ada North'], published: '2024-09-05T11:30:00.000Z' },
    ],
    [
      'takes the day in a heading that says that it is a date',
      page(`<div><h1>${H}</h1><h3 class="date">Thursday, September 5, 2024</h3>${TEXT}</div>`),
      { published: '2024-09-05T00:00:00.000Z' },
    ],
    [
      'takes the dates behind the text',
      page(
        `<div><h1>${H}</h1><div>${TEXT}</div><div id="article_infos">Publié le 29/10/2024<br>Mis à jour le 30/10/2024</div></div>`,
      ),
      { published: '2024-10-29T00:00:00.000Z' },
    ],
    [
      'takes the role behind a comma from a name',
      page(`<article><h1>${H}</h1><p class="byline">By ADA NORTH, Executive Editor</p>${TEXT}</article>`),
      { authors: ['Ada North'] },
    ],
    [
      'takes the weekday from a name',
      page(`<article><h1>${H}</h1><p>By Ada North Thursday, Sept. 5, 2024</p>${TEXT}</article>`),
      { authors: ['Ada North'], published: '2024-09-05T00:00:00.000Z' },
    ],
    [
      'takes the outlet on the next line from a name',
      page(`<article><h1>${H}</h1><p class="byline">By Ada North<br>Coast.example<br></p>${TEXT}</article>`),
      { authors: ['Ada North'] },
    ],
    [
      'takes the agency from a name',
      page(
        `<article><h1>${H}</h1>${TEXT}</article>`,
        `<title>${H}</title><meta name="author" content="Ada North, AFP">`,
      ),
      { authors: ['Ada North'] },
    ],
    [
      'names the site no writer beside one',
      page(
        `<article><h1>${H}</h1>${TEXT}</article>`,
        `<title>${H}</title><meta property="og:site_name" content="CoastDaily"><meta name="author" content="Ada North; Coast Daily">`,
      ),
      { authors: ['Ada North'] },
    ],
    [
      'takes a switch of the size of text for no byline',
      page(`<article><h1>${H}</h1><div>Text Size</div>${TEXT}</article>`),
      { authors: [] },
    ],
  ]);
});

describe('readHtmlPage: values that say nothing (T-41)', () => {
  const meta = (name: string, content: string) =>
    `<title>${H} - Coast Daily</title><meta property="og:site_name" content="Coast Daily"><meta property="${name}" content="${content}">`;
  const body = `<article><h1>${H}</h1>${TEXT}</article>`;
  table([
    [
      "passes over the site's name",
      page(body, meta('og:description', 'Coast Daily')),
      { summary: `${LEDE} ${END}` },
    ],
    [
      'passes over a summary that a quotation mark has ended',
      page(body, meta('og:description', 'The so-called "harbour" is closed')),
      { summary: `${LEDE} ${END}` },
    ],
    [
      'takes the quotation marks of the heading',
      page(`<article><h1>“Storm” closes it</h1>${TEXT}</article>`, `<title>"Storm" closes it</title>`),
      { headline: '“Storm” closes it' },
    ],
    ['knows a site in brackets', page(body, `<title>${H} [Coast]</title>`), { headline: H }],
    [
      'takes the desk of a way to it',
      page(body, meta('article:section', '/world/europe')),
      { section: 'world' },
    ],
    ['takes the first of several', page(body, meta('article:section', 'news,nation')), { section: 'news' }],
    [
      'keeps a desk of several words',
      page(body, meta('article:section', 'Arts, Books/Music')),
      { section: 'Arts, Books/Music' },
    ],
    [
      'takes no way to more for a desk',
      page(
        `<article><h1>${H}</h1><ul class="categories"><li><a href="/">View All</a></li></ul>${TEXT}</article>`,
      ),
      { section: undefined },
    ],
    [
      'takes no script for the line under the headline',
      page(
        `<article><header><h1>${H}</h1><div class="subhead">Boats stay.<script>f()</script></div></header>${TEXT}</article>`,
      ),
      { subhead: 'Boats stay.' },
    ],
    [
      'takes neither dates nor the writer for the line under the headline',
      page(
        `<div><h1>${H}</h1><p class="author">Ada North</p><p>First Posted: 08-13-10 05:18 PM | Updated: 08-14-10 12:41 AM</p><p>Ada North writes about harbours and lives in one of them.</p></div><div>${TEXT.repeat(3)}</div>`,
      ),
      { subhead: undefined },
    ],
    [
      'takes no icon for the picture',
      page(
        `<article><h1>${H}</h1>${TEXT}<img src="https://a.example/i.gif" width="60"><img src="https://a.example/p.jpg" width="600"></article>`,
      ),
      { picture: 'https://a.example/p.jpg' },
    ],
  ]);
});
