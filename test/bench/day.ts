/**
 * `npm run bench:day`: the bytes of a day – a thousand readers of ten kinds poll a site that publishes forty articles.
 *
 * Hours pass on a clock of the bench's own; every poll is a real request over a real connection, and all bytes of the
 * answer count, heads too. Beside them stands what a static file server would have sent for the same polls: everything
 * to everybody; everything that has changed, as it is; and the same in gzip.
 *
 *   --publications 40
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Service } from '../../src/service.ts';
import { settingsSchema } from '../../src/settings-schema.ts';
import { HandClock } from '../http/hand-clock.ts';
import { TEST_SITE } from '../http/running-service.ts';
import { startAtHand } from '../http/service-at-hand.ts';
import { until } from '../http/until.ts';
import { CLIENT_KINDS, type ClientKind } from './day-clients.ts';
import { madeUpArticle, writeMadeUpArticles } from './made-up-articles.ts';
import { markdownTable } from './medians.ts';

const ARTICLES = { count: 200, bytes: 3_280 };
const MORNING = Date.UTC(2026, 5, 15);
const DAY_MINUTES = 24 * 60;
/** Newsrooms publish by day: from 7 to 22. */
const FIRST_MINUTE = 7 * 60;
const LAST_MINUTE = 22 * 60;

const { values } = parseArgs({ options: { publications: { type: 'string', default: '40' } } });

/** A reader, and what it remembers. */
interface Client {
  readonly kind: ClientKind;
  etag: string | undefined;
  modified: string | undefined;
}

interface Bytes {
  sent: number;
  polls: number;
  unconditional: number;
  conditional: number;
  conditionalGzip: number;
}

const folder = mkdtempSync(join(tmpdir(), 'feedwright-day-'));
const articles = join(folder, 'articles');
const clock = new HandClock(new Date(MORNING - 60_000).toISOString());
const agent = new Agent({ keepAlive: true });
const totals = new Map<ClientKind, Bytes>();
/** Whatever somebody polls. */
const PATHS = [...new Set(CLIENT_KINDS.map(({ path }) => path))];
/** What nginx writes before a file, about. */
const STATIC_HEAD = 230;
/** Of each document that there was. */
const sizes = new Map<string, { readonly identity: number; readonly gzip: number }>();
const statuses = new Map<number, number>();
writeMadeUpArticles(articles, ARTICLES);
const service = await startAtHand(
  {
    port: 0,
    host: '127.0.0.1',
    articlesFolder: articles,
    dataFolder: join(folder, 'data'),
    logLevel: 'silent',
    site: TEST_SITE,
    settings: settingsSchema.parse({}),
  },
  { clock },
);
try {
  await service.takenIn;
  await liveThrough(service);
  report();
} finally {
  agent.destroy();
  await service.close();
  rmSync(folder, { recursive: true });
}

/** Minute by minute: what is published, then who polls. */
async function liveThrough({ port }: Service): Promise<void> {
  const clients: Client[] = CLIENT_KINDS.flatMap((kind) =>
    Array.from({ length: kind.count }, () => ({ kind, etag: undefined, modified: undefined })),
  );
  const publications = Number(values.publications);
  const apart = (LAST_MINUTE - FIRST_MINUTE) / publications;
  const due = new Set(Array.from({ length: publications }, (_, at) => Math.floor(FIRST_MINUTE + at * apart)));
  // Everybody has been here yesterday: the day begins with what they remember.
  for (const client of clients) await poll(port, client, false);
  let published = 0;
  for (let minute = 0; minute < DAY_MINUTES; minute++) {
    clock.set(new Date(MORNING + minute * 60_000).toISOString());
    if (due.has(minute)) await publish(port, published++);
    clock.advance(30);
    for (const [number, client] of clients.entries()) {
      if ((minute + number * 7) % client.kind.everyMinutes === 0) await poll(port, client, true);
    }
  }
}

async function publish(port: number, number: number): Promise<void> {
  const { text, headline } = madeUpArticle(ARTICLES.count + number, ARTICLES.bytes);
  const now = clock.now().toISOString();
  writeFileSync(join(articles, `today-${number}.md`), text.replace(/^date: .*$/m, `date: ${now}`));
  await until(`${headline} is there`, async () => (await ask(port, '/rss.xml', {})).body.includes(headline));
  // On this clock no time passes for what is made in the background: half a minute of it goes by here.
  const isBest = async (path: string) =>
    (await ask(port, path, { 'accept-encoding': 'br' }, 'HEAD')).headers.etag?.includes('-br11') ?? false;
  for (const path of PATHS) await until(`${path} is as small as it gets`, () => isBest(path), 10_000);
}

async function poll(port: number, client: Client, isCounted: boolean): Promise<void> {
  const { kind } = client;
  const headers: Record<string, string> = { 'accept-encoding': kind.acceptEncoding };
  if (kind.sends !== 'date' && client.etag !== undefined) headers['if-none-match'] = client.etag;
  if (kind.sends !== 'etag' && client.modified !== undefined) headers['if-modified-since'] = client.modified;
  if (kind.wantsDelta) headers['a-im'] = 'feed';
  const answer = await ask(port, kind.path, headers);
  client.etag = answer.headers.etag ?? client.etag;
  client.modified = answer.headers['last-modified'] ?? client.modified;
  if (isCounted) await count(port, kind, answer);
}

async function count(port: number, kind: ClientKind, { status, head, body }: Answer): Promise<void> {
  const bytes = totals.get(kind) ?? {
    sent: 0,
    polls: 0,
    unconditional: 0,
    conditional: 0,
    conditionalGzip: 0,
  };
  const { identity, gzip } = await staticSizes(port, kind.path);
  const isNew = status !== 304;
  bytes.polls++;
  bytes.sent += head + body.length;
  bytes.unconditional += STATIC_HEAD + identity;
  bytes.conditional += STATIC_HEAD + (isNew ? identity : 0);
  bytes.conditionalGzip += STATIC_HEAD + (isNew ? gzip : 0);
  totals.set(kind, bytes);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

/** The sizes of the document as it is now. */
async function staticSizes(port: number, path: string) {
  const { headers } = await ask(port, path, {}, 'HEAD');
  const known = sizes.get(headers.etag!);
  if (known !== undefined) return known;
  const { body } = await ask(port, path, {});
  const size = { identity: body.length, gzip: gzipSync(body, { level: 9 }).length };
  sizes.set(headers.etag!, size);
  return size;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Bytes of the status line and the headers. */
  readonly head: number;
  readonly body: Buffer;
}

function ask(port: number, path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  get({ host: '127.0.0.1', port, path, headers, agent, method }, (response) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('end', () => {
      const { statusCode, statusMessage, rawHeaders } = response;
      const lines = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
      const head = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n\r\n`.length + lines;
      resolve({ status: statusCode!, headers: response.headers, head, body: Buffer.concat(pieces) });
    });
  }).on('error', reject);
  return promise;
}

function report(): void {
  const all = { sent: 0, polls: 0, unconditional: 0, conditional: 0, conditionalGzip: 0 };
  for (const bytes of totals.values())
    for (const key of Object.keys(all) as (keyof Bytes)[]) all[key] += bytes[key];
  const share = (part: number, whole: number) => `1/${(whole / part).toFixed(1)}`;
  const line = (name: string, bytes: Bytes) => [
    name,
    String(bytes.polls),
    megabytes(bytes.sent),
    `${megabytes(bytes.unconditional)} (${share(bytes.sent, bytes.unconditional)})`,
    `${megabytes(bytes.conditional)} (${share(bytes.sent, bytes.conditional)})`,
    `${megabytes(bytes.conditionalGzip)} (${share(bytes.sent, bytes.conditionalGzip)})`,
  ];
  const told = [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, times]) => `${times} × ${status}`);
  process.stdout.write(
    `${values.publications} articles published, ${CLIENT_KINDS.reduce((sum, { count }) => sum + count, 0)} readers; ${told.join(', ')}\n\n`,
  );
  process.stdout.write(
    `${markdownTable([
      ['', 'polls', 'Feedwright', 'static, everything', 'static, conditional', 'static, conditional, gzip'],
      ...[...totals].map(([{ name }, bytes]) => line(name, bytes)),
      line('all', all),
    ])}\n`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
