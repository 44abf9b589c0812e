import { expect } from 'chai';
import { FEEDS_LISTED_MAX, homePage } from '../../src/pages/home.ts';
import {
  attribute,
  elements,
  SAMPLE_FEEDS,
  sampleArticle,
  sampleFeed,
  sampleSite,
  text,
} from './sample-pages.ts';

describe('homePage (H-55, C-74)', () => {
  const many = [
    sampleFeed('main', 'The Lantern'),
    ...Array.from({ length: 100 }, (_, at) => sampleFeed('section', `Section ${at}`, `s${at}`, at)),
  ];

  it('advertises the main feed and sections, thirty feeds at most', () => {
    const alternates = elements(homePage(sampleSite(), many, []), 'link').filter(
      (link) => attribute(link, 'rel') === 'alternate',
    );
    expect(alternates).to.have.length(90);
    expect(attribute(alternates[0]!, 'href')).to.equal('https://lantern.example.org/rss.xml');
  });

  it('lists the largest feeds of a kind in the order given, and points to the rest', () => {
    const html = homePage(sampleSite(), many, []);
    const names = elements(html, 'li').map((line) => text(line.childNodes[0] as never));
    expect(names).to.have.length(FEEDS_LISTED_MAX);
    expect(names[0]).to.equal('Section 40');
    expect(names.at(-1)).to.equal('Section 99');
    expect(elements(html, 'a').map((link) => attribute(link, 'href'))).to.include('/opml.xml');
  });

  it('links every section, tag and author with its number of articles', () => {
    const html = homePage(sampleSite(), SAMPLE_FEEDS, []);
    expect(elements(html, 'li').map(text)).to.deep.equal([
      'Harbour 3 articles',
      'Ada Quill 3 articles',
      'ferry 3 articles',
    ]);
  });

  it('says so when there is nothing to read yet', () => {
    expect(homePage(sampleSite(), SAMPLE_FEEDS, [])).to.include('Nothing here yet.');
  });

  it('loads the first picture at once and the others late', () => {
    const images = elements(homePage(sampleSite(), SAMPLE_FEEDS, [sampleArticle(), sampleArticle()]), 'img');
    expect(images.map((image) => attribute(image, 'loading'))).to.deep.equal([undefined, 'lazy']);
  });

  it('stands without a main feed', () => {
    const html = homePage(sampleSite(), [], []);
    expect(elements(html, 'input')).to.have.length(0);
  });
});
