/**
 * `feedwright why`: which article a path, slug, id or address means, where it is, and why it is nowhere else. It works
 * beside a running service.
 */
import { systemClock } from './base/clock.ts';
import { isoDate } from './base/instant.ts';
import { readConfig } from './config.ts';
import { detailText } from './history-command.ts';
import type { AdoptedIds } from './ledger/article.ts';
import type { ExplainedFile, Explanation, FeedPlace } from './ledger/explain.ts';
import type { ArticleEvent } from './ledger/feed-history.ts';
import { Ledger } from './ledger/ledger.ts';

/** In which forms it answers. */
export const WHY_FORMATS = ['text', 'json'] as const;

/**
 * Prints what is known.
 *
 * @returns the exit code: 1 when nothing is known by that name
 */
export async function why(wish: string, format: (typeof WHY_FORMATS)[number]): Promise<number> {
  const { dataFolder, site, settings } = readConfig();
  const ledger = await Ledger.openBeside(dataFolder, { clock: systemClock, authority: site.authority });
  try {
    const known = await ledger.explain(wish, settings.feeds.limit);
    const held = await ledger.holds.current();
    if (format === 'json') process.stdout.write(`${JSON.stringify(known ?? null, null, 2)}\n`);
    else if (known === undefined) process.stdout.write(unknownText(wish, held?.why));
    else process.stdout.write(whyText(known, settings.feeds.limit));
    return known === undefined ? 1 : 0;
  } finally {
    await ledger.close();
  }
}

function unknownText(wish: string, held: string | undefined): string {
  const wait = held === undefined ? '' : `; new files may be waiting, since ${held} (feedwright hold show)`;
  return `found nothing called ${wish}: no path, slug, id or address of an article that was ever seen${wait}\n`;
}

/** The answer for people. */
export function whyText(known: Explanation | ExplainedFile, shown: number): string {
  if (!('id' in known)) return linesOf([`${known.path}: no article`, ...faultLines(known)]);
  const { headline, id, adopted, slugs, path, isPresent, revision, change, feeds, events } = known;
  return linesOf([
    headline,
    `  id         ${id}`,
    ...adoptedLines(adopted),
    `  slug       ${slugs[0]}${slugs.length > 1 ? `, once ${slugs.slice(1).join(', ')}` : ''}`,
    `  file       ${path ?? 'taken by another article'}${isPresent || path === undefined ? '' : ', which is gone'}`,
    `  state      ${stateText(known)}`,
    `  published  ${isoDate(known.published)}, updated ${isoDate(known.updated)}, first seen ${isoDate(known.firstSeen)}`,
    `  revision   ${revision}, made by change ${change}`,
    ...feeds.map((place, at) => `  ${at === 0 ? 'feeds    ' : '         '}  ${placeText(place, shown)}`),
    ...(feeds.length === 0 ? ['  feeds      none'] : []),
    ...events.map((event, at) => `  ${at === 0 ? 'history  ' : '         '}  ${eventText(event)}`),
    ...faultLines(known),
  ]);
}

function eventText({ change, at, what, detail }: ArticleEvent): string {
  return `${what} by change ${change}${at === undefined ? '' : `, ${isoDate(at)}`}${detailText(detail)}`;
}

/** The ids that readers get in its stead, by the format that had them. */
function adoptedLines(adopted: AdoptedIds | undefined): readonly string[] {
  if (adopted === undefined) return [];
  const { rss, atom, json, isPermalink = false } = adopted;
  return [
    ...(rss === undefined ? [] : [`  adopted    ${rss} (RSS, isPermaLink="${isPermalink}")`]),
    ...(atom === undefined ? [] : [`  adopted    ${atom} (Atom)`]),
    ...(json === undefined ? [] : [`  adopted    ${json} (JSON Feed)`]),
  ];
}

function stateText({ state, published, firstLive, ended, expires }: Explanation): string {
  const since = (instant: Date | undefined) => (instant === undefined ? '' : ` since ${isoDate(instant)}`);
  switch (state) {
    case 'live':
      return `live${since(firstLive)}${expires === undefined ? '' : `, until ${isoDate(expires)}`}`;
    case 'scheduled':
      return `scheduled for ${isoDate(published)}`;
    case 'draft':
      return 'draft: its file says so, or holds it back';
    default:
      return `${state}${since(ended)}${firstLive === undefined ? ', never live' : ''}`;
  }
}

function placeText({ feed, position, isShown, page }: FeedPlace, shown: number): string {
  const name = feed === '' ? 'the main feed' : feed;
  const archived = page === undefined ? '' : `, on page ${page} of its archive`;
  return isShown || page !== undefined
    ? `${position} in ${name}${archived}`
    : `not in ${name}: ${position} of its articles, beyond the ${shown} shown`;
}

function faultLines({ faults }: Pick<ExplainedFile, 'faults'>): readonly string[] {
  return faults.map(({ path, line, severity, what }) => `  ${severity}: ${path}:${line}: ${what}`);
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
