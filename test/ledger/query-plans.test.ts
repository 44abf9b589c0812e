/**
 * What is asked after every change costs what the feed shows, not what its archive holds: by an index, never by a walk
 * along the feed's primary key.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { LedgerAtHand } from './ledger-at-hand.ts';

const JOINED = `select m.row, octet_length(b.html) from membership m
  join article a on a.row = m.row left join body b on b.row = m.row`;

/** As src/ledger/feed-window.ts and archive.ts ask. */
const QUERIES: readonly [what: string, query: string, index: string][] = [
  [
    'the newest of a window',
    `${JOINED} where m.feed = ? and m.page is null and m.again is null
     order by m.published desc, m.first_seen desc, m.row limit 50`,
    'membership_open',
  ],
  [
    'those that came again',
    `${JOINED} where m.feed = ? and m.again > 0 order by m.again desc, m.row desc limit 10`,
    'membership_again',
  ],
  [
    'late arrivals',
    `select row from membership where feed = ? and page is null and again is null and since > 5 and row not in (1, 2) limit 11`,
    'membership_open',
  ],
  [
    'whose turn is over',
    `update membership set again = null where feed = ? and again > 0 and row not in (1, 2)`,
    'membership_again',
  ],
  [
    'what leaves the window',
    `${JOINED} where m.feed = ? and m.page is null order by m.published, m.first_seen, m.row desc limit 306`,
    'membership_open',
  ],
  [
    'an archive page',
    `select m.row, a.change from membership m join article a on a.row = m.row
     where m.feed = ? and m.page = 3 and m.page is not null and m.place <= 50
     order by m.published desc, m.first_seen desc, m.row`,
    'membership_archived',
  ],
  ['what has left a feed', 'select row from removal where feed = ? and change > 4', 'removal_by_change'],
];

describe('the cost of a change', () => {
  let at: LedgerAtHand;
  before(async () => {
    at = await new LedgerAtHand().open();
  });
  after(() => at.dispose());

  for (const [what, query, index] of QUERIES) {
    it(`${what}: by ${index}`, () => {
      const database = new DatabaseSync(join(at.folder, 'ledger.db'), { readOnly: true });
      const plan = database
        .prepare(`explain query plan ${query}`)
        .all('')
        .map(({ detail }) => String(detail));
      database.close();
      expect(plan[0]).to.include(index);
    });
  }
});
