/** What a summary takes of an article's first paragraphs. */
import { expect } from 'chai';
import fc from 'fast-check';
import { summaryOf } from '../../src/article/summary.ts';

const TEN = 'ten chars ';
const of = (characters: number, end = '.') =>
  `${TEN.repeat(Math.ceil(characters / 10)).slice(0, characters - end.length - 1)}x${end}`;

describe('summaryOf (T-41)', () => {
  const cases: [what: string, paragraphs: readonly string[], expected: string][] = [
    ['nothing of nothing', [], ''],
    ['a first paragraph that says enough', [of(150), 'Second.'], of(150)],
    ['300 characters whole', [of(300), 'Second.'], of(300)],
    ['the second paragraph too when the first is short', ['Short.', 'Second.', 'Third.'], 'Short. Second.'],
    ['a short first paragraph alone when there is no other', ['Short.'], 'Short.'],
    ['the sentences that fit', [`A${of(119)} B${of(119)} C${of(119)}`], `A${of(119)} B${of(119)}`],
    ['no sentence end behind an abbreviation', [`A${of(200)} It is in the U.S. ${of(150)}`], `A${of(200)}`],
    ['a word end when no sentence fits', [of(400)], `${TEN.repeat(30).trim()}…`],
    ['text without markup or line ends', ['A <b>bold</b>\n  claim'], 'A <b>bold</b> claim'],
    [
      'sentences of scripts without spaces',
      [`${'港'.repeat(99)}。${'霧'.repeat(99)}。${'船'.repeat(199)}。`],
      `${'港'.repeat(99)}。${'霧'.repeat(99)}。`,
    ],
    [
      'Chinese sentences whole, without a space between them',
      ['港口重新开放。', '市长说：“终于！”'],
      '港口重新开放。市长说：“终于！”',
    ],
    ['Chinese words whole', ['和平谈判'.repeat(90)], `${'和平谈判'.repeat(74)}和平…`],
    [
      'Japanese sentences by their ends',
      [`${'東京'.repeat(40)}！${'会見'.repeat(40)}？${'首相'.repeat(200)}`],
      `${'東京'.repeat(40)}！${'会見'.repeat(40)}？`,
    ],
    ['Thai words whole', ['สวัสดี'.repeat(60)], `${'สวัสดี'.repeat(49)}…`],
    [
      'Korean words whole',
      ['대통령이 서울에서 '.repeat(40)],
      `${'대통령이 서울에서 '.repeat(30).trim()}…`.slice(0, 300),
    ],
    [
      'Arabic questions as sentences',
      [`${'هل يعود السلام '.repeat(8).trim()}؟ ${'قال الرئيس إن الأمر '.repeat(14).trim()}.`],
      `${'هل يعود السلام '.repeat(8).trim()}؟`,
    ],
    [
      'Urdu sentences by their full stop',
      [`${'صدر نے کہا '.repeat(12).trim()}۔ ${'اور پھر '.repeat(40).trim()}۔`],
      `${'صدر نے کہا '.repeat(12).trim()}۔`,
    ],
    [
      'Hindi sentences by their danda',
      [`${'मंत्री ने कहा '.repeat(10).trim()}। ${'फिर वे गए '.repeat(30).trim()}।`],
      `${'मंत्री ने कहा '.repeat(10).trim()}।`,
    ],
    ['Hindi characters whole', ['क्षि'.repeat(120)], `${'क्षि'.repeat(74)}…`],
    ['characters, not halves of them', ['👩‍👩‍👧‍👦'.repeat(60)], `${'👩‍👩‍👧‍👦'.repeat(27)}…`],
  ];
  for (const [what, paragraphs, expected] of cases) {
    it(`takes ${what}`, () => {
      expect(summaryOf(paragraphs)).to.equal(expected);
    });
  }

  it('is at most 300 characters of whole code points, and empty only of empty paragraphs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 500 }), { maxLength: 4 }),
        (paragraphs) => {
          const summary = summaryOf(paragraphs);
          expect(summary.length).to.be.at.most(300);
          expect(summary.isWellFormed()).to.equal(true);
        },
      ),
    );
  });
});
