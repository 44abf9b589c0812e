import { expect } from 'chai';
import { BUCKET_ENDS_SECONDS, Timings } from '../../src/base/timings.ts';

describe('Timings', () => {
  const cases: [what: string, seconds: number, bucket: number | undefined][] = [
    ['puts what took no time into the first bucket', 0, 0],
    ['counts a bucket’s end as inside it', 0.001, 0],
    ['counts what is longer in the next', 0.0011, 1],
    ['counts what is longer than all ends in none', 61, undefined],
  ];
  for (const [what, seconds, bucket] of cases) {
    it(what, () => {
      const timings = new Timings();
      timings.note('scan', seconds);
      const [label, timing] = timings.entries().next().value!;
      expect(label).to.equal('scan');
      expect(timing.counts).to.deep.equal(BUCKET_ENDS_SECONDS.map((_, at) => (at === bucket ? 1 : 0)));
      expect(timing).to.include({ count: 1, sumSeconds: seconds });
    });
  }
});
