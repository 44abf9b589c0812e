/**
 * Whether the ledger is whole, and whether its tables agree.
 *
 * Nothing here mends anything. Each problem is one line for the operator.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../base/failure.ts';
import { ledgerFailure } from './ledger-failure.ts';
import { openBeside } from './open-database.ts';
import { BODIES_AWAITED } from './tables.ts';

/** Problems of one sort that are told at most. */
const EACH_MAX = 20;

/** Statements whose rows are problems, as sentences. */
const CONTRADICTIONS: readonly string[] = [
  `select 'article ' || id || ' is live, but not where it belongs in the main feed' from article a
   where state = 'live' and not exists (select 1 from membership m
     where m.feed = '' and m.published = a.published and m.first_seen = a.first_seen and m.row = a.row)`,
  `select 'article ' || a.id || ' is live, but not where it belongs in the feed ' || (f.value ->> 'key')
   from article a, json_each(a.card, '$.feeds') f
   where a.state = 'live' and not exists (select 1 from membership m
     where m.feed = f.value ->> 'key' and m.published = a.published and m.first_seen = a.first_seen and m.row = a.row)`,
  `select 'the feed "' || m.feed || '" shows ' || coalesce('article ' || a.id || ', which is ' || a.state, 'an article that is not there')
   from membership m left join article a on a.row = m.row where a.state is not 'live'`,
  `select 'the feed "' || feed || '" has articles, but no record' from (select distinct feed from membership)
   where feed not in (select feed from feed)`,
  `select 'article ' || a.id || ' is on page ' || m.page || ' of the feed "' || m.feed || '", which has no such place'
   from membership m join article a on a.row = m.row
   where m.page is not null and not exists (select 1 from archive p
     where p.feed = m.feed and p.page = m.page and m.place between 1 and p.articles)`,
  `select 'page ' || page || ' of the feed "' || feed || '" holds two articles at place ' || place
   from membership where page is not null group by feed, page, place having count(*) > 1`,
  `select 'article ' || id || ' is live, but has never been' from article where state = 'live' and first_live is null`,
  `select 'article ' || id || ' was updated before it was published' from article where updated < published`,
  `select 'article ' || id || ' has a file, but no path' from article where present = 1 and path is null`,
  `select 'articles ' || group_concat(id, ' and ') || ' share one instant of their last change' from article
   group by updated, tie having count(*) > 1`,
  `select 'the slug ' || a.slug || ' of article ' || a.id || ' leads elsewhere' from article a
   where not exists (select 1 from slug s where s.slug = a.slug and s.row = a.row)`,
  `select 'the slug ' || slug || ' leads to an article that is not there' from slug
   where row not in (select row from article)`,
  `select 'there is a body of an article that is not there: row ' || row from body
   where row not in (select row from article)`,
  `select 'there is an event of an article that is not there: row ' || row from event
   where row not in (select row from article)`,
  `select 'there is an adopted id of an article that is not there: ' || id from adopted_id
   where row not in (select row from article)`,
  `select 'article ' || a.id || ' has adopted the id of article ' || b.id from adopted_id o
   join article a on a.row = o.row join article b on b.id = o.id where a.row <> b.row`,
  `select 'the adopted id ' || id || ' is that of articles ' || group_concat(name, ' and ' order by name) from (
     select distinct o.id, a.id as name from adopted_id o join article a on a.row = o.row)
   group by id having count(*) > 1`,
  `select 'the adopted id ' || id || ' belongs to no format that there is: ' || format from adopted_id
   where format not in ('rss', 'atom', 'json')`,
  `select 'change ' || number || ' lies before the one before it' from
   (select number, at, lag(at) over (order by number) as earlier from change) where at < earlier`,
  `select 'the feed "' || feed || '" shows a change that is not there' from feed
   where (touched <> 0 and touched not in (select number from change))
      or (change <> 0 and change not in (select number from change))`,
  `select 'article ' || id || ' comes from a change that is not there: ' || change from article
   where change > (select coalesce(max(number), 0) + 1 from change)`,
];

const MISSING_BODIES = `select 'article ' || id || ' is live, but has no body' from article
  where state = 'live' and row not in (select row from body)
  and not exists (select 1 from meta where key = '${BODIES_AWAITED}')`;

/** How much a verified ledger holds. */
export interface Verified {
  readonly problems: readonly string[];
  readonly articles: number;
  readonly changes: number;
}

/**
 * Verifies the ledger in a data folder, beside a running service.
 *
 * @throws {Failure} `ledger-unreadable`, `ledger-newer`
 */
export function verifyLedger(folder: string): Verified {
  const { database, close } = openBeside(folder);
  try {
    database.exec('begin');
    const problems = [...damages(database), ...missingAssets(database, folder)];
    const count = (table: string) =>
      Number(database.prepare(`select count(*) as count from ${table}`).get()!.count);
    return { problems, articles: count('article'), changes: count('change') };
  } catch (cause) {
    throw ledgerFailure(cause);
  } finally {
    close();
  }
}

/** Whatever is wrong with the file itself; contradictions only where it can be read. */
export function damages(database: DatabaseSync): readonly string[] {
  const found = rows(database, `pragma integrity_check(${EACH_MAX})`).filter((problem) => problem !== 'ok');
  return found.length > 0
    ? found.map((problem) => `damaged: ${problem}`)
    : [...inconsistencies(database), ...rows(database, MISSING_BODIES)];
}

/** Whatever tables say against each other. */
export function inconsistencies(database: DatabaseSync): readonly string[] {
  return CONTRADICTIONS.flatMap((query) => rows(database, `${query} limit ${EACH_MAX}`));
}

function rows(database: DatabaseSync, query: string): readonly string[] {
  try {
    return database
      .prepare(query)
      .all()
      .map((row) => String(Object.values(row)[0]));
  } catch (cause) {
    const failure = ledgerFailure(cause);
    if (failure instanceof Failure && failure.code === 'ledger-unreadable')
      return [`damaged: ${failure.message}`];
    throw failure;
  }
}

function* missingAssets(database: DatabaseSync, folder: string): Generator<string> {
  for (const asset of database.prepare('select path, hash, bytes from asset order by path').iterate()) {
    const size = statSync(join(folder, 'assets', String(asset.hash)), { throwIfNoEntry: false })?.size;
    if (size === asset.bytes) continue;
    const found = size === undefined ? 'no file' : `${size} bytes`;
    yield `assets/${asset.hash} (${asset.path}): expected ${asset.bytes} bytes, found ${found}`;
  }
}
