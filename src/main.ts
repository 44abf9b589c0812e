#!/usr/bin/env node
/**
 * Where the process begins. Compiled code is kept between starts, so that a restart serves at once; everything else
 * is loaded after that is settled.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { run } = await import('./cli.ts');
await run(process.argv);
