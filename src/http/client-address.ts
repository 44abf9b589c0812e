/**
 * Who asks: the address of a client, and the network that it speaks for.
 *
 * Pure. What a request says of itself is believed only where a trusted proxy says it.
 */
import { isIP } from 'node:net';
import type { AddressRanges } from '../base/address-ranges.ts';

/** Proxies that a request is followed through at most. */
const HOPS_MAX = 20;

/**
 * The address of the client: the peer's, or the rightmost one in X-Forwarded-For that is no trusted proxy's.
 *
 * Each proxy appends the address of whom it heard from, so everything to the left of an address that is not trusted is
 * hearsay. Where the list breaks off, the last trusted proxy is all that is known.
 *
 * @returns undefined when the peer has gone
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: AddressRanges,
): string | undefined {
  let known = peer === undefined ? undefined : plainAddress(peer);
  if (known === undefined || forwardedFor === undefined) return known;
  const hops = forwardedFor.split(',');
  for (let at = hops.length - 1; at >= 0 && hops.length - at <= HOPS_MAX && trusted.has(known); at--) {
    const next = plainAddress(hops[at]!.trim());
    if (next === undefined) break;
    known = next;
  }
  return known;
}

/** An address as proxies and sockets write it, without brackets, port, zone and mapping. */
const WRITTEN = /^(?:\[([0-9a-f.:]+)(?:%[^\]]*)?\](?::\d+)?|(\d+(?:\.\d+){3}):\d+|([0-9a-f.:]+)(?:%.*)?)$/i;

function plainAddress(text: string): string | undefined {
  const [, bracketed, withPort, bare] = WRITTEN.exec(text) ?? [];
  const address = (bracketed ?? withPort ?? bare ?? '').toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  return isIP(address) === 0 ? undefined : address;
}

/**
 * The network whose members count as one client: the address itself; the first 64 bits of an IPv6 address, since one
 * subscriber has all the others.
 *
 * @param address as `clientAddress` gives it
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [left, right] = address.split('::', 2).map((part) => (part === '' ? [] : part.split(':')));
  // A dotted tail stands for two groups; it lies behind the first 64 bits whatever it says.
  const groups = [...left!, ...(right ?? [])].length + (address.includes('.') ? 1 : 0);
  const zeros = right === undefined ? [] : Array.from({ length: 8 - groups }, () => '0');
  const first = [...left!, ...zeros, ...(right ?? [])].slice(0, 4);
  return `${first.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
