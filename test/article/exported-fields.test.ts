/** Fields that MDX exports. */
import { expect } from 'chai';
import { exportedFields } from '../../src/article/exported-fields.ts';
import { readDraft } from '../../src/article/read-draft.ts';

describe('exportedFields (Next.js)', () => {
  const cases: [what: string, text: string, expected: Record<string, unknown>][] = [
    [
      'texts',
      `export const meta = { title: 'It\\'s "one"', "alt": "b", c: \`d\` }`,
      { title: 'It\'s "one"', alt: 'b', c: 'd' },
    ],
    [
      'numbers and truths',
      'export const metadata = {\n  a: 1.5, // so\n  draft: true,\n}',
      { a: '1.5', draft: true },
    ],
    ['dates', "export const metadata = { date: new Date('2024-01-02') }", { date: '2024-01-02' }],
    [
      'lists and tables',
      "export const meta = { tags: ['a', 'b',], author: { name: 'C' } }",
      { tags: ['a', 'b'], author: { name: 'C' } },
    ],
    ['types', "export const metadata: Metadata = { title: 'a' }", { title: 'a' }],
    [
      'no expressions',
      "export const meta = { a: b, c: d('}', 1), e: `f${g}`, h: 'i' + 'j', ...k, l() { return 1 }, m: 'n' }",
      { m: 'n' },
    ],
    ['no end', "export const meta = { a: 'b', c: [", { a: 'b', c: [] }],
    ['no other export', "export const rows = { title: 'a' }", {}],
    ['no other object', "export const meta = build({ title: 'a' })", {}],
  ];
  for (const [what, text, expected] of cases) {
    it(`reads ${what}`, () => {
      const fields = [...exportedFields(text)].map(([name, { value }]) => [name, value]);
      expect(JSON.parse(JSON.stringify(Object.fromEntries(fields)))).to.deep.equal(expected);
    });
  }

  it('makes an article of them, with the lines of its faults', () => {
    const text =
      "import a from 'b'\n\nexport const metadata = {\n  title: 'The quay',\n  publishedAt: '2024-01-02',\n  updated: 'soon',\n  authors: [ann],\n}\n\nText.\n";
    const { draft, faults } = readDraft('a.mdx', Buffer.from(text), undefined as never);
    expect(draft?.headline).to.equal('The quay');
    expect(draft?.published).to.deep.equal(new Date('2024-01-02'));
    expect(draft?.body).to.equal('<p>Text.</p>\n');
    expect(faults.map(({ line, severity }) => [line, severity])).to.deep.equal([[6, 'warning']]);
  });

  it('takes hostile text in its stride', () => {
    for (const piece of ['{', '[', 'a:', 'a: {', "'", '`${', '/*', ',', 'a: [', '(', '\\'])
      exportedFields(`export const meta = {${piece.repeat(20_000)}`);
  });
});
