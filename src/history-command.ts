/**
 * `feedwright history` and `feedwright diff`: what happened in a feed, change by change, and what a reader would find
 * different between two changes. They work beside a running service.
 */
import { systemClock } from './base/clock.ts';
import { Failure } from './base/failure.ts';
import { isoDate } from './base/instant.ts';
import { readConfig } from './config.ts';
import { feedAddress } from './feeds/feed-address.ts';
import type { EventDetail } from './ledger/events.ts';
import type { HistoryEntry } from './ledger/feed-history.ts';
import { Ledger } from './ledger/ledger.ts';

/** Entries that are printed at most: the latest. */
const ENTRIES_MAX = 10_000;

/** Changes that a command was asked about. */
export interface HistoryWish {
  /** An instant or a date, or the number of a change. */
  readonly since?: string | undefined;
  readonly format: 'text' | 'json';
}

/**
 * Prints what happened in a feed.
 *
 * @param feed its home or the address of a document of it: `/`, `sections/world`, `/tags/boats/atom.xml`
 * @returns the exit code: 1 when there is no such feed
 */
export async function history(feed: string, { since, format }: HistoryWish): Promise<number> {
  return withFeed(feed, async (ledger, key) => {
    const from = since === undefined ? 0 : (await changeOf(ledger, since)) - 1;
    const { number: to } = await ledger.lastChange();
    print(await ledger.history.ofFeed(key, { from, to }, ENTRIES_MAX), format, historyText);
  });
}

/**
 * Prints what is different in a feed after change `to` for whoever has it as it was after change `from`.
 *
 * @returns the exit code: 1 when there is no such feed
 */
export async function diff(
  feed: string,
  wish: { readonly from: string; readonly to?: string | undefined; readonly format: 'text' | 'json' },
): Promise<number> {
  return withFeed(feed, async (ledger, key) => {
    const { number: last } = await ledger.lastChange();
    const from = await changeOf(ledger, wish.from);
    const to = wish.to === undefined ? last : await changeOf(ledger, wish.to);
    if (to < from)
      throw new Failure('argument-invalid', `expected --to at or after change ${from}, found ${to}`);
    print(differences(await ledger.history.ofFeed(key, { from, to }, ENTRIES_MAX)), wish.format, diffText);
  });
}

async function withFeed(feed: string, work: (ledger: Ledger, key: string) => Promise<void>): Promise<number> {
  const { dataFolder, site } = readConfig({}, 'memory');
  const key = keyOf(feed);
  const ledger = await Ledger.openBeside(dataFolder, { clock: systemClock, authority: site.authority });
  try {
    if (key === undefined || !(await ledger.feeds.has(key))) {
      process.stdout.write(`found no feed ${feed}: expected / or a home such as sections/world\n`);
      return 1;
    }
    await work(ledger, key);
    return 0;
  } finally {
    await ledger.close();
  }
}

function keyOf(feed: string): string | undefined {
  const path = /^https?:/.test(feed) ? new URL(feed).pathname : `/${feed.replace(/^\/+/, '')}`;
  return feedAddress(path)?.key;
}

async function changeOf(ledger: Ledger, wish: string): Promise<number> {
  if (/^\d{1,15}$/.test(wish)) return Number(wish);
  const instant = new Date(wish);
  if (Number.isNaN(instant.getTime()))
    throw new Failure('argument-invalid', `expected a date or the number of a change, found ${wish}`);
  return ledger.history.changeAt(instant);
}

function print<T>(
  found: readonly T[],
  format: 'text' | 'json',
  textOf: (found: readonly T[]) => string,
): void {
  process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : textOf(found));
}

/** The answer of `history` for people. */
export function historyText(entries: readonly HistoryEntry[]): string {
  const lines: string[] = [];
  let change = -1;
  for (const { change: number, at, what, headline, detail } of entries) {
    if (number !== change) lines.push(`change ${number}${at === undefined ? '' : `, ${isoDate(at)}`}`);
    change = number;
    lines.push(`  ${what.padEnd(10)}${headline}${detailText(detail)}`);
  }
  return linesOf(lines, 'nothing happened\n');
}

/** What a sentence about an event adds to its word. */
export function detailText({ parts = [], before, after }: EventDetail): string {
  const told = [
    ...(parts.length === 0 ? [] : [parts.join(', ')]),
    ...(before === undefined ? [] : [`${before} → ${after}`]),
  ];
  return told.length === 0 ? '' : ` (${told.join('; ')})`;
}

/** An article that is different for a reader. */
export interface Difference {
  /** `+` it has it now, `-` it has it no more, `~` it looks different. */
  readonly sign: '+' | '-' | '~';
  readonly id: string;
  readonly headline: string;
  readonly what: readonly string[];
}

/** What is different in the end, whatever happened in between, by article in the order in which each was touched last. */
export function differences(entries: readonly HistoryEntry[]): readonly Difference[] {
  const byId = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const all = byId.get(entry.id) ?? [];
    byId.delete(entry.id);
    byId.set(entry.id, [...all, entry]);
  }
  return [...byId].flatMap(([id, all]) => {
    const words = all.map(({ what }) => what);
    const [hasEntered, hasLeft] = [words.includes('entered'), words.includes('left')];
    if (hasEntered && hasLeft) return [];
    const isBack = words.includes('withdrawn') && words.includes('restored');
    const sign = hasEntered && !isBack ? '+' : hasLeft ? '-' : '~';
    const what = [...new Set(words.filter((word) => word !== 'entered' && word !== 'left'))];
    // A file that moved, and nothing else, is nothing that a reader sees.
    if (sign === '~' && what.every((word) => word === 'moved')) return [];
    return [{ sign, id, headline: all.at(-1)!.headline, what }];
  });
}

function diffText(found: readonly Difference[]): string {
  const lines = found.map(
    ({ sign, headline, what }) => `${sign} ${headline}${what.length === 0 ? '' : ` (${what.join(', ')})`}`,
  );
  return linesOf(lines, 'nothing is different\n');
}

function linesOf(lines: readonly string[], none: string): string {
  return lines.length === 0 ? none : lines.map((line) => `${line}\n`).join('');
}
