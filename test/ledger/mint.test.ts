import { expect } from 'chai';
import fc from 'fast-check';
import { nextInstant } from '../../src/ledger/change-sequence.ts';
import { firstFree, mintId, pathStem } from '../../src/ledger/mint.ts';

describe('pathStem (T-39)', () => {
  const cases: [path: string, stem: string][] = [
    ['a.md', 'a'],
    ['news/a.md', 'news/a'],
    ['news/a.b.txt', 'news/a.b'],
    ['news/a/index.md', 'news/a'],
    ['news/a/_index.html', 'news/a'],
    ['index.md', 'index'],
    ['a.d/b', 'a.d/b'],
    ['.hidden', ''],
  ];
  for (const [path, stem] of cases) {
    it(`is ${stem || 'empty'} for ${path}`, () => {
      expect(pathStem(path)).to.equal(stem);
    });
  }
});

describe('mintId (RFC 4151, A-14 … A-16, R-33 … R-35)', () => {
  const day = new Date('2025-09-05T23:59:59Z');
  const cases: [stem: string, token: string][] = [
    ['news/a', 'news/a'],
    ['000_ef3b540d4e4788fe', '000_ef3b540d4e4788fe'],
    ['a b', 'a%20b'],
    ['Zürich', 'Z%C3%BCrich'],
    ['Zu\u0308rich', 'Z%C3%BCrich'],
    ["it's (new)!*", 'it%27s%20%28new%29%21%2A'],
    ['50%', '50%25'],
    ['a?b#c', 'a%3Fb%23c'],
    ['a:b@c', 'a%3Ab%40c'],
    ['🚢', '%F0%9F%9A%A2'],
  ];
  for (const [stem, token] of cases) {
    it(`names ${stem}`, () => {
      expect(mintId('lantern.example.org', day, stem)).to.equal(
        `tag:lantern.example.org,2025-09-05:${token}`,
      );
    });
  }
  it('takes the day in UTC, whatever the machine’s zone', () => {
    expect(mintId('x.example', new Date('2025-01-01T00:00:00+14:00'), 'a')).to.equal(
      'tag:x.example,2024-12-31:a',
    );
  });
  it('is its own canonical form, and a tag URI as the W3C validator knows them (A-15, A-16)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (stem) => {
        const id = mintId('lantern.example.org', day, stem);
        expect(new URL(id).href).to.equal(id);
        expect(id).to.match(/^tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*$/);
      }),
    );
  });
  it('tells different stems apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one.isWellFormed() && other.isWellFormed() && one.normalize('NFC') !== other.normalize('NFC'));
        expect(mintId('x.example', day, one)).not.to.equal(mintId('x.example', day, other));
      }),
    );
  });
});

describe('firstFree', () => {
  const cases: [what: string, taken: string[], expected: string][] = [
    ['is the wish where it is free', [], 'a'],
    ['counts from 2', ['a'], 'a-2'],
    ['fills a gap', ['a', 'a-3'], 'a-2'],
    ['counts on', ['a', 'a-2', 'a-3'], 'a-4'],
  ];
  for (const [what, taken, expected] of cases) {
    it(what, () => {
      expect(firstFree('a', (candidate) => taken.includes(candidate))).to.equal(expected);
    });
  }
});

describe('nextInstant (H-13)', () => {
  const cases: [what: string, last: number, now: number, expected: number][] = [
    ['is now', 100, 200, 200],
    ['is the next second for a second change within one', 200, 200, 201],
    ['stays ahead while the clock is not there yet', 201, 200, 201],
    ['never goes back when the clock does', 500, 200, 500],
  ];
  for (const [what, last, now, expected] of cases) {
    it(what, () => {
      expect(nextInstant(last, now)).to.equal(expected);
    });
  }
});
