#!/usr/bin/env node
/**
 * Where the process begins. Compiled code is kept between starts, so that a restart serves at once; everything else
 * is loaded after that is settled.
 *
 * V8 is told to collect early: a service that waits for polls has time to spare, and memory that others want. The
 * scripts in package.json tell it a little more, which can only be said before the process begins.
 */
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--heap-growing-percent=20');
enableCompileCache();
const { run } = await import('./cli.ts');
await run(process.argv);
