import { expect } from 'chai';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { markdownHtml, sanitizedMarkdown } from '../../src/article/markdown-html.ts';
import { withPlainTokens } from '../../src/article/markdown-tokens.ts';
import { FILE_MARK, SITE_MARK } from '../../src/base/address.ts';
import { cleanText, plainLine } from '../../src/base/text.ts';

const options = { base: { folder: 'news' }, idPrefix: 'a-' };
const title = plainLine('Not in the text');
const render = (text: string) => markdownHtml(text, title, options).html;

describe('markdownHtml (R-43, R-44, C-41)', () => {
  const cases: [what: string, text: string, expected: string][] = [
    [
      'renders emphasis and code',
      '*a* **b** `c<d`',
      '<p><em>a</em> <strong>b</strong> <code>c&lt;d</code></p>\n',
    ],
    [
      'renders definition lists',
      'Quay\n: A wall\n: Of *stone*\n\nPier',
      '<dl>\n<dt>Quay</dt>\n<dd>A wall</dd>\n<dd>Of <em>stone</em></dd>\n</dl>\n<p>Pier</p>\n',
    ],
    [
      'has signs for the boxes of tasks (R-44)',
      '- [ ] a\n- [x] *b*\n- [X]\n- [y] c [ ] d\n\n[ ] e',
      '<ul>\n<li>☐ a</li>\n<li>☑ <em>b</em></li>\n<li>[X]</li>\n<li>[y] c [ ] d</li>\n</ul>\n<p>[ ] e</p>\n',
    ],
    ['renders strikethrough', '~~a~~', '<p><s>a</s></p>\n'],
    [
      'renders fenced code with its language',
      '```ts {1}\na<b\n```',
      '<pre><code class="language-ts">a&lt;b\n</code></pre>\n',
    ],
    ['leaves out a language that is none', '```"><x\na\n```', '<pre><code>a\n</code></pre>\n'],
    [
      'makes relative links the files they name',
      '[a](../b.md#c)',
      `<p><a href="${FILE_MARK}b.md#c">a</a></p>\n`,
    ],
    ['makes root-relative links ours', '[a](/b?c=d&e)', `<p><a href="${SITE_MARK}/b?c=d&amp;e">a</a></p>\n`],
    ['keeps the text of a link that climbs out', '[a](../../b)', '<p>a</p>\n'],
    ['keeps the text of a link to a fragment', '[a](#b)', '<p>a</p>\n'],
    ['sanitises raw HTML', 'a <span onclick="x()">b</span><script>c</script>', '<p>a <span>b</span></p>\n'],
    ['drops data: images', '![x](data:image/png;base64,xx) y', '<p> y</p>\n'],
    [
      'has footnotes without anchors',
      'a[^1]\n\n[^1]: note',
      '<p>a<sup>[1]</sup></p>\n<hr>\n<ol>\n<li><p>note</p>\n</li>\n</ol>\n',
    ],
    ['starts headings at the second level', '# a\n\n## b', '<h2>a</h2>\n<h3>b</h3>\n'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(render(text)).to.equal(expected);
    });
  }

  it('aligns cells by attribute', () => {
    expect(render('|a|\n|-:|\n|b|')).to.contain('<td align="right">b</td>').and.not.to.contain('style');
  });

  it('takes the first heading out as the title where none is stated (T-23)', () => {
    expect(markdownHtml('# A *b* `c`\n\nText', undefined, options)).to.include({
      html: '<p>Text</p>\n',
      heading: 'A b c',
    });
  });

  it('takes a first heading in HTML for the title too (T-23)', () => {
    const text = '<h1 align="center">The <b>quay</b></h1>\n\na';
    for (const stated of [undefined, plainLine('The quay')]) {
      const { heading, html } = markdownHtml(text, stated, options);
      expect([heading, html.trim()]).to.deep.equal(['The quay', '<p>a</p>']);
    }
    expect(markdownHtml(text, title, options).html).to.contain('<h2>The <b>quay</b></h2>');
    expect(markdownHtml('a\n\n<h1>b</h1>', undefined, options).heading).to.equal(undefined);
  });

  it('takes out a heading that repeats the title, and no other', () => {
    expect(markdownHtml('# A\n\nText', plainLine('A'), options).html).to.equal('<p>Text</p>\n');
    expect(markdownHtml('# B\n\nText', plainLine('A'), options).html).to.equal('<h2>B</h2>\n<p>Text</p>\n');
  });

  it('counts the paragraphs before <!--more-->', () => {
    expect(markdownHtml('a\n\nb\n\n<!-- more -->\n\nc', title, options)).to.include({
      excerptParagraphs: 2,
      html: '<p>a</p>\n<p>b</p>\n<p>c</p>\n',
    });
  });
});

const PIECES = [
  '# ',
  '## ',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '> ',
  '    ',
  '`',
  '```\n',
  '```js\n',
  '*',
  '**',
  '_',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '](/a)',
  '](b/c.png)',
  '](#x)',
  '](../../x)',
  '![',
  '<http://a.example/x>',
  '<b@c.example>',
  '](https://é.example/ü?a=1&b#c)',
  '|a|b|\n|:-|-:|\n|c|d|\n',
  '|',
  '---\n',
  '===\n',
  '\\',
  '&amp;',
  '&lt;',
  '&nbsp;',
  '&#x301;',
  '&#x338;',
  '&#xAD;',
  '&shy;',
  '&#1;',
  '&#x202E;',
  '<',
  '>',
  '"',
  "'",
  '\u0338',
  '\u0301',
  '\u202E',
  '\u202C',
  'word ',
  'e',
  '😀',
  '[^1]',
  '\n[^1]: note\n\n',
  '^[inline]',
  '<br>',
  '<i>',
  '</i>',
  '<!-- c -->',
  '<div>\n',
  '"title")',
  ']: /u\n',
  '\t',
  ' ',
  '  \n',
] as const;

describe('markdownHtml: the short way and the long way (R-44)', () => {
  const markdown = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join('')),
    fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), {
        maxLength: 20,
      })
      .map((parts) => parts.join('')),
  );
  it('give the same bytes for any text', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const text = cleanText(source);
        fc.pre(!/<!--\s*(?:more|truncate|end|excerpt)/.test(text));
        expect(markdownHtml(text, title, options).html).to.equal(sanitizedMarkdown(text, options));
      }),
      { numRuns: 3_000 },
    );
  });

  it('rest on tokens that render as the package’s own do', () => {
    const make = () => markdownIt({ html: true }).use(footnotes);
    const [stock, plain] = [make(), withPlainTokens(make())];
    fc.assert(
      fc.property(markdown, (source) => {
        expect(plain.render(source)).to.equal(stock.render(source));
      }),
      { numRuns: 1_000 },
    );
  });
});
