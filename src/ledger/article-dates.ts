/**
 * When an article was published, when it last changed, and whether readers see it.
 *
 * Pure: what the file states, what the ledger knows and the present instant go in. Instants are whole seconds since
 * 1970.
 *
 * Source: rules T-11, T-37, T-38, R-20, R-37, A-20, A-23.
 */
import type { DatelineDay, Draft } from '../article/draft.ts';
import type { ArticleState } from './tables.ts';

/** What the ledger knows of an article's dates and state. */
export interface KnownDates {
  readonly state: ArticleState;
  readonly published: number;
  readonly updated: number;
  readonly first_live: number | null;
  readonly expires: number | null;
}

/** What an article's dates and state are from now on. */
export interface SettledDates {
  readonly state: ArticleState;
  readonly published: number;
  readonly updated: number;
  /** When it leaves the feeds by itself; null for never. */
  readonly expires: number | null;
}

/** A day without a year is at most half a year away: 183 days, and one for the time of day. */
const NEAR_SECONDS = 184 * 86_400;

/** Whole seconds since 1970. */
export function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

/** The dates of an article that is seen for the first time: what is stated, else now; never the file's own times. */
export function firstDates(draft: Draft, now: number): SettledDates {
  const published =
    draft.published === undefined ? datelineDate(draft.datelineDay, now) : seconds(draft.published);
  const state = stateOf(draft, published, now, undefined);
  return { state, published, updated: firstUpdated(draft, published, state, now), expires: expiryOf(draft) };
}

/**
 * The dates of an article that is known.
 *
 * Once it was live, `published` stays; before that it follows what is stated, and what has no date is published
 * when readers get it first: a draft that is finished, a deleted one that came back so, one whose date was taken out.
 *
 * @param isEdited a reader would see a difference
 * @param changedAt the instant of the change that this would make
 */
export function laterDates(
  known: KnownDates,
  draft: Draft,
  isEdited: boolean,
  now: number,
  changedAt: number,
): SettledDates {
  const expires = expiryOf(draft);
  if (known.first_live !== null) {
    const state = stateOf(draft, known.published, now, known);
    const updated = laterUpdated(known, draft, isEdited, changedAt);
    return { state, published: known.published, updated, expires };
  }
  const stated = draft.published === undefined ? undefined : seconds(draft.published);
  const isFinished = known.state !== 'expired' && !draft.isDraft && draft.withheld === undefined;
  const published = stated ?? (isFinished ? now : known.published);
  const state = stateOf(draft, published, now, undefined);
  return { state, published, updated: firstUpdated(draft, published, state, now), expires };
}

/**
 * The instant of a dateline that names no year: midnight (UTC) of that day in the year that puts it nearest to now, and
 * never later than now, since the story is here (T-35). No dateline day, or 29 February without a leap year near: now.
 */
function datelineDate(named: DatelineDay | undefined, now: number): number {
  if (named === undefined) return now;
  const year = new Date(now * 1000).getUTCFullYear();
  const candidates = [year - 1, year, year + 1]
    .map((candidate) => new Date(Date.UTC(candidate, named.month - 1, named.day)))
    .filter((date) => date.getUTCDate() === named.day)
    .map(seconds)
    .sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
  const [nearest] = candidates;
  return nearest === undefined || Math.abs(nearest - now) > NEAR_SECONDS ? now : Math.min(nearest, now);
}

/** @param known what is known of an article that has been live: it is never scheduled again, nor unexpired by a clock set back */
function stateOf(draft: Draft, published: number, now: number, known: KnownDates | undefined): ArticleState {
  if (draft.withheld !== undefined) return known === undefined ? 'draft' : 'withdrawn';
  if (draft.isDraft) return 'draft';
  const expires = expiryOf(draft);
  const isOver =
    expires !== null && (expires <= now || (known?.state === 'expired' && known.expires === expires));
  if (isOver) return 'expired';
  return published > now && known === undefined ? 'scheduled' : 'live';
}

function expiryOf({ expires }: Draft): number | null {
  return expires === undefined ? null : seconds(expires);
}

/** The first `updated`: what is stated, but never ahead of the clock and never before `published`. */
function firstUpdated(draft: Draft, published: number, state: ArticleState, now: number): number {
  if (draft.updated === undefined || state !== 'live') return published;
  return Math.max(Math.min(seconds(draft.updated), now), published);
}

/** T-38: the stated instant if it is later, else the change's own when a reader sees a difference. Never goes back. */
function laterUpdated(known: KnownDates, draft: Draft, isEdited: boolean, changedAt: number): number {
  if (!isEdited) return known.updated;
  const stated = draft.updated === undefined ? undefined : seconds(draft.updated);
  if (stated !== undefined && stated > known.updated && stated <= changedAt) return stated;
  return Math.max(changedAt, known.updated);
}
