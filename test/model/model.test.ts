import { tryAll } from './sequences.ts';

describe('whatever happens to a publication (npm run test:model, bounded; R-33, A-14, T-37 … T-39, H-11)', function () {
  this.timeout(120_000);

  it('keeps ids and dates, moves validators with the bytes, and shows what the model says', () =>
    tryAll({ seed: 7, runs: 60, acts: 25 }));
});
