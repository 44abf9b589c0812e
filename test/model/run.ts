/**
 * `npm run test:model [-- --seed=n --runs=n --acts=n]`: the model-based test, for as long as one likes.
 *
 * Prints the seed; a sequence that breaks a promise is printed at its shortest, and the exit code is 1.
 */
import { parseArgs } from 'node:util';
import { tryAll } from './sequences.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '2000' },
    acts: { type: 'string', default: '40' },
  },
});
const terms = { seed: Number(values.seed), runs: Number(values.runs), acts: Number(values.acts) };
if (!Object.values(terms).every(Number.isSafeInteger)) {
  console.error('model: --seed, --runs and --acts must be whole numbers');
  process.exit(2);
}
const begun = performance.now();
await tryAll(terms);
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(
  `model: seed ${terms.seed}, ${terms.runs} runs of up to ${terms.acts} acts in ${seconds} s, all promises kept`,
);
