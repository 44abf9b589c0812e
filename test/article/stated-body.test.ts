/** Articles without a text of their own. */
import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

describe('statedBody: links, pictures and summaries alone', () => {
  const cases: [what: string, fields: string, body: string][] = [
    [
      'a link post',
      'title: a\nlink: https://h.example/b',
      '<p><a href="https://h.example/b">https://h.example/b</a></p>',
    ],
    ['a summary', 'title: a\ndescription: b < c', '<p>b &lt; c</p>'],
    ['a picture', 'title: a\nimage: {src: b.png, alt: c}', '<p><img src="\u0002_posts/b.png" alt="c"></p>'],
  ];
  for (const [what, fields, body] of cases) {
    it(`shows ${what}, with a note`, () => {
      const text = `---\n${fields}\n---\n`;
      const { draft, faults } = readDraft('_posts/2024-01-02-a.md', Buffer.from(text), undefined as never);
      expect(draft?.body.trim()).to.equal(body);
      expect(faults.map(({ severity }) => severity)).to.deep.equal(['note']);
      // without a date it may be a page that its layout fills
      expect(readDraft('a.md', Buffer.from(text), undefined as never).draft).to.equal(undefined);
    });
  }

  it('dates nothing by a day that is none, and says so (T-37)', () => {
    const { draft, faults } = readDraft('_posts/2015-02-30-a.md', Buffer.from('Words'), undefined as never);
    expect(draft?.published).to.equal(undefined);
    expect(faults.map(({ severity, what }) => `${severity} ${what.slice(0, 38)}`)).to.deep.equal([
      'warning the name begins with `2015-02-30`, and',
    ]);
  });
});
