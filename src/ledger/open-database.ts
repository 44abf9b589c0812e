/**
 * Opening the ledger's file: one owner, durable, of a version we know.
 *
 * In: the data folder. Out: an open database that this process alone may write. A second database file, held in an
 * exclusive transaction for as long as the process lives, is the lock: the kernel frees it even after `kill -9`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '../base/failure.ts';
import { migrate } from './tables.ts';

/** The open database and the lock that guards it. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  /** Closes the database, then frees the lock. */
  close(): void;
}

/**
 * Opens, creates or migrates `folder`/ledger.db.
 *
 * @throws {Failure} `data-folder-unusable`, `ledger-in-use`, `ledger-unreadable`, `ledger-newer`
 */
export function openDatabase(folder: string): OpenDatabase {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Failure('data-folder-unusable', `cannot create the data folder ${folder}`, { cause });
  }
  const lock = takeLock(folder);
  try {
    const database = connect(folder);
    migrate(database);
    return {
      database,
      close: () => {
        database.close();
        lock.close();
      },
    };
  } catch (cause) {
    lock.close();
    if (cause instanceof Failure) throw cause;
    throw new Failure(
      'ledger-unreadable',
      `cannot read ${join(folder, 'ledger.db')}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/**
 * One more connection to a ledger that this process, or another one, has open.
 *
 * @throws {Failure} `ledger-unreadable`
 */
export function openBeside(folder: string): OpenDatabase {
  try {
    const database = connect(folder);
    return { database, close: () => database.close() };
  } catch (cause) {
    throw new Failure(
      'ledger-unreadable',
      `cannot read ${join(folder, 'ledger.db')}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/** Durable; patient with other connections; small, since the kernel caches too. */
function connect(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma cache_size = -2000; pragma wal_autocheckpoint = 4000; pragma temp_store = memory',
  );
  return database;
}

function takeLock(folder: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'ledger.lock'));
    lock.exec('pragma busy_timeout = 0; pragma journal_mode = delete; begin exclusive');
    return lock;
  } catch (cause) {
    lock?.close();
    if (/locked|busy/i.test((cause as Error).message)) {
      throw new Failure(
        'ledger-in-use',
        `another process uses the ledger in ${folder}: stop it, or set DATA_DIR`,
        { cause },
      );
    }
    throw new Failure(
      'data-folder-unusable',
      `cannot write to the data folder ${folder}: ${(cause as Error).message}`,
      { cause },
    );
  }
}
