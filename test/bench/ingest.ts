/**
 * `npm run bench:ingest`: an archive taken in, beside Hugo building the site of the same files.
 *
 * Per round, one after the other: Hugo from nothing; Feedwright from nothing to feeds served; one file changed, again
 * and again, until a poller sees the new bytes; a restart with nothing changed. Medians over the rounds.
 *
 *   --articles 10000 --rounds 3 --edits 20
 */
import assert from 'node:assert';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { peakMegabytes, programs, start } from './child-process.ts';
import { prepareHugo } from './hugo-site.ts';
import { type MadeUpArticle, writeMadeUpArticles } from './made-up-articles.ts';
import { editTimes, FEED, feedsServed } from './measured-service.ts';
import { markdownTable, median, percentile } from './medians.ts';
import { LatencyProbe } from './poll-latency.ts';

const ARTICLE_BYTES = 4096;
/** How long polls are measured with nothing else to do. */
const QUIET_MS = 3000;
/** How often a program that builds is asked for its memory: the kernel keeps the peak, only its last moments can be missed. */
const LOOK_MS = 10;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    edits: { type: 'string', default: '20' },
  },
});
const { hugo } = programs('hugo');

/** What one round measured. */
interface Round {
  readonly hugoSeconds: number;
  readonly hugoMegabytes: number;
  readonly servedSeconds: number;
  readonly importSeconds: number;
  readonly importMegabytes: number;
  /** 99th percentile of polls during the import, and of as many afterwards. */
  readonly busyPollMs: number;
  readonly quietPollMs: number;
  readonly editMs: number;
  readonly restartSeconds: number;
}

const folder = mkdtempSync(join(tmpdir(), 'feedwright-bench-'));
const articlesFolder = join(folder, 'articles');
try {
  const count = Number(values.articles);
  const newest = writeMadeUpArticles(articlesFolder, { count, bytes: ARTICLE_BYTES });
  process.stdout.write(`${count} articles of ${ARTICLE_BYTES} bytes; Node ${process.version}\n\n`);
  const rounds: Round[] = [];
  for (let round = 0; round < Number(values.rounds); round++) rounds.push(await measure(newest, round));
  process.stdout.write(`${markdownTable(tableOf(rounds))}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(newest: MadeUpArticle, round: number): Promise<Round> {
  const built = await buildWithHugo(round);
  const data = join(folder, `data-${round}`);
  const first = await feedsServed(articlesFolder, data, newest.headline);
  const quiet = new LatencyProbe(first.port, FEED);
  await pause(QUIET_MS);
  const quietPollMs = percentile(await quiet.stop(), 0.99);
  const editMs = median(await editTimes(articlesFolder, first.port, newest, Number(values.edits)));
  await first.running.end();
  const again = await feedsServed(articlesFolder, data, newest.headline);
  await again.running.end();
  rmSync(data, { recursive: true });
  return {
    ...built,
    servedSeconds: first.served,
    importSeconds: first.takenIn,
    importMegabytes: first.megabytes,
    busyPollMs: percentile(first.pollsMs, 0.99),
    quietPollMs,
    editMs,
    restartSeconds: again.served,
  };
}

async function buildWithHugo(round: number): Promise<Pick<Round, 'hugoSeconds' | 'hugoMegabytes'>> {
  const destination = join(folder, `hugo-${round}`);
  const parameters = prepareHugo(join(folder, 'hugo-site'), articlesFolder, destination);
  const began = performance.now();
  const building = start(hugo, parameters);
  let hugoMegabytes = 0;
  const looking = setInterval(() => {
    hugoMegabytes = Math.max(hugoMegabytes, peakMegabytes(building.pid) ?? 0);
  }, LOOK_MS);
  const [code] = await once(building.process, 'exit');
  clearInterval(looking);
  assert.equal(code, 0, 'Hugo builds the site');
  const hugoSeconds = (performance.now() - began) / 1000;
  rmSync(destination, { recursive: true });
  return { hugoSeconds, hugoMegabytes };
}

function tableOf(rounds: readonly Round[]): readonly (readonly string[])[] {
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick));
  const each = (pick: (round: Round) => number, digits: number) =>
    rounds.map((round) => pick(round).toFixed(digits)).join(' ');
  const row = (what: string, goal: string, unit: string, pick: (round: Round) => number, digits: number) => [
    what,
    `${middle(pick).toFixed(digits)} ${unit}`,
    goal,
    each(pick, digits),
  ];
  const times = (pick: (round: Round) => number) => `${middle(pick).toFixed(2)} ×`;
  return [
    ['', 'median', 'goal', 'rounds'],
    row('Hugo, full site', '', 's', ({ hugoSeconds }) => hugoSeconds, 2),
    row('Feedwright, from nothing to feeds served', 'Hugo', 's', ({ servedSeconds }) => servedSeconds, 2),
    row('Feedwright, the whole archive taken in', 'Hugo', 's', ({ importSeconds }) => importSeconds, 2),
    ["  of Hugo's time", times((round) => round.importSeconds / round.hugoSeconds), '1.00 ×', ''],
    row('Hugo, peak memory', '', 'MB', ({ hugoMegabytes }) => hugoMegabytes, 0),
    row('Feedwright, peak memory', '300 MB', 'MB', ({ importMegabytes }) => importMegabytes, 0),
    ["  of Hugo's memory", times((round) => round.importMegabytes / round.hugoMegabytes), '0.34 ×', ''],
    row('a poll meanwhile, 99th percentile', '', 'ms', ({ busyPollMs }) => busyPollMs, 1),
    row('a poll with nothing else to do, 99th percentile', '', 'ms', ({ quietPollMs }) => quietPollMs, 1),
    ['  of it', times((round) => round.busyPollMs / round.quietPollMs), '2.00 ×', ''],
    row('one file changed, new bytes served', '50 ms', 'ms', ({ editMs }) => editMs, 1),
    row(
      'restart with nothing changed, feeds served',
      '0.60 s',
      's',
      ({ restartSeconds }) => restartSeconds,
      2,
    ),
  ];
}
