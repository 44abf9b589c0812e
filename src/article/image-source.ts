/**
 * Which address of an image is the image.
 *
 * Pages that load images lazily keep the real address in another attribute and a placeholder in `src`; `picture` and
 * `srcset` offer several. The first that a reader can fetch is taken; data: URLs are never one (C-42).
 */
import { attribute, elementsOf, type HtmlElement, isElement } from './html-tree.ts';

/** In order of trust. `src` stands after the lazy ones, since it is the placeholder where they exist. */
const LAZY = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-orig-file',
  'data-lazy',
  'data-image',
] as const;
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'] as const;

/** Other scripts' own attributes, where they hold the address of a picture. */
const LAZY_NAME =
  /^data-(?!.*(?:low|thumb|blur|placeholder|lqip|small|preview|avatar))[\w-]*(?:src|lazyload|url|image|img|full|large|hi-?res|original)[\w-]*$/;
const PICTURE_ADDRESS = /^\S+\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?$/i;

/** The widest picture worth its bytes in a reader, in pixels. */
const WIDTH_PIXELS_MAX = 2_400;

/** What stands in `src` until a script runs. */
const PLACEHOLDER =
  /(?:^|[/_.-])(?:placeholder|blank|spacer|lazy(?:load)?|transparent|1x1|1px|pixel|loading)(?:[_.-][\w-]*)?\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;

/** Addresses that count readers. */
const TRACKER =
  /^(?:https?:)?\/\/(?:[\w.-]+\.)?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com|facebook\.com\/tr|feeds\.feedburner\.com\/~|list-manage\.com\/track|ct\.sendgrid\.net\/wf\/open|medium\.com\/_\/stat|chartbeat\.(?:com|net)|matomo\.php|piwik\.php)|\/(?:pixel|tracking|tracker|beacon)\.(?:gif|png)(?:[?#]|$)/i;

/** The addresses that an image offers, as written, best first. */
export function imageSources(image: HtmlElement): readonly string[] {
  const sources: string[] = [];
  const own = attribute(image, 'src');
  const isPlaceholder = own === undefined || PLACEHOLDER.test(own) || /^\s*data:/i.test(own);
  for (const name of LAZY) pushIfAny(sources, attribute(image, name));
  for (const name of SETS) pushIfAny(sources, bestOfSet(attribute(image, name), isPlaceholder));
  if (!isPlaceholder) pushIfAny(sources, own);
  else if (sources.length === 0)
    for (const { name, value } of image.attrs)
      if (LAZY_NAME.test(name) && PICTURE_ADDRESS.test(value)) sources.push(value);
  const { parentNode } = image;
  if (parentNode !== null && isElement(parentNode) && parentNode.tagName === 'picture') {
    for (const source of elementsOf(parentNode)) {
      if (source.tagName !== 'source') continue;
      for (const name of SETS) pushIfAny(sources, bestOfSet(attribute(source, name), true));
    }
  }
  // a placeholder that says what it shows is a picture with an unlucky name
  const isNothing = PLACEHOLDER.test(own ?? '') && (attribute(image, 'alt') ?? '').trim() === '';
  if (isPlaceholder && !isNothing) pushIfAny(sources, own);
  return sources;
}

/** Whether an address only counts who reads. */
export function isTracker(address: string): boolean {
  return TRACKER.test(address);
}

/** Whether an image is a counter rather than a picture: it says that it is one pixel, or none, wide or high. */
export function isTrackingPixel(image: HtmlElement): boolean {
  const style = attribute(image, 'style') ?? '';
  return (
    /^\s*[01](?:px)?\s*$/.test(attribute(image, 'width') ?? '') ||
    /^\s*[01](?:px)?\s*$/.test(attribute(image, 'height') ?? '') ||
    /(?:^|;)\s*(?:width|height)\s*:\s*[01]px/i.test(style) ||
    isTracker(attribute(image, 'src') ?? '')
  );
}

function pushIfAny(sources: string[], source: string | undefined): void {
  if (source !== undefined && source.trim() !== '') sources.push(source);
}

/** One candidate of a `srcset` (HTML §4.8.4.2.1): an address without commas at its ends, and its descriptor. */
const CANDIDATE = /([^\s,]\S*[^\s,]|[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)/g;

/** The most candidates looked at. */
const CANDIDATES_MAX = 50;

/**
 * The widest usable candidate of a `srcset`; among candidates by density the first, and only where `src` is none.
 *
 * @param isNeeded whether `src` is no picture
 */
function bestOfSet(set: string | undefined, isNeeded: boolean): string | undefined {
  let best: string | undefined;
  let bestWidth = 0;
  let count = 0;
  for (const [, address, size, unit] of (set ?? '').slice(0, 20_000).matchAll(CANDIDATE)) {
    count += 1;
    if (count > CANDIDATES_MAX) break;
    const width = unit === 'w' ? Number(size) : 0;
    const isBetter =
      width > bestWidth
        ? width <= WIDTH_PIXELS_MAX || best === undefined
        : bestWidth > WIDTH_PIXELS_MAX && width > 0;
    if (isBetter || (best === undefined && isNeeded)) [best, bestWidth] = [address, width];
  }
  return best;
}
