/** Components of Markdown dialects: never printed, their words never lost. */
import { expect } from 'chai';
import { renderedComponents } from '../../src/article/components.ts';

describe('renderedComponents', () => {
  const cases: [what: string, text: string, expected: string, ...notes: number[]][] = [
    ['keeps what a component holds', '::tip\nMind *it*.\n::\nOn.', '\nMind *it*.\n\nOn.'],
    [
      'keeps its title',
      '::callout{icon="i-sun" title="Low tide"}\nMind it.\n::',
      '**Low tide**\n\nMind it.\n',
    ],
    [
      'links its title',
      '::card{title="Tides" to="/tides"}\nAll of them.\n::',
      '<a href="/tides">Tides</a>\n\nAll of them.\n',
    ],
    ['links what holds no words', '::read-more{to="/tides"}\n::', '[/tides](/tides)\n\n'],
    ['passes over slots', '::card\n#title\nTides\n#default\nAll.\n::', '\n\nTides\n\nAll.\n'],
    [
      'passes over fields, but for the title',
      '::card\n---\ntitle: Tides\ncols: 2\n---\nAll.\n::',
      '**Tides**\n\n\n\n\nAll.\n',
    ],
    [
      'reads components in components',
      '::group\n  ::card{title="A"}\n  One.\n  ::\n::',
      '\n**A**\n\nOne.\n\n',
    ],
    [
      'reads a directive without end',
      'See\n\n::github{repo="quay/tides"}\n\nnow.',
      'See\n\n<a href="https://github.com/quay/tides">quay/tides</a>\n\n\nnow.',
    ],
    [
      'shows a video',
      '::youtube{#w7Ft2ymGmfc}',
      '<a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">Watch or listen at YouTube</a>\n',
    ],
    ['shows a picture', '::photo{src="/quay.png"}', '<img src="/quay.png" alt="">\n'],
    ['tells of what it cannot show', 'a\n\n::tide-table{port="3"}\n', 'a\n\n\n', 3],
    ['keeps the words of a badge', 'Tides :badge[New]{type="tip"} here', 'Tides New here'],
    ['keeps words within a text of no spaces', '潮は:spoiler[高い]。', '潮は高い。'],
    ['drops an icon', ':icon{name="sun"} Sun', ' Sun'],
    ['tells of a component in a line', 'a\nb :clock{zone="UTC"} c', 'a\nb  c', 2],
    ['tells of code in a file of the site', '<<< @/tides.js{2}', '', 1],
    ['tells of a query of Obsidian', 'a\n```dataview\nLIST\n```\nb', 'a\n\n\n\nb', 2],
    ['leaves code alone', '```\n::tip\n::\n```\n`:a[b]`', '```\n::tip\n::\n```\n`:a[b]`'],
    [
      'leaves words alone',
      'std::sort, a:b[c], "k":v[0], 10:a[1]\n\n::word\n',
      'std::sort, a:b[c], "k":v[0], 10:a[1]\n\n::word\n',
    ],
    ['leaves boxes of three colons to others', ':::note{title="x"}\na\n:::', ':::note{title="x"}\na\n:::'],
  ];
  for (const [what, text, expected, ...notes] of cases) {
    it(what, () => {
      const { text: plain, faults } = renderedComponents('a.md', text, 0);
      expect(plain).to.equal(expected);
      expect(faults.map(({ line }) => line)).to.deep.equal(notes);
      expect(faults.every(({ severity }) => severity === 'note')).to.equal(true);
    });
  }

  it('takes bounded time (files of any shape in bounded time)', () => {
    for (const text of ['::a\n', ':a{', '::\n', ':a[b', '```\n`x`\n', '::a{b="c"}\n---\n'])
      renderedComponents('a.md', text.repeat(100_000), 0);
  }).timeout(5_000);
});
