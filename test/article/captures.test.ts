/** Text that is kept under a name and shown further down. */
import { expect } from 'chai';
import { renderedTemplates } from '../../src/article/templates.ts';

describe('capturesIn', () => {
  const cases: [what: string, text: string, expected: string, ...notes: number[]][] = [
    [
      'shows it in its place, and tells the lines of the file behind it',
      '{% capture tip %}\n* {{ x }}a\n{% endcapture %}\n<div>{{ tip | markdownify }}</div>\n{{ y }}',
      '\n<div>\n\n* a\n\n</div>\n',
      4,
      5,
    ],
    [
      'shows what a part of the site is given, under the title that it has (Jekyll)',
      '{% capture tip %}*a*{% endcapture %}{% include box.html style="wide" title="Mind" content=tip %}',
      '\n\n**Mind**\n\n*a*\n\n',
    ],
    [
      'shows an address in its place',
      '{% capture at %}https://a.example/{% endcapture %}<a href="{{ at }}">b</a> [c]({{ at }}d)',
      '<a href="https://a.example/">b</a> [c](https://a.example/d)',
    ],
    ['shows it twice', "{% capture 'a-b' %}c{% endcapture %}{{ a-b }}{{a-b}}", '\n\nc\n\n\n\nc\n\n'],
    [
      'shows what was kept last under a name that is used again',
      '{% capture a %}b{% endcapture %}{{ a }}{% capture a %}c{% endcapture %}{{ a }}',
      '\n\nb\n\n\n\nc\n\n',
    ],
    ['tells of what is shown nowhere', '{% capture a %}b{% endcapture %}c', 'c', 1],
    ['tells of what is shown before', '{{ a }}{% capture a %}b{% endcapture %}', '', 1, 1],
    ['leaves code alone', '{% capture a %}b{% endcapture %}`{{ a }}`', '`{{ a }}`', 1],
  ];
  for (const [what, text, expected, ...notes] of cases) {
    it(what, () => {
      const { text: plain, faults } = renderedTemplates('a.md', text, 0);
      expect(plain).to.equal(expected);
      expect(faults.map(({ line }) => line)).to.deep.equal(notes);
    });
  }
});
