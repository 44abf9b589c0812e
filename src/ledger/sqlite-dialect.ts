/**
 * Kysely over `node:sqlite`: the smallest driver that serves one process with one writer.
 *
 * Statements are prepared once per text. It does no pooling: SQLite has one writer, and so has the ledger.
 * Nothing here knows a table.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { Failure } from '../base/failure.ts';
import { ledgerFailure } from './ledger-failure.ts';

/**
 * Prepared statements kept. One that is dropped lives on until its object is collected, and its memory is not
 * V8's to see: batches must not make new texts all the time (ledger/save-articles.ts).
 */
const STATEMENTS_MAX = 200;

/** What the owner of a database has to do with every use of it. */
export interface DatabaseGuard {
  /** Throws when nothing may be written at the moment. */
  readonly beforeTransaction: () => void;
  /** Told of whatever SQLite reports of the world; it is thrown afterwards. */
  readonly onFailure: (failure: Failure) => void;
}

/** A dialect bound to one open database, which stays its caller's to close. */
export function sqliteDialect(database: DatabaseSync, guard: DatabaseGuard): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(database, guard),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class SqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #guard: DatabaseGuard;
  readonly #connection: SqliteConnection;
  #turn: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(database: DatabaseSync, guard: DatabaseGuard) {
    this.#database = database;
    this.#guard = guard;
    this.#connection = new SqliteConnection(database, guard);
  }

  async init(): Promise<void> {}

  /** One at a time: a transaction must not be joined by somebody else's query. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#guard.beforeTransaction();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** SQLite has rolled back by itself when the disk was full: that is what the caller has to hear of. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {}
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #guard: DatabaseGuard;
  readonly #statements = new LRUCache<string, StatementSync>({ max: STATEMENTS_MAX });

  constructor(database: DatabaseSync, guard: DatabaseGuard) {
    this.#database = database;
    this.#guard = guard;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepared(query.sql);
      const parameters = query.parameters as SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] };
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    } catch (cause) {
      const failure = ledgerFailure(cause);
      if (failure instanceof Failure) this.#guard.onFailure(failure);
      throw failure;
    }
  }

  // biome-ignore lint/correctness/useYield: the ledger never streams; kysely asks for the method
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported by this driver');
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
