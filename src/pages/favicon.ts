/**
 * The service's own icon: a lamp and its light, in the shape that people know as a feed. Served as `/favicon.svg`, which every page names (H-58).
 */

/** A whole SVG document without script, style or outside reference. */
export const faviconSvg: string =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
  '<rect width="64" height="64" rx="14" fill="#0b5a6e"/>' +
  '<g fill="none" stroke="#fbf3dc" stroke-width="6.5" stroke-linecap="round">' +
  '<path d="M17 15a32 32 0 0 1 32 32"/><path d="M17 29a18 18 0 0 1 18 18"/></g>' +
  '<circle cx="20" cy="44" r="5.5" fill="#f4b860"/></svg>\n';
