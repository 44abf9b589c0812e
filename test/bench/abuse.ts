/**
 * `npm run bench:abuse`: what others notice while somebody misbehaves.
 *
 * Our own attackers come first, then those that everybody has: slowhttptest, wrk and h2load. The service has core 0;
 * whoever attacks and whoever polls share core 1, the attacker with less right to it. While each attack runs, polls of
 * others are timed; afterwards the service must answer, and its memory is looked at again.
 *
 *   --seconds 8 --only <part of a name>
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ATTACKS, connectionsAllowed, type Havoc } from './abuse-attacks.ts';
import { TOOL_ATTACKS, toolHavoc, toolParameters } from './abuse-tools.ts';
import {
  output,
  programs,
  type Running,
  residentMegabytes,
  start,
  startParameters,
} from './child-process.ts';
import { ask, askUntil, freePort } from './http-get.ts';
import { idleCost } from './idle-connections.ts';
import { writeMadeUpArticles } from './made-up-articles.ts';
import { markdownTable, percentile } from './medians.ts';
import { OutsiderProbe } from './outsider-probe.ts';

const SERVER_CORE = '0';
const LOAD_CORE = '1';
/** Fifty of these make a feed of about 224 KB. */
const ARTICLES = { count: 50, bytes: 3280 };
const IDLE_CONNECTIONS = 5_000;

/** How much longer than it was told another's program may run. */
const TIMEOUT_SECONDS = 30;

/** What has to hold. */
const P99_MS_MAX = 50;
const KILOBYTES_EACH_MAX = 8;
const EXTRA_CPU_MAX = 0.25;
/** The most memory that the service may hold meanwhile. */
const PEAK_MEGABYTES_MAX = 400;

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, only: { type: 'string' } },
});
const { taskset, nice, timeout, ...tools } = programs(
  ...(['taskset', 'nice', 'timeout', 'slowhttptest', 'wrk', 'h2load'] as const),
);
const { wrk } = tools;
const client = fileURLToPath(new URL('abuse-client.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'feedwright-abuse-'));
let misses = 0;
try {
  writeMadeUpArticles(join(folder, 'articles'), ARTICLES);
  // A service that has suffered nothing yet: memory that an attack left would be used again, and not seen.
  if (values.only === undefined) await withService(tellIdleCost);
  await withService(tellAttacks);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(misses === 0 ? 0 : 1);

async function withService(work: (running: Running, port: number) => Promise<void>): Promise<void> {
  const port = await freePort();
  const running = start(taskset, ['-c', SERVER_CORE, process.execPath, ...startParameters()], {
    PORT: String(port),
    ARTICLES_DIR: join(folder, 'articles'),
    DATA_DIR: join(folder, 'data'),
    BASE_URL: 'https://feeds.example.org',
    LOG_LEVEL: 'silent',
  });
  try {
    await askUntil(port, '/readyz', ({ status }) => status === 200, { everyMs: 20 });
    await ask(port, '/rss.xml');
    await work(running, port);
  } finally {
    await running.end();
  }
}

async function tellAttacks(service: Running, port: number): Promise<void> {
  process.stdout.write(`at most ${Math.min(connectionsAllowed(), 10_000)} connections an attack\n\n`);
  const rows: (readonly string[])[] = [
    [
      'attack',
      'connections',
      'answers',
      'cut off',
      'p50 ms',
      'p99 ms',
      'failed polls',
      'MB before',
      'peak',
      'after',
      '',
    ],
  ];
  const isWanted = ({ name }: { readonly name: string }) => name.includes(values.only ?? '');
  for (const each of [...ownAssaults(port), ...toolAssaults(port)].filter(isWanted))
    rows.push(await suffer(service, port, each));
  process.stdout.write(`${markdownTable(rows)}\n`);
}

/** An attack as a program that is started, and what its report says. */
interface Assault {
  readonly name: string;
  readonly readsNothing: boolean;
  readonly secondsMin: number;
  command(seconds: string): readonly string[];
  havoc(report: string): Havoc;
}

function ownAssaults(port: number): readonly Assault[] {
  return ATTACKS.map(({ name, reads, secondsMin = 0 }) => ({
    name,
    readsNothing: reads === 'nothing',
    secondsMin,
    command: (seconds) => [
      ...[process.execPath, '--disable-warning=ExperimentalWarning', client],
      ...[name, String(port), seconds],
    ],
    havoc: (report) => JSON.parse(report) as Havoc,
  }));
}

function toolAssaults(port: number): readonly Assault[] {
  return TOOL_ATTACKS.map((each) => ({
    name: each.name,
    readsNothing: false,
    secondsMin: each.secondsMin ?? 0,
    // Whatever a program thinks of its time, it is over then.
    command: (seconds) => [
      ...[timeout, String(Number(seconds) + TIMEOUT_SECONDS), tools[each.program]],
      ...toolParameters(each, port, seconds),
    ],
    havoc: (report) => toolHavoc(each, report),
  }));
}

/** One attack; a row of the table. */
async function suffer(
  { pid, process: child }: Running,
  port: number,
  { name, readsNothing, secondsMin, command, havoc: havocOf }: Assault,
): Promise<readonly string[]> {
  const before = residentMegabytes(pid);
  let peak = before;
  const heldBefore = descriptors(pid);
  let held = 0;
  const looking = setInterval(() => {
    held = descriptors(pid) - heldBefore;
    peak = Math.max(peak, residentMegabytes(pid));
  }, 20);
  const probe = new OutsiderProbe(port);
  const seconds = String(Math.max(Number(values.seconds), secondsMin));
  const havoc = havocOf(await output(taskset, ['-c', LOAD_CORE, nice, '-n', '10', ...command(seconds)]));
  clearInterval(looking);
  const { latenciesMs, failures } = await probe.stop();
  const answer = await ask(port, '/rss.xml');
  const p99 = percentile(latenciesMs, 0.99);
  const isWell =
    p99 < P99_MS_MAX &&
    failures === 0 &&
    peak < PEAK_MEGABYTES_MAX &&
    answer.status === 200 &&
    child.exitCode === null;
  if (!isWell) misses += 1;
  return [
    name,
    String(havoc.connections),
    String(havoc.answers),
    // Who reads nothing does not see that it was cut off either.
    String(readsNothing ? havoc.connections - Math.max(0, held) : havoc.ended),
    percentile(latenciesMs, 0.5).toFixed(1),
    p99.toFixed(1),
    String(failures),
    before.toFixed(0),
    peak.toFixed(0),
    residentMegabytes(pid).toFixed(0),
    isWell ? 'ok' : 'MISSED',
  ];
}

/** Files and connections that a process holds. */
function descriptors(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

async function tellIdleCost({ pid }: Running, port: number): Promise<void> {
  const cost = await idleCost(pid, port, Math.min(IDLE_CONNECTIONS, connectionsAllowed()), [
    taskset,
    '-c',
    LOAD_CORE,
    wrk,
  ]);
  const extra = cost.pollMicrosecondsAmong / cost.pollMicroseconds - 1;
  const verdict = (isWell: boolean) => {
    if (!isWell) misses += 1;
    return isWell ? 'ok' : 'MISSED';
  };
  process.stdout.write(
    `${cost.connections} idle connections: ${cost.kilobytesEach.toFixed(1)} KB each (at most ${KILOBYTES_EACH_MAX}: ${verdict(cost.kilobytesEach <= KILOBYTES_EACH_MAX)}); ` +
      `a poll costs ${cost.pollMicroseconds.toFixed(1)} µs without them and ${cost.pollMicrosecondsAmong.toFixed(1)} µs among them, ` +
      `${(extra * 100).toFixed(0)} % more (at most ${EXTRA_CPU_MAX * 100} %: ${verdict(extra <= EXTRA_CPU_MAX)})\n`,
  );
}
