/**
 * A copy of the ledger, made while the service runs, and looked at before it counts.
 *
 * One moment of it, without gaps. The files of `assets/` are not in it.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '../base/failure.ts';
import { fileFailure } from './ledger-failure.ts';
import { openBeside } from './open-database.ts';
import { syncFile } from './sync-file.ts';
import { damages } from './verify-ledger.ts';

/**
 * Copies the ledger of a data folder into a new file, which can stand in its place as it is.
 *
 * @throws {Failure} `ledger-file-unusable` when there is a file already or it cannot be written, `ledger-unreadable`
 *   when the copy is not whole: the ledger is damaged, and an earlier backup is worth more
 */
export function backupLedger(folder: string, target: string): void {
  if (existsSync(target))
    throw new Failure('ledger-file-unusable', `found ${target} already: name a new file`);
  const aside = `${target}.part`;
  try {
    writeFileSync(aside, '');
    const { database, close } = openBeside(folder);
    try {
      database.prepare('vacuum into ?').run(aside);
    } finally {
      close();
    }
    assertWhole(aside);
    syncFile(aside);
    renameSync(aside, target);
  } catch (cause) {
    rmSync(aside, { force: true });
    throw fileFailure(cause, `cannot write ${target}`);
  }
}

function assertWhole(file: string): void {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const [problem] = damages(copy);
    if (problem !== undefined) throw new Failure('ledger-unreadable', `the copy is not whole: ${problem}`);
  } finally {
    copy.close();
  }
}
