/**
 * Which article an old item is, and when nobody can say.
 */
import { expect } from 'chai';
import { matchItems } from '../../src/adopt/match-items.ts';
import type { OldItem } from '../../src/adopt/old-feed.ts';
import type { SafeHtml } from '../../src/base/text.ts';
import type { AdoptableArticle } from '../../src/ledger/adoptable-articles.ts';
import { TEXTS } from './old-documents.ts';

const DAY = '2025-09-05T07:41:07Z';

type ArticleLike = Partial<Omit<AdoptableArticle, 'published'>> & {
  readonly published?: string;
  readonly body?: string;
};
type ItemLike = Partial<Omit<OldItem, 'published'>> & { readonly published?: string };

function item(like: ItemLike): OldItem {
  const { published } = like;
  return {
    id: 'x',
    isPermalink: false,
    link: undefined,
    title: '',
    updated: undefined,
    text: '',
    ...like,
    published: published === undefined ? undefined : new Date(published),
  };
}

/** The rows that the items are, and why they are none. */
async function matched(items: readonly ItemLike[], articles: readonly ArticleLike[]) {
  const all = articles.map((like, at): AdoptableArticle => {
    const { published } = like;
    return {
      row: at + 1,
      id: `tag:x,2025:${at}`,
      path: `town/file-${at}.md`,
      slugs: [`slug-${at}`],
      headline: `Headline ${at}`,
      permalink: undefined,
      isDated: published !== undefined,
      adopted: undefined,
      ...like,
      published: new Date(published ?? '2026-01-01T00:00:00Z'),
    };
  });
  const bodies = async (rows: readonly number[]) =>
    new Map(rows.map((row) => [row, (articles[row - 1]!.body ?? '') as SafeHtml]));
  const matches = await matchItems(items.map(item), all, { bodies });
  return matches.map((match) => (match.article === undefined ? match.why : match.article.row));
}

describe('matchItems: one item, one article', () => {
  const cases: readonly (readonly [string, ItemLike, ArticleLike])[] = [
    ['its permalink, on another host and without its slash', { link: 'http://www.old.example/a/b/' }, { permalink: 'https://new.example/a/b' }],
    ['its permalink with .html', { link: 'https://old.example/a/lamp.html' }, { permalink: 'https://new.example/a/lamp' }],
    ['an address that is a question', { link: 'https://old.example/?p=12&utm_source=rss' }, { permalink: 'https://old.example/?p=12' }],
    ['the path of its file', { link: 'https://old.example/blog/town/lamp/' }, { path: 'town/lamp.md' }],
    ['the folder of its page bundle', { link: 'https://old.example/town/lamp/' }, { path: 'town/lamp/index.md' }],
    ['the name of its file without the date', { link: 'https://old.example/2025/09/05/lamp.html' }, { path: '_posts/2025-09-05-lamp.md' }],
    ['its slug', { link: 'https://old.example/2025/the-lamp' }, { slugs: ['the-lamp'] }],
    ['a slug that it had', { link: 'https://old.example/the-lamp' }, { slugs: ['present', 'the-lamp'] }],
    ['an address in another script', { link: 'https://old.example/%D0%BB%D0%B0%D0%BC%D0%BF%D0%B0/' }, { path: 'лампа.md' }],
    ['its headline, spelled with references', { title: '&#8220;Bread &#038; butter&#8221;' }, { headline: '"Bread & butter"' }],
    ['nearly its headline on its day', { title: 'The lamp is lit at last', published: DAY }, { headline: 'The lamp is lit', published: '2025-09-05T00:00:00Z' }],
    ['its headline, undated since', { title: 'The lamp', published: DAY }, { headline: 'The Lamp' }],
    ['its text, retitled and moved', { title: 'Other', text: `<p>${TEXTS.lamp}</p>` }, { body: `<p>${TEXTS.lamp.replace('harbour', '<em>harbour</em>')}</p>` }],
    ['the first words of its text, and its day', { title: 'Other', text: `${TEXTS.lamp.slice(0, 110)} [&#8230;]`, published: DAY }, { body: `<p>${TEXTS.lamp}</p><p>${TEXTS.ferry}</p>`, published: DAY }],
    ['an id that its file states', { id: 'https://old.example/?p=1' }, { id: 'https://old.example/?p=1' }],
    ['an id that another format had', { id: 'urn:x' }, { adopted: { rss: 'urn:x', isPermalink: false } }],
  ]; // biome-ignore format: one case a line
  for (const [what, old, article] of cases) {
    it(`finds it by ${what}`, async () => {
      const others = [{ headline: 'Quite another thing', body: TEXTS.ferry }, { path: 'b.md' }];
      expect(await matched([old], [...others, article])).to.deep.equal([3]);
    });
  }
});

describe('matchItems: nobody can say', () => {
  const cases: readonly (readonly [string, readonly ItemLike[], readonly ArticleLike[], readonly (number | RegExp)[]])[] = [
    ['nothing is like it', [{ title: 'Hello world!', link: 'https://old.example/hello' }], [{}], [/^no live article is like it$/]],
    ['it has nothing to be told by', [{}], [{}], [/^no live article/]],
    ['the home page is its link', [{ link: 'https://old.example/' }], [{ permalink: 'https://new.example/' }], [/^no live article/]],
    ['two articles of one headline', [{ title: 'Weekly notes' }], [{ headline: 'Weekly notes' }, { headline: 'Weekly notes' }], [/^town\/file-0\.md and town\/file-1\.md are equally like it$/]],
    ['the day alone is the same', [{ title: 'A', published: DAY }], [{ published: DAY }], [/^town\/file-0\.md is the likest, by its date alone \(60 %\)$/]],
    ['a headline that came again years later', [{ title: 'Weekly notes', published: '2015-01-01T00:00:00Z' }], [{ headline: 'Weekly notes', published: DAY }], [/by its title alone/]],
    ['a headline with another text', [{ title: 'Weekly notes', text: TEXTS.ferry }], [{ headline: 'Weekly notes', body: TEXTS.lamp }], [/by its title alone/]],
    ['two items of one headline, one article', [{ id: 'a', title: 'Notes' }, { id: 'b', title: 'Notes' }], [{ headline: 'Notes' }], [/may be another item of the old feed as well/, /may be another item/]],
  ]; // biome-ignore format: one case a line
  for (const [what, items, articles, expected] of cases) {
    it(`says so when ${what}`, async () => {
      const found = await matched(items, articles);
      expected.forEach((one, at) => {
        if (typeof one === 'number') expect(found[at]).to.equal(one);
        else expect(found[at]).to.match(one);
      });
    });
  }

  it('tells articles of one headline apart by their dates', async () => {
    const days = ['2025-09-01T00:00:00Z', '2025-09-08T00:00:00Z', '2025-09-15T00:00:00Z'];
    const items = days
      .toReversed()
      .map((published, at) => ({ id: `i${at}`, title: 'Weekly notes', published }));
    const articles = days.map((published) => ({ headline: 'Weekly notes', published }));
    expect(await matched(items, articles)).to.deep.equal([3, 2, 1]);
  });

  it('gives an article to the likest of two items', async () => {
    const items = [
      { id: 'a', title: 'The lamp', published: DAY, link: 'https://old.example/the-lamp' },
      { id: 'b', title: 'The lamp', published: '2012-01-01T00:00:00Z' },
    ];
    const found = await matched(items, [{ headline: 'The lamp', slugs: ['the-lamp'], published: DAY }]);
    expect(found[0]).to.equal(1);
    expect(found[1]).to.be.a('string');
  });

  it('matches 3,000 items with 3,000 articles in seconds', async () => {
    const text = (n: number) => `${TEXTS.lamp} ${n} ${'word '.repeat(n % 7)}${n * 7} ${TEXTS.ferry}`;
    const all = Array.from({ length: 3_000 }, (_, n) => n);
    const items = all.map((n) => ({ id: `${n}`, title: `Title ${n}`, text: text(n), published: DAY }));
    const articles = all.map((n) => ({ headline: `Title ${n}`, body: text(n), published: DAY }));
    const start = performance.now();
    expect(await matched(items, articles)).to.deep.equal(all.map((n) => n + 1));
    expect(performance.now() - start).to.be.below(15_000);
  });
});
