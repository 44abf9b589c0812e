import { expect } from 'chai';
import { renderedTemplates } from '../../src/article/templates.ts';

describe('linkOf', () => {
  const cases: [what: string, text: string, expected: string][] = [
    [
      'makes a link of words and an address by their names',
      '{{< textlink text="The tide table" url="https://a.example/t" >}}',
      '<a href="https://a.example/t">The tide table</a>',
    ],
    [
      'makes one of two values, whichever comes first',
      '{{< boat "Book a seat" "https://a.example/b" >}} {{< boat "https://a.example/b" "予約" >}}',
      '<a href="https://a.example/b">Book a seat</a> <a href="https://a.example/b">予約</a>',
    ],
    ['takes no option for words', '{{< boat "https://a.example/b" "wide" >}}', ''],
    ['takes no place on the site for an address', '{{< boat text="Go" url="pier" >}}', 'Go'],
    [
      'leads a button to a page of the site',
      '{{< button relref="/harbour/pier#map" >}}Map{{< /button >}}',
      '<a href="@/harbour/pier.md#map">Map</a>',
    ],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      expect(renderedTemplates('a.md', text, 0).text).to.equal(expected);
    });
  }
});
