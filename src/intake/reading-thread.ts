/**
 * A thread that reads article files: paths in, what the files hold out. It writes nothing.
 *
 * It works behind the service: the kernel lets the thread that answers polls go first.
 */
import assert from 'node:assert';
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { answerCalls } from '../base/thread-calls.ts';
import { stepBack } from '../base/thread-priority.ts';
import { readTogether } from './article-file.ts';
import type { ReadingCalls, ReadingSetup } from './reading-threads.ts';

assert(parentPort !== null, 'this module is the start of a thread');
const port = parentPort;
stepBack('low');

const { root, site } = workerData as ReadingSetup;
let isCompiledKept = false;

answerCalls(port, {
  read: async (paths) => {
    const read = readTogether(root, paths, site);
    // The thread is ended from outside; what it compiled is for the next one.
    if (!isCompiledKept) flushCompileCache();
    isCompiledKept = true;
    return read;
  },
} satisfies ReadingCalls);
