import { expect } from 'chai';
import type { AdoptedIds } from '../../src/ledger/article.ts';
import { itemIds } from '../../src/render/item-ids.ts';

const OWN = 'tag:lantern.example.org,2025:lamp';

describe('itemIds (R-33 … R-35, A-14, A-17, J-11)', () => {
  const cases: [what: string, adopted: AdoptedIds | undefined, rss: string, atom: string, json: string][] = [
    ['its own id without any other', undefined, OWN, OWN, OWN],
    ['each its own old one', { rss: 'r', atom: 'urn:a', json: 'j' }, 'r', 'urn:a', 'j'],
    ['that of RSS in all', { rss: 'https://x.example/?p=1' }, ...same('https://x.example/?p=1')],
    ['that of Atom in all', { atom: 'urn:uuid:1' }, ...same('urn:uuid:1')],
    ['no IRI: not in Atom', { rss: '65f0c1d2' }, '65f0c1d2', OWN, '65f0c1d2'],
    [
      'an IRI of another format before none',
      { rss: '65f0c1d2', json: 'urn:j' },
      '65f0c1d2',
      'urn:j',
      'urn:j',
    ],
    ['a space: not in Atom', { json: 'urn:a b' }, 'urn:a b', OWN, 'urn:a b'],
    ['white space around it: only in JSON', { json: ' urn:a' }, OWN, OWN, ' urn:a'],
    ['a bare number: only in JSON', { json: '12345678' }, OWN, OWN, '12345678'],
    ['a long number: a guid, too', { json: '123456789' }, '123456789', OWN, '123456789'],
    ['a bare number that RSS itself had', { rss: '12' }, '12', OWN, '12'],
    ['an old Atom id that is no IRI', { atom: 'lamp' }, 'lamp', 'lamp', 'lamp'],
    ['letters of any script', { rss: 'https://x.example/лампа' }, ...same('https://x.example/лампа')],
  ];
  for (const [what, adopted, rss, atom, json] of cases) {
    it(`answers ${what}`, () => {
      expect(itemIds({ id: OWN, adopted }).ids).to.deep.equal({ rss, atom, json });
    });
  }

  it('says of a guid that it is a permanent link only where the old guid was', () => {
    expect(
      itemIds({ id: OWN, adopted: { rss: 'https://x.example/a', isPermalink: true } }).isPermalink,
    ).to.equal(true);
    expect(
      itemIds({ id: OWN, adopted: { rss: 'https://x.example/a', isPermalink: false } }).isPermalink,
    ).to.equal(false);
    expect(itemIds({ id: OWN, adopted: { atom: 'https://x.example/a' } }).isPermalink).to.equal(false);
    expect(itemIds({ id: OWN, adopted: undefined }).isPermalink).to.equal(false);
  });
});

function same(id: string): [string, string, string] {
  return [id, id, id];
}
