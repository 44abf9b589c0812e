/** Galleries that front matter lists. */
import { expect } from 'chai';
import { frontMatter } from '../../src/article/front-matter.ts';
import { withGalleries } from '../../src/article/galleries.ts';

const { fields } = frontMatter(
  'a.md',
  `---
gallery:
  - {url: /a.jpg, image_path: /a-small.jpg, alt: "A <quay>"}
  - {url: /page, image_path: b.jpg, title: B}
two:
  - image_path: c.jpg
---
`,
);

describe('withGalleries', () => {
  const cases: [what: string, text: string, expected: string][] = [
    [
      'shows the pictures and the caption',
      'x\n\n{% include gallery caption="In *fog*" %}\n',
      'x\n\n<figure><img src="/a.jpg" alt="A &lt;quay&gt;"><img src="b.jpg" alt="B"><figcaption>In <em>fog</em></figcaption></figure>\n',
    ],
    [
      'shows the list that is named',
      '{% include gallery id="two" %}',
      '<figure><img src="c.jpg" alt=""></figure>',
    ],
    ['leaves a tag without a list', '{% include gallery id="none" %}', '{% include gallery id="none" %}'],
    ['leaves code alone', '`{% include gallery %}`', '`{% include gallery %}`'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(withGalleries(text, fields)).to.equal(expected);
    });
  }
});
