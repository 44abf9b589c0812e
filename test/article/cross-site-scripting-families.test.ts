import { expect } from 'chai';
import { parse, parseFragment, serialize } from 'parse5';
import { sanitizeHtml } from '../../src/article/sanitize.ts';
import { dangersIn } from './dangers.ts';

const options = { base: { folder: '' }, idPrefix: 'a-' };

/**
 * The families of OWASP's filter evasion cheat sheet and of the HTML5 security cheat sheet that
 * cross-site-scripting.test.ts has no vector of, and the attributes that embeds and lazy players are read from.
 */
describe('sanitizeHtml: more families of cross-site scripting, and what survives (R-44, R-45)', () => {
  const vectors: [html: string, survives: string][] = [
    ['<img dynsrc="javascript:alert(1)" lowsrc="javascript:alert(1)">', ''],
    ['<body onload=alert(1) background="javascript:alert(1)">x', 'x'],
    [
      '<table background="javascript:alert(1)"><tr><td>x</td></tr></table>',
      '<table><tbody><tr><td>x</td></tr></tbody></table>',
    ],
    [
      '<div style="width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(x.xml)">x</div>',
      '<div>x</div>',
    ],
    ['<ul><li style="list-style-image:url(javascript:alert(1))">x</ul>', '<ul><li>x</li></ul>'],
    ['<br size="&{alert(1)}">', '<br>'],
    ['<!--[if gte IE 4]><script>alert(1)</script><![endif]-->x', 'x'],
    ['<!--#exec cmd="/bin/echo x"-->x', 'x'],
    [
      '<xml id=x><i><b>&lt;img src="x:alert(1)"&gt;</b></i></xml><span datasrc="#x" datafld="b" dataformatas="html"></span>',
      '<i><b>&lt;img src=&quot;x:alert(1)&quot;&gt;</b></i><span></span>',
    ],
    ['<html xmlns:xss><?import namespace="xss" implementation="x.htc"><xss:xss>x</xss:xss>', 'x'],
    ['<?xml-stylesheet href="javascript:alert(1)"?>x', 'x'],
    ['<?xml version="1.0"?><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>x', 'x'],
    ['<meta http-equiv="Set-Cookie" content="x=&lt;script&gt;alert(1)&lt;/script&gt;">x', 'x'],
    ['<event-source src="//evil.example" onload=alert(1)>x', 'x'],
    [
      '<vmlframe xmlns="urn:schemas-microsoft-com:vml" style="behavior:url(#default#vml)" src="//evil.example">x</vmlframe>',
      'x',
    ],
    ['<x repeat="template" repeat-start="999999">0<y repeat="template">1</y></x>', '01'],
    ['<command onmouseover="alert(1)">x</command>', ''],
    ['<menu id=x type=context><menuitem label=y onclick=alert(1)></menu>', '<ul id="a-x"></ul>'],
    ['<a folder="javascript:alert(1)" style="behavior:url(#default#AnchorClick)">x</a>', 'x'],
    ['<form id=a></form><button form=a formaction="javascript:alert(1)">x</button>', '<div id="a-a"></div>'],
    ['<input type=hidden accesskey=x onclick=alert(1)>', ''],
    [
      '<picture><source srcset="x" onerror=alert(1)><img src=/a onerror=alert(1)></picture>',
      '<img src="\u0001/a">',
    ],
    ['<video><track kind=captions src=/a.vtt oncuechange=alert(1)></video>', ''],
    ['<video><source data-src="javascript:alert(1)"></video>', ''],
    ['<amp-video src="javascript:alert(1)" poster="javascript:alert(1)" on="tap:x">x</amp-video>', 'x'],
    ['<amp-audio src=/a.mp3 onerror=alert(1)></amp-audio>', '<audio src="\u0001/a.mp3" controls=""></audio>'],
    ['<img data-src="javascript:alert(1)" data-srcset="javascript:alert(1) 1x">', ''],
    [
      '<svg xmlns:ev="http://www.w3.org/2001/xml-events"><handler ev:event="load">alert(1)</handler></svg>',
      '',
    ],
    ['<svg><image xlink:href="data:image/svg+xml;base64,PHN2Zz4="></image></svg>', ''],
    ['<svg><title><style><img src=/x onerror=alert(1)></style></title></svg>', ''],
    [
      '<math><annotation-xml encoding="text/html"><style><img src=/x onerror=alert(1)></style></annotation-xml></math>',
      '&lt;img src=/x onerror=alert(1)&gt;',
    ],
    [
      '<math><annotation encoding="application/x-tex"><img src=/x onerror=alert(1)></annotation></math>',
      '<img src="\u0001/x">',
    ],
    [
      '<math alttext="</p><img src=x onerror=alert(1)>"><mi>x</mi></math>',
      '&lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;',
    ],
    ['<script type="math/tex"><img src=x onerror=alert(1)></script>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['<noembed><img src=/x onerror=alert(1)></noembed>', ''],
    ['<noframes><img src=/x onerror=alert(1)></noframes>', ''],
    ['<div><template shadowrootmode=open><script>alert(1)</script></template>x</div>', '<div>x</div>'],
    ['<button popovertarget=x>x</button><p popover id=x onbeforetoggle=alert(1)>y</p>', '<p id="a-x">y</p>'],
    ['<a href="blob:https://a.example/x">x</a>', 'x'],
    ['<a href="intent://x#Intent;scheme=javascript;end">x</a>', 'x'],
    ['<a href="ms-word:ofe|u|https://a.example">x</a>', 'x'],
    [
      '<a href="https://www.google.com/url?q=javascript:alert(1)">x</a>',
      '<a href="https://www.google.com/url?q=javascript:alert(1)">x</a>',
    ],
    [
      '<iframe src="https://www.facebook.com/plugins/post.php?href=javascript:alert(1)"></iframe>',
      '<a href="https://www.facebook.com/plugins/post.php?href=javascript:alert(1)">Watch or listen at Facebook</a>',
    ],
    [
      '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1%22onx"></iframe>',
      '<a href="https://platform.twitter.com/embed/Tweet.html?id=1%22onx">Watch or listen at Twitter</a>',
    ],
    [
      '<blockquote data-instgrm-permalink="javascript:alert(1)//https://www.instagram.com/"></blockquote>',
      '<blockquote></blockquote>',
    ],
    [
      '<div class="fb-post" data-href="https://www.facebook.com/&quot;onclick=alert(1)//"></div>',
      '<a href="https://www.facebook.com/%22onclick=alert(1)//">Watch or listen at Facebook</a>',
    ],
    ['<script data-telegram-post="a/1&quot;><img src=x>"></script>', ''],
    ['<div data-src="visualisation/1/../../x"></div>', '<div></div>'],
    [
      '<img src="x` `<script>alert(1)</script>"` `>',
      '<img src="\u0002x%60%20%60%3Cscript%3Ealert%281%29%3C/script%3E">',
    ],
    ['<img src=x onerror="&#0000106&#0000097">', '<img src="\u0002x">'],
    ['<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61">x</a>', 'x'],
    ['<a href="java\u0000script:alert(1)">x</a>', 'x'],
    ['<a href="\u0001javascript:alert(1)">x</a>', 'x'],
    ['<a href="\u3000javascript:alert(1)">x</a>', '<a href="\u0002%E3%80%80javascript%3Aalert%281%29">x</a>'],
    ['<a href="javascript\u200b:alert(1)">x</a>', '<a href="\u0002javascript%E2%80%8B%3Aalert%281%29">x</a>'],
    [
      '<a href="ｊａｖａｓｃｒｉｐｔ:alert(1)">x</a>',
      '<a href="\u0002%EF%BD%8A%EF%BD%81%EF%BD%96%EF%BD%81%EF%BD%93%EF%BD%83%EF%BD%92%EF%BD%89%EF%BD%90%EF%BD%94%3Aalert%281%29">x</a>',
    ],
    ['<a xlink:href="javascript:alert(1)" href=/x>x</a>', '<a href="\u0001/x">x</a>'],
    ['<a href=/x href="javascript:alert(1)">x</a>', '<a href="\u0001/x">x</a>'],
    ['<rt><script>alert(1)</script>x</rt>', 'x'],
    ['<ruby><rt onmouseover=alert(1)>x</rt></ruby>', '<ruby><rt>x</rt></ruby>'],
    ['<col onclick=alert(1) style="x:y">', ''],
    ['<summary onclick=alert(1)>x</summary>', '<summary>x</summary>'],
    ['<a href="#1" onclick=alert(1)>1</a>', '<sup>1</sup>'],
  ];
  for (const [html, survives] of vectors) {
    it(`leaves ${JSON.stringify(survives)} of ${JSON.stringify(html)}`, () => {
      expect(sanitizeHtml(html, options)).to.equal(survives);
    });
  }
});

/** Elements whose content another parser, namespace or setting reads as something else. */
const FRAMES = (
  'svg math style noscript template textarea title xmp plaintext noembed noframes iframe select table option desc ' +
  'foreignObject mtext mglyph annotation-xml p a form math/mi svg/style math/style svg/title'
).split(' ');

describe('sanitizeHtml: mutations by nesting (mutation XSS)', () => {
  const payloads = (close: string): readonly string[] => [
    '<img src=/x onerror=alert(1)>',
    `<a title="</${close}><img src=/x onerror=alert(1)>">y</a>`,
    `<!--</${close}><img src=/x onerror=alert(1)>-->z`,
    `<b id="--></${close}><script>alert(1)</script>">w</b>`,
  ];
  const opened = (frame: string): string =>
    frame
      .split('/')
      .map((name) => `<${name}${name === 'annotation-xml' ? ' encoding=text/html' : ''}>`)
      .join('');
  for (const outer of FRAMES) {
    it(`comes back the same from every parser inside ${outer}`, () => {
      for (const inner of FRAMES) {
        for (const payload of payloads(outer.split('/').at(-1)!)) {
          const html = `${opened(outer)}${opened(inner)}${payload}</${outer.split('/')[0]}>after`;
          const once = sanitizeHtml(html, options);
          const page = serialize(parse(`<!doctype html><body><div>${once}</div>`));
          for (const again of [
            serialize(parseFragment(once)),
            serialize(parseFragment(once, { scriptingEnabled: false })),
            page.slice(page.indexOf('<div>') + 5, page.lastIndexOf('</div>')),
          ]) {
            expect(dangersIn(again), html).to.deep.equal([]);
            expect(sanitizeHtml(again, options), html).to.equal(once);
          }
        }
      }
    });
  }
});
