import { expect } from 'chai';
import type { Draft } from '../../src/article/draft.ts';
import { firstDates, laterDates } from '../../src/ledger/article-dates.ts';
import type { ArticleState } from '../../src/ledger/tables.ts';

const draft = (month: number, day: number) => ({ datelineDay: { month, day }, isDraft: false }) as Draft;

describe('firstDates: a dateline without a year (T-35)', () => {
  const cases: [what: string, now: string, month: number, day: number, expected: string][] = [
    ['takes this year', '2026-06-15T10:00:00Z', 6, 1, '2026-06-01T00:00:00Z'],
    ['takes the day itself', '2026-06-15T10:00:00Z', 6, 15, '2026-06-15T00:00:00Z'],
    ['takes last year in January', '2026-01-03T10:00:00Z', 12, 30, '2025-12-30T00:00:00Z'],
    ['never lies ahead of the clock', '2026-12-30T10:00:00Z', 1, 2, '2026-12-30T10:00:00Z'],
    ['takes a leap day in a leap year', '2028-03-02T10:00:00Z', 2, 29, '2028-02-29T00:00:00Z'],
    ['gives up on a leap day elsewhere', '2026-03-02T10:00:00Z', 2, 29, '2026-03-02T10:00:00Z'],
  ];
  for (const [what, now, month, day, expected] of cases) {
    it(what, () => {
      const { published, state } = firstDates(draft(month, day), Date.parse(now) / 1000);
      expect(new Date(published * 1000)).to.deep.equal(new Date(expected));
      expect(state).to.equal('live');
    });
  }
});

describe('laterDates: an article without a date that readers never had (T-37)', () => {
  const now = 2000;
  const known = { published: 1000, updated: 1000, first_live: null, expires: null };
  const cases: [what: string, state: ArticleState, isDraft: boolean, published: number][] = [
    ['is published when it is a draft no more', 'draft', false, now],
    ['is published when it comes back as no draft', 'withdrawn', false, now],
    ['is published when the date ahead is taken out', 'scheduled', false, now],
    ['waits as it was while it is a draft', 'draft', true, 1000],
  ];
  for (const [what, state, isDraft, published] of cases) {
    it(what, () => {
      const later = laterDates({ ...known, state }, { isDraft } as Draft, true, now, now);
      expect(later).to.include({ published, state: isDraft ? 'draft' : 'live' });
    });
  }
});
