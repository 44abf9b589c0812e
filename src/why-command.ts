/**
 * `feedwright why`: which article a path, slug, id or address means, where it is, and why it is nowhere else. It works
 * beside a running service.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { systemClock } from './base/clock.ts';
import { isoDate } from './base/instant.ts';
import { readConfig } from './config.ts';
import { feedTerms } from './feed-settings.ts';
import { termsOf } from './feeds/feed-terms.ts';
import { detailText } from './history-command.ts';
import type { AdoptedIds } from './ledger/article.ts';
import type { ExplainedFile, Explanation, FeedPlace } from './ledger/explain.ts';
import type { ArticleEvent } from './ledger/feed-history.ts';
import { Ledger } from './ledger/ledger.ts';

/**
 * Prints what is known.
 *
 * @param wish a path may be one in the articles folder, or one that leads there from here, as shells complete it
 *
 * @returns the exit code: 1 when nothing is known by that name
 */
export async function why(wish: string, format: 'text' | 'json'): Promise<number> {
  const { articlesFolder, dataFolder, site, settings } = readConfig({}, 'memory');
  const terms = feedTerms(settings.feeds);
  const ledger = await Ledger.openBeside(dataFolder, { clock: systemClock, authority: site.authority });
  try {
    const explain = (name: string) => ledger.history.explain(name, (feed) => termsOf(terms, feed));
    const known = (await explain(wish)) ?? (await explain(relative(articlesFolder, resolve(wish))));
    const hold = await ledger.holds.current();
    const isHeld = known !== undefined && 'id' in known && isGone(articlesFolder, known);
    const held = hold !== undefined && (known === undefined || isHeld) ? hold.why : undefined;
    if (format === 'json')
      process.stdout.write(`${JSON.stringify(known ? { ...known, held } : null, null, 2)}\n`);
    else if (known === undefined) process.stdout.write(unknownText(wish, held));
    else process.stdout.write(whyText(known, held));
    return known === undefined ? 1 : 0;
  } finally {
    await ledger.close();
  }
}

/** True while an article has a file that is not there. */
function isGone(articlesFolder: string, { isPresent, path }: Explanation): boolean {
  return isPresent && path !== undefined && !existsSync(join(articlesFolder, path));
}

function unknownText(wish: string, held: string | undefined): string {
  const wait = held === undefined ? '' : `; new files may be waiting, since ${held} (feedwright hold show)`;
  return `found nothing called ${wish}: no path, slug, id or address of an article that was ever seen${wait}\n`;
}

/**
 * The answer for people.
 *
 * @param held why it stays although its file is gone, if it does
 */
export function whyText(known: Explanation | ExplainedFile, held?: string): string {
  if (!('id' in known)) return linesOf([`${known.path}: no article`, ...faultLines(known)]);
  const { headline, id, adopted, slugs, path, isPresent, revision, change, feeds, notIn, events } = known;
  return linesOf([
    headline,
    `  id         ${id}`,
    ...adoptedLines(adopted),
    `  slug       ${slugs[0]}${slugs.length > 1 ? `, once ${slugs.slice(1).join(', ')}` : ''}`,
    `  file       ${path ?? 'taken by another article'}${isPresent || path === undefined ? '' : ', which is gone'}`,
    `  state      ${stateText(known)}`,
    `  published  ${isoDate(known.published)}, updated ${isoDate(known.updated)}, first seen ${isoDate(known.firstSeen)}`,
    `  revision   ${revision}, made by change ${change}`,
    ...feeds.map((place, at) => `  ${at === 0 ? 'feeds    ' : '         '}  ${placeText(place)}`),
    ...(feeds.length === 0
      ? [`  feeds      none: not in ${notIn.map(feedName).join(', ')}, since it is ${known.state}`]
      : []),
    ...(held === undefined
      ? []
      : [`  held       its file is gone, and it stays: ${held} (feedwright hold show)`]),
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

function placeText({ feed, position, isShown, shown, page }: FeedPlace): string {
  if (isShown) return `${position} in ${feedName(feed)}`;
  if (page !== undefined) return `${position} in ${feedName(feed)}, on page ${page} of its archive`;
  return `not in ${feedName(feed)}: ${position} of its articles, beyond the ${shown} shown`;
}

function feedName(feed: string): string {
  return feed === '' ? 'the main feed' : feed;
}

function faultLines({ faults }: Pick<ExplainedFile, 'faults'>): readonly string[] {
  return faults.map(({ path, line, severity, what }) => `  ${severity}: ${path}:${line}: ${what}`);
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
