/**
 * Which files somebody is still writing.
 *
 * A file in the middle of being written looks like any other; only the kernel knows that it is open. Linux tells
 * through /proc (for processes that this one may look at); elsewhere nothing is known, and the caller's quiet period
 * has to do.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { pid } from 'node:process';
import { Slices } from './slices.ts';

/** The look is given up after this long: the folder is not to wait for a busy machine. */
const LOOK_MS = 250;

/**
 * Those of the files that another process has open for writing.
 *
 * @param files absolute paths without symbolic links
 */
export async function openForWriting(files: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  const deadline = performance.now() + LOOK_MS;
  const slices = new Slices();
  for (const process of entriesOf('/proc')) {
    // This one reads articles, and may have ten thousand readers' connections open.
    if (!/^\d+$/.test(process) || process === String(pid)) continue;
    if (performance.now() > deadline) break;
    if (slices.isOver) await slices.next();
    for (const descriptor of entriesOf(`/proc/${process}/fd`)) {
      const file = read(() => readlinkSync(`/proc/${process}/fd/${descriptor}`));
      if (file !== undefined && files.has(file) && isForWriting(process, descriptor)) open.add(file);
    }
  }
  return open;
}

/** The access mode is in the two lowest bits of `flags`, printed in octal: 0 reads, 1 writes, 2 does both. */
function isForWriting(process: string, descriptor: string): boolean {
  const info = read(() => readFileSync(`/proc/${process}/fdinfo/${descriptor}`, 'utf8'));
  const flags = info?.match(/^flags:\s*([0-7]+)/m)?.[1];
  return flags !== undefined && (Number.parseInt(flags, 8) & 3) !== 0;
}

function entriesOf(folder: string): readonly string[] {
  return read(() => readdirSync(folder)) ?? [];
}

/** Processes end and other users' are closed to us while we look: both mean that there is nothing to see. */
function read<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw cause;
  }
}
