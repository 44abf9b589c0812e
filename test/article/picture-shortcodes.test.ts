import { expect } from 'chai';
import { readDraft } from '../../src/article/read-draft.ts';
import { renderedTemplates } from '../../src/article/templates.ts';

describe('picture, pictureOf', () => {
  const cases: [what: string, text: string, expected: string][] = [
    [
      'shows each picture of a gallery',
      '{{< gallery "a.png" "b.jpg" >}}{{ carousel(images=["c.png", "d.png"], interval=3000) }}',
      '<img src="a.png" alt=""><img src="b.jpg" alt=""><img src="c.png" alt=""><img src="d.png" alt="">',
    ],
    [
      'takes `img`, and passes over what names no picture',
      '{% include image.html img="/a/quay.png" %}{% include image.html file="b.png" url="yes" %}',
      '<img src="/a/quay.png" alt=""><img src="b.png" alt="">',
    ],
    [
      'shows words by whatever name as the caption',
      '{% include image.html url="/a/old quay.png" description="In fog" %}',
      '<figure><img src="/a/old quay.png" alt=""><figcaption>In fog</figcaption></figure>',
    ],
    [
      'takes the words behind a picture for what it shows (Octopress)',
      '{% img center /a/keys.png 300 500 The harbour keys %}',
      '<img src="/a/keys.png" alt="The harbour keys">',
    ],
    [
      'leaves out words that are a name in the site',
      '{% include figure.html path="a.png" caption=page.words %}',
      '<img src="/a.png" alt="">',
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      const { text: rendered, faults } = renderedTemplates('a.md', text, 0);
      expect([rendered, ...faults]).to.deep.equal([expected]);
    });
  }

  it('leaves the HTML around a picture as it is', () => {
    const text =
      '<div class="row">\n    <div class="col">\n        {% include figure.html path="a.png" %}\n    </div>\n' +
      '    <div class="col">\n        {% include figure.html path="b.png" %}\n        {% include figure.html path="c.png" %}\n' +
      '    </div>\n</div>\n\nAfter *it*.\n';
    const { draft } = readDraft('a.md', Buffer.from(text), undefined as never);
    expect(draft?.body.replace(/[\s\u0001]+/g, '')).to.equal(
      '<div><div><imgsrc="/a.png"alt=""></div><div><imgsrc="/b.png"alt=""><imgsrc="/c.png"alt=""></div></div><p>After<em>it</em>.</p>',
    );
  });
});
