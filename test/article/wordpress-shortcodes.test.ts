import { expect } from 'chai';
import { renderedWordpress } from '../../src/article/wordpress-shortcodes.ts';

describe('renderedWordpress', () => {
  const cases: [what: string, text: string, expected: string, ...notes: number[]][] = [
    [
      'captions a picture',
      '[caption id="attachment_1" width="300"]<a href="/a"><img src="/a.png" /></a> In *fog*[/caption]',
      '<figure><a href="/a"><img src="/a.png" /></a><figcaption>In *fog*</figcaption></figure>',
    ],
    [
      'captions a picture of Markdown',
      '[caption id="a"]![a](/a.png) In fog[/caption]',
      '![a](/a.png)\n\nIn fog',
    ],
    [
      'turns players into links',
      '[youtube https://www.youtube.com/watch?v=abcdefghijk] [embed]https://vimeo.com/12345[/embed]',
      '<a href="https://www.youtube.com/watch?v=abcdefghijk">Watch or listen at YouTube</a> <a href="https://vimeo.com/12345">Watch or listen at Vimeo</a>',
    ],
    ['plays recordings', '[audio src="/a.mp3"][/audio]', '<audio src="/a.mp3"></audio>'],
    [
      'renders code',
      '[sourcecode language="php"]\n<?php a < b\n[/sourcecode]',
      '<pre><code class="language-php">&lt;?php a &lt; b</code></pre>',
    ],
    ['leaves a gallery out and tells', 'x\n[gallery ids="1,2"]\n', 'x\n\n', 12],
    [
      'leaves out the tags of a plug-in, keeps what they hold, and tells',
      `a\n[su_button url="/b"]Go[/su_button] [contact-form-7 id="1" title='x'] [/b]`,
      'a\nGo  [/b]',
      12,
      12,
    ],
    [
      'leaves what has no attributes alone',
      '[note] a[x y="1"] [z w="1"](/b)',
      '[note] a[x y="1"] [z w="1"](/b)',
    ],
    [
      'links to what is embedded (Hashnode)',
      '%[https://a.example/b]',
      '<a href="https://a.example/b">https://a.example/b</a>',
    ],
    ['leaves links alone', '[gallery](/a) [embed] [source]: /b', '[gallery](/a) [embed] [source]: /b'],
    ['leaves code alone', '`[gallery ids="1"]`', '`[gallery ids="1"]`'],
  ];
  for (const [what, text, expected, ...notes] of cases) {
    it(what, () => {
      const { text: rendered, faults } = renderedWordpress('a.md', text, 10);
      expect(rendered).to.equal(expected);
      expect(faults.map(({ line }) => line)).to.deep.equal(notes);
    });
  }
});
