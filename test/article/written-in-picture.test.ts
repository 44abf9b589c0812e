/** Pictures written into files: where they belong, and which are none. */
import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';
import { isWrittenIn, writtenInAddress, writtenInPictures } from '../../src/article/written-in-picture.ts';

const bytes = Buffer.alloc(900, 7);
const data = `data:image/png;base64,${bytes.toString('base64')}`;

describe('writtenInAddress (C-42)', () => {
  const cases: [what: string, source: string, isPicture: boolean][] = [
    ['a picture', data, true],
    ['a picture on several lines', data.replace(/(.{80})/g, '$1\n'), true],
    ['a placeholder', data.slice(0, 800), false],
    ['a drawing, which may hold scripts', data.replace('png', 'svg+xml'), false],
    ['a page', data.replace('image/png', 'text/html'), false],
    ['what is not base64', `${data}"`, false],
  ];
  for (const [what, source, isPicture] of cases) {
    it(`${isPicture ? 'takes' : 'refuses'} ${what}`, () => {
      const address = writtenInAddress('b/a.html', source);
      if (!isPicture) expect(address).to.equal(undefined);
      else expect(address).to.match(/^\u0002b\/a\.html\.data\/[0-9a-f]{16}\.png$/);
    });
  }
});

describe('writtenInPictures (C-42)', () => {
  for (const [kind, text] of [
    ['HTML', `<article><p>x</p><img alt="q" src="${data}"></article>`],
    ['Markdown', `x\n\n![q](${data})\n`],
  ] as const) {
    it(`finds the bytes of what stands in ${kind}`, () => {
      const name = kind === 'HTML' ? 'b/a.html' : 'b/a.md';
      const { draft, faults } = readDraft(name, Buffer.from(text), undefined as never);
      const [found] = [...writtenInPictures(name, Buffer.from(text))];
      expect(found?.bytes.equals(bytes)).to.equal(true);
      expect(draft?.body).to.contain(
        `<img src="\u0002${found?.path}" alt="q">`.replace(
          /<img src="([^"]*)" alt="q">/,
          kind === 'HTML' ? '<img alt="q" src="$1">' : '$&',
        ),
      );
      expect(draft?.picture?.url).to.equal(`\u0002${found?.path}`);
      expect(isWrittenIn(name, found!.path)).to.equal(true);
      expect(faults).to.deep.equal([]);
    });
  }

  it('reads a page whose pictures make one line of it', () => {
    const long = `data:image/png;base64,${Buffer.alloc(1_200_000, 7).toString('base64')}`;
    const { draft, faults } = readDraft(
      'a.html',
      Buffer.from(`<p>x</p><img src="${long}">`),
      undefined as never,
    );
    expect(faults).to.deep.equal([]);
    expect(draft?.body).to.contain('<img ');
  });
});
