/**
 * That an article is gone, as Atom says it.
 *
 * Source: RFC 6721; rules.
 */
import { isoDate } from '../base/instant.ts';
import { escapeMarkup } from '../base/text.ts';

/**
 * The element; it brings its namespace along, since most documents have none.
 *
 * @param id the entry's `atom:id`
 * @param when when readers lost it
 */
export function tombstone(id: string, when: Date): string {
  return `    <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="${escapeMarkup(id)}" when="${isoDate(when)}"/>`;
}
