/**
 * What readers who keep what they have read live through in ten redeploys: nothing old is ever new to them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Checks } from './checks.ts';
import { NewsboatReader } from './newsboat-reader.ts';
import { pythonWithFeedparser, run } from './programs.ts';
import type { PublishedSite } from './published-site.ts';
import { REDEPLOYS } from './redeploys.ts';

const FORMATS = ['rss.xml', 'atom.xml'];

/** Claims ten redeploys, one after the other. */
export async function claimRedeploys(checks: Checks, site: PublishedSite, scratch: string): Promise<void> {
  const urls = FORMATS.map((name) => `${site.proxy.url}/${name}`);
  const memory = join(scratch, 'feedparser.json');
  const home = join(scratch, 'newsboat-redeploys');
  mkdirSync(home);
  const newsboat = new NewsboatReader(home, urls);
  await newsboat.poll();
  newsboat.markAllRead();
  await rememberedBy(memory, urls);
  for (const [number, { what, act }] of REDEPLOYS.entries()) {
    await checks.claim(
      `redeploy ${number + 1} of 10 is no news to newsboat and feedparser: ${what}`,
      async () => {
        await site.redeploy(act);
        await newsboat.poll();
        const unread = newsboat.articles().filter((article) => article.unread !== 0);
        return [
          ...unread.map(({ guid, title }) => `newsboat shows ${title} (${guid}) as new`),
          ...(await rememberedBy(memory, urls)),
        ];
      },
    );
  }
}

/** What feedparser finds new or redated since it looked last; it remembers what it finds. */
async function rememberedBy(memory: string, urls: readonly string[]): Promise<readonly string[]> {
  const python = (await pythonWithFeedparser())!;
  const { code, stdout, stderr } = await run(
    python,
    [join(import.meta.dirname, 'feedparser-memory.py'), memory],
    { input: JSON.stringify(urls) },
  );
  if (code !== 0) return [`feedparser ended with ${code}: ${stderr}`];
  return JSON.parse(stdout) as string[];
}
