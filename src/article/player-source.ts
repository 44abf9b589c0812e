/**
 * What a player plays: its own address, or the one that it would load lazily.
 */
import { attributeValue, type ValueContext } from './attribute-value.ts';
import { attribute, type HtmlElement } from './html-tree.ts';

/** In order of trust. */
const SOURCES = ['src', 'data-src', 'data-lazy-src'] as const;

/** The safe address of an `audio`, a `video` or one of their sources; undefined where none can be fetched. */
export function playerSource(element: HtmlElement, context: ValueContext): string | undefined {
  for (const name of SOURCES) {
    const address = attributeValue('fetch', attribute(element, name) ?? '', context);
    if (address !== undefined) return address;
  }
  return undefined;
}
