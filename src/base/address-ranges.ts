/**
 * Ranges of network addresses, as settings state them: `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`.
 */
import { BlockList, isIP } from 'node:net';

/** Addresses that a setting means. */
export class AddressRanges {
  readonly #list = new BlockList();
  readonly #isEmpty: boolean;

  /** @param ranges each of them one that `isAddressRange` knows */
  constructor(ranges: readonly string[]) {
    this.#isEmpty = ranges.length === 0;
    for (const range of ranges) {
      const { address, bits } = rangeOf(range)!;
      this.#list.addSubnet(address, bits, familyOf(address));
    }
  }

  /** True when the address lies in one of the ranges; one that is no address lies in none. */
  has(address: string): boolean {
    return !this.#isEmpty && isIP(address) !== 0 && this.#list.check(address, familyOf(address));
  }
}

/** True for an address, or an address and how many of its first bits count. */
export function isAddressRange(text: string): boolean {
  return rangeOf(text) !== undefined;
}

function rangeOf(text: string): { readonly address: string; readonly bits: number } | undefined {
  const [, address, bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  if (address === undefined || isIP(address) === 0) return undefined;
  const all = isIP(address) === 4 ? 32 : 128;
  const counted = bits === undefined ? all : Number(bits);
  return counted <= all ? { address, bits: counted } : undefined;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
