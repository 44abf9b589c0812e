import { expect } from 'chai';
import { peekDate } from '../../src/article/peek-date.ts';

describe('peekDate (T-37, at a glance)', () => {
  const cases: [what: string, path: string, head: string, expected: string | undefined][] = [
    ['reads YAML', 'a.md', '---\ntitle: x\ndate: 2026-01-02T03:04:05Z\n---\n', '2026-01-02T03:04:05.000Z'],
    ['reads YAML in quotes', 'a.md', '---\ndate: "2026-01-02"\n---\n', '2026-01-02T00:00:00.000Z'],
    ['reads TOML', 'a.md', '+++\ndate = 2026-01-02\n+++\n', '2026-01-02T00:00:00.000Z'],
    ['reads JSON', 'a.md', '{\n  "date": "2026-01-02",\n}\n', '2026-01-02T00:00:00.000Z'],
    ['reads a label of wire copy', 'a.txt', 'Date: 2 January 2026\nText', '2026-01-02T00:00:00.000Z'],
    ['reads JSON-LD', 'a.html', '{"datePublished": "2026-01-02T00:00:00Z"}', '2026-01-02T00:00:00.000Z'],
    [
      'reads OpenGraph',
      'a.html',
      '<meta property="article:published_time" content="2026-01-02">',
      '2026-01-02T00:00:00.000Z',
    ],
    ['reads the file name', '2026-01-02-a.md', 'Text', '2026-01-02T00:00:00.000Z'],
    ['says nothing of a file without a date', 'a.txt', 'On Friday the boat sailed.', undefined],
    ['says nothing of a date that is none', 'a.md', '---\ndate: soon\n---\n', undefined],
  ];
  for (const [what, path, head, expected] of cases) {
    it(what, () => {
      expect(peekDate(path, head)?.toISOString()).to.equal(expected);
    });
  }
});
