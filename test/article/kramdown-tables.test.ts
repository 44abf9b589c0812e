/** Tables of kramdown. */
import { expect } from 'chai';
import { withPlainTables } from '../../src/article/kramdown-tables.ts';
import { readDraft } from '../../src/article/read-draft.ts';

describe('withPlainTables (kramdown)', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['a head', '| a | b |\n|---+:-:|\n| c+d | 1 |\n\n+', '| a | b |\n|---|:-:|\n| c+d | 1 |\n\n+'],
    ['a rule above it', '|---+---|\n| a | b |\n|---+---|\n| c | d |', '| a | b |\n|---|---|\n| c | d |'],
    [
      'rules between rows, and a foot',
      '|a|b|\n|-+-|\n|c|d|\n|-+-|\n|e|f|\n|===\n|g|h|',
      '|a|b|\n|-|-|\n|c|d|\n|e|f|\n|g|h|',
    ],
    ['code', '```\n|a|b|\n|-+-|\n```\n`|-+-|`', '```\n|a|b|\n|-+-|\n```\n`|-+-|`'],
    ['tables of GitHub', '|a|b|\n|-|-|\n|c|d|', '|a|b|\n|-|-|\n|c|d|'],
  ];
  for (const [what, text, expected] of cases) {
    it(`reads ${what}`, () => {
      expect(withPlainTables(text)).to.equal(expected);
    });
  }

  it('makes tables in an article', () => {
    const { draft } = readDraft('a.md', Buffer.from('|a|b|\n|-+-|\n|c|d|'), undefined as never);
    expect(draft?.body).to.contain('<th>b</th>').and.contain('<td>d</td>');
  });
});
