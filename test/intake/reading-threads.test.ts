/**
 * Many files, taken in on threads.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { BATCH_FILES } from '../../src/intake/reading-batches.ts';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

const COUNT = BATCH_FILES + 250;

/** Undated, so that the order of reading decides the order in the feed (T-37); every tenth links to the next one. */
const FILES = Object.fromEntries(
  Array.from({ length: COUNT }, (_, number) => [
    `part-${number % 3}/piece-${String(number).padStart(4, '0')}.md`,
    `---\ntitle: Piece ${number}\ntags: [every]\n---\nText ${number}.${number % 10 === 0 ? ` See [next](../part-${(number + 1) % 3}/piece-${String(number + 1).padStart(4, '0')}.md).` : ''}\n`,
  ]),
);

interface Item {
  readonly title: string;
  readonly content_html: string;
}

describe('import threads', () => {
  let running: RunningService;
  const items = async (path: string) =>
    (JSON.parse(await running.text(path)) as { readonly items: readonly Item[] }).items;

  before(async () => {
    running = await RunningService.over(FILES);
  });
  after(() => running.end());

  it('take in every file, in the order of the paths (T-37)', async () => {
    const paths = Object.keys(FILES).sort();
    const expected = paths.slice(0, 50).map((path) => `Piece ${Number(/(\d+)\.md/.exec(path)![1])}`);
    expect((await items('/tags/every/feed.json')).map(({ title }) => title)).to.deep.equal(expected);
    expect((await running.text('/sitemap.xml')).match(/\/articles\/piece-/g)).to.have.lengthOf(COUNT);
  });

  it('give links between articles of different batches their addresses', async () => {
    const linking = (await items('/feed.json')).filter(({ content_html: html }) => html.includes('See <a'));
    expect(linking.length).to.be.greaterThan(0);
    for (const { content_html: html } of linking)
      expect(html).to.match(/href="https:\/\/lantern\.example\.org\/articles\/piece-\d+"/);
  });

  it('give what one thread gives: the same bytes after a second import into a new ledger', async () => {
    const ids = (text: string) => text.match(/<guid[^>]*>[^<]*/g);
    const before = ids(await running.text('/rss.xml'));
    await running.stop();
    rmSync(join(running.data, 'ledger.db'));
    await running.start();
    expect(ids(await running.text('/rss.xml'))).to.deep.equal(before);
  });

  it('notice every later edit as if one file had been read here', async () => {
    running.write('part-0/piece-0000.md', '---\ntitle: Piece 0\ntags: [every]\n---\nOther text.\n');
    await until('the edit is served', async () => (await running.text('/feed.json')).includes('Other text.'));
  });
});
