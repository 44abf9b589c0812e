/**
 * Which address of an image is the image.
 *
 * Pages that load images lazily keep the real address in another attribute and a placeholder in `src`; `picture` and
 * `srcset` offer several. The first that a reader can fetch is taken; data: URLs are never one (C-42).
 */
import { attribute, elementsOf, type HtmlElement, isElement } from './html-tree.ts';

/** In order of trust. `src` stands after the lazy ones, since it is the placeholder where they exist. */
const SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'src'] as const;
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'] as const;

/** The addresses that an image offers, as written, best first. */
export function imageSources(image: HtmlElement): readonly string[] {
  const sources: string[] = [];
  for (const name of SOURCES) pushIfAny(sources, attribute(image, name));
  for (const name of SETS) pushIfAny(sources, firstOfSet(attribute(image, name)));
  const { parentNode } = image;
  if (parentNode !== null && isElement(parentNode) && parentNode.tagName === 'picture') {
    for (const source of elementsOf(parentNode)) {
      if (source.tagName !== 'source') continue;
      for (const name of SETS) pushIfAny(sources, firstOfSet(attribute(source, name)));
    }
  }
  return sources;
}

/** Whether an image is a counter rather than a picture: it says that it is one pixel, or none, wide or high. */
export function isTrackingPixel(image: HtmlElement): boolean {
  const style = attribute(image, 'style') ?? '';
  return (
    /^\s*[01](?:px)?\s*$/.test(attribute(image, 'width') ?? '') ||
    /^\s*[01](?:px)?\s*$/.test(attribute(image, 'height') ?? '') ||
    /(?:^|;)\s*(?:width|height)\s*:\s*[01]px/i.test(style)
  );
}

function pushIfAny(sources: string[], source: string | undefined): void {
  if (source !== undefined && source.trim() !== '') sources.push(source);
}

/** The first address of a `srcset` (HTML §4.8.4.2.1): up to white space, without a trailing comma. */
function firstOfSet(set: string | undefined): string | undefined {
  return set?.trim().split(/\s/, 1)[0]?.replace(/,+$/, '');
}
