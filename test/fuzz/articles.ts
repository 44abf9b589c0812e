/**
 * `npm run fuzz [-- --seed=n --files=n --from=n]`: files that nobody would write, read and judged.
 *
 * Prints counts and the seed; a file that breaks a promise is kept in a folder of its own, and the exit code is 1. The
 * same seed gives the same files. The files are read in a thread, so that one that never ends is found out too.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { BOMBS } from './bombs.ts';
import { FileMaker } from './mutations.ts';
import type { FuzzReport, FuzzTask } from './reading-thread.ts';

/** A file that takes this long, in milliseconds, will never end. */
const HANG_MS = 60_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '20000' },
    from: { type: 'string', default: '0' },
  },
});
const task: FuzzTask = {
  seed: Number(values.seed),
  from: Number(values.from),
  files: Number(values.files),
  progress: new SharedArrayBuffer(4),
};
if (![task.seed, task.from, task.files].every(Number.isSafeInteger)) {
  console.error('fuzz: --seed, --files and --from must be whole numbers');
  process.exit(2);
}

const progress = new Int32Array(task.progress);
const begun = performance.now();
const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), { workerData: task });
worker.on('message', finish);
worker.on('error', (cause) => fail(progress[0]!, `stopped the thread: ${cause}`));

let last = { number: -1, at: begun };
const watch = setInterval(() => {
  const number = progress[0]!;
  if (number !== last.number) last = { number, at: performance.now() };
  else if (performance.now() - last.at > HANG_MS) fail(number, 'never ends');
  if (process.stderr.isTTY) process.stderr.write(`\rfuzz: ${number - task.from} of ${task.files} files`);
}, 500);

/** Tells what was found, and ends. */
function finish({ read, published, slowest, failures }: FuzzReport): void {
  clearInterval(watch);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `fuzz: seed ${task.seed}, ${read} files (${BOMBS.length} bombs first) in ${seconds} s, ${published} published, slowest ${Math.round(slowest.ms)} ms (file ${slowest.number}), ${failures.length} failed`,
  );
  for (const { number, wrong } of failures)
    console.error(`fuzz: file ${number} ${wrong}\n  kept as ${keep(number)}`);
  process.exit(failures.length === 0 ? 0 : 1);
}

function fail(number: number, wrong: string): never {
  console.error(`fuzz: seed ${task.seed}, file ${number} ${wrong}\n  kept as ${keep(number)}`);
  process.exit(1);
}

function keep(number: number): string {
  const { path, bytes } = new FileMaker(task.seed).file(number);
  const kept = join(mkdtempSync(join(tmpdir(), 'feedwright-fuzz-')), basename(path));
  writeFileSync(kept, bytes);
  return kept;
}
