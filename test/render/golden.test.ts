/**
 * The exact bytes that readers get. `UPDATE_GOLDEN=1` writes them anew; the commit then says why readers see others.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';
import { SITE_MARK } from '../../src/base/address.ts';
import type { Site } from '../../src/base/site.ts';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { FORMATS, type Format } from '../../src/feeds/feed.ts';
import type { Article } from '../../src/ledger/article.ts';
import { prepareDraft } from '../../src/ledger/card.ts';
import { documentsOf, parseXml, sampleArticle, sampleSite } from './sample-documents.ts';

const GOLDEN = join(import.meta.dirname, '../golden');

const FILE_NAMES: Readonly<Record<Format, string>> = {
  rss: 'feed.rss',
  atom: 'feed.atom',
  json: 'feed.json',
};

const WIRE_COPY = `The lock at Oude Dok opens again after 30 years.
OOSTENDE, BELGIUM – The Harbour Wire | Barges passed the old lock on Friday for the first time in 30 years, and the town stood on both quays to see it.
The gates were "rebuilt from the drawings of 1912", the lockmaster said.
(ENDS)
`;

const MARKDOWN = `---
title: Ferries & tides <again>
date: 2025-09-05 14:30:00 +02:00
authors: [Ada Quill, Bo Reed]
section: Harbour
tags: [ferry, Q&A]
---
The *first* ferry left at noon; see [the timetable](/times?a=1&b=2).

> "Mind the gap" — a sign
`;

function articleOf(path: string, text: string, site: Site): Article {
  const { draft } = readDraft(path, Buffer.from(text), site);
  if (draft === undefined) throw new Error(`${path} holds no article`);
  const { card, body } = prepareDraft(draft, { assetAt: () => undefined });
  const published = draft.published ?? new Date('2025-09-05T12:00:00Z');
  return sampleArticle({ ...card, body, published, updated: published, slug: 'slug-of-the-ledger' });
}

const site = sampleSite();
const rightToLeft = sampleSite({ title: 'الفانوس', language: 'ar', copyright: '© الفانوس' });

const cases: Readonly<Record<string, () => Readonly<Record<Format, string>>>> = {
  ordinary: () =>
    documentsOf([
      articleOf('ferries.md', MARKDOWN, site),
      sampleArticle({
        id: 'tag:lantern.example.org,2025-09-01:lamp',
        authors: [
          { name: plainLine('Ada Quill'), email: 'ada@lantern.example.org', url: 'https://ada.example/' },
        ],
        updated: new Date('2025-09-05T12:30:00Z'),
        tie: 1,
        language: 'en-GB',
      }),
    ]),
  'wire-copy': () => documentsOf([articleOf('wire/lock.txt', WIRE_COPY, site)]),
  'evil-characters': () => {
    const evil = ']]>]]> &amp;lt; </item> $& $1 <title><![CDATA[-]]></title> 👩‍🚀 ‏עברית‏';
    return documentsOf(
      [
        sampleArticle({
          headline: plainLine(evil),
          summary: plainLine(evil),
          authors: [{ name: plainLine(evil) }],
          tags: [plainLine(evil)],
          section: plainLine(evil),
          body: '<p>]]&gt;]]&gt; &amp;amp;lt; &lt;/item&gt; $&amp; $1</p>' as SafeHtml,
        }),
      ],
      sampleSite({ title: evil, description: evil, author: evil, copyright: evil }),
    );
  },
  'right-to-left': () =>
    documentsOf(
      [
        sampleArticle({
          headline: plainLine('المصباح مضاء'),
          summary: plainLine('يضيء من جديد.'),
          authors: [],
          body: '<p>يضيء من جديد.</p>' as SafeHtml,
        }),
        sampleArticle({ id: 'tag:lantern.example.org,2025-09-01:english', language: 'en', tie: 1 }),
      ],
      rightToLeft,
    ),
  picture: () =>
    documentsOf([
      sampleArticle({
        picture: {
          url: `${SITE_MARK}/assets/0123456789abcdef/lamp.png`,
          alt: plainLine('The lamp & its keeper'),
          credit: plainLine('Bo Reed & The Harbour Wire'),
          type: 'image/png',
          bytes: 2048,
          width: 640,
          height: 480,
        },
        body: `<p><img src="${SITE_MARK}/assets/0123456789abcdef/lamp.png" alt="The lamp"></p>` as SafeHtml,
      }),
    ]),
  correction: () =>
    documentsOf([
      sampleArticle({
        correction: plainLine('An earlier version said 40 < 30 years.'),
        updated: new Date('2025-09-06T08:00:00Z'),
      }),
    ]),
  empty: () => documentsOf([]),
};

describe('documents, to the byte (H-12, R-01 … R-51, A-01 … A-41, J-01 … J-25)', () => {
  for (const [name, documents] of Object.entries(cases)) {
    for (const format of FORMATS) {
      it(`writes ${name} in ${format} as before`, () => {
        const text = documents()[format];
        const file = join(GOLDEN, name, FILE_NAMES[format]);
        if (process.env.UPDATE_GOLDEN === '1') {
          mkdirSync(join(GOLDEN, name), { recursive: true });
          writeFileSync(file, text);
        }
        expect(existsSync(file), `${file} is written with UPDATE_GOLDEN=1`).to.equal(true);
        expect(text).to.equal(readFileSync(file, 'utf8'));
      });
    }
    it(`writes ${name} as XML and JSON that strict parsers take`, () => {
      const { rss, atom, json } = documents();
      parseXml(rss);
      parseXml(atom);
      expect(JSON.parse(json)).to.have.property('version');
    });
  }
});
