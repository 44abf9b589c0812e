/**
 * Who goes first when there are fewer cores than threads: the one that answers polls.
 *
 * On Linux every thread has a priority of its own, and may be given less of it, never more; elsewhere nothing happens.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants, platform, setPriority } from 'node:os';
import { basename } from 'node:path';

/** The threads that V8 and libuv have beside ours, by the names that they give themselves. */
const HELPERS = new Set(['V8Worker', 'libuv-worker']);

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

/** Lets others go before the present thread. */
export function stepBack(priority: 'below normal' | 'low'): void {
  if (platform() !== 'linux') return;
  // A thread's number is known to itself alone.
  const thread = Number(basename(readlinkSync('/proc/thread-self')));
  setPriority(thread, priority === 'low' ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL);
}

/** Lets the process's own threads go before those that collect and compress for them. */
export function stepHelpersBack(): void {
  if (platform() !== 'linux') return;
  for (const thread of readdirSync('/proc/self/task'))
    if (HELPERS.has(nameOf(thread))) setPriority(Number(thread), PRIORITY_BELOW_NORMAL);
}

/** Empty for a thread that has just ended. */
function nameOf(thread: string): string {
  try {
    return readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return '';
    throw cause;
  }
}
