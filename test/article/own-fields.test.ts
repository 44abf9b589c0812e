/** An article's own fields in its text. */
import { expect } from 'chai';
import { frontMatter } from '../../src/article/front-matter.ts';
import { withOwnFields } from '../../src/article/own-fields.ts';

describe('withOwnFields', () => {
  const { fields } = frontMatter('a.md', '---\ntitle: The quay\nlow-tide: 6 o’clock\ntags: [a]\n---\n');
  const cases: [what: string, text: string, expected: string][] = [
    ['fills in Jekyll’s', '# {{ page.title }}', '# The quay'],
    ['fills in VitePress’', '{{ $frontmatter.title }} at {{$frontmatter.low-tide}}', 'The quay at 6 o’clock'],
    ['fills in Eleventy’s', '{{ title }}', 'The quay'],
    ['fills in Hugo’s', '{{< param "title" >}} {{% param low-tide %}}', 'The quay 6 o’clock'],
    [
      'leaves lists and the unknown',
      '{{ page.tags }} {{ page.high }} {{ site.title }}',
      '{{ page.tags }} {{ page.high }} {{ site.title }}',
    ],
    [
      'fills in what a tag assigned before (Liquid, Nunjucks)',
      "{{ a }}{% assign a = 'one' %}{% set b = 2 -%}{{ a }} {{- b -}} {% assign c = site.d %}{{ c }}",
      '{{ a }}one 2 {% assign c = site.d %}{{ c }}',
    ],
    ['leaves filters', '{{ page.title | upcase }}', '{{ page.title | upcase }}'],
    ['leaves code alone', '`{{ title }}` $' + '{{ title }}', '`{{ title }}` $' + '{{ title }}'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(withOwnFields(text, fields)).to.equal(expected);
    });
  }
});
