/**
 * `npm run bench:ledger`: what remembering costs, and how it grows with the archive.
 *
 * For each size: the archive taken in once; then restarts with nothing changed, the scan behind them, the memory of a
 * service at rest, and one file changed until a poller sees the new bytes. Medians; the last column says how each
 * figure grows from the smallest to the largest.
 *
 *   --sizes 1000,10000,100000 --restarts 5 --edits 30
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Walked, walkArchive } from './archive-walk.ts';
import { cpuMs, residentMegabytes } from './child-process.ts';
import { type Answer, askUntil } from './http-get.ts';
import { writeMadeUpArticles } from './made-up-articles.ts';
import { editTimes, feedsServed } from './measured-service.ts';
import { markdownTable, median, percentile } from './medians.ts';

const ARTICLE_BYTES = 4096;
/** How long a service is left alone before its memory is looked at, in milliseconds. */
const REST_MS = 10_000;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    restarts: { type: 'string', default: '5' },
    edits: { type: 'string', default: '30' },
  },
});

/** What was measured at one size. */
interface Figures {
  readonly restartMs: number;
  /** CPU time of a restart and its scan. */
  readonly scanCpuMs: number;
  readonly restMegabytes: number;
  readonly editMs: number;
  readonly editP95Ms: number;
  readonly walked: Walked;
}

const sizes = values.sizes.split(',').map(Number);
const figures: Figures[] = [];
for (const size of sizes) figures.push(await measure(size));
const rows: readonly (readonly [string, string, (figures: Figures) => number])[] = [
  ['restart to feeds served, ms', '500', ({ restartMs }) => restartMs],
  ['CPU of a restart and the scan behind it, ms', '', ({ scanCpuMs }) => scanCpuMs],
  [
    'of it, more than with the smallest archive: the scan, ms',
    '1000',
    ({ scanCpuMs }) => scanCpuMs - figures[0]!.scanCpuMs,
  ],
  ['memory at rest, MB', '150', ({ restMegabytes }) => restMegabytes],
  ['one file changed to new bytes served, median, ms', '25', ({ editMs }) => editMs],
  ['the same, 95th percentile, ms', '', ({ editP95Ms }) => editP95Ms],
  ['an archive page on demand, median, ms', '20', ({ walked }) => median(walked.pagesMs)],
  ['the same, 95th percentile, ms', '20', ({ walked }) => percentile(walked.pagesMs, 0.95)],
  ['articles reached from the head of the feed', 'all', ({ walked }) => walked.articles],
  ['of them more than once', '0', ({ walked }) => walked.repeated],
];
process.stdout.write(
  `${markdownTable([
    ['', 'goal', ...sizes.map((size) => size.toLocaleString('en')), 'growth'],
    ...rows.map(([what, goal, pick]) => [
      what,
      goal,
      ...figures.map((each) => pick(each).toFixed(pick(each) < 100 ? 1 : 0)),
      pick(figures[0]!) === 0 ? '–' : `${(pick(figures.at(-1)!) / pick(figures[0]!)).toFixed(2)} ×`,
    ]),
  ])}\n`,
);

async function measure(size: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-bench-'));
  try {
    const articlesFolder = join(folder, 'articles');
    const data = join(folder, 'data');
    const newest = writeMadeUpArticles(articlesFolder, { count: size, bytes: ARTICLE_BYTES });
    const served = () => feedsServed(articlesFolder, data, newest.headline);
    await (await served()).running.end();
    const restarts: number[] = [];
    const cpu: number[] = [];
    for (let restart = 0; restart < Number(values.restarts); restart++) {
      const { running, served: seconds } = await served();
      restarts.push(seconds * 1000);
      await pause(REST_MS / 5);
      cpu.push(cpuMs(running.pid));
      await running.end();
    }
    const last = await served();
    // The scan behind the start comes to its end first: that of a million files takes some ten seconds.
    const isScanned = ({ body }: Answer) =>
      /_ingest_seconds_count\{work="scan"\} [1-9]/.test(body.toString());
    await askUntil(last.port, '/metrics', isScanned, { everyMs: 100 });
    await pause(REST_MS);
    const restMegabytes = residentMegabytes(last.running.pid);
    const edits = await editTimes(articlesFolder, last.port, newest, Number(values.edits));
    const walked = await walkArchive(last.port);
    await last.running.end();
    return {
      walked,
      restartMs: median(restarts),
      scanCpuMs: median(cpu),
      restMegabytes,
      editMs: median(edits),
      editP95Ms: percentile(edits, 0.95),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
