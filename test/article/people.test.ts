/** Names as front matter spells them. */
import { expect } from 'chai';
import { people } from '../../src/article/people.ts';

const shown = (found: ReturnType<typeof people>) =>
  found.map(({ name, email, url }) => [name, email, url].filter((part) => part !== undefined).join(' '));

describe('people (T-12, T-42)', () => {
  const one: [value: Parameters<typeof people>[0], expected: readonly string[]][] = [
    ['Smith, John', ['Smith, John']],
    ['Tim Marsh and Ann Lake', ['Tim Marsh', 'Ann Lake']],
    ['Marsh and Lake', ['Marsh and Lake']],
    ['By Ann Lake', ['Ann Lake']],
    ['Ann Lake (https://a.example)', ['Ann Lake https://a.example/']],
    ['[Ann Lake](https://a.example)', ['Ann Lake https://a.example/']],
    ['<a href="https://a.example">Ann Lake</a>', ['Ann Lake https://a.example/']],
    ['Ann Lake <mailto:a@a.example>', ['Ann Lake a@a.example']],
    ['a@a.example (Ann Lake)', ['Ann Lake a@a.example']],
    ['Tim Marsh, Ann Lake and Jo Reed', ['Tim Marsh', 'Ann Lake', 'Jo Reed']],
    ['Tim Marsh, Ann Lake, and Jo Reed', ['Tim Marsh', 'Ann Lake', 'Jo Reed']],
    ['Ann Lake, Senior Editor', ['Ann Lake, Senior Editor']],
    ['Ann Lake (Pier Board), Tim (Kiosk)', ['Ann Lake (Pier Board)', 'Tim (Kiosk)']],
    [
      '[Ann Lake](https://a.example) (Pier Board) and [Tim](https://b.example)',
      ['Ann Lake (Pier Board) https://a.example/', 'Tim https://b.example/'],
    ],
    ['Ann Lake (ed.), Senior Editor', ['Ann Lake (ed.), Senior Editor']],
    [{ ann: { name: 'Ann Lake' }, tim: { name: 'Tim Marsh' } }, ['Ann Lake', 'Tim Marsh']],
    [{ first: 'Ann', last: 'Lake' }, ['Ann Lake']],
    [{ given: 'Ann', family: 'Lake' }, ['Ann Lake']],
    [{ name: { given: 'Ann', family: 'Lake' } }, ['Ann Lake']],
    [{ displayname: 'Ann Lake' }, ['Ann Lake']],
    [{ ann: { name: 'Ann Lake', url: 'https://a.example' } }, ['Ann Lake https://a.example/']],
  ];
  for (const [value, expected] of one) {
    it(`reads ${JSON.stringify(value)}`, () => {
      expect(shown(people(value, false))).to.deep.equal(expected);
    });
  }

  const several: [text: string, expected: readonly string[]][] = [
    ['Ann Lake, Ph.D., Tim Marsh Jr. and Jo Reed', ['Ann Lake, Ph.D.', 'Tim Marsh Jr.', 'Jo Reed']],
    ['Ann Lake; Tim Marsh', ['Ann Lake', 'Tim Marsh']],
  ];
  for (const [text, expected] of several) {
    it(`takes ${text} apart`, () => {
      expect(shown(people(text, true))).to.deep.equal(expected);
    });
  }
});
