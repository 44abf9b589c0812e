import { expect } from 'chai';
import { byteRange } from '../../src/http/byte-range.ts';

describe('byteRange (RFC 9110 §14.1, H-17)', () => {
  const SIZE = 100;
  const cases: [what: string, range: string | undefined, expected: ReturnType<typeof byteRange>][] = [
    ['the whole to no header', undefined, undefined],
    ['the first bytes', 'bytes=0-9', { start: 0, end: 9 }],
    ['one byte', 'bytes=0-0', { start: 0, end: 0 }],
    ['everything from a place on', 'bytes=90-', { start: 90, end: 99 }],
    ['no more than there is', 'bytes=90-999', { start: 90, end: 99 }],
    ['the last bytes', 'bytes=-10', { start: 90, end: 99 }],
    ['all of it to more last bytes than there are', 'bytes=-999', { start: 0, end: 99 }],
    ['a unit in capitals (§14.1)', 'BYTES=0-9', { start: 0, end: 9 }],
    ['nothing behind the end', 'bytes=100-', 'unsatisfiable'],
    ['nothing far behind the end', 'bytes=900-999', 'unsatisfiable'],
    ['nothing to no last bytes', 'bytes=-0', 'unsatisfiable'],
    ['the whole to a range that ends before it begins (§14.1.1)', 'bytes=9-0', undefined],
    ['the whole to several ranges (§14.2)', 'bytes=0-1,4-5', undefined],
    ['the whole to a unit that nobody knows', 'lines=0-9', undefined],
    ['the whole to an empty range', 'bytes=', undefined],
    ['the whole to a lonely dash', 'bytes=-', undefined],
    ['the whole to letters', 'bytes=a-b', undefined],
    ['the whole to a number that is none', 'bytes=+1-9', undefined],
    ['the whole to a number beyond all files', `bytes=${'9'.repeat(16)}-`, undefined],
  ];
  for (const [what, range, expected] of cases)
    it(`gives ${what}`, () => {
      expect(byteRange(range, SIZE)).to.deep.equal(expected);
    });

  it('has no part of an empty file', () => {
    expect(byteRange('bytes=0-', 0)).to.equal('unsatisfiable');
    expect(byteRange('bytes=-5', 0)).to.equal('unsatisfiable');
  });
});
