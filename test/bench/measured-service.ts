/**
 * Feedwright as a process that is measured: how long until it serves, until an edit is served.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peakMegabytes, type Running, start, startParameters } from './child-process.ts';
import { type Answer, ask, askUntil, freePort } from './http-get.ts';
import type { MadeUpArticle } from './made-up-articles.ts';
import { LatencyProbe } from './poll-latency.ts';

/** The feed that is asked for. */
export const FEED = '/rss.xml';
const POLL_MS = 2;
/** How long a million articles may take, in milliseconds. */
const IMPORT_MS_MAX = 1_800_000;

/** A service that serves, and what its start took. */
export interface Served {
  readonly running: Running;
  readonly port: number;
  /** Seconds from the start of the process to the newest article in the feed. */
  readonly served: number;
  /** Seconds to the last article of the archive. */
  readonly takenIn: number;
  /** Milliseconds of the polls from then to then. */
  readonly pollsMs: readonly number[];
  /** The most memory that the service ever held. */
  readonly megabytes: number;
}

/** Starts Feedwright as `npm start` does, and polls it until the whole archive is there. */
export async function feedsServed(articlesFolder: string, data: string, headline: string): Promise<Served> {
  const port = await freePort();
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const service = start(process.execPath, startParameters(), {
    PORT: String(port),
    ARTICLES_DIR: articlesFolder,
    DATA_DIR: data,
    BASE_URL: 'https://feeds.example.org',
    LOG_LEVEL: 'error',
  });
  await askUntil(port, FEED, ({ status, body }) => status === 200 && body.includes(headline), {
    everyMs: 5,
    withinMs: IMPORT_MS_MAX,
  });
  const served = seconds();
  const probe = new LatencyProbe(port, FEED);
  await askUntil(port, '/readyz', ({ status }) => status === 200, { everyMs: 20, withinMs: IMPORT_MS_MAX });
  const takenIn = seconds();
  const pollsMs = await probe.stop();
  return { running: service, port, served, takenIn, pollsMs, megabytes: peakMegabytes(service.pid)! };
}

/**
 * Milliseconds from before a file is written to the new words in the feed, as somebody sees them who polls properly.
 *
 * @param edits how many
 */
export async function editTimes(
  articlesFolder: string,
  port: number,
  newest: MadeUpArticle,
  edits: number,
): Promise<readonly number[]> {
  const file = join(articlesFolder, newest.path);
  const times: number[] = [];
  let etag = String((await ask(port, FEED)).headers.etag);
  const newBytes = async (isWished: (answer: Answer) => boolean) => {
    const headers = { 'if-none-match': etag };
    const answer = await askUntil(port, FEED, (some) => some.status === 200 && isWished(some), {
      everyMs: POLL_MS,
      headers,
    });
    etag = String(answer.headers.etag);
  };
  for (let edit = 0; edit < edits; edit++) {
    const words = `Correction ${edit} of ${process.hrtime.bigint()}.`;
    const began = performance.now();
    writeFileSync(file, `${newest.text}\n${words}\n`);
    await newBytes(({ body }) => body.includes(words));
    times.push(performance.now() - began);
  }
  writeFileSync(file, newest.text);
  await newBytes(({ body }) => !body.includes('Correction'));
  return times;
}
