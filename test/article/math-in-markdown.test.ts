/** Formulas in Markdown stay what their authors wrote; prices stay prices. */
import { expect } from 'chai';
import { markdownHtml, sanitizedMarkdown } from '../../src/article/markdown-html.ts';

const options = { base: { folder: '' }, idPrefix: 'a-' };

describe('withMath: formulas as text', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['keeps stars and underscores', 'Is $a*b*c_i$ so?', '<p>Is $a*b*c_i$ so?</p>\n'],
    ['keeps backslashes', '$x\\;y \\\\ z$', '<p>$x\\;y \\\\ z$</p>\n'],
    ['keeps double dollars in a line', 'a $$x_1*y*z$$ b', '<p>a $$x_1*y*z$$ b</p>\n'],
    ['keeps brackets with backslashes', '\\(a_1*b*c\\) \\[x<y\\]', '<p>\\(a_1*b*c\\) \\[x&lt;y\\]</p>\n'],
    ['keeps doubled backslashes', '\\\\(a_1*b*c\\\\)', '<p>\\\\(a_1*b*c\\\\)</p>\n'],
    [
      'keeps lines',
      '$$\na * b * c \\\\\n- d &= e\n= f\n$$',
      '<p>$$\na * b * c \\\\\n- d &amp;= e\n= f\n$$</p>\n',
    ],
    ['keeps empty lines', '\\[\na\n\n*b*\n\\]', '<p>\\[\na\n\n*b*\n\\]</p>\n'],
    ['takes prices for prices', '$5 *and* $10', '<p>$5 <em>and</em> $10</p>\n'],
    ['takes a range for a range', '$5-$10 *x*', '<p>$5-$10 <em>x</em></p>\n'],
    ['takes links for links', 'US$[a](/b) 5$', '<p>US$<a href="\u0001/b">a</a> 5$</p>\n'],
    ['takes escapes for escapes', '\\(see *a*\\) \\[b\\]', '<p>(see <em>a</em>) [b]</p>\n'],
    ['leaves code alone', '`$a*b*c$`', '<p><code>$a*b*c$</code></p>\n'],
    ['lets an open formula be text', '$$\n*a*', '<p>$$\n<em>a</em></p>\n'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(markdownHtml(text, undefined, options).html).to.equal(expected);
      expect(sanitizedMarkdown(text, options)).to.equal(expected);
    });
  }

  it('takes linear time', () => {
    for (const piece of ['$', '$$', '\\(', '\\[', '$a ', '$$\n', '\\[\n', '\\\\(a'])
      markdownHtml(piece.repeat(20_000), undefined, options);
  }).timeout(4_000);
});
