/**
 * `feedwright adopt`: readers of an old feed go on with ours and notice nothing.
 *
 * The ids and dates change what every reader gets, so the ledger is opened as its owner: with the service stopped.
 * While it runs, the table is shown, and nothing is written. A ledger without articles takes the articles folder in
 * first.
 */
import { createInterface } from 'node:readline/promises';
import { planJson, planText } from './adopt/adoption-text.ts';
import { oldFeedBytes } from './adopt/old-feed-bytes.ts';
import { type AdoptionPlan, planAdoption } from './adopt/plan-adoption.ts';
import { readOldFeed } from './adopt/read-old-feed.ts';
import { systemClock } from './base/clock.ts';
import { Failure } from './base/failure.ts';
import { openLog } from './base/log.ts';
import { isPublicAuthority } from './base/site.ts';
import { type Config, readConfig } from './config.ts';
import { Ledger } from './ledger/ledger.ts';
import { GENERATOR } from './render/generator.ts';

/** How it is asked. */
export interface AdoptTerms {
  /** Written without a question. */
  readonly isAgreed: boolean;
  readonly format: 'text' | 'json';
}

/** A ledger, and whether this process alone has it. */
interface OpenedLedger {
  readonly ledger: Ledger;
  readonly inUse: Failure | undefined;
}

/**
 * Reads an old feed, shows what it is of ours, and adopts its ids and dates.
 *
 * @returns the exit code: 0 when all that is like ours is adopted, 1 when nothing was written or nothing is like ours
 * @throws {Failure} `old-feed-unreachable`, `old-feed-unreadable`, `ledger-in-use` after the table was shown
 */
export async function adopt(source: string, terms: AdoptTerms): Promise<number> {
  const config = readConfig();
  const userAgent = `${GENERATOR.name}/${GENERATOR.version}`;
  const feed = readOldFeed(await oldFeedBytes(source, userAgent));
  const { ledger, inUse } = await opened(config);
  try {
    if (inUse === undefined) await takeInIfEmpty(ledger, config);
    const plan = await planAdoption(ledger.articles, feed, systemClock.now());
    const fresh = plan.adopted.filter(({ isKnown }) => !isKnown);
    if (terms.format === 'text') process.stdout.write(planText(plan));
    const isWanted = fresh.length > 0 && (await isAgreed(terms, fresh.length, inUse));
    if (isWanted && inUse === undefined) await ledger.adopt(fresh.map(({ adoption }) => adoption));
    if (terms.format === 'json') process.stdout.write(planJson(plan, isWanted && inUse === undefined));
    else if (!isWanted || inUse === undefined) process.stdout.write(ending(plan, isWanted));
    if (isWanted && inUse !== undefined) throw inUse;
    return isWanted || (fresh.length === 0 && plan.adopted.length > 0) ? 0 : 1;
  } finally {
    await ledger.close();
  }
}

/** The ledger as its owner; beside a service that has it, only to look. */
async function opened(config: Config): Promise<OpenedLedger> {
  const options = { clock: systemClock, authority: config.site.authority };
  try {
    return { ledger: await Ledger.open(config.dataFolder, options), inUse: undefined };
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 'ledger-in-use') throw cause;
    const message = `nothing is written, since a service uses the ledger in ${config.dataFolder}: stop it, adopt, and start it again`;
    return {
      ledger: await Ledger.openBeside(config.dataFolder, options),
      inUse: new Failure('ledger-in-use', message, { cause }),
    };
  }
}

/** The first start of all: what the articles are is learned as the service would. */
async function takeInIfEmpty(ledger: Ledger, config: Config): Promise<void> {
  if ((await ledger.articles.adoptable()).length > 0) return;
  const { authority } = config.site;
  if (!isPublicAuthority(authority))
    process.stderr.write(
      `feedwright: ids are minted under ${authority}: set BASE_URL or site.authority before going public\n`,
    );
  const { Intake } = await import('./intake/intake.ts');
  const intake = new Intake({
    root: config.articlesFolder,
    site: config.site,
    ledger,
    clock: systemClock,
    log: openLog('silent'),
    hold: { ...config.settings.hold, shown: config.settings.feeds.limit },
    onChange: async () => {},
  });
  await intake.takeIn();
  await intake.close();
  if (!intake.isTakenIn)
    throw new Failure(
      'data-folder-unusable',
      `cannot take in ${config.articlesFolder} (${intake.trouble}): start the service once, and see its log`,
    );
}

/** Asks, where nobody has agreed; programs are asked nothing. */
async function isAgreed(terms: AdoptTerms, count: number, inUse: Failure | undefined): Promise<boolean> {
  if (terms.isAgreed) return true;
  if (terms.format === 'json') return false;
  if (inUse !== undefined) return true;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  // Without anybody at the keyboard the input ends, and that is no.
  const ended = new Promise<string>((resolve) => asking.once('close', () => resolve('')));
  const answer = await Promise.race([asking.question(`adopt these ${count}? [y/N] `), ended]);
  asking.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

function ending({ adopted }: AdoptionPlan, isWanted: boolean): string {
  if (isWanted) return 'written: readers get these ids and dates from the next start on\n';
  if (adopted.length === 0) return 'nothing of it is like an article of ours\n';
  return adopted.every(({ isKnown }) => isKnown)
    ? 'all of them are adopted already\n'
    : 'nothing is written\n';
}
