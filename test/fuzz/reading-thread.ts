/**
 * The thread that reads fuzzed files, one after another, and says at the end what it found.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { FileMaker } from './mutations.ts';
import { verdictOf } from './verdict.ts';

/** Which files to read. */
export interface FuzzTask {
  readonly seed: number;
  readonly from: number;
  readonly files: number;
  /** One 32-bit number: the file that is being read. */
  readonly progress: SharedArrayBuffer;
}

/** What was found. */
export interface FuzzReport {
  readonly read: number;
  readonly published: number;
  readonly slowest: { readonly number: number; readonly ms: number };
  readonly failures: readonly { readonly number: number; readonly wrong: string }[];
}

/** One file in so many is looked at by the independent parsers. */
const THOROUGH_EVERY = 10;

/** More failures than this tell nothing new. */
const FAILURES_MAX = 20;

/** Reads the files of a task. */
export function readFuzzed({ seed, from, files, progress }: FuzzTask): FuzzReport {
  const maker = new FileMaker(seed);
  const current = new Int32Array(progress);
  const failures: { number: number; wrong: string }[] = [];
  let published = 0;
  let read = 0;
  let slowest = { number: from, ms: 0 };
  for (let number = from; number < from + files && failures.length < FAILURES_MAX; number += 1) {
    current[0] = number;
    const { isPublished, wrong, ms } = verdictOf(maker.file(number), number % THOROUGH_EVERY === 0);
    read += 1;
    if (isPublished) published += 1;
    if (ms > slowest.ms) slowest = { number, ms };
    if (wrong !== undefined) failures.push({ number, wrong });
  }
  return { read, published, slowest, failures };
}

if (parentPort !== null && workerData?.progress instanceof SharedArrayBuffer) {
  parentPort.postMessage(readFuzzed(workerData as FuzzTask));
}
