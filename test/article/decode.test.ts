/** Bytes of every encoding that article files come in. */
import { expect } from 'chai';
import fc from 'fast-check';
import { decodeText } from '../../src/article/decode.ts';

describe('decodeText (T-01)', () => {
  const cases: [what: string, bytes: readonly number[], text: string, encoding: string][] = [
    ['nothing', [], '', 'utf-8'],
    ['ASCII', [0x61, 0x0a], 'a\n', 'utf-8'],
    ['UTF-8', [0xe2, 0x80, 0xa6], '…', 'utf-8'],
    ['UTF-8 with a mark, which is dropped', [0xef, 0xbb, 0xbf, 0x61], 'a', 'utf-8'],
    ['UTF-16LE with a mark', [0xff, 0xfe, 0x26, 0x20], '…', 'utf-16le'],
    ['UTF-16BE with a mark', [0xfe, 0xff, 0x20, 0x26], '…', 'utf-16be'],
    ['Windows-1252 quotes and dashes', [0x93, 0x96, 0x94, 0x85, 0x80], '“–”…€', 'windows-1252'],
    ['Windows-1252 letters', [0x63, 0x61, 0x66, 0xe9], 'café', 'windows-1252'],
    [
      'the holes of Windows-1252 as nothing',
      [0xe9, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x61],
      'éa',
      'windows-1252',
    ],
    ['C1 inside UTF-8 as Windows-1252', [0xc2, 0x93, 0xc2, 0x94, 0xc2, 0x85], '“”…', 'utf-8'],
    ['NEL alone in UTF-8 as itself', [0x61, 0xc2, 0x85, 0x62], 'a\u0085b', 'utf-8'],
    ['an over-long form as Windows-1252', [0xc0, 0xaf], 'À¯', 'windows-1252'],
    ['half a character as Windows-1252', [0x61, 0xe2, 0x80], 'aâ€', 'windows-1252'],
  ];
  for (const [what, bytes, text, encoding] of cases) {
    it(`reads ${what}`, () => {
      expect(decodeText(Uint8Array.from(bytes))).to.deep.equal({ text, encoding });
    });
  }

  it('reads what UTF-8 wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !/[\u0080-\u009F]/.test(text));
        expect(decodeText(Buffer.from(text)).text).to.equal(text);
      }),
    );
  });

  it('never throws and never leaves a C1 code point but NEL', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(decodeText(bytes).text).to.not.match(/[\u0080-\u0084\u0086-\u009F]/);
      }),
    );
  });
});
