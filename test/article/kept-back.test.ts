/** Every generator's word for "not in the feeds". */
import { expect } from 'chai';
import { frontMatter } from '../../src/article/front-matter.ts';
import { statedFields } from '../../src/article/front-matter-fields.ts';

describe('isKeptBack (T-11, fail closed)', () => {
  const cases: [fields: string, isDraft: boolean][] = [
    ['published: false', true],
    ['publish: false', true],
    ['publish: true', false],
    ['dg-publish: false', true],
    ['status: Draft', true],
    ['status: private', true],
    ['status: pending', true],
    ['status: publish', false],
    ['visibility: private', true],
    ['private: true', true],
    ['unlisted: true', true],
    ['unlisted: false', false],
    ['hidden: "yes"', true],
    ['headless: true', true],
    ['_build:\n  list: never', true],
    ['build:\n  render: false', true],
    ['build:\n  list: always', false],
    ['permalink: false', true],
    ['permalink: /a/', false],
    ['eleventyExcludeFromCollections: true', true],
    ['published: 2025-09-05', false],
  ];
  for (const [fields, isDraft] of cases) {
    it(`${isDraft ? 'keeps' : 'lets'} ${fields.replace('\n ', '')}`, () => {
      const matter = frontMatter('a.md', `---\n${fields}\n---\nText\n`);
      expect(statedFields('a.md', matter.fields).stated.isDraft).to.equal(isDraft);
    });
  }
});
