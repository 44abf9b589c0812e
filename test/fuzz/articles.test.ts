import { expect } from 'chai';
import { BOMBS } from './bombs.ts';
import { readFuzzed } from './reading-thread.ts';

describe('files that nobody would write (npm run fuzz, bounded)', function () {
  this.timeout(120_000);

  it('are read without a crash, within two seconds each, and publish nothing that is not well-formed or runs', () => {
    const report = readFuzzed({
      seed: 7,
      from: BOMBS.length,
      files: 500,
      progress: new SharedArrayBuffer(4),
    });
    expect(report.failures).to.deep.equal([]);
    expect(report).to.include({ read: 500 });
    expect(report.published).to.be.above(250);
  });
});
