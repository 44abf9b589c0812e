/**
 * A ledger made from its text.
 *
 * In: lines. Out: a ledger with the same ids, slugs, dates, changes and feeds; the service reads the bodies from the
 * files at its next start, and serves nothing before it has them. All or nothing: every line is checked, and so is the
 * whole.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { Failure } from '../base/failure.ts';
import { splitPath } from './file-table.ts';
import { ledgerFailure } from './ledger-failure.ts';
import { LINES, type LineKind, ROW_KINDS } from './ledger-text.ts';
import { openDatabase } from './open-database.ts';
import { BODIES_AWAITED } from './tables.ts';
import { inconsistencies } from './verify-ledger.ts';

/** Problems that are told at most. */
const PROBLEMS_MAX = 20;

type ArticleLine = z.infer<typeof LINES.article>;

/**
 * Imports lines into the ledger of a data folder, which must be empty or not there.
 *
 * @param name of the text, for messages
 * @returns how many articles there were
 * @throws {Failure} `ledger-not-empty`, `ledger-text-invalid` and whatever `openDatabase` throws
 */
export async function importLedger(
  folder: string,
  lines: AsyncIterable<string> | Iterable<string>,
  name: string,
): Promise<number> {
  const { database, close } = openDatabase(folder);
  try {
    assertEmpty(database, folder);
    database.exec('begin immediate; delete from meta; delete from feed;');
    const importing = new Importing(database);
    const problems: string[] = [];
    let number = 0;
    for await (const line of lines) {
      number++;
      const problem = importing.line(line, number);
      if (problem !== undefined) problems.push(`${name}:${number}: ${problem}`);
      if (problems.length === PROBLEMS_MAX) break;
    }
    if (number === 0) problems.push(`${name}: expected the text of a ledger, found nothing`);
    if (problems.length === 0)
      for (const problem of inconsistencies(database)) problems.push(`${name}: ${problem}`);
    if (problems.length > 0)
      throw new Failure(
        'ledger-text-invalid',
        `nothing is imported\n${problems.slice(0, PROBLEMS_MAX).join('\n')}\n`,
      );
    database.exec('commit');
    return importing.articles;
  } catch (cause) {
    throw ledgerFailure(cause);
  } finally {
    close();
  }
}

function assertEmpty(database: DatabaseSync, folder: string): void {
  const used = database.prepare('select 1 from article union all select 1 from change limit 1').get();
  if (used !== undefined)
    throw new Failure(
      'ledger-not-empty',
      `the ledger in ${folder} is in use already: import into an empty DATA_DIR`,
    );
}

/** One import: statements by table, and what was seen. */
class Importing {
  articles = 0;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert('meta', { key: BODIES_AWAITED, value: '1' });
  }

  /** Takes a line in; answers what is wrong with it. */
  line(text: string, number: number): string | undefined {
    const found = parsed(text);
    if (found === undefined) return `expected a JSON object, found ${excerpt(text)}`;
    const { kind, ...members } = found;
    const isFirst = number === 1;
    if (isFirst !== (kind === 'ledger'))
      return `expected the kind ledger in the first line only, found ${kind}`;
    if (typeof kind !== 'string' || !Object.hasOwn(LINES, kind))
      return `expected one of the kinds ${Object.keys(LINES).join(', ')}, found ${kind}`;
    const checked = LINES[kind as LineKind].safeParse(members);
    if (!checked.success)
      return z
        .prettifyError(checked.error)
        .replaceAll(/\s*\n\s*/g, ' ')
        .replaceAll('✖ ', '');
    try {
      // As they stand in the line: the same ledger gives the same text again, in the order of its members.
      this.#take(kind as LineKind, members as z.infer<(typeof LINES)[LineKind]>);
      return undefined;
    } catch (cause) {
      return broken(cause);
    }
  }

  #take(kind: LineKind, row: z.infer<(typeof LINES)[LineKind]>): void {
    if (kind === 'article') this.#article(row as ArticleLine);
    else if ((ROW_KINDS as readonly string[]).includes(kind)) this.#insert(kind, row as Row);
  }

  #article(line: ArticleLine): void {
    const { slugs, adopted = {}, guid_is_permalink, pages = {}, again = {}, card, body, ...article } = line;
    this.articles++;
    const { row, state, published, first_seen, path, present } = article;
    this.#insert('article', { ...article, slug: slugs[0]!, card: JSON.stringify(card) });
    for (const slug of slugs) this.#insert('slug', { slug, row });
    for (const [format, id] of Object.entries(adopted))
      this.#insert('adopted_id', {
        row,
        format,
        id,
        is_permalink: format === 'rss' ? guid_is_permalink : undefined,
      });
    if (body !== undefined) this.#insert('body', { row, html: body });
    if (state === 'live')
      for (const feed of ['', ...card.feeds.map(({ key }) => key)])
        this.#insert('membership', {
          feed,
          published,
          first_seen,
          row,
          ...pagePlace(pages[feed]),
          again: again[feed] ?? null,
        });
    if (present === 1 && path !== undefined) this.#insert('file', { ...splitPath(path), ...NEVER_READ });
  }

  #insert(table: string, row: Row): void {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join()}`;
    let statement = this.#statements.get(key);
    if (statement === undefined) {
      const places = columns.map(() => '?').join();
      statement = this.#database.prepare(`insert into ${table} (${columns.join()}) values (${places})`);
      this.#statements.set(key, statement);
    }
    statement.run(...Object.values(row).map((value) => value ?? null));
  }
}

type Row = Readonly<Record<string, SQLInputValue | undefined>>;

/** What is known of a file that was never read here: the next scan reads it, or finds that it is gone. */
const NEVER_READ = { bytes: -1, mtime_ms: 0, ctime_ms: 0, inode: 0, hash: '', faults: '[]' };

function pagePlace(address: string | undefined) {
  if (address === undefined) return { page: null, place: null };
  const [page, place] = address.split('.').map(Number);
  return { page: page!, place: place! };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** A row that the tables do not take beside those before it. */
function broken(cause: unknown): string {
  const { errcode, message } = cause as { errcode?: number; message: string };
  const unique = /UNIQUE constraint failed: (.+)/.exec(message)?.[1];
  if (errcode === undefined || unique === undefined) throw cause;
  return `expected a ${unique} that no line before has, found one again`;
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text || 'an empty line';
}
