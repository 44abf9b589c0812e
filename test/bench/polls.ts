/**
 * `npm run bench`: what a poll costs, beside nginx serving the same bytes as static files.
 *
 * Servers share core 0 and take turns; the load generator has core 1. What is compared is CPU time per request, which
 * other work on the machine disturbs least, and throughput. Medians over rounds that are interleaved A B C A B C.
 *
 *   --rounds 5 --seconds 3 --connections 32 --only 304|gzip|identity --mode keep-alive|close
 */
import assert from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { RecordedAnswers } from './bare-server.ts';
import { cpuMs, output, programs, type Running, start, startParameters } from './child-process.ts';
import { type Answer, ask, askUntil, freePort } from './http-get.ts';
import { writeMadeUpArticles } from './made-up-articles.ts';
import { markdownTable, median } from './medians.ts';
import { prepareNginx } from './static-nginx.ts';

const SERVER_CORE = '0';
const LOAD_CORE = '1';
const FEED = '/rss.xml';
/** Fifty of these make a feed of about 224 KB. */
const ARTICLES = { count: 50, bytes: 3280 };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    only: { type: 'string' },
    mode: { type: 'string' },
  },
});
const { taskset, nginx, wrk } = programs('taskset', 'nginx', 'wrk');

interface Server {
  readonly name: string;
  readonly port: number;
  readonly running: Running;
}

/** What one run measured. */
interface Run {
  readonly cpuMicroseconds: number;
  readonly requestsPerSecond: number;
}

const ANSWERS = [
  { name: '304', coding: 'gzip', status: 304 },
  { name: 'gzip 200', coding: 'gzip', status: 200 },
  { name: 'identity 200', coding: 'identity', status: 200 },
] as const;
const MODES = ['keep-alive', 'close'] as const;

const folder = mkdtempSync(join(tmpdir(), 'feedwright-bench-'));
const servers: Server[] = [];
try {
  await startServers();
  for (const mode of MODES) {
    if (values.mode !== undefined && values.mode !== mode) continue;
    const title = mode === 'close' ? 'A connection per request' : 'Keep-alive';
    process.stdout.write(
      `\n${title}, CPU µs per request (requests/s), medians of ${values.rounds} rounds:\n\n`,
    );
    process.stdout.write(`${markdownTable(await measure(mode))}\n`);
  }
} finally {
  await Promise.all(servers.map(({ running }) => running.end()));
  rmSync(folder, { recursive: true });
}

/** Feedwright first; the others then serve what it served. */
async function startServers(): Promise<void> {
  const articles = join(folder, 'articles');
  writeMadeUpArticles(articles, ARTICLES);
  const feedwright = await pinned('Feedwright', process.execPath, startParameters, (port) => ({
    PORT: String(port),
    ARTICLES_DIR: articles,
    DATA_DIR: join(folder, 'data'),
    BASE_URL: 'https://feeds.example.org',
    LOG_LEVEL: 'error',
  }));
  await askUntil(feedwright.port, '/readyz', ({ status }) => status === 200, { everyMs: 20 });
  // A feed is served before its codings are made.
  const gzip = await askUntil(feedwright.port, FEED, (some) => some.headers['content-encoding'] === 'gzip', {
    everyMs: 20,
    headers: { 'accept-encoding': 'gzip' },
  });
  const identity = await ask(feedwright.port, FEED);
  process.stdout.write(
    `${FEED}: ${ARTICLES.count} articles, ${identity.body.length} bytes, ${gzip.body.length} in gzip; Node ${process.version}\n`,
  );
  await pinned('nginx', nginx, (port) =>
    prepareNginx(folder, port, { 'rss.xml': identity.body, 'rss.xml.gz': gzip.body }),
  );
  const notModified = await ask(feedwright.port, FEED, {
    'accept-encoding': 'gzip',
    'if-none-match': String(gzip.headers.etag),
  });
  const recorded: RecordedAnswers = {
    path: FEED,
    etag: String(gzip.headers.etag),
    notModified: ownHeaders(notModified),
    gzip: { headers: ownHeaders(gzip), base64: gzip.body.toString('base64') },
    identity: { headers: ownHeaders(identity), base64: identity.body.toString('base64') },
  };
  const file = join(folder, 'recorded.json');
  writeFileSync(file, JSON.stringify(recorded));
  const bare = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  await pinned('node:http', process.execPath, (port) => [bare, file, String(port)]);
  for (const { port } of servers) {
    await askUntil(port, FEED, ({ body }) => body.equals(identity.body), { everyMs: 20 });
    const coded = await ask(port, FEED, { 'accept-encoding': 'gzip' });
    assert.ok(coded.body.equals(gzip.body), 'every server sends the same bytes');
  }
}

async function pinned(
  name: string,
  command: string,
  parameters: (port: number) => readonly string[],
  environment: (port: number) => Readonly<Record<string, string>> = () => ({}),
): Promise<Server> {
  const port = await freePort();
  const running = start(taskset, ['-c', SERVER_CORE, command, ...parameters(port)], environment(port));
  const server = { name, port, running };
  servers.push(server);
  return server;
}

/** Those that node:http does not write itself. */
function ownHeaders({ rawHeaders }: Answer): readonly string[] {
  const written = new Set(['date', 'connection', 'keep-alive']);
  return rawHeaders.filter((_, at) => !written.has(rawHeaders[at - (at % 2)]!.toLowerCase()));
}

async function measure(mode: (typeof MODES)[number]): Promise<readonly (readonly string[])[]> {
  const rows = [
    [
      '',
      ...servers.map(({ name }) => name),
      'Feedwright × nginx',
      'node:http × nginx',
      'Feedwright × node:http',
    ],
  ];
  for (const { name, coding, status } of ANSWERS) {
    if (values.only !== undefined && !name.startsWith(values.only)) continue;
    const runs = new Map<string, Run[]>(servers.map((server) => [server.name, []]));
    const headers = new Map<string, readonly string[]>();
    for (const server of servers) {
      headers.set(server.name, await requestHeaders(server, mode, coding, status));
      await load(server, headers.get(server.name)!, 1);
    }
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const server of servers)
        runs.get(server.name)!.push(await load(server, headers.get(server.name)!, Number(values.seconds)));
    }
    const cost = (server: string) => median(runs.get(server)!.map(({ cpuMicroseconds }) => cpuMicroseconds));
    const rate = (server: string) =>
      median(runs.get(server)!.map(({ requestsPerSecond }) => requestsPerSecond));
    // Of each round first: two runs side by side met the same machine.
    const times = (a: string, b: string) =>
      `${median(runs.get(a)!.map((run, round) => runs.get(b)![round]!.cpuMicroseconds / run.cpuMicroseconds)).toFixed(2)} (${median(runs.get(a)!.map((run, round) => run.requestsPerSecond / runs.get(b)![round]!.requestsPerSecond)).toFixed(2)})`;
    rows.push([
      name,
      ...servers.map((server) => `${cost(server.name).toFixed(1)} (${Math.round(rate(server.name))})`),
      times('Feedwright', 'nginx'),
      times('node:http', 'nginx'),
      times('Feedwright', 'node:http'),
    ]);
  }
  return rows;
}

/** What a feed reader sends; each server is asked with its own entity-tag. */
async function requestHeaders(
  { port }: Server,
  mode: (typeof MODES)[number],
  coding: string,
  status: number,
): Promise<readonly string[]> {
  const accepts: Record<string, string> = coding === 'identity' ? {} : { 'Accept-Encoding': coding };
  const { headers } = await ask(port, FEED, accepts);
  const all = {
    ...accepts,
    ...(status === 304 ? { 'If-None-Match': String(headers.etag) } : {}),
    ...(mode === 'close' ? { Connection: 'close' } : {}),
    'User-Agent': 'bench',
  };
  const { Connection, ...asked } = { Connection: '', ...all };
  const answer = await ask(port, FEED, asked);
  assert.equal(answer.status, status);
  return Object.entries(all).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
}

async function load({ port, running }: Server, headers: readonly string[], seconds: number): Promise<Run> {
  const before = cpuMs(running.pid);
  const began = performance.now();
  const parameters = [
    '-t1',
    `-c${values.connections}`,
    `-d${seconds}s`,
    ...headers,
    `http://127.0.0.1:${port}${FEED}`,
  ];
  const report = await output(taskset, ['-c', LOAD_CORE, wrk, ...parameters]);
  const spentMs = cpuMs(running.pid) - before;
  const [, requests] = /(\d+) requests in/.exec(report) ?? [];
  assert.ok(requests !== undefined && Number(requests) > 0, report);
  assert.doesNotMatch(report, /Non-2xx/, report);
  return {
    cpuMicroseconds: (spentMs * 1000) / Number(requests),
    requestsPerSecond: (Number(requests) * 1000) / (performance.now() - began),
  };
}
