import { expect } from 'chai';
import { plainLine, type SafeHtml } from '../../src/base/text.ts';
import { isRightToLeft, itemOf } from '../../src/render/item.ts';
import { sampleArticle, sampleSite } from './sample-documents.ts';

describe('itemOf: direction and language (C-36, A-24, J-08)', () => {
  const cases: [
    what: string,
    ofSite: string,
    ofArticle: string | undefined,
    isWrapped: boolean,
    language: string | undefined,
  ][] = [
    ['leaves English on an English site alone', 'en', undefined, false, undefined],
    ['wraps Arabic on an English site', 'en', 'ar', true, 'ar'],
    ['wraps what states no language on an Arabic site', 'ar-EG', undefined, true, undefined],
    ['leaves English on an Arabic site alone', 'ar', 'en', false, 'en'],
    ['does not repeat the site’s language', 'he', 'he', true, undefined],
  ];
  for (const [what, ofSite, ofArticle, isWrapped, language] of cases) {
    it(what, () => {
      const article = sampleArticle({ language: ofArticle });
      const item = itemOf(article, article.body, sampleSite({ language: ofSite }));
      expect(item.html).to.equal(isWrapped ? `<div dir="rtl">${article.body}</div>` : article.body);
      expect(item.language).to.equal(language);
    });
  }
});

describe('isRightToLeft (C-36)', () => {
  const cases: [language: string, expected: boolean][] = [
    ['ar', true],
    ['AR-eg', true],
    ['fa-IR', true],
    ['ckb', true],
    ['ku-Arab', true],
    ['ku', false],
    ['en', false],
    ['arn', false],
    ['fat', false],
  ];
  for (const [language, expected] of cases) {
    it(`says ${expected} of ${language}`, () => {
      expect(isRightToLeft(language)).to.equal(expected);
    });
  }
});

describe('itemOf: a correction (T-09)', () => {
  it('stands before the text, escaped', () => {
    const article = sampleArticle({ correction: plainLine('5 < 6'), body: '<p>x</p>' as SafeHtml });
    const { html } = itemOf(article, article.body, sampleSite());
    expect(html).to.equal('<p><strong>Correction:</strong> 5 &lt; 6</p>\n<p>x</p>');
  });
});
