/** Where excerpts end. */
import { expect } from 'chai';
import { withExcerptMark } from '../../src/article/excerpt-mark.ts';

describe('withExcerptMark (T-06, T-41)', () => {
  const cases: [what: string, text: string, separator: string | undefined, expected: string][] = [
    ['leaves a text without a mark alone', 'a <!-- b -->', undefined, 'a <!-- b -->'],
    ['parts the mark from the line before it', 'a.<!--more-->\n\nb', undefined, 'a.\n\n<!--more-->\n\n\n\nb'],
    ['parts the mark from the line behind it', 'a.\n<!-- more --> b', undefined, 'a.\n\n<!--more-->\n\nb'],
    ['takes the mark that the front matter names', 'a <!--end--> b', '<!--end-->', 'a\n\n<!--more-->\n\nb'],
    ['takes no words for a mark', 'a --- b', '---', 'a --- b'],
    ['passes over code', '`<!--more-->` a', undefined, '`<!--more-->` a'],
    ['takes the first mark only', 'a<!--more-->b<!--more-->', undefined, 'a\n\n<!--more-->\n\nb<!--more-->'],
  ];
  for (const [what, text, separator, expected] of cases) {
    it(what, () => {
      expect(withExcerptMark(text, separator)).to.equal(expected);
    });
  }
});
