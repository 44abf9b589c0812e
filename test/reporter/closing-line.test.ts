import { expect } from 'chai';
import { closingLine } from './closing-line.ts';

const NOTHING = { suites: 0, tests: 0, passes: 0, pending: 0, failures: 0 };

describe('closingLine', () => {
  const cases: [what: string, stats: Partial<Mocha.Stats>, expected: string][] = [
    ['tells two counts', { passes: 12, failures: 1 }, '12 passed, 1 failed'],
    ['tells that nothing ran', {}, '0 passed, 0 failed'],
    ['tells skipped tests when there are any', { passes: 3, pending: 2 }, '3 passed, 0 failed, 2 skipped'],
  ];
  for (const [what, stats, expected] of cases) {
    it(what, () => {
      expect(closingLine({ ...NOTHING, ...stats })).to.equal(expected);
    });
  }
});
