import { expect } from 'chai';
import fc from 'fast-check';
import { cleanText, escapeMarkup, ownCopy, plainLine, withoutCdataEnd } from '../../src/base/text.ts';

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\u202A',
        '\u202B',
        '\u202D',
        '\u202E',
        '\u202C',
        '\u2066',
        '\u2067',
        '\u2069',
        '\n',
        'a',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('cleanText (R-05, R-06, C-33 … C-35, T-03)', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['keeps ordinary text, tabs and line feeds', 'a\tb\nc – “d” …', 'a\tb\nc – “d” …'],
    ['drops control characters (R-05)', 'a\u0000\u0007\u0008\u000B\u000C\u000E\u001F\u007Fb', 'ab'],
    ['drops the marks of addresses on this site', 'a\u0001b\u0002c', 'abc'],
    ['drops U+FFFE, U+FFFF and U+FFFD (R-05, R-06)', 'a\uFFFE\uFFFF\uFFFDb', 'ab'],
    ['drops noncharacters of every plane (R-44)', 'a\uFDD0\uFDEF\u{1FFFE}\u{10FFFF}b', 'ab'],
    ['drops lone surrogates (R-05, J-22)', 'a\uD83Db\uDE00c\uDE00\uD83D', 'abc'],
    ['does not join what stood apart', '\uD83D\u0007\uDE00', ''],
    ['keeps characters beyond the BMP and joiners (C-34, C-35)', '👩‍🚀 می‌خواهم 𝒳', '👩‍🚀 می‌خواهم 𝒳'],
    ['reads C1 as Windows-1252 (R-06)', '\u0093a\u0094 \u0085', '“a”\u0020\n'],
    ['drops C1 that Windows-1252 does not know', 'a\u0081\u008D\u008F\u0090\u009Db', 'ab'],
    ['makes one line end of many (T-03)', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['drops soft hyphens and byte-order marks', '\uFEFFa\u00ADb\uFEFF', 'ab'],
    ['composes (NFC)', 'e\u0301', 'é'],
    ['keeps paired bidi controls', 'a \u2067b\u2069 \u202Bc\u202C', 'a \u2067b\u2069 \u202Bc\u202C'],
    ['drops unpaired bidi controls', 'a\u202Eb \u2069c', 'ab c'],
    ['drops bidi controls that cross', '\u2067\u202Ba\u2069b', 'ab'],
    ['pairs bidi controls on one line only', '\u202Ea\nb\u202C', 'a\nb'],
    ['keeps the marks of direction, which need no end', 'a\u200Fb\u200E', 'a\u200Fb\u200E'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(cleanText(text)).to.equal(expected);
    });
  }
  it('leaves only XML characters, is well-formed and idempotent, whatever comes in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).to.match(/^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
        expect(clean).not.to.match(/[\u007F-\u009F\u00AD\u2028\u2029\uFEFF\uFFFD]/);
        expect(clean.isWellFormed()).to.equal(true);
        expect(cleanText(clean)).to.equal(clean);
      }),
      { numRuns: 500 },
    );
  });
});

describe('plainLine', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['collapses white space of every kind', ' a\t\n\u00A0 b\u3000c ', 'a b c'],
    ['escapes nothing', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['is empty for nothing but white space', '\n\u2028\uFEFF', ''],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(plainLine(text)).to.equal(expected);
    });
  }
  it('is one trimmed line and idempotent, whatever comes in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = plainLine(text);
        expect(line).to.equal(line.trim());
        expect(line).not.to.match(/[\n\t]|\s\s/);
        expect(plainLine(line)).to.equal(line);
      }),
      { numRuns: 500 },
    );
  });
});

describe('escapeMarkup, withoutCdataEnd, ownCopy', () => {
  it('escapes what begins or ends markup, once, and nothing else', () => {
    expect(escapeMarkup('&amp; <a href="x">\'')).to.equal("&amp;amp; &lt;a href=&quot;x&quot;&gt;'");
  });
  it('leaves no end of a CDATA section (R-07, F-03)', () => {
    expect(withoutCdataEnd(']]>]]>')).to.equal(']]&gt;]]&gt;');
    expect(withoutCdataEnd(']]]>]')).to.equal(']]]&gt;]');
  });
  it('copies any string as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(ownCopy(text)).to.equal(text);
      }),
    );
  });
});
