import { expect } from 'chai';
import { isoDate, rssDate } from '../../src/base/instant.ts';

describe('rssDate (R-18, R-19, F-12)', () => {
  const cases: [instant: string, expected: string][] = [
    ['2025-09-05T12:00:00Z', 'Fri, 05 Sep 2025 12:00:00 GMT'],
    ['2024-02-29T23:59:59Z', 'Thu, 29 Feb 2024 23:59:59 GMT'],
    ['2025-01-01T00:00:00+14:00', 'Tue, 31 Dec 2024 10:00:00 GMT'],
  ];
  for (const [instant, expected] of cases) {
    it(`writes ${instant}`, () => {
      expect(rssDate(new Date(instant))).to.equal(expected);
    });
  }
});

describe('isoDate (A-18, A-21)', () => {
  const cases: [what: string, instant: string, tie: number | undefined, expected: string][] = [
    ['writes whole seconds without a fraction', '2025-09-05T12:00:00Z', undefined, '2025-09-05T12:00:00Z'],
    ['writes a tie as microseconds', '2025-09-05T12:00:00Z', 1, '2025-09-05T12:00:00.000001Z'],
    ['keeps milliseconds', '2025-09-05T12:00:00.25Z', undefined, '2025-09-05T12:00:00.250000Z'],
    ['adds a tie to milliseconds', '2025-09-05T12:00:00.25Z', 7, '2025-09-05T12:00:00.250007Z'],
    ['carries a tie of a second and more', '2025-12-31T23:59:59Z', 1_000_002, '2026-01-01T00:00:00.000002Z'],
  ];
  for (const [what, instant, tie, expected] of cases) {
    it(what, () => {
      expect(isoDate(new Date(instant), tie)).to.equal(expected);
    });
  }
  it('rises with the tie, read as text, too', () => {
    const instant = new Date('2025-09-05T12:00:00Z');
    const written = [1, 2, 9, 10, 999_999].map((tie) => isoDate(instant, tie));
    expect(written).to.deep.equal(written.toSorted());
  });
});
