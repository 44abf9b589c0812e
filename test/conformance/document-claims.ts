/**
 * What validators and parsers say of every document: xmllint, Ruby's rss, feedparser.
 *
 * Validators prove validity, readers prove fetching, identity and dates (C-76): both are asked.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checks } from './checks.ts';
import { askJudge, pythonWithFeedparser, run } from './programs.ts';
import { fetchDocument, type PublishedFeed } from './published-feeds.ts';
import type { PublishedSite } from './published-site.ts';

/**
 * Claims that every document is valid and that all formats of a feed agree.
 *
 * @param scratch a folder for files
 */
export async function claimDocuments(
  checks: Checks,
  feeds: readonly PublishedFeed[],
  baseUrl: string,
  scratch: string,
): Promise<void> {
  const xml = feeds.flatMap(({ rss, atom, articles }) => [rss, atom].map((sent) => ({ ...sent, articles })));
  await checks.claim(`xmllint finds ${xml.length} feeds, opml.xml and sitemap.xml well-formed`, async () => {
    const indexes = await Promise.all(
      ['/opml.xml', '/sitemap.xml'].map((path) => fetchDocument(baseUrl + path)),
    );
    const complaints: string[] = [];
    for (const [index, { url, text }] of [...xml, ...indexes].entries()) {
      const file = join(scratch, `${index}.xml`);
      writeFileSync(file, text);
      const { code, stderr } = await run('xmllint', ['--nonet', '--noout', file]);
      if (code !== 0 || stderr !== '') complaints.push(`${url}: ${stderr.split('\n')[0]}`);
    }
    return complaints;
  });
  await checks.claim(
    `Ruby's rss, validating, accepts ${xml.length} feeds and finds the articles of feed.json`,
    () => askJudge('ruby', join(import.meta.dirname, 'ruby-rss-check.rb'), xml),
  );
  await checks.claim(
    `feedparser reads ${xml.length} feeds, finds the articles of feed.json, and is answered 304 by tag and by date`,
    async () =>
      askJudge(
        (await pythonWithFeedparser())!,
        join(import.meta.dirname, 'feedparser-check.py'),
        xml.map(({ url, articles }) => ({ url, articles })),
      ),
  );
}

/** Claims that a restart changes no byte and no entity-tag. */
export async function claimSurvival(
  checks: Checks,
  feeds: readonly PublishedFeed[],
  site: PublishedSite,
): Promise<void> {
  await checks.claim(
    `${feeds.length * 3} documents keep their bytes and entity-tags over a restart (H-12)`,
    async () => {
      await site.restart();
      const complaints: string[] = [];
      for (const sent of feeds.flatMap(({ rss, atom, json }) => [rss, atom, json])) {
        const again = await fetchDocument(sent.url);
        if (again.text !== sent.text) complaints.push(`${sent.url}: found other bytes`);
        if (again.etag !== sent.etag)
          complaints.push(`${sent.url}: found ${again.etag}, expected ${sent.etag}`);
      }
      return complaints;
    },
  );
}
