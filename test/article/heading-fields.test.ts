import { expect } from 'chai';
import { headingFields } from '../../src/article/heading-fields.ts';
import { readDraft } from '../../src/article/read-draft.ts';

describe('headingFields: lines between a heading and a rule', () => {
  it('takes them for front matter, plain and bold, and shows the text below the rule', () => {
    for (const text of [
      '# Low *tide*\n\nAuthor: [Ann Lake](https://a.example)\n\nTags: sea, ice\n\nDescription: It is low.\n\nDate: 2026-03-04\n\n---\n\nText.\n',
      '# Low *tide*\n\n**Author:** [Ann Lake](https://a.example)  \n**Tags**: sea, ice  \n**Description:** It is low.\\\n**Published:** March 4, 2026\n\n***\nText.\n',
    ]) {
      const { draft, faults } = readDraft('a.md', Buffer.from(text), undefined as never);
      expect(faults).to.deep.equal([]);
      expect([draft?.headline, draft?.summary, draft?.tags, draft?.body]).to.deep.equal([
        'Low tide',
        'It is low.',
        ['sea', 'ice'],
        '<p>Text.</p>\n',
      ]);
      expect(draft?.authors.map(({ name, url }) => [name, url])).to.deep.equal([
        ['Ann Lake', 'https://a.example/'],
      ]);
      expect(draft?.published?.toISOString()).to.equal('2026-03-04T00:00:00.000Z');
    }
  });

  const text: [what: string, text: string][] = [
    ['a single field', '# A\n\nAuthor: B\n\n---\nText'],
    ['fields without a rule', '# A\n\nAuthor: B\nTags: c\n\nText'],
    ['a line that is none', '# A\n\nAuthor: B\nTags: c\nLength: 5 min\n\n---\nText'],
    ['a date that cannot be read', '# A\n\nAuthor: B\nDate: soon\n\n---\nText'],
    ['no heading', 'Author: B\nTags: c\n\n---\nText'],
  ];
  for (const [what, written] of text) {
    it(`leaves all as text: ${what}`, () => {
      expect(headingFields(written)).to.equal(undefined);
    });
  }
});
