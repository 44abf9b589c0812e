import { expect } from 'chai';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { sanitizeHtml } from '../../src/article/sanitize.ts';
import { FILE_MARK, SITE_MARK } from '../../src/base/address.ts';

const options = { base: { folder: 'news' }, idPrefix: 'a-' };
const atRoot = { base: { folder: '' }, idPrefix: 'a-' };
const clean = (html: string) => sanitizeHtml(html, options);

describe('sanitizeHtml: what passes and how (R-43, R-44, R-45, C-41, C-42)', () => {
  const cases: [what: string, html: string, expected: string][] = [
    ['keeps plain structure', '<p>a <b>b</b><br>c</p>', '<p>a <b>b</b><br>c</p>'],
    ['writes void elements as HTML does', '<hr/><p>x<wbr/>y', '<hr><p>x<wbr>y</p>'],
    ['writes only the four references', '&eacute;&nbsp;&lt;&#39;&hellip;"', "é\u00a0&lt;'…&quot;"],
    ['drops scripts with their text', 'a<script>alert(1)</script>b', 'ab'],
    ['drops styles with their text', '<style>p{}</style><p style="color:red">x</p>', '<p>x</p>'],
    ['drops handlers', '<p onclick="x()" ONLOAD=y>x</p>', '<p>x</p>'],
    ['drops comments', 'a<!-- b -->c', 'ac'],
    ['unwraps what it does not know', '<x-y>a <font color=red>b</font></x-y>', 'a b'],
    [
      'drops forms, keeping what they surround',
      '<form action=x><p>a</p><input></form>',
      '<div><p>a</p></div>',
    ],
    ['drops objects and embeds', '<object data=x><embed src=y></object>z', 'z'],
    ['makes the first heading level the second', '<h1>a</h1><h2>b</h2>', '<h2>a</h2><h3>b</h3>'],
    [
      'raises headings that begin too low',
      '<h4>a</h4><h6>b</h6><h5>c</h5>',
      '<h2>a</h2><h4>b</h4><h3>c</h3>',
    ],
    ['prefixes ids', '<h2 id="top">a</h2>', '<h2 id="a-top">a</h2>'],
    ['drops ids that are none', '<h2 id="a b">a</h2>', '<h2>a</h2>'],
    [
      'keeps the language of code only',
      '<pre class="x language-ts y"><code class="z">a</code></pre>',
      '<pre class="language-ts"><code>a</code></pre>',
    ],
    ['keeps dir and lang', '<p dir=RTL lang=ar class=x>س</p>', '<p dir="rtl" lang="ar">س</p>'],
    [
      'keeps edits',
      '<del cite="/x">a</del><ins datetime="2025-01-01">b</ins>',
      `<del cite="${SITE_MARK}/x">a</del><ins datetime="2025-01-01">b</ins>`,
    ],
    [
      'keeps tables',
      '<table><caption>c</caption><tr><td colspan=2>x</table>',
      '<table><caption>c</caption><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
    ],
    [
      'says the alignment of a cell in an attribute',
      '<table><tr><td style="text-align:right">x</table>',
      '<table><tbody><tr><td align="right">x</td></tr></tbody></table>',
    ],
    [
      'keeps figures',
      '<figure><img src=/a.png alt=x><figcaption>y</figcaption></figure>',
      `<figure><img src="${SITE_MARK}/a.png" alt="x"><figcaption>y</figcaption></figure>`,
    ],
    [
      'keeps details',
      '<details open><summary>a</summary>b</details>',
      '<details open=""><summary>a</summary>b</details>',
    ],
    [
      'links to a post that only cite names (C-41)',
      '<blockquote cite="https://www.tiktok.com/@a/video/1"><a href="https://www.tiktok.com/@a">@a</a></blockquote>',
      '<blockquote cite="https://www.tiktok.com/@a/video/1"><a href="https://www.tiktok.com/@a">@a</a><a href="https://www.tiktok.com/@a/video/1">Watch or listen at TikTok</a></blockquote>',
    ],
    ['keeps definition lists', '<dl><dt>a<dd>b</dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      'keeps ruby, but no reading outside of it',
      '<ruby>漢<rt>かん</rt></ruby><rt>x</rt>',
      '<ruby>漢<rt>かん</rt></ruby>x',
    ],
    ['removes empty paragraphs', '<p>a</p><p> &nbsp;<br></p><p></p>', '<p>a</p>'],
    [
      'removes tracking pixels',
      '<img src="https://t.example/p" width=1 height=1><img src="https://t.example/q" style="width:1px">',
      '',
    ],
    ['removes what is hidden', '<p hidden>a</p><p style="display: none">b</p>c', 'c'],
    [
      'takes the picture out of a picture',
      '<picture><source srcset="b.webp 2x"><img alt=x></picture>',
      `<img alt="x" src="${FILE_MARK}news/b.webp">`,
    ],
    [
      'takes the real address of a lazy image',
      '<img src="data:image/gif;base64,R0" data-src="a.jpg">',
      `<img src="${FILE_MARK}news/a.jpg">`,
    ],
    [
      'shows once what a noscript repeats',
      '<img src="" data-src="a.jpg"><noscript><img src="a.jpg"></noscript>',
      `<img src="${FILE_MARK}news/a.jpg">`,
    ],
    ['drops images without an address', '<img src="data:image/png;base64,xx" alt=x>y', 'y'],
    [
      'gives players controls',
      '<video src=/v.mp4 autoplay poster=/p.jpg></video>',
      `<video src="${SITE_MARK}/v.mp4" poster="${SITE_MARK}/p.jpg" controls=""></video>`,
    ],
    [
      'keeps the sources of a player',
      '<audio><source src=/a.mp3 type=audio/mpeg>text</audio>',
      `<audio controls=""><source src="${SITE_MARK}/a.mp3" type="audio/mpeg">text</audio>`,
    ],
    [
      'makes a link of a known frame',
      '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film"></iframe>',
      '<a href="https://www.youtube.com/watch?v=abcdefghijk">A film</a>',
    ],
    ['drops a frame of nobody', '<iframe src="https://ads.example/x"></iframe>', ''],
    ['keeps the text of mathematics', '<math><mi>x</mi><mo>=</mo><mn>1</mn></math>', 'x=1'],
    ['drops drawings', '<svg><text>a</text></svg>b', 'b'],
    ['makes text of a link to a fragment', '<a href="#x">a</a>', 'a'],
    ['drops the mark that links a heading', '<h2>a <a href="#a">#</a></h2>', '<h2>a </h2>'],
    ['keeps the first line of preformatted text', '<pre>\n\na</pre>', '<pre>\n\na</pre>'],
    [
      'cannot be given a mark of ours',
      `<img src="\u0002x.png"><a href="&#1;/y">z</a>`,
      `<img src="${FILE_MARK}news/x.png"><a href="${SITE_MARK}/y">z</a>`,
    ],
  ];
  for (const [what, html, expected] of cases) {
    it(what, () => {
      expect(clean(html)).to.equal(expected);
    });
  }
});

describe('sanitizeHtml: scripts do not get through (R-44, R-45)', () => {
  const vectors = [
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript\n:alert(1)">x</a>',
    '<a href="&#106;avascript&colon;alert(1)">x</a>',
    '<a href="\u0001javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt://%0aalert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="blob:https://a.example/1">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<img src=x onerror=alert(1)>',
    '<img src="x` `<script>alert(1)</script>"` `>',
    '<img/src="x"/onerror=alert(1)>',
    '<img src=javascript:alert(1)>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><animate onbegin=alert(1) attributeName=x></svg>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
    '<math><a xlink:href=javascript:alert(1)>x</a></math>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    '<math><annotation-xml encoding="text/html"><style></math><img src=x onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>',
    '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    '<xmp><img title="</xmp><img src=x onerror=alert(1)>"></xmp>',
    '<template><img src=x onerror=alert(1)></template>',
    '<select><template><style></select><img src=x onerror=alert(1)>',
    '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<iframe src="javascript:alert(1)//www.youtube.com"></iframe>',
    '<iframe src="https://www.youtube.com.evil.example/embed/abcdefghijk"></iframe>',
    '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    '<base href="javascript:/"><link rel=stylesheet href=//evil.example><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<video><source onerror=alert(1)></video><video src=x onloadstart=alert(1)>',
    '<video poster=javascript:alert(1) src=/a></video>',
    '<details ontoggle=alert(1) open>x</details>',
    '<body onload=alert(1)><p>x</p></body>',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<input onfocus=alert(1) autofocus><button formaction=javascript:alert(1)>x</button>',
    '<marquee onstart=alert(1)>x</marquee>',
    '<<script>alert(1)//<</script>',
    '<scr<script>ipt>alert(1)</script>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?xml-stylesheet href="javascript:alert(1)"?><?import namespace="x">',
    '<!--><img src=x onerror=alert(1)>-->',
    '<a href="https://a.example" target=_blank ping="javascript:alert(1)" download>x</a>',
    '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</table>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    '<p id="x" name="location" class="evil">x</p>',
    '<p.x><p onclick=alert(1)>y</p></p.x>',
    '<a>1<table><a href="https://a.example">2</a></table></a>',
  ];
  for (const vector of vectors) {
    it(`disarms ${JSON.stringify(vector)}`, () => {
      expectSafe(clean(vector));
    });
  }
});

const SNIPPETS = [
  '<p>',
  '</p>',
  '<a href="x">',
  '</a>',
  '<b>',
  '</b>',
  '<i id=1>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</table>',
  '<li>',
  '<ul>',
  '</ul>',
  '<div>',
  '</div>',
  '<center>',
  '<form>',
  '<svg>',
  '</svg>',
  '<math>',
  '<mtext>',
  '<style>',
  '</style>',
  '<script>',
  '</script>',
  '<pre>',
  '\n',
  '</pre>',
  '<h1>',
  '</h2>',
  '<noscript>',
  '</noscript>',
  '<template>',
  '<select>',
  '<option>',
  '<object>',
  '<marquee>',
  '<button>',
  '<p.x>',
  '<img src=x onerror=y>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '"',
  "'",
  '`',
  '&lt;',
  '&amp;',
  '&#1;',
  '&#x338;',
  '\u0338',
  '\u0301',
  'e',
  ' ',
  '>',
  '<',
  '\u202e',
  '\u202c',
  '<ruby>',
  '<rt>',
  '<dd>',
  '<dl>',
  '<caption>',
  '<col>',
  '<colgroup>',
  '<nobr>',
  '<font size=1>',
  '<foreignObject>',
  '<desc>',
  '<title>',
  '<frameset>',
  '<body onload=x>',
  '<br>',
  '</br>',
  '<hr>',
  '<details>',
  '<summary>',
  '<video src=v>',
  '<source src=s>',
  '<iframe>',
  '<plaintext>',
] as const;

const html = fc.oneof(
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 25,
    })
    .map((parts) => parts.join('')),
);

describe('sanitizeHtml: any HTML (R-43 … R-45)', () => {
  it('comes out safe, and the same again when it is read again', () => {
    fc.assert(
      fc.property(html, (source) => {
        const once = sanitizeHtml(source, atRoot);
        expectSafe(once);
        expect(sanitizeHtml(once, atRoot)).to.equal(once);
      }),
      { numRuns: 1_500 },
    );
  });
});

/** Nothing that runs, by another parse of the output: names, attributes, schemes. */
function expectSafe(output: string): void {
  const queue: unknown[] = [parseFragment(output)];
  for (const node of queue as {
    nodeName: string;
    tagName?: string;
    namespaceURI?: string;
    attrs?: { name: string; value: string }[];
    childNodes?: unknown[];
  }[]) {
    queue.push(...(node.childNodes ?? []));
    expect(node.nodeName).not.to.match(
      /^(?:#comment|script|style|iframe|object|embed|form|link|meta|base|applet|frame|noscript|svg|math|template)$/,
    );
    if (node.tagName !== undefined) expect(node.namespaceURI).to.equal('http://www.w3.org/1999/xhtml');
    for (const { name, value } of node.attrs ?? []) {
      expect(name).not.to.match(/^on|^style$|^srcdoc$|^srcset$|:/);
      if (['href', 'src', 'poster', 'cite'].includes(name))
        expect(value).to.match(/^(?:https?:|mailto:|tel:|\u0001\/|\u0002[^/])/);
    }
  }
}
