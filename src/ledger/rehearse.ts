/**
 * What would become of live articles, if some files were recorded: which would be lost, and which files would be new
 * ones.
 *
 * It runs inside a transaction that the caller takes back: nothing of it stays.
 */
import type { Kysely } from 'kysely';
import { insertTogether } from './insert-together.ts';
import { FILES_TOGETHER, type FileReading, type RecordContext } from './reading.ts';
import { recordReadings } from './record.ts';
import type { Tables } from './tables.ts';

/** What would be. */
export interface Rehearsal {
  /** Rows of live articles that readers would lose: no file is theirs any more, or it takes them back. */
  readonly lost: ReadonlySet<number>;
  /** Paths of files that would be new articles. */
  readonly minted: ReadonlySet<string>;
}

/** Records, and looks. */
export async function rehearse(
  db: Kysely<Tables>,
  readings: readonly FileReading[],
  context: RecordContext,
): Promise<Rehearsal> {
  const missing = new Set(context.missing);
  const live = await liveAt(db, [...missing, ...readings.map(({ file }) => file.path)]);
  const last = await db
    .selectFrom('article')
    .select(({ fn }) => fn.max('row').as('row'))
    .executeTakeFirst();
  for (let at = 0; at < readings.length; at += FILES_TOGETHER)
    await recordReadings(db, readings.slice(at, at + FILES_TOGETHER), context);
  const minted = await db
    .selectFrom('article')
    .select('path')
    .where('row', '>', last?.row ?? 0)
    .execute();
  const lost = new Set<number>();
  await insertTogether(live, async (some) => {
    const rows = await db
      .selectFrom('article')
      .select(['row', 'path', 'state'])
      .where('row', 'in', some)
      .execute();
    for (const { row, path, state } of rows)
      if (state !== 'live' || path === null || missing.has(path)) lost.add(row);
  });
  return { lost, minted: new Set(minted.flatMap(({ path }) => path ?? [])) };
}

async function liveAt(db: Kysely<Tables>, paths: readonly string[]): Promise<readonly number[]> {
  const live: number[] = [];
  await insertTogether(paths, async (some) => {
    const rows = await db
      .selectFrom('article')
      .select('row')
      .where('path', 'in', some)
      .where('state', '=', 'live')
      .execute();
    for (const { row } of rows) live.push(row);
  });
  return live;
}
