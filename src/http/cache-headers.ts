/**
 * What shared caches are told beside Cache-Control: under which keys an answer can be taken back, and how long they
 * may keep it, since they can be told of changes.
 *
 * Source: H-26 (RFC 9213), H-27.
 */
import type { ServerResponse } from 'node:http';

/** What a publisher's own caches are told. */
export interface CacheTerms {
  /** `max-age` of CDN-Cache-Control for feeds; undefined sends none. */
  readonly cdnMaxAgeSeconds?: number | undefined;
  /** The header that names an answer's keys: Fastly's and Varnish's, or Cloudflare's. */
  readonly surrogateKeys: 'off' | 'surrogate-key' | 'cache-tag';
}

/** The longest header of keys that caches take, in bytes (H-27). */
export const KEYS_BYTES_MAX = 16_384;

const HEADERS = {
  'surrogate-key': { name: 'Surrogate-Key', separator: ' ' },
  'cache-tag': { name: 'Cache-Tag', separator: ',' },
} as const;

/** The header of an answer's keys, as a name and a value; nothing when it is off. Keys beyond the bound are left out. */
export function keyHeader({ surrogateKeys }: CacheTerms, keys: readonly string[]): readonly string[] {
  if (surrogateKeys === 'off') return [];
  const { name, separator } = HEADERS[surrogateKeys];
  let value = '';
  for (const key of keys) {
    const longer = value === '' ? key : value + separator + key;
    if (longer.length > KEYS_BYTES_MAX) break;
    value = longer;
  }
  return value === '' ? [] : [name, value];
}

/** Names an answer that is not prepared by its keys. */
export function setKeys(
  response: Pick<ServerResponse, 'setHeader'>,
  terms: CacheTerms,
  keys: readonly string[],
): void {
  const [name, value] = keyHeader(terms, keys);
  if (name !== undefined) response.setHeader(name, value!);
}
