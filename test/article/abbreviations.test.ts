/** Abbreviations of Markdown dialects: their definitions are never printed, their meanings never lost. */
import { expect } from 'chai';
import { withAbbreviations } from '../../src/article/abbreviations.ts';

describe('withAbbreviations', () => {
  const cases: [what: string, text: string, expected: string][] = [
    [
      'says what a word means',
      'The W3C and W3CX.\n\n*[W3C]: World "Wide" Web\n',
      'The <abbr title="World &quot;Wide&quot; Web">W3C</abbr> and W3CX.\n\n\n',
    ],
    [
      'leaves code, tags and addresses alone',
      '`AB` <i title="AB">x</i> [AB](/AB) https://AB.example\n\n*[AB]: a b',
      '`AB` <i title="AB">x</i> [<abbr title="a b">AB</abbr>](/AB) https://AB.example\n\n',
    ],
    ['leaves definitions in code alone', '```\n*[AB]: a\n```\nAB', '```\n*[AB]: a\n```\nAB'],
    ['leaves emphasis alone', '*[a](/b): c*', '*[a](/b): c*'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(withAbbreviations(text)).to.equal(expected);
    });
  }
});
