/** Which branch of a condition is shown. */
import { expect } from 'chai';
import { frontMatter } from '../../src/article/front-matter.ts';
import { renderedTemplates } from '../../src/article/templates.ts';

describe('branchesIn: conditions of Liquid and Nunjucks', () => {
  const { fields } = frontMatter('a.md', '---\nlang: de\ntoc: false\nkind: boat\n---\n');
  const cases: [what: string, text: string, expected: string, ...notes: RegExp[]][] = [
    [
      'shows what stands behind else where only the site knows',
      '{% if site.ads %}a{% else %}b{% endif %}c',
      'bc',
      /^`\{% if site\.ads %\}` asks for what only the site knows/,
    ],
    ['shows what no else stands behind', '{% if site.ads %}a{% endif %}b', 'ab', /is left out/],
    [
      'shows the first of several without else',
      '{% if site.a %}a{% elsif site.b %}b{% endif %}',
      'a',
      /site\.a/,
      /site\.b/,
    ],
    [
      'decides by the article’s fields',
      '{% if page.lang == \'en\' %}a{% elsif lang == "de" %}b{% else %}c{% endif %}',
      'b',
    ],
    [
      'decides by what is not',
      '{% if page.lang != "de" %}a{% else %}b{% endif %}{% unless page.toc %}c{% endunless %}',
      'bc',
    ],
    ['shows nothing where nothing holds', 'a{% if page.toc %}b{% endif %}c', 'ac'],
    ['is in production', '{% if jekyll.environment == "production" %}a{% else %}b{% endif %}', 'a'],
    [
      'decides cases',
      '{% case page.kind %}{% when "car" %}a{% when "bus", "boat" %}b{% else %}c{% endcase %}',
      'b',
    ],
    [
      'reads branches in branches',
      '{%- if page.toc -%}a{% if site.x %}b{% else %}c{% endif %}{%- else -%}d{% if true %}e{% endif %}{%- endif -%}f',
      'def',
    ],
    ['leaves literal text', '{% raw %}{% if a %}{% endraw %}{% if page.lang %}b{% endif %}', '{% if a %}b'],
    ['leaves what is never closed', '{% if site.a %}a{% else %}b', 'ab', /site\.a/],
  ];
  for (const [what, text, expected, ...notes] of cases) {
    it(what, () => {
      const { text: shown, faults } = renderedTemplates('a.md', text, 0, undefined, fields);
      expect(shown).to.equal(expected);
      expect(faults).to.have.length(notes.length);
      for (const [at, note] of notes.entries()) expect(faults[at]!.what).to.match(note);
    });
  }
});
