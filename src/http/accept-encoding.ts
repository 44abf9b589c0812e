/**
 * Which content coding a request gets.
 *
 * Pure. Source: RFC 9110 §12.5.3; rules H-31 … H-35.
 */
import { CODINGS, type Coding } from '../render/representation.ts';

/** Distinct Accept-Encoding texts remembered: readers send a few dozen; strangers may send any. */
const REMEMBERED_MAX = 500;

const remembered = new Map<string, readonly Coding[]>();

/**
 * The codings that a request accepts, best first: by quality, then in the service's own order (H-33).
 *
 * No header, or an empty one, asks for identity (H-34). Identity is acceptable unless it is ruled out by name or by
 * `*;q=0` (H-35), so an empty answer means that nothing can be sent.
 */
export function acceptedCodings(acceptEncoding: string | undefined): readonly Coding[] {
  const text = acceptEncoding ?? '';
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const codings = parse(text);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(text, codings);
  return codings;
}

const ELEMENT = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i;

function parse(text: string): readonly Coding[] {
  if (text.trim() === '') return ['identity'];
  const qualities = new Map<string, number>();
  for (const element of text.split(',', 50)) {
    const match = ELEMENT.exec(element);
    if (match === null) continue;
    const name = match[1]!.toLowerCase();
    qualities.set(
      name === 'x-gzip' ? 'gzip' : name,
      match[2] === undefined ? 1 : Math.min(1, Number(match[2])),
    );
  }
  const rest = qualities.get('*');
  const quality = (coding: Coding) =>
    qualities.get(coding) ?? rest ?? (coding === 'identity' ? Number.MIN_VALUE : 0);
  return CODINGS.filter((coding) => quality(coding) > 0).sort((a, b) => quality(b) - quality(a));
}
