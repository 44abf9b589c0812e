import { expect } from 'chai';
import { articleList } from '../../src/pages/article-list.ts';
import { articlePage } from '../../src/pages/article-page.ts';
import type { ArticleView } from '../../src/pages/page-model.ts';
import { attribute, elements, meta, SAMPLE_FEEDS, sampleArticle, sampleSite, text } from './sample-pages.ts';

function pageOf(overrides: Partial<ArticleView>): string {
  return articlePage(sampleSite(), sampleArticle(overrides), SAMPLE_FEEDS);
}

function daysOf(html: string): readonly string[] {
  return elements(html, 'time').map(text);
}

describe('articlePage', () => {
  it('shows the day in UTC and the instant to machines', () => {
    const [time] = elements(pageOf({ published: new Date('2025-09-05T23:59:59.999Z') }), 'time');
    expect(time && attribute(time, 'datetime')).to.equal('2025-09-05T23:59:59Z');
    expect(time && text(time)).to.equal('5 September 2025');
  });

  const updates: [what: string, updated: string, correction: string | undefined, days: readonly string[]][] =
    [
      ['says nothing of an update on the same day', '2025-09-05T18:00:00Z', undefined, ['5 September 2025']],
      [
        'names the day of a later update',
        '2025-09-06T08:00:00Z',
        undefined,
        ['5 September 2025', '6 September 2025'],
      ],
      [
        'names the day of a correction',
        '2025-09-05T18:00:00Z',
        'No.',
        ['5 September 2025', '5 September 2025'],
      ],
      ['ignores an update before publication', '2025-09-01T08:00:00Z', undefined, ['5 September 2025']],
    ];
  for (const [what, updated, correction, days] of updates) {
    it(what, () => {
      expect(daysOf(pageOf({ updated: new Date(updated), correction }))).to.deep.equal(days);
    });
  }

  it('puts the body in as it is, and describes the article to previews', () => {
    const html = pageOf({ body: '<p>Some <em>body</em>.</p>' });
    expect(html).to.include('<div class="body">\n<p>Some <em>body</em>.</p>\n</div>');
    expect(meta(html, 'og:type')).to.equal('article');
    expect(meta(html, 'og:url')).to.equal('https://lantern.example.org/articles/the-lamp-is-lit');
    expect(meta(html, 'og:image')).to.equal('https://lantern.example.org/assets/1/lamp.png');
    expect(meta(html, 'article:published_time')).to.equal('2025-09-05T12:00:00.000Z');
  });

  it('shows the picture once, even where the body has it', () => {
    expect(elements(pageOf({}), 'img')).to.have.length(1);
    expect(elements(pageOf({ body: '<img src="/assets/1/lamp.png" alt="">' }), 'img')).to.have.length(1);
  });

  it('names once who made the picture, under it or under the text that shows it', () => {
    const picture = { url: '/a.png', credit: 'Bo Reed & Sons' };
    for (const body of ['<p>x</p>', '<p><img src="/a.png" alt=""></p>']) {
      const page = pageOf({ picture, body });
      expect(page.split('Bo Reed &amp; Sons'), body).to.have.lengthOf(2);
    }
  });

  it('keeps the place of a picture whose size is known', () => {
    const [image] = elements(pageOf({ picture: { url: '/a.png', width: 1200, height: 675 } }), 'img');
    expect(image && [attribute(image, 'width'), attribute(image, 'height')]).to.deep.equal(['1200', '675']);
  });

  it('shows the subhead under the headline', () => {
    expect(pageOf({ subhead: 'At <last>' })).to.include('</h1>\n<p class="subhead">At &lt;last&gt;</p>\n');
  });

  it('credits the source once', () => {
    expect(pageOf({ source: 'The Gazette' })).to.include('</a>, The Gazette</p>');
    expect(pageOf({ source: 'Ada Quill' })).to.not.include(', Ada Quill');
  });

  it('names the publisher’s own address as canonical of an article elsewhere', () => {
    const html = pageOf({ url: 'https://example.com/a', isExternal: true });
    expect(html).to.include('<link rel="canonical" href="https://example.com/a">');
    expect(html).to.include('<a href="https://example.com/a">Read this article');
  });

  it('needs no summary, section, author, tag or feed', () => {
    const bare = sampleArticle({
      summary: '',
      section: undefined,
      authors: [],
      authorsLinked: [],
      tags: [],
      picture: undefined,
    });
    const html = articlePage(sampleSite(), bare, []);
    expect(meta(html, 'description')).to.equal(undefined);
    expect(elements(html, 'input')).to.have.length(0);
    expect(html).to.not.match(/undefined|<p[^>]*><\/p>|<ul[^>]*><\/ul>/);
  });
});

describe('language and direction of pages (C-36)', () => {
  const cases: [what: string, site: string, article: string, root: string, part: string][] = [
    ['says the language once where all is one', 'en', 'en', '<html lang="en">', '<article class="reading">'],
    [
      'marks an article in another language',
      'en',
      'fr',
      '<html lang="en">',
      '<article class="reading" lang="fr">',
    ],
    [
      'turns an article from right to left',
      'en',
      'ar',
      '<html lang="en">',
      '<article class="reading" lang="ar" dir="rtl">',
    ],
    ['turns the page', 'he', 'he', '<html lang="he" dir="rtl">', '<article class="reading">'],
    [
      'turns an article back',
      'fa',
      'en',
      '<html lang="fa" dir="rtl">',
      '<article class="reading" lang="en" dir="ltr">',
    ],
    [
      'heeds the script of a tag',
      'ur-Latn',
      'pa-Arab',
      '<html lang="ur-Latn">',
      '<article class="reading" lang="pa-Arab" dir="rtl">',
    ],
  ];
  for (const [what, site, language, root, part] of cases) {
    it(what, () => {
      const html = articlePage(sampleSite({ language: site }), sampleArticle({ language }), SAMPLE_FEEDS);
      expect(html).to.include(root);
      expect(html).to.include(part);
    });
  }

  it('marks its own English words on a page in another language', () => {
    const html = articlePage(sampleSite({ language: 'ar' }), sampleArticle({ language: 'ar' }), SAMPLE_FEEDS);
    const [time] = elements(html, 'time');
    expect(time && [attribute(time, 'lang'), attribute(time, 'dir')]).to.deep.equal(['en', 'ltr']);
  });

  const mixed: [what: string, site: string, article: string, expected: readonly (string | undefined)[]][] = [
    ['marks them in an article in another language than the page', 'en', 'ar', ['en', 'ltr']],
    ['need not mark them in an English article', 'ar', 'en', [undefined, undefined]],
  ];
  for (const [what, language, ofArticle, expected] of mixed) {
    it(`${what}, so that a date is not torn apart`, () => {
      const [site, article] = [sampleSite({ language }), sampleArticle({ language: ofArticle })];
      for (const html of [
        articlePage(site, article, SAMPLE_FEEDS),
        articleList(site, [article], { showsSection: true }),
      ]) {
        const [time] = elements(html, 'time');
        expect(time && [attribute(time, 'lang'), attribute(time, 'dir')]).to.deep.equal(expected);
      }
    });
  }
});
