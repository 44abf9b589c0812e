import { expect } from 'chai';
import { parseOpml } from 'feedsmith';
import { opmlDocument } from '../../src/render/opml.ts';
import { SITEMAP_PAGES_MAX, sitemapDocument } from '../../src/render/sitemap.ts';
import { elementsOf, parseXml, sampleHead, sampleSite, textsOf } from './sample-documents.ts';

describe('opmlDocument (EXT-45)', () => {
  it('lists the feeds, read back by an independent parser', () => {
    const title = 'A & "B" <c>';
    const head = sampleHead(sampleSite({ title }));
    const text = opmlDocument(title, [head], new Date('2025-09-06T08:00:00Z'));
    const outline = elementsOf(parseXml(text), 'outline')[0]!;
    expect(parseOpml(text).head?.title).to.equal(title);
    expect(outline.getAttribute('text')).to.equal(title);
    expect(outline.getAttribute('xmlUrl')).to.equal('https://lantern.example.org/rss.xml');
    expect(outline.getAttribute('htmlUrl')).to.equal('https://lantern.example.org/');
    expect(textsOf(parseXml(text), 'dateModified')).to.deep.equal(['Sat, 06 Sep 2025 08:00:00 GMT']);
  });
  it('is well-formed without feeds', () => {
    expect(elementsOf(parseXml(opmlDocument('x', [], new Date(0))), 'outline')).to.deep.equal([]);
  });
});

describe('sitemapDocument', () => {
  it('lists pages, escaped, with the dates that are known', () => {
    const pages = [
      { url: 'https://x.example/?a=1&b=2', modified: '2025-09-06T08:00:00Z' },
      { url: 'https://x.example/' },
    ];
    const document = parseXml(sitemapDocument(pages));
    expect(textsOf(document, 'loc')).to.deep.equal(pages.map(({ url }) => url));
    expect(textsOf(document, 'lastmod')).to.deep.equal(['2025-09-06T08:00:00Z']);
  });
  it('stays within the limit of the protocol', () => {
    const pages = Array.from({ length: SITEMAP_PAGES_MAX + 1 }, (_, at) => ({
      url: `https://x.example/${at}`,
    }));
    expect(sitemapDocument(pages).match(/<url>/g)).to.have.length(SITEMAP_PAGES_MAX);
  });
});
