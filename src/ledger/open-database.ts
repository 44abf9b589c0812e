/**
 * Opening the ledger's file: one owner, durable, of a version we know.
 *
 * In: the data folder. Out: an open database that this process alone may write. A second database file, held in an
 * exclusive transaction for as long as the process lives, is the lock: the kernel frees it even after `kill -9`.
 * Nothing here ever replaces a file that it cannot read.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '../base/failure.ts';
import { ledgerFailure } from './ledger-failure.ts';
import { migrate, NEWEST_VERSION, versionOf } from './migrations.ts';

/** The open database and the lock that guards it. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  /**
   * Asked before every transaction: what is written to a file that was removed is lost with the process.
   *
   * @throws {Failure} `data-folder-unusable` when the file is no longer where it was opened
   */
  assertThere(): void;
  /** Closes the database, then frees the lock. */
  close(): void;
}

/** The write-ahead log is emptied at this many pages of 4 KiB, and cut back to this many bytes if it ever grew beyond. */
const WAL_PAGES = 4000;
const WAL_BYTES_KEPT = WAL_PAGES * 4096;

/**
 * Opens, creates or migrates `folder`/ledger.db.
 *
 * @throws {Failure} `data-folder-unusable`, `data-folder-full`, `ledger-in-use`, `ledger-unreadable`, `ledger-newer`
 */
export function openDatabase(folder: string): OpenDatabase {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Failure('data-folder-unusable', `cannot create the data folder ${folder}`, { cause });
  }
  const lock = takeLock(folder);
  try {
    return opened(folder, true, lock);
  } catch (cause) {
    lock.close();
    throw cause;
  }
}

/**
 * One more connection to a ledger, whether or not this process or another one has it open: without the lock, so that
 * commands work beside a running service. A ledger of an earlier version is migrated first, if nobody uses it.
 *
 * @param writes true for the few commands that write; their transactions and the service's wait for each other, and
 *   numbered changes stay the service's alone
 * @throws {Failure} `ledger-unreadable` also when there is none, `ledger-newer`, `ledger-in-use`, `data-folder-unusable`
 */
export function openBeside(folder: string, { writes = false } = {}): OpenDatabase {
  const file = join(folder, 'ledger.db');
  if (!existsSync(file))
    throw new Failure(
      'ledger-unreadable',
      `found no ledger at ${file}: start the service once, or set DATA_DIR`,
    );
  const beside = opened(folder, writes);
  if (versionOf(beside.database) === NEWEST_VERSION) return beside;
  beside.close();
  openDatabase(folder).close();
  return opened(folder, writes);
}

/** Connects, and migrates for the owner of the lock: an error on the way says what the operator can do. */
function opened(folder: string, writes: boolean, lock?: DatabaseSync): OpenDatabase {
  const file = join(folder, 'ledger.db');
  let database: DatabaseSync | undefined;
  try {
    assertNotEmptied(folder, file);
    database = connect(file, writes);
    if (lock !== undefined) migrate(database);
  } catch (cause) {
    database?.close();
    throw openingFailure(cause, file);
  }
  const connection = database;
  const { ino, dev } = statSync(file);
  return {
    database,
    assertThere: () => {
      const now = statSync(file, { throwIfNoEntry: false });
      if (now?.ino !== ino || now.dev !== dev)
        throw new Failure('data-folder-unusable', 'the ledger is no longer in the data folder: put it back');
    },
    close: () => {
      connection.close();
      lock?.close();
    },
  };
}

/** A ledger has kept files beside it from its first commit on: an empty file next to them was one before. */
function assertNotEmptied(folder: string, file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0 && existsSync(join(folder, 'assets')))
    throw new Error('the file is empty');
}

function openingFailure(cause: unknown, file: string): Failure {
  if (cause instanceof Failure) return cause;
  const failure = ledgerFailure(cause);
  if (failure instanceof Failure && failure.code !== 'ledger-unreadable' && !isDirectory(file))
    return failure;
  return new Failure(
    'ledger-unreadable',
    `cannot read ${file}: ${(cause as Error).message}; restore it from a backup, or move it away and import its text`,
    { cause },
  );
}

function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Durable; patient with other connections; small, since the kernel caches too. */
function connect(file: string, writes: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: !writes });
  try {
    database.exec('pragma busy_timeout = 5000; pragma cache_size = -2000; pragma temp_store = memory');
    // Before anything is written: what is not ours stays as it is.
    versionOf(database);
    if (writes)
      database.exec(
        `pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${WAL_PAGES}; pragma journal_size_limit = ${WAL_BYTES_KEPT}`,
      );
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function takeLock(folder: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'ledger.lock'));
    lock.exec('pragma busy_timeout = 0; pragma journal_mode = delete; begin exclusive');
    return lock;
  } catch (cause) {
    lock?.close();
    const { code } = ledgerFailure(cause) as Failure;
    if (code === 'ledger-in-use')
      throw new Failure(code, `another process uses the ledger in ${folder}: stop it, or set DATA_DIR`, {
        cause,
      });
    throw new Failure(
      code === 'data-folder-full' ? code : 'data-folder-unusable',
      `cannot write to the data folder ${folder}: ${(cause as Error).message}`,
      { cause },
    );
  }
}
