import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

describe('withRaisedDigits', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['sets digits below the line', 'H~2~O, SO~4~.', 'H<sub>2</sub>O, SO<sub>4</sub>.'],
    [
      'sets digits and endings above it',
      '10^-3^ m^2^, 21^st^',
      '10<sup>-3</sup> m<sup>2</sup>, 21<sup>st</sup>',
    ],
    ['keeps what is struck out', 'a ~~2~~ b', 'a <s>2</s> b'],
    ['keeps paths, codes and formulas', '/~4~/a, `H~2~O`, $x^2$', '/~4~/a, <code>H~2~O</code>, $x^2$'],
    ['sets them between tags too', 'A {{< kbd "b" >}} CO~2~', 'A <kbd>b</kbd> CO<sub>2</sub>'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(readDraft('a.md', Buffer.from(text), undefined as never).draft?.body).to.equal(
        `<p>${expected}</p>\n`,
      );
    });
  }
});
