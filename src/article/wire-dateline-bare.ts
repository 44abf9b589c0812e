/**
 * Datelines that bring no proof but a place everybody knows: `OSLO` alone on its line, `London — Lede` (T-30, T-32).
 *
 * In: the blocks of a body. Out: the dateline of the first one. Only where a story begins, and only where it does so
 * once: a list of cities begins each of its paragraphs like this. `Paris – the film, not the city – opens` is text.
 */

import { CAPITAL_CITY, MIXED_CITY } from './wire-dateline-forms.ts';
import { type Place, readPlace } from './wire-dateline-parts.ts';
import { isKnownCity, isRegionCode, isStateAbbreviation } from './wire-gazetteer.ts';
import type { WireBlock } from './wire-paragraphs.ts';
import { datelineOf, type WireDateline } from './wire-place.ts';

/** A shorter paragraph may be a title or an entry. */
const LEDE_CHARACTERS_MIN = 60;

/** The longest first sentence. */
const SENTENCE_CHARACTERS_MAX = 600;

/** A sentence that no second dash takes the first back in. */
const LEDE = /^["'“‘«„]?\p{Lu}(?:[^.!?–—]|[.!?](?=\S))*[.!?]/u;

/** The dateline of a body that begins with the name of a place, or undefined. */
export function bareDateline(blocks: readonly WireBlock[]): WireDateline | undefined {
  const [first, next] = blocks;
  const dateline = first === undefined ? undefined : (cityAlone(first, next) ?? smallLetters(first));
  if (dateline === undefined) return undefined;
  const isOneOfMany = blocks
    .slice(1)
    .some((block, at) => (cityAlone(block, blocks[at + 2]) ?? smallLetters(block)) !== undefined);
  return isOneOfMany ? undefined : dateline;
}

/** A city in capitals alone on its line, above a paragraph. */
function cityAlone({ texts: [text = ''] }: WireBlock, next: WireBlock | undefined): WireDateline | undefined {
  const [below = ''] = next?.kind === 'paragraph' ? next.texts : [];
  const place = readPlace(text.slice(0, LEDE_CHARACTERS_MIN), CAPITAL_CITY);
  const isAlone = place !== undefined && place.end === text.length && /\p{Lu}{3}/u.test(text);
  return isAlone && isLede(below) && isKnown(place) ? found(text, place, text) : undefined;
}

/** `London — Lede`, `Duluth, Minn. — Lede`. */
function smallLetters({ kind, texts: [text = ''] }: WireBlock): WireDateline | undefined {
  const place = kind === 'paragraph' ? readPlace(text.slice(0, LEDE_CHARACTERS_MIN), MIXED_CITY) : undefined;
  const separator = place === undefined ? null : /^\s[–—]\s/.exec(text.slice(place.end, place.end + 3));
  if (place === undefined || separator === null) return undefined;
  const leadIn = text.slice(0, place.end + separator[0].length);
  return isLede(text.slice(leadIn.length)) && isKnown(place) ? found(text, place, leadIn) : undefined;
}

function isLede(text: string): boolean {
  return text.length >= LEDE_CHARACTERS_MIN && LEDE.test(text.slice(0, SENTENCE_CHARACTERS_MAX));
}

function isKnown({ city, region }: Place): boolean {
  return region === undefined ? isKnownCity(city) : isRegionCode(region) || isStateAbbreviation(region);
}

function found(text: string, { city, region, end }: Place, leadIn: string): WireDateline {
  const dateline = datelineOf(text.slice(0, end), city, region);
  return { dateline, source: undefined, date: undefined, dateText: undefined, leadIn };
}
