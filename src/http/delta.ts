/**
 * Deltas: a reader that says which document it has gets what is new since then (RFC 3229, `A-IM: feed`).
 *
 * Nothing is remembered of any reader: an entity-tag carries the ledger's epoch and the change that made the document,
 * so a delta can be made after a restart, and anywhere. Here is found out what a request asks for, and what is sent;
 * what has changed is the edition's to say.
 *
 * Source: RFC 3229 §10; rules H-60 … H-71.
 */
import type { IncomingMessage } from 'node:http';
import type { NamedChange } from '../edition/named-change.ts';
import type { Representation } from '../render/representation.ts';
import { entityTags } from './precondition.ts';

/** A document that a reader has. */
export interface DeltaBase extends NamedChange {
  /** Its entity-tag as the reader gave it, quoted. */
  readonly etag: string;
}

/**
 * Epoch, change, document and the change's mark in the tags of feeds' documents (edition/feed-documents.ts); pages of
 * archives have none.
 */
const DOCUMENT_TAG = /^([0-9a-z]+)\.([0-9a-z]{1,10})\.([0-9a-f]{6})([0-9a-f]{6})?\.[0-9a-f]{12}(?:[-;].*)?$/;

/**
 * The newest document that a GET names and that the present one could be told as a difference to; undefined when the
 * request wants no delta (H-61).
 */
export function deltaBase(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  { tag }: Pick<Representation, 'tag'>,
): DeltaBase | undefined {
  // What else a request expects comes first (RFC 9110 §13.2.2), and who expects a certain document has no use for less.
  if (headers['if-match'] !== undefined || headers['if-unmodified-since'] !== undefined) return undefined;
  const ifNoneMatch = headers['if-none-match'];
  const wish = headers['a-im'];
  if (method !== 'GET' || ifNoneMatch === undefined || wish === undefined) return undefined;
  if (!wantsFeedDelta(String(wish))) return undefined;
  const held = versionIn(tag)!;
  let base: DeltaBase | undefined;
  for (const given of entityTags(ifNoneMatch)) {
    const version = versionIn(given);
    if (version === undefined || version.epoch !== held.epoch || version.document !== held.document) continue;
    const { change, mark } = version;
    if (mark !== undefined && change < held.change && change >= (base?.change ?? 0))
      base = { etag: `"${given}"`, change, mark };
  }
  return base;
}

function versionIn(tag: string) {
  const [, epoch, change, document, mark] = DOCUMENT_TAG.exec(tag) ?? [];
  return epoch === undefined ? undefined : { epoch, change: Number.parseInt(change!, 36), document, mark };
}

/** The document that a difference would start from, among those to one present document. */
export function deltaKey({ change, mark }: DeltaBase): string {
  return `${change}.${mark}`;
}

/** True when `feed` is among the manipulations asked for, and not with `q=0`. */
function wantsFeedDelta(accepted: string): boolean {
  return accepted.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === 'feed' && !parameters.some((parameter) => /^q\s*=\s*0(?:\.0{0,3})?$/.test(parameter));
  });
}
