/**
 * `feedwright ledger …`: the ledger as text, verified, copied; all but the import beside a running service.
 */
import { appendFileSync, createReadStream, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from './base/failure.ts';
import { readDataFolder } from './config.ts';
import { backupLedger } from './ledger/backup-ledger.ts';
import { exportLedger } from './ledger/export-ledger.ts';
import { importLedger } from './ledger/import-ledger.ts';
import { fileFailure } from './ledger/ledger-failure.ts';
import { syncFile } from './ledger/sync-file.ts';
import { verifyLedger } from './ledger/verify-ledger.ts';

/**
 * Writes the ledger's text to a file, or to standard output. A file is replaced only by a whole text.
 *
 * @throws {Failure} `ledger-file-unusable`
 */
export async function exportText(file: string | undefined): Promise<void> {
  const dataFolder = readDataFolder();
  const text = exportLedger(dataFolder);
  if (file === undefined) return pipeline(Readable.from(text), process.stdout, { end: false });
  if (resolve(file) === join(dataFolder, 'ledger.db'))
    throw new Failure(
      'ledger-file-unusable',
      `found the ledger itself at ${file}: name another file for its text`,
    );
  const aside = `${file}.part`;
  try {
    writeFileSync(aside, '');
    for (const chunk of text) appendFileSync(aside, chunk);
    syncFile(aside);
    renameSync(aside, file);
  } catch (cause) {
    rmSync(aside, { force: true });
    throw fileFailure(cause, `cannot write ${file}`);
  }
}

/**
 * Makes the ledger from its text.
 *
 * @throws {Failure} `ledger-file-unusable`, `ledger-not-empty`, `ledger-text-invalid`
 */
export async function importText(file: string): Promise<void> {
  const dataFolder = readDataFolder();
  try {
    const descriptor = openSync(file, 'r');
    const lines = createInterface({ input: createReadStream(file, { fd: descriptor }), crlfDelay: Infinity });
    const articles = await importLedger(dataFolder, lines, file);
    process.stdout.write(`${articles} articles are in the ledger; their bodies are read at the next start\n`);
  } catch (cause) {
    throw fileFailure(cause, `cannot read ${file}`);
  }
}

/** Prints every problem of the ledger; answers the exit code. */
export function verify(): number {
  const { problems, articles, changes } = verifyLedger(readDataFolder());
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  if (problems.length === 0)
    process.stdout.write(`the ledger is whole: ${articles} articles, ${changes} changes\n`);
  return problems.length === 0 ? 0 : 1;
}

/** Copies the ledger into a new file. */
export function backup(file: string): void {
  backupLedger(readDataFolder(), file);
}
