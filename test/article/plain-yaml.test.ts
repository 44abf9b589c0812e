import { expect } from 'chai';
import fc from 'fast-check';
import { readPlainYaml } from '../../src/article/plain-yaml.ts';
import { readWholeYaml } from '../../src/article/yaml-fields.ts';

/** Pieces that lines of front matter are made of, harmless and not. */
const PIECES = [
  'title', 'tags', 'date', 'Null', 'true', 'x', ': ', ':', ' ', '  ', '- ', '-', '\n', '\n', '"', "'", '[', ']', ', ',
  '#', ' #', 'The pier', '2026-11-24', '2026-11-24T10:00:00Z', '12', '0x1F', '1e3', '.5', '~', 'null', 'False', '&a', '*a',
  '!', '|', '>', '{', '}', '\\', '%', '@', '`', 'é', '日本', '\t', '\u00A0', '\u2028', '?', '=', '<<', '---', '...', 'a:b',
]; // biome-ignore format: a list of pieces
const VALUES = [
  'The pier at dusk',
  '"A: quoted"',
  "'it'",
  '[a, b c, 3]',
  'true',
  '12',
  '2026-11-24',
  'null',
  'a:b',
  'a #b',
  'a: b',
  '[]',
  '',
  '~',
];

describe('plain YAML', () => {
  const agrees = (source: string) => {
    const plain = readPlainYaml(source, 2);
    if (plain === undefined) return;
    expect([...plain.fields], JSON.stringify(source)).to.deep.equal([
      ...readWholeYaml('a.md', source, 2).fields,
    ]);
    expect(readWholeYaml('a.md', source, 2).faults).to.deep.equal([]);
  };

  it('says what the whole parser says, or nothing: lines of anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
        agrees,
      ),
      {
        numRuns: 4000,
      },
    );
  });

  it('says what the whole parser says, or nothing: fields', () => {
    const field = fc
      .tuple(
        fc.constantFrom('title', 'tags', 'draft', 'a-b', 'x_1'),
        fc.constantFrom(...VALUES, '\n  - a\n  - "b c"', '\n- a', '\n  - a\n - b'),
      )
      .map(([name, value]) => `${name}: ${value}`);
    fc.assert(
      fc.property(
        fc.array(field, { maxLength: 6 }).map((lines) => lines.join('\n')),
        agrees,
      ),
      { numRuns: 2000 },
    );
  });

  for (const [what, source] of Object.entries({
    'words, dates and numbers': 'title: The pier at dusk\ndate: 2026-11-24T08:30:00+01:00\nweight: 12',
    'lists in brackets': 'tags: [boats, harbour office, 7]',
    'lists below': 'tags:\n  - boats\n  - "harbour office"\ndraft: true',
    'quoted texts': 'title: "A: the pier"\nsummary: \'#1\'',
  })) {
    it(`reads ${what} itself`, () => expect(readPlainYaml(source, 2)?.fields.size).to.be.greaterThan(0));
  }
});
