/**
 * A thread that reads article files: paths in, what they hold out.
 */
import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import type { Site } from '../base/site.ts';
import { readArticleFile } from './article-file.ts';
import type { ReadingTask } from './reading-threads.ts';

const { root, site } = workerData as { readonly root: string; readonly site: Site };
assert(parentPort !== null, 'this module is the start of a thread');
const port = parentPort;

port.on('message', ({ paths }: ReadingTask) => {
  port.postMessage(
    paths.map((path) => readArticleFile(root, path, site)).filter((file) => file !== undefined),
  );
});
