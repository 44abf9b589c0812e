import { expect } from 'chai';
import { parseFragment } from 'parse5';
import { faviconSvg } from '../../src/pages/favicon.ts';
import { noticePage } from '../../src/pages/notice-page.ts';
import { elements, meta, SAMPLE_FEEDS, sampleSite, text } from './sample-pages.ts';

describe('noticePage', () => {
  const html = noticePage(sampleSite(), SAMPLE_FEEDS[0]!, { title: 'Withdrawn', message: 'Taken <back>.' });

  it('tells what happened and asks not to be indexed', () => {
    expect(elements(html, 'h1').map(text)).to.deep.equal(['Withdrawn']);
    expect(html).to.include('<p>Taken &lt;back&gt;.</p>');
    expect(meta(html, 'robots')).to.equal('noindex');
    expect(html).to.not.include('canonical');
  });
});

describe('faviconSvg (H-58)', () => {
  it('is one self-contained picture', () => {
    expect(parseFragment(faviconSvg.trim()).childNodes).to.have.length(1);
    expect(faviconSvg).to.not.match(/script|style|href|url\(/);
  });
});
