import { expect } from 'chai';
import { frontMatter } from '../../src/article/front-matter.ts';

describe('readLines: fields of Pelican', () => {
  const read = (text: string): Record<string, unknown> => {
    const { fields, body, faults } = frontMatter('a.md', text);
    expect(faults).to.deep.equal([]);
    return {
      body,
      ...Object.fromEntries([...fields].map(([name, { value, line }]) => [name, [value, line]])),
    };
  };

  it('takes a value as it stands, colons and `#` and all', () => {
    expect(read('Title: Ferry: no #3 today\nDate: 2026-03-04 05:06\nTags: sea, ice\n\nText')).to.deep.equal({
      title: ['Ferry: no #3 today', 1],
      date: ['2026-03-04 05:06', 2],
      tags: ['sea, ice', 3],
      body: 'Text',
    });
  });

  it('goes on with a value in the indented lines below it', () => {
    const fields = read('Title: Ferry\nSummary: It runs\n    again: hourly.\nSlug: ferry\n\nText');
    expect([fields.summary, fields.slug]).to.deep.equal([
      ['It runs again: hourly.', 2],
      ['ferry', 4],
    ]);
  });

  it('reads what is written as YAML as YAML', () => {
    expect(read('title: "Ferry: hourly"\ntags: [a, b]\n\nText')).to.include.deep.keys('title', 'tags');
    expect(read('title: "Ferry: hourly"\ntags:\n  - a\n\nText').title).to.deep.equal(['Ferry: hourly', 1]);
  });
});
