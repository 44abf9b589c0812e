/**
 * What the ledger remembers of itself, and of how it was opened: single values, by key.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { BODIES_AWAITED, type Tables } from './tables.ts';

/** The key in `meta` of what stands for the present settings. */
const SETTINGS = 'settings';

/** The key in `meta` of the number of the change that brought the present settings. */
const SETTINGS_CHANGE = 'settings-change';

/** Random, made with the ledger: entity-tags of two ledgers never meet. */
export async function epochOf(db: Kysely<Tables>): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key: 'epoch', value: randomBytes(4).toString('hex').slice(0, 6) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'epoch')
    .executeTakeFirstOrThrow();
  return value;
}

/**
 * True when every live article has its body; one that was imported as text gets it when its file is read. Nothing
 * may be served before.
 */
export async function isWhole(db: Kysely<Tables>): Promise<boolean> {
  const awaited = db.selectFrom('meta').select('key').where('key', '=', BODIES_AWAITED);
  if ((await awaited.executeTakeFirst()) === undefined) return true;
  const without = await db
    .selectFrom('article')
    .select('row')
    .where('state', '=', 'live')
    .where('row', 'not in', (eb) => eb.selectFrom('body').select('row'))
    .limit(1)
    .executeTakeFirst();
  if (without !== undefined) return false;
  await db.deleteFrom('meta').where('key', '=', BODIES_AWAITED).execute();
  return true;
}

/**
 * The authority in the ids of the feeds themselves: the first public one that the ledger was opened with, so that a
 * move to another address leaves them as they are.
 *
 * @param isPublic false for names of this machine, which are forgotten as soon as there is a better one
 */
export async function feedAuthority(
  db: Kysely<Tables>,
  authority: string,
  isPublic: boolean,
): Promise<string> {
  const known = await db.selectFrom('meta').select('value').where('key', '=', 'authority').executeTakeFirst();
  if (known !== undefined || !isPublic) return known?.value ?? authority;
  await db.insertInto('meta').values({ key: 'authority', value: authority }).execute();
  return authority;
}

/** True when the ledger was last told of these settings. */
export async function hasSettings(db: Kysely<Tables>, key: string): Promise<boolean> {
  const known = await db.selectFrom('meta').select('value').where('key', '=', SETTINGS).executeTakeFirst();
  return known?.value === key;
}

/** Notes settings, and the number of the change that brings them. */
export async function saveSettings(db: Kysely<Tables>, key: string, change: number): Promise<void> {
  for (const [name, value] of [
    [SETTINGS, key],
    [SETTINGS_CHANGE, String(change)],
  ] as const)
    await db
      .insertInto('meta')
      .values({ key: name, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
}

/** The last change of the settings: before it every document was another one. */
export async function settingsChange(db: Kysely<Tables>): Promise<number> {
  const known = db.selectFrom('meta').select('value').where('key', '=', SETTINGS_CHANGE);
  return Number((await known.executeTakeFirst())?.value ?? 0);
}
