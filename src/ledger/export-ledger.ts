/**
 * The ledger written out as text, beside a running service.
 *
 * One moment of it: everything is read in one transaction, a row at a time, so that memory does not grow with the
 * archive. The same ledger gives the same text.
 */
import type { DatabaseSync } from 'node:sqlite';
import { splitPath } from './file-table.ts';
import { ledgerFailure } from './ledger-failure.ts';
import { LINES, type LineKind, TEXT_VERSION } from './ledger-text.ts';
import { openBeside } from './open-database.ts';
import { BODIES_AWAITED } from './tables.ts';

/** Characters handed on together. */
const CHUNK = 65_536;

/** The rows of each kind, sorted by the table's key. */
const QUERIES: Readonly<Record<Exclude<LineKind, 'ledger'>, string>> = {
  meta: `select * from meta where key <> '${BODIES_AWAITED}' order by key`,
  feed: 'select * from feed order by feed',
  article: `
    select a.*, former.slugs, adopted.ids as adopted, adopted.guid_is_permalink, archived.pages, late.again, case
      when a.state in ('live', 'scheduled') and not exists (
        select 1 from file where folder = folder_of(a.path) and name = name_of(a.path) and hash = a.file_hash)
      then (select html from body where body.row = a.row) end as body
    from article a
    left join (
      select slug.row, json_group_array(slug.slug order by slug.slug) as slugs
      from slug join article on article.row = slug.row and article.slug <> slug.slug group by slug.row
    ) former on former.row = a.row
    left join (
      select row, json_group_object(format, id order by format) as ids, max(is_permalink) as guid_is_permalink
      from adopted_id group by row
    ) adopted on adopted.row = a.row
    left join (
      select row, json_group_object(feed, page || '.' || place order by feed) as pages
      from membership where page is not null group by row
    ) archived on archived.row = a.row
    left join (
      select row, json_group_object(feed, again order by feed) as again
      from membership where again is not null group by row
    ) late on late.row = a.row
    order by a.row`,
  archive: 'select * from archive order by feed, page',
  removal: 'select * from removal order by feed, row',
  change: 'select * from change order by number',
  event: 'select * from event order by change, row, what',
  hold: 'select * from hold order by number',
};

/**
 * The text of the ledger in a data folder, in pieces of many lines.
 *
 * @throws {Failure} `ledger-unreadable`, `ledger-newer`
 */
export function* exportLedger(folder: string): Generator<string> {
  const { database, close } = openBeside(folder);
  try {
    database.function('folder_of', { deterministic: true }, (path) => splitPath(String(path ?? '')).folder);
    database.function('name_of', { deterministic: true }, (path) => splitPath(String(path ?? '')).name);
    database.exec('begin');
    let chunk = '';
    for (const line of lines(database)) {
      chunk += `${line}\n`;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    yield chunk;
  } catch (cause) {
    throw ledgerFailure(cause);
  } finally {
    close();
  }
}

function* lines(database: DatabaseSync): Generator<string> {
  yield JSON.stringify({ kind: 'ledger', version: TEXT_VERSION });
  for (const [kind, query] of Object.entries(QUERIES) as [keyof typeof QUERIES, string][]) {
    const members = Object.keys(LINES[kind].shape);
    for (const row of database.prepare(query).iterate()) {
      const written = kind === 'article' ? articleLine(row) : row;
      yield JSON.stringify({ kind, ...pick(written, members) });
    }
  }
}

function articleLine(row: Record<string, unknown>): Record<string, unknown> {
  const parsed = (text: unknown) => (text === null ? undefined : JSON.parse(text as string));
  const slugs = [row.slug, ...(parsed(row.slugs) ?? [])];
  const { adopted, pages, again, card } = row;
  return {
    ...row,
    slugs,
    adopted: parsed(adopted),
    pages: parsed(pages),
    again: parsed(again),
    card: parsed(card),
  };
}

function pick(row: Record<string, unknown>, members: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(members.map((member) => [member, row[member] ?? undefined]));
}
