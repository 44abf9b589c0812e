/**
 * The conformance checks: the service, really started, judged by programs that others wrote.
 *
 * Publishes the sample articles, the real ones where they lie beside the project, and articles full of oddities; asks
 * xmllint, Ruby's rss, feedparser, curl and newsboat. One line a claim, then the counts; code 1 when one does not hold.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checks } from './checks.ts';
import { claimCurl } from './curl-claims.ts';
import { claimDocuments, claimSurvival } from './document-claims.ts';
import { writeEvilArticles } from './evil-articles.ts';
import { claimNewsboat, KEPT_ARTICLE } from './newsboat-claims.ts';
import { missingPackages } from './programs.ts';
import { fetchFeeds } from './published-feeds.ts';
import { PublishedSite } from './published-site.ts';
import { claimRedeploys } from './redeploy-claims.ts';

const PROJECT = join(import.meta.dirname, '../..');
const REAL_ARTICLES = join(PROJECT, '../shared/articles');

const checks = new Checks();
const missing = await missingPackages();
await checks.claim('the programs that judge are installed', async () =>
  missing.map((debianPackage) => `install the Debian package ${debianPackage}`),
);
if (missing.length === 0) await judgeAll();
process.stdout.write(`conformance: ${checks.summary}\n`);
process.exitCode = checks.isPassed ? 0 : 1;

async function judgeAll(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'feedwright-conformance-'));
  try {
    await judge('the sample articles', join(PROJECT, 'articles'), join(scratch, 'sample'));
    if (existsSync(REAL_ARTICLES)) await judge('the real articles', REAL_ARTICLES, join(scratch, 'real'));
    else process.stdout.write('the real articles are not beside the project: their checks are left out\n');
    const evil = join(scratch, 'evil-articles');
    writeEvilArticles(evil);
    await judge('articles full of oddities', evil, join(scratch, 'evil'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Publishes one folder, and lets everybody judge it. */
async function judge(what: string, folder: string, scratch: string): Promise<void> {
  process.stdout.write(`${what}\n`);
  mkdirSync(scratch);
  const site = await PublishedSite.open(folder, { [KEPT_ARTICLE.path]: KEPT_ARTICLE.text }, scratch);
  try {
    await settled(site.origin);
    const feeds = await fetchFeeds(site.baseUrl);
    await claimDocuments(checks, feeds, site.baseUrl, scratch);
    await claimSurvival(checks, feeds, site);
    await claimCurl(checks, site.origin, ['/rss.xml', '/atom.xml', '/feed.json'], scratch);
    await claimNewsboat(checks, site, scratch);
    await claimRedeploys(checks, site, scratch);
  } finally {
    await site.close();
  }
}

/** The second in which a document changed says too little to answer 304 by (H-13, decision 0003): readers come later. */
async function settled(origin: string): Promise<void> {
  const changed = new Date((await fetch(`${origin}/rss.xml`)).headers.get('last-modified') ?? 0);
  await sleep(Math.max(0, changed.getTime() + 2000 - Date.now()));
}
