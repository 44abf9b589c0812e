/**
 * How an article gets its name for life.
 *
 * Pure. Uniqueness is the caller's: it passes what is taken.
 *
 * Source: RFC 4151; rules T-39, A-14 … A-16, R-33 … R-35.
 */
import type { Draft } from '../article/draft.ts';
import { slugOf } from '../article/slug.ts';

/**
 * The id that a draft would like: the one it states, else the one minted from its path.
 *
 * @param now the first-seen instant, for a draft without a date
 */
export function idWish(draft: Draft, authority: string, now: Date): string {
  return draft.id ?? mintId(authority, draft.published ?? now, pathStem(draft.path));
}

/** The slug that a draft would like: the one it states, else its headline's. */
export function slugWish(draft: Draft): string {
  return draft.slug ?? slugOf(draft.headline);
}

/** The part of a file's path that is its identity: no extension, and a page bundle is its folder. */
export function pathStem(path: string): string {
  const stem = path.replace(/\.[^./]+$/, '');
  return stem.replace(/(.)\/_?index$/, '$1');
}

/**
 * `tag:<authority>,<YYYY-MM-DD>:<token>`, minted from the stated date where there is one, so that a lost ledger mints
 * the same ids again.
 *
 * @param authority host name, lower case
 * @param day the stated or first-seen instant; its UTC day is used
 * @param stem from `pathStem`
 * @returns an id for which `new URL(id).href === id`
 */
export function mintId(authority: string, day: Date, stem: string): string {
  const token = stem
    .normalize('NFC')
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(
        /[!'()*]/g,
        (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
  return `tag:${authority},${day.toISOString().slice(0, 10)}:${token}`;
}

/** The UTC day of an instant, in whole seconds since 1970. */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** The day in an id that was minted: of the date that the file stated; undefined for any other id. */
export function mintedDay(id: string): string | undefined {
  return /^tag:[^,]+,(\d{4}-\d{2}-\d{2}):/.exec(id)?.[1];
}

/**
 * The first of `wish`, `wish-2`, `wish-3` … that is free.
 *
 * @param isTaken asked once for each candidate
 */
export function firstFree(wish: string, isTaken: (candidate: string) => boolean): string {
  let candidate = wish;
  for (let n = 2; isTaken(candidate); n++) candidate = `${wish}-${n}`;
  return candidate;
}
