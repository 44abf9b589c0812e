import { expect } from 'chai';
import { AddressRanges, isAddressRange } from '../../src/base/address-ranges.ts';

describe('isAddressRange', () => {
  const cases: [text: string, expected: boolean][] = [
    ['192.0.2.7', true],
    ['192.0.2.0/24', true],
    ['0.0.0.0/0', true],
    ['::1', true],
    ['2001:db8::/32', true],
    ['192.0.2.0/33', false],
    ['2001:db8::/129', false],
    ['192.0.2', false],
    ['192.0.2.7/', false],
    ['localhost', false],
    ['fe80::1%eth0', false],
    ['', false],
  ];
  for (const [text, expected] of cases)
    it(`${expected ? 'takes' : 'refuses'} "${text}"`, () => {
      expect(isAddressRange(text)).to.equal(expected);
    });
});

describe('AddressRanges', () => {
  const cases: [what: string, ranges: readonly string[], address: string, expected: boolean][] = [
    ['is empty without a range', [], '192.0.2.7', false],
    ['holds an address', ['192.0.2.7'], '192.0.2.7', true],
    ['holds no other address', ['192.0.2.7'], '192.0.2.8', false],
    ['holds what lies in a range', ['192.0.2.0/24'], '192.0.2.255', true],
    ['does not hold what lies outside', ['192.0.2.0/24'], '192.0.3.0', false],
    ['holds what lies in a range of IPv6', ['192.0.2.7', '2001:db8::/32'], '2001:db8:1::2', true],
    ['does not take one family for the other', ['0.0.0.0/0'], '2001:db8::1', false],
    ['does not hold what is no address', ['0.0.0.0/0', '::/0'], 'unknown', false],
  ];
  for (const [what, ranges, address, expected] of cases)
    it(what, () => {
      expect(new AddressRanges(ranges).has(address)).to.equal(expected);
    });
});
