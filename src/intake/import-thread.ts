/**
 * A thread that takes files in: paths in, what was recorded out.
 *
 * It works behind the service: the kernel lets the thread that answers polls go first.
 */
import assert from 'node:assert';
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { answerCalls } from '../base/thread-calls.ts';
import { stepBack } from '../base/thread-priority.ts';
import { Ledger } from '../ledger/ledger.ts';
import { type ArticleFile, readArticleFile } from './article-file.ts';
import { AssetIntake } from './asset-intake.ts';
import type { ImportCalls, ImportSetup } from './import-threads.ts';
import { recordFiles } from './record-files.ts';

assert(parentPort !== null, 'this module is the start of a thread');
const port = parentPort;
stepBack('low');

const { root, site, dataFolder, authority } = workerData as ImportSetup;
let present = new Date(0);
const ledger = await Ledger.openBeside(dataFolder, { clock: { now: () => present }, authority });
const recording = { root, ledger, assets: new AssetIntake(root, ledger) };
let read: readonly ArticleFile[] = [];

let isCompiledKept = false;

answerCalls(port, {
  read: async (paths: readonly string[]) => {
    read = paths.map((path) => readArticleFile(root, path, site)).filter((file) => file !== undefined);
  },
  record: async (now: Date, at: Date, missing: readonly string[]) => {
    present = at;
    const files = read;
    read = [];
    const recorded = await recordFiles(recording, files, now, missing);
    // The thread is ended from outside; what it compiled is for the next one.
    if (!isCompiledKept) flushCompileCache();
    isCompiledKept = true;
    return recorded;
  },
} satisfies ImportCalls);
