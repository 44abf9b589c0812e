/** Pictures inside of files are never gone without a word. */
import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

const data = `data:image/png;base64,${'A'.repeat(1_200)}`;
const what =
  'a picture is written into the file as a data: address and is left out; save it beside the article and name its file';

describe('pictures written into a file (C-42)', () => {
  const cases: [what: string, path: string, text: string, lines: readonly number[]][] = [
    ['tells of one in HTML', 'a.html', `<p>x</p>\n<img src="${data}">`, [2]],
    ['tells of one in Markdown', 'a.md', `x\n\n![a](${data})\n`, [3]],
    [
      'passes over the placeholder of another',
      'a.html',
      `<p>x</p>\n<img src="${data}" data-src="/b.png">`,
      [],
    ],
    [
      'passes over what is too small to be one',
      'a.html',
      '<p>x</p><img src="data:image/gif;base64,R0lGOD">',
      [],
    ],
  ];
  for (const [title, path, text, lines] of cases) {
    it(title, () => {
      const { draft, faults } = readDraft(path, Buffer.from(text), undefined as never);
      expect(draft?.body).not.to.contain('data:');
      expect(faults).to.deep.equal(lines.map((line) => ({ path, line, severity: 'note', what })));
    });
  }
});

describe('pictures outside the articles folder (issue 3 item 4)', () => {
  const note = (line: number) => ({
    path: 'blog/a.mdx',
    line,
    severity: 'note',
    what: '`../../assets/a.png` leads out of the articles folder and is left out; put the picture beside the article',
  });
  const cases: [what: string, text: string, lines: readonly number[]][] = [
    ['tells of one in the text', 'x\n\n![a](../../assets/a.png)\n', [3]],
    ['tells of one in front matter', '---\ntitle: A\nheroImage: "../../assets/a.png"\n---\nx\n', [3]],
    ['tells of one that is imported', "import a from '../../assets/a.png'\n\nx <Image src={a} />\n", [1]],
    ['says nothing of code', 'x\n\n```\n![a](../../assets/a.png)\n```\n', []],
    ['says nothing of one inside', 'x ![a](../assets/a.png)\n', []],
  ];
  for (const [title, text, lines] of cases) {
    it(title, () => {
      const { faults } = readDraft('blog/a.mdx', Buffer.from(text), undefined as never);
      expect(faults).to.deep.equal(lines.map(note));
    });
  }
});
