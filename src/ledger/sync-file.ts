/**
 * Making sure that a file, or what a folder lists, survives a power cut.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until the file or folder is on the disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
