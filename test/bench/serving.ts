/**
 * `npm run bench:serving`: what else a poll meets – Express, a crowd, an editor at work, a thousand large feeds.
 *
 * As in `npm run bench`, servers share core 0, the load has core 1, and what is compared is measured in turns.
 *
 *   --rounds 5 --seconds 3 --feeds 200
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cpuMs, output, programs, type Running, start, startParameters } from './child-process.ts';
import { ask, askUntil, freePort } from './http-get.ts';
import { type MadeUpArticle, madeUpArticle, writeMadeUpArticles } from './made-up-articles.ts';
import { markdownTable, median, percentile } from './medians.ts';
import { LatencyProbe } from './poll-latency.ts';
import { prepareNginx } from './static-nginx.ts';

const FEED = '/rss.xml';
const SERVER_CORE = '0';
const LOAD_CORE = '1';
/** How often, and how long at a time, polls are timed while somebody edits, and while nobody does. */
const EDITING_TURNS = 6;
const EDITING_MS = 5_000;
const EDIT_EVERY_MS = 200;
/** Fifty of these make a feed of about 2 MB. */
const LARGE = { count: 50, bytes: 30_000 };
const SMALL = { count: 50, bytes: 3_280 };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    feeds: { type: 'string', default: '200' },
  },
});
const { taskset, nginx, wrk } = programs('taskset', 'nginx', 'wrk');
const rounds = Array.from({ length: Number(values.rounds) });

interface Server {
  readonly port: number;
  readonly running: Running;
}

/** What one run of requests cost. */
interface Load {
  readonly cpuMicroseconds: number;
  readonly p99Ms: number;
}

const folder = mkdtempSync(join(tmpdir(), 'feedwright-bench-'));
const started: Running[] = [];
const rows: (readonly string[])[] = [['', 'Feedwright', 'peer', 'ratio', 'goal']];
try {
  await measureSmall();
  if (Number(values.feeds) > 0) await measureLarge();
  process.stdout.write(`${markdownTable(rows)}\n`);
} finally {
  await Promise.all(started.map((running) => running.end()));
  rmSync(folder, { recursive: true });
}

async function measureSmall(): Promise<void> {
  const articles = join(folder, 'small');
  const newest = writeMadeUpArticles(articles, SMALL);
  const feedwright = await serve(articles, '');
  const { body } = await ask(feedwright.port, FEED);
  const files = await serveFiles({ 'rss.xml': body });
  const unknown = '/articles/nobody-wrote-it';
  const [negotiated, missing, fast, crowd, peer, peersCrowd] = await inTurns([
    () => load(feedwright, '/feed', 32),
    () => load(feedwright, unknown, 32),
    () => load(feedwright, FEED, 32),
    () => load(feedwright, FEED, 64),
    () => load(files, FEED, 32),
    () => load(files, FEED, 64),
  ]);
  const costs = (what: string, loads: readonly Load[], goal: string) =>
    row(what, loads, peer!, ({ cpuMicroseconds }) => cpuMicroseconds, 'µs', { goal, isSpeed: true });
  costs('CPU of a 304 from the table (peer: nginx)', fast!, '≥ 0.45');
  costs('CPU of a 304 through Express, /feed (peer: nginx)', negotiated!, '≥ 0.28');
  costs("CPU of a 404 through Express (peer: nginx's 304)", missing!, '');
  row(
    '99th percentile of a 304 at 64 connections (peer: nginx)',
    crowd!,
    peersCrowd!,
    ({ p99Ms }) => p99Ms,
    'ms',
    {
      goal: '≤ 3.5',
    },
  );
  await Promise.all(started.splice(0).map((running) => running.end()));
  // Compressors have threads of their own, and here a core to run on.
  const free = await serve(articles, '', `${SERVER_CORE},${LOAD_CORE}`);
  await measureEditing(free, join(articles, newest.path), newest);
  await Promise.all(started.splice(0).map((running) => running.end()));
}

/** The worst poll while an article is saved five times a second, beside the worst of as many without. */
async function measureEditing({ port }: Server, file: string, { text }: MadeUpArticle): Promise<void> {
  const quiet: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < EDITING_TURNS; round++) {
    quiet.push(...(await pollsDuring(port, () => pause(EDITING_MS))));
    busy.push(
      ...(await pollsDuring(port, async () => {
        for (let edit = 0; edit < EDITING_MS / EDIT_EVERY_MS; edit++) {
          writeFileSync(file, `${text}\nEdit ${round}.${edit}.\n`);
          await pause(EDIT_EVERY_MS);
        }
      })),
    );
  }
  for (const [what, pick] of [
    ['worst', (ms: readonly number[]) => Math.max(...ms)],
    ['99th percentile of', (ms: readonly number[]) => percentile(ms, 0.99)],
  ] as const) {
    const [one, other] = [pick(busy), pick(quiet)];
    rows.push([
      `${what} poll during 5 edits a second (peer: without)`,
      `${one.toFixed(1)} ms`,
      `${other.toFixed(1)} ms`,
      (one / other).toFixed(2),
      '≤ 2',
    ]);
  }
}

async function pollsDuring(port: number, work: () => Promise<void>): Promise<readonly number[]> {
  const probe = new LatencyProbe(port, FEED);
  await work();
  return probe.stop();
}

/** 304s of many feeds of 2 MB beside those of one small feed. */
async function measureLarge(): Promise<void> {
  const count = Number(values.feeds);
  const small = join(folder, 'small-again');
  writeMadeUpArticles(small, { count: 5, bytes: 3_280 });
  const large = join(folder, 'large');
  writeMadeUpArticles(large, LARGE);
  // Feeds of sections hold the same articles under as many names.
  const sections = Array.from({ length: count }, (_, number) => `feed-${number}`);
  writeSections(large, sections);
  const settings = 'feeds: { kilobytes: 4000 }\nmemory: { representationsMegabytes: 16000 }\n';
  const [one, many] = [await serve(small, ''), await serve(large, settings)];
  const paths = sections.map((name) => `/tags/${name}/rss.xml`);
  let bytes = 0;
  for (const path of paths) bytes += (await ask(many.port, path)).body.length;
  const [manyLoads, oneLoads] = await inTurns([() => loadAll(many, paths), () => loadAll(one, [FEED])]);
  const name = `CPU of a 304 of ${count} feeds of ${(bytes / count / 1e6).toFixed(1)} MB (peer: of one of 20 KB)`;
  row(name, manyLoads!, oneLoads!, ({ cpuMicroseconds }) => cpuMicroseconds, 'µs', { goal: '≤ 1.05' });
}

/** Every article gets as many of the tags as one may have; so each tag's feed needs articles enough. */
function writeSections(articles: string, names: readonly string[]): void {
  const TAGS_EACH = 20;
  for (let at = 0; at < names.length; at += TAGS_EACH) {
    const home = join(articles, `group-${at}`);
    mkdirSync(home);
    for (let number = 0; number < LARGE.count; number++) {
      const { path, text } = madeUpArticle(number, LARGE.bytes);
      const tags = `tags: [${names.slice(at, at + TAGS_EACH).join(', ')}]`;
      writeFileSync(
        join(home, `${number}-${path.split('/').at(-1)}`),
        text.replace(/^tags: .*$/m, tags).replace(/^title: .*$/m, (title) => `${title} of ${at}`),
      );
    }
  }
}

function row(
  what: string,
  loads: readonly Load[],
  peers: readonly Load[],
  pick: (load: Load) => number,
  unit: string,
  { goal, isSpeed = false }: { readonly goal: string; readonly isSpeed?: boolean },
): void {
  const ratio = median(
    loads.map((load, round) =>
      isSpeed ? pick(peers[round]!) / pick(load) : pick(load) / pick(peers[round]!),
    ),
  );
  const shown = (all: readonly Load[]) => `${median(all.map(pick)).toFixed(1)} ${unit}`;
  rows.push([what, shown(loads), shown(peers), ratio.toFixed(2), goal]);
}

/** Each work once a round, one after the other: two side by side met the same machine. */
async function inTurns(works: readonly (() => Promise<Load>)[]): Promise<readonly (readonly Load[])[]> {
  const loads: Load[][] = works.map(() => []);
  for (const work of works) await work();
  for (const _ of rounds) for (const [at, work] of works.entries()) loads[at]!.push(await work());
  return loads;
}

async function serve(articles: string, settings: string, cores = SERVER_CORE): Promise<Server> {
  const port = await freePort();
  const config = `${articles}.yaml`;
  writeFileSync(config, settings);
  const running = start(taskset, ['-c', cores, process.execPath, ...startParameters()], {
    PORT: String(port),
    ARTICLES_DIR: articles,
    DATA_DIR: `${articles}-data`,
    CONFIG: config,
    BASE_URL: 'https://feeds.example.org',
    LOG_LEVEL: 'error',
  });
  started.push(running);
  await askUntil(port, '/readyz', ({ status }) => status === 200, { everyMs: 20 });
  await pause(2_500);
  return { port, running };
}

async function serveFiles(files: Readonly<Record<string, Buffer>>): Promise<Server> {
  const port = await freePort();
  const running = start(taskset, ['-c', SERVER_CORE, nginx, ...prepareNginx(folder, port, files)]);
  started.push(running);
  await askUntil(port, FEED, ({ status }) => status === 200, { everyMs: 20 });
  return { port, running };
}

function load(server: Server, path: string, connections: number): Promise<Load> {
  return loadAll(server, [path], connections);
}

/** Conditional polls of all paths in turn; an address that is not there has no tag to name. */
async function loadAll({ port, running }: Server, paths: readonly string[], connections = 32): Promise<Load> {
  const polls: (readonly [path: string, etag: string])[] = [];
  for (const path of paths) polls.push([path, String((await ask(port, path)).headers.etag ?? '"none"')]);
  const script = join(folder, 'polls.lua');
  const table = polls.map(([path, etag]) => `{'${path}','${etag}'}`).join(',\n');
  writeFileSync(
    script,
    `local polls={${table}}\nlocal made={}\nlocal at=0\nfunction init() for i,p in ipairs(polls) do made[i]=wrk.format('GET',p[1],{['If-None-Match']=p[2],['User-Agent']='bench'}) end end\nfunction request() at=at%#made+1 return made[at] end\n`,
  );
  const before = cpuMs(running.pid);
  const report = await output(taskset, [
    ...['-c', LOAD_CORE, wrk, '-t1', `-c${connections}`, `-d${values.seconds}s`, '--latency'],
    ...['-s', script, `http://127.0.0.1:${port}`],
  ]);
  const spentMs = cpuMs(running.pid) - before;
  const requests = Number(/(\d+) requests in/.exec(report)![1]);
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(report)!;
  return {
    cpuMicroseconds: (spentMs * 1000) / requests,
    p99Ms: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'],
  };
}
