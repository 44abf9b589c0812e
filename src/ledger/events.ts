/**
 * What happened to articles, for people who ask later.
 *
 * In: an article before and after. Out: events, each a word and what a sentence about it needs. That an article was
 * published first is no event: the change with which it entered its feeds says so.
 */
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Card } from './article.ts';
import { insertTogether } from './insert-together.ts';
import type { ArticleTable, EventTable, Tables } from './tables.ts';

/** The words. */
export const EVENTS = [
  'edited',
  'corrected',
  'moved',
  'renamed',
  'redated',
  'scheduled',
  'drafted',
  'published',
  'restored',
  'withdrawn',
  'expired',
  'adopted',
] as const;

/** A word for what happened. */
export type EventWord = (typeof EVENTS)[number];

/** What a sentence about an event needs; whatever does not apply is absent. */
export interface EventDetail {
  /** What a reader could see: `headline`, `body`, `tags` … */
  readonly parts?: readonly string[];
  /** The headline, path, slug or date before. */
  readonly before?: string;
  readonly after?: string;
}

/** An event before its change has a number. */
export interface Happening {
  readonly row: number;
  readonly what: EventWord;
  readonly detail: EventDetail;
}

type Stored = Selectable<ArticleTable>;

/** What happened to an article that was known, in the order of `EVENTS`. */
export function happenings(
  before: Stored,
  after: Stored,
  isBodyChanged: boolean,
  isCorrected: boolean,
): readonly Happening[] {
  const { row } = after;
  const happened: Happening[] = [];
  const add = (what: EventWord, detail: EventDetail = {}) => happened.push({ row, what, detail });
  const parts = changedParts(before.card, after.card, isBodyChanged);
  if (parts.length > 0) add('edited', { parts, ...headlines(before.card, after.card) });
  if (isCorrected) add('corrected');
  if (before.path !== after.path)
    add('moved', { before: before.path ?? 'nowhere', after: after.path ?? 'nowhere' });
  if (before.slug !== after.slug) add('renamed', { before: before.slug, after: after.slug });
  if (before.published !== after.published)
    add('redated', { before: instant(before.published), after: instant(after.published) });
  if (before.state !== after.state) add(entering(before, after));
  return happened;
}

/** The word for the state that an article came into. */
function entering(before: Stored, { state }: Stored): EventWord {
  if (state === 'live') return before.first_live === null ? 'published' : 'restored';
  return state === 'draft' ? 'drafted' : state;
}

function changedParts(before: string, after: string, isBodyChanged: boolean): readonly string[] {
  const body = isBodyChanged ? ['body'] : [];
  if (before === after) return body;
  const [old, present] = [JSON.parse(before), JSON.parse(after)] as Record<string, unknown>[];
  const names = new Set([...Object.keys(old!), ...Object.keys(present!)]);
  names.delete('feeds');
  const differs = (name: string) => JSON.stringify(old![name]) !== JSON.stringify(present![name]);
  return [...[...names].filter(differs), ...body];
}

function headlines(before: string, after: string): Pick<EventDetail, 'before' | 'after'> {
  const [old, present] = [before, after].map((card) => (JSON.parse(card) as Card).headline);
  return old === present ? {} : { before: old!, after: present! };
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

/** Stores events. What no reader could notice belongs to the change before: it made none. */
export async function saveEvents(
  db: Kysely<Tables>,
  happened: readonly Happening[],
  change: number,
): Promise<void> {
  const rows = happened.map(
    ({ row, what, detail }): Insertable<EventTable> => ({
      change,
      row,
      what,
      detail: JSON.stringify(detail),
    }),
  );
  await insertTogether(rows, (some) =>
    db
      .insertInto('event')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['change', 'row', 'what'])
          .doUpdateSet((eb) => ({ detail: eb.ref('excluded.detail') })),
      )
      .execute(),
  );
}
