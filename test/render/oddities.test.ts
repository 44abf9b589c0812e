/**
 * One article of each oddity, as readers get it: the exact bytes in all three formats, and what its author is
 * told. `UPDATE_GOLDEN=1` writes them anew; the commit then says why readers see others.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';
import { FORMATS } from '../../src/feeds/feed.ts';
import { firstDates, seconds } from '../../src/ledger/article-dates.ts';
import { prepareDraft } from '../../src/ledger/card.ts';
import { documentsOf, parseXml, sampleArticle, sampleSite } from './sample-documents.ts';

const ODDITIES = join(import.meta.dirname, '../golden/oddities');

/** When every one of them was first seen. */
const NOW = seconds(new Date('2025-09-05T14:00:00Z'));

/** Files by name: what a feed says in each format, and what the author is told. */
function published(name: string): Readonly<Record<string, string>> {
  const folder = join(ODDITIES, name);
  const file = readdirSync(folder).find((each) => each.startsWith('article.'))!;
  const path = `${name}/${file}`;
  const site = sampleSite();
  const { draft, faults } = readDraft(path, readFileSync(join(folder, file)), site);
  const told = faults.map(
    ({ line, column, severity, what }) => `${line}:${column ?? 1} ${severity}: ${what}`,
  );
  if (draft === undefined) return { 'told.txt': `${[...told, 'no article'].join('\n')}\n` };
  const { state, published, updated } = firstDates(draft, NOW);
  const { card, body } = prepareDraft(draft, {
    assetAt: () => undefined,
    articleAt: (other) => (other === 'keepers/ada.md' ? '/articles/ada' : undefined),
  });
  const says = {
    'told.txt': `${[...told, draft.withheld === undefined ? state : `${state}: ${draft.withheld}`].join('\n')}\n`,
  };
  if (state !== 'live') return says;
  const article = sampleArticle({
    ...card,
    body,
    id: `tag:lantern.example.org,2025-09-05:${name}`,
    slug: draft.slug ?? name,
    published: new Date(published * 1000),
    updated: new Date(updated * 1000),
  });
  const documents = documentsOf([article], site);
  parseXml(documents.rss);
  parseXml(documents.atom);
  return { ...says, ...Object.fromEntries(FORMATS.map((format) => [`feed.${format}`, documents[format]])) };
}

describe('an article of each oddity, to the byte (T-01 … T-46, R-40 … R-46)', () => {
  for (const name of readdirSync(ODDITIES).sort()) {
    it(`publishes ${name.replaceAll('-', ' ')} as before`, () => {
      const files = published(name);
      for (const [file, text] of Object.entries(files)) {
        const golden = join(ODDITIES, name, file);
        if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
        expect(existsSync(golden), `${golden} is written with UPDATE_GOLDEN=1`).to.equal(true);
        expect(text).to.equal(readFileSync(golden, 'utf8'));
      }
      const kept = readdirSync(join(ODDITIES, name)).filter((file) => !file.startsWith('article.'));
      expect(kept.sort()).to.deep.equal(Object.keys(files).sort());
    });
  }
});
