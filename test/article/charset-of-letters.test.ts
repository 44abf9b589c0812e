import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';

function bodyOf(bytes: Uint8Array): string | undefined {
  return readDraft('a.html', bytes, undefined as never).draft?.body;
}

describe('decodeHtml: Central Europe without a word about it (T-01)', () => {
  const POLISH = 'Stara latarnia na przylądku została zamknięta, ogłosił latarnik; łódź czeka, a gęś śpi.';
  const polish = (head: string) => {
    const bytes: Record<string, number> = { ą: 0xb1, ę: 0xea, ł: 0xb3, ó: 0xf3, ś: 0xb6, ź: 0xbc };
    const text = `<html><head>${head}</head><body><p>${POLISH}</p></body></html>`;
    return Uint8Array.from(text, (letter) => bytes[letter] ?? letter.charCodeAt(0));
  };
  const cases: [what: string, head: string][] = [
    ['by its letters', ''],
    ['by the language that it states', '<meta http-equiv="content-language" content="pl">'],
  ];
  for (const [what, head] of cases)
    it(`reads Polish ${what}`, () => {
      expect(bodyOf(polish(head))).to.equal(`<p>${POLISH}</p>`);
    });
  it('takes Western letters as Windows-1252', () => {
    const text = '<p>Der Wärter hörte nachts über der Düne Möwen, schrieb er später äußerst müde.</p>';
    expect(bodyOf(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).to.equal(text);
  });
});
