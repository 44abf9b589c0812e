/**
 * Waiting for what will be so, instead of sleeping for a time that might be enough.
 */
import { setTimeout as pause } from 'node:timers/promises';

/** How often the condition is asked for, in milliseconds. */
const ASK_MS = 5;

/**
 * Resolves as soon as `isSo` answers true.
 *
 * @param what the condition as a sentence, for the failure
 * @param limitMs after this long it is a failure
 */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  limitMs = 3_000,
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await pause(ASK_MS);
  }
}
