import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { homePage } from '../../src/pages/home.ts';
import { contentSecurityPolicy } from '../../src/pages/layout.ts';
import { pageStyle } from '../../src/pages/style.ts';
import {
  attribute,
  elements,
  meta,
  SAMPLE_FEEDS,
  sampleArticle,
  sampleFeed,
  samplePages,
  sampleSite,
  text,
} from './sample-pages.ts';

const pages = Object.entries(samplePages(sampleSite(), sampleArticle()));

function feedLinks(html: string): readonly (readonly [type: string, href: string])[] {
  return elements(html, 'link')
    .filter((link) => attribute(link, 'rel') === 'alternate')
    .map((link) => [attribute(link, 'type') ?? '', attribute(link, 'href') ?? '']);
}

function integrityOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

describe('every page', () => {
  for (const [name, html] of pages) {
    it(`is complete and accessible: ${name}`, () => {
      expect(html.startsWith('<!doctype html>\n<html lang="en">\n')).to.equal(true);
      expect(elements(html, 'h1')).to.have.length(1);
      expect(elements(html, 'main')).to.have.length(1);
      expect(meta(html, 'viewport')).to.equal('width=device-width, initial-scale=1');
      expect(meta(html, 'generator')).to.equal('Feedwright');
      expect(meta(html, 'description')).to.not.equal(undefined);
      for (const image of elements(html, 'img')) expect(attribute(image, 'alt')).to.not.equal(undefined);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const [, id] of html.matchAll(/ (?:for|aria-labelledby)="([^"]*)"/g)) expect(ids).to.include(id);
    });

    it(`advertises RSS, then Atom, then JSON, of its own feed first (H-55, C-75): ${name}`, () => {
      const types = feedLinks(html).map(([type]) => type);
      expect(types.slice(0, 3)).to.deep.equal([
        'application/rss+xml',
        'application/atom+xml',
        'application/feed+json',
      ]);
      expect(types.length % 3).to.equal(0);
      const own = name === 'home' || name === 'a notice' ? '' : 'sections/harbour/';
      expect(feedLinks(html)[0]?.[1]).to.equal(`https://lantern.example.org/${own}rss.xml`);
      expect(feedLinks(html).map(([, href]) => href)).to.include('https://lantern.example.org/rss.xml');
    });

    it(`names only absolute feeds, the icon, and nothing else to fetch (H-55, H-58): ${name}`, () => {
      for (const [, href] of feedLinks(html)) expect(href).to.match(/^https:\/\//);
      const icon = elements(html, 'link').find((link) => attribute(link, 'rel') === 'icon');
      expect(icon && attribute(icon, 'href')).to.equal('/favicon.svg');
      expect(html).to.not.match(/<script [^>]*src|<link rel="stylesheet"|<iframe/);
    });

    it(`keeps its own Content-Security-Policy: ${name}`, () => {
      const styles = elements(html, 'style').map(text);
      const scripts = elements(html, 'script').map(text);
      expect(contentSecurityPolicy).to.include(`style-src ${integrityOf(styles.join())};`);
      expect(contentSecurityPolicy).to.include(`script-src ${integrityOf(scripts.join())};`);
      expect([styles.length, scripts.length]).to.deep.equal([1, 1]);
      expect(html).to.not.match(/ style="| on[a-z]+="/);
    });
  }

  it('hides the copy buttons until the script shows them', () => {
    const buttons = elements(pages[0]![1], 'button');
    expect(buttons.map((button) => attribute(button, 'hidden'))).to.deep.equal(['', '', '']);
    expect(elements(pages[0]![1], 'input').map((input) => attribute(input, 'value'))).to.deep.equal([
      'https://lantern.example.org/rss.xml',
      'https://lantern.example.org/atom.xml',
      'https://lantern.example.org/feed.json',
    ]);
  });

  it('carries a style sheet below 6 KB, which cannot end its element early', () => {
    expect(Buffer.byteLength(pageStyle)).to.be.below(6 * 1024);
    expect(pageStyle).to.not.include('<');
  });

  it('puts the path of the base URL in front of links (H-45)', () => {
    const html = homePage(sampleSite({ baseUrl: 'https://example.org/news' }), SAMPLE_FEEDS, [
      sampleArticle(),
    ]);
    const hrefs = elements(html, 'a').map((link) => attribute(link, 'href'));
    expect(hrefs).to.include.members(['/news/', '/news/articles/the-lamp-is-lit', '/news/sections/harbour/']);
    const canonical = elements(html, 'link').find((link) => attribute(link, 'rel') === 'canonical');
    expect(canonical && attribute(canonical, 'href')).to.equal('https://example.org/news/');
    expect(meta(html, 'og:image')).to.equal('https://example.org/news/assets/1/lamp.png');
  });
});

const EVIL: readonly (readonly [what: string, value: string])[] = [
  ['a script', '</title></style><script>alert(1)</script>'],
  ['quotes that end an attribute', `" onfocus="alert(1)" x='`],
  ['an entity written out', '&amp;lt; &copy; &#60;'],
  ['the end of a comment and of CDATA', '--> ]]>]]>'],
  ['replacement patterns', "$& $1 $$ $` $'"],
  ['emoji and right-to-left letters', '👩‍🚒 ﷽ مصباح'],
];

describe('texts on pages (evil strings)', () => {
  const benign = Object.entries(samplePages(sampleSite(), sampleArticle()));

  function pagesWith(value: string): readonly (readonly [string, string])[] {
    const link = { name: value, home: '/x/' };
    const site = sampleSite({ title: value, description: value, copyright: value });
    const article = sampleArticle({
      title: value,
      summary: value,
      section: link,
      authors: [value],
      authorsLinked: [link],
      tags: [link],
      picture: { url: '/assets/1/lamp.png', alt: value },
      correction: value,
      place: value,
      source: value,
    });
    return Object.entries(samplePages(site, article));
  }

  for (const [what, value] of EVIL) {
    it(`come back as they were: ${what}`, () => {
      for (const [name, html] of pagesWith(value)) {
        expect(elements(html, 'script'), name).to.have.length(1);
        expect(text(elements(html, 'title')[0]!), name).to.include(value);
        expect(meta(html, 'og:site_name'), name).to.equal(value);
        expect(text(elements(html, 'footer')[0]!), name).to.include(value);
      }
      const page = Object.fromEntries(pagesWith(value));
      const [home, article] = [page.home!, page['an article page']!];
      expect(elements(home, 'h3').map(text)).to.deep.equal([value]);
      expect(meta(home, 'description')).to.equal(value);
      expect(meta(article, 'og:image:alt')).to.equal(value);
      expect(elements(article, 'h1').map(text)).to.deep.equal([value]);
      expect(
        elements(article, 'a')
          .filter((link) => attribute(link, 'href') === '/x/')
          .map(text),
      ).to.deep.equal([value, value, value]);
    });
  }

  it('never change the structure of a page', () => {
    const shape = (html: string): string =>
      JSON.stringify(['a', 'p', 'img', 'span', 'script'].map((tag) => elements(html, tag).length));
    const expected = pagesWith('x').map(([, html]) => shape(html));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        expect(pagesWith(`x${value}`).map(([, html]) => shape(html))).to.deep.equal(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('give the same bytes each time (design, invariant 1)', () => {
    expect(Object.entries(samplePages(sampleSite(), sampleArticle()))).to.deep.equal(benign);
  });

  it('escape a feed title in autodiscovery and in the box', () => {
    const html = homePage(sampleSite(), [sampleFeed('main', 'x'), sampleFeed('section', '"><b>', 'b')], []);
    expect(elements(html, 'b')).to.have.length(0);
    expect(html).to.include('title="The Lantern: &quot;&gt;&lt;b&gt; (RSS)"');
  });
});
