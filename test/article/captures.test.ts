/** Text that is kept under a name and shown further down. */
import { expect } from 'chai';
import { withCaptures } from '../../src/article/captures.ts';

describe('withCaptures (issue 3 item 2)', () => {
  const cases: [what: string, text: string, expected: string][] = [
    [
      'shows it in its place',
      '{% capture tip %}\n* a\n{% endcapture %}<div>{{ tip | markdownify }}</div>',
      '<div>\n\n* a\n\n</div>',
    ],
    ['shows it twice', "{% capture 'a-b' %}c{% endcapture %}{{ a-b }}{{a-b}}", '\n\nc\n\n\n\nc\n\n'],
    [
      'leaves what is shown nowhere',
      '{% capture a %}b{% endcapture %}{{ c }}',
      '{% capture a %}b{% endcapture %}{{ c }}',
    ],
    [
      'leaves what is shown before',
      '{{ a }}{% capture a %}b{% endcapture %}',
      '{{ a }}{% capture a %}b{% endcapture %}',
    ],
    [
      'leaves other filters',
      '{% capture a %}b{% endcapture %}{{ a | size }}',
      '{% capture a %}b{% endcapture %}{{ a | size }}',
    ],
    ['leaves one without its end', '{% capture a %}b{{ a }}', '{% capture a %}b{{ a }}'],
    [
      'leaves code alone',
      '{% capture a %}b{% endcapture %}`{{ a }}`',
      '{% capture a %}b{% endcapture %}`{{ a }}`',
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(withCaptures(text)).to.equal(expected);
    });
  }
});
