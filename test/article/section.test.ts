/** The section that a folder names. */
import { expect } from 'chai';
import { sectionOfPath } from '../../src/article/section.ts';

describe('sectionOfPath (T-43)', () => {
  const cases: [path: string, section: string | undefined][] = [
    ['harbor.txt', undefined],
    ['world/harbor.txt', 'World'],
    ['world-news/harbor.txt', 'World news'],
    ['world_news/2025/harbor.txt', 'World news'],
    ['content/posts/world/harbor.md', 'World'],
    ['_drafts/harbor.md', undefined],
    ['Posts/harbor.md', undefined],
    ['österreich/hafen.txt', 'Österreich'],
    ['---/world/harbor.txt', 'World'],
    ['content/post/2025/09/harbor.md', undefined],
    ['2025-09/harbor.md', undefined],
    ['content/en/harbor.md', undefined],
    ['content/pt-br/world/harbor.md', 'World'],
    ['it/harbor.md', 'It'],
    ['ferry/index.md', undefined],
    ['world/ferry/index.md', 'World'],
    ['index/ferry.md', 'Index'],
  ];
  for (const [path, section] of cases) {
    it(`says ${section ?? 'nothing'} of ${path}`, () => {
      expect(sectionOfPath(path)).to.equal(section);
    });
  }
});
