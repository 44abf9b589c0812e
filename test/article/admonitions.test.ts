/** Boxes of Markdown dialects: their fences are never printed, their words never lost. */
import { expect } from 'chai';
import { withoutAdmonitions } from '../../src/article/admonitions.ts';

describe('withoutAdmonitions', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['titles a box by its kind', ':::note\n\nWords.\n\n:::', '**Note**\n\n\nWords.\n\n'],
    ['keeps a title in brackets', ':::tip[Mind *it*]\nWords.\n:::', '**Mind *it***\n\nWords.\n'],
    ['keeps a title behind the kind', '::: warning Mind it\nWords.\n:::', '**Mind it**\n\nWords.\n'],
    ['passes attributes over', ':::info{.wide}\nWords.\n:::', '**Info**\n\nWords.\n'],
    [
      'keeps a title among attributes',
      ':::info{theme="a" title="Mind it"}\nWords.\n:::',
      '**Mind it**\n\nWords.\n',
    ],
    ['reads a box of Pandoc', '::: {.callout-note}\nWords.\n:::', '**Note**\n\nWords.\n'],
    ['keeps a title behind braces (MyST)', ':::{note} Mind it\nWords.\n:::', '**Mind it**\n\nWords.\n'],
    ['passes over a box in one line', '::: toc :::', ''],
    ['opens a box of no kind', '::: columns\nWords.\n:::', '\nWords.\n'],
    ['reads boxes in boxes', '::::note\n:::tip\nWords.\n:::\n::::', '**Note**\n\n**Tip**\n\nWords.\n\n'],
    [
      'reads a box of MkDocs',
      '!!! note "Mind it"\n    Words.\n\n    More.\nAfter.',
      '**Mind it**\n\nWords.\n\nMore.\nAfter.',
    ],
    ['reads a folded box', '??? tip\n    Words.', '**Tip**\n\nWords.'],
    [
      'reads tabs of MkDocs',
      '=== "Pear"\n\n    Words.\n\n=== "Fig"\n\n    More.',
      '**Pear**\n\n\nWords.\n\n**Fig**\n\n\nMore.',
    ],
    ['leaves code alone', '```\n:::note\n```\n:::', '```\n:::note\n```\n'],
    ['leaves emphasis alone', '!!! What a day', '!!! What a day'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(withoutAdmonitions(text)).to.equal(expected);
    });
  }
});
