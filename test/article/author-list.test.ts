import { expect } from 'chai';
import { authorList, isAuthorList } from '../../src/article/author-list.ts';

describe('authorList, isAuthorList (T-12, T-42)', () => {
  const lists: [path: string, text: string, expected: readonly string[]][] = [
    [
      'blog/authors.yml',
      'jane-doe:\n  name: Jane Doe\n  url: https://a.example\n  socials:\n    x: jd\ntim:\n  name: Tim\n',
      ['janedoe Jane Doe https://a.example/', 'tim Tim'],
    ],
    [
      '_data/authors.json',
      '{"Jane": {"name": "Jane Doe", "email": "j@a.example"}}',
      ['jane Jane Doe j@a.example'],
    ],
    ['data/authors/jane.toml', 'name = "Jane Doe"\nbio = "x"', ['jane Jane Doe']],
    ['authors/jane.yaml', 'firstName: Jane\nlastName: Doe', ['jane Jane Doe']],
    ['authors.yml', '- name: Jane', []],
    ['authors.yml', 'jane: [', []],
    ['authors.yml', 'jane: Jane Doe\ntim:\n  role: editor', []],
  ];
  for (const [path, text, expected] of lists)
    it(`reads ${path}: ${JSON.stringify(text)}`, () => {
      const found = [...authorList(path, text)].map(([key, { name, email, url }]) =>
        [key, name, email, url].filter((part) => part !== undefined).join(' '),
      );
      expect(found).to.deep.equal(expected);
    });

  it('knows lists by their names', () => {
    const paths = [
      'authors.yml',
      'a/_data/authors.JSON',
      'authors/j.toml',
      'authors.md',
      'my-authors.yml',
      'a/b.yml',
    ];
    expect(paths.filter(isAuthorList)).to.deep.equal(paths.slice(0, 3));
  });
});
