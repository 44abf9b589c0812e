/** No picture is gone without a word. */
import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

const data = `data:image/bmp;base64,${'A'.repeat(1_200)}`;
const what =
  'a picture is written into the file as a data: address of a kind that is not published; save it beside the article and name its file';

describe('pictures written into a page that cannot be published (C-42)', () => {
  const cases: [what: string, text: string, lines: readonly number[]][] = [
    ['tells of one', `<p>x</p>\n<img src="${data}">`, [2]],
    ['passes over the placeholder of another', `<p>x</p>\n<img src="${data}" data-src="/b.png">`, []],
    ['passes over what is too small to be one', '<p>x</p><img src="data:image/gif;base64,R0lGOD">', []],
  ];
  for (const [title, text, lines] of cases) {
    it(title, () => {
      const { draft, faults } = readDraft('a.html', Buffer.from(text), undefined as never);
      expect(draft?.body).not.to.contain('data:');
      expect(faults).to.deep.equal(lines.map((line) => ({ path: 'a.html', line, severity: 'note', what })));
    });
  }
});

describe('pictures outside the articles folder', () => {
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
