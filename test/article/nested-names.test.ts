import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

describe('readHtmlPage: names that are nested (files of any shape in bounded time)', () => {
  const cases: [what: string, opened: string, inside: string][] = [
    ['authors in authors', '<div class="author">', '<i></i>'],
    ['captions in captions', '<h1>T</h1><div class="caption"><img src="a">', '<img src="b">'],
    ['cards in cards', '<div itemprop="author">', '<b itemprop="name">x</b>'],
    ['articles in articles', '<article>', '<b></b>'],
  ];
  for (const [what, opened, inside] of cases) {
    it(`reads ${what}`, () => {
      const html = `<html><title>T</title><body>${opened.repeat(150)}${inside.repeat(20_000)}<p>x`;
      const { faults } = readDraft('a.html', Buffer.from(html), undefined as never);
      expect(faults.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    }).timeout(5_000);
  }
});
