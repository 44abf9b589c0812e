/**
 * The pages of the site, for search engines.
 *
 * Source: sitemaps.org protocol 0.9; rule EXT-42.
 */
import { escapeMarkup } from '../base/text.ts';

/** Pages in one sitemap; the protocol allows 50,000. */
export const SITEMAP_PAGES_MAX = 45_000;

/** One page. */
export interface SitemapPage {
  /** Absolute URL. */
  readonly url: string;
  /** RFC 3339; truthful or absent. */
  readonly modified?: string | undefined;
}

/** The sitemap of at most `SITEMAP_PAGES_MAX` pages. */
export function sitemapDocument(pages: readonly SitemapPage[]): string {
  const urls = pages.slice(0, SITEMAP_PAGES_MAX).map(({ url, modified }) => {
    const lastmod = modified === undefined ? '' : `<lastmod>${modified}</lastmod>`;
    return `  <url><loc>${escapeMarkup(url)}</loc>${lastmod}</url>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`;
}
