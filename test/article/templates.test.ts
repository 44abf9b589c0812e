import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';
import { renderedTemplates } from '../../src/article/templates.ts';

const AT = 'content/posts/walk.md';

/** The text without templates, and the notes as `line:column`. */
function rendered(text: string, path = AT): [text: string, ...notes: string[]] {
  const { text: plain, faults } = renderedTemplates(path, text, 0);
  expect(faults.every(({ severity }) => severity === 'note')).to.equal(true);
  return [plain, ...faults.map(({ line, column }) => `${line}:${column}`)];
}

describe('renderedTemplates: Hugo', () => {
  const cases: [what: string, text: string, expected: string, ...notes: string[]][] = [
    [
      'renders a figure',
      '{{< figure src="a.png" alt="A <pier>" title="Pier" caption="In fog" attr="Jane" link="/big" >}}',
      '<figure><a href="/big"><img src="a.png" alt="A &lt;pier&gt;"></a><figcaption>Pier In fog Jane</figcaption></figure>',
    ],
    [
      'leaves indented code alone',
      'x\n\n    a {{ b }}\n\n    {{ c }}\n',
      'x\n\n    a {{ b }}\n\n    {{ c }}\n',
    ],
    [
      'renders a quotation, and who said it',
      '{{< quote author="Jo Reed" >}}\na {{< x >}}b\n{{< /quote >}}',
      '\n\n> a b\n>\n> — Jo Reed\n\n',
      '2:3',
    ],
    ['tells of a quotation without end', '{{< quote >}}a', 'a', '1:1'],
    ['renders a button', '{{< button href="/a" >}}Go{{< /button >}}', '<a href="/a">Go</a>'],
    ['renders keys', '{{< kbd "Ctrl" >}}', '<kbd>Ctrl</kbd>'],
    [
      'renders an abbreviation',
      '{{< abbr "W3C" "World Wide Web" >}}',
      '<abbr title="World Wide Web">W3C</abbr>',
    ],
    ['renders readings', '{{< ruby text="a" rt="b" >}}', '<ruby>a<rt>b</rt></ruby>'],
    [
      'links to what a card shows',
      '{{< github repo="a/b" >}} {{< bilibili BV1xx411c7mD >}} {{< mastodon status="https://m.example/1" >}}',
      '<a href="https://github.com/a/b">a/b</a> <a href="https://www.bilibili.com/video/BV1xx411c7mD">Watch or listen at Bilibili</a> <a href="https://m.example/1">https://m.example/1</a>',
    ],
    ['renders a button alone', '{{< button href="/a" text="Go" >}}', '<a href="/a">Go</a>'],
    ['leaves out what charts are drawn of', 'a{{< chart >}}{"b": [1]}{{< /chart >}}c', 'ac', '1:2'],
    [
      'makes a link of what names an address only',
      '{{< video https://www.youtube.com/embed/w7Ft2ymGmfc >}}',
      '<a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">Watch or listen at YouTube</a>',
    ],
    [
      'begins a tab on a line of its own',
      '{{< tab "A" >}}x{{< /tab >}}{{< tab "B" >}}y{{< /tab >}}',
      '**A**\n\nx\n\n**B**\n\ny',
    ],
    ['looks into what stands below an item', '- x\n\n    {{ c }}\n', '- x\n\n    \n', '3:5'],
    [
      'looks into indented tags of its own',
      'x\n\n    {{< img src="a.png" >}}\n',
      'x\n\n    <img src="a.png" alt="">\n',
    ],
    ['takes no name of another site’s for a picture', '{{< imgproc c Resize >}}', '', '1:1'],
    ['keeps the title of a box', '{{% notice tip "Mind it" %}}\nx\n{{% /notice %}}', '**Mind it**\n\n\nx\n'],
    ['keeps the title of what is folded', '{{< details "More" >}}x{{< /details >}}', '**More**\n\nx'],
    ['keeps the name of a tab', '{{% tab name="Mac" %}}x{{% /tab %}}', '**Mac**\n\nx'],
    ['keeps a diagram as code', '{{< mermaid >}}\na-->b\n{{< /mermaid >}}', '\n\n```mermaid\na-->b\n```\n\n'],
    [
      'parts a picture from the line below',
      'x\n{{< img src="a.png" >}}\n*y*',
      'x\n<img src="a.png" alt="">\n\n*y*',
    ],
    ['renders a figure without words as an image', '{{<figure src=`a.png`>}}', '<img src="a.png" alt="">'],
    [
      'reads single quotes and bare values',
      "{{% img src=a.png alt='x \\' y' %}}",
      `<img src="a.png" alt="x ' y">`,
    ],
    [
      'turns YouTube into a link',
      'See {{< youtube w7Ft2ymGmfc >}}.',
      'See <a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">Watch or listen at YouTube</a>.',
    ],
    [
      'takes the name that a player is given',
      '{{< youtube id="w7Ft2ymGmfc" title="Launch" >}}',
      '<a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">Launch</a>',
    ],
    [
      'turns Vimeo into a link',
      '{{< vimeo 146022717 >}}',
      '<a href="https://vimeo.com/146022717">Watch or listen at Vimeo</a>',
    ],
    [
      'turns a gist into a link',
      '{{< gist spf13 7896402 >}}',
      '<a href="https://gist.github.com/spf13/7896402">See it at GitHub Gist</a>',
    ],
    [
      'turns a post into a link',
      '{{< tweet user="SanDiegoZoo" id="1453110110599868418" >}}',
      '<a href="https://twitter.com/SanDiegoZoo/status/1453110110599868418">See it at Twitter</a>',
    ],
    [
      'turns a post on X into a link',
      '{{< x user="a" id="12" >}}',
      '<a href="https://x.com/a/status/12">See it at X</a>',
    ],
    [
      'renders code',
      '{{< highlight go "linenos=table" >}}\nx := "`"\n{{< /highlight >}}',
      '\n\n```go\nx := "`"\n```\n\n',
    ],
    [
      'renders code with fences in it',
      '{{< highlight md >}}\n```\na\n```\n{{< /highlight >}}',
      '\n\n````md\n```\na\n```\n````\n\n',
    ],
    ['links to an article beside it', '[x]({{< ref "other.md#top" >}})', '[x](other.md#top)'],
    ['links from the root of the content', '[x]({{% relref "/posts/other.md" %}})', '[x](@/posts/other.md)'],
    ['links to an article without extension', '[x]({{< relref path="other" >}})', '[x](other.md)'],
    ['leaves out what only the site knows', 'a {{< param "x" >}} b', 'a  b', '1:3'],
    [
      'keeps what stands in a pair',
      'x\n{{% notice tip %}}\n**Kept**\n{{% /notice %}}',
      'x\n\n**Kept**\n',
      '2:1',
    ],
    ['leaves a comment out', 'a{{< comment >}}b {{< x >}}{{< /comment >}}c', 'ac'],
    ['reads an escaped shortcode as text', '{{</* figure src="a" */>}}', '{{&lt; figure src="a" >}}'],
    ['leaves fences alone', '```\n{{< param x >}}\n```', '```\n{{< param x >}}\n```'],
    ['leaves tildes alone', '~~~ html\n{{ x }}\n~~~\n{{ x }}', '~~~ html\n{{ x }}\n~~~\n', '4:1'],
    ['leaves spans alone', '`{{< param x >}}` and ``{{ a ` b }}``', '`{{< param x >}}` and ``{{ a ` b }}``'],
    ['reads escapes in code as the code', '`{{</* x */>}}`', '`{{< x >}}`'],
    ['leaves an open tag alone', '{{< figure src="a.png"', '{{< figure src="a.png"'],
    ['is not fooled by a lone backtick', 'a ` b {{< x1 >}}\n\nc ` d', 'a ` b \n\nc ` d', '1:7'],
  ];
  for (const [what, text, ...expected] of cases) {
    it(what, () => {
      expect(rendered(text)).to.deep.equal(expected);
    });
  }
});

describe('renderedTemplates: Jekyll, Eleventy and Zola', () => {
  const cases: [what: string, text: string, expected: string, ...notes: string[]][] = [
    ['takes the base URL as the site', '![a]({{ site.baseurl }}/a.png)', '![a](/a.png)'],
    ['takes the site URL as the site', '[a]({{site.url}}{{ site.baseurl }}/a)', '[a](/a)'],
    ['passes a text through filters', `[a]({{ '/a b' | relative_url }}) {{ "x" | url }}`, '[a](/a b) x'],
    ['leaves out a variable', 'By {{ page.author }}', 'By ', '1:4'],
    ['leaves out filters', '{{ page.date | date: "%Y" }}', '', '1:1'],
    [
      'renders code',
      '{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}',
      '\n\n```ruby\nputs 1\n```\n\n',
    ],
    [
      'renders raw code',
      '{% highlight liquid %}{% raw %}{{ a }}{% endraw %}{% endhighlight %}',
      '\n\n```liquid\n{{ a }}\n```\n\n',
    ],
    [
      'keeps a block of code (Hexo)',
      '{% codeblock lang:js %}\na = {{ b }}\n{% endcodeblock %}',
      '\n\n```js\na = {{ b }}\n```\n\n',
    ],
    [
      'renders a picture behind a class (Octopress)',
      "{% img left /a.png 300 'A pier' %}",
      '<img src="/a.png" alt="A pier">',
    ],
    ['renders a picture (Hexo)', '{% asset_img quay.jpg The quay %}', '<img src="quay.jpg" alt="The quay">'],
    ['links to a post (Hexo)', '{% post_link old-quay "The quay" %}', '<a href="old-quay.md">The quay</a>'],
    ['links from the root of the site', '[a]({% link about.md %})', '[a](@/about.md)'],
    [
      'renders a quotation with its address, and marks of what is pulled out (Octopress)',
      '{% blockquote Ann Lake https://a.example/b A book %}\nc\n{% endblockquote %}{% pullquote %}\nd {" e "}\n{% endpullquote %}',
      '\n\n> c\n>\n> — Ann Lake, <a href="https://a.example/b">A book</a>\n\n\n\n> d e\n\n',
    ],
    [
      'keeps the words of tags inside a line (Hexo)',
      '{% u a b %} {% label primary@c %} {% del d %} {% link e f, https://a.example %}',
      'a b c d <a href="https://a.example">e f</a>',
    ],
    [
      'makes no code of what stands behind tags',
      '{% x %} {% y %}    a\n{% z %}\n    b',
      'a\n\n    b',
      '1:1',
      '1:9',
      '2:1',
    ],
    ['takes a component of Bridgetown for a tag', '{%@ Card title: "A b" %}c{% end %}', '**A b**\n\nc'],
    [
      'reads the options of a picture (Jekyll Picture Tag)',
      '{% picture a.jpg --alt A pier --img class="b" %}',
      '<img src="a.jpg" alt="A pier">',
    ],
    ['keeps raw text', 'a {% raw %}{{ b }}{% endraw %} c', 'a {{ b }} c'],
    ['keeps raw text inside code', '`{% raw %}{{ b }}{% endraw %}`', '`{{ b }}`'],
    ['leaves a comment out', 'a{% comment %} b {{ c }} {% endcomment %}d', 'ad'],
    [
      'renders a quotation (Hexo)',
      '{% blockquote Jo Reed, The Quay https://a.example %}\na\n{% endblockquote %}',
      '\n\n> a\n>\n> — Jo Reed, The Quay, <a href="https://a.example">https://a.example</a>\n\n',
    ],
    ['renders a quotation (Octopress)', '{% pullquote left %}a{% endpullquote %}', '\n\n> a\n\n'],
    ['renders a quotation (Zola)', '{% quote(author="Jo") %}\na\n{% end %}', '\n\n> a\n>\n> — Jo\n\n'],
    [
      'makes a link of what names an address only (DEV)',
      '{% embed https://dev.example/a?b=c %} {% link "https://dev.example/d" %}',
      '<a href="https://dev.example/a?b=c">https://dev.example/a?b=c</a> <a href="https://dev.example/d">https://dev.example/d</a>',
    ],
    ['leaves out EJS and Templater', 'a <% tp.date.now() %><%# b %> c <%= d %>', 'a  c ', '1:3', '1:33'],
    ['leaves a Nunjucks comment out', 'a{# b #}c', 'ac'],
    ['links to a post', '[a]({% post_url 2024-05-01-talks %})', '[a](@/2024-05-01-talks.md)'],
    [
      'links to a file',
      '[a]({{ site.baseurl }}{% link _posts/2024-05-01-talks.md %})',
      '[a](@/_posts/2024-05-01-talks.md)',
    ],
    [
      'renders an included figure',
      '{% include figure.html src="a.png" caption="Pier" %}',
      '<figure><img src="a.png" alt=""><figcaption>Pier</figcaption></figure>',
    ],
    [
      'renders an included video',
      '{% include video id="XsxDH4HcOWA" provider="youtube" %}',
      '<a href="https://www.youtube.com/watch?v=XsxDH4HcOWA">Watch or listen at YouTube</a>',
    ],
    [
      'renders a plugin',
      '{% youtube "https://youtu.be/XsxDH4HcOWA" %}',
      '<a href="https://youtu.be/XsxDH4HcOWA">Watch or listen at YouTube</a>',
    ],
    ['leaves out an include of its own', 'a\n{% include ad.html %}', 'a\n', '2:1'],
    ['shows one branch of a condition', '{% if page.x %}a{% else %}b{% endif %}', 'b', '1:1'],
    ['leaves a loop out', 'a{% for x in site.posts %}{{ x.title }}{% endfor %}b', 'ab', '1:2'],
    [
      'takes white-space control for what it is',
      'a{%- include x.html -%}b {{- page.x -}}',
      'ab ',
      '1:2',
      '1:26',
    ],
    [
      'renders shortcodes of Zola',
      '{{ youtube(id="w7Ft2ymGmfc", autoplay=true) }}',
      '<a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">Watch or listen at YouTube</a>',
    ],
    ['renders a resized image', '{{ resize_image(path="a.png", width=5) }}', '<img src="a.png" alt="">'],
    ['keeps the body of a pair of Zola', '{% aside(author="V") %}\nWords\n{% end %}', '\nWords\n', '1:1'],
    [
      'shows a picture, whatever the name',
      '{% fb_img "/b.png" %} ![x]({% buster /c.png %}) <img src="{% asset_path d.png %}">',
      '<img src="/b.png" alt=""> ![x](/c.png) <img src="d.png">',
    ],
    [
      'links a button of Hexo',
      '{% btn regular, Tides, https://a.example/b, fas fa-x %}',
      '<a href="https://a.example/b">Tides</a>',
    ],
    [
      'keeps the titles of Hexo’s tabs',
      '{% tabs a %}<!-- tab High tide@sun -->b<!-- endtab -->{% endtabs %}',
      '\n\n**High tide**\n\nb<!-- endtab -->',
      '1:1',
    ],
    ['keeps a diagram of Hexo as code', '{% mermaid %}\na\n{% endmermaid %}', '\n\n```mermaid\na\n```\n\n'],
    [
      'plays a film by its address alone',
      '{% video https://a.example/b.mp4 640 %}',
      '<video src="https://a.example/b.mp4"></video>',
    ],
    [
      'links what GitBook embeds',
      '{% embed url="<https://a.example/b>" %} {% embed url="https://a.example/b" caption="Tides" %}',
      '<a href="https://a.example/b">https://a.example/b</a> <a href="https://a.example/b">Tides</a>',
    ],
    ['links a card', '{{ card(link="/a", title="Tides", subtitle="All") }}', '<a href="/a">Tides</a> All'],
    ['keeps words that are arguments', '{{ note(title="Mind", text="the *gap*") }}', '**Mind**\n\nthe *gap*'],
    ['keeps them of any name', '{{ aside(text="the *gap*") }}', 'the *gap*'],
    [
      'looks for a picture of an include at the root of the site',
      '{% include figure.liquid path="assets/a.png" class="wide" %}',
      '<img src="/assets/a.png" alt="">',
    ],
    [
      'leaves an address in an include alone',
      '{% include figure.html image="https://a.example/b.png" %}',
      '<img src="https://a.example/b.png" alt="">',
    ],
    ['tells of an expression of Vue', '{{ $page.path }}', '', '1:1'],
    ['reads the escape of Zola', '{{/* x() */}}', '{{ x() }}'],
    ['leaves mathematics alone', '$\\frac{{a}}{{b}}$ and $x_{{i}}$', '$\\frac{{a}}{{b}}$ and $x_{{i}}$'],
    ['leaves ids of headings to others', '## A {#a}', '## A {#a}'],
  ];
  for (const [what, text, ...expected] of cases) {
    it(what, () => {
      expect(rendered(text, 'blog/walk.md')).to.deep.equal(expected);
    });
  }

  it('looks for the pictures of a post of Hexo in the folder of its name', () => {
    const shown = (path: string) => renderedTemplates(path, '{% asset_img "a b.png" c %}', 0).text;
    expect(shown('source/_posts/pier.md')).to.equal('<img src="pier/a b.png" alt="c">');
    expect(shown('source/_posts/pier/index.md')).to.equal('<img src="a b.png" alt="c">');
  });

  it('links from _posts to _posts', () => {
    expect(rendered('[a]({% post_url 2024-05-01-a %})', 'blog/_posts/b.markdown')[0]).to.equal(
      '[a](@/blog/_posts/2024-05-01-a.markdown)',
    );
  });

  it('makes a link of an address in running text, and of none that stands in one', () => {
    const texts = [
      ['See {% post_url 2024-05-01-a %}.', 'See [2024-05-01-a](@/2024-05-01-a.md).'],
      ['[a]({{ site.baseurl }}{% post_url 2024-05-01-a %})', '[a](@/2024-05-01-a.md)'],
      ['<a href="{% post_url 2024-05-01-a %}">a</a>', '<a href="@/2024-05-01-a.md">a</a>'],
      ['[a]: {% post_url 2024-05-01-a %}', '[a]: @/2024-05-01-a.md'],
      ['[a]({{< ref "b.md#c" >}}) and {{< ref "b.md" >}}', '[a](b.md#c) and [b](b.md)'],
    ];
    for (const [text, expected] of texts) expect(rendered(text!, 'c.md')[0]).to.equal(expected);
  });
});

describe('readDraft: templates never reach a feed', () => {
  const read = (path: string, text: string) => readDraft(path, Buffer.from(text), undefined as never);

  it('says of a pair that the words in it are shown, where they are', () => {
    const { faults } = read(
      'a.md',
      'a {{< lead >}}b{{< /lead >}} {{< x >}} {% for a in b %}{{ a }}{% endfor %}{% y %}c{% endy %}',
    );
    const isPair = faults.map(({ what }) => what.includes('only the text up to its end is shown'));
    expect(isPair).to.deep.equal([true, false, false, true]);
  });

  it('names the line of what is left out', () => {
    const { draft, faults } = read('content/a.md', '---\ntitle: A\n---\nWords {{< ticker >}} here.\n');
    expect(draft?.body).to.equal('<p>Words  here.</p>\n');
    expect(faults).to.deep.equal([
      {
        path: 'content/a.md',
        line: 4,
        column: 7,
        severity: 'note',
        what: '`{{< ticker >}}` is a template and is left out; write Markdown or HTML instead',
      },
    ]);
  });

  it('links to article files from the root of the content', () => {
    const { draft } = read(
      'content/posts/a.md',
      '---\ntitle: A\n---\n[b]({{< ref "/news/b.md" >}}) [c](@/c.md)\n',
    );
    expect(draft?.body).to.contain('href="\u0002content/news/b.md"').and.contain('href="\u0002content/c.md"');
  });

  it('reads Markdown and HTML in a caption', () => {
    const { draft } = read(
      'a.md',
      '{{< figure src="/a.png" caption="<span class=\\"n\\">Figure 1: </span>*Quay* by [Bo](https://b.example)<script>x</script>" >}}\n',
    );
    expect(draft?.body.trim()).to.equal(
      '<figure><img src="\u0001/a.png" alt=""><figcaption><span>Figure 1: </span><em>Quay</em> by <a href="https://b.example/">Bo</a></figcaption></figure>',
    );
  });

  it('drops the attribute lists of kramdown and Pandoc', () => {
    const text =
      '* TOC\n{:toc}\n\n## Head {#head}\n\n![a](a.png){: .wide} [l](https://e.example/){:target="_blank"}\n{: .note}\n\nWords `{: .kept}` and {:ok, 1}.\n\n![b](b.png){width=50%}\n';
    const { draft, faults } = read('a.md', `---\ntitle: A\n---\n${text}`);
    expect(faults).to.deep.equal([]);
    expect(draft?.body).to.equal(
      '<h2>Head</h2>\n<p><img src="\u0002a.png" alt="a"> <a href="https://e.example/">l</a></p>\n<p>Words <code>{: .kept}</code> and {:ok, 1}.</p>\n<p><img src="\u0002b.png" alt="b"></p>\n',
    );
  });

  it('drops attributes, icons and snippets of MkDocs', () => {
    const { draft, faults } = read(
      'a.md',
      'A :material-check: [b](#){ .md-button } ![c](c.png){ width="3" } :octicons-heart-24:{ .d }\n\n--8<-- "e.md"\n',
    );
    expect(draft?.body).to.equal('<p>A  b <img src="\u0002c.png" alt="c"></p>\n');
    expect(faults.map(({ line, severity }) => [line, severity])).to.deep.equal([[3, 'note']]);
  });

  it('drops attributes that stand elsewhere', () => {
    const text = '{:refdef: style="a"}\n![a](/a.png)\n{:refdef}\n\n@[toc](b)\n';
    expect(read('a.md', text).draft?.body).to.equal('<p><img src="\u0001/a.png" alt="a"></p>\n');
  });

  it('reads Markdown in HTML (kramdown), and links of MDX', () => {
    expect(read('a.md', '<div markdown="1">\n*a*\n</div>\n').draft?.body.trim()).to.equal(
      '<div>\n<p><em>a</em></p>\n</div>',
    );
    expect(read('a.mdx', 'See <Link href="/b">*b*</Link>.\n').draft?.body).to.equal(
      '<p>See <a href="\u0001/b"><em>b</em></a>.</p>\n',
    );
  });

  it('takes no player for what an article says (T-41)', () => {
    expect(read('a.md', '{{< youtube w7Ft2ymGmfc >}}\n\nThe pier is back.\n').draft?.summary).to.equal(
      'The pier is back.',
    );
  });

  it('parts a picture of MDX from the lines around it', () => {
    expect(read('a.mdx', 'x\n\n<Hero image="/a.png" />\n*b*\n').draft?.body).to.equal(
      '<p>x</p>\n<img src="\u0001/a.png" alt="">\n<p><em>b</em></p>\n',
    );
  });

  it('writes HTML in a page, where Markdown would be printed', () => {
    const pieces = [
      [
        '{% highlight js %}\na < b\n{% endhighlight %}',
        '<pre><code class="language-js">a &lt; b</code></pre>',
      ],
      ['{% quote %}a{% endquote %}', '<blockquote><p>a</p></blockquote>'],
      ['{% details "More" %}', '<p><b>More</b></p>'],
      ['<h2>{{ page.name }}</h2>', '<h2>Quay</h2>'],
      [
        '<p>See {% post_url 2024-05-01-b %}.</p>',
        '<p>See <a href="\u0002_posts/2024-05-01-b.html">2024-05-01-b</a>.</p>',
      ],
    ];
    for (const [piece, expected] of pieces)
      expect(
        read('_posts/2024-05-01-a.html', `---\nname: Quay\n---\n<p>a</p>\n${piece}\n`).draft?.body,
      ).to.contain(expected);
  });

  it('prints braces that the author says are no tags (Jekyll, Eleventy)', () => {
    for (const field of ['render_with_liquid: false', 'templateEngineOverride: md'])
      expect(read('a.md', `---\n${field}\n---\nWrite {{ name }} here.\n`).draft?.body).to.equal(
        '<p>Write {{ name }} here.</p>\n',
      );
  });

  it('reads MDX', () => {
    const text = [
      '---',
      'title: A',
      '---',
      "import hero from './hero.png';",
      "import { Chart } from '../chart.jsx'",
      '',
      'export const year = 2024',
      '',
      '# Head',
      '',
      'Words {/* unseen */}and{" "}{year} more `{kept}` \\{kept}.',
      '',
      '<Image src={hero} alt="Pier" />',
      '',
      '<Callout type="warning">',
      '',
      '**Careful** with <span style={{ color: "red" }} title={`a`}>red</span>',
      '',
      '</Callout>',
      '',
      '<Chart data={[{ a: 1 }]} />',
      '',
      '```js',
      "import a from 'b'",
      'const x = { y: <Z /> };',
      '```',
    ].join('\n');
    const { draft, faults } = read('blog/a.mdx', text);
    expect(draft?.body).to.equal(
      [
        '<h2>Head</h2>',
        '<p>Words and  more <code>{kept}</code> {kept}.</p>',
        '<img src="\u0002blog/hero.png" alt="Pier">',
        '<p><strong>Careful</strong> with <span title="a">red</span></p>',
        '<pre><code class="language-js">import a from \'b\'',
        'const x = { y: &lt;Z /&gt; };',
        '</code></pre>',
        '',
      ].join('\n'),
    );
    expect(faults.map(({ line, column, severity }) => `${severity} ${line}:${column}`)).to.deep.equal([
      'note 11:29',
      'note 15:1',
      'note 21:1',
    ]);
  });

  it('takes the names of headings off without a word (MDX)', () => {
    const { draft, faults } = read('a.mdx', 'x\n\n## Why it {#why-it}\n\nBecause {#x}.\n');
    expect(draft?.body).to.equal('<p>x</p>\n<h2>Why it</h2>\n<p>Because .</p>\n');
    expect(faults.map(({ line }) => line)).to.deep.equal([5]);
  });

  it('makes links of buttons that hold their words (MDX)', () => {
    expect(
      read('a.mdx', '<Button href="/a">Go</Button> <Button href="/b" text="On" />\n').draft?.body,
    ).to.equal('<p><a href="\u0001/a">Go</a> <a href="\u0001/b">On</a></p>\n');
  });

  it('tells of nothing that is commented out', () => {
    const { faults } = read('a.md', '<!-- {{< ad >}}\n{% box %} -->\n\nx {{< ad >}} <!-- a --> {{< ad >}}\n');
    expect(faults.map(({ line, column }) => [line, column])).to.deep.equal([
      [4, 3],
      [4, 25],
    ]);
  });

  it('takes a tag that is half closed for itself, and not for the text up to the next', () => {
    const { draft, faults } = read(
      '_posts/2024-05-01-a.md',
      '[a]({% post_url 2024-04-01-b.md}) c\n\nd {% e %}\n',
    );
    expect(draft?.body).to.equal('<p><a href="\u0002_posts/2024-04-01-b.md">a</a> c</p>\n<p>d</p>\n');
    expect(faults.map(({ line }) => line)).to.deep.equal([3]);
  });

  it('leaves a tag that is not closed at all as it stands, and renders the next', () => {
    const { text } = renderedTemplates('a.md', 'a {{< b "c\n\nd {{< kbd "e" >}}', 0);
    expect(text).to.equal('a {{< b "c\n\nd <kbd>e</kbd>');
  });

  it('takes attributes off a heading, with and without a space before them (Wiki.js)', () => {
    expect(read('a.md', '---\ntitle: A\n---\nx\n\n# Tide!{.wide}\n\n## Ebb {#ebb}\n').draft?.body).to.equal(
      '<p>x</p>\n<h2>Tide!</h2>\n<h3>Ebb</h3>\n',
    );
  });

  it('takes a table of contents away without a word (Jekyll)', () => {
    expect(rendered('{% include toc.html %}a{% include toc title="In here" %}')).to.deep.equal(['a']);
  });

  it('tells of what Zola ends that its words are shown', () => {
    const { draft, faults } = read('a.md', '{% crt(wide=true) %}\n\na\n\n{% end %}\n');
    expect(draft?.body).to.equal('<p>a</p>\n');
    expect(faults[0]?.what).to.contain('only the text up to its end is shown');
  });

  it('shows the code of tags that hold it, with the tags in it', () => {
    const { draft, faults } = read(
      'a.md',
      '{{< code-toggle file="a" >}}\nb = "{{ .C }}"\n{{< /code-toggle >}}\n',
    );
    expect(draft?.body).to.equal('<pre><code>b = &quot;{{ .C }}&quot;\n</code></pre>\n');
    expect(faults).to.deep.equal([]);
  });

  it('leaves formulas with their braces (MDX)', () => {
    const formula = '$$\nI = \\int_0^{2\\pi} \\frac{a}{b} \\mathbf{x}_{i}\n$$';
    const { draft, faults } = read('a.mdx', `${formula}\n\n{a}{b}\n`);
    expect(draft?.body).to.equal(`<p>${formula}</p>\n`);
    expect(faults).to.have.length(2);
  });

  it('reads modules with empty lines in them, and what stands indented in components', () => {
    const text = [
      'export const meta = {',
      "  title: 'x',",
      '',
      "  author: 'y',",
      '};',
      '',
      '<Tabs>',
      '  <TabItem label="Pear">',
      '    Sweet.',
      '',
      '    - one',
      '',
      '      two',
      '  </TabItem>',
      '</Tabs>',
      '',
      'See <https://a.example>:',
      '',
      '- a',
      '',
      '    b',
    ].join('\n');
    expect(read('a.mdx', text).draft?.body).to.equal(
      '<p><strong>Pear</strong></p>\n<p>Sweet.</p>\n<ul>\n<li>\n<p>one</p>\n<p>two</p>\n</li>\n</ul>\n' +
        '<p>See <a href="https://a.example/">https://a.example</a>:</p>\n' +
        '<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n',
    );
  });

  it('reads Markdown with modules as MDX (Docusaurus), and modules in code as code', () => {
    const imports = "import Tabs from '@theme/Tabs';\nimport '../a.css';\n\n";
    expect(read('a.md', `${imports}<Tabs>\n\n*a*\n\n</Tabs>\n`).draft?.body.trim()).to.equal(
      '<p><em>a</em></p>',
    );
    expect(read('a.md', `\`\`\`js\n${imports}\`\`\`\n`).draft?.body).to.contain('@theme/Tabs');
    expect(read('a.md', 'a {/* b */}\n\n{/* c */}\n').draft?.body).to.equal('<p>a</p>\n');
    expect(read('a.md', '```\n{/* c */}\n```\n').draft?.body).to.contain('{/* c */}');
    expect(read('a.md', 'import duties from Spain rose.\n').draft?.body).to.contain('import duties');
  });

  it('takes hostile templates in its stride', () => {
    const hostile = [
      '{{< highlight >}}',
      '{{',
      '{%',
      '{#',
      '`{{',
      '<pre',
      '{% raw %}',
      '{{< a',
      '{{</*',
      '<!-- {{ a }} ',
    ];
    for (const piece of hostile) {
      const begun = performance.now();
      renderedTemplates('a.md', piece.repeat(900_000 / piece.length), 0);
      expect(performance.now() - begun, piece).to.be.below(1_500);
    }
  });
});
