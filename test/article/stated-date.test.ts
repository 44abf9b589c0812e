/** Dates as people and programs write them, and what only looks like one. */
import { expect } from 'chai';
import fc from 'fast-check';
import { statedDate } from '../../src/article/stated-date.ts';

describe('statedDate (T-35, T-37, T-46)', () => {
  const read: [text: string, instant: string, parts: '' | 'time' | 'time zone'][] = [
    ['2025-09-05', '2025-09-05T00:00:00.000Z', ''],
    ['2025/09/05', '2025-09-05T00:00:00.000Z', ''],
    ['2025-9-5', '2025-09-05T00:00:00.000Z', ''],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', ''],
    ['2025.09.05', '2025-09-05T00:00:00.000Z', ''],
    ['5.9.2025', '2025-09-05T00:00:00.000Z', ''],
    ['2025 Sep 05', '2025-09-05T00:00:00.000Z', ''],
    ['2025-Sep-05 10:30', '2025-09-05T10:30:00.000Z', 'time'],
    ['2025-09-05 9:5:7', '2025-09-05T09:05:07.000Z', 'time'],
    ['2025-09-05 10:30:00 +/-TTTT', '2025-09-05T10:30:00.000Z', 'time'],
    ['25/12/2025', '2025-12-25T00:00:00.000Z', ''],
    ['12/25/2025 10:30', '2025-12-25T10:30:00.000Z', 'time'],
    ['25-12-2025', '2025-12-25T00:00:00.000Z', ''],
    ['09/09/2025', '2025-09-09T00:00:00.000Z', ''],
    ['1757068200', '2025-09-05T10:30:00.000Z', 'time zone'],
    ['1757068200123', '2025-09-05T10:30:00.000Z', 'time zone'],
    ['2025-09-05T10:30:00+02:00[Europe/Berlin]', '2025-09-05T08:30:00.000Z', 'time zone'],
    ['2025-09-05T10:30:00Z[UTC]', '2025-09-05T10:30:00.000Z', 'time zone'],
    ['2025-09-05T10:30', '2025-09-05T10:30:00.000Z', 'time'],
    ['2025-09-05 10:30:11', '2025-09-05T10:30:11.000Z', 'time'],
    ['2025-09-05T10:30Z', '2025-09-05T10:30:00.000Z', 'time zone'],
    ['2025-09-05t10:30z', '2025-09-05T10:30:00.000Z', 'time zone'],
    ['2025-09-05T10:30:11.987Z', '2025-09-05T10:30:11.000Z', 'time zone'],
    ['2025-09-05T10:00:00-05:00', '2025-09-05T15:00:00.000Z', 'time zone'],
    ['2024-05-01 10:00:00 +0200', '2024-05-01T08:00:00.000Z', 'time zone'],
    ['20250905T100000Z', '2025-09-05T10:00:00.000Z', 'time zone'],
    ['Fri, 05 Sep 2025 12:00:00 GMT', '2025-09-05T12:00:00.000Z', 'time zone'],
    ['05 Sep 25 12:00:00 EST', '2025-09-05T17:00:00.000Z', 'time zone'],
    ['Fri, 5 Sep 2025 12:00:00 +0000 (UTC)', '2025-09-05T12:00:00.000Z', 'time zone'],
    ['Fri Sep  5 12:00:00 UTC 2025', '2025-09-05T12:00:00.000Z', 'time zone'],
    [
      'Fri Sep 05 2025 12:00:00 GMT+0200 (Central European Summer Time)',
      '2025-09-05T10:00:00.000Z',
      'time zone',
    ],
    ['5 September 2025', '2025-09-05T00:00:00.000Z', ''],
    ['5. September 2025', '2025-09-05T00:00:00.000Z', ''],
    ['Sept. 5, 2025', '2025-09-05T00:00:00.000Z', ''],
    ['September 5th, 2025', '2025-09-05T00:00:00.000Z', ''],
    ['Friday, September 5, 2025', '2025-09-05T00:00:00.000Z', ''],
    ['September 5, 2025 10:30 GMT', '2025-09-05T10:30:00.000Z', 'time zone'],
    ['10 a.m. EDT, Sept. 5, 2025', '2025-09-05T14:00:00.000Z', 'time zone'],
    ['0001 GMT Friday, 5 September 2025', '2025-09-05T00:01:00.000Z', 'time zone'],
    ['12.01am BST, 5 Sept 2025', '2025-09-04T23:01:00.000Z', 'time zone'],
    ['12:30 pm, Sept. 5, 2025', '2025-09-05T12:30:00.000Z', 'time'],
    ['5 Sept 2025, 10:00 CEST', '2025-09-05T08:00:00.000Z', 'time zone'],
    ['March 5, 2025 5:30 PM PST', '2025-03-06T01:30:00.000Z', 'time zone'],
    ['10 a.m. ET, Sept. 5, 2025', '2025-09-05T14:00:00.000Z', 'time zone'],
    ['Dec. 5, 2025 9:00 AM Eastern Time', '2025-12-05T14:00:00.000Z', 'time zone'],
    ['2025-07-05 08:00 CT', '2025-07-05T13:00:00.000Z', 'time zone'],
    ['2025-01-05 08:00 MT', '2025-01-05T15:00:00.000Z', 'time zone'],
    ['5 Jan 2025 8 a.m. PT', '2025-01-05T16:00:00.000Z', 'time zone'],
    ['5 July 2025 00:01 UK time', '2025-07-04T23:01:00.000Z', 'time zone'],
    // The clocks showed it twice: the later one, since an embargo must not end early.
    ['2025-11-02 1:30 am ET', '2025-11-02T06:30:00.000Z', 'time zone'],
    ['Friday, September 5, 2025 - 2:30 PM EDT', '2025-09-05T18:30:00.000Z', 'time zone'],
    ['Sept. 5, 2025, 11:00 a.m. U.S. Eastern Time', '2025-09-05T15:00:00.000Z', 'time zone'],
    ['5 septembre 2025 à 14h30', '2025-09-05T14:30:00.000Z', 'time'],
    ['2025年9月5日 14時30分', '2025-09-05T14:30:00.000Z', 'time'],
    ['2025년 9월 5일 오후 3:05', '2025-09-05T15:05:00.000Z', 'time'],
    ['2025.09.05. 오전 3:05', '2025-09-05T03:05:00.000Z', 'time'],
    ['2025.9.5 오후 3시 5분', '2025-09-05T15:05:00.000Z', 'time'],
    ['2025-09-05 下午3:05:09', '2025-09-05T15:05:09.000Z', 'time'],
    ['2025年9月5日 午前0時5分', '2025-09-05T00:05:00.000Z', 'time'],
    ['2025年9月5日 上午10点', '2025-09-05T10:00:00.000Z', 'time'],
    ['الجمعة، 05 أيلول/سبتمبر 2025، 14:30', '2025-09-05T14:30:00.000Z', 'time'],
    ['04 آب/اغسطس 2025', '2025-08-04T00:00:00.000Z', ''],
    ['Sep 5, 2025 at 3:05p', '2025-09-05T15:05:00.000Z', 'time'],
    ['5 сентября 2025, 18:00 мск', '2025-09-05T15:00:00.000Z', 'time zone'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z', 'time zone'],
  ];
  for (const [text, instant, parts] of read) {
    it(`reads “${text}”`, () => {
      expect(statedDate(text)).to.deep.equal({
        instant: new Date(instant),
        hasTime: parts.includes('time'),
        hasZone: parts.includes('zone'),
      });
    });
  }

  const refused = [
    '', 'Friday', 'tomorrow', 'Sept. 5', 'September 2025', '2025', '2025-09', '10:30', '10:30 GMT',
    '2025-02-30', '2025-02-29', '2025-13-01', '2025-00-10', '2025-01-00', '0000-01-01', '2025-09-31',
    '2025-09-05 25:00', '2025-09-05 10:60', '2025-09-05 13:00 pm', '2025-09-05 0:30 am', '2025-09-05T10:00+25:00',
    '09/05/2025', '2025-09/05', '2025-03-09 2:30 am ET', '5 September 2025 6 September 2025', '2025-09-05 and later',
    '31 April 2025', 'May the 4th be 2025', `2025-09-05${' '.repeat(100)}`, '12025-09-05',
  ]; // biome-ignore format: one kind a row
  for (const text of refused) {
    it(`refuses “${text.slice(0, 40)}”`, () => {
      expect(statedDate(text)).to.equal(undefined);
    });
  }

  it('reads back every whole second, however it is written', () => {
    const instants = fc.date({
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        const instant = new Date(Math.floor(date.getTime() / 1000) * 1000);
        for (const text of [instant.toISOString(), instant.toUTCString()]) {
          expect(statedDate(text)?.instant.getTime()).to.equal(instant.getTime());
        }
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-/:., TZ+apm(sept)may'.split('')), maxLength: 40 }),
        (text) => {
          const instant = statedDate(text)?.instant;
          expect(instant === undefined || Number.isFinite(instant.getTime())).to.equal(true);
        },
      ),
    );
  });
});
