import { expect } from 'chai';
import fc from 'fast-check';
import { AddressRanges } from '../../src/base/address-ranges.ts';
import { clientAddress, networkOf } from '../../src/http/client-address.ts';

describe('clientAddress (H-45)', () => {
  const trusted = new AddressRanges(['127.0.0.0/8', '10.0.0.0/8', '2001:db8:aa::/48']);
  const cases: [
    what: string,
    peer: string | undefined,
    forwardedFor: string | undefined,
    expected: unknown,
  ][] = [
    ['is the peer', '198.51.100.7', undefined, '198.51.100.7'],
    ['is the peer, whatever it says of others', '198.51.100.7', '192.0.2.1', '198.51.100.7'],
    ['is a trusted proxy that says nothing', '127.0.0.1', undefined, '127.0.0.1'],
    ['is whom a trusted proxy heard from', '127.0.0.1', '192.0.2.1', '192.0.2.1'],
    ['is the rightmost, not what the client said before', '127.0.0.1', '203.0.113.9, 192.0.2.1', '192.0.2.1'],
    ['is found behind several proxies', '127.0.0.1', '203.0.113.9, 192.0.2.1, 10.1.2.3', '192.0.2.1'],
    ['is the first proxy where all are trusted', '127.0.0.1', '10.0.0.9, 10.1.2.3', '10.0.0.9'],
    [
      'is the last proxy known where the list breaks off',
      '127.0.0.1',
      '192.0.2.1, unknown, 10.1.2.3',
      '10.1.2.3',
    ],
    ['is the proxy where the list is empty', '127.0.0.1', '', '127.0.0.1'],
    ['may come with a port', '127.0.0.1', '192.0.2.1:4711', '192.0.2.1'],
    ['may come in brackets, with a port', '2001:db8:aa::1', '[2001:DB8:BB::2]:443', '2001:db8:bb::2'],
    ['may be mapped', '::ffff:127.0.0.1', '::ffff:192.0.2.1', '192.0.2.1'],
    ['may have a zone', 'fe80::1%eth0', undefined, 'fe80::1'],
    ['is nobody when the peer has gone', undefined, '192.0.2.1', undefined],
  ];
  for (const [what, peer, forwardedFor, expected] of cases)
    it(what, () => {
      expect(clientAddress(peer, forwardedFor, trusted)).to.equal(expected);
    });

  it('is always an address, whatever a stranger writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clientAddress('127.0.0.1', text, trusted)).to.match(/^[0-9a-f.:]+$/);
      }),
    );
  });
});

describe('networkOf', () => {
  const cases: [what: string, address: string, expected: string][] = [
    ['is an IPv4 address itself', '192.0.2.1', '192.0.2.1'],
    ['is the first 64 bits of an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['fills in the zeros left out', '2001:db8::5', '2001:db8:0:0::/64'],
    ['fills them in inside the first 64 bits', '2001::7:3:4:5:6', '2001:0:0:7::/64'],
    ['is the same however the address is spelled', '2001:0db8:0000::0005', '2001:db8:0:0::/64'],
    ['knows an address of zeros', '::', '0:0:0:0::/64'],
    ['knows a dotted tail', '64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ];
  for (const [what, address, expected] of cases)
    it(what, () => {
      expect(networkOf(address)).to.equal(expected);
    });
});
