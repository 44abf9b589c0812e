/**
 * A picture on a page. What it looks like is the style sheet's; how large it is, the page says, so that nothing
 * jumps while it loads.
 */
import { escapeMarkup } from '../base/text.ts';
import { linkAddress } from './page-address.ts';
import type { PagePicture, PageSite } from './page-model.ts';

/** What differs from place to place. */
export interface PictureOptions {
  /** The text alternative; empty where the words beside the picture say it already. */
  readonly alt: string;
  readonly className?: string | undefined;
  /** Whether it may load when it comes into sight. */
  readonly isLazy: boolean;
}

/** The `img` element. */
export function pictureElement(site: PageSite, picture: PagePicture, options: PictureOptions): string {
  const { height, url, width } = picture;
  const className = options.className === undefined ? '' : ` class="${options.className}"`;
  const size = width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`;
  const loading = options.isLazy ? ' loading="lazy"' : '';
  return `<img${className} src="${escapeMarkup(linkAddress(site, url))}" alt="${escapeMarkup(options.alt)}"${size}${loading}>`;
}
