/**
 * Every address in an article made absolute, or marked as one of ours (R-43).
 *
 * In: an address as somebody wrote it and the article's folder. Out: an ASCII http(s), mailto or tel URL; an address
 * behind one of the two marks of base/address.ts; or undefined, which means that the attribute must go. No file is
 * looked for and no base URL is known here. Fragments inside the page are dropped: a feed has no page to jump in.
 *
 * Source: WHATWG URL §4.4 for what browsers take as a scheme; rules R-36, R-43, C-42, C-43.
 */
import { encodePath, FILE_MARK, SITE_MARK } from '../base/address.ts';

/** What relative addresses of one article are relative to. */
export interface ArticleBase {
  /** The article's folder inside the articles folder, without slashes at its ends; empty for the folder itself. */
  readonly folder: string;
  /** The absolute http(s) URL of a page's own `<base href>`. */
  readonly href?: string | undefined;
  /** What the front matter puts before every picture: `media_subpath` of a theme of Jekyll. */
  readonly mediaFolder?: string | undefined;
}

/** Schemes that a link may have; everything else runs, reads or does nothing in a reader. */
const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const FETCH_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);

/** RFC 3986 §3.1 `scheme` with its colon. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Stands for the site while a path is normalized; never leaves this module. */
const NOWHERE = 'http://nowhere.invalid';

/** The base of an article by its path. */
export function articleBase(path: string): ArticleBase {
  const slash = path.lastIndexOf('/');
  return { folder: slash < 0 ? '' : path.slice(0, slash) };
}

/** The address for `href` and `cite`, or undefined when there is nowhere to go. */
export function linkAddress(written: string, base: ArticleBase): string | undefined {
  const address = resolvedAddress(written, base, LINK_SCHEMES);
  return address?.includes('?') ? withoutTracking(unwrapped(address)) : address;
}

/** The address behind those that count clicks in exported documents and social networks. */
function unwrapped(address: string): string {
  if (!COUNTERS.test(address)) return address;
  const { searchParams } = new URL(address);
  return absoluteWebAddress(searchParams.get('q') ?? searchParams.get('u') ?? '') ?? address;
}

const COUNTERS = /^https:\/\/(?:www\.google\.com\/url|lm?\.facebook\.com\/l\.php)\?/;

/** Parameters that tell who sent a reader, and nothing to the page. */
const TRACKING =
  /^(?:utm_[\w-]*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok)(?:=|$)/i;

function withoutTracking(address: string): string {
  const start = address.indexOf('?');
  const hash = address.indexOf('#', start);
  const end = hash < 0 ? address.length : hash;
  const pairs = address.slice(start + 1, end).split('&');
  const kept = pairs.filter((pair) => !TRACKING.test(pair));
  if (kept.length === pairs.length) return address;
  const query = kept.length === 0 ? '' : `?${kept.join('&')}`;
  return address.slice(0, start) + query + address.slice(end);
}

/** The address for `src` and `poster`: something that a reader fetches. */
export function fetchAddress(written: string, base: ArticleBase): string | undefined {
  const { mediaFolder } = base;
  const isBelow = mediaFolder !== undefined && written !== '' && !written.includes(':');
  const whole = isBelow ? `${mediaFolder}/${written}`.replace(/\/{2,}/g, '/') : written;
  return resolvedAddress(whole, base, FETCH_SCHEMES);
}

/** The absolute http(s) URL in a text, normalized, or undefined. */
export function absoluteWebAddress(text: string): string | undefined {
  return absoluteAddress(tidyAddress(text), FETCH_SCHEMES);
}

function resolvedAddress(
  written: string,
  base: ArticleBase,
  schemes: ReadonlySet<string>,
): string | undefined {
  const address = withoutPlaceholder(tidyAddress(written));
  if (address === '' || address.startsWith('#')) return undefined;
  if (SCHEME.test(address)) return absoluteAddress(address, schemes);
  if (address.startsWith('//')) return absoluteAddress(`https:${address}`, schemes);
  if (base.href !== undefined) return parsedAddress(address, schemes, base.href);
  const [, aliased] = SOURCE_ALIAS.exec(address) ?? [];
  const [sources] = aliased === undefined ? [] : (SOURCES.exec(base.folder) ?? []);
  if (aliased !== undefined && sources !== undefined) return fileAddress(aliased, sources);
  if (address.startsWith('@/')) return fileAddress(address.slice(2), contentRoot(base.folder));
  if (address.startsWith('/')) return siteAddress(address);
  return fileAddress(address, base.folder);
}

/** Names that Astro's users give their folder of sources: `@/assets/a.png`, `~/assets/a.png`, `@assets/a.png`. */
const SOURCE_ALIAS = /^(?:[@~]\/|@)((?:assets|images)\/.*)$/s;
const SOURCES = /^(?:.*\/)?src(?=\/|$)/;

/** What stands for the root of the content in Pelican (`{static}/a.png`, `|filename|/b.md`), and for the site in Ghost. */
const PLACEHOLDER = /^(?:(?:\{|%7B|\|)(?:filename|static|attach)(?:\}|%7D|\|)(\/?)|__GHOST_URL__(?=\/|$))/i;

/** Docusaurus' `pathname:///a.png`, `@site/static/a.png`, which are the site's, and `@site/blog/b.md`. */
const DOCUSAURUS = /^(?:pathname:\/\/|@site\/static(?=\/)|(@site)(?=\/))/;

function withoutPlaceholder(address: string): string {
  return address
    .replace(DOCUSAURUS, (_, site?: string) => (site === undefined ? '' : '@'))
    .replace(PLACEHOLDER, (_, slash?: string) => (slash === '/' ? '@/' : ''));
}

/**
 * The address as a URL parser reads it: without the tabs, line ends and outer controls that hide `java&Tab;script:`,
 * and with slashes where browsers take backslashes for slashes.
 */
function tidyAddress(written: string): string {
  const tidy = written
    .replace(/[\t\n\r\u0001\u0002]/g, '')
    .replace(/^[\u0000-\u0020\u00A0\uFEFF]+/, '')
    .trimEnd();
  if (!tidy.includes('\\')) return tidy;
  const end = tidy.search(/[?#]/);
  return end < 0 ? tidy.replaceAll('\\', '/') : tidy.slice(0, end).replaceAll('\\', '/') + tidy.slice(end);
}

function absoluteAddress(address: string, schemes: ReadonlySet<string>): string | undefined {
  return SCHEME.test(address) ? parsedAddress(address, schemes) : undefined;
}

function parsedAddress(address: string, schemes: ReadonlySet<string>, base?: string): string | undefined {
  const url = URL.parse(address, base);
  if (url === null || !schemes.has(url.protocol)) return undefined;
  const path = url.host === '' ? 0 : url.href.indexOf('/', url.protocol.length + 2);
  return url.href.slice(0, path) + encoded(url.href.slice(path));
}

/** What URL parsers leave as it is and RFC 3986 does not know: the W3C validator refuses it (R-36). */
function encoded(path: string): string {
  return path.replace(
    /[ "'<>[\\\]^`{|}]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function siteAddress(address: string): string | undefined {
  const url = URL.parse(address, NOWHERE);
  if (url === null || url.origin !== NOWHERE) return undefined;
  return SITE_MARK + encoded(url.pathname + url.search + url.hash);
}

function fileAddress(address: string, folder: string): string | undefined {
  const end = address.search(/[?#]/);
  const path = insidePath(folder, end < 0 ? address : address.slice(0, end));
  if (path === undefined) return undefined;
  const rest = end < 0 ? null : URL.parse(address.slice(end), `${NOWHERE}/`);
  return FILE_MARK + encodePath(path) + (rest === null ? '' : encoded(rest.search + rest.hash));
}

/** The folder that Hugo, Zola and Astro take for the root of all content; `@/` is Zola's name for it. */
function contentRoot(folder: string): string {
  return /^(?:.*\/)?content(?=\/|$)/.exec(folder)?.[0] ?? '';
}

/** The path inside the articles folder, or undefined where it names nothing or climbs out. */
function insidePath(folder: string, relative: string): string | undefined {
  if (relative === '') return undefined;
  const segments = folder === '' ? [] : folder.split('/');
  for (const written of relative.split('/')) {
    const segment = decodedSegment(written);
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (/[/\\\u0000-\u001F]/.test(segment)) {
      return undefined;
    } else if (segment !== '.' && segment !== '') {
      segments.push(segment);
    }
  }
  return segments.length === 0 ? undefined : segments.join('/');
}

/** `%20` read as a space; a segment that is not percent-encoded UTF-8 stands for itself. */
function decodedSegment(segment: string): string {
  if (!segment.includes('%')) return segment.toWellFormed();
  try {
    return decodeURIComponent(segment).toWellFormed();
  } catch (cause) {
    if (cause instanceof URIError) return segment.toWellFormed();
    throw cause;
  }
}
