import { expect } from 'chai';
import { markedUpLine } from '../../src/article/marked-up-line.ts';

describe('markedUpLine (R-41, R-42, C-30)', () => {
  const cases: [text: string, expected: string][] = [
    ['Tom &#8217;n&#8217; Ann', 'Tom ’n’ Ann'],
    ['Salt &amp; sand', 'Salt & sand'],
    ['The <em>long</em> way<br>home', 'The long way home'],
    ['What <head> holds', 'What <head> holds'],
    ['What <head> <b>holds</b>', 'What <head> holds'],
    ['a < b & c; d', 'a < b & c; d'],
    ['AT&T; x', 'AT&T; x'],
  ];
  for (const [text, expected] of cases) {
    it(text, () => {
      expect(markedUpLine(text)).to.equal(expected);
    });
  }
});
