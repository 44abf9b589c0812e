import { expect } from 'chai';
import { parse, parseFragment, serialize } from 'parse5';
import { sanitizeHtml } from '../../src/article/sanitize.ts';
import { MORE_VECTORS } from './cross-site-scripting-vectors.ts';
import { dangersIn } from './dangers.ts';

const options = { base: { folder: '' }, idPrefix: 'a-' };

/**
 * What people have tried, and what of it survives: `\u0001` and `\u0002` mark addresses of ours. Written after the ideas
 * of OWASP's filter evasion cheat sheet, the HTML5 security cheat sheet, and published mutations of sanitisers.
 */
describe('sanitizeHtml: vectors of cross-site scripting, and what survives (R-44, R-45)', () => {
  const vectors: [html: string, survives: string][] = [
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="JAVASCRIPT:alert(1)">x</a>', 'x'],
    ['<a href="java&#9;script:alert(1)">x</a>', 'x'],
    ['<a href="java&#10;script:alert(1)">x</a>', 'x'],
    ['<a href="&#x6A;avascript:alert(1)">x</a>', 'x'],
    ['<a href="&#0000106avascript:alert(1)">x</a>', 'x'],
    ['<a href=" &#14; javascript:alert(1)">x</a>', 'x'],
    ['<a href="javascript&colon;alert(1)">x</a>', 'x'],
    ['<a href="javascript&#x3A;alert(1)">x</a>', 'x'],
    ['<a href="\u00a0javascript:alert(1)">x</a>', 'x'],
    ['<a href="feed:javascript:alert(1)">x</a>', 'x'],
    ['<a href="view-source:javascript:alert(1)">x</a>', 'x'],
    ['<a href="jar:http://a.example!/x">x</a>', 'x'],
    ['<a href="livescript:x">x</a>', 'x'],
    ['<a href="mocha:x">x</a>', 'x'],
    ['<a href="vbscript:x">x</a>', 'x'],
    ['<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>', 'x'],
    ['<a href="data:image/svg+xml,<svg onload=alert(1)>">x</a>', 'x'],
    ['<a href="filesystem:https://a.example/x">x</a>', 'x'],
    ['<a href="//evil.example">x</a>', '<a href="https://evil.example/">x</a>'],
    ['<a href="\\\\evil.example\\x">x</a>', '<a href="https://evil.example/x">x</a>'],
    ['<a href="/\\evil.example">x</a>', '<a href="https://evil.example/">x</a>'],
    ['<a href="https:evil.example">x</a>', '<a href="https://evil.example/">x</a>'],
    ['<a href="javascript://https://a.example/%0aalert(1)">x</a>', 'x'],
    ['<a href="x:javascript:alert(1)">x</a>', 'x'],
    ['<a href="?javascript:alert(1)">x</a>', 'x'],
    ['<a href="%6A%61vascript:alert(1)">x</a>', '<a href="\u0002javascript%3Aalert%281%29">x</a>'],
    ['<img src="javascript:alert(1)">', ''],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=">', ''],
    ['<img srcset="javascript:alert(1) 1x, /a.png 2x">', ''],
    ['<video src="javascript:alert(1)" poster="javascript:alert(1)"></video>', ''],
    ['<blockquote cite="javascript:alert(1)">x</blockquote>', '<blockquote>x</blockquote>'],
    ['<audio src="data:audio/mp3;base64,xx">x</audio>', 'x'],
    ['<img src=/a onerror=alert(1)>', '<img src="\u0001/a">'],
    ['<img src=/a OnErRoR = alert(1)>', '<img src="\u0001/a">'],
    ['<img/src=/a/onerror=alert(1)>', '<img src="\u0001/a/onerror=alert(1)">'],
    ['<img src="/a"onerror="alert(1)">', '<img src="\u0001/a">'],
    ['<img src=/a `onerror=alert(1)`>', '<img src="\u0001/a">'],
    ['<p onmouseover="alert(1)" onpointerenter=alert(1)>x</p>', '<p>x</p>'],
    [
      '<details ontoggle=alert(1) open><summary>x</summary></details>',
      '<details open=""><summary>x</summary></details>',
    ],
    [
      '<video oncanplay=alert(1)><source src=/a.mp4 onerror=alert(1)></video>',
      '<video controls=""><source src="\u0001/a.mp4"></video>',
    ],
    ['<a onfocus=alert(1) autofocus tabindex=1 href=/x>x</a>', '<a href="\u0001/x">x</a>'],
    ['<p style="animation-name:x" onanimationstart=alert(1)>x</p>', '<p>x</p>'],
    ['<xss onclick="alert(1)" style="display:block">x</xss>', 'x'],
    ['<p on\u0000click=alert(1)>x</p>', '<p>x</p>'],
    ['<p "onclick=alert(1)">x</p>', '<p>x</p>'],
    ['<td background="javascript:alert(1)">x</td>', 'x'],
    ['<script>alert(1)</script>', ''],
    ['<script src=//evil.example></script>', ''],
    ['<SCRIPT/XSS SRC="//evil.example"></SCRIPT>', ''],
    ['<script\n>alert(1)</script\n>', ''],
    ['<script>a</script><p>x</p>', '<p>x</p>'],
    ['<style>@import "//evil.example";</style>', ''],
    ['<style>p{background:url(javascript:alert(1))}</style>', ''],
    ['<link rel=stylesheet href=//evil.example>', ''],
    ['<meta http-equiv=refresh content="0;url=javascript:alert(1)">', ''],
    ['<base href="javascript:/a/">', ''],
    ['<iframe src="javascript:alert(1)"></iframe>', ''],
    ['<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>', ''],
    ['<iframe src="https://youtube.com.evil.example/embed/abcdefghijk"></iframe>', ''],
    ['<iframe src="https://evil.example/?https://www.youtube.com"></iframe>', ''],
    [
      '<iframe src="//www.youtube.com/embed/abcdefghijk" onload=alert(1) title="&quot;><script>"></iframe>',
      '<a href="https://www.youtube.com/watch?v=abcdefghijk">&quot;&gt;&lt;script&gt;</a>',
    ],
    ['<frameset onload=alert(1)><frame src="javascript:alert(1)"></frameset>', ''],
    ['<object data="javascript:alert(1)"></object>', ''],
    ['<object type="text/x-scriptlet" data="//evil.example"></object>', ''],
    ['<embed src="javascript:alert(1)">', ''],
    ['<applet code=x>y</applet>', ''],
    [
      '<form action="javascript:alert(1)"><button>x</button><input type=image src=/a formaction=javascript:alert(1)></form>',
      '<div></div>',
    ],
    ['<isindex action="javascript:alert(1)" type=submit>', ''],
    ['<keygen autofocus onfocus=alert(1)>', ''],
    ['<textarea autofocus onfocus=alert(1)>x</textarea>', ''],
    ['<select onfocus=alert(1)><option>x</select>', ''],
    ['<dialog open onclose=alert(1)>x</dialog>', ''],
    ['<marquee behavior=alternate onbounce=alert(1)>x</marquee>', 'x'],
    ['<layer src="//evil.example">x</layer>', 'x'],
    ['<bgsound src="javascript:alert(1)">', ''],
    ['<portal src="javascript:alert(1)">', ''],
    ['<slot name=x onslotchange=alert(1)>y</slot>', ''],
    ['<svg onload=alert(1)>', ''],
    ['<svg><script>alert(1)</script></svg>', ''],
    ['<svg><a href="javascript:alert(1)"><text>x</text></a></svg>', ''],
    ['<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"></svg>', ''],
    ['<svg><animate attributeName=href values=javascript:alert(1)></svg>', ''],
    ['<svg><set attributeName=onmouseover to=alert(1)></svg>', ''],
    ['<svg><foreignObject><iframe onload=alert(1)></iframe></foreignObject></svg>', ''],
    ['<svg><desc><p>x</p></desc></svg>', ''],
    ['<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>', 'x'],
    ['<math href="javascript:alert(1)"><mi>x</mi></math>', 'x'],
    ['<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', '<img src="\u00021">&quot;&gt;'],
    [
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '&lt;!--',
    ],
    [
      '<math><mtext><table><mglyph><style><math><table id="</table>"><img src onerror=alert(1)">',
      '&lt;math&gt;&lt;table id=&quot;&lt;/table&gt;&quot;&gt;&lt;img src onerror=alert(1)&quot;&gt;',
    ],
    [
      '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
      '<div>&lt;/math&gt;&lt;img src onerror=alert(1)&gt;</div>',
    ],
    ['<noscript><p title="</noscript><img src=/x onerror=alert(1)>">', ''],
    ['<p id="</p><script>alert(1)</script>">x</p>', '<p>x</p>'],
    [
      '<a title="&lt;/a&gt;&lt;img src=x onerror=alert(1)&gt;" href=/x>x</a>',
      '<a title="&lt;/a&gt;&lt;img src=x onerror=alert(1)&gt;" href="\u0001/x">x</a>',
    ],
    [
      '<img alt="`><script>alert(1)</script>" src=/a>',
      '<img alt="`&gt;&lt;script&gt;alert(1)&lt;/script&gt;" src="\u0001/a">',
    ],
    [
      '<listing>&lt;img src=x onerror=alert(1)&gt;</listing>',
      '<pre>&lt;img src=x onerror=alert(1)&gt;</pre>',
    ],
    ['<xmp></xmp><img src=/x onerror=alert(1)></xmp>', '<pre></pre><img src="\u0001/x">'],
    ['<title><img title="</title><img src=/x onerror=alert(1)>"></title>', '<img src="\u0001/x">&quot;&gt;'],
    ['<textarea></textarea><img src=/x onerror=alert(1)>', '<img src="\u0001/x">'],
    ['<select><style></select><img src=/x onerror=alert(1)></style>', '<img src="\u0001/x">'],
    ['<option><style></option></select><img src=/x onerror=alert(1)></style>', ''],
    [
      '<table><td><a href=/x></table><img src=/y onerror=alert(1)></a>',
      '<table><tbody><tr><td><a href="\u0001/x"></a></td></tr></tbody></table><img src="\u0001/y">',
    ],
    ['<!--><img src=/x onerror=alert(1)>-->', '<img src="\u0001/x">--&gt;'],
    ['<!-- --!><img src=/x onerror=alert(1)>', '<img src="\u0001/x">'],
    ['<![CDATA[><img src=/x onerror=alert(1)>]]>', '<img src="\u0001/x">]]&gt;'],
    ['<?php echo "<script>alert(1)</script>"; ?>', 'alert(1)&quot;; ?&gt;'],
    ['<<img src=/x onerror=alert(1)>', '&lt;<img src="\u0001/x">'],
    ['<scr<script></script>ipt>alert(1)</script>', 'ipt&gt;alert(1)'],
    [
      '<img src="/a" title="a\u2028b" alt="]]><script>alert(1)</script>">',
      '<img src="\u0001/a" title="a\nb" alt="]]&gt;&lt;script&gt;alert(1)&lt;/script&gt;">',
    ],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['&amp;lt;script&amp;gt;', '&amp;lt;script&amp;gt;'],
    ['<p>¼script¾alert(1)</p>', '<p>¼script¾alert(1)</p>'],
    ['+ADw-script+AD4-alert(1)+ADw-/script+AD4-', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'],
    ['<plaintext><img src=/x onerror=alert(1)>', ''],
    ['</template><template><img src=/x onerror=alert(1)></template>x', 'x'],
    ['<p id="getElementById" name="x" class="y">x</p>', '<p id="a-getElementById">x</p>'],
    [
      '<a id="defaultView" href=/x target=_top rel=opener ping=//evil.example download=x.exe>x</a>',
      '<a id="a-defaultView" href="\u0001/x">x</a>',
    ],
    [
      '<img src=/a name=getElementById usemap=#x ismap crossorigin referrerpolicy=unsafe-url loading=lazy>',
      '<img src="\u0001/a">',
    ],
    ['<p is="x-evil" data-x="y" aria-label="z" contenteditable slot=q itemprop=w>x</p>', '<p>x</p>'],
    ['<p style="position:fixed;top:0">x</p>', '<p>x</p>'],
    ['<p lang="en&quot; onclick=x" dir="x">x</p>', '<p>x</p>'],
    [
      '<ol start="1;alert(1)" type="javascript:x"><li value="9999999999999">x</li></ol>',
      '<ol><li>x</li></ol>',
    ],
    ['<code class="language-x&quot; onclick=y">a</code>', '<code>a</code>'],
    ['<time datetime="&quot;><script>">x</time>', '<time datetime="&quot;&gt;&lt;script&gt;">x</time>'],
  ];
  const all = [...vectors, ...MORE_VECTORS];
  for (const [html, survives] of all) {
    it(`leaves ${JSON.stringify(survives)} of ${JSON.stringify(html)}`, () => {
      expect(sanitizeHtml(html, options)).to.equal(survives);
    });
  }

  it('is read the same again by every parser that a reader may use (mutation XSS)', () => {
    for (const [html] of all) {
      const once = sanitizeHtml(html, options);
      const readings = [
        serialize(parseFragment(once)),
        serialize(parseFragment(once, { scriptingEnabled: false })),
        serialize(parseFragment(serialize(parseFragment(once)))),
        bodyOf(serialize(parse(`<!doctype html><body><div>${once}</div>`))),
      ];
      for (const again of readings) {
        expect(dangersIn(again), html).to.deep.equal([]);
        expect(sanitizeHtml(again, options), html).to.equal(once);
      }
    }
  });
});

function bodyOf(page: string): string {
  return page.slice(page.indexOf('<div>') + 5, page.lastIndexOf('</div>'));
}
