/** Notes of Obsidian, and alerts of GitHub, as CommonMark. */
import { expect } from 'chai';
import { withoutObsidian } from '../../src/article/obsidian.ts';

describe('withoutObsidian', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['links to a note beside', 'See [[Old quay]].', 'See [Old quay](<Old quay.md>).'],
    ['links to a note from the root', '[[harbor/Old quay|the quay]]', '[the quay](<@/harbor/Old quay.md>)'],
    ['links to a part of a note', '[[Quay#East]]', '[Quay: East](<Quay.md>)'],
    [
      'links to a block by its note',
      '[[Quay#^a1b2c3]] [[Quay#^a1b2c3|x]]',
      '[Quay](<Quay.md>) [x](<Quay.md>)',
    ],
    ['keeps the text of a link within the note', '[[#East]]', 'East'],
    ['reads a bar in a table', '| [[Quay\\|q]] |', '| [q](<Quay.md>) |'],
    ['shows a picture', '![[quay.png]]', '![](<quay.png>)'],
    [
      'takes a width for no text',
      '![[quay.png|300]] ![[quay.png|The quay]]',
      '![](<quay.png>) ![The quay](<quay.png>)',
    ],
    ['takes a width out of a text', '![A quay|300](quay.png)', '![A quay](quay.png)'],
    [
      'takes a size behind a picture for no address',
      '![a](/a.png =250x) ![b](/b.png =10x20)',
      '![a](/a.png) ![b](/b.png)',
    ],
    ['takes a place for no text', '![[quay.png|right|300x500]]', '![](<quay.png>)'],
    ['plays a recording', '![[talk.mp3]]', '<audio src="talk.mp3"></audio>'],
    ['links to a note that is shown in place', '![[Quay]]', '[Quay](<Quay.md>)'],
    ['links to a file', '[[plan.pdf]]', '[plan.pdf](<plan.pdf>)'],
    ['titles a callout', '> [!warning] Mind the gap\n> Text', '> **Mind the gap**\n>\n> Text'],
    ['titles an alert of GitHub by its kind', '> [!NOTE]\n> Text', '> **Note**\n>\n> Text'],
    ['titles a callout of any kind', '> [!$] Mind it\n> Text', '> **Mind it**\n>\n> Text'],
    ['drops comments', 'a %%not for print%% b\n\n%%\nnor this\n%%\n', 'a  b\n\n\n'],
    ['marks', 'a ==b c== d', 'a <mark>b c</mark> d'],
    ['drops names of blocks', 'A sentence. ^a1b2c3', 'A sentence.'],
    ['leaves references alone', '[[1]](#a) [[2]][b] [[3]] x[[4]]', '[[1]](#a) [[2]][b] [[3]] x[[4]]'],
    ['leaves tests of shells alone', 'if [[ -t 1 ]] then', 'if [[ -t 1 ]] then'],
    [
      'leaves comparisons alone',
      'a == b or c == d, a=b==c, 100%% and 5%%',
      'a == b or c == d, a=b==c, 100%% and 5%%',
    ],
    ['leaves code alone', '`[[a]]`\n\n```\n[[b]] ==c==\n```', '`[[a]]`\n\n```\n[[b]] ==c==\n```'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(withoutObsidian(text)).to.equal(expected);
    });
  }
});
