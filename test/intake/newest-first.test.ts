import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { newestArticles } from '../../src/intake/newest-first.ts';
import { RunningService } from '../http/running-service.ts';

const NOW = new Date('2026-06-01T00:00:00Z');
const dated = (date: string) => `---\ntitle: Of ${date}\ndate: ${date}\n---\nText of ${date}.\n`;

describe('newestArticles (dates first)', () => {
  let root: string;
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-test-')));
    mkdirSync(join(root, 'b'));
    for (let day = 10; day < 30; day++)
      writeFileSync(join(root, day % 2 ? 'b' : '', `${day}.md`), dated(`2026-01-${day}`));
    writeFileSync(join(root, 'b/later.md'), dated('2099-01-01'));
    writeFileSync(join(root, 'undated.txt'), 'A headline\nA text without any date in it.\n');
    writeFileSync(join(root, 'photo.png'), 'no article');
  });
  after(() => rmSync(root, { recursive: true }));

  it('finds the newest in all folders, undated ones among them, scheduled ones not', async () => {
    expect((await newestArticles(root, NOW, 3)).paths).to.deep.equal(['28.md', 'b/29.md', 'undated.txt']);
  });

  it('counts all articles', async () => {
    expect((await newestArticles(root, NOW, 3)).count).to.equal(22);
  });

  it('finds all where there are fewer', async () => {
    expect((await newestArticles(root, NOW, 1000)).paths).to.have.lengthOf(21);
  });
});

describe('a first import (speed)', () => {
  it('ends with the feed that it served first', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 700 }, (_, n) => [
        `${n % 7}/${n}.md`,
        dated(`2025-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`),
      ]),
    );
    const running = await RunningService.over(files, { isTakenIn: false });
    try {
      let early = await running.get('/feed.json');
      while (early.status === 503) early = await running.get('/feed.json');
      await running.service.takenIn;
      const ids = (text: string) =>
        (JSON.parse(text) as { items: { id: string }[] }).items.map(({ id }) => id);
      expect(ids(String(early.body))).to.deep.equal(ids(await running.text('/feed.json')));
      expect(await running.service.ledger.feeds.count('')).to.equal(700);
    } finally {
      await running.end();
    }
  });
});
