/**
 * The files that mutations begin with: the sample articles, and one of each oddity.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArticlePath } from '../../src/article/article-path.ts';

/** A file's path and bytes. */
export interface SeedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

const ODDITIES: readonly (readonly [path: string, text: string])[] = [
  [
    'hugo.md',
    '+++\ntitle = "Walk"\ndate = 2024-05-01T10:00:00+02:00\ntags = ["a", "b"]\n[params]\ncover = "a.png"\n+++\n{{< figure src="a.png" caption="C" >}}\n\n## Head {#id}\n\nText[^1] {{% notice %}}**in**{{% /notice %}}\n\n[^1]: Note\n\n```go\n{{< x >}}\n```\n',
  ],
  [
    '_posts/2024-05-01-jekyll.md',
    '---\nlayout: post\ntitle: "A: B"\ncategories: one two\n---\n![a]({{ site.baseurl }}/a.png){: .b}\n\n{% highlight ruby %}\nx\n{% endhighlight %}\n\n* TOC\n{:toc}\n\n{% include x.html a="b" %} | a | b |\n',
  ],
  [
    'blog/astro.mdx',
    '---\ntitle: A\npubDate: 2024-05-01\nheroImage: ./a.png\n---\nimport A from "./a.png"\n\n# H\n\n<Image src={A} alt="x" /> {1 + 1} <b onclick="x">y</b>\n',
  ],
  [
    'zola.md',
    '+++\ntitle = "Z"\n[taxonomies]\ntags = ["a"]\n[extra]\nauthor = "B"\n+++\n{{ youtube(id="abcdefghijk") }}\n\n{% quote(a="b") %}\nQ\n{% end %}\n\n[a](@/b.md)\n\n| a | b |\n|:-:|--:|\n| c | d |\n',
  ],
  [
    'json.md',
    '{"title": "J", "date": "2024-05-01", "tags": ["x"]}\n\n# J\n\n> quote\n>\n> - list\n>   1. more\n\n<details><summary>S</summary>T</details>\n',
  ],
  [
    'page.html',
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>A | S</title><meta property="og:site_name" content="S"><meta property="article:published_time" content="2024-05-01T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","author":[{"name":"N"}]}</script></head><body><nav>m</nav><article><header><h1>A</h1><figure><img src="data:," data-src="a.jpg" srcset="a.jpg 1x, b.jpg 2x"></figure></header><p class="byline">By N</p><p>Text <math><mi>x</mi></math></p><table><tr><td colspan=2>x</table><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><svg><style><!--</style><img src=x onerror=alert(1)></svg><ruby>a<rt>b</ruby><div class=share>f</div></article></body></html>',
  ],
  [
    'evil.html',
    '<p><a href="javascript:alert(1)">x</a><img src=x onerror=alert(1)><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><form><input></form>]]>&amp;lt;',
  ],
  [
    'wire.txt',
    'UKRAINE-CRISIS/PORT (UPDATE 1)\nCORRECTION: Fixes the name.\nHarbor reopens, mayor says.\nBy Ada North and Bo South\nReuters\n\nPORTSIDE, Maine, Sept. 5 (Reuters) - The harbor opened\nagain on Friday.\n\nWhat Next\n\n* one\n* two\n\n(Reporting by Ada North)\n-30-\nmore\n',
  ],
  [
    'iptc.txt',
    '\u0001bkn014 4 pl 171 Bundestag/Kinder\r\n\u0002Kinderkommission: Mehr Zeit =\r\nBerlin (KNA) Die Kommission will mehr Zeit.\r\n\u0003051230 SEP 25\u0004',
  ],
  [
    'labels.txt',
    'Headline: A\nByline: B C\nDate: 5 September 2025 10:00 GMT\nEmbargo: 2025-09-05T10:00:00Z\nKeywords: a, b; c\n\nSEOUL, Sept. 5 (Yonhap) -- 서울에서 회견이 열렸다. 다음 날도.\n',
  ],
  ['arabic.txt', 'الرئيس يعلن؟\n\nالقاهرة (رويترز) - قال الرئيس اليوم؛ إن الأمر انتهى۔\n'],
];

/** All of them. */
export function seedFiles(): readonly SeedFile[] {
  const folder = join(import.meta.dirname, '../../articles');
  const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isArticlePath)
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), bytes: readFileSync(join(folder, path)) }));
  return [...samples, ...ODDITIES.map(([path, text]) => ({ path, bytes: Buffer.from(text) }))];
}
