/** Languages in the paths of translations. */
import { expect } from 'chai';
import { languageOfPath, withoutLanguage } from '../../src/article/path-language.ts';

describe('languageOfPath', () => {
  const cases: [path: string, language: string | undefined][] = [
    ['posts/quay.de.md', 'de'],
    ['posts/quay/index.pt-br.md', 'pt-BR'],
    ['posts/quay.zh_Hant.md', 'zh-Hant'],
    ['content/fa/quay.md', 'fa'],
    ['content/fa/quay.en.md', 'en'],
    ['de/quay.md', undefined],
    ['posts/setup.sh.md', undefined],
    ['posts/types.ts.md', undefined],
    ['posts/node.js.md', undefined],
    ['posts/quay.md', undefined],
  ];
  for (const [path, language] of cases) {
    it(path, () => {
      expect(languageOfPath(path)).to.equal(language);
    });
  }

  it('is not part of the name', () => {
    expect(withoutLanguage('a/index.de.md')).to.equal('a/index.md');
    expect(withoutLanguage('a/setup.sh.md')).to.equal('a/setup.sh.md');
  });
});
