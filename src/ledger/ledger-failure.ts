/**
 * What SQLite reports of the world, by names that an operator can look up.
 *
 * The messages name no folder: they may be answered to strangers.
 *
 * Source: SQLite's result codes, https://sqlite.org/rescode.html.
 */
import { Failure, type FailureCode } from '../base/failure.ts';

/** By primary result code. Whatever is not here is a defect of ours. */
const FAILURES: Readonly<Record<number, readonly [code: FailureCode, message: string]>> = {
  3: ['data-folder-unusable', 'the ledger may not be read or written'],
  5: ['ledger-in-use', 'another process keeps the ledger to itself'],
  8: ['data-folder-unusable', 'the ledger may not be written'],
  10: ['data-folder-unusable', 'the ledger cannot be read or written'],
  11: ['ledger-unreadable', 'the ledger is damaged: restore a backup, or move it away and import its text'],
  13: ['data-folder-full', 'the ledger cannot be written: the disk is full'],
  14: ['data-folder-unusable', 'the ledger cannot be opened'],
  26: [
    'ledger-unreadable',
    'the ledger is no ledger any more: restore a backup, or move it away and import its text',
  ],
};

/** SQLITE_IOERR_SHMSIZE: there was no room for the index of the write-ahead log. */
const NO_ROOM_FOR_INDEX = 4874;

/** The failure that an error of SQLite's is; any other error as it is. */
export function ledgerFailure(cause: unknown): unknown {
  const { code, errcode, errstr } = cause as { code?: unknown; errcode?: number; errstr?: string };
  if (code !== 'ERR_SQLITE_ERROR' || errcode === undefined) return cause;
  const known = FAILURES[errcode === NO_ROOM_FOR_INDEX ? 13 : errcode & 0xff];
  return known === undefined ? cause : new Failure(known[0], `${known[1]} (${errstr})`, { cause });
}

/** The failure that a system call's error is, where it comes from the data folder. */
export function dataFolderFailure(cause: unknown): Failure {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new Failure('data-folder-full', 'the data folder cannot be written: the disk is full', { cause })
    : new Failure('data-folder-unusable', `the data folder cannot be written (${code})`, { cause });
}

/**
 * The failure of a command that reads or writes a file beside the ledger; a defect of ours as it is.
 *
 * @param what it could not do, with the file's name
 */
export function fileFailure(cause: unknown, what: string): unknown {
  const failure = ledgerFailure(cause) as NodeJS.ErrnoException;
  const isFull = failure.code === 'data-folder-full';
  return isFull || failure.syscall !== undefined
    ? new Failure('ledger-file-unusable', `${what}: ${failure.message}`, { cause })
    : failure;
}
